import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EmbeddingProvider } from "../../../core/embedding/embedding-provider.ts";
import { decodeVectors } from "../../../core/embedding/vectors-file.ts";
import {
  embeddingProblem,
  embeddingProviderFor,
  type EmbeddingEnvironment,
} from "../../../corpus/embedding/build-embeddings.ts";
import { embedChunks } from "../../../corpus/embedding/embed-chunks.ts";
import { SKETCHES, sketchChunk, type ChunkSketch } from "../../support/corpus.ts";
import { startEmbeddingServer, type EmbeddingServer } from "../../support/embedding-server.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const { signal } = new AbortController();
let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer();
});
afterAll(() => server.close());

const fetchUrl = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
const provider = (changes: Partial<EmbeddingProvider> = {}): EmbeddingProvider => ({
  ...embeddingProviderFor(
    "text-embedding-3-small",
    { OPENAI_API_KEY: "k", OPENAI_BASE_URL: server.baseUrl },
    fetchUrl,
  ),
  maxBatch: 2,
  ...changes,
});

const CHUNKS = SKETCHES.map(sketchChunk);

async function build(sketches: ChunkSketch[], cachePath: string, changes: Partial<EmbeddingProvider> = {}) {
  const before = server.requests.length;
  const progress: [number, number][] = [];
  const delays: number[] = [];
  const result = await embedChunks(sketches.map(sketchChunk), {
    provider: provider(changes),
    cachePath,
    delay: (milliseconds) => (delays.push(milliseconds), Promise.resolve()),
    signal,
    onProgress: (done, total) => progress.push([done, total]),
  });
  return { ...result, requests: server.requests.length - before, progress, delays };
}

describe("the vectors of a build", () => {
  test("are one for each chunk in their order, and find a passage by its meaning", async () => {
    const cachePath = join(await temporaryFolder(), "cache", "vectors.json");
    const { file, embedded, requests, progress } = await build(SKETCHES, cachePath);
    const opened = decodeVectors(file);
    expect(opened).toMatchObject({ model: "text-embedding-3-small", dimensions: 256, count: CHUNKS.length });
    expect([embedded, requests]).toEqual([5, 3]);
    expect(progress).toEqual([
      [0, 5],
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
    const [query] = await provider().embed(["who founded lumen in which release"], { signal, kind: "query" });
    const similarities = opened.similarities(query as Float32Array);
    expect(similarities.indexOf(Math.max(...similarities))).toBe(4);
  });

  test("cost nothing the second time, and only what changed the third", async () => {
    const cachePath = join(await temporaryFolder(), "vectors.json");
    const first = await build(SKETCHES, cachePath);
    const second = await build(SKETCHES, cachePath);
    expect([second.embedded, second.requests]).toEqual([0, 0]);
    expect(second.file).toEqual(first.file);
    const changed = SKETCHES.map((sketch, index) =>
      index === 2 ? { ...sketch, title: "Shipping" } : sketch,
    );
    const third = await build(changed, cachePath);
    expect(third.embedded).toBe(1);
    expect(third.file).not.toEqual(first.file);
    // What the third build no longer has is gone from the cache.
    expect((await build(SKETCHES, cachePath)).embedded).toBe(1);
  });

  test("are paid for once where two chunks say the same", async () => {
    const cachePath = join(await temporaryFolder(), "vectors.json");
    const same = Array.from({ length: 6 }, (_, index) => ({
      title: "Same",
      url: `/${index}/`,
      blocks: ["The same."],
    }));
    const { file, embedded } = await build(same, cachePath);
    expect([embedded, decodeVectors(file).count]).toEqual([1, 6]);
  });

  test("are made anew where the cache is damaged or of another model", async () => {
    const folder = await temporaryFolder();
    const cachePath = join(folder, "vectors.json");
    await build(SKETCHES, cachePath);
    const whole = await readFile(cachePath, "utf8");
    expect((await build(SKETCHES, cachePath, { model: "another" })).embedded).toBe(5);
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      whole.slice(0, 300),
      whole.replace('"format":1', '"format":9'),
      '{"format":1,"model":"text-embedding-3-small","dimensions":256,"vectors":{"x":5}}',
    ]) {
      await writeFile(cachePath, text);
      expect((await build(SKETCHES, cachePath)).embedded).toBe(5);
    }
    expect(await readdir(folder)).toEqual(["vectors.json"]);
  });

  test("wait for a server that limits the rate or is away for a moment", async () => {
    const cachePath = join(await temporaryFolder(), "vectors.json");
    server.script.push(
      { status: 429, headers: { "retry-after": "7" }, body: "{}" },
      { status: 503, body: "" },
      { body: "<html>" },
    );
    const { delays, file } = await build(SKETCHES, cachePath);
    expect(delays).toEqual([7_000, 2_000, 4_000]);
    expect(decodeVectors(file).count).toBe(5);
  });

  test("are given up after some attempts, and at once where it would not help; what is done is kept", async () => {
    const cachePath = join(await temporaryFolder(), "vectors.json");
    const vectors = async (status: number, attempts: number): Promise<string | undefined> => {
      server.script.length = 0;
      for (let index = 0; index < attempts; index++) server.script.push({ status, body: "SECRET" });
      const before = server.requests.length;
      const error = await build(SKETCHES, cachePath).catch((thrown: unknown) => thrown);
      expect(server.requests.length - before).toBe(attempts);
      return embeddingProblem(error);
    };
    expect(await vectors(500, 5)).toContain("HTTP 500");
    expect(await vectors(401, 1)).toContain("Check OPENAI_API_KEY");
    expect(await vectors(404, 1)).toContain("Check the model's name");
    expect(await vectors(429, 5)).toContain("limits the rate");

    let calls = 0;
    const inner = provider();
    const failing = build(SKETCHES, cachePath, {
      embed: (texts, options) => {
        calls++;
        if (calls > 1) throw new Error("broken");
        return inner.embed(texts, options);
      },
    });
    await expect(failing).rejects.toThrow("broken");
    expect((await build(SKETCHES, cachePath)).embedded).toBe(3);
  });

  test("end with the signal", async () => {
    const reason = new Error("stopped");
    const cachePath = join(await temporaryFolder(), "vectors.json");
    const stopped = embedChunks(CHUNKS, {
      provider: provider(),
      cachePath,
      delay: () => Promise.resolve(),
      signal: AbortSignal.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });
});

describe("the provider of a build", () => {
  test.each<[string, EmbeddingEnvironment, string]>([
    ["text-embedding-3-small", {}, "OPENAI_API_KEY"],
    ["text-embedding-3-small", { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "nowhere" }, "OPENAI_BASE_URL"],
    ["mine", { OPENAI_API_KEY: "k" }, "EMBEDDING_DIMENSIONS"],
    ["mine", { OPENAI_API_KEY: "k", EMBEDDING_DIMENSIONS: "12" }, "64 to 1536"],
  ])("says what is missing: %s in %j", (model, environment, words) => {
    const make = (): unknown => embeddingProviderFor(model, environment, fetchUrl);
    expect(make).toThrow(words);
    let problem: string | undefined;
    try {
      make();
    } catch (error) {
      problem = embeddingProblem(error);
    }
    expect(problem).toContain(words);
    expect(embeddingProblem(new Error("else"))).toBeUndefined();
  });

  test("has the model's own dimensions, or those that are set", () => {
    const key = { OPENAI_API_KEY: "k" };
    expect(embeddingProviderFor("text-embedding-3-large", key, fetchUrl).dimensions).toBe(256);
    expect(embeddingProviderFor("@cf/baai/bge-m3", key, fetchUrl).dimensions).toBe(1024);
    expect(embeddingProviderFor("mine", { ...key, EMBEDDING_DIMENSIONS: "300" }, fetchUrl).dimensions).toBe(
      300,
    );
  });
});
