/** Goes through the questions of a set, as many at a time as the target bears. */
import { AnswerFailure } from "./collect-answer.ts";
import type { EvaluationQuestion } from "./question.ts";
import type { EvaluationTarget } from "./target.ts";

export interface AskAllOptions {
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * What came of each question, in the order of the questions. What fails for one is left to `ask`; only where the very
 * first question cannot be asked at all, nothing can be, and that is thrown.
 *
 * @param ask what came of one question; a `failure` says why nothing did.
 * @throws AnswerFailure for the first question; what the signal throws once it is aborted.
 */
export async function askAll<Seen extends { failure?: string }>(
  questions: readonly EvaluationQuestion[],
  { concurrency }: Pick<EvaluationTarget, "concurrency">,
  { signal, onProgress }: AskAllOptions,
  ask: (question: EvaluationQuestion) => Promise<Seen>,
): Promise<Seen[]> {
  const results: Seen[] = [];
  let next = 0;
  let done = 0;
  const askNext = async (): Promise<void> => {
    while (next < questions.length) {
      signal.throwIfAborted();
      const index = next++;
      const question = questions[index];
      if (question === undefined) return;
      const seen = await ask(question);
      if (index === 0 && seen.failure !== undefined) throw new AnswerFailure(seen.failure);
      results[index] = seen;
      onProgress?.(++done, questions.length);
      // Work on this computer never waits for anything: let a key press and the progress through.
      if (done % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, askNext));
  return results;
}
