import type { Correction, QueryTerm } from "../../search/retriever.ts";

/**
 * The chance that a word was no typing error but a word that the pages do not have: "cook" is one letter away
 * from "look", and a question about cooking is not answered by what the pages say of looks. Short words have
 * many neighbours, long ones hardly any; two letters swapped are an error nearly always.
 */
const DOUBT_BY_LENGTH: readonly [minChars: number, doubt: number][] = [
  [8, 0.1],
  [6, 0.35],
  [5, 0.75],
];
const SHORT_WORD_DOUBT = 0.9;
const SWAP_DOUBT = 0.1;

/**
 * Share of a question, 0 to 1, that rests on corrections that may be none. Where no other word of it is known,
 * all of it rests on them.
 */
export function correctionDoubt(terms: readonly QueryTerm[], corrections: readonly Correction[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (corrections.length === 0 || total === 0) return 0;
  const doubts = corrections.map((correction) => ({
    term: terms.find(({ word }) => word.includes(correction.from)),
    doubt: doubtOf(correction),
  }));
  const corrected = new Set(doubts.map(({ term }) => term));
  if (terms.every((term) => !term.known || corrected.has(term))) {
    return Math.max(...doubts.map(({ doubt }) => doubt));
  }
  return doubts.reduce((sum, { term, doubt }) => sum + ((term?.weight ?? 0) / total) * doubt, 0);
}

function doubtOf({ from, to }: Correction): number {
  const letters = (word: string): string => Array.from(word.toLowerCase()).sort().join("");
  if (letters(from) === letters(to)) return SWAP_DOUBT;
  return DOUBT_BY_LENGTH.find(([minChars]) => from.length >= minChars)?.[1] ?? SHORT_WORD_DOUBT;
}
