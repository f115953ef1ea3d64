/** Asks every question of a set, a bounded number at a time, and judges what comes back. */
import { askAll, type AskAllOptions } from "./ask-all.ts";
import { AnswerFailure } from "./collect-answer.ts";
import { judgeQuestion, type Observation, type QuestionResult } from "./judge.ts";
import type { EvaluationQuestion } from "./question.ts";
import type { EvaluationTarget } from "./target.ts";

/** Quoted answers have at most three. */
const SENTENCES = 3;

/**
 * The results in the order of the questions. What fails for one question is its result.
 *
 * @throws as {@link askAll}.
 */
export async function evaluateQuestions(
  questions: readonly EvaluationQuestion[],
  target: EvaluationTarget,
  options: AskAllOptions,
): Promise<QuestionResult[]> {
  const seen = await askAll(questions, target, options, (question) =>
    observe(question, target, options.signal),
  );
  return questions.map((question, index) => judgeQuestion(question, seen[index] ?? {}));
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
