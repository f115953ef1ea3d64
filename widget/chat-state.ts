/**
 * The state of a conversation and the one function that changes it. Pure and free of DOM: given the same
 * actions it gives the same state, so a stored or scripted conversation shows what a live one shows.
 */
import type {
  AnswerMode,
  AnswerStage,
  ChatEvent,
  Citation,
  FinishReason,
  FurtherPlaces,
  Source,
} from "../core/protocol.ts";
import type { ChatFailure } from "./chat-failure.ts";

export type TurnStatus = "waiting" | "streaming" | "complete" | "stopped" | "failed";
export type Rating = "up" | "down";

/** A question with what came back for it. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly status: TurnStatus;
  /** Markdown, as far as it has come. */
  readonly text: string;
  readonly sources: readonly Source[];
  readonly citedPositions: readonly number[];
  /** One for each `[n]` of a complete answer; empty where it does not say where they lead. */
  readonly citations: readonly Citation[];
  /** Sources where the answer may stand too. */
  readonly further?: FurtherPlaces | undefined;
  readonly followUps: readonly string[];
  readonly stage?: { stage: AnswerStage; count?: number | undefined } | undefined;
  /** What was searched for, where that is not the question itself. */
  readonly query?: string | undefined;
  readonly answerId?: string | undefined;
  /** Number of the last event that `text` holds: an answer that was cut is read on from there. */
  readonly lastEventId?: string | undefined;
  /** How often it was asked again by itself, since nothing had been shown when it was cut. */
  readonly repeats?: number | undefined;
  readonly mode?: AnswerMode | undefined;
  readonly finishReason?: FinishReason | undefined;
  /** Written when the site was indexed. */
  readonly prepared?: boolean | undefined;
  readonly failure?: ChatFailure | undefined;
  readonly rating?: Rating | undefined;
  /** Milliseconds since 1970. */
  readonly askedAtMs: number;
  readonly endedAtMs?: number | undefined;
}

export interface ChatState {
  readonly turns: readonly Turn[];
  readonly conversationId?: string | undefined;
  /** What stands in the input and was not sent. */
  readonly draft: string;
}

export type ChatAction =
  | { type: "ask"; turnId: string; question: string; atMs: number }
  /** The newest question in other words. */
  | { type: "edit"; turnId: string; question: string; atMs: number }
  | { type: "retry"; turnId: string; atMs: number; repeats?: number }
  | { type: "carry-on"; turnId: string }
  /** `change` is what the event does to its turn: see `receiveEvent`. */
  | { type: "receive"; turnId: string; event: ChatEvent; change: (turn: Turn) => Turn }
  | { type: "fail"; turnId: string; failure: ChatFailure; atMs: number }
  | { type: "stop"; turnId: string; atMs: number }
  | { type: "rate"; turnId: string; rating: Rating | undefined }
  | { type: "draft"; text: string }
  | { type: "clear" }
  /** Shows what was kept, or what another tab added. */
  | { type: "adopt"; state: ChatState };

export const EMPTY_STATE: ChatState = Object.freeze({ turns: Object.freeze([]), draft: "" });

export function isAnswering(turn: Turn): boolean {
  return turn.status === "waiting" || turn.status === "streaming";
}

/** The turn that is being answered; there is at most one. */
export function answeringTurn(state: ChatState): Turn | undefined {
  return state.turns.findLast(isAnswering);
}

/** The state after an action; the same object where nothing changed. */
export function reduce(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "ask":
      return freeze({
        ...state,
        draft: "",
        turns: [...state.turns, newTurn(action.turnId, action.question, action.atMs)],
      });
    case "draft":
      return action.text === state.draft ? state : freeze({ ...state, draft: action.text });
    case "clear":
      return freeze({ ...EMPTY_STATE, draft: state.draft });
    case "retry":
      return changeTurn(state, action.turnId, ({ id, question }) => ({
        ...newTurn(id, question, action.atMs),
        repeats: action.repeats,
      }));
    case "edit":
      return changeTurn(state, action.turnId, ({ id }) => newTurn(id, action.question, action.atMs));
    case "carry-on":
      return changeTurn(state, action.turnId, (turn) => ({
        ...turn,
        status: turn.text === "" ? "waiting" : "streaming",
        failure: undefined,
        endedAtMs: undefined,
      }));
    case "adopt":
      return freeze({ ...action.state });
    case "rate":
      return changeTurn(state, action.turnId, (turn) => ({ ...turn, rating: action.rating }));
    case "stop":
      return changeTurn(state, action.turnId, (turn) =>
        isAnswering(turn)
          ? { ...turn, status: "stopped", finishReason: "stopped", stage: undefined, endedAtMs: action.atMs }
          : turn,
      );
    case "fail":
      return changeTurn(state, action.turnId, (turn) =>
        isAnswering(turn)
          ? { ...turn, status: "failed", failure: action.failure, stage: undefined, endedAtMs: action.atMs }
          : turn,
      );
    case "receive":
      return receive(state, action);
  }
}

function receive(
  state: ChatState,
  { turnId, event, change }: Extract<ChatAction, { type: "receive" }>,
): ChatState {
  // Whatever comes after the end, or after a stop, is ignored.
  const changed = changeTurn(state, turnId, (turn) => (isAnswering(turn) ? change(turn) : turn));
  return event.type === "answer-start" && changed !== state
    ? freeze({ ...changed, conversationId: event.conversationId })
    : changed;
}

function newTurn(id: string, question: string, askedAtMs: number): Turn {
  return {
    id,
    question,
    status: "waiting",
    text: "",
    sources: [],
    citedPositions: [],
    citations: [],
    followUps: [],
    askedAtMs,
  };
}

function changeTurn(state: ChatState, turnId: string, change: (turn: Turn) => Turn): ChatState {
  const index = state.turns.findIndex(({ id }) => id === turnId);
  const before = state.turns[index];
  if (!before) return state;
  const after = change(before);
  return after === before ? state : freeze({ ...state, turns: state.turns.with(index, after) });
}

function freeze(state: ChatState): ChatState {
  state.turns.forEach(Object.freeze);
  Object.freeze(state.turns);
  return Object.freeze(state);
}
