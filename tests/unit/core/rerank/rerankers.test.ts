import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createHttpReranker } from "../../../../core/rerank/http-reranker.ts";
import { RerankError, type Reranker } from "../../../../core/rerank/reranker.ts";
import { createWorkersAiReranker } from "../../../../worker/rerank/workers-ai-reranker.ts";
import { testReranker } from "../../../contracts/reranker.ts";
import {
  RERANK_VENDORS,
  startRerankServer,
  trigramScore,
  type RerankServer,
  type RerankVendor,
} from "../../../support/rerank-server.ts";

const { signal } = new AbortController();
const KEY = "rk-secret";

/** Those that have one model are asked without its name. */
const NAMELESS: ReadonlySet<RerankVendor> = new Set(["tei", "llama.cpp"]);

function rerankerOf(vendor: RerankVendor, { url }: RerankServer): Reranker {
  return createHttpReranker({
    url,
    apiKey: KEY,
    model: NAMELESS.has(vendor) ? undefined : "m-1",
    fetch: (input, init) => fetch(input, init),
  });
}

for (const vendor of RERANK_VENDORS) {
  testReranker(`a server like ${vendor}`, async () => {
    const server = await startRerankServer(vendor);
    return { reranker: rerankerOf(vendor, server), close: () => server.close() };
  });
}

const workersAi = (run: (input: { query: string; contexts: { text: string }[] }) => Promise<unknown>) =>
  createWorkersAiReranker({
    ai: { run: (_model, input) => run(input) },
    model: "@cf/baai/bge-reranker-base",
  });

testReranker("Workers AI", () => ({
  reranker: workersAi(({ query, contexts }) => {
    // As the binding does: by score, each with its place, as probabilities.
    const response = contexts
      .map(({ text }, id) => ({ id, score: trigramScore(query, text) }))
      .toSorted((a, b) => b.score - a.score);
    return Promise.resolve({ response });
  }),
}));

describe("a server of its own kind", () => {
  test("gets the key, the model and nothing that a stranger would refuse", async () => {
    const server = await startRerankServer("cohere");
    onTestFinished(() => server.close());
    await rerankerOf("cohere", server).rerank("q", ["a", "b"], { signal });
    expect(server.requests).toEqual([
      { authorization: `Bearer ${KEY}`, body: { model: "m-1", query: "q", documents: ["a", "b"] } },
    ]);
  });

  test.each<[RerankVendor, string | undefined, string[]]>([
    ["tei", "m-1", ["documents", "texts", "texts"]],
    ["vllm", undefined, ["texts", "documents", "documents"]],
  ])("calls the texts as %s does, and remembers it", async (vendor, model, asked) => {
    const server = await startRerankServer(vendor);
    onTestFinished(() => server.close());
    const { url } = server;
    const reranker = createHttpReranker({ url, model, fetch: (input, init) => fetch(input, init) });
    for (let count = 0; count < 2; count++) {
      expect(await reranker.rerank("cost", ["cost", "x"], { signal })).toHaveLength(2);
    }
    const fields = server.requests.map(({ body }) => ("texts" in body ? "texts" : "documents"));
    expect(fields).toEqual(asked);
    expect(server.requests[0]?.authorization).toBeUndefined();
  });

  test("is asked twice at most, however it refuses", async () => {
    const server = await startRerankServer("tei");
    onTestFinished(() => server.close());
    const refusal = { status: 400, body: "no" };
    server.script.push(refusal, refusal);
    const pending = rerankerOf("tei", server).rerank("q", ["a", "b"], { signal });
    await expect(pending).rejects.toMatchObject({ failure: { reason: "rerank-rejected", status: 400 } });
    expect(server.requests).toHaveLength(2);
  });

  test.each<[RerankVendor, object]>([
    ["cohere", {}],
    ["jina", { inputTokens: 815 }],
    ["voyage", { inputTokens: 815 }],
    ["vllm", { inputTokens: 815 }],
    ["tei", {}],
  ])("like %s tells what it cost where it does", async (vendor, expected) => {
    const server = await startRerankServer(vendor);
    onTestFinished(() => server.close());
    let told: object | undefined;
    const onCall = () => (tokens: object) => void (told = tokens);
    await rerankerOf(vendor, server).rerank("q", ["a", "b"], { signal, onCall });
    expect(told).toEqual(expected);
  });
});

describe("what goes wrong at a server", () => {
  let server: RerankServer;
  let reranker: Reranker;
  beforeAll(async () => {
    server = await startRerankServer("jina");
    reranker = rerankerOf("jina", server);
    // So that its kind is known, and nothing is asked twice.
    await reranker.rerank("q", ["a", "b"], { signal });
  });
  afterAll(() => server.close());

  test.each<[string, { status?: number; headers?: Record<string, string>; body: string }, string]>([
    ["a wrong key", { status: 401, body: KEY }, "rerank-unauthorized"],
    ["a forbidden model", { status: 403, body: KEY }, "rerank-unauthorized"],
    ["too much", { status: 429, body: "slow down" }, "rerank-rate-limited"],
    ["a fault", { status: 500, body: KEY }, "rerank-unreachable"],
    ["a wrong model", { status: 404, body: KEY }, "rerank-rejected"],
    ["a bad request", { status: 422, body: KEY }, "rerank-rejected"],
    [
      "a redirect",
      { status: 307, headers: { location: "http://127.0.0.1:9/" }, body: "" },
      "rerank-rejected",
    ],
    ["HTML", { body: "<html>busy</html>" }, "rerank-invalid"],
    ["nothing", { body: "" }, "rerank-invalid"],
    ["NaN as Python writes it", { body: '[{"index":0,"score":NaN}]' }, "rerank-invalid"],
    ["null", { body: "null" }, "rerank-invalid"],
    ["a number", { body: "5" }, "rerank-invalid"],
    ["an error with a good status", { body: '{"error":{"message":"overloaded"}}' }, "rerank-invalid"],
    ["no scores", { body: '{"results":[]}' }, "rerank-invalid"],
    ["null for each", { body: '[{"index":0,"score":null},{"index":1,"score":null}]' }, "rerank-invalid"],
    [
      "places that nobody asked for",
      { body: '[{"index":2,"score":1},{"index":-1,"score":1}]' },
      "rerank-invalid",
    ],
    ["scores as words", { body: '[{"index":0,"score":"high"}]' }, "rerank-invalid"],
  ])("has a reason for %s, and holds no secret", async (_, scripted, reason) => {
    server.script.push(scripted);
    const asked = server.requests.length;
    const error: unknown = await reranker.rerank("q", ["a", "b"], { signal }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(RerankError);
    const { failure } = error as RerankError;
    expect(failure.reason).toBe(reason);
    expect(JSON.stringify(failure)).not.toContain("secret");
    expect(server.requests).toHaveLength(asked + 1);
  });

  test.each<[string, string, (number | undefined)[]]>([
    ["fewer than asked", '{"results":[{"index":2,"relevance_score":0.4}]}', [undefined, undefined, 0.4]],
    [
      "a place twice",
      '[{"index":0,"score":1},{"index":0,"score":9},{"index":1,"score":2}]',
      [1, 2, undefined],
    ],
    [
      "one that is no number",
      '[{"index":0,"score":null},{"index":1,"score":-3.5}]',
      [undefined, -3.5, undefined],
    ],
    [
      "one too large for a number",
      '[{"index":0,"score":1e999},{"index":1,"score":2}]',
      [undefined, 2, undefined],
    ],
    ["a half place", '[{"index":0.5,"score":1},{"index":1,"score":2}]', [undefined, 2, undefined]],
    ["bare numbers", '{"scores":[0.1,0.2,0.3]}', [0.1, 0.2, 0.3]],
    [
      "what Cloudflare's API wraps",
      '{"result":{"response":[{"id":1,"score":0.5}]}}',
      [undefined, 0.5, undefined],
    ],
  ])("makes the best of %s", async (_, body, expected) => {
    server.script.push({ body });
    expect(await reranker.rerank("q", ["a", "b", "c"], { signal })).toEqual(expected);
  });

  test("takes no bare numbers of which it can not be told whose they are", async () => {
    server.script.push({ body: '{"scores":[0.1,0.2]}' });
    await expect(reranker.rerank("q", ["a", "b", "c"], { signal })).rejects.toBeInstanceOf(RerankError);
  });

  test("ends with the signal where it never answers", async () => {
    const abort = new AbortController();
    const reason = new Error("left");
    server.script.push("hang");
    const asked = server.requests.length;
    const pending = reranker.rerank("q", ["a", "b"], { signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(asked + 1);
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });

  test("is unreachable where nobody listens", async () => {
    const away = createHttpReranker({
      url: "http://127.0.0.1:9/rerank",
      fetch: (url, init) => fetch(url, init),
    });
    const pending = away.rerank("q", ["a", "b"], { signal });
    await expect(pending).rejects.toMatchObject({ failure: { reason: "rerank-unreachable" } });
  });
});

describe("what goes wrong at the binding", () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ["a fault", () => Promise.reject(new Error("5007: rk-secret")), "rerank-unreachable"],
    ["NaN for all", () => Promise.resolve({ response: [{ id: 0, score: NaN }] }), "rerank-invalid"],
    ["nothing", () => Promise.resolve(undefined), "rerank-invalid"],
  ])("has a reason for %s", async (_, run, reason) => {
    const error: unknown = await workersAi(run)
      .rerank("q", ["a", "b"], { signal })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ failure: { reason } });
    expect(JSON.stringify((error as RerankError).failure)).not.toContain("secret");
  });
});
