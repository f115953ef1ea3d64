import { startJsonServer, type JsonResponse } from "./json-server.ts";

/** A local server with OpenAI's `/embeddings`. Texts that share words get vectors that are near. */
export interface EmbeddingServer {
  /** The part before `/embeddings`. */
  readonly baseUrl: string;
  readonly requests: { authorization: string | undefined; body: Record<string, unknown> }[];
  /** The next answers, in their order, instead of vectors; "hang" never answers. */
  readonly script: ("hang" | JsonResponse)[];
  close(): Promise<void>;
}

/** Full length of the vectors, of which a request may ask for the beginning. */
export const FULL_DIMENSIONS = 512;

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const requests: EmbeddingServer["requests"] = [];
  const script: EmbeddingServer["script"] = [];
  const server = await startJsonServer((body, { headers }) => {
    requests.push({ authorization: headers.authorization, body });
    const scripted = script.shift();
    return scripted === "hang" ? undefined : (scripted ?? { body: JSON.stringify(answerTo(body)) });
  });
  return { baseUrl: `${server.origin}/v1`, requests, script, close: server.close };
}

function answerTo(body: Record<string, unknown>): unknown {
  const input = body["input"] as string[];
  const dimensions = (body["dimensions"] as number | undefined) ?? FULL_DIMENSIONS;
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: bagOfWords(text).slice(0, dimensions),
  }));
  // Servers promise no order.
  return {
    object: "list",
    model: body["model"],
    data: data.reverse(),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}

/** Each word adds to a place of its own, and a little to all, so that no text is without direction. */
export function bagOfWords(text: string): number[] {
  const vector = Array<number>(FULL_DIMENSIONS).fill(0.01);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 64;
    vector[hash] = (vector[hash] ?? 0) + 1;
  }
  return vector;
}
