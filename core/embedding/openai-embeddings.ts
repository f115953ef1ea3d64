/**
 * Vectors from any server that speaks OpenAI's `/embeddings`. By `fetch` alone: the Worker embeds a question
 * with it and the command embeds the pages, and neither needs a client for one request.
 *
 * @see https://platform.openai.com/docs/api-reference/embeddings
 */
import { createEmbeddingProvider } from "./create-embedding-provider.ts";
import { embeddingModel } from "./embedding-models.ts";
import { EmbeddingError, type EmbeddingFailure, type EmbeddingProvider } from "./embedding-provider.ts";

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

export function createOpenAiEmbeddings(options: OpenAiEmbeddingsOptions): EmbeddingProvider {
  const { apiKey, baseUrl, model, dimensions, fetch } = options;
  const { canBeShortened } = embeddingModel(model);
  const url = `${baseUrl.replace(/\/+$/, "")}/embeddings`;
  return createEmbeddingProvider({
    name: new URL(baseUrl).host,
    model,
    dimensions,
    maxBatch: MAX_BATCH,
    async send(input, signal) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "authorization": `Bearer ${apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({
          model,
          input,
          encoding_format: "float",
          ...(canBeShortened && { dimensions }),
        }),
        // Followed, a redirect would hand the texts and the key to whichever host it names.
        redirect: "manual",
        signal,
      });
      if (response.ok) return response.json();
      // What a server says of an error may repeat the key or the texts: only its status is kept.
      await response.body?.cancel().catch(() => undefined);
      throw new EmbeddingError(failureOfStatus(response));
    },
  });
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
