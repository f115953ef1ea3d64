import { NO_SECTION } from "./headings.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { Paraphrase } from "./paraphrase-question.ts";
import type { QuestionTerm } from "./question-terms.ts";

/** What a title that says exactly what was asked adds to a score; one that says half as much else adds little. */
const TITLE_BONUS = 0.5;

/** The same for the innermost heading of the chunk. */
const HEADING_BONUS = 0.3;

/**
 * The more common the words of a question, the more the titles tell: "What is Astro?" on a site where every
 * page says Astro. At a weight of this much in all, they tell twice as much as otherwise.
 */
const COMMON_WEIGHT = 1;

/** What the beginning of such a page gets besides: it says what the page is about. */
const LEAD_BONUS = 0.25;

/** The same where the question asks just that. */
const PREFERRED_LEAD_BONUS = 2;

/**
 * How fast a name counts less that says other things besides. Titles of documentation say little else:
 * "Deploy your Astro site to Netlify" is the page on deploying to Netlify. Chosen on one half of the
 * documentation questions; the long titles of SciFact would have 4, and lose nothing beyond noise.
 */
const PRECISION_EXPONENT = 2;

/** What a paraphrase in a name counts against the word of the question. */
const PARAPHRASE_SHARE = 0.5;

/** A title that says this much else is about something else, and so is its beginning. */
const LEAD_MIN_PRECISION = 0.6;

/**
 * Tells by what share a chunk's score grows because its page or its section is named what was asked, and only
 * that: "install" finds the page named "Installation" before the pages that have an installation section each.
 * A field's weight cannot tell the two apart: it counts what a title shares with the question, but not what it
 * says besides.
 */
export function nameMatcher(
  index: PackedIndex,
  terms: readonly QuestionTerm[],
  { paraphrases, prefersLeads }: { paraphrases: readonly Paraphrase[]; prefersLeads: boolean },
): (chunk: number) => number {
  const weightOf = new Map<number, number>();
  const paraphraseOrdinals = new Set<number>();
  let totalWeight = 0;
  for (const { entry, weight } of terms) {
    totalWeight += weight;
    if (entry !== undefined) weightOf.set(entry.ordinal, weight);
  }
  for (const { entry, weight } of paraphrases) {
    if (weightOf.has(entry.ordinal)) continue;
    weightOf.set(entry.ordinal, weight);
    paraphraseOrdinals.add(entry.ordinal);
  }
  if (weightOf.size === 0 || totalWeight === 0) return () => 0;
  const emphasis = 1 + (2 * COMMON_WEIGHT) / (COMMON_WEIGHT + totalWeight);
  const leadBonus = prefersLeads ? PREFERRED_LEAD_BONUS : LEAD_BONUS;

  const known = new Map<number, { match: number; precision: number }>();
  const judge = (heading: number): { match: number; precision: number } => {
    let judged = known.get(heading);
    if (judged === undefined) {
      const headingTerms = index.headings.termsOf(heading);
      let sharedWeight = 0;
      let shared = 0;
      for (const term of headingTerms) {
        const weight = weightOf.get(term);
        if (weight === undefined) continue;
        sharedWeight += weight;
        shared += paraphraseOrdinals.has(term) ? PARAPHRASE_SHARE : 1;
      }
      const precision = headingTerms.length === 0 ? 0 : shared / headingTerms.length;
      judged = {
        precision,
        match: precision ** PRECISION_EXPONENT * Math.min(1, sharedWeight / totalWeight),
      };
      known.set(heading, judged);
    }
    return judged;
  };

  return (chunk) => {
    const document = index.documentOf(chunk);
    const title = judge(index.documents.titleHeadingOf(document));
    const isLead = chunk === 0 || index.documentOf(chunk - 1) !== document;
    const lead = isLead && title.precision >= LEAD_MIN_PRECISION ? leadBonus : 0;
    const section = index.sectionOf(chunk);
    const heading = section === NO_SECTION ? undefined : index.headings.pathOf(section)[0];
    const headingMatch = heading === undefined ? 0 : judge(heading).match;
    return title.match * (TITLE_BONUS * emphasis + lead) + headingMatch * HEADING_BONUS * emphasis;
  };
}
