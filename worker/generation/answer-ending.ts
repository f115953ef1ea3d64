/** How an answer ended, and what its end tells of the server. */
import { GenerationError } from "../../core/answer/generation-provider.ts";
import { endsWhole } from "../../core/completion/ends-whole.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { HELD_ANSWERS, type ServerHabits } from "./server-habits.ts";

/**
 * A connection that closes without any mark of an end may have been cut, in front of the server or by it. Where the
 * server marks its ends elsewhere, it was. Else the text is taken for whole if it ends with a whole sentence.
 *
 * @throws GenerationError (`provider-stream-broken`) for an end without text, or for reasons that end no answer.
 */
export function finishReasonOf(
  { finish, isDone, refuses, text, answer }: ReadAnswer,
  habits: ServerHabits,
): "stop" | "length" | "refused" {
  const broken = (detail: string): GenerationError =>
    new GenerationError({ reason: "provider-stream-broken", detail });
  habits.heldAnswers = answer.omitsOpening ? HELD_ANSWERS : Math.max(0, habits.heldAnswers - 1);
  if (answer.repeatsItself && text.trim() !== "") return "length";
  if (finish === undefined && !isDone && (habits.marksEnds || !endsWhole(text)))
    throw broken("the stream ended before the model had finished");
  habits.marksEnds ||= finish !== undefined || isDone;
  if (finish?.kind === "failed") throw broken(finish.detail);
  if (finish?.kind === "refused" || refuses) return "refused";
  if (text.trim() === "")
    throw broken(`the model finished (${finish?.kind ?? "done"}) with ${answer.nature}`);
  // Cut off while it thought about how to go on.
  if (answer.isThinking) return "length";
  return finish?.kind === "length" ? "length" : "stop";
}

/** Whether the limit was reached before the first word of an answer: a reasoning model thinks on its tokens. */
export function isSpentOnThoughts({ finish, refuses, text }: ReadAnswer): boolean {
  return finish?.kind === "length" && !refuses && text.trim() === "";
}
