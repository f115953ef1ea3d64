/**
 * Passages reranked by any server with a `/rerank` of the shape that Cohere gave it. Requests hold what all of these
 * servers know and nothing else, since some refuse fields that they do not: no limit of results, which all of them
 * leave out gladly.
 *
 * @see https://docs.cohere.com/reference/rerank
 * @see https://jina.ai/reranker
 * @see https://docs.voyageai.com/reference/reranker-api
 * @see https://docs.vllm.ai (`/rerank`), https://github.com/ggml-org/llama.cpp/tree/master/tools/server (`/v1/rerank`)
 * @see https://huggingface.github.io/text-embeddings-inference (`/rerank`, which calls the texts `texts`)
 */
import { createReranker } from "./create-reranker.ts";
import { RerankError, type Reranker, type RerankFailure } from "./reranker.ts";

export interface HttpRerankerOptions {
  /** The whole address, such as `https://api.jina.ai/v1/rerank`. */
  url: string;
  /** Absent for a server that has one model. */
  model?: string | undefined;
  /** Absent for a server that asks for none. */
  apiKey?: string | undefined;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
}

/** What a server calls the texts. */
type TextsField = "documents" | "texts";

/** What a server answers that misses a field, or does not know one. */
const BODY_REFUSED: ReadonlySet<number> = new Set([400, 422]);

export function createHttpReranker({ url, model, apiKey, fetch }: HttpRerankerOptions): Reranker {
  // Servers that have one model are mostly those that say `texts`.
  let texts: TextsField = model === undefined ? "texts" : "documents";
  let isSure = false;

  const post = async (
    field: TextsField,
    query: string,
    values: readonly string[],
    signal: AbortSignal,
  ): Promise<Response> =>
    fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept": "application/json",
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        ...(model !== undefined && { model }),
        query,
        [field]: values,
        // That server alone refuses what is too long for its model, unless it is told to cut it.
        ...(field === "texts" && { truncate: true }),
      }),
      // Followed, a redirect would hand the texts and the key to whichever host it names.
      redirect: "manual",
      signal,
    });

  return createReranker({
    name: new URL(url).host,
    model: model ?? "",
    async send(query, values, { signal, onSend }) {
      onSend();
      let response = await post(texts, query, values, signal);
      if (!isSure && BODY_REFUSED.has(response.status)) {
        const other: TextsField = texts === "texts" ? "documents" : "texts";
        await discard(response);
        onSend();
        const second = await post(other, query, values, signal);
        if (second.ok) texts = other;
        response = second.ok ? second : response;
        if (!second.ok) await discard(second);
      }
      if (response.ok) {
        isSure = true;
        return response.json();
      }
      await discard(response);
      throw new RerankError(failureOfStatus(response.status));
    },
  });
}

/** What a server says of an error may repeat the key or the texts: only its status is kept. */
async function discard({ body, bodyUsed }: Response): Promise<void> {
  if (!bodyUsed && body?.locked !== true) await body?.cancel().catch(() => undefined);
}

function failureOfStatus(status: number): RerankFailure {
  if (status === 401 || status === 403) return { reason: "rerank-unauthorized", status };
  if (status === 429) return { reason: "rerank-rate-limited", status };
  if (status >= 500 || status === 408) return { reason: "rerank-unreachable", detail: `HTTP ${status}` };
  return { reason: "rerank-rejected", status };
}
