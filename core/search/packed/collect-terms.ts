/** Reads the chunks of a corpus once and keeps what the index is made of: their terms in order, as numbers. */
import type { Analyzer } from "../analyzer.ts";
import { trimToWord } from "../languages.ts";
import { FIELDS, type Field } from "./bm25f.ts";
import { Numbering } from "./headings.ts";
import { isListedWord } from "./word-list.ts";

/** What is indexed of one chunk. */
export interface IndexedChunk {
  title: string;
  /** From the outermost heading to the innermost. */
  headingPath: readonly string[];
  body: string;
  /** Questions that it answers, where some were written ahead of time. */
  questions?: readonly string[];
}

/** Numbers of terms, in the order in which they are first met. */
export interface CollectedTerms {
  terms: Numbering;
  /** Occurrences of each listed word, as it is written, in lower case. */
  wordCounts: Map<string, number>;
  chunkCount: number;
  averageLengths: Record<Field, number>;
  /** The terms of a chunk's field, in order. Headings of a path follow one another. */
  termsOf: (chunk: number, field: Field) => Uint32Array;
  /** The terms of a text that was a title or a heading. */
  termsOfHeading: (heading: string) => readonly number[];
}

export function collectTerms(chunks: readonly IndexedChunk[], analyzer: Analyzer): CollectedTerms {
  const terms = new Numbering();
  const wordCounts = new Map<string, number>();
  const countWord = (word: string): void => {
    const lower = trimToWord(word).toLowerCase();
    if (isListedWord(lower)) wordCounts.set(lower, (wordCounts.get(lower) ?? 0) + 1);
  };
  const numbersOf = (text: string): number[] =>
    analyzer.analyze(text, countWord).map(({ term, word }) => {
      countWord(word);
      return terms.numberOf(term);
    });
  /** A title stands on every chunk of its page. */
  const ofHeading = new Map<string, readonly number[]>();
  const termsOfHeading = (heading: string): readonly number[] => {
    let numbers = ofHeading.get(heading);
    if (numbers === undefined) ofHeading.set(heading, (numbers = numbersOf(heading)));
    return numbers;
  };

  let sequence = new Uint32Array(1 << 16);
  let length = 0;
  const append = (numbers: readonly number[]): void => {
    if (length + numbers.length > sequence.length) {
      const grown = new Uint32Array(Math.max(sequence.length * 2, length + numbers.length));
      grown.set(sequence.subarray(0, length));
      sequence = grown;
    }
    for (const number of numbers) sequence[length++] = number;
  };
  /** Where each field of each chunk begins, and a last end. */
  const starts = new Uint32Array(chunks.length * FIELDS.length + 1);
  chunks.forEach(({ title, headingPath, body, questions = [] }, chunk) => {
    append(termsOfHeading(title));
    starts[chunk * FIELDS.length + 1] = length;
    for (const heading of headingPath) append(termsOfHeading(heading));
    starts[chunk * FIELDS.length + 2] = length;
    append(numbersOf(body));
    starts[chunk * FIELDS.length + 3] = length;
    for (const question of questions) append(numbersOf(question));
    starts[chunk * FIELDS.length + 4] = length;
  });

  const lengths = { title: 0, section: 0, body: 0, questions: 0 };
  const termsOf = (chunk: number, field: Field): Uint32Array => {
    const place = chunk * FIELDS.length + FIELDS.indexOf(field);
    return sequence.subarray(starts[place], starts[place + 1]);
  };
  for (let chunk = 0; chunk < chunks.length; chunk++) {
    for (const field of FIELDS) lengths[field] += termsOf(chunk, field).length;
  }
  const average = (field: Field): number => lengths[field] / chunks.length || 1;
  return {
    terms,
    wordCounts,
    chunkCount: chunks.length,
    averageLengths: {
      title: average("title"),
      section: average("section"),
      body: average("body"),
      questions: average("questions"),
    },
    termsOf,
    termsOfHeading,
  };
}
