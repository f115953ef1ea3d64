/** The Worker over real HTTP, between a real client and a server of chat completions that nobody here wrote. */
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readChatEvents } from "../../../core/sse-client.ts";
import { SERVICE_LIMITS, type ChatEvent } from "../../../core/protocol.ts";
import { startLiveWorker, type LiveWorker } from "./support/live-worker.ts";

/** A model's server that answers with headers and then says nothing until its client leaves. */
const silentRequests: { closed: Promise<"closed"> }[] = [];
/** Prompts that came by way of a redirect. */
const redirected: string[] = [];
const completions = new LLMock({ port: 0, chunkSize: 6, latency: 5, strict: true });
const say = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
const WRITTEN = "Ada Marsh founded Lumen in 2019 [1].";
/** What compatible servers send for answers, by words of the question. */
const PLAYS: Record<string, { pieces: string[]; contentType?: string }> = {
  "thinking aloud": {
    pieces: [say("<thi"), say("nk>SECRET [1]"), say(".</think>\n\n"), say(WRITTEN), "data: [DONE]\n\n"],
  },
  "ending a thought": {
    pieces: [
      say("The user asks who. SECRET Bob [1].\n"),
      say("</think>\n\n"),
      say(WRITTEN),
      "data: [DONE]\n\n",
    ],
  },
  "in one document": {
    pieces: [JSON.stringify({ choices: [{ message: { content: WRITTEN }, finish_reason: "STOP" }] })],
    contentType: "application/json",
  },
  "in circles": { pieces: Array.from({ length: 40 }, () => say(`${WRITTEN} `)) },
};
let front: Server;
let worker: LiveWorker;

beforeAll(async () => {
  completions.onMessage(/Who founded Lumen/, { content: "Ada Marsh founded Lumen in 2019 [1]. Also [42]." });
  completions.onMessage(
    /cut short/,
    { content: "Ada Marsh founded Lumen in 2019 [1], and more." },
    { truncateAfterChunks: 4 },
  );
  await completions.start();
  front = createServer(async (incoming, outgoing) => {
    const body = await new Response(Readable.toWeb(incoming) as ReadableStream<Uint8Array>).text();
    if (incoming.url === "/elsewhere") redirected.push(body);
    if (body.includes("redirect")) {
      outgoing.writeHead(307, { location: "/elsewhere" }).end();
      return;
    }
    const play = Object.entries(PLAYS).find(([words]) => body.includes(words))?.[1];
    if (play !== undefined) {
      outgoing.writeHead(200, { "content-type": play.contentType ?? "text/event-stream" });
      for (const piece of play.pieces) {
        outgoing.write(piece);
        // Read one by one, as a model writes them.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      outgoing.end();
      return;
    }
    if (body.includes("silence")) {
      outgoing.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      silentRequests.push({
        closed: new Promise((resolve) => outgoing.once("close", () => resolve("closed"))),
      });
      return;
    }
    const { authorization = "", "content-type": type = "" } = incoming.headers;
    const forwarded = httpRequest(
      `${completions.url}${incoming.url ?? ""}`,
      { method: "POST", headers: { authorization, "content-type": type } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on("error", () => outgoing.destroy()).pipe(outgoing);
      },
    );
    forwarded.on("error", () => outgoing.destroy()).end(body);
  });
  await new Promise<void>((listening) => front.listen(0, "127.0.0.1", listening));
  worker = await startLiveWorker({
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: `http://127.0.0.1:${(front.address() as AddressInfo).port}/v1`,
    CONFIDENCE_THRESHOLD: "0",
  });
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  front?.closeAllConnections();
  front?.close();
  await completions.stop();
});

function ask(question: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${worker.url}/v1/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, site: "docs" }),
    ...(signal !== undefined && { signal }),
  });
}

async function eventsOf(response: Response): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  if (response.body === null) return events;
  for await (const { event } of readChatEvents(response.body)) events.push(event);
  return events;
}

describe("the Worker over HTTP", () => {
  test("answers even though those who asked first left while the corpus was being opened", async () => {
    await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => ask("Who founded Lumen?", AbortSignal.timeout(1 + index))),
    );
    const events = await eventsOf(await ask("Who founded Lumen?", AbortSignal.timeout(10_000)));
    expect(events.at(-1)).toMatchObject({ type: "answer-end" });
  });

  test("streams a model's answer with the citation that exists and without the one that does not", async () => {
    const response = await ask("Who founded Lumen?");
    expect(response.headers.get("content-encoding") ?? "identity").toBe("identity");
    const events = await eventsOf(response);
    expect(events[0]).toMatchObject({ type: "answer-start", mode: "generative" });
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop", citedPositions: [1] });
    const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
    expect(text).toContain("Ada Marsh founded Lumen in 2019 [1].");
    expect(text).not.toContain("42");
  });

  test.each(Object.keys(PLAYS))(
    "shows what a model says and nothing else, retracting nothing: %s",
    async (words) => {
      const events = await eventsOf(await ask(`Who founded Lumen? (${words})`));
      expect(events.at(-1)).toMatchObject({
        type: "answer-end",
        finishReason: words === "in circles" ? "length" : "stop",
        citedPositions: [1],
      });
      expect(events.some(({ type }) => type === "answer-reset")).toBe(false);
      const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
      expect(text.trim()).toBe(WRITTEN);
    },
  );

  test("takes a cut answer back and quotes the pages instead", async () => {
    const events = await eventsOf(await ask("Who founded it, Lumen? (cut short)"));
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop" });
    const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
    expect(text).toContain("Ada Marsh founded Lumen in 2019.");
  });

  test("does not follow a model's server to where it redirects the question", async () => {
    const events = await eventsOf(await ask("Who founded Lumen? (redirect)"));
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop" });
    const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
    expect(text).toContain("Ada Marsh founded Lumen in 2019.");
    expect(redirected).toEqual([]);
  });

  test("closes the model's connection after the visitor left", async () => {
    for (const waitMs of [50, 700]) {
      const visitor = new AbortController();
      const asked = silentRequests.length;
      const response = await ask(`Who founded Lumen in silence? ${waitMs}`, visitor.signal);
      const reader = response.body?.getReader();
      while (silentRequests.length === asked) await reader?.read();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      visitor.abort();
      // A model that is silent is waited for longer than this test lasts: it is the visitor who ends it.
      expect(await silentRequests[asked]?.closed).toBe("closed");
    }
  });

  test("refuses a body without a length once it has grown too large", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        `${worker.url}/v1/chat`,
        { method: "POST", headers: { "content-type": "application/json", "transfer-encoding": "chunked" } },
        (answer) => {
          resolve(answer.statusCode);
          answer.resume();
        },
      );
      sending.once("error", reject);
      sending.end(`"${"x".repeat(SERVICE_LIMITS.bodyMaxBytes)}"`);
    });
    expect(status).toBe(413);
  });

  test.each([
    ["/v/1.2.3/panel.js", "public, max-age=31536000, immutable"],
    ["/assistant-chat.js", "public, max-age=300, stale-while-revalidate=86400"],
  ])("lets any page load %s, and keep it as long as it may", async (path, cacheControl) => {
    const { headers } = await fetch(`${worker.url}${path}`, { method: "HEAD" });
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": cacheControl,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  test("protects its pages, which no other site may frame", async () => {
    const { headers } = await fetch(`${worker.url}/`, { method: "HEAD" });
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringContaining("frame-ancestors 'self'") as string,
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
    });
    expect(headers.has("access-control-allow-origin")).toBe(false);
  });
});
