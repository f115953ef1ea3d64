import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import type { CandidateRanker } from "../../core/rerank/candidate-ranker.ts";
import { buildCorpus } from "../build-corpus.ts";
import { CliError } from "../cli-error.ts";
import type { CommandContext } from "../command.ts";
import { openCorpusFolder } from "../open-folder.ts";
import {
  baseUrlOption,
  DEFAULT_CORPUS_FOLDER,
  integerOption,
  languageOption,
  siteOption,
} from "../options.ts";
import { formatDuration } from "../terminal/format.ts";
import { createCorpusTarget } from "./corpus-target.ts";
import { createEndpointTarget } from "./endpoint-target.ts";
import { shareOption } from "./gates.ts";
import { buildDocuments } from "./read-documents.ts";
import type { EvaluationSet } from "./read-set.ts";
import type { EvaluationTarget } from "./target.ts";

/** Enough to hide the way to the Worker, and few enough for a laptop's. */
export const DEFAULT_CONCURRENCY = 4;
export const MAX_CONCURRENCY = 32;

/**
 * What the options say is to be asked: a folder that `build` wrote, pages that are built first, a Worker, or
 * the documents that a test set brings.
 *
 * @param temporaryFolder called where pages are built first.
 * @param ranker for folders and test sets.
 * @throws CliError for options that contradict each other, and for what cannot be opened.
 */
export async function openTarget(
  { process, terminal, dependencies, options }: CommandContext,
  { name, documents }: EvaluationSet,
  temporaryFolder: () => Promise<string>,
  ranker?: CandidateRanker,
): Promise<EvaluationTarget> {
  const endpoint = options.text("endpoint");
  const source = options.text("source");
  const places = [endpoint, source, options.text("corpus")].filter((place) => place !== undefined);
  if (places.length > 1) {
    throw new CliError("usage", "Choose one of --corpus, --source and --endpoint", "eval");
  }
  if (documents !== undefined && places.length > 0) {
    throw new CliError(
      "usage",
      "A folder with corpus.jsonl is a site of its own: leave out where to ask",
      "eval",
    );
  }
  if (endpoint !== undefined) {
    return createEndpointTarget({
      endpoint,
      site: siteOption(options),
      concurrency: integerOption(options, "concurrency", {
        fallback: DEFAULT_CONCURRENCY,
        min: 1,
        max: MAX_CONCURRENCY,
      }),
      fetch: dependencies.fetch,
      delay: dependencies.delay,
      onWait: (milliseconds) =>
        terminal.progress(`The Worker's rate limit is reached: waiting ${formatDuration(milliseconds)} …`),
    });
  }
  const threshold = shareOption(options, "threshold") ?? DEFAULT_CONFIDENCE_THRESHOLD;
  const { newId } = dependencies;
  if (documents !== undefined) {
    const corpus = await buildDocuments(documents, { site: "test-set", language: languageOption(options) });
    return createCorpusTarget(corpus, { kind: "documents", name, threshold, newId, ranker });
  }
  let folder = options.text("corpus") ?? DEFAULT_CORPUS_FOLDER;
  if (source !== undefined) {
    folder = await temporaryFolder();
    await buildCorpus({
      sources: [source],
      cwd: process.cwd(),
      out: folder,
      site: siteOption(options),
      language: languageOption(options),
      baseUrl: baseUrlOption(options),
    });
  }
  const corpus = await openCorpusFolder(folder, process.cwd());
  return createCorpusTarget(corpus, { kind: "folder", name: source ?? folder, threshold, newId, ranker });
}

/** A folder that is made when it is needed. */
export function createTemporaryFolder(): { path: () => Promise<string>; remove: () => Promise<void> } {
  let folder: string | undefined;
  return {
    path: async () => join((folder ??= await mkdtemp(join(tmpdir(), "assistant-chat-eval-"))), "corpus"),
    remove: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
