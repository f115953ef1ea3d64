import type { QueryTerm, RankedChunk } from "./retriever.ts";

/** What a title that says exactly what was asked adds to a score; one that says half as much else adds little. */
const TITLE_BONUS = 0.5;

/**
 * Moves up the chunks of pages whose title says what was asked, and only that: "install" finds the page named
 * "Installation" before the pages that have an installation section each. A field boost cannot tell the two
 * apart, since it counts what a title shares with the question but not what it has besides.
 */
export function rerankByTitle(
  ranked: readonly RankedChunk[],
  terms: readonly QueryTerm[],
  titleTermsOf: (ordinal: number) => ReadonlySet<string>,
): RankedChunk[] {
  const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (totalWeight === 0) return [...ranked];
  const reranked = ranked.map(({ ordinal, score }) => {
    const titleTerms = titleTermsOf(ordinal);
    let sharedWeight = 0;
    let shared = 0;
    for (const term of titleTerms) {
      const weight = weightOf.get(term);
      if (weight === undefined) continue;
      sharedWeight += weight;
      shared++;
    }
    const precision = titleTerms.size === 0 ? 0 : shared / titleTerms.size;
    return { ordinal, score: score * (1 + TITLE_BONUS * precision ** 2 * (sharedWeight / totalWeight)) };
  });
  // A stable sort: equals stay in lunr's order, which is that of the pages.
  return reranked.sort((a, b) => b.score - a.score);
}
