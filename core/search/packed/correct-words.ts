/**
 * Replaces words that the corpus does not know by the word that was probably meant: one edit away, frequent,
 * and at home in the chunks that the rest of the question finds. What may have been meant instead is looked up
 * too, for less, and says nothing of what the question is judged by.
 *
 * Chosen on one half of the queries of SciFact and SQuAD 2.0, mistyped several times each, and reported on the
 * other.
 */
import type { FillerWords } from "../filler-words.ts";
import type { Analyzer } from "../analyzer.ts";
import { trimToWord } from "../languages.ts";
import type { Correction } from "../retriever.ts";
import { bestOf, guessWord, type Guess, type GuessContext } from "./guess-word.ts";
import type { TermEntry } from "./dictionary.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import { isParaphrased } from "./paraphrase-question.ts";
import { termWeight, type QuestionTerm } from "./question-terms.ts";
import { isRealWord, knowsRealWords } from "./real-words.ts";

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
  fillers: FillerWords;
}

export interface CorrectedWords {
  /**
   * In their places, those of unknown words replaced, or undefined where a stop word or a word that stands in
   * the question already was meant.
   */
  terms: (QuestionTerm | undefined)[];
  corrections: Correction[];
  /** What may have been meant besides. */
  guesses: BesideWord[];
}

/** A word that is looked up besides the one at a place of the question. */
export interface BesideWord {
  entry: TermEntry;
  weight: number;
  place: number;
}

export function correctWords({ terms, scores, index, analyzer, fillers }: CorrectWordsInput): CorrectedWords {
  const corrections: Correction[] = [];
  const guesses: BesideWord[] = [];
  if (terms.every(({ known }) => known)) return { terms: [...terms], corrections, guesses };
  const context: GuessContext = { index, analyzer, scores, bestScore: bestOf(scores) };
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
    // What belongs to somebody is looked up by who that is: "Warsaw's".
    const written = trimToWord(term.word).replace(/'s$/iu, "");
    const [first, second] = guessWord(written, term.term, context);
    if (first === undefined) return term;
    if (
      first.found !== undefined &&
      isUnsure(first, { written, stem: term.term, place }, analyzer.language)
    ) {
      addGuess(first, place, UNSURE_SHARE);
      return term;
    }
    addGuess(second, place, SECOND_GUESS_SHARE);
    if (first.found === undefined) return undefined;
    corrections.push({ from: written, to: first.word });
    if (taken.has(first.found.term)) return undefined;
    taken.add(first.found.term);
    const weight = termWeight(first.word, first.found.entry, index.chunkCount, fillers);
    return { ...first.found, word: term.word, weight, known: true, count: term.count };
  });
  return { terms: result, corrections, guesses };
}

interface WrittenWord {
  written: string;
  stem: string;
  /** In the question, from 0. */
  place: number;
}

/**
 * Whether what was written may be meant as it is: a page about "safely" should not answer for "safety", nor one
 * about a demo for "Deno". Words of the language are told by a list; names and very short words are one letter
 * away from some other whatever they are. Two letters swapped are an error all the same, unless they make a word.
 */
function isUnsure(
  { word: meant, isSwap }: Guess,
  { written, stem, place }: WrittenWord,
  language: string,
): boolean {
  if (isRealWord(stem, language)) return true;
  if (isSwap) return false;
  if (!knowsRealWords(language) && written.length < LONG_WORD_CHARS) {
    // The first letter is seldom mistyped, and often tells two words apart: "unable" is no "enable".
    if (written[0]?.toLowerCase() !== meant[0]?.toLowerCase()) return true;
  }
  const isName = place > 0 && /^\p{Lu}/u.test(written);
  return written.length <= (isName ? SHORT_NAME_CHARS : SHORT_WORD_CHARS);
}

const LONG_WORD_CHARS = 8;
const SHORT_WORD_CHARS = 4;
const SHORT_NAME_CHARS = 5;
