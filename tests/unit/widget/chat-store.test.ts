import { beforeAll, describe, expect, test } from "vitest";
import type { ChatEvent, ChatRequest } from "../../../core/protocol.ts";
import type { ReceivedChatEvent } from "../../../core/sse-client.ts";
import { ChatError, type FailureCode } from "../../../widget/chat-failure.ts";
import { COMMIT_INTERVAL_MS, createChatStore } from "../../../widget/chat-store.ts";
import { EMPTY_STATE, type ChatState } from "../../../widget/chat-state.ts";
import { MAX_REPEATS, REPEAT_WITHIN_MS, RESUME_DELAYS_MS } from "../../../widget/continuity/carry-on.ts";
import { loadContinuity } from "../../../widget/load-continuity.ts";
import { followAnswer, LOSS_DELAY_MS } from "../../../widget/transport/follow-answer.ts";
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
    push: (event: ChatEvent, id?: string) => Promise<void>;
    end: (error?: unknown) => Promise<void>;
  }[] = [];
  const resumed: { answerId: string; lastEventId: string }[] = [];
  const ended: string[] = [];
  const open = (request: ChatRequest, signal: AbortSignal): AsyncIterable<ReceivedChatEvent> => {
    const stream = new TransformStream<ReceivedChatEvent, ReceivedChatEvent>();
    const writer = stream.writable.getWriter();
    answers.push({
      request,
      signal,
      async push(event, id) {
        void writer.write({ event, id });
        await settle();
      },
      async end(error) {
        void (error === undefined ? writer.close() : writer.abort(error));
        await settle();
      },
    });
    return stream.readable as unknown as AsyncIterable<ReceivedChatEvent>;
  };
  const transport: ChatTransport = {
    ask: (request, { signal }) => open(request, signal),
    resume(answerId, { signal, lastEventId }) {
      resumed.push({ answerId, lastEventId });
      return open({ question: "" }, signal);
    },
    stop: (answerId) => void ended.push(answerId),
  };
  return { transport, answers, resumed, ended };
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const START: ChatEvent = {
  type: "answer-start",
  answerId: "a",
  conversationId: "c",
  corpusVersion: "",
  mode: "extractive",
};
const text = (words: string): ChatEvent => ({ type: "text-delta", text: words });
const broken = (code: FailureCode): ChatError => new ChatError({ code, retryable: true });

function setUp(keep: (state: ChatState) => void = () => undefined) {
  const clock = createScriptedClock();
  const { transport, answers, resumed, ended } = createScriptedTransport();
  const actions: string[] = [];
  let snapshots = 0;
  let id = 0;
  const store = createChatStore({
    answer: (run) => followAnswer({ ...run, transport, loadContinuity, ...clock }),
    endAnswer: (answerId) => transport.stop(answerId),
    now: clock.now,
    schedule: clock.schedule,
    newId: () => `turn-${++id}`,
    keep,
    requestContext: () => ({ site: "docs" }),
    observe: ({ type }) => actions.push(type),
  });
  store.subscribe(() => snapshots++);
  return { clock, answers, resumed, ended, store, actions, count: () => snapshots };
}

beforeAll(loadContinuity);

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
    await answers[1]!.end(new ChatError({ code: "unavailable", retryable: true }));
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
    const { store, answers, clock } = setUp();
    store.ask("How?");
    await answers[0]!.push({ type: "text-delta", text: "half" });
    await answers[0]!.end();
    clock.advance(LOSS_DELAY_MS);
    await settle();
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

  test("takes over what was kept, keeps what changes, and clears", () => {
    const saved: ChatState[] = [];
    const { store } = setUp((state) => saved.push(state));
    store.adopt(() => ({ turns: [], draft: "unsent" }));
    expect(store.state.draft).toBe("unsent");
    store.adopt(() => undefined);
    store.ask("How?");
    expect(saved.at(-1)).toBe(store.state);
    store.rate("turn-1", "up");
    store.clear();
    expect(store.state.turns).toEqual([]);
    store.dispose();
    expect(saved.at(-1)).toMatchObject({ turns: [] });
  });
});

describe("an answer whose connection is lost", () => {
  const begun = async () => {
    const all = setUp();
    all.store.ask("How?");
    await all.answers[0]!.push(START, "1");
    await all.answers[0]!.push(text("half "), "2");
    return all;
  };

  test("is read on from the last event that came, and what comes twice counts once", async () => {
    const { store, answers, clock, resumed } = await begun();
    await answers[0]!.end(broken("stream-truncated"));
    clock.advance(LOSS_DELAY_MS);
    expect(store.state.turns[0]?.status).toBe("streaming");
    await settle();
    expect(resumed).toEqual([{ answerId: "a", lastEventId: "2" }]);
    await answers[1]!.push(text("half "), "2");
    await answers[1]!.push(text("whole"), "3");
    await answers[1]!.push(END, "4");
    expect(store.state.turns[0]).toMatchObject({ status: "complete", text: "half whole" });
    expect(clock.pending).toBe(0);
  });

  test("is tried again some times, and then kept as far as it came", async () => {
    const { store, answers, clock, resumed } = await begun();
    for (const delayMs of [LOSS_DELAY_MS, ...RESUME_DELAYS_MS.slice(1)]) {
      await answers.at(-1)!.end(broken("unreachable"));
      clock.advance(delayMs);
      await settle();
    }
    await answers.at(-1)!.end(broken("timeout"));
    expect(resumed).toHaveLength(RESUME_DELAYS_MS.length);
    expect(store.state.turns[0]).toMatchObject({
      status: "failed",
      text: "half ",
      failure: { code: "unreachable" },
    });
    expect(clock.pending).toBe(0);
  });

  test("is kept as far as it came where its server does not keep it", async () => {
    const { store, answers, clock } = await begun();
    await answers[0]!.end(broken("stream-truncated"));
    clock.advance(LOSS_DELAY_MS);
    await settle();
    await answers[1]!.end(new ChatError({ code: "not-found", retryable: false }));
    expect(store.state.turns[0]).toMatchObject({
      status: "failed",
      text: "half ",
      failure: { code: "stream-truncated", retryable: true },
    });
  });

  test("is asked again by itself where nothing was shown, and not for ever", async () => {
    const { store, answers, clock } = setUp();
    store.ask("How?");
    for (let asked = 0; asked <= MAX_REPEATS; asked++) {
      expect(answers).toHaveLength(asked + 1);
      await answers[asked]!.push(START);
      await answers[asked]!.end(broken("stream-truncated"));
      clock.advance(LOSS_DELAY_MS);
      await settle();
    }
    expect(answers).toHaveLength(MAX_REPEATS + 1);
    expect(store.state.turns).toMatchObject([{ status: "failed", failure: { code: "stream-truncated" } }]);
    store.retry("turn-1");
    expect(store.state.turns[0]?.repeats).toBeUndefined();
  });

  test("is not asked again where the server was never reached", async () => {
    const { store, answers, clock } = setUp();
    store.ask("How?");
    await answers[0]!.end(broken("unreachable"));
    clock.advance(LOSS_DELAY_MS);
    await settle();
    expect(store.state.turns[0]).toMatchObject({ status: "failed", failure: { code: "unreachable" } });
    expect(answers).toHaveLength(1);
  });

  test("stays as it is while its page is being left, and goes on where the page comes back", async () => {
    const saved: ChatState[] = [];
    const { store, answers, clock, actions } = setUp((state) => saved.push(state));
    store.ask("How?");
    await answers[0]!.push(START, "1");
    await answers[0]!.push(text("half"), "2");
    store.leave();
    expect(saved.at(-1)?.turns[0]).toMatchObject({ status: "streaming", text: "half", lastEventId: "2" });
    await answers[0]!.end(new TypeError("aborted"));
    await answers[0]!.end(broken("unreachable"));
    clock.advance(60_000);
    await settle();
    expect(actions).not.toContain("fail");
    store.comeBack();
    await settle();
    expect(actions).toContain("fail");
  });

  test("waits for the network, and goes on by itself", async () => {
    const { store, answers, resumed } = await begun();
    await answers[0]!.end(broken("offline"));
    expect(store.state.turns[0]).toMatchObject({ status: "failed", failure: { code: "offline" } });
    store.reconnect();
    expect(store.state.turns[0]).toMatchObject({ status: "streaming", text: "half " });
    await settle();
    expect(resumed).toHaveLength(1);
    await answers[1]!.end(new ChatError({ code: "not-found", retryable: false }));
    expect(store.state.turns[0]).toMatchObject({ failure: { code: "stream-truncated" } });
    store.reconnect();
    expect(answers).toHaveLength(2);
  });

  test("that never began because there was no network is asked when there is", async () => {
    const { store, answers } = setUp();
    store.ask("How?");
    await answers[0]!.end(broken("offline"));
    store.reconnect();
    expect(answers[1]!.request.question).toBe("How?");
    await answers[1]!.push(END);
    expect(store.state.turns).toMatchObject([{ status: "complete" }]);
  });
});

test("questions that waited for the network are asked one after another, and none twice", async () => {
  const { store, answers } = setUp();
  for (const index of [0, 1]) {
    store.ask(`Question ${index}?`);
    await answers[index]!.end(broken("offline"));
  }
  store.reconnect();
  store.reconnect();
  expect(answers).toHaveLength(3);
  await answers[2]!.push(END);
  expect(answers).toHaveLength(4);
  await answers[3]!.end(broken("offline"));
  expect(answers).toHaveLength(4);
  store.reconnect();
  await answers[4]!.push(END);
  expect(answers.slice(2).map(({ request }) => request.question)).toEqual([
    "Question 0?",
    "Question 1?",
    "Question 1?",
  ]);
  expect(store.state.turns.map(({ status }) => status)).toEqual(["complete", "complete"]);
});

describe("an answer that an earlier page began", () => {
  const left = async (words: string, withId = true) => {
    const before = setUp();
    before.store.ask("How?");
    await before.answers[0]!.push(START, withId ? "1" : undefined);
    if (words) await before.answers[0]!.push(text(words), withId ? "2" : undefined);
    before.clock.advance(COMMIT_INTERVAL_MS);
    return before.store.state;
  };

  test("is read on", async () => {
    const { store, answers, resumed } = setUp();
    const state = await left("half ");
    store.adopt(() => state);
    await settle();
    expect(resumed).toEqual([{ answerId: "a", lastEventId: "2" }]);
    await answers[0]!.push(text("whole"), "3");
    await answers[0]!.push(END, "4");
    expect(store.state.turns[0]).toMatchObject({ status: "complete", text: "half whole" });
  });

  test.each(["not-found", "unreachable"] as const)(
    "is kept as far as it came where it cannot be read on (%s)",
    async (code) => {
      const { store, answers, clock } = setUp();
      const state = await left("half ");
      store.adopt(() => state);
      await settle();
      await answers[0]!.end(broken(code));
      expect(store.state.turns[0]).toMatchObject({
        status: "failed",
        text: "half ",
        failure: { code: "page-left", retryable: true },
      });
      expect(clock.pending).toBe(0);
    },
  );

  test.each([true, false])("is asked again where nothing had been shown (ids: %s)", async (withId) => {
    const { store, answers } = setUp();
    const state = await left("", withId);
    store.adopt(() => state);
    await settle();
    if (withId) await answers[0]!.end(broken("not-found"));
    expect(answers.at(-1)!.request).toMatchObject({ question: "How?", conversationId: "c" });
    expect(store.state.turns).toMatchObject([{ status: "waiting", repeats: 1 }]);
  });

  test("is not asked again after nobody waits for it any more", async () => {
    const { store, answers, clock } = setUp();
    clock.advance(REPEAT_WITHIN_MS);
    const state = await left("", false);
    store.adopt(() => state);
    await settle();
    expect(answers).toHaveLength(0);
    expect(store.state.turns[0]).toMatchObject({ status: "failed", failure: { code: "page-left" } });
  });
});

describe("an answer that is stopped", () => {
  test("is ended at its source where the server says that it keeps answers", async () => {
    const { store, answers, ended } = setUp();
    store.ask("How?");
    await answers[0]!.push({ ...START, resumable: true } as ChatEvent);
    store.stop();
    store.stop();
    expect(ended).toEqual(["a"]);
    store.ask("And?");
    await answers[1]!.push(START);
    store.stop();
    expect(ended).toEqual(["a"]);
  });

  test("goes on where other turns are taken over beside it", async () => {
    const { store, answers } = setUp();
    store.ask("How?");
    store.adopt((current) => ({ ...current, draft: "x" }));
    expect(answers[0]!.signal.aborted).toBe(false);
    store.adopt(() => EMPTY_STATE);
    expect(answers[0]!.signal.aborted).toBe(true);
  });
});
