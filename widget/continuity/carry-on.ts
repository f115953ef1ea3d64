/**
 * What becomes of an answer whose connection was lost. It is read on from the last event that came; where that cannot
 * be done it is asked again if nothing had been shown, and else stays as far as it came.
 */
import type { ChatFailure } from "../chat-failure.ts";
import type { AnswerResult, FollowOptions, ReadAnswer } from "../transport/follow-answer.ts";

/** Between attempts to read on. */
export const RESUME_DELAYS_MS: readonly number[] = [0, 1_000, 3_000];

/** How often a question is asked again by itself. */
export const MAX_REPEATS = 2;

/** Nobody waits for an answer longer than this: after it nothing is asked again by itself. */
export const REPEAT_WITHIN_MS = 5 * 60_000;

export interface CarryOnOptions extends Omit<FollowOptions, "asked" | "onEvent" | "loadContinuity"> {
  read: ReadAnswer;
  isBreak: (failure: ChatFailure) => boolean;
  /** How it was lost. */
  lost: ChatFailure;
}

export async function carryOn(options: CarryOnOptions): Promise<AnswerResult> {
  const { signal, lost, now, turn } = options;
  const failure = await readOn(options);
  const left = turn();
  if (failure === undefined || signal.aborted || !left) return undefined;
  const wasBegun = lost.code === "page-left" || left.answerId !== undefined;
  const isFresh = now() - left.askedAtMs < REPEAT_WITHIN_MS && (left.repeats ?? 0) < MAX_REPEATS;
  return failure.code !== "offline" && left.text === "" && wasBegun && isFresh ? "ask-again" : failure;
}

/** @returns why the answer is not complete. */
async function readOn(options: CarryOnOptions): Promise<ChatFailure | undefined> {
  const { transport, signal, lost, turn, read, isBreak, schedule, present } = options;
  for (let attempt = 0; attempt < RESUME_DELAYS_MS.length; attempt++) {
    const delayMs = RESUME_DELAYS_MS[attempt]!;
    if (delayMs > 0) {
      await new Promise<void>((goOn) => {
        const cancel = schedule(goOn, delayMs);
        signal.addEventListener("abort", () => (cancel(), goOn()), { once: true });
      });
    }
    await present();
    const { answerId, lastEventId } = turn() ?? {};
    if (signal.aborted || answerId === undefined || lastEventId === undefined) break;
    const failure = await read(transport.resume(answerId, { signal, lastEventId }), lastEventId);
    await present();
    if (!failure || failure.code === "offline") return failure;
    // That an answer cannot be read on says nothing of how it was lost.
    if (!isBreak(failure) || (lost.code === "page-left" && failure.code === "unreachable")) break;
    // As long as something comes there is hope.
    if (turn()?.lastEventId !== lastEventId) attempt = 0;
  }
  return lost;
}
