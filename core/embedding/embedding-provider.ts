/** Why texts could not be embedded. Data for the log and the command line: nothing of it reaches a visitor. */
export type EmbeddingFailure =
  | { reason: "embedding-unauthorized"; status: number }
  | { reason: "embedding-rate-limited"; status: number; retryAfterMs?: number }
  | { reason: "embedding-rejected"; status: number }
  | { reason: "embedding-unreachable"; detail: string }
  /** The server answered with something else than one vector for each text. */
  | { reason: "embedding-invalid"; detail: string };

export class EmbeddingError extends Error {
  readonly failure: EmbeddingFailure;
  constructor(failure: EmbeddingFailure, cause?: unknown) {
    super(failure.reason, { cause });
    this.name = "EmbeddingError";
    this.failure = failure;
  }
}

/** Questions and passages are embedded differently by some models. */
export type EmbeddedKind = "query" | "passage";

/**
 * Turns texts into vectors. `embed` resolves with one unit vector of `dimensions` numbers for each text, in
 * their order; it throws only {@link EmbeddingError}, or the signal's reason once the signal is aborted.
 */
export interface EmbeddingProvider {
  readonly name: string;
  /** Vendor's id. Vectors of different models cannot be compared. */
  readonly model: string;
  readonly dimensions: number;
  /** Texts that one call may hold. */
  readonly maxBatch: number;
  embed(
    texts: readonly string[],
    options: { signal: AbortSignal; kind: EmbeddedKind },
  ): Promise<Float32Array[]>;
}
