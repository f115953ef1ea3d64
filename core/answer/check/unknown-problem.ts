/** Whether a sentence speaks of something that no passage knows in any form. */
import type { Finding } from "./findings.ts";
import type { PassageEvidence } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";

const UNKNOWN = { words: 3, share: 0.55 };
const ABOUT_WORDS = 4;

export function findUnknownProblems(
  statement: CheckedStatement,
  given: readonly PassageEvidence[],
  found: Set<Finding>,
): void {
  if (statement.isTranslated) return;
  if (offersUnknown(statement, given)) found.add("offersUnknown");
  // What has a fact in common with the passages speaks of what they speak of.
  const hasFact = statement.clauses.some(
    ({ words, amounts }) => amounts.length > 0 || words.some(({ isCode }) => isCode),
  );
  if (hasFact) return;
  const words = statement.words.filter(({ isLight }) => !isLight);
  const unknown = words.filter(({ keys }) => !given.some((one) => keys.some((key) => one.keys.has(key))));
  // Several words together in one sentence are about what that sentence is about.
  const distinct = [...new Map(words.map((word) => [word.keys[0], word])).values()];
  const isAbout = statement.evidence.some(
    ({ sentence }) =>
      distinct.filter(({ keys }) => keys.some((key) => key.startsWith("s:") && sentence.keys.has(key)))
        .length >= ABOUT_WORDS,
  );
  if (isAbout) return;
  if (unknown.length >= UNKNOWN.words && unknown.length / words.length >= UNKNOWN.share)
    found.add("unknownWords");
}

/** "We have a kiln", where no page knows such a thing under any name. */
function offersUnknown(
  { text, clauses, words }: CheckedStatement,
  given: readonly PassageEvidence[],
): boolean {
  if (given.length === 0 || clauses.some(({ markers }) => markers.has("not") || markers.has("if")))
    return false;
  const offer = OFFER.exec(text);
  if (offer === null) return false;
  const from = offer.index + offer[0].length;
  const [thing] = words.filter(({ at, isLight }) => at >= from && !isLight);
  return (
    thing !== undefined &&
    thing.opposites.length === 0 &&
    !thing.isCode &&
    thing.keys.some((key) => key.startsWith("s:")) &&
    !thing.keys.some((key) => key.startsWith("m:")) &&
    !given.some(({ keys }) => thing.keys.some((key) => keys.has(key)))
  );
}

/** What a site has or gives, with an article behind it. */
const OFFER =
  /\b(?:we|you)\s+(?:also\s+)?(?:have|offer|provide|get|receive|rent out|sell)\s+(?:a|an|our|your own)\s|\bthere (?:is|are) (?:also )?(?:an?\s)?/i;
