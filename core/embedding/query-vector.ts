import { createPause } from "../pause-after-failures.ts";
import { DeadlineError, startTimer, withinDeadline, type StartTimer } from "../within-deadline.ts";
import { EmbeddingError, type EmbeddingFailure, type EmbeddingProvider } from "./embedding-provider.ts";

export type QueryVectorFailure =
  | EmbeddingFailure
  | { reason: "embedding-timeout"; deadlineMs: number }
  /** A fault in a provider of ours. */
  | { reason: "embedding-faulty"; detail: string };

/** Embeds questions while visitors wait. */
export interface QueryEmbedder {
  readonly model: string;
  readonly dimensions: number;
  /**
   * The vector of a question; undefined where there is none in time, and the search goes by words alone.
   *
   * @throws the signal's reason once the signal is aborted, and nothing else.
   */
  embed(question: string, options: { signal: AbortSignal }): Promise<Float32Array | undefined>;
}

export interface QueryEmbedderOptions {
  provider: EmbeddingProvider;
  /** Default {@link QUERY_VECTOR_DEADLINE_MS}. */
  deadlineMs?: number | undefined;
  startTimer?: StartTimer | undefined;
  onFailure?: ((failure: QueryVectorFailure) => void) | undefined;
}

/** Longer than most providers take, and short enough that a visitor does not notice when one is away. */
const QUERY_VECTOR_DEADLINE_MS = 300;

/** Questions that are remembered: at 256 dimensions about 200 KB. */
const REMEMBERED_QUESTIONS = 200;

/** One embedder per isolate: it remembers the questions that were asked last, and that a provider is away. */
export function createQueryEmbedder({
  provider,
  deadlineMs = QUERY_VECTOR_DEADLINE_MS,
  startTimer: start = startTimer,
  onFailure,
}: QueryEmbedderOptions): QueryEmbedder {
  const remembered = new Map<string, Float32Array>();
  // Meanwhile questions go by words alone.
  const pause = createPause();

  const remember = (key: string, vector: Float32Array): void => {
    remembered.delete(key);
    remembered.set(key, vector);
    const oldest = remembered.keys().next();
    if (remembered.size > REMEMBERED_QUESTIONS && oldest.done === false) remembered.delete(oldest.value);
  };
  const failureOf = (error: unknown): QueryVectorFailure => {
    if (error instanceof EmbeddingError) return error.failure;
    if (error instanceof DeadlineError) return { reason: "embedding-timeout", deadlineMs };
    return { reason: "embedding-faulty", detail: error instanceof Error ? error.name : typeof error };
  };

  return {
    model: provider.model,
    dimensions: provider.dimensions,
    async embed(question, { signal }) {
      signal.throwIfAborted();
      const key = question.normalize("NFC").replace(/\s+/g, " ").trim();
      if (key === "") return undefined;
      const known = remembered.get(key);
      if (known !== undefined) {
        remember(key, known);
        return known;
      }
      if (pause.skips()) return undefined;
      try {
        const [vector] = await withinDeadline(
          (inner) => provider.embed([key], { signal: inner, kind: "query" }),
          { deadlineMs, start, signal },
        );
        pause.succeeded();
        if (vector !== undefined) remember(key, vector);
        return vector;
      } catch (error) {
        signal.throwIfAborted();
        pause.failed();
        onFailure?.(failureOf(error));
        return undefined;
      }
    },
  };
}
