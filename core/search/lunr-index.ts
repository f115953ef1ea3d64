/**
 * The prebuilt Lunr index: built once by the CLI, loaded by the Worker. Everything that knows lunr's index is
 * in this file, the rest speaks {@link Retriever}.
 *
 * Queries are made of analysed terms. `lunr.search(text)` is never used: a visitor's text is not a query
 * language, where `a:b` throws, `-` negates and `*` scans the whole vocabulary.
 */
import lunr from "lunr";
import type { Analyzer } from "./analyzer.ts";
import type { FillerWords } from "./filler-words.ts";
import type { SearchFilters } from "../protocol.ts";
import { rerankByTitle, type RankedTitle } from "./rerank-by-title.ts";
import type { IndexedChunk } from "./packed/collect-terms.ts";
import { MAX_QUERY_TERMS, type QueryTerm, type RankedChunk, type Retriever } from "./retriever.ts";

/**
 * Terms in a title or a heading say what a chunk is about; more than this drowns the body. An index has `questions`
 * only where some were written ahead of time.
 */
const FIELD_BOOSTS = { title: 1, section: 1.5, body: 1, questions: 1 } as const;
type Field = keyof typeof FIELD_BOOSTS;
const FIELDS = Object.keys(FIELD_BOOSTS) as Field[];

/** BM25 as lunr computes it per field: saturation of repeated terms and strength of length normalisation. */
const BM25 = { k1: 1.2, b: 0.6 } as const;

/** Builds the index of chunks in their order and serialises it. Deterministic. */
export function buildLunrIndex(chunks: readonly IndexedChunk[], analyzer: Analyzer): string {
  const builder = new lunr.Builder();
  builder.k1(BM25.k1);
  builder.b(BM25.b);
  builder.ref("ordinal");
  const hasQuestions = chunks.some(({ questions = [] }) => questions.length > 0);
  for (const field of FIELDS) {
    if (field !== "questions" || hasQuestions) builder.field(field, { boost: FIELD_BOOSTS[field] });
  }
  builder.tokenizer = analysedTokens(analyzer);
  let ordinal = 0;
  for (const { title, headingPath, body, questions = [] } of chunks) {
    const section = headingPath.join(" ");
    builder.add({
      ordinal: String(ordinal++),
      title,
      section,
      body,
      ...(hasQuestions && { questions: questions.join(" ") }),
    });
  }
  return JSON.stringify(builder.build());
}

/** lunr takes its tokenizer from the builder; ours returns finished terms, so the pipeline stays empty. */
function analysedTokens(analyzer: Analyzer): typeof lunr.tokenizer {
  const tokenize = (text?: unknown): lunr.Token[] =>
    analyzer.analyze(typeof text === "string" ? text : "").map(({ term }) => new lunr.Token(term, {}));
  return Object.assign(tokenize, { separator: lunr.tokenizer.separator }) as typeof lunr.tokenizer;
}

type Posting = Record<string, unknown>;
interface SerializedIndex {
  invertedIndex: [term: string, postings: Partial<Record<Field, Posting>>][];
}

export interface LoadLunrIndexOptions {
  /** Of the corpus: the base of inverse document frequencies. */
  chunkCount: number;
  /** Words that count for little in a question: {@link import("./filler-words.ts").fillerWords}. */
  fillers: FillerWords;
}

/** Loads what {@link buildLunrIndex} wrote. */
export function loadLunrIndex(
  serialized: string,
  analyzer: Analyzer,
  { chunkCount, fillers }: LoadLunrIndexOptions,
): LunrIndex {
  const data = JSON.parse(serialized) as SerializedIndex;
  const postingsOfTerm = new Map(data.invertedIndex);
  const index = lunr.Index.load(data);

  const documentFrequency = (term: string): number => {
    const postings = postingsOfTerm.get(term);
    if (postings === undefined) return 0;
    const ordinals = new Set<string>();
    for (const field of FIELDS)
      for (const ordinal of Object.keys(postings[field] ?? {})) ordinals.add(ordinal);
    return ordinals.size;
  };
  const inverseDocumentFrequency = (frequency: number): number =>
    Math.log(1 + (chunkCount - frequency + 0.5) / (frequency + 0.5));

  const queryTerms = (question: string): QueryTerm[] => {
    const terms = new Map<string, QueryTerm>();
    for (const { term, word } of analyzer.analyze(question)) {
      if (terms.has(term)) continue;
      if (terms.size === MAX_QUERY_TERMS) break;
      const frequency = documentFrequency(term);
      const share = fillers.get(word.toLowerCase()) ?? 1;
      terms.set(term, {
        term,
        word,
        weight: share * inverseDocumentFrequency(frequency),
        known: frequency > 0,
      });
    }
    return [...terms.values()];
  };

  const rank = (terms: readonly QueryTerm[]): LunrMatch[] => {
    const known = terms.filter((term) => term.known);
    if (known.length === 0) return [];
    const results = index.query((query) => {
      for (const { term } of known) query.term(term, { usePipeline: false });
    });
    return results.map(({ ref, score, matchData }) => ({
      ordinal: Number(ref),
      score,
      heldTerms: matchData.metadata as Record<string, unknown>,
    }));
  };

  return { queryTerms, rank, weightOf: (term) => inverseDocumentFrequency(documentFrequency(term)) };
}

interface LunrMatch extends RankedChunk {
  /** Has a key for each term of the question that the chunk holds. */
  heldTerms: Record<string, unknown>;
}

export interface LunrIndex {
  queryTerms(question: string): QueryTerm[];
  /** All chunks with at least one of the terms, best first. */
  rank(terms: readonly QueryTerm[]): LunrMatch[];
  /** {@link Retriever.weightOf} */
  weightOf: (term: string) => number;
}

/** What ranking knows of a chunk beside the index. */
export interface ChunkFacts {
  /** Title of the chunk's document. */
  titleOf: (ordinal: number) => string;
  /** Whether the chunk is the first of its document. */
  isLead: (ordinal: number) => boolean;
  passes: (ordinal: number, filters: SearchFilters) => boolean;
}

/** The {@link Retriever} over a Lunr index. */
export function createLunrRetriever(index: LunrIndex, analyzer: Analyzer, facts: ChunkFacts): Retriever {
  const terms = (text: string): string[] => analyzer.analyze(text).map(({ term }) => term);
  /** Each title is analysed once: ranking asks for those of all candidates. */
  const termsOfTitle = new Map<string, ReadonlySet<string>>();
  const titleTermsOf = (ordinal: number): ReadonlySet<string> => {
    const title = facts.titleOf(ordinal);
    let known = termsOfTitle.get(title);
    if (known === undefined) {
      known = new Set(terms(title));
      termsOfTitle.set(title, known);
    }
    return known;
  };
  return {
    retrieve(question, { limit, filters, prefersLeads = false }) {
      const queryTerms = index.queryTerms(question);
      const all = index.rank(queryTerms);
      const included =
        filters === undefined ? all : all.filter(({ ordinal }) => facts.passes(ordinal, filters));
      const titleOf = (ordinal: number): RankedTitle => ({
        terms: titleTermsOf(ordinal),
        isLead: facts.isLead(ordinal),
      });
      const ranked = rerankByTitle(included, { terms: queryTerms, titleOf, prefersLeads });
      return {
        terms: queryTerms,
        // Lunr's JSON has no words as they are written.
        corrections: [],
        total: included.length,
        strength: heldShare(queryTerms, included[0]),
        ranked: ranked.slice(0, limit),
      };
    },
    terms,
    weightOf: index.weightOf,
  };
}

/** The share of a question's weight that a chunk holds; Lunr's scores compare within one question only. */
function heldShare(terms: readonly QueryTerm[], match: LunrMatch | undefined): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (match === undefined || total === 0) return 0;
  const held = terms.filter(({ term }) => term in match.heldTerms);
  return held.reduce((sum, { weight }) => sum + weight, 0) / total;
}
