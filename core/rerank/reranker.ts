import type { OnModelCall } from "../usage/model-calls.ts";

/** Why passages could not be reranked. Data for the log and the command line: nothing of it reaches a visitor. */
export type RerankFailure =
  | { reason: "rerank-unauthorized"; status: number }
  | { reason: "rerank-rate-limited"; status: number }
  | { reason: "rerank-rejected"; status: number }
  | { reason: "rerank-unreachable"; detail: string }
  /** The server answered with something else than scores of the texts. */
  | { reason: "rerank-invalid"; detail: string };

export class RerankError extends Error {
  readonly failure: RerankFailure;
  constructor(failure: RerankFailure, cause?: unknown) {
    super(failure.reason, { cause });
    this.name = "RerankError";
    this.failure = failure;
  }
}

/** Of each text, in their order; undefined where the service told none. Only their order means anything. */
export type Scores = readonly (number | undefined)[];

/**
 * A model that reads a question together with each text, and says how well the text answers it. `rerank` resolves
 * with as many scores as texts, at least one of them a finite number; it throws only {@link RerankError}, or the
 * signal's reason once the signal is aborted.
 */
export interface Reranker {
  /** Of the service, for notices. */
  readonly name: string;
  /** Vendor's id; empty where the server has only one. */
  readonly model: string;
  rerank(
    query: string,
    texts: readonly string[],
    options: { signal: AbortSignal; onCall?: OnModelCall | undefined },
  ): Promise<Scores>;
}
