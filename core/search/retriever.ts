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
  /** Terms of the corpus that people use for it: "authenticate" for "log in". Absent where there are none. */
  synonyms?: readonly string[];
}

export interface RankedChunk {
  ordinal: number;
  /** Comparable within one query only. */
  score: number;
}

/** A word that the corpus does not know, and the one that was looked up instead. */
export interface Correction {
  /** As the visitor wrote it. */
  from: string;
  to: string;
}

export interface Retrieval {
  /** Corrected words stand here with the term that was looked up. */
  terms: QueryTerm[];
  corrections: Correction[];
  /** Chunks that hold at least one term, or a paraphrase of one. */
  total: number;
  /**
   * What the words of the question themselves give the best chunk, as a share of the most that they could give, 0 to 1:
   * comparable between questions and between corpora, as scores are not.
   */
  strength: number;
  /** Best first. */
  ranked: RankedChunk[];
  /** How like the question texts are in meaning, taken together, -1 to 1; absent where the corpus has no encoder. */
  likenessOf?: ((...texts: readonly string[]) => number) | undefined;
  /**
   * The chunks that are likest the question in meaning, best first, whatever words they share with it; of those that pass
   * the filters. Absent as {@link likenessOf}. Costs some milliseconds for 10,000 chunks.
   */
  likestChunks?: ((count: number) => number[]) | undefined;
}

export interface RetrieveOptions {
  /** Chunks to return. */
  limit: number;
  filters?: SearchFilters | undefined;
  /** The question asks what something is: the beginning of the page about it counts more. Default false. */
  prefersLeads?: boolean;
  /** The text is still being typed: words that begin as its last one does count too. Default false. */
  isLastWordOpen?: boolean | undefined;
  /**
   * Similarity of the question's embedding to each chunk's, by ordinal, where embeddings are used. Chunks that
   * share no word with the question can then be found.
   */
  similarities?: Float32Array | undefined;
}

/** Question in, ranked chunks out. Never throws on any text; the cost is bounded by {@link MAX_QUERY_TERMS}. */
export interface Retriever {
  retrieve(question: string, options: RetrieveOptions): Retrieval;
  /** The index terms of a text, in order, stop words left out: what answer selection compares by. */
  terms: (text: string) => string[];
  /**
   * Inverse document frequency of an index term: how much it tells in this corpus. A term that no chunk holds
   * weighs most. Fillers weigh here like any other word.
   */
  weightOf: (term: string) => number;
}

/** Distinct terms of a question that are looked up; the rest is ignored. */
export const MAX_QUERY_TERMS = 32;
