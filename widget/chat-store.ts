/**
 * Holds a conversation, asks for its answers, and publishes frozen snapshots. Knows no DOM; clock, ids, timer,
 * answers and storage are given to it.
 */
import { LIMITS, type ChatRequest } from "../core/protocol.ts";
import {
  answeringTurn,
  EMPTY_STATE,
  reduce,
  type ChatAction,
  type ChatState,
  type Rating,
  type Turn,
} from "./chat-state.ts";
import type { AnswerResult, AnswerRun } from "./transport/follow-answer.ts";

/** Between two snapshots while text streams in: twelve a second look fluent and leave the page its frames. */
export const COMMIT_INTERVAL_MS = 80;

/** Runs a function after a delay; the result cancels it. */
export type Schedule = (run: () => void, delayMs: number) => () => void;

export interface ChatStoreOptions {
  /** Asks for an answer and reads it. Never rejects. */
  answer: (run: AnswerRun) => Promise<AnswerResult>;
  /** Ends an answer at its source, so that nobody pays for what nobody reads. */
  endAnswer: (answerId: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  schedule: Schedule;
  /** Told of each state that is worth keeping. Never throws. */
  keep: (state: ChatState) => void;
  /** What every request carries besides question, history and conversation; read when a question is asked. */
  requestContext?: () => Partial<ChatRequest>;
  /** Told of each action as it happens, before the snapshot that shows it. */
  observe?: (action: ChatAction, state: ChatState) => void;
}

export interface ChatStore {
  readonly state: ChatState;
  /** Calls back after each new snapshot. @returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
  /**
   * Asks, ending an answer that is still running. Blank questions are ignored, long ones cut.
   *
   * @param editedId the turn whose question this is in other words.
   */
  ask(question: string, editedId?: string): void;
  retry(turnId: string): void;
  stop(): void;
  rate(turnId: string, rating: Rating | undefined): void;
  setDraft(text: string): void;
  clear(): void;
  /** Shows what was kept, or what another tab wrote. An answer that a page before this one began goes on. */
  adopt(change: (current: ChatState) => ChatState | undefined): void;
  /** The page is being left. From now on what breaks is no failure; the state is kept as it is. */
  leave(): void;
  /** The page is shown again after it was left. */
  comeBack(): void;
  /** The network is there again: questions that waited for it are asked, an answer that it cut goes on. */
  reconnect(): void;
  /** Ends the running answer and all timers. What is stored stays. */
  dispose(): void;
}

export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { now, newId, schedule, keep } = options;
  const listeners = new Set<() => void>();
  /** Ahead of `published` while text is held back for the next commit. */
  let current: ChatState = EMPTY_STATE;
  let published = current;
  let cancelCommit: (() => void) | undefined;
  let controller: AbortController | undefined;
  /** The turn whose answer is being read here. */
  let followedId: string | undefined;
  /** The answer that its server ends when asked to. */
  let endableId: string | undefined;
  let back: PromiseWithResolvers<void> | undefined;

  function commit(): void {
    cancelCommit?.();
    cancelCommit = undefined;
    if (published === current) return;
    published = current;
    for (const listener of listeners) listener();
  }

  function dispatch(action: ChatAction): void {
    const next = reduce(current, action);
    if (next === current) return;
    current = next;
    options.observe?.(action, next);
    if (action.type === "receive" && action.event.type === "text-delta") {
      cancelCommit ??= schedule(commit, COMMIT_INTERVAL_MS);
      return;
    }
    commit();
    keep(current);
  }

  /** Reads the answer of a turn to its end, or on from where it was lost. */
  async function follow(turnId: string, asked: AnswerRun["asked"]): Promise<void> {
    controller?.abort();
    const { signal } = (controller = new AbortController());
    followedId = turnId;
    endableId = undefined;
    const run: AnswerRun = {
      asked,
      signal,
      turn: () => turnOf(turnId),
      onEvent(event, change) {
        if (event.type === "answer-start" && event.resumable === true) endableId = event.answerId;
        dispatch({ type: "receive", turnId, event, change });
      },
      present: () => back?.promise ?? Promise.resolve(),
    };
    const result = await options.answer(run);
    if (signal.aborted) return;
    followedId = undefined;
    if (result === "ask-again") {
      const repeats = (turnOf(turnId)?.repeats ?? 0) + 1;
      begin(turnId, { type: "retry", turnId, atMs: now(), repeats });
    } else if (result) dispatch({ type: "fail", turnId, failure: result, atMs: now() });
    // One after another: several questions may have waited for the network.
    if (result === undefined) reconnect();
  }

  function begin(turnId: string, action: ChatAction): void {
    const before = current.turns.slice(0, indexOf(turnId));
    dispatch(action);
    const turn = turnOf(turnId);
    if (!turn) return;
    const { conversationId } = current;
    const context = {
      ...options.requestContext?.(),
      ...(conversationId === undefined ? {} : { conversationId }),
    };
    void follow(turnId, { ...context, question: turn.question, before });
  }

  function turnOf(turnId: string): Turn | undefined {
    return current.turns[indexOf(turnId)];
  }

  function indexOf(turnId: string): number {
    const index = current.turns.findIndex(({ id }) => id === turnId);
    return index < 0 ? current.turns.length : index;
  }

  function abort(): void {
    controller?.abort();
    followedId = undefined;
    if (endableId !== undefined) options.endAnswer(endableId);
    endableId = undefined;
  }

  function stop(): void {
    const turn = answeringTurn(current);
    if (turn) abort();
    if (turn) dispatch({ type: "stop", turnId: turn.id, atMs: now() });
  }

  function reconnect(): void {
    const turn = current.turns.find(({ failure }) => failure?.code === "offline");
    if (!turn || answeringTurn(current)) return;
    if (turn.text === "") return retry(turn.id);
    dispatch({ type: "carry-on", turnId: turn.id });
    void follow(turn.id, "stream-truncated");
  }

  function retry(turnId: string): void {
    stop();
    begin(turnId, { type: "retry", turnId, atMs: now() });
  }

  return {
    get state() {
      return published;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask(text, editedId) {
      const question = text.trim().slice(0, LIMITS.questionMaxChars);
      if (question === "") return;
      const turnId = editedId ?? newId();
      stop();
      begin(turnId, { type: editedId === undefined ? "ask" : "edit", turnId, question, atMs: now() });
    },
    retry,
    stop,
    rate(turnId, rating) {
      dispatch({ type: "rate", turnId, rating });
    },
    setDraft(text) {
      dispatch({ type: "draft", text });
    },
    clear() {
      stop();
      dispatch({ type: "clear" });
    },
    adopt(change) {
      const state = change(current);
      if (!state) return;
      dispatch({ type: "adopt", state });
      const running = answeringTurn(current);
      if (running?.id === followedId) return;
      abort();
      if (running) void follow(running.id, "page-left");
    },
    leave() {
      back ??= Promise.withResolvers<void>();
      keep(current);
    },
    comeBack() {
      back?.resolve();
      back = undefined;
    },
    reconnect,
    dispose() {
      abort();
      cancelCommit?.();
      listeners.clear();
    },
  };
}
