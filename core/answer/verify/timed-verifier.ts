/** A verifier that nobody waits for without end, and that is not believed when it plainly can't tell. */
import { passageText } from "../../passage-text.ts";
import { createPause } from "../../pause-after-failures.ts";
import type { OnModelCall } from "../../usage/model-calls.ts";
import { DeadlineError, startTimer, withinDeadline, type StartTimer } from "../../within-deadline.ts";
import { GenerationError } from "../generation-provider.ts";
import { splitSentences } from "../../text/sentences.ts";
import type { AnswerVerifier, Statement, VerificationRequest, Verdicts } from "./answer-verifier.ts";

export type VerifyFailure =
  | { reason: "verify-timeout"; deadlineMs: number }
  /** The model told nothing, or found a sentence of the pages themselves unsupported. */
  | { reason: "verify-rejected"; detail: "no-verdict" | "control-failed" }
  /** The adapter threw; `detail` is the reason, or the name of the error. */
  | { reason: "verify-failed"; detail: string };

export interface TimedVerifier {
  readonly model: string;
  /**
   * One verdict for each statement; undefined where there are none in time, or none to be believed.
   *
   * @throws the signal's reason once the signal is aborted, and nothing else.
   */
  verify(
    request: VerificationRequest,
    options: { signal: AbortSignal; onCall?: OnModelCall | undefined },
  ): Promise<Verdicts | undefined>;
}

export interface TimedVerifierOptions {
  verifier: AnswerVerifier;
  /** Default {@link VERIFY_DEADLINE_MS}. */
  deadlineMs?: number | undefined;
  startTimer?: StartTimer | undefined;
  onFailure?: ((failure: VerifyFailure) => void) | undefined;
}

/** The answer is there to be read meanwhile: only its end waits. */
export const VERIFY_DEADLINE_MS = 4_000;

/** One per isolate: it remembers that its model is away. */
export function createTimedVerifier({
  verifier,
  deadlineMs = VERIFY_DEADLINE_MS,
  startTimer: start = startTimer,
  onFailure,
}: TimedVerifierOptions): TimedVerifier {
  const pause = createPause();
  const fail = (failure: VerifyFailure): undefined => {
    pause.failed();
    onFailure?.(failure);
    return undefined;
  };
  return {
    model: verifier.model,
    async verify({ statements, passages }, { signal, onCall }) {
      signal.throwIfAborted();
      if (statements.length === 0 || pause.skips()) return undefined;
      const control = controlOf({ statements, passages });
      const asked = control === undefined ? statements : [...statements, control];
      let verdicts: Verdicts;
      try {
        verdicts = await withinDeadline(
          (inner) => verifier.verify({ statements: asked, passages }, { signal: inner, onCall }),
          { deadlineMs, start, signal },
        );
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof DeadlineError) return fail({ reason: "verify-timeout", deadlineMs });
        return fail({ reason: "verify-failed", detail: detailOf(error) });
      }
      if (verdicts.every((verdict) => verdict === undefined)) {
        return fail({ reason: "verify-rejected", detail: "no-verdict" });
      }
      if (control !== undefined && verdicts[statements.length] === false) {
        return fail({ reason: "verify-rejected", detail: "control-failed" });
      }
      pause.succeeded();
      return verdicts.slice(0, statements.length);
    },
  };
}

function detailOf(error: unknown): string {
  if (error instanceof GenerationError) return error.failure.reason;
  return error instanceof Error ? error.name : typeof error;
}

/** Shorter ones say little by themselves, longer ones several things. */
const CONTROL_MIN_CHARS = 40;
const CONTROL_MAX_CHARS = 240;

/**
 * A sentence of a cited passage, word for word: whoever finds it unsupported says no to everything, has taken the
 * question the other way round, or follows what stands in a page.
 */
function controlOf({ passages }: VerificationRequest): Statement | undefined {
  for (const { chunk, source } of passages) {
    const text = splitSentences(passageText(chunk.blocks).replace(/\s+/g, " ")).find(
      ({ length }) => length >= CONTROL_MIN_CHARS && length <= CONTROL_MAX_CHARS,
    );
    if (text !== undefined) return { text, positions: [source.position] };
  }
  return undefined;
}
