import type { Corpus } from "../corpus/corpus.ts";
import { excerptOf } from "../passage-text.ts";
import type { SearchFilters, SearchResponse, SearchResult } from "../protocol.ts";
import { selectDiverse } from "./select-diverse.ts";

export interface SearchInput {
  query: string;
  /** Results, 1 to 50. */
  limit: number;
  filters?: SearchFilters | undefined;
}

/** Chunks of one page among the results: enough for two sections of a long page, too few to fill the list. */
const CHUNKS_PER_DOCUMENT = 2;

/** Ranks the corpus for a query. Any text is a valid query; one that matches nothing gives no results. */
export async function searchCorpus(
  corpus: Corpus,
  { query, limit, filters }: SearchInput,
): Promise<SearchResponse> {
  const { ranked, total } = corpus.retriever.retrieve(query, {
    limit: limit * CHUNKS_PER_DOCUMENT * 2,
    filters,
  });
  const selected = selectDiverse(ranked, {
    limit,
    perDocument: CHUNKS_PER_DOCUMENT,
    documentOf: (ordinal) => corpus.documentOf(ordinal).url,
  });
  const chunks = await corpus.readChunks(selected.map(({ ordinal }) => ordinal));
  const best = selected[0]?.score ?? 1;
  const results = chunks.map((chunk, index): SearchResult => ({
    title: chunk.title,
    ...(chunk.headingPath.length > 0 && { section: chunk.headingPath.join(SECTION_SEPARATOR) }),
    url: chunk.url,
    excerpt: excerptOf(chunk.blocks),
    score: roundScore((selected[index]?.score ?? 0) / best),
  }));
  return { query, corpusVersion: corpus.manifest.corpusVersion, total, results };
}

/** Between the headings of a section's path. */
export const SECTION_SEPARATOR = " › ";

/** Three decimals: more would only show noise. */
export function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}
