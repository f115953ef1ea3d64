/** Asks for one answer and reads it to its end; where the connection is lost, does what can be done about it. */
import {
  isTerminalEvent,
  LIMITS,
  type ChatEvent,
  type ChatRequest,
  type HistoryTurn,
} from "../../core/protocol.ts";
import type { ReceivedChatEvent } from "../../core/sse-client.ts";
import { failureFrom, isBreak, type ChatFailure, type FailureCode } from "../chat-failure.ts";
import type { Turn } from "../chat-state.ts";
import type { Schedule } from "../chat-store.ts";
import type { LoadContinuity } from "../load-continuity.ts";
import { receiveEvent } from "./receive-event.ts";
import type { ChatTransport } from "./chat-transport.ts";

/**
 * Between the loss of a connection and what is done about it: long enough for a page that is being left to say so. What
 * a browser cuts off on the way out is no failure.
 */
export const LOSS_DELAY_MS = 300;

/** What the store knows of an answer. */
export interface AnswerRun {
  /** The question with the turns before it; or how its answer was lost that is only to be read on. */
  asked: (Omit<ChatRequest, "history"> & { before: readonly Turn[] }) | FailureCode;
  signal: AbortSignal;
  /** The turn as it stands now; undefined where it is gone. */
  turn: () => Turn | undefined;
  /** Told of each event, and of what it does to the turn. */
  onEvent: (event: ChatEvent, change: (turn: Turn) => Turn) => void;
  /** Resolves at once, or once a page that was left is shown again. */
  present: () => Promise<void>;
}

/** What the answer ended with: nothing where it is complete or was aborted, a failure, or that it is to be asked again. */
export type AnswerResult = ChatFailure | "ask-again" | undefined;

/**
 * Reads events until the answer is complete.
 *
 * @param afterId events up to this one are known already.
 * @returns why it is not complete; undefined too where it was aborted.
 */
export type ReadAnswer = (
  events: AsyncIterable<ReceivedChatEvent>,
  afterId?: string,
) => Promise<ChatFailure | undefined>;

export interface FollowOptions extends AnswerRun {
  transport: ChatTransport;
  loadContinuity: LoadContinuity;
  /** Milliseconds since 1970. */
  now: () => number;
  schedule: Schedule;
}

/** Never rejects. */
export async function followAnswer(options: FollowOptions): Promise<AnswerResult> {
  const { asked, signal, onEvent, present, transport, schedule, now } = options;

  const read: ReadAnswer = async (events, afterId) => {
    try {
      for await (const { id, event } of events) {
        if (signal.aborted) return undefined;
        // A server that begins at the beginning again says what is known already.
        if (!(Number(id) <= Number(afterId))) onEvent(event, (turn) => receiveEvent(turn, event, id, now()));
        if (isTerminalEvent(event)) return undefined;
      }
      // Without a terminal event the answer must not look complete.
      return { code: "stream-truncated", retryable: true };
    } catch (error) {
      return failureFrom(error);
    }
  };

  async function ask(): Promise<ChatFailure | undefined> {
    if (typeof asked === "string") return { code: asked, retryable: true };
    const { before, ...request } = asked;
    return read(transport.ask({ ...request, history: historyOf(before) }, { signal }));
  }

  const lost = await ask();
  if (!lost || signal.aborted) return undefined;
  const isLost = isBreak(lost) && lost.code !== "offline";
  if (isLost && asked !== lost.code) await new Promise<void>((goOn) => schedule(goOn, LOSS_DELAY_MS));
  await present();
  if (signal.aborted) return undefined;
  if (!isLost) return lost;
  return options
    .loadContinuity()
    .then(({ carryOn }) => carryOn({ ...options, read, isBreak, lost }))
    .catch(() => lost);
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
