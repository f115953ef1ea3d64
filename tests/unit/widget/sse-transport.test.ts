import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../../core/protocol.ts";
import type { ChatError } from "../../../widget/chat-failure.ts";
import { createSseTransport, IDLE_TIMEOUT_MS } from "../../../widget/transport/sse-transport.ts";
import { createScriptedClock } from "./scripted-clock.ts";

const WIRE = [
  'event: stage\nid: 1\ndata: {"stage":"searching"}\n\n',
  ": heartbeat\n\n",
  'event: text-delta\r\ndata: {"text":"Grüße 👋 [1]"}\r\n\r\n',
  "event: from-the-future\ndata: {}\n\n",
  'event: answer-end\ndata: {"finishReason":"stop","citedPositions":[1],"confidence":1,"cached":false}\n\n',
].join("");
const bytes = new TextEncoder().encode(WIRE);

function streamOf(...parts: Uint8Array[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8" } });
}

function setUp(respond: (init: RequestInit, url: string) => Response | Promise<Response>, offline = false) {
  const clock = createScriptedClock();
  const transport = createSseTransport({
    url: "https://worker.example/v1/chat",
    fetch: async (url, init) => respond(init!, String(url)),
    schedule: clock.schedule,
    isOffline: () => offline,
  });
  const controller = new AbortController();
  const collect = async (): Promise<ChatEvent[]> => {
    const events: ChatEvent[] = [];
    for await (const { event } of transport.ask({ question: "How?" }, controller)) events.push(event);
    return events;
  };
  const failure = async () =>
    collect().then(
      () => "ended",
      (error: unknown) => (error as ChatError).failure,
    );
  return { clock, collect, failure, controller, transport };
}

describe("answers over server-sent events", () => {
  test("are the same wherever the network cuts the bytes", async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { collect, clock } = setUp(() => streamOf(bytes.slice(0, cut), bytes.slice(cut)));
      const events = await collect();
      expect(events.map(({ type }) => type)).toEqual(["stage", "text-delta", "answer-end"]);
      expect(events[1]).toEqual({ type: "text-delta", text: "Grüße 👋 [1]" });
      expect(clock.pending).toBe(0);
    }
  });

  test("fail when they end before their last event, wherever that is", async () => {
    const lastEvent = WIRE.indexOf("event: answer-end");
    for (let length = 0; length < new TextEncoder().encode(WIRE.slice(0, lastEvent)).length; length += 7) {
      const { failure } = setUp(() => streamOf(bytes.slice(0, length)));
      expect(await failure()).toEqual({ code: "stream-truncated", retryable: true });
    }
  });

  test("fail as a time-out when nothing comes, and are not ended by slow heartbeats", async () => {
    let feed: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) });
    const { failure, clock } = setUp((init) => {
      init.signal!.addEventListener("abort", () => feed.error(init.signal!.reason));
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    });
    const failed = failure();
    const settle = () => new Promise((resolve) => setTimeout(resolve));
    await settle();
    for (let beat = 0; beat < 3; beat++) {
      clock.advance(IDLE_TIMEOUT_MS - 1);
      feed!.enqueue(new TextEncoder().encode(": heartbeat\n\n"));
      await settle();
    }
    clock.advance(IDLE_TIMEOUT_MS);
    expect(await failed).toEqual({ code: "timeout", retryable: true });
  });

  test.each([
    [429, { error: { code: "budget-exhausted" } }, { code: "budget-exhausted", retryable: false }],
    [403, { error: { code: "origin-not-allowed" } }, { code: "origin-not-allowed", retryable: false }],
    [503, "<h1>Bad gateway</h1>", { code: "unavailable", retryable: true }],
    [429, "slow down", { code: "rate-limited", retryable: true }],
    [418, "teapot", { code: "internal", retryable: true }],
    [200, "<h1>Log in</h1>", { code: "bad-response", retryable: true }],
  ])("answer %i with %j fails as what it is", async (status, body, expected) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { failure } = setUp(() => new Response(text, { status }));
    expect(await failure()).toMatchObject(expected);
  });

  test("carry how long to wait", async () => {
    const { failure } = setUp(() => new Response("{}", { status: 429, headers: { "retry-after": "7" } }));
    expect(await failure()).toMatchObject({ retryAfterMs: 7000 });
  });

  test("tell a missing network from a missing server", async () => {
    const refuse = () => Promise.reject(new TypeError("failed to fetch"));
    expect(await setUp(refuse).failure()).toMatchObject({ code: "unreachable" });
    expect(await setUp(refuse, true).failure()).toMatchObject({ code: "offline" });
  });

  test("tell a connection that broke in the middle from one that never came", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 60));
        controller.error(new TypeError("network error"));
      },
    });
    const { failure } = setUp(() => new Response(body, { headers: { "content-type": "text/event-stream" } }));
    expect(await failure()).toMatchObject({ code: "stream-truncated" });
  });

  test("are read on from an event, and ended at their source", async () => {
    const requests: [string, string | undefined, unknown][] = [];
    const { transport, controller } = setUp((init, url) => {
      requests.push([url, init.method, init.headers]);
      return init.method === "DELETE" ? Promise.reject(new TypeError("gone")) : streamOf(bytes);
    });
    const ids: unknown[] = [];
    const options = { signal: controller.signal, lastEventId: "7" };
    for await (const { id } of transport.resume("a/b", options)) ids.push(id);
    transport.stop("a/b");
    const url = "https://worker.example/v1/chat/a%2Fb";
    expect(requests).toEqual([
      [url, undefined, { "accept": "text/event-stream", "last-event-id": "7" }],
      [url, "DELETE", undefined],
    ]);
    expect(ids[0]).toBe("1");
  });

  test("that nobody keeps cannot be read on", async () => {
    const { transport, controller } = setUp(() =>
      Response.json({ error: { code: "not-found" } }, { status: 404 }),
    );
    const stream = transport.resume("a", { signal: controller.signal, lastEventId: "1" });
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      failure: { code: "not-found" },
    });
  });

  test.each([
    ["0", undefined],
    ["Wed, 21 Oct 2026 07:28:00 GMT", undefined],
    ["Infinity", undefined],
    ["1.5", 1500],
  ])("wait as long as %j says", async (value, expected) => {
    const { failure } = setUp(() => new Response("{}", { status: 429, headers: { "retry-after": value } }));
    expect(await failure()).toMatchObject({ code: "rate-limited", retryAfterMs: expected });
  });

  test("throw the signal's reason when they are aborted", async () => {
    const { collect, controller } = setUp(() => {
      controller.abort(new Error("stopped"));
      return streamOf(bytes);
    });
    await expect(collect()).rejects.toThrow("stopped");
  });
});
