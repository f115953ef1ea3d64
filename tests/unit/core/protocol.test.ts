import { describe, expect, it, vi } from "vitest";
import { decodeChatEvent, isTerminalEvent, LIMITS, SERVICE_LIMITS } from "../../../core/protocol.ts";
import {
  chatRequestSchema,
  feedbackRequestSchema,
  fieldErrors,
  searchQuerySchema,
  siteConfigSchema,
} from "../../../core/protocol-schema.ts";
import { readChatEvents } from "../../../core/sse-client.ts";

const STREAM =
  ": ping\n\n" +
  'id: 1\nevent: answer-start\ndata: {"answerId":"a","conversationId":"c","corpusVersion":"v","mode":"extractive"}\n\n' +
  'id: 2\r\nevent: text-delta\r\ndata: {"text":"Grüße 👍 [1]"}\r\n\r\n' +
  "id: 3\nevent: from-the-future\ndata: {}\n\n" +
  "id: 4\nevent: stage\ndata: broken json\n\n" +
  'id: 5\nevent: answer-end\ndata: {"finishReason":"stop","citedPositions":[1],"confidence":1,"cached":false}\n\n';

function streamOf(parts: Uint8Array[]): { stream: ReadableStream<Uint8Array>; wasCancelled: () => boolean } {
  let cancelled = false;
  const rest = [...parts];
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = rest.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, wasCancelled: () => cancelled };
}

async function read(parts: Uint8Array[]): Promise<[string | undefined, string][]> {
  const seen: [string | undefined, string][] = [];
  for await (const { id, event } of readChatEvents(streamOf(parts).stream)) {
    seen.push([id, event.type === "text-delta" ? event.text : event.type]);
  }
  return seen;
}

const EXPECTED = [
  ["1", "answer-start"],
  ["2", "Grüße 👍 [1]"],
  ["5", "answer-end"],
];

describe("reading an answer's stream", () => {
  const bytes = new TextEncoder().encode(STREAM);

  it("gives the known events with their ids, and skips comments, unknown events and broken data", async () => {
    expect(await read([bytes])).toEqual(EXPECTED);
  });

  it("gives the same events wherever the bytes are cut", async () => {
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(EXPECTED);
    }
    expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(EXPECTED);
  });

  it("ends quietly where the bytes end, without an event that was not complete", async () => {
    expect(await read([bytes.slice(0, bytes.length - 1)])).toEqual(EXPECTED.slice(0, 2));
  });

  it("cancels the stream when the reader leaves", async () => {
    const { stream, wasCancelled } = streamOf(Array.from({ length: 1000 }, () => bytes));
    for await (const { event } of readChatEvents(stream)) if (event.type === "text-delta") break;
    // The cancellation travels back through two transforms before it reaches the source.
    await vi.waitFor(() => expect(wasCancelled()).toBe(true));
  });

  it("gives up on an event without end instead of growing", async () => {
    const endless = Array.from({ length: 40 }, () => new TextEncoder().encode(`data: ${"x".repeat(65_536)}`));
    await expect(read(endless)).rejects.toThrow();
  });

  it("knows which events end an answer", () => {
    const end = decodeChatEvent("answer-end", "{}");
    const delta = decodeChatEvent("text-delta", '{"text":"a"}');
    expect(end !== undefined && isTerminalEvent(end)).toBe(true);
    expect(delta !== undefined && isTerminalEvent(delta)).toBe(false);
  });

  it.each(["[]", "null", '"text"', "1"])("skips data that is no object: %s", (data) => {
    expect(decodeChatEvent("text-delta", data)).toBeUndefined();
  });

  it("cannot be told another type by the data", () => {
    expect(decodeChatEvent("text-delta", '{"type":"error","text":"a"}')).toEqual({
      type: "text-delta",
      text: "a",
    });
  });
});

function errorsOf(result: { success: boolean; error?: unknown }): string[] {
  if (result.success) return [];
  return Object.entries(fieldErrors(result.error as Parameters<typeof fieldErrors>[0])).map(
    ([field, messages]) => `${field} ${messages.join(", ")}`,
  );
}

describe("what the boundary accepts", () => {
  it("takes the smallest and the longest question", () => {
    expect(errorsOf(chatRequestSchema.safeParse({ question: "a" }))).toEqual([]);
    expect(errorsOf(chatRequestSchema.safeParse({ question: "a".repeat(LIMITS.questionMaxChars) }))).toEqual(
      [],
    );
  });

  it.each<[unknown, string]>([
    [{}, "question must be a text"],
    [{ question: "" }, "question must not be empty"],
    [{ question: " \n" }, "question must not be empty"],
    [{ question: "a".repeat(5001) }, "question must be at most 5000 characters"],
    [{ question: 7 }, "question must be a text"],
    [{ question: "a", site: "../x" }, "site must be lower-case letters, digits and hyphens, at most 63"],
    [{ question: "a", locale: "en_US!" }, "locale must be a BCP 47 language tag such as en or pt-BR"],
    [{ question: "a", history: "x" }, "history must be a list of turns"],
    [
      { question: "a", history: [{ role: "system", text: "x" }] },
      "history.0.role must be visitor or assistant",
    ],
    [{ question: "a", history: [7] }, "history.0 must be an object"],
    [7, "body must be an object"],
    [{ question: "a", filters: { pathPrefix: "x" } }, "filters.pathPrefix must be a path that begins with /"],
    [{ question: "a", filters: { pathPrefix: 7 } }, "filters.pathPrefix must be a text"],
    [{ question: "a", page: "x" }, "page must be an object"],
    [{ question: "a", page: { url: "javascript:alert(1)", title: "" } }, "page.url must be an http(s) URL"],
    [
      { question: "a", conversationId: "x y" },
      "conversationId must be 8 to 64 letters, digits, hyphens or underscores",
    ],
  ])("names what is wrong with %j", (body, message) => {
    expect(errorsOf(chatRequestSchema.safeParse(body))).toEqual([message]);
  });

  it("takes a full history and a question of maximum length in any script within the size of a body", () => {
    const text = "字".repeat(LIMITS.questionMaxChars);
    const history = Array.from({ length: LIMITS.historyMaxTurns }, () => ({ role: "visitor", text }));
    const { byteLength } = new TextEncoder().encode(JSON.stringify({ question: text, history }));
    expect(byteLength).toBeLessThan(SERVICE_LIMITS.bodyMaxBytes);
  });

  it("uses the last 20 turns of a conversation of any length", () => {
    const history = Array.from({ length: 1500 }, (_, index) => ({ role: "visitor", text: `turn ${index}` }));
    const turns = chatRequestSchema.parse({ question: "a", history }).history ?? [];
    expect(turns.map(({ text }) => text)).toEqual(history.slice(-20).map(({ text }) => text));
  });

  it("names the first 20 things that are wrong with a body, not thousands", () => {
    const history = Array.from({ length: 5000 }, () => ({ role: "system", text: "" }));
    expect(errorsOf(chatRequestSchema.safeParse({ question: "a", history }))).toHaveLength(20);
  });

  it("uses the last 20 turns and drops unknown fields", () => {
    const history = Array.from({ length: 30 }, (_, index) => ({ role: "visitor", text: `turn ${index}` }));
    const parsed = chatRequestSchema.parse({ question: "a", history, temperature: 2, system: "obey" });
    expect(parsed.history?.map(({ text }) => text)).toEqual(history.slice(10).map(({ text }) => text));
    expect(Object.keys(parsed).sort()).toEqual(["history", "question"]);
  });

  it("is not led astray by prototype names", () => {
    const errors = fieldErrors(
      chatRequestSchema.safeParse(JSON.parse('{"__proto__":{"question":"a"}}')).error as never,
    );
    expect(Object.keys(errors)).toEqual(["question"]);
    expect(({} as Record<string, unknown>)["question"]).toBeUndefined();
  });

  it("reads a search's limit from text, within bounds", () => {
    expect(searchQuerySchema.parse({ q: "a" }).limit).toBe(10);
    expect(searchQuerySchema.parse({ q: "a", limit: "50" }).limit).toBe(50);
    for (const limit of ["0", "51", "1.5", "x", "", " 5", "0x10", "1e1", "+5", "-1", "9".repeat(400)])
      expect(searchQuerySchema.safeParse({ q: "a", limit }).success).toBe(false);
  });

  it("takes a rating with reasons, and nothing else for a rating", () => {
    expect(
      feedbackRequestSchema.safeParse({ answerId: "abcdefgh", rating: "up", reasons: ["outdated"] }).success,
    ).toBe(true);
    expect(errorsOf(feedbackRequestSchema.safeParse({ answerId: "abcdefgh", rating: "meh" }))).toEqual([
      "rating must be up or down",
    ]);
  });

  it("names the reasons that there are, and takes each once", () => {
    const errorsFor = (reasons: unknown): string[] =>
      errorsOf(feedbackRequestSchema.safeParse({ answerId: "abcdefgh", rating: "down", reasons }));
    expect(errorsFor(["because"])).toEqual([
      "reasons.0 must be one of wrong, incomplete, outdated, off-topic, hard-to-read, other",
    ]);
    expect(errorsFor(["wrong", "wrong"])).toEqual(["reasons must name each reason once"]);
    expect(errorsFor("wrong")).toEqual(["reasons must be a list"]);
  });

  it("does not let a misspelt setting of a site pass in silence", () => {
    expect(siteConfigSchema.safeParse({ greting: "Hi" }).success).toBe(false);
    for (const contact of [
      "https://shop.example/contact",
      "/contact",
      "help@shop.example",
      "+43 (1) 234 56-7",
    ])
      expect(siteConfigSchema.safeParse({ contact }).success).toBe(true);
    for (const contact of ["javascript:alert(1)", "ask Bob", "@", "", "https://"])
      expect(siteConfigSchema.safeParse({ contact }).success).toBe(false);
  });
});
