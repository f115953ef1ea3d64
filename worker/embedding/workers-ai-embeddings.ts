import { createEmbeddingProvider } from "../../core/embedding/create-embedding-provider.ts";
import type { EmbeddingProvider } from "../../core/embedding/embedding-provider.ts";

export interface WorkersAiEmbeddingsOptions {
  /** The binding `AI`, or what stands in for it. */
  ai: { run: (model: string, input: { text: string[] }) => Promise<unknown> };
  /** Such as `@cf/baai/bge-m3`. */
  model: string;
  dimensions: number;
}

/** Texts of one call, as Workers AI takes them. */
const MAX_BATCH = 100;

/** Vectors from Workers AI, by its binding: no key and no request to another host. */
export function createWorkersAiEmbeddings({
  ai,
  model,
  dimensions,
}: WorkersAiEmbeddingsOptions): EmbeddingProvider {
  return createEmbeddingProvider({
    name: "workers-ai",
    model,
    dimensions,
    maxBatch: MAX_BATCH,
    // The binding takes no signal: what is no longer waited for ends by itself.
    send: (texts) => ai.run(model, { text: [...texts] }),
  });
}
