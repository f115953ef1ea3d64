/** Writes pairs as numbers of stems, as `train.c` reads them. */
import type { StemWord } from "../../../core/search/encoder/static-encoder.ts";
import { wordsOf } from "../../../core/search/encoder/static-encoder.ts";
import type { Pair } from "./make-pairs.ts";

const MAX_QUESTION_STEMS = 32;
const MAX_PASSAGE_STEMS = 200;

/** Numbers stems in the order in which they are met, and counts them. */
export class StemCounter {
  readonly stems: string[] = [];
  readonly counts: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #ofWord = new Map<string, number>();
  readonly #stem: StemWord;

  constructor(stem: StemWord) {
    this.#stem = stem;
  }

  numbersOf(text: string): number[] {
    return wordsOf(text).map((word) => {
      let number = this.#ofWord.get(word);
      if (number === undefined) {
        const stem = this.#stem(word);
        number = this.#numbers.get(stem) ?? this.stems.push(stem) - 1;
        this.#numbers.set(stem, number);
        this.#ofWord.set(word, number);
      }
      this.counts[number] = (this.counts[number] ?? 0) + 1;
      return number;
    });
  }
}

/** A pair as numbers of stems: the question's once each, the passage's with how often. */
export interface NumberedPair {
  question: Uint32Array;
  passage: Uint32Array;
  section: number;
}

export function numberPair({ question, passage, section }: Pair, counter: StemCounter): NumberedPair {
  return {
    question: Uint32Array.from(new Set(counter.numbersOf(question))).slice(0, MAX_QUESTION_STEMS),
    passage: Uint32Array.from(counter.numbersOf(passage).slice(0, MAX_PASSAGE_STEMS)),
    section,
  };
}

/**
 * The `size` most frequent stems become rows 0 to `size` - 1, the most frequent first.
 *
 * @returns row of each stem's number, -1 for the others.
 */
export function rowsOfStems({ counts }: StemCounter, size: number): Int32Array {
  const rows = new Int32Array(counts.length).fill(-1);
  counts
    .map((count, number) => ({ count, number }))
    .sort((a, b) => b.count - a.count || a.number - b.number)
    .slice(0, size)
    .forEach(({ number }, row) => (rows[number] = row));
  return rows;
}

/**
 * Of each pair, 32-bit numbers: section, number of question rows, of passage rows, the question's rows, and the
 * passage's rows with how often each stands there in the upper 8 bits. Pairs that lose a side are left out.
 */
export function encodePairs(pairs: readonly NumberedPair[], rows: Int32Array): Uint8Array {
  const longest = pairs.reduce((sum, { question, passage }) => sum + 3 + question.length + passage.length, 0);
  const numbers = new Uint32Array(longest);
  let length = 0;
  for (const { question, passage, section } of pairs) {
    const asked = [...question].map((number) => rows[number] ?? -1).filter((row) => row >= 0);
    const counts = new Map<number, number>();
    for (const number of passage) {
      const row = rows[number] ?? -1;
      if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    if (asked.length === 0 || counts.size === 0) continue;
    numbers.set([section, asked.length, counts.size, ...asked], length);
    length += 3 + asked.length;
    for (const [row, count] of counts) numbers[length++] = (row | (Math.min(255, count) << 24)) >>> 0;
  }
  return new Uint8Array(numbers.buffer, 0, length * 4);
}
