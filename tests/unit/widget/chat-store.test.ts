import { describe, expect, test } from "vitest";
import type { ChatEvent, ChatRequest } from "../../../core/protocol.ts";
import { ChatError } from "../../../widget/chat-failure.ts";
import { COMMIT_INTERVAL_MS, createChatStore } from "../../../widget/chat-store.ts";
import { NO_STORAGE, type ConversationStorage } from "../../../widget/conversation-storage.ts";
import type { ChatTransport } from "../../../widget/transport/chat-transport.ts";
import { createScriptedClock } from "./scripted-clock.ts";

const END: ChatEvent = {
  type: "answer-end",
  finishReason: "stop",
  citedPositions: [],
  confidence: 1,
  cached: false,
};

/** Answers that a test feeds by hand, one per question. */
function createScriptedTransport() {
  const answers: {
    request: ChatRequest;
    signal: AbortSignal;
    push: (event: ChatEvent) => Promise<void>;
    end: (error?: unknown) => Promise<void>;
  }[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const transport: ChatTransport = {
    ask(request, { signal }) {
      const stream = new TransformStream<ChatEvent, ChatEvent>();
      const writer = stream.writable.getWriter();
      answers.push({
        request,
        signal,
        async push(event) {
          void writer.write(event);
          await settle();
        },
        async end(error) {
          void (error === undefined ? writer.close() : writer.abort(error));
          await settle();
        },
      });
      return stream.readable as unknown as AsyncIterable<ChatEvent>;
    },
  };
  return { transport, answers };
}

function setUp(storage: ConversationStorage = NO_STORAGE) {
  const clock = createScriptedClock();
  const { transport, answers } = createScriptedTransport();
  const actions: string[] = [];
  let snapshots = 0;
  let id = 0;
  const store = createChatStore({
    transport,
    now: clock.now,
    schedule: clock.schedule,
    newId: () => `turn-${++id}`,
    storage,
    requestContext: () => ({ site: "docs" }),
    observe: ({ type }) => actions.push(type),
  });
  store.subscribe(() => snapshots++);
  return { clock, answers, store, actions, count: () => snapshots };
}

describe("the store", () => {
  test("publishes text at most once per interval, and all of it at the end", async () => {
    const { store, answers, clock, count } = setUp();
    store.ask("How?");
    await answers[0]!.push({ type: "text-delta", text: "a" });
    await answers[0]!.push({ type: "text-delta", text: "b" });
    expect(store.state.turns[0]?.text).toBe("");
    const before = count();
    clock.advance(COMMIT_INTERVAL_MS);
    expect(store.state.turns[0]?.text).toBe("ab");
    expect(count()).toBe(before + 1);
    await answers[0]!.push({ type: "text-delta", text: "c" });
    await answers[0]!.push(END);
    expect(store.state.turns[0]).toMatchObject({ text: "abc", status: "complete" });
    expect(clock.pending).toBe(0);
  });

  test("sends the context, the conversation and the answered turns", async () => {
    const { store, answers } = setUp();
    store.ask("first");
    await answers[0]!.push({
      type: "answer-start",
      answerId: "a",
      conversationId: "c1",
      corpusVersion: "",
      mode: "extractive",
    });
    await answers[0]!.push({ type: "text-delta", text: "one" });
    await answers[0]!.push(END);
    store.ask("failing");
    await answers[1]!.end(new ChatError({ code: "timeout", retryable: true }));
    store.ask("  third  ");
    expect(answers[2]!.request).toEqual({
      site: "docs",
      question: "third",
      conversationId: "c1",
      history: [
        { role: "visitor", text: "first" },
        { role: "assistant", text: "one" },
      ],
    });
  });

  test("ends the running answer when it is stopped or another question comes", async () => {
    const { store, answers } = setUp();
    store.ask("first");
    store.ask("second");
    expect(answers[0]!.signal.aborted).toBe(true);
    expect(store.state.turns.map(({ status }) => status)).toEqual(["stopped", "waiting"]);
    store.stop();
    expect(answers[1]!.signal.aborted).toBe(true);
    await answers[1]!.push({ type: "text-delta", text: "late" });
    expect(store.state.turns[1]).toMatchObject({ status: "stopped", text: "" });
  });

  test("never shows an answer as complete that ended without saying so", async () => {
    const { store, answers } = setUp();
    store.ask("How?");
    await answers[0]!.push({ type: "text-delta", text: "half" });
    await answers[0]!.end();
    expect(store.state.turns[0]).toMatchObject({
      status: "failed",
      text: "half",
      failure: { code: "stream-truncated", retryable: true },
    });
  });

  test("turns whatever a transport throws into a failure, and tries again in place", async () => {
    const { store, answers } = setUp();
    store.ask("How?");
    await answers[0]!.end(new TypeError("boom"));
    expect(store.state.turns[0]?.failure?.code).toBe("internal");
    store.retry("turn-1");
    expect(store.state.turns).toHaveLength(1);
    await answers[1]!.push(END);
    expect(store.state.turns[0]?.status).toBe("complete");
  });

  test("ignores blank questions and cuts long ones", () => {
    const { store, answers } = setUp();
    store.ask(" \n ");
    expect(answers).toHaveLength(0);
    store.ask("x".repeat(6000));
    expect(answers[0]!.request.question).toHaveLength(5000);
  });

  test("restores what was stored, saves what changed, and clears", () => {
    const saved: unknown[] = [];
    const stored = { turns: [], draft: "unsent" };
    const { store } = setUp({
      load: () => stored,
      save: (state) => saved.push(state),
      remove: () => undefined,
    });
    expect(store.state.draft).toBe("unsent");
    store.ask("How?");
    expect(saved.at(-1)).toBe(store.state);
    store.rate("turn-1", "up");
    store.clear();
    expect(store.state.turns).toEqual([]);
    store.save();
    store.dispose();
    expect(saved.at(-1)).toMatchObject({ turns: [] });
  });
});
