/**
 * Holds a conversation, asks the transport, and publishes frozen snapshots. Knows no DOM; clock, ids, timer,
 * transport and storage are given to it.
 */
import { LIMITS, type ChatRequest, type HistoryTurn } from "../core/protocol.ts";
import { ChatError, failureOf, type ChatFailure } from "./chat-failure.ts";
import {
  answeringTurn,
  EMPTY_STATE,
  reduce,
  type ChatAction,
  type ChatState,
  type Rating,
  type Turn,
} from "./chat-state.ts";
import type { ConversationStorage } from "./conversation-storage.ts";
import type { ChatTransport } from "./transport/chat-transport.ts";

/** Between two snapshots while text streams in: twelve a second look fluent and leave the page its frames. */
export const COMMIT_INTERVAL_MS = 80;

/** Runs a function after a delay; the result cancels it. */
export type Schedule = (run: () => void, delayMs: number) => () => void;

export interface ChatStoreOptions {
  transport: ChatTransport;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  schedule: Schedule;
  storage: ConversationStorage;
  /** What every request carries besides question, history and conversation; read when a question is asked. */
  requestContext?: () => Partial<ChatRequest>;
  /** Told of each action as it happens, before the snapshot that shows it. */
  observe?: (action: ChatAction, state: ChatState) => void;
}

export interface ChatStore {
  readonly state: ChatState;
  /** Calls back after each new snapshot. @returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Asks, ending an answer that is still running. Blank questions are ignored, long ones cut. */
  ask(question: string): void;
  retry(turnId: string): void;
  stop(): void;
  rate(turnId: string, rating: Rating | undefined): void;
  setDraft(text: string): void;
  clear(): void;
  /** Writes the conversation to the storage now, for example when consent was given. */
  save(): void;
  /** Ends the running answer and all timers. What is stored stays. */
  dispose(): void;
}

export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { transport, now, newId, schedule, storage } = options;
  const listeners = new Set<() => void>();
  /** Ahead of `published` while text is held back for the next commit. */
  let current = storage.load() ?? EMPTY_STATE;
  let published = current;
  let cancelCommit: (() => void) | undefined;
  let controller: AbortController | undefined;

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
    storage.save(current);
  }

  async function answer(turn: Turn, request: ChatRequest): Promise<void> {
    controller?.abort();
    const { signal } = (controller = new AbortController());
    const turnId = turn.id;
    try {
      for await (const event of transport.ask(request, { signal })) {
        if (signal.aborted) return;
        dispatch({ type: "receive", turnId, event, atMs: now() });
      }
      // A transport ends after a terminal event; without one the answer must not look complete.
      dispatch({ type: "fail", turnId, failure: failure("stream-truncated"), atMs: now() });
    } catch (error) {
      if (signal.aborted) return;
      dispatch({ type: "fail", turnId, failure: failureFrom(error), atMs: now() });
    }
  }

  function start(turnId: string, action: ChatAction): void {
    stop();
    const before = current.turns.slice(0, indexOf(turnId));
    dispatch(action);
    const turn = current.turns[indexOf(turnId)];
    if (!turn) return;
    void answer(turn, {
      ...options.requestContext?.(),
      question: turn.question,
      history: historyOf(before),
      ...(current.conversationId === undefined ? {} : { conversationId: current.conversationId }),
    });
  }

  function indexOf(turnId: string): number {
    const index = current.turns.findIndex(({ id }) => id === turnId);
    return index < 0 ? current.turns.length : index;
  }

  function stop(): void {
    const turn = answeringTurn(current);
    controller?.abort();
    if (turn) dispatch({ type: "stop", turnId: turn.id, atMs: now() });
  }

  return {
    get state() {
      return published;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask(text) {
      const question = text.trim().slice(0, LIMITS.questionMaxChars);
      if (question === "") return;
      const turnId = newId();
      start(turnId, { type: "ask", turnId, question, atMs: now() });
    },
    retry(turnId) {
      start(turnId, { type: "retry", turnId, atMs: now() });
    },
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
    save() {
      storage.save(current);
    },
    dispose() {
      controller?.abort();
      cancelCommit?.();
      listeners.clear();
    },
  };
}

/** Earlier turns as the protocol wants them. Turns without an answer would only confuse the next one. */
function historyOf(turns: readonly Turn[]): HistoryTurn[] {
  return turns
    .filter(({ text, status }) => text !== "" && status !== "failed")
    .flatMap(({ question, text }): HistoryTurn[] => [
      { role: "visitor", text: question },
      { role: "assistant", text: text.slice(0, LIMITS.historyTurnMaxChars) },
    ])
    .slice(-LIMITS.historyMaxTurns);
}

function failure(code: "stream-truncated" | "internal"): ChatFailure {
  return { code, retryable: true };
}

function failureFrom(error: unknown): ChatFailure {
  return error instanceof ChatError ? error.failure : failureOf("internal");
}
