import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../../core/protocol.ts";
import {
  answeringTurn,
  EMPTY_STATE,
  reduce,
  type ChatAction,
  type ChatState,
  type Turn,
} from "../../../widget/chat-state.ts";
import { receiveEvent } from "../../../widget/transport/receive-event.ts";
import { stageText } from "../../../widget/stage-text.ts";
import { ENGLISH } from "../../../widget/strings.ts";

const receive = (event: ChatEvent): ChatAction => ({
  type: "receive",
  turnId: "t1",
  event,
  change: (turn) => receiveEvent(turn, event, undefined, 50),
});
const asked: ChatAction = { type: "ask", turnId: "t1", question: "How?", atMs: 10 };
const source = { position: 1, title: "One", url: "/one/", excerpt: "", score: 1 };

const run = (...actions: ChatAction[]): ChatState => actions.reduce(reduce, EMPTY_STATE);

describe("a conversation", () => {
  test("keeps what was searched for beyond the stage that said so", () => {
    const state = run(
      asked,
      receive({ type: "stage", stage: "searching", count: 12, query: "How do I deploy to Deno?" }),
      receive({ type: "stage", stage: "writing" }),
    );
    expect(state.turns[0]).toMatchObject({ query: "How do I deploy to Deno?", stage: { stage: "writing" } });
  });

  test("keeps all that was searched for of a question that asks several things", () => {
    const part = (number: number, query: string): ChatAction =>
      receive({ type: "stage", stage: "searching", count: 12, query, part: number, parts: 2 });
    const state = run(asked, part(1, "How do I export?"), part(2, "Can I delete?"));
    expect(state.turns[0]?.query).toBe("How do I export? · Can I delete?");
    // A follow-up is told in full before its parts are.
    const whole = receive({ type: "stage", stage: "searching", query: "Both?" });
    expect(run(asked, whole, part(1, "One?"), part(2, "Two?")).turns[0]?.query).toBe("One? · Two?");
  });

  test("puts marks into the text that was shown, and says meanwhile what is done", () => {
    const state = run(
      asked,
      receive({ type: "text-delta", text: "It costs 12 euros [1]. " }),
      receive({ type: "text-delta", text: "It is blue [1]." }),
      receive({ type: "stage", stage: "verifying", count: 2 }),
    );
    expect(stageText(state.turns[0] as Turn, ENGLISH)).toBe("Checking the answer");
    const text = "It costs 12 euros [1]. It is blue [1]. *(no)*";
    const marks = [{ at: 38, text: " *(no)*" }];
    const marked = reduce(state, receive({ type: "marks-available", marks, text }));
    expect(marked.turns[0]).toMatchObject({ text, status: "streaming" });
  });

  test("says that it waits at a stage that a newer Worker tells", () => {
    const unknown = { type: "stage", stage: "consulting" } as unknown as ChatEvent;
    const state = run(asked, receive(unknown));
    expect(stageText(state.turns[0] as Turn, ENGLISH)).toBe(ENGLISH.waiting);
  });

  test("takes an answer from its first event to its last", () => {
    const state = run(
      asked,
      receive({
        type: "answer-start",
        answerId: "a1",
        conversationId: "c1",
        corpusVersion: "v",
        mode: "extractive",
      }),
      receive({ type: "stage", stage: "searching", count: 12 }),
      receive({ type: "sources-available", sources: [source] }),
      receive({ type: "text-delta", text: "Like " }),
      receive({ type: "text-delta", text: "this [1]." }),
      receive({ type: "follow-ups-available", questions: ["a", "b", "c", "d"] }),
      receive({
        type: "answer-end",
        finishReason: "stop",
        citedPositions: [1],
        confidence: 1,
        cached: false,
      }),
    );
    expect(state.conversationId).toBe("c1");
    expect(state.turns[0]).toMatchObject({
      status: "complete",
      text: "Like this [1].",
      answerId: "a1",
      citedPositions: [1],
      followUps: ["a", "b", "c"],
      askedAtMs: 10,
      endedAtMs: 50,
    });
    expect(answeringTurn(state)).toBeUndefined();
  });

  test("discards what was shown when the answer is reset", () => {
    const state = run(
      asked,
      receive({ type: "text-delta", text: "wrong" }),
      receive({ type: "answer-reset", reason: "provider-failed" }),
      receive({ type: "text-delta", text: "right" }),
    );
    expect(state.turns[0]?.text).toBe("right");
  });

  test("ignores what comes after a stop", () => {
    const state = run(
      asked,
      receive({ type: "text-delta", text: "half" }),
      { type: "stop", turnId: "t1", atMs: 20 },
      receive({ type: "text-delta", text: " more" }),
      receive({ type: "error", code: "internal", message: "", retryable: true }),
    );
    expect(state.turns[0]).toMatchObject({ status: "stopped", text: "half", finishReason: "stopped" });
  });

  test("keeps the part that came when an answer fails, and follows the server on trying again", () => {
    const state = run(
      asked,
      receive({ type: "text-delta", text: "half" }),
      receive({ type: "error", code: "rate-limited", message: "x", retryable: false, retryAfterMs: 9 }),
    );
    expect(state.turns[0]).toMatchObject({
      status: "failed",
      text: "half",
      failure: { code: "rate-limited", retryable: false, retryAfterMs: 9 },
    });
  });

  test("takes an error code of a later version as an internal one", () => {
    const event = {
      type: "error",
      code: "from-the-future",
      message: "",
      retryable: true,
    } as unknown as ChatEvent;
    expect(run(asked, receive(event)).turns[0]?.failure?.code).toBe("internal");
  });

  test("starts a turn anew when it is tried again, and keeps the draft when it is cleared", () => {
    const failed = run(asked, {
      type: "fail",
      turnId: "t1",
      failure: { code: "timeout", retryable: true },
      atMs: 5,
    });
    const again = reduce(failed, { type: "retry", turnId: "t1", atMs: 60 });
    expect(again.turns[0]).toMatchObject({ status: "waiting", question: "How?", askedAtMs: 60 });
    expect(again.turns[0]?.failure).toBeUndefined();
    const cleared = reduce(reduce(again, { type: "draft", text: "later" }), { type: "clear" });
    expect(cleared).toMatchObject({ turns: [], draft: "later" });
  });

  test("is frozen, and stays the same object when an action changes nothing", () => {
    const state = run(asked);
    expect(Object.isFrozen(state.turns[0])).toBe(true);
    expect(Object.isFrozen(state.turns)).toBe(true);
    expect(reduce(state, { type: "draft", text: "" })).toBe(state);
    expect(reduce(state, { type: "rate", turnId: "unknown", rating: "up" })).toBe(state);
    expect(reduce(state, { type: "rate", turnId: "t1", rating: "up" }).turns[0]?.rating).toBe("up");
  });
});
