/** Whether a sentence speaks of something that no passage knows in any form. */
import type { PassageEvidence } from "./passage-evidence.ts";
import type { CheckedStatement } from "./sentence-context.ts";

const UNKNOWN = { words: 3, share: 0.55 };
const ABOUT_WORDS = 4;

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
  // Several words together in one sentence are about what that sentence is about.
  const distinct = [...new Map(words.map((word) => [word.keys[0], word])).values()];
  const isAbout = statement.evidence.some(
    ({ sentence }) =>
      distinct.filter(({ keys }) => keys.some((key) => key.startsWith("s:") && sentence.keys.has(key)))
        .length >= ABOUT_WORDS,
  );
  if (isAbout) return undefined;
  return unknown.length >= UNKNOWN.words && unknown.length / words.length >= UNKNOWN.share
    ? "unknown"
    : undefined;
}
