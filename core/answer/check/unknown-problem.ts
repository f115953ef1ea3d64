/** Whether a sentence speaks of something that no passage knows in any form. */
import type { PassageEvidence } from "./passage-evidence.ts";
import type { CheckedStatement } from "./sentence-context.ts";

const UNKNOWN = { words: 3, share: 0.55 };

export function unknownProblem(
  statement: CheckedStatement,
  given: readonly PassageEvidence[],
): "unknown" | undefined {
  if (statement.isTranslated) return undefined;
  // What has a fact in common with the passages speaks of what they speak of.
  const hasFact = statement.clauses.some(
    ({ words, amounts }) => amounts.length > 0 || words.some(({ isCode }) => isCode),
  );
  if (hasFact) return undefined;
  const words = statement.words.filter(({ isLight }) => !isLight);
  const unknown = words.filter(({ keys }) => !given.some((one) => keys.some((key) => one.keys.has(key))));
  return unknown.length >= UNKNOWN.words && unknown.length / words.length >= UNKNOWN.share
    ? "unknown"
    : undefined;
}
