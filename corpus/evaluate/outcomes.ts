/** What came of each question, a line each: small enough to be kept beside the questions and read as a diff. */
import type { QuestionResult } from "./judge.ts";

/** Confidences that differ by less are the same in a diff. */
const CONFIDENCE_STEP = 0.05;

/**
 * One JSON object a line, by id: the verdict, the rank of the expected page, the facts found, whether it was
 * refused, and the confidence to the nearest .05.
 */
export function formatOutcomes(results: readonly QuestionResult[]): string {
  const lines = [...results]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((result) => JSON.stringify(outcomeOf(result)));
  return `${lines.join("\n")}\n`;
}

function outcomeOf(result: QuestionResult): Record<string, unknown> {
  const { id, passed, problems, rank, facts, finishReason, mode, confidence, expectedUrls } = result;
  return {
    id,
    outcome: passed ? "passed" : problems.join(", "),
    ...(expectedUrls.length > 0 && { rank }),
    ...(facts.length > 0 && { facts: `${facts.filter(({ found }) => found).length}/${facts.length}` }),
    ...(finishReason === "refused" && { refused: true }),
    ...(mode === "conversation" && { conversation: true }),
    ...(confidence !== null && {
      confidence: Number((Math.round(confidence / CONFIDENCE_STEP) * CONFIDENCE_STEP).toFixed(2)),
    }),
  };
}
