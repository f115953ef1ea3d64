import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import type { GenerationProvider } from "../../../core/answer/generation-provider.ts";
import type { CorpusFileSource } from "../../../core/corpus/corpus.ts";
import { createExtractiveProvider } from "../../../core/answer/quote/extractive-provider.ts";
import { createApp } from "../../../worker/app.ts";
import { readConfig } from "../../../worker/config/config.ts";
import { createCorpusCache } from "../../../worker/corpus-cache.ts";
import type { Deps } from "../../../worker/deps.ts";
import type { LogEntry } from "../../../worker/log.ts";
import { createOriginPolicy } from "../../../worker/origins.ts";
import { memorySource, SKETCHES, sketchChunk } from "../../support/corpus.ts";
import { encodeCorpus } from "../../../core/corpus/write-corpus.ts";
import { createMemoryEventCountStore } from "../../support/memory-event-counts.ts";
import { ORIGIN } from "./request.ts";

const corpus = await encodeCorpus({ site: "docs", language: "en", chunks: SKETCHES.map(sketchChunk) });

const EMPTY_SOURCE: CorpusFileSource = {
  readManifest: () => Promise.resolve(undefined),
  readFile: () => Promise.resolve(undefined),
};

/** An app over doubles, with what it logged. Only what a test is about needs to be given. */
export function createTestApp(changes: Partial<Deps> = {}) {
  const log: LogEntry[] = [];
  let ids = 0;
  const deps: Deps = {
    version: "1.2.3",
    config: { ...readConfig({ SITES: { docs: {} } }), confidenceThreshold: 0 },
    origins: createOriginPolicy(undefined),
    corpora: createCorpusCache({
      sourceOf: (site) => (site === "docs" ? memorySource(corpus) : EMPTY_SOURCE),
      now: () => 0,
      log: (entry) => log.push(entry),
    }),
    provider: createExtractiveProvider(),
    answerCache: undefined,
    eventCounts: createMemoryEventCountStore(),
    siteOf: (requested) => Promise.resolve(requested ?? "default"),
    fetchAsset: undefined,
    feedback: { save: () => Promise.resolve(), check: () => Promise.resolve() },
    rateLimiter: undefined,
    visitorKeyOf: (site, address) => Promise.resolve(`${site ?? "-"} ${address}`),
    log: (entry) => log.push(entry),
    now: () => 0,
    newId: () => `id-${String((ids += 1)).padStart(5, "0")}`,
    ...changes,
  };
  const app = createApp(deps);
  const context = createExecutionContext();
  return {
    log,
    send: (path: string, init: RequestInit = {}): Promise<Response> =>
      Promise.resolve(app.fetch(new Request(`${ORIGIN}${path}`, init), {}, context)),
    /** Resolves when all background work is done. */
    atRest: () => waitOnExecutionContext(context),
  };
}

/** A generative provider that does what the function does. */
export function providerOf(generate: GenerationProvider["generate"]): GenerationProvider {
  return { name: "test", model: "test-1", mode: "generative", generate };
}
