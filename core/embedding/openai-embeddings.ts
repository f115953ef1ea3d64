/**
 * Vectors from any server that speaks OpenAI's `/embeddings`. By `fetch` alone: the Worker embeds a question
 * with it and the command embeds the pages, and neither needs a client for one request.
 *
 * @see https://platform.openai.com/docs/api-reference/embeddings
 */
import * as z from "zod";
import { cutToTokens } from "../answer/estimate-tokens.ts";
import { embeddingModel } from "./embedding-models.ts";
import { EmbeddingError, type EmbeddingFailure, type EmbeddingProvider } from "./embedding-provider.ts";
import { toUnitVector } from "./unit-vector.ts";

export interface OpenAiEmbeddingsOptions {
  apiKey: string;
  /** The part before `/embeddings`. */
  baseUrl: string;
  model: string;
  /** Length of the vectors, as far as the model can be shortened. */
  dimensions: number;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
}

/** Texts in one request: servers take hundreds, and a failed request costs as many again. */
const MAX_BATCH = 64;

/** A longer wait than this is no use, and often a mistake of the server. */
const MAX_RETRY_AFTER_MS = 10 * 60 * 1000;

const responseSchema = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) })),
});

export function createOpenAiEmbeddings(options: OpenAiEmbeddingsOptions): EmbeddingProvider {
  const { apiKey, baseUrl, model, dimensions, fetch } = options;
  const { canBeShortened, queryPrefix, maxTokens } = embeddingModel(model);
  const url = `${baseUrl.replace(/\/+$/, "")}/embeddings`;
  const fail = (failure: EmbeddingFailure, cause?: unknown): never => {
    throw new EmbeddingError(failure, cause);
  };

  const request = async (input: readonly string[], signal: AbortSignal): Promise<unknown> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "authorization": `Bearer ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify({ model, input, encoding_format: "float", ...(canBeShortened && { dimensions }) }),
      // Followed, a redirect would hand the texts and the key to whichever host it names.
      redirect: "manual",
      signal,
    });
    if (response.ok) return response.json();
    // What a server says of an error may repeat the key or the texts: only its status is kept.
    await response.body?.cancel().catch(() => undefined);
    return fail(failureOfStatus(response));
  };

  return {
    name: new URL(baseUrl).host,
    model,
    dimensions,
    maxBatch: MAX_BATCH,
    async embed(texts, { signal, kind }) {
      signal.throwIfAborted();
      if (texts.length === 0) return [];
      const prefix = kind === "query" ? queryPrefix : "";
      // Servers refuse empty texts.
      const input = texts.map((text) => prefix + (cutToTokens(text.trim(), maxTokens) || "-"));
      let body: unknown;
      try {
        body = await request(input, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof EmbeddingError) throw error;
        if (error instanceof SyntaxError)
          return fail({ reason: "embedding-invalid", detail: "it is not JSON" });
        return fail(
          { reason: "embedding-unreachable", detail: error instanceof Error ? error.name : typeof error },
          error,
        );
      }
      signal.throwIfAborted();
      const parsed = responseSchema.safeParse(body);
      if (!parsed.success) return fail({ reason: "embedding-invalid", detail: "it has an unexpected shape" });
      // Each vector says which text it is of, and no order is promised.
      const vectors = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
      if (parsed.data.data.length !== texts.length || vectors.size !== texts.length) {
        const detail = `${parsed.data.data.length} vectors for ${texts.length} texts`;
        return fail({ reason: "embedding-invalid", detail });
      }
      return texts.map((_, index) => toUnitVector(vectors.get(index) ?? [], dimensions));
    },
  };
}

function failureOfStatus({ status, headers }: Response): EmbeddingFailure {
  if (status === 401 || status === 403) return { reason: "embedding-unauthorized", status };
  if (status === 429) {
    const seconds = /^\d+(\.\d+)?$/.exec(headers.get("retry-after")?.trim() ?? "")?.[0];
    const retryAfterMs =
      seconds === undefined ? undefined : Math.min(Number(seconds) * 1000, MAX_RETRY_AFTER_MS);
    return { reason: "embedding-rate-limited", status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 500 || status === 408) return { reason: "embedding-unreachable", detail: `HTTP ${status}` };
  return { reason: "embedding-rejected", status };
}
