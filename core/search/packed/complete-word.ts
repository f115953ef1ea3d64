/**
 * Completes the word at the end of a text that is still being typed, by words of the corpus that begin so: those that
 * are frequent, and at home in the chunks that the rest of the text finds.
 */
import type { Analyzer } from "../analyzer.ts";
import { inverseDocumentFrequency } from "./bm25f.ts";
import type { BesideWord } from "./correct-words.ts";
import type { TermEntry } from "./dictionary.ts";
import { bestOf, likelihoodOf } from "./guess-word.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { QuestionTerm } from "./question-terms.ts";

/** One letter begins everything. */
const OPEN_WORD = /[\p{L}\p{M}]{2,}$/u;

/** Words that are read; more only begin alike. */
const MAX_WORDS = 400;

/** Terms that are looked up. */
const MAX_COMPLETIONS = 8;

/** What one counts besides a word that may be whole already. */
const WHOLE_SHARE = 0.5;

/** Shorter words are in no list. */
const MIN_LISTED = 4;

export interface CompleteWordInput {
  terms: readonly QuestionTerm[];
  /** What the known terms give each chunk. */
  scores: Float32Array;
  index: PackedIndex;
  analyzer: Analyzer;
}

/**
 * @param text ends in the open word; one that ends otherwise has none.
 * @returns the terms, that of an open word that the corpus does not know replaced by the likeliest, and the others.
 */
export function completeLastWord(
  text: string,
  { terms, scores, index, analyzer }: CompleteWordInput,
): { terms: readonly QuestionTerm[]; besides: BesideWord[] } {
  const begun = OPEN_WORD.exec(text)?.[0].toLowerCase();
  if (begun === undefined) return { terms, besides: [] };
  const taken = new Set(terms.map(({ term }) => term));
  const words = new Map<string, { word: string; entry: TermEntry }>();
  const listed = index.words.beginningWith(begun, MAX_WORDS);
  for (const word of listed) {
    const term = analyzer.analyze(word)[0]?.term;
    if (term === undefined || taken.has(term) || words.has(term)) continue;
    const entry = index.dictionary.find(term);
    if (entry !== undefined) words.set(term, { word, entry });
  }
  const context = { index, scores, bestScore: bestOf(scores) };
  const likeliest = [...words]
    .map(([term, { word, entry }]) => ({ term, word, entry, likelihood: likelihoodOf(entry, context) }))
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, MAX_COMPLETIONS);
  // A stop word is no term, but may be the beginning of one.
  const own = terms.findLastIndex(({ word }) => word.toLowerCase() === begun);
  const place = own === -1 ? terms.length : own;
  const [first, ...others] = likeliest;
  if (first === undefined) return { terms, besides: [] };
  // All begin alike, so none tells more than another: each weighs as one word that stands where any of them does.
  const chunkCount = likeliest.reduce((sum, { entry }) => sum + entry.chunkCount, 0);
  const weight = inverseDocumentFrequency(index.chunkCount, Math.min(chunkCount, index.chunkCount));
  // A beginning may have the stem of some other word: "cons" that of "con".
  const isWhole = terms[place]?.known === true && (begun.length < MIN_LISTED || listed.includes(begun));
  const completed: QuestionTerm = { ...first, weight, known: true, count: 1 };
  return {
    terms: isWhole ? terms : [...terms.slice(0, place), completed, ...terms.slice(place + 1)],
    besides: (isWhole ? likeliest : others).map(({ entry }) => ({
      entry,
      place,
      weight: isWhole ? WHOLE_SHARE * weight : weight,
    })),
  };
}
