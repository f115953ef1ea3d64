import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askMany, type AskManyOptions } from "../../../../corpus/completion/ask-many.ts";
import { CompletionError, createCompletionClient } from "../../../../corpus/completion/completion-client.ts";
import { buildEnrichmentPrompt } from "../../../../corpus/enrichment/enrichment-prompt.ts";
import { readReply, type SectionReply } from "../../../../corpus/enrichment/read-reply.ts";
import { sketchChunk } from "../../../support/corpus.ts";
import { startCompletionServer, type CompletionServer } from "../../../support/completion-server.ts";

const GOOD = '{"questions": ["What is it?"], "answer": "It is one. [1]"}';
let server: CompletionServer;
beforeAll(async () => {
  server = await startCompletionServer((section) => (section.includes("unwilling") ? "I will not." : GOOD));
});
afterAll(() => server.close());

async function ask(titles: string[], changes: Partial<AskManyOptions<SectionReply>> = {}) {
  const before = server.requests.length;
  const delays: number[] = [];
  const replies = new Map<string, SectionReply>();
  const result = await askMany(
    titles.map((title) => ({
      key: title,
      prompt: buildEnrichmentPrompt(sketchChunk({ title, blocks: ["A text of some words."] }), "mark"),
    })),
    {
      complete: createCompletionClient({
        baseUrl: server.baseUrl,
        model: "m",
        fetch: (url, init) => fetch(url, init),
        now: () => Date.UTC(2026, 0, 1),
      }),
      readReply,
      replyTokens: 250,
      onReply: (key, reply) => Promise.resolve(void replies.set(key, reply)),
      concurrency: 1,
      delay: (milliseconds) => Promise.resolve(void delays.push(milliseconds)),
      startTimer: () => () => undefined,
      signal: new AbortController().signal,
      ...changes,
    },
  );
  return { ...result, delays, replies, requests: server.requests.length - before };
}

describe("asking about sections", () => {
  it("asks each once, and counts as the server does", async () => {
    const { replied, failed, tokens, requests, replies } = await ask(["One", "Two", "Three"], {
      concurrency: 2,
    });
    expect({ replied, failed, requests }).toEqual({ replied: 3, failed: {}, requests: 3 });
    expect(tokens).toEqual({ inputTokens: 3000, outputTokens: 300 });
    expect(replies.get("Two")).toEqual({ questions: ["What is it?"], answer: "It is one. [1]" });
  });

  it("sends the section as data and no key where there is none", async () => {
    await ask(["One"]);
    const { authorization, body, section } = server.requests.at(-1) as (typeof server.requests)[number];
    expect(authorization).toBeUndefined();
    expect(body).toMatchObject({ model: "m", stream: false });
    expect(section).toContain("A text of some words.");
  });

  it("waits as long as a server asks for, and doubles its own waiting", async () => {
    server.script.push(
      { status: 429, headers: { "retry-after": "7" }, body: "" },
      { status: 429, headers: { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT" }, body: "" },
      { status: 503, body: "" },
    );
    const { delays, replied } = await ask(["One"]);
    expect(replied).toBe(1);
    expect(delays).toEqual([7000, 9000, 4000]);
  });

  it.each([
    ["no JSON in the reply", "Sorry.", "unreadable"],
    ["no JSON at all", { body: "<html>" }, "unreadable"],
    [
      "a refusal",
      { body: '{"choices":[{"finish_reason":"content_filter","message":{"content":"x"}}]}' },
      "refused",
    ],
    [
      "a reply without an end",
      { body: '{"choices":[{"finish_reason":"length","message":{"content":"{"}}]}' },
      "cut-off",
    ],
  ] as const)("leaves a section out after four times %s, and goes on", async (_name, answer, reason) => {
    server.script.push(answer, answer, answer, answer);
    const { failed, replied, requests } = await ask(["One", "Two"]);
    expect({ failed, replied, requests }).toEqual({ failed: { [reason]: 1 }, replied: 1, requests: 5 });
  });

  it("reads a reply that is streamed though nobody asked for it", async () => {
    const deltas = [GOOD.slice(0, 20), GOOD.slice(20)].map(
      (content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`,
    );
    server.script.push({ body: `${deltas.join("")}data: [DONE]\n\n` });
    expect((await ask(["One"])).replied).toBe(1);
  });

  it("counts a section whose reply does not come in time", async () => {
    const { failed, replied } = await ask(["slow", "Two"], {
      complete: ({ user }, { signal }) =>
        user.includes("slow")
          ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))))
          : Promise.resolve({ text: GOOD }),
      startTimer: (onElapsed) => {
        const timer = setTimeout(onElapsed, 1);
        return () => clearTimeout(timer);
      },
    });
    expect({ failed, replied }).toEqual({ failed: { timeout: 1 }, replied: 1 });
  });

  it("succeeds where half of the sections fail", async () => {
    const titles = ["a", "unwilling b", "c", "unwilling d", "e", "unwilling f"];
    const { replied, failed, stopped } = await ask(titles);
    expect({ replied, failed, stopped }).toEqual({
      replied: 3,
      failed: { unreadable: 3 },
      stopped: undefined,
    });
  });

  it("gives a server up that answers no more, and tells of one that never did", async () => {
    const titles = Array.from({ length: 24 }, (_, index) => `unwilling ${index}`);
    const some = await ask(["willing", ...titles]);
    expect(some).toMatchObject({ replied: 1, failed: { unreadable: 20 }, stopped: "server" });
    const before = server.requests.length;
    await expect(ask(titles)).rejects.toThrow(CompletionError);
    expect(server.requests.length - before).toBe(4 * 8);
  });

  it("goes on where by chance many fail one after the other, and many at once", async () => {
    const unwilling = Array.from({ length: 15 }, (_, index) => `unwilling ${index}`);
    for (const concurrency of [1, 16]) {
      const result = await ask(["first", ...unwilling, "last"], { concurrency });
      expect(result).toMatchObject({ replied: 2, failed: { unreadable: 15 } });
      expect(result.stopped).toBeUndefined();
    }
  });

  it("asks nobody twice with a key that is refused", async () => {
    server.script.push({ status: 401, body: '{"error":{"message":"sk-secret"}}' });
    const before = server.requests.length;
    await expect(ask(["One", "Two"])).rejects.toMatchObject({
      failure: { reason: "unauthorized", status: 401 },
    });
    expect(server.requests.length - before).toBe(1);
  });

  it("stops at the ceiling by what was really spent", async () => {
    // A thousand tokens in are a dollar here; the prompt itself is estimated at less.
    const { replied, stopped } = await ask(["a", "b", "c", "d", "e"], {
      price: { input: 1000, output: 0 },
      maxUsd: 2.9,
    });
    expect({ replied, stopped }).toEqual({ replied: 3, stopped: "ceiling" });
  });

  it("ends when it is asked to, and keeps what came", async () => {
    const abort = new AbortController();
    const replies: string[] = [];
    const work = ask(["a", "b", "c"], {
      signal: abort.signal,
      readReply,
      replyTokens: 250,
      onReply: (key) => {
        replies.push(key);
        abort.abort(new Error("stopped"));
        return Promise.resolve();
      },
    });
    await expect(work).rejects.toThrow("stopped");
    expect(replies).toEqual(["a"]);
  });
});
