/** The reranker of `eval --rerank`: asked as the Worker asks it, with more patience, and timed. */
import {
  createCandidateRanker,
  RERANK_DEADLINE_MS,
  type CandidateRanker,
  type CandidateRankFailure,
} from "../../core/rerank/candidate-ranker.ts";
import { createHttpReranker } from "../../core/rerank/http-reranker.ts";
import { CliError } from "../cli-error.ts";
import type { CommandContext, OptionDescription } from "../command.ts";
import { mean } from "./metrics.ts";
import type { QuestionResult, Ranking } from "./judge.ts";

export const RERANK_OPTIONS: Record<string, OptionDescription> = {
  "rerank": {
    type: "string",
    value: "URL",
    help: "on a folder: rerank what is found with this server's /rerank too (key: RERANK_API_KEY)",
  },
  "rerank-model": { type: "string", value: "NAME", help: "with --rerank: the server's name of the model" },
};

/** Longer than the Worker waits: how long a server takes is one of the things to find out. */
const PATIENCE_MS = 10_000;

/** Each between 0 and 1. */
export interface RankingMeasures {
  ndcgAt10: number;
  recallAt5: number;
  recallAt10: number;
  mrr: number;
}

export interface RerankingReport {
  /** Host of the server. */
  service: string;
  model: string;
  /** Questions whose ranking was measured. */
  questions: number;
  /** Over the same questions; null where there are none. */
  before: RankingMeasures | null;
  after: RankingMeasures | null;
  requests: number;
  /** By reason, such as `rerank-timeout` or `rerank-rejected (HTTP 404)`. The order of the search was kept for these. */
  failures: Record<string, number>;
  /** Of requests that succeeded; null where none did. */
  latencyMs: { median: number; p95: number } | null;
  /** Of these, how many took longer than the Worker waits by default. */
  late: number;
}

export interface RerankMeter {
  ranker: CandidateRanker;
  report(results: readonly QuestionResult[]): RerankingReport;
}

/**
 * @returns undefined where nothing is to be reranked.
 * @throws CliError for an address that is none.
 */
export function createRerankMeter({
  options,
  process,
  dependencies,
}: CommandContext): RerankMeter | undefined {
  const url = options.text("rerank");
  const model = options.text("rerank-model");
  if (url === undefined) {
    if (model === undefined) return undefined;
    throw new CliError("usage", "--rerank-model belongs to --rerank", "eval");
  }
  if (options.text("endpoint") !== undefined) {
    throw new CliError("usage", "A Worker reranks by itself: --rerank is for a folder", "eval");
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).pathname === "/") {
    throw new CliError("rerank-url-invalid", url);
  }
  const reranker = createHttpReranker({
    url,
    model,
    apiKey: process.env["RERANK_API_KEY"]?.trim() || undefined,
    fetch: dependencies.fetch,
  });
  const took: number[] = [];
  const failures: Record<string, number> = {};
  let requests = 0;
  const ranker = createCandidateRanker({
    reranker: {
      ...reranker,
      async rerank(query, texts, rerankOptions) {
        requests++;
        const begunAtMs = dependencies.now();
        const scores = await reranker.rerank(query, texts, rerankOptions);
        took.push(dependencies.now() - begunAtMs);
        return scores;
      },
    },
    deadlineMs: PATIENCE_MS,
    neverPauses: true,
    onFailure(failure) {
      const name = describeRerankFailure(failure);
      failures[name] = (failures[name] ?? 0) + 1;
    },
  });
  return {
    ranker,
    report(results) {
      const measured = results.flatMap(({ reranked, ndcgAt10, recallAt5, recallAt10, rank }) =>
        reranked === null || ndcgAt10 === null
          ? []
          : [{ before: { ndcgAt10, recallAt5, recallAt10, rank }, after: reranked }],
      );
      return {
        service: reranker.name,
        model: reranker.model,
        questions: measured.length,
        before: meansOf(measured.map(({ before }) => before)),
        after: meansOf(measured.map(({ after }) => after)),
        requests,
        failures,
        latencyMs: latencyOf(took),
        late: took.filter((milliseconds) => milliseconds > RERANK_DEADLINE_MS).length,
      };
    },
  };
}

function meansOf(rankings: readonly Ranking[]): RankingMeasures | null {
  const meanOf = (pick: (ranking: Ranking) => number | null): number =>
    mean(rankings.map((ranking) => pick(ranking) ?? 0)) ?? 0;
  return rankings.length === 0
    ? null
    : {
        ndcgAt10: meanOf(({ ndcgAt10 }) => ndcgAt10),
        recallAt5: meanOf(({ recallAt5 }) => recallAt5),
        recallAt10: meanOf(({ recallAt10 }) => recallAt10),
        mrr: meanOf(({ rank }) => (rank === null ? 0 : 1 / rank)),
      };
}

function latencyOf(took: readonly number[]): RerankingReport["latencyMs"] {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return sorted.length === 0 ? null : { median: at(0.5), p95: at(0.95) };
}

function describeRerankFailure(failure: CandidateRankFailure): string {
  switch (failure.reason) {
    case "rerank-unauthorized":
    case "rerank-rate-limited":
    case "rerank-rejected":
      return `${failure.reason} (HTTP ${failure.status})`;
    case "rerank-unreachable":
    case "rerank-invalid":
    case "rerank-faulty":
      return `${failure.reason} (${failure.detail})`;
    case "rerank-timeout":
      return `${failure.reason} (${failure.deadlineMs} ms)`;
  }
}
