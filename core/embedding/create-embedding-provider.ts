/**
 * What all embedding providers do alike: make texts fit, tell every way in which a service can fail by one set of
 * reasons, and take its answer only where there is one vector for each text.
 */
import { cutToTokens } from "../text/estimate-tokens.ts";
import { embeddingModel } from "./embedding-models.ts";
import { EmbeddingError, type EmbeddingProvider } from "./embedding-provider.ts";
import { toUnitVector } from "./unit-vector.ts";

export interface EmbeddingService extends Pick<
  EmbeddingProvider,
  "name" | "model" | "dimensions" | "maxBatch"
> {
  /**
   * Sends texts, none of which is empty, and resolves with the answer as it came: `{ data }`, a list of vectors in
   * the order of the texts, or of objects with `embedding` and the `index` of the text. May throw anything.
   */
  send: (texts: readonly string[], signal: AbortSignal) => Promise<unknown>;
}

export function createEmbeddingProvider({ send, ...description }: EmbeddingService): EmbeddingProvider {
  const { model, dimensions } = description;
  const { queryPrefix, maxTokens } = embeddingModel(model);
  return {
    ...description,
    async embed(texts, { signal, kind }) {
      signal.throwIfAborted();
      if (texts.length === 0) return [];
      const prefix = kind === "query" ? queryPrefix : "";
      // Services refuse empty texts.
      const input = texts.map((text) => prefix + (cutToTokens(text.trim(), maxTokens) || "-"));
      let answer: unknown;
      try {
        answer = await send(input, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw asEmbeddingError(error);
      }
      signal.throwIfAborted();
      return readVectors(answer, texts.length).map((vector) => toUnitVector(vector, dimensions));
    },
  };
}

/** A message of a service may repeat the key or the texts: only the kind of the error is kept. */
function asEmbeddingError(error: unknown): EmbeddingError {
  if (error instanceof EmbeddingError) return error;
  if (error instanceof SyntaxError) return invalid("it is not JSON");
  const detail = error instanceof Error ? error.name : typeof error;
  return new EmbeddingError({ reason: "embedding-unreachable", detail }, error);
}

/** The vectors of an answer, in the order of the texts. */
function readVectors(answer: unknown, textCount: number): readonly number[][] {
  const data = (answer as { data?: unknown } | null | undefined)?.data;
  if (!Array.isArray(data)) throw invalid("it has an unexpected shape");
  const vectors = new Map<number, number[]>();
  data.forEach((entry: unknown, place) => {
    const { index, embedding } = Array.isArray(entry)
      ? { index: place, embedding: entry }
      : ((entry ?? {}) as { index?: unknown; embedding?: unknown });
    if (typeof index !== "number" || !isVector(embedding)) throw invalid("it has an unexpected shape");
    vectors.set(index, embedding);
  });
  if (data.length !== textCount || vectors.size !== textCount) {
    throw invalid(`${data.length} vectors for ${textCount} texts`);
  }
  return Array.from({ length: textCount }, (_, index) => vectors.get(index) ?? []);
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((number) => typeof number === "number");
}

function invalid(detail: string): EmbeddingError {
  return new EmbeddingError({ reason: "embedding-invalid", detail });
}
