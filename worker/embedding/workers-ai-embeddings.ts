import * as z from "zod";
import { cutToTokens } from "../../core/answer/estimate-tokens.ts";
import { embeddingModel } from "../../core/embedding/embedding-models.ts";
import { EmbeddingError, type EmbeddingProvider } from "../../core/embedding/embedding-provider.ts";
import { toUnitVector } from "../../core/embedding/unit-vector.ts";

export interface WorkersAiEmbeddingsOptions {
  /** The binding `AI`, or what stands in for it. */
  ai: { run: (model: string, input: { text: string[] }) => Promise<unknown> };
  /** Such as `@cf/baai/bge-m3`. */
  model: string;
  dimensions: number;
}

/** Texts of one call, as Workers AI takes them. */
const MAX_BATCH = 100;

const resultSchema = z.object({ data: z.array(z.array(z.number())) });

/** Vectors from Workers AI, by its binding: no key and no request to another host. */
export function createWorkersAiEmbeddings({
  ai,
  model,
  dimensions,
}: WorkersAiEmbeddingsOptions): EmbeddingProvider {
  const { queryPrefix, maxTokens } = embeddingModel(model);
  return {
    name: "workers-ai",
    model,
    dimensions,
    maxBatch: MAX_BATCH,
    async embed(texts, { signal, kind }) {
      signal.throwIfAborted();
      if (texts.length === 0) return [];
      const prefix = kind === "query" ? queryPrefix : "";
      const text = texts.map((one) => prefix + (cutToTokens(one.trim(), maxTokens) || "-"));
      let result: unknown;
      try {
        // The binding takes no signal: what is no longer waited for ends by itself.
        result = await ai.run(model, { text });
      } catch (error) {
        signal.throwIfAborted();
        const detail = error instanceof Error ? error.name : typeof error;
        throw new EmbeddingError({ reason: "embedding-unreachable", detail }, error);
      }
      signal.throwIfAborted();
      const parsed = resultSchema.safeParse(result);
      const vectors = parsed.success ? parsed.data.data : [];
      if (vectors.length !== texts.length) {
        const detail = `${vectors.length} vectors for ${texts.length} texts`;
        throw new EmbeddingError({ reason: "embedding-invalid", detail });
      }
      return vectors.map((vector) => toUnitVector(vector, dimensions));
    },
  };
}
