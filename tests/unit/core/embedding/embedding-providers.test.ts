import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EmbeddingError, type EmbeddingProvider } from "../../../../core/embedding/embedding-provider.ts";
import { createOpenAiEmbeddings } from "../../../../core/embedding/openai-embeddings.ts";
import { createWorkersAiEmbeddings } from "../../../../worker/embedding/workers-ai-embeddings.ts";
import { testEmbeddingProvider } from "../../../contracts/embedding-provider.ts";
import { bagOfWords, startEmbeddingServer, type EmbeddingServer } from "../../../support/embedding-server.ts";

const { signal } = new AbortController();

const openAi = (baseUrl: string, model = "text-embedding-3-small", dimensions = 256): EmbeddingProvider =>
  createOpenAiEmbeddings({
    apiKey: "sk-secret",
    baseUrl,
    model,
    dimensions,
    fetch: (url, init) => fetch(url, init),
  });

testEmbeddingProvider("A server with OpenAI's embeddings", async () => {
  const server = await startEmbeddingServer();
  return { provider: openAi(server.baseUrl), close: server.close };
});

testEmbeddingProvider("Workers AI", () => ({
  provider: createWorkersAiEmbeddings({
    ai: {
      run: (_model, { text }) =>
        Promise.resolve({ shape: [], data: text.map((one) => bagOfWords(one).slice(0, 384)) }),
    },
    model: "@cf/baai/bge-small-en-v1.5",
    dimensions: 384,
  }),
}));

describe("a server with OpenAI's embeddings", () => {
  let server: EmbeddingServer;
  beforeAll(async () => {
    server = await startEmbeddingServer();
  });
  afterAll(() => server.close());

  const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
    const error = await work.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EmbeddingError);
    return (error as EmbeddingError).failure;
  };

  test("is asked with the key, the model and the length of the vectors", async () => {
    await openAi(server.baseUrl).embed(["a"], { signal, kind: "query" });
    expect(server.requests.at(-1)).toEqual({
      authorization: "Bearer sk-secret",
      body: { model: "text-embedding-3-small", input: ["a"], encoding_format: "float", dimensions: 256 },
    });
  });

  test("is asked for whole vectors by models that cannot shorten them, and their own prefix is put before questions", async () => {
    const provider = openAi(`${server.baseUrl}/`, "@cf/baai/bge-base-en-v1.5", 512);
    await provider.embed(["what?"], { signal, kind: "query" });
    expect(server.requests.at(-1)?.body).toMatchObject({
      input: ["Represent this sentence for searching relevant passages: what?"],
    });
    expect(server.requests.at(-1)?.body).not.toHaveProperty("dimensions");
    await provider.embed(["that."], { signal, kind: "passage" });
    expect(server.requests.at(-1)?.body).toMatchObject({ input: ["that."] });
  });

  test("that sends longer vectors than were asked for has them cut and made units again", async () => {
    const [vector] = await openAi(server.baseUrl, "another", 64).embed(["a b c"], { signal, kind: "query" });
    expect(vector).toHaveLength(64);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
  });

  test.each<[string, EmbeddingServer["script"][number], unknown]>([
    ["refuses the key", { status: 401, body: "{}" }, { reason: "embedding-unauthorized", status: 401 }],
    [
      "limits the rate",
      { status: 429, headers: { "retry-after": "3" }, body: "{}" },
      { reason: "embedding-rate-limited", status: 429, retryAfterMs: 3_000 },
    ],
    [
      "limits the rate without end",
      { status: 429, headers: { "retry-after": "99999999" }, body: "{}" },
      { reason: "embedding-rate-limited", status: 429, retryAfterMs: 600_000 },
    ],
    [
      "limits the rate without a time",
      { status: 429, headers: { "retry-after": "soon" }, body: "{}" },
      { reason: "embedding-rate-limited", status: 429 },
    ],
    [
      "does not know the model",
      { status: 404, body: "SECRET" },
      { reason: "embedding-rejected", status: 404 },
    ],
    [
      "redirects",
      { status: 302, headers: { location: "https://evil.example" }, body: "" },
      { reason: "embedding-rejected", status: 302 },
    ],
    ["breaks", { status: 503, body: "SECRET" }, { reason: "embedding-unreachable", detail: "HTTP 503" }],
    ["sends HTML", { body: "<html>" }, { reason: "embedding-invalid", detail: "it is not JSON" }],
    [
      "sends something else",
      { body: '{"data":[{"index":0,"embedding":"x"}]}' },
      { reason: "embedding-invalid", detail: "it has an unexpected shape" },
    ],
    [
      "sends too few",
      { body: '{"data":[]}' },
      { reason: "embedding-invalid", detail: "0 vectors for 1 texts" },
    ],
    [
      "sends one twice",
      { body: '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}' },
      { reason: "embedding-invalid", detail: "2 vectors for 1 texts" },
    ],
    [
      "sends short vectors",
      { body: '{"data":[{"index":0,"embedding":[1]}]}' },
      { reason: "embedding-invalid", detail: "a vector has 1 numbers instead of 256" },
    ],
    [
      "sends zeros",
      { body: JSON.stringify({ data: [{ index: 0, embedding: Array(256).fill(0) }] }) },
      { reason: "embedding-invalid", detail: "a vector has no direction" },
    ],
    [
      "sends another index",
      { body: JSON.stringify({ data: [{ index: 5, embedding: Array(256).fill(1) }] }) },
      { reason: "embedding-invalid", detail: "a vector has 0 numbers instead of 256" },
    ],
  ])("that %s makes a failure with a reason and none of its words", async (_, answer, failure) => {
    server.script.push(answer);
    const found = await failureOf(openAi(server.baseUrl).embed(["a"], { signal, kind: "query" }));
    expect(found).toEqual(failure);
  });

  test("that is not there makes a failure", async () => {
    const found = await failureOf(openAi("http://127.0.0.1:1/v1").embed(["a"], { signal, kind: "query" }));
    expect(found).toMatchObject({ reason: "embedding-unreachable" });
  });

  test("that hangs is left with the signal", async () => {
    server.script.push("hang");
    const reason = new Error("left");
    const abort = new AbortController();
    const before = server.requests.length;
    const pending = openAi(server.baseUrl).embed(["a"], { signal: abort.signal, kind: "query" });
    await expect.poll(() => server.requests.length).toBe(before + 1);
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });
});

describe("Workers AI", () => {
  const withRun = (run: () => Promise<unknown>): EmbeddingProvider =>
    createWorkersAiEmbeddings({ ai: { run }, model: "@cf/baai/bge-m3", dimensions: 4 });

  test.each<[string, () => Promise<unknown>, unknown]>([
    [
      "fails",
      () => Promise.reject(new TypeError("SECRET")),
      { reason: "embedding-unreachable", detail: "TypeError" },
    ],
    [
      "sends nothing",
      () => Promise.resolve(undefined),
      { reason: "embedding-invalid", detail: "it has an unexpected shape" },
    ],
    [
      "sends no vectors",
      () => Promise.resolve({ data: [] }),
      { reason: "embedding-invalid", detail: "0 vectors for 1 texts" },
    ],
    [
      "sends words",
      () => Promise.resolve({ data: [["1", "2", "3", "4"]] }),
      { reason: "embedding-invalid", detail: "it has an unexpected shape" },
    ],
    [
      "sends another number",
      () =>
        Promise.resolve({
          data: [
            [1, 2, 3, 4],
            [1, 2, 3, 4],
          ],
        }),
      { reason: "embedding-invalid", detail: "2 vectors for 1 texts" },
    ],
  ])("that %s makes a failure with a reason", async (_, run, failure) => {
    const error = await withRun(run)
      .embed(["a"], { signal, kind: "query" })
      .catch((thrown: unknown) => thrown);
    expect((error as EmbeddingError).failure).toEqual(failure);
  });
});
