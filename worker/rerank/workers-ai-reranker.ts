import { createReranker } from "../../core/rerank/create-reranker.ts";
import type { Reranker } from "../../core/rerank/reranker.ts";

/** What the binding takes and what of it is sent. */
export interface WorkersAiRerankInput {
  query: string;
  contexts: { text: string }[];
  top_k: number;
}

export interface WorkersAiRerankerOptions {
  /** The binding `AI`, or what stands in for it. */
  ai: { run: (model: string, input: WorkersAiRerankInput) => Promise<unknown> };
  /** Such as `@cf/baai/bge-reranker-base`. */
  model: string;
}

/**
 * Passages reranked by Workers AI, by its binding: no key and no request to another host.
 *
 * @see https://developers.cloudflare.com/workers-ai/models/bge-reranker-base/
 */
export function createWorkersAiReranker({ ai, model }: WorkersAiRerankerOptions): Reranker {
  return createReranker({
    name: "workers-ai",
    model,
    // The binding takes no signal: what is no longer waited for ends by itself.
    send(query, texts, { onSend }) {
      onSend();
      return ai.run(model, { query, contexts: texts.map((text) => ({ text })), top_k: texts.length });
    },
  });
}
