import type { Corpus } from "../corpus/corpus.ts";
import type { SearchFilters, SearchResponse } from "../protocol.ts";
import { describeSection, findChunks } from "./find-chunks.ts";

export interface SearchInput {
  query: string;
  /** Results, 1 to 50. */
  limit: number;
  filters?: SearchFilters | undefined;
}

/** Results of one page: enough for two sections of a long page, too few to fill the list. */
const RESULTS_PER_DOCUMENT = 2;

/** Ranks the corpus for a query. Any text is a valid query; one that matches nothing gives no results. */
export async function searchCorpus(
  corpus: Corpus,
  { query, limit, filters }: SearchInput,
): Promise<SearchResponse> {
  const { found, total, corrections, terms } = await findChunks(corpus, query, {
    limit,
    perDocument: RESULTS_PER_DOCUMENT,
    filters,
  });
  const { corpusVersion } = corpus.manifest;
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  return {
    query,
    corpusVersion,
    total,
    ...(corrections.length > 0 && { corrections }),
    results: found.map((one) =>
      describeSection(one, corpus.retriever.terms, (term) => weights.get(term) ?? 0),
    ),
  };
}
