/** Asks for one answer and reads it to its end; where the connection is lost, does what can be done about it. */
import type { ChatRequest } from "../../core/protocol.ts";
import type { ReceivedChatEvent } from "../../core/sse-client.ts";
import { ChatError, failureFrom, isBreak, type ChatFailure, type FailureCode } from "../chat-failure.ts";
import { isAnswering, type Turn } from "../chat-state.ts";
import type { Schedule } from "../chat-store.ts";
import type { LoadContinuity } from "../load-continuity.ts";
import type { ChatTransport } from "./chat-transport.ts";

/**
 * Between the loss of a connection and what is done about it: long enough for a page that is being left to say so. What
 * a browser cuts off on the way out is no failure.
 */
export const LOSS_DELAY_MS = 300;

/** What the store knows of an answer. */
export interface AnswerRun {
  /** The question; or how its answer was lost that is only to be read on. */
  asked: ChatRequest | FailureCode;
  signal: AbortSignal;
  /** The turn as it stands now; undefined where it is gone. */
  turn: () => Turn | undefined;
  onEvent: (received: ReceivedChatEvent) => void;
  /** Resolves at once, or once a page that was left is shown again. */
  present: () => Promise<void>;
}

/** What the answer ended with: nothing where it is complete or was aborted, a failure, or that it is to be asked again. */
export type AnswerResult = ChatFailure | "ask-again" | undefined;

export interface FollowOptions extends AnswerRun {
  transport: ChatTransport;
  loadContinuity: LoadContinuity;
  /** Milliseconds since 1970. */
  now: () => number;
  schedule: Schedule;
}

/** Never rejects. */
export async function followAnswer(options: FollowOptions): Promise<AnswerResult> {
  const { asked, signal, turn, onEvent, present, transport, schedule } = options;
  try {
    if (typeof asked === "string") throw new ChatError({ code: asked, retryable: true });
    for await (const received of transport.ask(asked, { signal })) {
      if (signal.aborted) return undefined;
      onEvent(received);
    }
    // A transport ends after a terminal event; without one the answer must not look complete.
    const left = turn();
    if (left && isAnswering(left)) throw new ChatError({ code: "stream-truncated", retryable: true });
    return undefined;
  } catch (error) {
    const lost = failureFrom(error);
    const isLost = isBreak(lost) && lost.code !== "offline";
    if (isLost && asked !== lost.code) await new Promise<void>((goOn) => schedule(goOn, LOSS_DELAY_MS));
    await present();
    if (signal.aborted) return undefined;
    if (!isLost) return lost;
    return options
      .loadContinuity()
      .then(({ carryOn }) => carryOn({ ...options, lost }))
      .catch(() => lost);
  }
}
