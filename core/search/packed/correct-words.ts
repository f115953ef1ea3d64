/**
 * Replaces words that the corpus does not know by the word that was probably meant: one edit away, frequent,
 * and at home in the chunks that the rest of the question finds.
 */
import type { Analyzer } from "../analyzer.ts";
import type { Correction } from "../retriever.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import { termWeight, type QuestionTerm } from "./question-terms.ts";

/** Each correction reads the list of words once: a text full of unknown words is another language. */
const MAX_CORRECTED_WORDS = 4;

/** Neighbours that are compared; longer words have a handful. */
const MAX_NEIGHBOURS = 24;

/** Chunks of a candidate that are looked at for company of the other words. */
const MAX_COMPANY_CHUNKS = 4000;

/** How much company counts against frequency, both 0 to 1. */
const COMPANY_WEIGHT = 1;

/** What a swap of two letters counts over other edits: it is the most common error of those who type. */
const SWAP_BONUS = 0.15;

/** The first letter is rarely wrong. */
const FIRST_LETTER_BONUS = 0.15;

/** A stop word explains an unknown word as well as a word that stands in a fifth of all chunks. */
const STOP_WORD_SHARE = 0.2;

export interface CorrectWordsInput {
  terms: readonly QuestionTerm[];
  /** What the known terms give each chunk. */
  scores: Float32Array;
  index: PackedIndex;
  analyzer: Analyzer;
  fillers: ReadonlySet<string>;
}

/**
 * @returns the terms in their places, those of unknown words replaced, or undefined where a stop word or a
 *   word that stands in the question already was meant; and what was corrected.
 */
export function correctWords({ terms, scores, index, analyzer, fillers }: CorrectWordsInput): {
  terms: (QuestionTerm | undefined)[];
  corrections: Correction[];
} {
  const corrections: Correction[] = [];
  let corrected = 0;
  let bestKnown = 0;
  if (terms.some(({ known }) => !known)) for (const score of scores) if (score > bestKnown) bestKnown = score;
  const taken = new Set(terms.map(({ term }) => term));
  const result = terms.map((unknown): QuestionTerm | undefined => {
    if (unknown.known || corrected === MAX_CORRECTED_WORDS) return unknown;
    const word = unknown.word.toLowerCase();
    // A capital inside is a name that somebody chose.
    if (/\p{Ll}\p{Lu}/u.test(unknown.word)) return unknown;
    corrected++;
    let best: { word: string; term?: QuestionTerm } | undefined;
    let bestScore = -1;
    for (const neighbour of index.words.neighbours(word, MAX_NEIGHBOURS)) {
      const [analyzed] = analyzer.analyze(neighbour);
      const entry = analyzed === undefined ? undefined : index.dictionary.find(analyzed.term);
      if (analyzed !== undefined && entry === undefined) continue;
      const holding = entry?.chunkCount ?? index.chunkCount * STOP_WORD_SHARE;
      const frequency = Math.log(1 + holding) / Math.log(1 + index.chunkCount);
      const company =
        entry === undefined || bestKnown === 0 ? 0 : bestScoreAmong(entry, scores, index) / bestKnown;
      const score =
        frequency +
        COMPANY_WEIGHT * company +
        (isSwap(word, neighbour) ? SWAP_BONUS : 0) +
        (word[0] === neighbour[0] ? FIRST_LETTER_BONUS : 0);
      if (score <= bestScore) continue;
      bestScore = score;
      best =
        analyzed === undefined || entry === undefined
          ? { word: neighbour }
          : {
              word: neighbour,
              term: {
                term: analyzed.term,
                word: unknown.word,
                weight: termWeight(neighbour, entry, index.chunkCount, fillers),
                known: true,
                entry,
                count: unknown.count,
              },
            };
    }
    if (best === undefined) return unknown;
    if (best.term === undefined) return undefined;
    corrections.push({ from: unknown.word, to: best.word });
    if (taken.has(best.term.term)) return undefined;
    taken.add(best.term.term);
    return best.term;
  });
  return { terms: result, corrections };
}

/** How well the chunks of a term do with the other terms of the question. */
function bestScoreAmong(
  entry: NonNullable<QuestionTerm["entry"]>,
  scores: Float32Array,
  index: PackedIndex,
): number {
  let best = 0;
  index.forEachPosting({ ...entry, chunkCount: Math.min(entry.chunkCount, MAX_COMPANY_CHUNKS) }, (chunk) => {
    best = Math.max(best, scores[chunk] as number);
  });
  return best;
}

function isSwap(word: string, other: string): boolean {
  return word.length === other.length && [...word].sort().join("") === [...other].sort().join("");
}
