/** What of the configuration says who puts the passages in a better order. */
import { RERANK_DEADLINE_MS } from "../../core/rerank/candidate-ranker.ts";
import type { ConfigVars } from "./config-vars.ts";
import { ConfigError, isHttpUrl, readNumber, readText } from "./read-value.ts";

export type RerankConfig = { deadlineMs: number } & (
  | { kind: "workers-ai"; model: string }
  | { kind: "server"; url: string; model: string | undefined; apiKey: string | undefined }
);

/** Longer than that nobody should wait for an order of passages, whichever server it is. */
const MAX_DEADLINE_MS = 10_000;

/** @returns undefined where passages stay in the order of the search. */
export function readRerank(vars: ConfigVars): RerankConfig | undefined {
  const url = readText("RERANK_URL", vars.RERANK_URL);
  const model = readText("RERANK_MODEL", vars.RERANK_MODEL);
  const apiKey = readText("RERANK_API_KEY", vars.RERANK_API_KEY);
  const deadlineMs = readNumber("RERANK_DEADLINE_MS", vars.RERANK_DEADLINE_MS, {
    min: 50,
    max: MAX_DEADLINE_MS,
    default: RERANK_DEADLINE_MS,
  });
  if (model?.startsWith("@cf/") === true) {
    if (url === undefined) return { kind: "workers-ai", model, deadlineMs };
    throw new ConfigError(
      "RERANK_URL",
      "is set, and RERANK_MODEL names a model of Workers AI, which is reached by the binding AI. Remove one of them.",
    );
  }
  if (url === undefined) {
    if (model === undefined && apiKey === undefined) return undefined;
    throw new ConfigError(
      "RERANK_URL",
      `is not set although ${model === undefined ? "RERANK_API_KEY" : "RERANK_MODEL"} is. Write the whole address, ` +
        "such as https://api.jina.ai/v1/rerank, or name a model of Workers AI such as @cf/baai/bge-reranker-base.",
    );
  }
  if (!isHttpUrl(url) || new URL(url).pathname === "/") {
    throw new ConfigError(
      "RERANK_URL",
      "is not the address of a reranker. Write it whole, such as https://api.jina.ai/v1/rerank.",
    );
  }
  return { kind: "server", url, model, apiKey, deadlineMs };
}
