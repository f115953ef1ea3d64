import type { SearchFilters } from "../protocol.ts";

/** One term of a question after analysis, with its weight in this corpus. */
export interface QueryTerm {
  /** As it stands in the index: lower-case, stemmed. */
  term: string;
  /** The word as the visitor wrote it. */
  word: string;
  /** Inverse document frequency; a word that the corpus does not know has the largest weight. */
  weight: number;
  /** False when no chunk holds the term. */
  known: boolean;
}

export interface RankedChunk {
  ordinal: number;
  /** Comparable within one query only. */
  score: number;
}

export interface Retrieval {
  terms: QueryTerm[];
  /** Chunks that hold at least one term. */
  total: number;
  /** Best first. */
  ranked: RankedChunk[];
}

export interface RetrieveOptions {
  /** Chunks to return. */
  limit: number;
  filters?: SearchFilters | undefined;
  /** The question asks what something is: the beginning of the page about it counts more. Default false. */
  prefersLeads?: boolean;
}

/** Question in, ranked chunks out. Never throws on any text; the cost is bounded by {@link MAX_QUERY_TERMS}. */
export interface Retriever {
  retrieve(question: string, options: RetrieveOptions): Retrieval;
  /** The index terms of a text, in order, stop words left out: what answer selection compares by. */
  terms: (text: string) => string[];
}

/** Distinct terms of a question that are looked up; the rest is ignored. */
export const MAX_QUERY_TERMS = 32;
