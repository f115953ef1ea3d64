/** Asks every question of a set, a bounded number at a time, and judges what comes back. */
import { AnswerFailure } from "./collect-answer.ts";
import { judgeQuestion, type Observation, type QuestionResult } from "./judge.ts";
import type { EvaluationQuestion } from "./question.ts";
import type { EvaluationTarget } from "./target.ts";

export interface EvaluateOptions {
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Quoted answers have at most three. */
const SENTENCES = 3;

/**
 * The results in the order of the questions. What fails for one question is its result; only where the very
 * first question cannot be asked at all, nothing can be, and that is thrown.
 *
 * @throws AnswerFailure for the first question; what the signal throws once it is aborted.
 */
export async function evaluateQuestions(
  questions: readonly EvaluationQuestion[],
  target: EvaluationTarget,
  { signal, onProgress }: EvaluateOptions,
): Promise<QuestionResult[]> {
  const results: QuestionResult[] = [];
  let next = 0;
  let done = 0;
  const askNext = async (): Promise<void> => {
    while (next < questions.length) {
      signal.throwIfAborted();
      const index = next++;
      const question = questions[index];
      if (question === undefined) return;
      const seen = await observe(question, target, signal);
      if (index === 0 && seen.failure !== undefined) throw new AnswerFailure(seen.failure);
      results[index] = judgeQuestion(question, seen);
      onProgress?.(++done, questions.length);
      // Work on this computer never waits for anything: let a key press and the progress through.
      if (done % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: target.concurrency }, askNext));
  return results;
}

async function observe(
  question: EvaluationQuestion,
  target: EvaluationTarget,
  signal: AbortSignal,
): Promise<Observation> {
  try {
    const seen: Observation = {};
    // A search knows no history: of a follow-up, the sources of the answer are what was found.
    const isFollowUp = question.history.length > 0;
    if (question.relevant.length > 0 && !isFollowUp) seen.found = await target.search(question.text, signal);
    if (seen.found !== undefined && target.searchReranked !== undefined) {
      seen.reranked = await target.searchReranked(question.text, signal);
    }
    if (question.answers.length > 0 && target.bestSentences !== undefined) {
      seen.sentences = await target.bestSentences(question.text, SENTENCES);
    }
    if (question.expectation === "ranking") return seen;
    const answer = await target.ask(question, signal);
    seen.answer = answer;
    if (question.relevant.length > 0 && isFollowUp) seen.found = answer.sources.map(({ url }) => url);
    const isBelow = target.threshold !== undefined && answer.confidence < target.threshold;
    if (answer.finishReason === "refused" && isBelow && target.askRegardless !== undefined) {
      seen.withheld = await target.askRegardless(question, signal);
    }
    return seen;
  } catch (error) {
    if (signal.aborted || !(error instanceof AnswerFailure)) throw error;
    return { failure: error.message };
  }
}
