import type { QueryTerm, RankedChunk } from "./retriever.ts";

/** What a title that says exactly what was asked adds to a score; one that says half as much else adds little. */
const TITLE_BONUS = 0.5;

/**
 * The more common the words of a question, the more the titles tell: "What is Astro?" on a site where every
 * page says Astro. At a weight of this much in all, they tell twice as much as otherwise.
 */
const COMMON_WEIGHT = 1;

/** What the beginning of such a page gets besides: it says what the page is about. */
const LEAD_BONUS = 0.25;

/** The same where the question asks just that. */
const PREFERRED_LEAD_BONUS = 2;

/** A title that says this much else is about something else, and so is its beginning. */
const LEAD_MIN_PRECISION = 0.6;

export interface RerankOptions {
  terms: readonly QueryTerm[];
  /** What is known of the document of a chunk. */
  titleOf: (ordinal: number) => RankedTitle;
  prefersLeads: boolean;
}

export interface RankedTitle {
  terms: ReadonlySet<string>;
  /** The chunk is the first of its document. */
  isLead: boolean;
}

/**
 * Moves up the chunks of pages whose title says what was asked, and only that: "install" finds the page named
 * "Installation" before the pages that have an installation section each. A field boost cannot tell the two
 * apart, since it counts what a title shares with the question but not what it has besides.
 */
export function rerankByTitle(
  ranked: readonly RankedChunk[],
  { terms, titleOf, prefersLeads }: RerankOptions,
): RankedChunk[] {
  const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (totalWeight === 0) return [...ranked];
  const maxBonus = TITLE_BONUS * (1 + (2 * COMMON_WEIGHT) / (COMMON_WEIGHT + totalWeight));
  const leadBonus = prefersLeads ? PREFERRED_LEAD_BONUS : LEAD_BONUS;
  const reranked = ranked.map(({ ordinal, score }) => {
    const { terms: titleTerms, isLead } = titleOf(ordinal);
    let sharedWeight = 0;
    let shared = 0;
    for (const term of titleTerms) {
      const weight = weightOf.get(term);
      if (weight === undefined) continue;
      sharedWeight += weight;
      shared++;
    }
    const precision = titleTerms.size === 0 ? 0 : shared / titleTerms.size;
    const match = precision ** 2 * (sharedWeight / totalWeight);
    return {
      ordinal,
      score: score * (1 + match * (maxBonus + (isLead && precision >= LEAD_MIN_PRECISION ? leadBonus : 0))),
    };
  });
  // A stable sort: equals stay in lunr's order, which is that of the pages.
  return reranked.sort((a, b) => b.score - a.score);
}
