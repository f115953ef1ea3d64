/** Which word of the corpus was probably meant by one that was mistyped. */
import type { Analyzer } from "../analyzer.ts";
import { trimToWord } from "../languages.ts";
import type { TermEntry } from "./dictionary.ts";
import type { PackedIndex } from "./open-packed-index.ts";

/** Neighbours that are compared; longer words have a handful. */
const MAX_NEIGHBOURS = 24;

/** Words that are read for one that has a stem; more only begin alike. */
const MAX_FORMS = 64;

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

/** A word that may have been meant. */
export interface Guess {
  word: string;
  /** Undefined for a stop word. */
  found: { term: string; entry: TermEntry } | undefined;
  /** Comparable between guesses of one word only. */
  likelihood: number;
  /** How well its chunks do with the other words of the question, as a share of the best chunk, 0 to 1. */
  company: number;
  /** Two letters were swapped. */
  isSwap: boolean;
}

export interface CompanyContext {
  index: PackedIndex;
  /** What the known terms give each chunk, and the most they give one. */
  scores: Float32Array;
  bestScore: number;
}

export interface GuessContext extends CompanyContext {
  analyzer: Analyzer;
}

/**
 * Listed words that are one edit away; where there are none, stems that are one edit away from that of the word.
 *
 * @param word as it was written. @param term its index term. @returns the likeliest first.
 */
export function guessWord(word: string, term: string, context: GuessContext): Guess[] {
  const { index, analyzer } = context;
  const written = trimToWord(word).toLowerCase();
  const guesses: Guess[] = [];
  const consider = (neighbour: string, meant: string | undefined, shown = neighbour): void => {
    const entry = meant === undefined ? undefined : index.dictionary.find(meant);
    if (meant !== undefined && entry === undefined) return;
    const found = meant === undefined || entry === undefined ? undefined : { term: meant, entry };
    const isSwap = isSwapOf(written, neighbour) || isSwapOf(term, neighbour);
    const company = entry === undefined ? STOP_WORD_COMPANY : companyOf(entry, context);
    const likelihood =
      frequencyOf(entry?.chunkCount ?? index.chunkCount, index) +
      COMPANY_WEIGHT * company +
      (isSwap ? SWAP_BONUS : 0) +
      (written[0] === neighbour[0] ? FIRST_LETTER_BONUS : 0);
    guesses.push({ word: shown, found, likelihood, company, isSwap });
  };
  for (const neighbour of index.words.neighbours(written, MAX_NEIGHBOURS)) {
    consider(neighbour, analyzer.analyze(neighbour)[0]?.term);
  }
  if (guesses.length === 0) {
    for (const stem of index.words.neighbours(term, MAX_NEIGHBOURS)) {
      const form = formOf(stem, written.length, context);
      if (form !== undefined && isNear(written, form)) consider(stem, stem, form);
    }
  }
  return guesses.sort((a, b) => b.likelihood - a.likelihood);
}

/** How likely a word of the corpus is meant among others that were not mistyped, 0 to 2. */
export function likelihoodOf(entry: TermEntry, context: CompanyContext): number {
  return frequencyOf(entry.chunkCount, context.index) + COMPANY_WEIGHT * companyOf(entry, context);
}

/** The most that the terms that are known already give a chunk. */
export function bestOf(scores: Float32Array): number {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  return best;
}

function frequencyOf(chunkCount: number, index: PackedIndex): number {
  return Math.log(1 + chunkCount) / Math.log(1 + index.chunkCount);
}

/** How well the chunks of a term do with the other terms of the question, as a share of the best chunk. */
function companyOf(entry: TermEntry, { index, scores, bestScore }: CompanyContext): number {
  if (bestScore === 0) return 0;
  let best = 0;
  index.forEachPosting({ ...entry, chunkCount: Math.min(entry.chunkCount, MAX_COMPANY_CHUNKS) }, (chunk) => {
    best = Math.max(best, scores[chunk] as number);
  });
  return Math.min(1, best / bestScore);
}

/** Two words that only share a stem by accident begin or end otherwise. */
function isNear(written: string, form: string): boolean {
  return written[0] === form[0] && Math.abs(written.length - form.length) <= 2;
}

/** A word that visitors can read, of those with a stem the one nearest in length to what was typed; undefined where there is none. */
function formOf(stem: string, length: number, { index, analyzer }: GuessContext): string | undefined {
  let best: string | undefined;
  // Stems may end in another letter than their words: "polici" is the stem of "policy".
  for (const word of index.words.beginningWith(stem.slice(0, -1), MAX_FORMS)) {
    if (word === stem || analyzer.analyze(word)[0]?.term !== stem) continue;
    const isNearer = best === undefined || Math.abs(word.length - length) < Math.abs(best.length - length);
    if (isNearer) best = word;
  }
  return best;
}

function isSwapOf(word: string, other: string): boolean {
  return word.length === other.length && sortedLetters(word) === sortedLetters(other);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join("");
}
