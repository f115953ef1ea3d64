import { EventSourceParserStream, type EventSourceMessage } from "eventsource-parser/stream";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChatEvent } from "../../../core/protocol.ts";
import {
  HEARTBEAT_FRAME,
  MAX_EVENTS_AT_ONCE,
  encodeChatEvent,
  streamChatEvents,
  type StreamProblem,
} from "../../../worker/sse.ts";

const START: ChatEvent = {
  type: "answer-start",
  answerId: "a".repeat(32),
  conversationId: "c".repeat(32),
  corpusVersion: "0123456789abcdef",
  mode: "extractive",
};
const END: ChatEvent = {
  type: "answer-end",
  finishReason: "stop",
  citedPositions: [],
  confidence: 1,
  cached: false,
};
const delta = (text: string): ChatEvent => ({ type: "text-delta", text });

/** A stream over events, with what became of it. */
function start(
  startEvents: (signal: AbortSignal) => AsyncIterable<ChatEvent>,
  options: { heartbeatMs?: number; maxStreamMs?: number; signal?: AbortSignal } = {},
) {
  const problems: StreamProblem[] = [];
  let eventsSignal: AbortSignal | undefined;
  const stream = streamChatEvents(
    (signal) => {
      eventsSignal = signal;
      return startEvents(signal);
    },
    {
      heartbeatMs: options.heartbeatMs ?? 1_000,
      maxStreamMs: options.maxStreamMs ?? 60_000,
      signal: options.signal,
      toErrorEvent: (problem) => {
        problems.push(problem);
        return { type: "error", code: "internal", message: "It failed.", retryable: true };
      },
    },
  );
  return { ...stream, problems, isAborted: () => eventsSignal?.aborted };
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(body).text();
}

async function parse(text: string): Promise<EventSourceMessage[]> {
  const messages: EventSourceMessage[] = [];
  const source = new ReadableStream<string>({
    start(controller) {
      controller.enqueue(text);
      controller.close();
    },
  });
  for await (const message of source.pipeThrough(new EventSourceParserStream())) messages.push(message);
  return messages;
}

async function* of(...events: ChatEvent[]): AsyncGenerator<ChatEvent> {
  yield* events;
}

/** Events that are pushed by hand. */
function driven() {
  const waiting: ((result: IteratorResult<ChatEvent>) => void)[] = [];
  let returned = 0;
  const events: AsyncIterable<ChatEvent> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise((resolve) => waiting.push(resolve)),
      return: () => {
        returned += 1;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return {
    events,
    push: (event: ChatEvent) => waiting.shift()?.({ done: false, value: event }),
    asked: () => waiting.length,
    returned: () => returned,
  };
}

const decode = (value: Uint8Array | undefined): string => new TextDecoder().decode(value);

describe("encodeChatEvent", () => {
  test("writes id, event and one line of data without the type", () => {
    expect(encodeChatEvent(delta("Hello"), 7)).toBe('id: 7\nevent: text-delta\ndata: {"text":"Hello"}\n\n');
  });

  test("keeps any text within one event, whatever it looks like", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\n\nevent: error\ndata: {}\n\n",
        "\r\nid: 9\r\n",
        "\u2028\u2029",
        "\0",
        "data: x\n\n",
        "\ud800",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (texts) => {
        const frames = texts.map((text, index) => encodeChatEvent(delta(text), index + 1)).join("");
        const messages = await parse(frames);
        expect(messages.map(({ id, event }) => [id, event])).toEqual(
          texts.map((_, index) => [String(index + 1), "text-delta"]),
        );
        expect(messages.map(({ data }) => (JSON.parse(data) as { text: string }).text)).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });
});

describe("streamChatEvents", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("writes a comment first and then each event under the next number", async () => {
    const { body, problems, finished } = start(() => of(START, delta("Hi"), END));
    const text = await readAll(body);
    expect(text).toBe(
      HEARTBEAT_FRAME + encodeChatEvent(START, 1) + encodeChatEvent(delta("Hi"), 2) + encodeChatEvent(END, 3),
    );
    await finished;
    expect(problems).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("drops whatever comes after the terminal event", async () => {
    const { body } = start(() => of(START, END, delta("late"), END));
    expect((await parse(await readAll(body))).map(({ event }) => event)).toEqual([
      "answer-start",
      "answer-end",
    ]);
  });

  test("ends with one error when the events fail, and keeps their words to itself", async () => {
    const secret = new Error("SECRET upstream text");
    async function* failing(): AsyncGenerator<ChatEvent> {
      yield START;
      yield delta("Half of");
      throw secret;
    }
    const { body, problems } = start(failing);
    const text = await readAll(body);
    expect((await parse(text)).map(({ event }) => event)).toEqual(["answer-start", "text-delta", "error"]);
    expect(text).not.toContain("SECRET");
    expect(problems).toEqual([{ reason: "events-failed", error: secret }]);
  });

  test.each([
    [
      "the start throws",
      () => {
        throw new Error("no");
      },
    ],
    [
      "the events reject at once",
      () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("no")) }) }),
    ],
    ["an event cannot be encoded", () => of({ type: "text-delta", text: 1n as unknown as string })],
    ["an event is no object", () => of(undefined as unknown as ChatEvent)],
    ["the events end early", () => of()],
    ["the events end after a delta", () => of(delta("Half"))],
  ] satisfies [string, () => AsyncIterable<ChatEvent>][])(
    "ends with exactly one error where %s",
    async (_, events) => {
      const { body, problems } = start(events);
      const messages = await parse(await readAll(body));
      expect(messages.filter(({ event }) => event === "error")).toHaveLength(1);
      expect(messages.at(-1)?.event).toBe("error");
      expect(messages.map(({ id }) => id)).toEqual(messages.map((_message, index) => String(index + 1)));
      expect(problems).toHaveLength(1);
    },
  );

  test("writes a heartbeat whenever it was silent for the time given, and only then", async () => {
    const source = driven();
    const { body } = start(() => source.events, { heartbeatMs: 400 });
    const reader = body.getReader();
    expect(decode((await reader.read()).value)).toBe(HEARTBEAT_FRAME);
    const second = reader.read();
    await vi.advanceTimersByTimeAsync(399);
    source.push(START);
    expect(decode((await second).value)).toBe(encodeChatEvent(START, 1));
    const third = reader.read();
    await vi.advanceTimersByTimeAsync(399);
    const early = await Promise.race([third, Promise.resolve("still silent")]);
    expect(early).toBe("still silent");
    await vi.advanceTimersByTimeAsync(1);
    expect(decode((await third).value)).toBe(HEARTBEAT_FRAME);
    const fourth = reader.read();
    await vi.advanceTimersByTimeAsync(400);
    expect(decode((await fourth).value)).toBe(HEARTBEAT_FRAME);
    // The event that was asked for before the heartbeats is not lost, and was asked for once.
    expect(source.asked()).toBe(1);
    await reader.cancel();
  });

  test("writes together what is there already, and nothing together with what has to be waited for", async () => {
    const found = Promise.withResolvers<void>();
    async function* searching(): AsyncGenerator<ChatEvent> {
      yield START;
      yield delta("Looking");
      await found.promise;
      yield delta("Found");
      yield END;
    }
    const { body } = start(searching);
    const reader = body.getReader();
    expect(decode((await reader.read()).value)).toBe(HEARTBEAT_FRAME);
    expect(decode((await reader.read()).value)).toBe(
      encodeChatEvent(START, 1) + encodeChatEvent(delta("Looking"), 2),
    );
    const rest = reader.read();
    await vi.advanceTimersByTimeAsync(10);
    found.resolve();
    expect(decode((await rest).value)).toBe(encodeChatEvent(delta("Found"), 3) + encodeChatEvent(END, 4));
    expect((await reader.read()).done).toBe(true);
  });

  test("writes an error behind the events that came before it", async () => {
    async function* failing(): AsyncGenerator<ChatEvent> {
      yield START;
      await new Promise((done) => setTimeout(done, 100));
      yield delta("Half of");
      throw new Error("no");
    }
    const { body } = start(failing);
    const reader = body.getReader();
    await reader.read();
    expect(decode((await reader.read()).value)).toBe(encodeChatEvent(START, 1));
    const rest = reader.read();
    await vi.advanceTimersByTimeAsync(100);
    expect((await parse(decode((await rest).value))).map(({ event }) => event)).toEqual([
      "text-delta",
      "error",
    ]);
  });

  test("asks for no more events than fit into one write before the reader has taken it", async () => {
    let made = 0;
    async function* counting(): AsyncGenerator<ChatEvent> {
      for (;;) {
        made += 1;
        yield delta(String(made));
      }
    }
    const { body } = start(counting);
    const reader = body.getReader();
    for (let reads = 0; reads < 4; reads += 1) await reader.read();
    await vi.advanceTimersByTimeAsync(5_000);
    // The first read is the comment; one write may be made for a reader that asks again.
    expect(made).toBeLessThanOrEqual(3 * MAX_EVENTS_AT_ONCE);
    await reader.cancel();
  });

  test("aborts the events as soon as the stream is cancelled", async () => {
    const source = driven();
    const { body, problems, finished, isAborted } = start(() => source.events);
    const reader = body.getReader();
    await reader.read();
    void reader.read();
    await vi.advanceTimersByTimeAsync(10);
    expect(isAborted()).toBe(false);
    await reader.cancel();
    expect(isAborted()).toBe(true);
    expect(source.returned()).toBe(1);
    await finished;
    expect(problems).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("aborts the events when the platform says that the visitor left", async () => {
    const visitor = new AbortController();
    const source = driven();
    const { body, finished, isAborted } = start(() => source.events, { signal: visitor.signal });
    const reader = body.getReader();
    await reader.read();
    const pending = reader.read();
    await vi.advanceTimersByTimeAsync(10);
    visitor.abort();
    await expect(pending).rejects.toThrow("The visitor left.");
    expect(isAborted()).toBe(true);
    await finished;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("starts nothing for a visitor who has already left", async () => {
    let started = false;
    const { body } = start(
      () => {
        started = true;
        return of(END);
      },
      { signal: AbortSignal.abort() },
    );
    await expect(body.getReader().read()).rejects.toThrow("The visitor left.");
    expect(started).toBe(false);
  });

  test("ends an answer that takes too long, even where its events ignore their signal", async () => {
    const source = driven();
    const { body, problems, isAborted } = start(() => source.events, {
      heartbeatMs: 500,
      maxStreamMs: 1_200,
    });
    const whole = readAll(body);
    await vi.advanceTimersByTimeAsync(1_200);
    const text = await whole;
    expect(text.startsWith(HEARTBEAT_FRAME.repeat(3))).toBe(true);
    expect((await parse(text)).map(({ event }) => event)).toEqual(["error"]);
    expect(problems).toEqual([{ reason: "time-exceeded", maxStreamMs: 1_200 }]);
    expect(isAborted()).toBe(true);
  });

  test("gives a reader that stopped reading no memory and no time beyond the limit", async () => {
    async function* endless(): AsyncGenerator<ChatEvent> {
      for (;;) yield delta("x");
    }
    const { body, problems, finished } = start(endless, { maxStreamMs: 1_000 });
    const reader = body.getReader();
    await reader.read();
    await vi.advanceTimersByTimeAsync(1_000);
    await finished;
    expect(problems).toEqual([{ reason: "time-exceeded", maxStreamMs: 1_000 }]);
    expect(decode((await reader.read()).value)).toContain("event: error");
    expect((await reader.read()).done).toBe(true);
  });

  test("is at rest only after events that clean up have done so", async () => {
    const cleanUp = Promise.withResolvers<void>();
    async function* cleaning(): AsyncGenerator<ChatEvent> {
      try {
        yield START;
        yield END;
      } finally {
        await cleanUp.promise;
      }
    }
    const { body, finished } = start(cleaning);
    await readAll(body);
    let rested = false;
    void finished.then(() => {
      rested = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(rested).toBe(false);
    cleanUp.resolve();
    await finished;
    expect(rested).toBe(true);
  });
});
