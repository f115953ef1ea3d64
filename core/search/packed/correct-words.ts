/**
 * Replaces words that the corpus does not know by the word that was probably meant: one edit away, frequent,
 * and at home in the chunks that the rest of the question finds. What may have been meant instead is looked up
 * too, for less, and says nothing of what the question is judged by.
 *
 * Chosen on one half of the queries of SciFact and SQuAD 2.0, mistyped several times each, and reported on the
 * other.
 */
import type { Analyzer } from "../analyzer.ts";
import { trimToWord } from "../languages.ts";
import type { Correction } from "../retriever.ts";
import { guessWord, type Guess, type GuessContext } from "./guess-word.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import { isParaphrased, type Paraphrase } from "./paraphrase-question.ts";
import { termWeight, type QuestionTerm } from "./question-terms.ts";

/** Each guess reads the list of words once: a text full of unknown words is another language. */
const MAX_GUESSED_WORDS = 4;

/** What the second guess counts against the first. */
const SECOND_GUESS_SHARE = 0.5;

/** What a guess counts that is not sure enough to replace the visitor's word. */
const UNSURE_SHARE = 0.9;

export interface CorrectWordsInput {
  terms: readonly QuestionTerm[];
  /** What the known terms give each chunk. */
  scores: Float32Array;
  index: PackedIndex;
  analyzer: Analyzer;
  fillers: ReadonlySet<string>;
}

export interface CorrectedWords {
  /**
   * In their places, those of unknown words replaced, or undefined where a stop word or a word that stands in
   * the question already was meant.
   */
  terms: (QuestionTerm | undefined)[];
  corrections: Correction[];
  /** What may have been meant besides. */
  guesses: Paraphrase[];
}

export function correctWords({ terms, scores, index, analyzer, fillers }: CorrectWordsInput): CorrectedWords {
  const corrections: Correction[] = [];
  const guesses: Paraphrase[] = [];
  if (terms.every(({ known }) => known)) return { terms: [...terms], corrections, guesses };
  let bestScore = 0;
  for (const score of scores) if (score > bestScore) bestScore = score;
  const context: GuessContext = { index, analyzer, scores, bestScore };
  const taken = new Set(terms.map(({ term }) => term));
  let guessed = 0;

  const addGuess = (guess: Guess | undefined, place: number, share: number): void => {
    if (guess?.found === undefined || taken.has(guess.found.term)) return;
    const { entry } = guess.found;
    guesses.push({ entry, place, weight: share * termWeight(guess.word, entry, index.chunkCount, fillers) });
  };
  const result = terms.map((term, place): QuestionTerm | undefined => {
    if (term.known || guessed === MAX_GUESSED_WORDS || isParaphrased(term.term, analyzer)) return term;
    guessed++;
    const [first, second] = guessWord(term.word, term.term, context);
    if (first === undefined) return term;
    if (
      !first.isSwap &&
      first.found !== undefined &&
      mayBeAnotherWord(trimToWord(term.word), first.word, place)
    ) {
      addGuess(first, place, UNSURE_SHARE);
      return term;
    }
    addGuess(second, place, SECOND_GUESS_SHARE);
    if (first.found === undefined) return undefined;
    corrections.push({ from: trimToWord(term.word), to: first.word });
    if (taken.has(first.found.term)) return undefined;
    taken.add(first.found.term);
    const weight = termWeight(first.word, first.found.entry, index.chunkCount, fillers);
    return { ...first.found, word: term.word, weight, known: true, count: term.count };
  });
  return { terms: result, corrections, guesses };
}

/**
 * A word of a few letters is one letter away from some other whatever it is: "torn" is no "turn" and "Deno" no
 * "demo", and a page about neither should not answer for it. Two letters swapped are an error all the same.
 */
function mayBeAnotherWord(word: string, meant: string, place: number): boolean {
  // The first letter is seldom mistyped, and often tells two words apart: "unable" is no "enable".
  const hasOtherStart = word[0]?.toLowerCase() !== meant[0]?.toLowerCase();
  if (hasOtherStart && word.length < LONG_WORD_CHARS) return true;
  const isName = place > 0 && /^\p{Lu}/u.test(word);
  return word.length <= (isName ? SHORT_NAME_CHARS : SHORT_WORD_CHARS);
}

const LONG_WORD_CHARS = 8;
const SHORT_WORD_CHARS = 4;
const SHORT_NAME_CHARS = 5;
