import { startJsonServer, type JsonResponse } from "./json-server.ts";

/** Servers whose `/rerank` looks like that of one maker: what they take, what they refuse, what they answer. */
export const RERANK_VENDORS = ["cohere", "jina", "voyage", "vllm", "tei", "llama.cpp"] as const;
export type RerankVendor = (typeof RERANK_VENDORS)[number];

export interface RerankServer {
  /** The whole address. */
  readonly url: string;
  readonly requests: { authorization: string | undefined; body: Record<string, unknown> }[];
  /** The next answers, in their order, instead of scores; "hang" never answers. */
  readonly script: ("hang" | JsonResponse)[];
  close(): Promise<void>;
}

const PATHS: Record<RerankVendor, string> = {
  "cohere": "/v2/rerank",
  "jina": "/v1/rerank",
  "voyage": "/v1/rerank",
  "vllm": "/rerank",
  "tei": "/rerank",
  "llama.cpp": "/v1/rerank",
};

/** A local server that ranks texts by the trigrams of letters that they share with the query: simple, and real. */
export async function startRerankServer(
  vendor: RerankVendor,
  scoreOf: (query: string, text: string) => number = trigramScore,
): Promise<RerankServer> {
  const requests: RerankServer["requests"] = [];
  const script: RerankServer["script"] = [];
  const server = await startJsonServer((body, { headers, url }) => {
    requests.push({ authorization: headers.authorization, body });
    const scripted = script.shift();
    return scripted === "hang" ? undefined : (scripted ?? answerOf(vendor, url ?? "", body, scoreOf));
  });
  return { url: `${server.origin}${PATHS[vendor]}`, requests, script, close: server.close };
}

/** Fields of a request that each knows; those in front it needs. What is strict refuses all others. */
const FIELDS: Record<RerankVendor, { needs: string[]; knows: string[]; isStrict: boolean; refusal: number }> =
  {
    "cohere": {
      needs: ["model", "query", "documents"],
      knows: ["top_n", "max_tokens_per_doc"],
      isStrict: true,
      refusal: 400,
    },
    "jina": {
      needs: ["model", "query", "documents"],
      knows: ["top_n", "return_documents"],
      isStrict: true,
      refusal: 422,
    },
    "voyage": {
      needs: ["model", "query", "documents"],
      knows: ["top_k", "return_documents", "truncation"],
      isStrict: true,
      refusal: 400,
    },
    "vllm": { needs: ["query", "documents"], knows: ["model", "top_n"], isStrict: false, refusal: 400 },
    "tei": {
      needs: ["query", "texts"],
      knows: ["truncate", "raw_scores", "return_text"],
      isStrict: false,
      refusal: 422,
    },
    "llama.cpp": { needs: ["query"], knows: ["documents", "texts", "top_n"], isStrict: false, refusal: 400 },
  };

function answerOf(
  vendor: RerankVendor,
  path: string,
  body: Record<string, unknown>,
  scoreOf: (query: string, text: string) => number,
): { status?: number; body: string } {
  if (path !== PATHS[vendor]) return { status: 404, body: "no such route" };
  const { needs, knows, isStrict, refusal } = FIELDS[vendor];
  const isKnown = (name: string): boolean => needs.includes(name) || knows.includes(name);
  const texts = (body["texts"] ?? body["documents"]) as string[] | undefined;
  if (
    needs.some((name) => body[name] === undefined) ||
    (isStrict && !Object.keys(body).every(isKnown)) ||
    texts === undefined ||
    texts.some((text) => text === "")
  ) {
    return { status: refusal, body: JSON.stringify({ message: `invalid: ${JSON.stringify(body)}` }) };
  }
  const scored = texts
    .map((text, index) => ({ index, text, score: scoreOf(String(body["query"]), text) }))
    .sort((a, b) => b.score - a.score);
  return { body: JSON.stringify(shapeOf(vendor, scored, "texts" in body)) };
}

interface ScoredText {
  index: number;
  text: string;
  /** 0 to 1. */
  score: number;
}

function shapeOf(vendor: RerankVendor, scored: readonly ScoredText[], saysTexts: boolean): unknown {
  const results = scored.map(({ index, score }) => ({ index, relevance_score: score }));
  switch (vendor) {
    case "cohere":
      return { id: "07734bd2", results, meta: { billed_units: { search_units: 1 } } };
    case "jina":
      return {
        model: "jina-reranker-v3",
        // Its texts come back where nobody asked for them not to.
        results: scored.map(({ index, text, score }) => ({
          index,
          relevance_score: score,
          document: { text },
        })),
        usage: { total_tokens: 815 },
      };
    case "voyage":
      return { object: "list", data: results, model: "rerank-2.5", usage: { total_tokens: 815 } };
    case "vllm":
      return { id: "rerank-1", model: "m", usage: { prompt_tokens: 815, total_tokens: 815 }, results };
    case "tei":
      return scored.map(({ index, score }) => ({ index, score }));
    case "llama.cpp": {
      // Logits, in the order of the texts.
      const logits = scored.map(({ index, score }) => ({ index, relevance_score: 20 * score - 10 }));
      const inOrder = logits.toSorted((a, b) => a.index - b.index);
      return saysTexts
        ? inOrder.map(({ index, relevance_score: score }) => ({ index, score }))
        : { model: "m", object: "list", usage: { prompt_tokens: 815, total_tokens: 815 }, results: inOrder };
    }
  }
}

/** Share of the query's trigrams of letters that a text has. */
export function trigramScore(query: string, text: string): number {
  const asked = trigrams(query);
  const held = trigrams(text);
  return [...asked].filter((trigram) => held.has(trigram)).length / Math.max(1, asked.size);
}

function trigrams(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: word.length }, (_, at) => ` ${word} `.slice(at, at + 3)).filter(
        ({ length }) => length === 3,
      ),
    ),
  );
}
