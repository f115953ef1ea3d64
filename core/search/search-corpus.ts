import type { Corpus } from "../corpus/corpus.ts";
import { MAX_CANDIDATES, type CandidateRanker } from "../rerank/candidate-ranker.ts";
import type { SearchFilters, SearchResponse } from "../protocol.ts";
import { describeSection, findChunks, type FoundChunk } from "./find-chunks.ts";

export interface SearchInput {
  query: string;
  /** Results, 1 to 50. */
  limit: number;
  filters?: SearchFilters | undefined;
  /** The query is still being typed: words that begin as its last one does count too. Default false. */
  isLastWordOpen?: boolean | undefined;
  /** Puts what is found in a better order; absent, or where it has none, the order is that of the search. */
  ranker?: CandidateRanker | undefined;
  /** Of whoever waits for the ranker. */
  signal?: AbortSignal | undefined;
}

/** Results of one page: enough for two sections of a long page, too few to fill the list. */
const RESULTS_PER_DOCUMENT = 2;

/** Ranks the corpus for a query. Any text is a valid query; one that matches nothing gives no results. */
export async function searchCorpus(
  corpus: Corpus,
  { query, limit, filters, isLastWordOpen, ranker, signal }: SearchInput,
): Promise<SearchResponse> {
  const { total, corrections, terms, ...retrieval } = await findChunks(corpus, query, {
    limit: ranker === undefined ? limit : Math.max(limit, MAX_CANDIDATES),
    perDocument: RESULTS_PER_DOCUMENT,
    filters,
    isLastWordOpen,
  });
  const found = (
    ranker === undefined ? retrieval.found : await rerank(retrieval.found, query, ranker, signal)
  ).slice(0, limit);
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

/** Each place keeps its score: a reranker's own are on no scale that anything here knows. */
async function rerank(
  found: readonly FoundChunk[],
  query: string,
  ranker: CandidateRanker,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly FoundChunk[]> {
  const order = await ranker.rank(
    query,
    found.map(({ chunk }) => chunk),
    { signal },
  );
  if (order === undefined) return found;
  return order.flatMap((place, index) => {
    const one = found[place];
    return one === undefined ? [] : [{ ...one, relativeScore: found[index]?.relativeScore ?? 0 }];
  });
}
