/** Which real thing stands behind each seam. Nothing else reads bindings or vars. */
import type { AnswerCache } from "../core/answer/answer-cache.ts";
import { createExtractiveProvider } from "../core/answer/extractive-provider.ts";
import type { GenerationProvider } from "../core/answer/generation-provider.ts";
import { VERSION } from "./version.ts";
import { ConfigError, readConfig, type WorkerConfig } from "./config.ts";
import { createCorpusCache, type CorpusCache } from "./corpus-cache.ts";
import type { Env } from "./env.ts";
import { createOpenAiProvider } from "./generation/openai-provider.ts";
import { consoleLog, type Log } from "./log.ts";
import { createOriginPolicy, type OriginPolicy } from "./origins.ts";
import { createD1FeedbackStore } from "./storage/d1-feedback-store.ts";
import type { FeedbackStore } from "./storage/feedback-store.ts";
import { createKvAnswerCache } from "./storage/kv-answer-cache.ts";
import { createKvCorpusSource } from "./storage/kv-corpus-source.ts";
import { createVisitorKeyOf, type VisitorKeyOf } from "./visitor-key.ts";

/** Everything a request needs. Tests build it as a literal. */
export interface Deps {
  /** Of this release. */
  version: string;
  config: WorkerConfig;
  origins: OriginPolicy;
  corpora: CorpusCache;
  provider: GenerationProvider;
  /** Undefined keeps no answers. */
  answerCache: AnswerCache | undefined;
  feedback: FeedbackStore;
  /** Undefined limits nobody. */
  rateLimiter: RateLimit | undefined;
  visitorKeyOf: VisitorKeyOf;
  log: Log;
  /** Epoch milliseconds. */
  now: () => number;
  /** 128 random bits as 32 hex digits. */
  newId: () => string;
}

/** Bindings without which nothing can be answered. */
const REQUIRED_BINDINGS = ["CORPUS", "ANSWERS", "DB"] as const;

/**
 * Builds the dependencies of one isolate from its environment.
 *
 * @throws ConfigError naming the variable or binding that is wrong or missing.
 */
export function createDeps(env: Env): Deps {
  for (const name of REQUIRED_BINDINGS) {
    if (env[name] === undefined)
      throw new ConfigError(name, "is not bound. Add the binding to wrangler.toml.");
  }
  const config = readConfig(env);
  const log = consoleLog;
  if (env.RATE_LIMITER === undefined) {
    const detail = "The binding RATE_LIMITER is missing in wrangler.toml: requests are not limited.";
    log({ level: "warn", event: "rate-limiter-missing", detail });
  }
  return {
    version: VERSION,
    config,
    origins: createOriginPolicy(config.allowedOrigins),
    corpora: createCorpusCache({ sourceOf: (site) => createKvCorpusSource(env.CORPUS, site), now, log }),
    provider:
      config.openAi === undefined
        ? createExtractiveProvider()
        : createOpenAiProvider({
            ...config.openAi,
            fetch: (input, init) => fetch(input, init),
            newFenceMark: newId,
          }),
    answerCache:
      config.answerCacheTtlSeconds === 0
        ? undefined
        : createKvAnswerCache(env.ANSWERS, { ttlSeconds: config.answerCacheTtlSeconds, log }),
    feedback: createD1FeedbackStore(env.DB, now),
    rateLimiter: env.RATE_LIMITER,
    visitorKeyOf: createVisitorKeyOf({ namespace: env.ANSWERS, now, newSalt: newId, log }),
    log,
    now,
    newId,
  };
}

export const now = (): number => Date.now();

export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
