import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerQuestion } from "../../../core/answer/answer-question.ts";
import type { AnswerFailure } from "../../../core/answer/answer-dependencies.ts";
import { GenerationError } from "../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import type { ChatEvent } from "../../../core/protocol.ts";
import { createOpenAiProvider } from "../../../worker/generation/openai-provider.ts";
import { collect, generationRequest, testGenerationProvider } from "../../contracts/generation-provider.ts";
import { SKETCHES, openSketch } from "../../support/corpus.ts";

/** A server of chat completions that nobody here wrote, over real HTTP. */
const server = new LLMock({ port: 0, chunkSize: 7, strict: true });
let corpus: Corpus;

beforeAll(async () => {
  server.onMessage(/Who founded Lumen/, { content: "Ada Marsh founded Lumen in 2019 [1]." });
  server.onMessage(/inventing/, {
    content: "Ada Marsh founded Lumen in 2019 [1]. See [99](https://evil.example).",
  });
  server.onMessage(/unauthorized/, { error: { message: "Wrong key sk-secret", type: "auth" }, status: 401 });
  server.onMessage(/limited/, { error: { message: "Slow down", type: "rate" }, status: 429 });
  server.onMessage(/overloaded/, { error: { message: "Busy", type: "server" }, status: 503 });
  server.onMessage(
    /cut short/,
    { content: "Ada Marsh founded Lumen in 2019 [1]. She ran it for four years [1], and much more." },
    { truncateAfterChunks: 10, latency: 30 },
  );
  server.onMessage(/a tool/, { toolCalls: [{ name: "search", arguments: "{}" }] });
  await server.start();
  corpus = await openSketch(SKETCHES);
});

afterAll(async () => {
  await server.stop();
});

function provider() {
  return createOpenAiProvider({
    apiKey: "test",
    baseUrl: `${server.url}/v1`,
    model: "gpt-4.1-mini",
    firstTokenTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    fetch: (input, init) => fetch(input, init),
    newFenceMark: () => "fence-1",
  });
}

async function ask(question: string): Promise<{ events: ChatEvent[]; failures: AnswerFailure[] }> {
  const events: ChatEvent[] = [];
  const failures: AnswerFailure[] = [];
  const answer = answerQuestion(
    { question },
    {
      corpus,
      provider: provider(),
      confidenceThreshold: 0,
      newId: () => "0".repeat(32),
      onFailure: (failure) => failures.push(failure),
    },
    { signal: new AbortController().signal },
  );
  for await (const event of answer) events.push(event);
  return { events, failures };
}

const textOf = (events: ChatEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

testGenerationProvider("The OpenAI provider over HTTP", provider);

describe("with a foreign server", () => {
  test("a cited answer streams in, with usage, and without the citation and the link that nobody gave", async () => {
    const { events, failures } = await ask("Who founded the Lumen? (inventing)");
    expect(failures).toEqual([]);
    expect(events[0]).toMatchObject({ type: "answer-start", mode: "generative" });
    expect(events.at(-1)).toMatchObject({
      type: "answer-end",
      finishReason: "stop",
      citedPositions: [1],
      usage: { model: "gpt-4.1-mini" },
    });
    expect(textOf(events)).toContain("Ada Marsh founded Lumen in 2019 [1]");
    expect(textOf(events)).not.toMatch(/99|evil\.example/);
  });

  test.each([
    ["unauthorized", "provider-unauthorized"],
    ["limited", "provider-rate-limited"],
    ["overloaded", "provider-unreachable"],
    ["nobody has a fixture for this", "provider-unreachable"],
    ["a tool", "provider-stream-broken"],
  ])("%s is a %s, and the quoted answer stands in", async (words, reason) => {
    const { events, failures } = await ask(`Who founded the Lumen? (${words})`);
    expect(failures).toMatchObject([{ reason }]);
    expect(events.filter(({ type }) => type === "answer-end" || type === "error")).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop" });
    expect(textOf(events)).toContain("Ada Marsh founded Lumen in 2019.");
    expect(JSON.stringify(events)).not.toContain("sk-secret");
  });

  test("a stream that is cut within its first sentence is not shown before the quoted answer stands in", async () => {
    const { events, failures } = await ask("Who founded the Lumen? (cut short)");
    expect(failures).toMatchObject([{ reason: "provider-stream-broken" }]);
    const types = events.map(({ type }) => type);
    expect(types).not.toContain("answer-reset");
    expect(textOf(events)).toContain("Ada Marsh founded Lumen in 2019.");
    expect(types.at(-1)).toBe("answer-end");
  });

  test("a server that is not there is unreachable", async () => {
    const nowhere = createOpenAiProvider({
      apiKey: "test",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "m",
      firstTokenTimeoutMs: 5_000,
      idleTimeoutMs: 5_000,
      fetch: (input, init) => fetch(input, init),
      newFenceMark: () => "fence-1",
    });
    const request = await generationRequest("Who founded Lumen?", corpus);
    const { signal } = new AbortController();
    const failing = collect(nowhere.generate(request, { signal }));
    await expect(failing).rejects.toBeInstanceOf(GenerationError);
    await expect(failing).rejects.toMatchObject({ failure: { reason: "provider-unreachable" } });
  });
});
