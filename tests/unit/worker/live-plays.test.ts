/** What a visitor gets of each server's way to send an answer: the real Worker over HTTP, with a double for the server. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readChatEvents } from "../../../core/sse-client.ts";
import { isTerminalEvent, type ChatEvent } from "../../../core/protocol.ts";
import { MAX_OUTPUT_TOKENS } from "../../../worker/constants.ts";
import { startLiveWorker, type LiveWorker } from "./support/live-worker.ts";
import { FOUNDED, SERVER_PLAYS, type ServerPlay } from "./support/server-plays.ts";

let server: Server;
let worker: LiveWorker;
let current: ServerPlay | undefined;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    void (async () => {
      let body = "";
      for await (const part of incoming) body += String(part);
      const request = JSON.parse(body) as Record<string, unknown>;
      const play = current;
      if (play === undefined) throw new Error("Nothing is played.");
      const limit = Number(request["max_tokens"] ?? request["max_completion_tokens"] ?? Infinity);
      const isRaised = limit > MAX_OUTPUT_TOKENS && play.raised !== undefined;
      outgoing.writeHead(play.status ?? 200, { "content-type": play.contentType ?? "text/event-stream" });
      for (const piece of (isRaised ? play.raised : undefined) ?? play.pieces) {
        outgoing.write(piece);
        // Read one by one, as a model writes them.
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      outgoing.end();
    })();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  worker = await startLiveWorker({
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    CONFIDENCE_THRESHOLD: "0",
    ANSWER_CACHE_TTL_SECONDS: "0",
  });
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  server?.closeAllConnections();
  server?.close();
});

async function ask(question: string): Promise<ChatEvent[]> {
  const response = await fetch(`${worker.url}/v1/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, site: "docs" }),
  });
  const events: ChatEvent[] = [];
  if (response.body !== null) for await (const { event } of readChatEvents(response.body)) events.push(event);
  return events;
}

describe("what a visitor gets of", () => {
  test.each([...SERVER_PLAYS])("$name", async (play) => {
    current = play;
    const { outcome = "answer" } = play;
    const events = await ask("Who founded Lumen?");
    let text = "";
    let resets = 0;
    for (const event of events) {
      if (event.type === "text-delta") text += event.text;
      if (event.type !== "answer-reset") continue;
      text = "";
      resets++;
    }
    const last = events.at(-1);
    expect(events.filter(isTerminalEvent)).toHaveLength(1);
    if (outcome !== "restarted") expect(JSON.stringify(events)).not.toContain("SECRET");
    const finish = last?.type === "answer-end" ? last.finishReason : last?.type;
    expect({ outcome: outcomeOf(text.trim(), finish, resets), text }).toMatchObject({ outcome });
  });
});

function outcomeOf(text: string, finish: string | undefined, resets: number): string {
  if (finish === "refused") return resets === 0 ? "refused" : "refused late";
  if (text === FOUNDED && finish === "stop") return resets === 0 ? "answer" : "restarted";
  if (finish === "length" && text.startsWith(FOUNDED)) return "cut";
  if (text.includes("Ada Marsh founded Lumen in 2019. [1]")) return "quoted";
  return "something else";
}
