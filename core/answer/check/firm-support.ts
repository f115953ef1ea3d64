/**
 * How firmly a passage says what a sentence says: the share of its words that stand together there, in one sentence or
 * two that follow one another. The check of facts lets pass whatever is not wrong; to be named as the source, a passage
 * has to say it.
 */
import { compareAmounts } from "./amounts.ts";
import type { EvidenceSentence, PassageEvidence } from "./read-passage.ts";
import type { Clause, Word } from "./statement.ts";

/** Share of a sentence's words and amounts, 0 to 1, and how many of its words stand there as they are. */
export interface Support {
  share: number;
  sharedWords: number;
}

const NO_SUPPORT: Support = { share: 0, sharedWords: 0 };
/** Another word of the same meaning; and one that only begins alike. */
const MEANING_SHARE = 0.7;
const BEGINNING_SHARE = 0.6;
/** What only a heading says tells where the sentence belongs. */
const HEADING_SHARE = 0.5;

export function firmSupport(
  clauses: readonly Clause[],
  { sentences }: PassageEvidence,
  weightOf: (word: Word) => number,
): Support {
  const words = clauses.flatMap((clause) => clause.words.filter(({ isLight }) => !isLight));
  const amounts = clauses.flatMap((clause) => clause.amounts.filter(({ isArticle }) => isArticle !== true));
  const total = words.reduce((sum, word) => sum + weightOf(word), 0) + amounts.length;
  if (total === 0) return NO_SUPPORT;
  const denies = clauses.some(({ markers }) => markers.has("not"));
  const heading = sentences[0];
  let best = NO_SUPPORT;
  for (let index = 1; index < sentences.length; index++) {
    const one = sentences[index];
    if (one === undefined) continue;
    const next = sentences[index + 1];
    for (const stretch of [
      [one],
      ...(next === undefined || one.isCode || next.isCode ? [] : [[one, next]]),
    ]) {
      if (stretch.some(({ markers }) => markers.has("not")) !== denies) continue;
      let held = 0;
      let sharedWords = 0;
      for (const word of words) {
        const share = Math.max(
          ...stretch.map(({ keys }) => heldShare(word.keys, keys)),
          heading === undefined ? 0 : heldShare(word.keys, heading.keys) * HEADING_SHARE,
        );
        held += share * weightOf(word);
        if (share === 1) sharedWords++;
      }
      for (const amount of amounts) {
        if (
          stretch.some((sentence) =>
            sentence.amounts.some((other) => compareAmounts(amount, other) === "same"),
          )
        ) {
          held++;
          sharedWords++;
        }
      }
      const share = held / total;
      if (share > best.share) best = { share, sharedWords };
    }
  }
  return best;
}

function heldShare(keys: readonly string[], held: EvidenceSentence["keys"]): number {
  let share = 0;
  for (const key of keys) {
    if (!held.has(key)) continue;
    if (/^(?:[ws]|code):/.test(key)) return 1;
    share = Math.max(share, key.startsWith("b:") ? BEGINNING_SHARE : MEANING_SHARE);
  }
  return share;
}
