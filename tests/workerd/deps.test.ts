import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { createDeps } from "../../worker/deps.ts";
import type { Env } from "../../worker/env.ts";
import { ConfigError } from "../../worker/config/read-value.ts";

const base: Env = { ...env, OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, OPENAI_MODEL: undefined };

describe("what stands behind each seam", () => {
  test("without a key nothing asks a model, and everything else is there", () => {
    const deps = createDeps(base);
    expect(deps.provider.mode).toBe("extractive");
    expect([deps.rewriter, deps.translator, deps.queryEmbedder]).toEqual([undefined, undefined, undefined]);
    expect(deps.translationCache).toBeDefined();
    expect(createDeps({ ...base, ANSWER_CACHE_TTL_SECONDS: "0" }).translationCache).toBeUndefined();
  });

  test("with a key the model writes, rewrites and translates", () => {
    const deps = createDeps({ ...base, OPENAI_API_KEY: "k", OPENAI_MODEL: "m-1" });
    expect(deps.provider).toMatchObject({ mode: "generative", model: "m-1" });
    expect(deps.rewriter).toBeDefined();
    expect(deps.translator?.model).toBe("m-1");
    expect(deps.queryEmbedder).toBeUndefined();
    expect(deps.verifier).toBeUndefined();
    const verified = createDeps({ ...base, OPENAI_API_KEY: "k", VERIFY_MODEL: "small-1" });
    expect(verified.verifier?.model).toBe("small-1");
  });

  test("passages are reranked by a server, or by Workers AI where its binding is", async () => {
    expect(createDeps(base).ranker).toBeUndefined();
    const server = createDeps({ ...base, RERANK_URL: "https://rank.example/v1/rerank", RERANK_MODEL: "r-1" });
    expect(server.ranker?.model).toBe("r-1");

    const asked: unknown[] = [];
    const run = (...values: unknown[]): Promise<unknown> => {
      asked.push(...values);
      return Promise.resolve({ response: [{ id: 1, score: 0.9 }] });
    };
    const AI = { run } as unknown as NonNullable<Env["AI"]>;
    const own = createDeps({ ...base, AI, RERANK_MODEL: "@cf/baai/bge-reranker-base" });
    const candidate = { title: "T", headingPath: [], blocks: [] };
    const { signal } = new AbortController();
    expect(await own.ranker?.rank("What?", [candidate, candidate, candidate], { signal })).toEqual([1, 0, 2]);
    expect(asked).toEqual([
      "@cf/baai/bge-reranker-base",
      { query: "What?", contexts: Array(3).fill({ text: "T" }), top_k: 3 },
    ]);
    expect(() => createDeps({ ...base, RERANK_MODEL: "@cf/baai/bge-reranker-base" })).toThrow(ConfigError);
  });

  test("questions are embedded by the server of the key, or by Workers AI where its binding is", async () => {
    const server = createDeps({ ...base, OPENAI_API_KEY: "k", EMBEDDING_MODEL: "text-embedding-3-small" });
    expect(server.queryEmbedder).toMatchObject({ model: "text-embedding-3-small", dimensions: 256 });

    const asked: unknown[] = [];
    const run = (...values: unknown[]): Promise<unknown> => {
      asked.push(...values);
      return Promise.resolve({ data: [Array<number>(384).fill(1)] });
    };
    const AI = { run } as unknown as NonNullable<Env["AI"]>;
    const own = createDeps({ ...base, AI, EMBEDDING_MODEL: "@cf/baai/bge-small-en-v1.5" });
    const vector = await own.queryEmbedder?.embed("What?", { signal: new AbortController().signal });
    expect(vector).toHaveLength(384);
    expect(asked[0]).toBe("@cf/baai/bge-small-en-v1.5");
    expect(() => createDeps({ ...base, EMBEDDING_MODEL: "@cf/baai/bge-m3" })).toThrow(ConfigError);
  });
});
