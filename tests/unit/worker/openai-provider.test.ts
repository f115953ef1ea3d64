import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  GenerationError,
  type GenerationEvent,
  type GenerationRequest,
} from "../../../core/answer/generation-provider.ts";
import { createOpenAiProvider } from "../../../worker/generation/openai-provider.ts";
import { collect, generationRequest, testGenerationProvider } from "../../contracts/generation-provider.ts";
import { CORPORA_FOLDER, hasCorpus, readJsonLines } from "../../support/corpora.ts";
import { DONE, answering, chunk, data, streamOf, type Fetch } from "./support/completion-server.ts";

const NOW_MS = Date.UTC(2026, 10, 21);
const neverAborted = new AbortController().signal;
const request: GenerationRequest = await generationRequest("Who founded Lumen?");

function provider(fetch: Fetch, baseUrl = "https://models.example/v1") {
  return createOpenAiProvider({
    apiKey: "sk-secret-key",
    baseUrl,
    model: "m-1",
    firstTokenTimeoutMs: 8_000,
    idleTimeoutMs: 4_000,
    fetch,
    newFenceMark: () => "fence-1",
    now: () => NOW_MS,
  });
}

function ok(...pieces: Parameters<typeof streamOf>[0]): Response {
  return streamOf(pieces).response;
}

/** What came out: the text, and how it ended. */
async function outcome(fetch: Fetch): Promise<{ text: string; end: GenerationEvent | GenerationError }> {
  let text = "";
  try {
    for await (const event of provider(fetch).generate(request, { signal: neverAborted })) {
      if (event.type === "end") return { text, end: event };
      if (event.type === "text-delta") text += event.text;
    }
  } catch (error) {
    if (error instanceof GenerationError) return { text, end: error };
    throw error;
  }
  throw new Error("The provider ended without an end.");
}

const failureOf = async (fetch: Fetch): Promise<unknown> => {
  const { end } = await outcome(fetch);
  return end instanceof GenerationError ? end.failure : end;
};

const jsonError = (status: number, headers: Record<string, string> = {}): Response =>
  Response.json(
    { error: { message: "SECRET words with sk-secret-key", type: "some_type", code: "some_code" } },
    { status, headers },
  );

/** Some 9,000 characters that do not repeat. */
const wordsFrom = (first: number): string =>
  Array.from({ length: 1_500 }, (_, at) => `w${first + at} `).join("");

const HELLO = [
  chunk({ delta: { role: "assistant" } }),
  chunk({ content: "Hel" }),
  chunk({ content: "lo [1]" }),
];

testGenerationProvider("The OpenAI provider", () =>
  provider(() => Promise.resolve(ok(...HELLO, chunk({ finish: "stop" }), DONE))),
);

describe("the request", () => {
  test("goes to the base URL with the prompt, a limit and the wish for usage figures", async () => {
    const { fetch, calls } = answering(ok(...HELLO, chunk({ finish: "stop" }), DONE));
    await collect(provider(fetch).generate(request, { signal: neverAborted }));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe("https://models.example/v1/chat/completions");
    const { messages, ...rest } = calls[0]?.body ?? {};
    expect(rest).toEqual({
      model: "m-1",
      temperature: 0.2,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 1_200,
    });
    expect(messages).toMatchObject([{ role: "system" }, { role: "user" }]);
    expect(JSON.stringify(messages)).toContain("fence-1");
    expect(JSON.stringify(messages)).toContain("Who founded Lumen?");
  });

  test("uses OpenAI's own name of the limit at OpenAI, and asks it to store nothing", async () => {
    const { fetch, calls } = answering(ok(...HELLO, chunk({ finish: "stop" }), DONE));
    const openAi = provider(fetch, "https://api.openai.com/v1");
    expect(openAi.name).toBe("openai");
    await collect(openAi.generate(request, { signal: neverAborted }));
    expect(calls[0]?.body).toMatchObject({ max_completion_tokens: 1_200, store: false });
    expect(calls[0]?.body).not.toHaveProperty("max_tokens");
  });
});

describe("a whole stream", () => {
  const usage = { prompt_tokens: 11, completion_tokens: 4 };
  const expected = { inputTokens: 11, outputTokens: 4, provider: "models.example", model: "m-1" };

  test.each<[string, string[], unknown]>([
    ["in OpenAI's form", [...HELLO, chunk({ finish: "stop" }), chunk({ choices: [], usage }), DONE], "stop"],
    ["without [DONE]", [...HELLO, chunk({ finish: "stop" }), chunk({ choices: [], usage })], "stop"],
    ["with usage in the last chunk", [...HELLO, chunk({ finish: "stop", usage }), DONE], "stop"],
    ["cut by the token limit", [...HELLO, chunk({ finish: "length", usage }), DONE], "length"],
    ["stopped by a content filter", [...HELLO, chunk({ finish: "content_filter", usage }), DONE], "refused"],
    [
      "that declines",
      [chunk({ delta: { refusal: "I will not." } }), chunk({ finish: "stop", usage })],
      "refused",
    ],
    [
      "with Mistral's parts",
      [
        chunk({
          content: [
            { type: "thinking", thinking: [] },
            { type: "text", text: "Hello [1]" },
          ],
        }),
        chunk({ finish: "stop", usage }),
      ],
      "stop",
    ],
  ])("%s ends as it should", async (_, pieces, finishReason) => {
    const { text, end } = await outcome(answering(ok(...pieces)).fetch);
    expect(end).toEqual({ type: "end", finishReason, usage: expected });
    if (finishReason === "stop") expect(text).toBe("Hello [1]");
  });

  test("leaves out reasoning, tool calls, other choices, comments and chunks of no known kind", async () => {
    const pieces = [
      ": keep-alive\n\n",
      chunk({ delta: { reasoning_content: "SECRET thought" } }),
      chunk({ delta: { reasoning: "SECRET thought", content: null } }),
      chunk({ delta: { tool_calls: [{ index: 0, function: { name: "SECRET", arguments: "{}" } }] } }),
      chunk({ choices: [] }),
      data('{"object":"ping"}'),
      data("[]"),
      data("null"),
      ...HELLO,
      chunk({ choices: [{ index: 0, delta: null }] }),
      chunk({ finish: "stop" }),
      DONE,
    ];
    const { text, end } = await outcome(answering(ok(...pieces)).fetch);
    expect(text).toBe("Hello [1]");
    expect(end).toEqual({ type: "end", finishReason: "stop" });
  });

  test("reads bytes that are cut anywhere, in the middle of characters too", async () => {
    const bytes = new TextEncoder().encode(
      [chunk({ content: "Größe 🫖 [1]" }), chunk({ finish: "stop" }), DONE].join(""),
    );
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { text } = await outcome(answering(new Response(body)).fetch);
    expect(text).toBe("Größe 🫖 [1]");
  });

  test("ends with its reader, as the pipeline is when a server ignores the limit", async () => {
    const words = Array.from({ length: 2_000 }, (_, index) => chunk({ content: `Word ${index} [1]. ` }));
    const { fetch, calls } = answering(streamOf(words).response);
    for await (const event of provider(fetch).generate(request, { signal: neverAborted })) {
      expect(event.type).toBe("text-delta");
      break;
    }
    expect(calls[0]?.signal?.aborted).toBe(true);
  });

  test("is not spoiled by what breaks after its end", async () => {
    const { end } = await outcome(
      answering(ok(...HELLO, chunk({ finish: "stop" }), new Error("connection reset"))).fetch,
    );
    expect(end).toEqual({ type: "end", finishReason: "stop" });
  });
});

describe("a failure before the stream", () => {
  test.each<[string, Response, unknown]>([
    ["401", jsonError(401), { reason: "provider-unauthorized", status: 401 }],
    ["403", jsonError(403), { reason: "provider-unauthorized", status: 403 }],
    ["400", jsonError(400), { reason: "provider-rejected", status: 400, detail: "some_code, some_type" }],
    ["404", jsonError(404), { reason: "provider-rejected", status: 404, detail: "some_code, some_type" }],
    [
      "422 with HTML",
      new Response("<html>", { status: 422 }),
      { reason: "provider-rejected", status: 422, detail: "no error code" },
    ],
    ["429", jsonError(429), { reason: "provider-rate-limited", status: 429 }],
    [
      "429 in seconds",
      jsonError(429, { "retry-after": "20" }),
      { reason: "provider-rate-limited", status: 429, retryAfterMs: 20_000 },
    ],
    [
      "429 in ms",
      jsonError(429, { "retry-after-ms": "1500", "retry-after": "9" }),
      { reason: "provider-rate-limited", status: 429, retryAfterMs: 1_500 },
    ],
    [
      "429 by date",
      jsonError(429, { "retry-after": new Date(NOW_MS + 30_000).toUTCString() }),
      { reason: "provider-rate-limited", status: 429, retryAfterMs: 30_000 },
    ],
    [
      "429 by a past date",
      jsonError(429, { "retry-after": new Date(NOW_MS - 30_000).toUTCString() }),
      { reason: "provider-rate-limited", status: 429, retryAfterMs: 0 },
    ],
    [
      "429 for ever",
      jsonError(429, { "retry-after": "999999999" }),
      { reason: "provider-rate-limited", status: 429, retryAfterMs: 3_600_000 },
    ],
    [
      "429 with nonsense",
      jsonError(429, { "retry-after": "soon" }),
      { reason: "provider-rate-limited", status: 429 },
    ],
  ])("%s has its reason, and is not tried again", async (_, response, failure) => {
    const { fetch, calls } = answering(response, ok(...HELLO, chunk({ finish: "stop" })));
    expect(await failureOf(fetch)).toEqual(failure);
    expect(calls).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a sentence for a code", { code: "SECRET words of a prompt" }, "no error code"],
    ["two lines for a code", { code: "ok\nSECRET" }, "no error code"],
    ["a code of any length", { code: `SECRET${"x".repeat(60)}`, type: "too_long" }, "too_long"],
    ["an object for a code", { code: { words: "SECRET" } }, "no error code"],
    [
      "codes of its own",
      { code: "model_not_found", type: "invalid-request.v1" },
      "model_not_found, invalid-request.v1",
    ],
  ])("that has %s is told by codes alone", async (_, error, detail) => {
    const response = Response.json({ error }, { status: 400 });
    expect(await failureOf(answering(response).fetch)).toEqual({
      reason: "provider-rejected",
      status: 400,
      detail,
    });
  });

  test.each([301, 302, 307, 308])("by a redirect (%i) is not followed", async (status) => {
    const headers = { location: "https://elsewhere.example/v1/chat/completions" };
    const { fetch, calls } = answering(new Response(null, { status, headers }), ok(...HELLO));
    expect(await failureOf(fetch)).toMatchObject({
      reason: "provider-rejected",
      status,
      detail: expect.stringContaining("OPENAI_BASE_URL") as string,
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.redirect).toBe("manual");
  });

  test("never carries the server's words or the key", async () => {
    for (const response of [jsonError(400), jsonError(401), jsonError(429), jsonError(500)]) {
      const failure = JSON.stringify(await failureOf(answering(response, jsonError(500)).fetch));
      expect(failure).not.toMatch(/SECRET|sk-secret/);
    }
  });

  test.each<[string, () => Response | Error]>([
    ["500", () => jsonError(500)],
    ["503 with HTML", () => new Response("<html>busy</html>", { status: 503 })],
    ["529", () => jsonError(529)],
    ["a refused connection", () => new TypeError("fetch failed")],
  ])("%s is tried once more, and the answer of the second attempt counts", async (_, fail) => {
    const { fetch, calls } = answering(fail(), ok(...HELLO, chunk({ finish: "stop" }), DONE));
    const { text, end } = await outcome(fetch);
    expect(text).toBe("Hello [1]");
    expect(end).toMatchObject({ type: "end" });
    expect(calls).toHaveLength(2);
  });

  test("is reported after the second attempt, and there is no third", async () => {
    const { fetch, calls } = answering(jsonError(503), jsonError(502), ok(...HELLO));
    expect(await failureOf(fetch)).toEqual({
      reason: "provider-unreachable",
      detail: "HTTP 502: some_code, some_type",
    });
    expect(calls).toHaveLength(2);
  });
});

describe("a stream that breaks", () => {
  test.each<[string, Response]>([
    [
      "holds no events but HTML",
      new Response("<!doctype html><title>Welcome</title>", { headers: { "content-type": "text/html" } }),
    ],
    [
      "holds an error as JSON with status 200",
      Response.json({ error: { message: "SECRET", code: "overloaded" } }),
    ],
    ["is empty", ok()],
    ["holds only [DONE]", ok(DONE)],
    ["holds an error event at once", ok(data('{"error":{"message":"SECRET","code":"overloaded"}}'))],
    ["holds an error event in between", ok(...HELLO, data('{"error":{"message":"SECRET"}}'))],
    ["holds broken JSON", ok(...HELLO, data('{"choices":[{"delta":{"content":"x'))],
    ["ends without a finish reason", ok(...HELLO)],
    ["ends in the middle of a character", ok(...HELLO, 'data: {"x":"\u00f0')],
    ["is reset", ok(...HELLO, new Error("ECONNRESET"))],
    [
      "ends with a tool call",
      ok(chunk({ delta: { tool_calls: [] } }), chunk({ finish: "tool_calls" }), DONE),
    ],
    ["ends for a fault in words", ok(...HELLO, chunk({ finish: "SECRET error words" }), DONE)],
    ["ends with a fault of the server", ok(...HELLO, chunk({ finish: "error" }), DONE)],
    ["ends with an abort", ok(...HELLO, chunk({ finish: "abort" }), DONE)],
    ["holds only a thought", ok(chunk({ content: "<think>SECRET" }), chunk({ finish: "stop" }), DONE)],
    [
      "holds only a call of a tool in its text",
      ok(chunk({ content: '<tool_call>{"name":"SECRET"}</tool_call>' }), chunk({ finish: "stop" }), DONE),
    ],
    ["never ends", ok(...Array.from({ length: 60 }, (_, at) => chunk({ content: wordsFrom(at * 1_500) })))],
    ["ends without any text", ok(chunk({ finish: "stop" }), DONE)],
  ])("because it %s is called broken", async (_, response) => {
    const failure = await failureOf(answering(response).fetch);
    expect(failure).toMatchObject({ reason: "provider-stream-broken" });
    expect(JSON.stringify(failure)).not.toContain("SECRET");
  });
});

describe("time", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pending = new Promise<never>(() => undefined);

  test("runs out for a server that does not answer", async () => {
    const { fetch, calls } = answering(pending);
    const failing = failureOf(fetch);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await failing).toEqual({ reason: "provider-timeout", timeoutMs: 8_000 });
    expect(calls[0]?.signal?.aborted).toBe(true);
  });

  test("runs out for a server that answers and then says nothing", async () => {
    const silent = streamOf([pending]);
    const failing = failureOf(answering(silent.response).fetch);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await failing).toEqual({ reason: "provider-timeout", timeoutMs: 8_000 });
  });

  test("runs out for a model that falls silent, reasoning counting as life", async () => {
    const thinking = Promise.withResolvers<void>();
    const { response } = streamOf([
      HELLO[0] ?? "",
      thinking.promise,
      chunk({ delta: { reasoning_content: "hm" } }),
      pending,
    ]);
    const failing = failureOf(answering(response).fetch);
    await vi.advanceTimersByTimeAsync(3_900);
    thinking.resolve();
    await vi.advanceTimersByTimeAsync(3_900);
    let over = false;
    void failing.then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await failing).toEqual({ reason: "provider-timeout", timeoutMs: 4_000 });
  });

  test.each<[string, (at: number) => string]>([
    ["in fields of their own", () => chunk({ delta: { reasoning_content: "hm" } })],
    ["between marks in the text", (at) => chunk({ content: at === 0 ? "<think>" : `hm ${at} ` })],
  ])("runs out for thoughts without end, %s, however lively", async (_, thought) => {
    const wait = () => new Promise((resolve) => setTimeout(resolve, 2_000));
    // Each thought comes two seconds after the one before; the pauses begin as they are read.
    const pieces = Array.from({ length: 100 }, (__, at) => [wait, thought(at)]).flat();
    const failing = failureOf(answering(streamOf(pieces).response).fetch);
    await vi.advanceTimersByTimeAsync(60_000);
    let over = false;
    void failing.then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failing).toEqual({ reason: "provider-timeout", timeoutMs: 90_000 });
  });

  test("is not spent on usage figures that do not come", async () => {
    const ending = outcome(
      answering(streamOf([...HELLO, chunk({ finish: "stop" }), pending]).response).fetch,
    );
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await ending).end).toEqual({ type: "end", finishReason: "stop" });
  });

  test("ends at once for a visitor who leaves, in every phase, and the request with it", async () => {
    const phases: (() => Response | Promise<Response>)[] = [
      () => pending,
      () => streamOf([pending]).response,
      () => streamOf([...HELLO, pending]).response,
    ];
    for (const phase of phases) {
      const { fetch, calls } = answering(phase());
      const visitor = new AbortController();
      const reason = new Error("The visitor left.");
      const reading = collect(provider(fetch).generate(request, { signal: visitor.signal }));
      const rejected = expect(reading).rejects.toBe(reason);
      await vi.advanceTimersByTimeAsync(50);
      visitor.abort(reason);
      await rejected;
      expect(calls).toHaveLength(1);
      expect(calls[0]?.signal?.aborted).toBe(true);
    }
  });

  test("between two attempts is not waited for once the visitor has left", async () => {
    const { fetch, calls } = answering(jsonError(503), ok(...HELLO));
    const visitor = new AbortController();
    const reason = new Error("The visitor left.");
    const reading = collect(provider(fetch).generate(request, { signal: visitor.signal }));
    const rejected = expect(reading).rejects.toBe(reason);
    await vi.advanceTimersByTimeAsync(20);
    visitor.abort(reason);
    await rejected;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toHaveLength(1);
  });
});

describe.skipIf(!hasCorpus("provider-streams"))("recorded streams of providers", () => {
  const names = hasCorpus("provider-streams") ? readdirSync(join(CORPORA_FOLDER, "provider-streams")) : [];
  const isFinish = (line: string): boolean => /"finish_reason":\s*"[^"]+"/.test(line);

  test.each(names)("%s is read whole, and broken wherever it is cut before its end", async (name) => {
    const lines = readJsonLines<unknown>(join("provider-streams", name)).map((line) => JSON.stringify(line));
    const whole = await outcome(answering(ok(...lines.map(data), DONE)).fetch);
    const isToolCall = name.includes("tool-call");
    if (!isToolCall) {
      expect(whole.end).toMatchObject({
        type: "end",
        finishReason: expect.stringMatching(/^(stop|length)$/),
      });
      expect(whole.text).not.toBe("");
    }
    const finishAt = lines.findIndex(isFinish);
    // Every cut of the short recordings, and some thirty of the long ones.
    const step = Math.max(1, Math.floor(finishAt / 30));
    for (let cut = 0; cut <= finishAt; cut += step) {
      const { text, end } = await outcome(answering(ok(...lines.slice(0, cut).map(data))).fetch);
      expect(end).toBeInstanceOf(GenerationError);
      expect(whole.text.startsWith(text)).toBe(true);
    }
  });
});
