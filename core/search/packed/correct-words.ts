/**
 * Replaces words that the corpus does not know by the word that was probably meant: one edit away, frequent,
 * and at home in the chunks that the rest of the question finds.
 */
import type { Analyzer } from "../analyzer.ts";
import { trimToWord } from "../languages.ts";
import type { Correction } from "../retriever.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import { isParaphrased } from "./paraphrase-question.ts";
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

/** Stop words have no postings to be in company by; they go with everything. */
const STOP_WORD_COMPANY = 0.5;

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
export function correctWords(input: CorrectWordsInput): {
  terms: (QuestionTerm | undefined)[];
  corrections: Correction[];
} {
  const { terms, scores } = input;
  const corrections: Correction[] = [];
  if (terms.every(({ known }) => known)) return { terms: [...terms], corrections };
  let bestScore = 0;
  for (const score of scores) if (score > bestScore) bestScore = score;
  const taken = new Set(terms.map(({ term }) => term));
  let corrected = 0;
  const result = terms.map((unknown, place): QuestionTerm | undefined => {
    if (unknown.known || corrected === MAX_CORRECTED_WORDS) return unknown;
    if (isParaphrased(unknown.term, input.analyzer)) return unknown;
    corrected++;
    const meant = wordMeant(unknown, place > 0, bestScore, input);
    if (meant === undefined) return unknown;
    if (meant.term === undefined) return undefined;
    corrections.push({ from: trimToWord(unknown.word), to: meant.word });
    if (taken.has(meant.term.term)) return undefined;
    taken.add(meant.term.term);
    return meant.term;
  });
  return { terms: result, corrections };
}

interface WordMeant {
  word: string;
  /** Undefined for a stop word. */
  term: QuestionTerm | undefined;
}

function wordMeant(
  unknown: QuestionTerm,
  isInside: boolean,
  bestScore: number,
  { scores, index, analyzer, fillers }: CorrectWordsInput,
): WordMeant | undefined {
  const written = trimToWord(unknown.word);
  const word = written.toLowerCase();
  const swapsOnly = isInside && isShortName(written);
  let best: WordMeant | undefined;
  let mostLikely = -1;
  const consider = (neighbour: string, term: string | undefined): void => {
    const swap = isSwap(word, neighbour) || isSwap(unknown.term, neighbour);
    if (swapsOnly && !swap) return;
    const entry = term === undefined ? undefined : index.dictionary.find(term);
    if (term !== undefined && entry === undefined) return;
    const holding = entry?.chunkCount ?? index.chunkCount;
    const frequency = Math.log(1 + holding) / Math.log(1 + index.chunkCount);
    const company =
      entry === undefined
        ? STOP_WORD_COMPANY
        : bestScore === 0
          ? 0
          : bestScoreAmong(entry, scores, index) / bestScore;
    const likelihood =
      frequency +
      COMPANY_WEIGHT * company +
      (swap ? SWAP_BONUS : 0) +
      (word[0] === neighbour[0] ? FIRST_LETTER_BONUS : 0);
    if (likelihood <= mostLikely) return;
    mostLikely = likelihood;
    best = {
      word: neighbour,
      term:
        term === undefined || entry === undefined
          ? undefined
          : {
              term,
              word: unknown.word,
              weight: termWeight(neighbour, entry, index.chunkCount, fillers),
              known: true,
              entry,
              count: unknown.count,
            },
    };
  };
  for (const neighbour of index.words.neighbours(word, MAX_NEIGHBOURS)) {
    consider(neighbour, analyzer.analyze(neighbour)[0]?.term);
  }
  if (best === undefined) {
    for (const stem of index.words.neighbours(unknown.term, MAX_NEIGHBOURS)) consider(stem, stem);
  }
  return best;
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

/**
 * A name of a few letters is one letter away from some word whatever it is: "Deno" is no "demo", and a page
 * about neither should not answer for it. Two letters swapped are an error all the same.
 */
function isShortName(word: string): boolean {
  return word.length <= SHORT_NAME_CHARS && /^\p{Lu}/u.test(word);
}

const SHORT_NAME_CHARS = 5;

function isSwap(word: string, other: string): boolean {
  return word.length === other.length && sortedLetters(word) === sortedLetters(other);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join("");
}
