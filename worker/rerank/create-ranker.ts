/** The reranker that the configuration names. */
import { createCandidateRanker, type CandidateRanker } from "../../core/rerank/candidate-ranker.ts";
import { createHttpReranker } from "../../core/rerank/http-reranker.ts";
import type { Reranker } from "../../core/rerank/reranker.ts";
import { ConfigError } from "../config/read-value.ts";
import type { RerankConfig } from "../config/rerank-config.ts";
import type { Env } from "../env.ts";
import type { Log } from "../log.ts";
import { createWorkersAiReranker, type WorkersAiRerankInput } from "./workers-ai-reranker.ts";

/** @throws ConfigError where the model is one of Workers AI and the binding is missing. */
export function createRanker(config: RerankConfig, env: Pick<Env, "AI">, log: Log): CandidateRanker {
  return createCandidateRanker({
    reranker: createReranker(config, env),
    deadlineMs: config.deadlineMs,
    onFailure: (failure) => log({ level: "warn", event: "reranking-failed", ...failure }),
  });
}

function createReranker(config: RerankConfig, { AI: ai }: Pick<Env, "AI">): Reranker {
  if (config.kind === "server") {
    return createHttpReranker({ ...config, fetch: (input, init) => fetch(input, init) });
  }
  if (ai === undefined) {
    throw new ConfigError(
      "AI",
      "is not bound, although RERANK_MODEL names a model of Workers AI. Add [ai] to wrangler.toml.",
    );
  }
  const run = ai.run.bind(ai) as (model: string, input: WorkersAiRerankInput) => Promise<unknown>;
  return createWorkersAiReranker({ ai: { run }, model: config.model });
}
