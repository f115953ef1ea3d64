/**
 * The words of the corpus as they are written, for the correction of typing errors. Errors happen to words,
 * not to stems: "configuraton" is one letter away from "configuration" and four from its stem.
 *
 * `words` holds all words without separators, those of one length together, in order; `wordLengths` how many
 * there are of each length, from 0 letters on. Lengths are in UTF-16 units, as JavaScript counts.
 */
import { asUint32, bytesOf, PackedIndexError } from "./layout.ts";

/** Shorter words are one edit away from too many others. */
const MIN_WORD_CHARS = 4;

/** Longer ones are data or compounds of words that are in the list themselves. */
const MAX_WORD_CHARS = 24;

/** Words of letters only: a number that is one digit off is another number. */
const WORD = /^[\p{L}\p{M}]+$/u;

export function isListedWord(word: string): boolean {
  return word.length >= MIN_WORD_CHARS && word.length <= MAX_WORD_CHARS && WORD.test(word);
}

/** @param words lower-case, each once; those that are no {@link isListedWord} are left out. */
export function encodeWords(words: Iterable<string>): { words: Uint8Array; wordLengths: Uint8Array } {
  const ofLength: string[][] = Array.from({ length: MAX_WORD_CHARS + 1 }, () => []);
  for (const word of words) if (isListedWord(word)) ofLength[word.length]?.push(word);
  for (const list of ofLength) list.sort();
  return {
    words: new TextEncoder().encode(ofLength.map((list) => list.join("")).join("")),
    wordLengths: bytesOf(Uint32Array.from(ofLength, (list) => list.length)),
  };
}

export interface WordList {
  /** The words that one edit away from `word`: a letter more, less or other, or two neighbours swapped. */
  neighbours(word: string, limit: number): string[];
  /** Words that begin so, the shortest first. */
  beginningWith(prefix: string, limit: number): string[];
}

export function openWords(words: Uint8Array, wordLengths: Uint8Array): WordList {
  const counts = asUint32(wordLengths);
  const starts: number[] = [0];
  counts.forEach((count, length) => starts.push((starts[length] ?? 0) + count * length));
  /** Decoded when a word is first corrected: most questions need no correction. */
  let text: string | undefined;
  const decode = (): string => {
    const decoded = new TextDecoder().decode(words);
    if (decoded.length !== starts.at(-1)) throw new PackedIndexError("its word list is damaged");
    return decoded;
  };
  return {
    neighbours(word, limit) {
      if (word.length < MIN_WORD_CHARS - 1 || word.length > MAX_WORD_CHARS + 1 || !WORD.test(word)) return [];
      text ??= decode();
      const found: string[] = [];
      for (let length = word.length - 1; length <= word.length + 1; length++) {
        const end = starts[length + 1] ?? 0;
        for (let start = starts[length] ?? 0; start < end && found.length < limit; start += length) {
          if (isOneEditAway(word, text, start, length)) found.push(text.slice(start, start + length));
        }
      }
      return found;
    },
    beginningWith(prefix, limit) {
      text ??= decode();
      const found: string[] = [];
      for (let length = prefix.length; length <= MAX_WORD_CHARS; length++) {
        const end = starts[length + 1] ?? 0;
        for (let start = starts[length] ?? 0; start < end && found.length < limit; start += length) {
          if (text.startsWith(prefix, start)) found.push(text.slice(start, start + length));
        }
      }
      return found;
    },
  };
}

/** Whether `text.slice(start, start + length)` is exactly one edit away from `word` (Damerau 1964). */
function isOneEditAway(word: string, text: string, start: number, length: number): boolean {
  const shorter = Math.min(word.length, length);
  let prefix = 0;
  while (prefix < shorter && word.charCodeAt(prefix) === text.charCodeAt(start + prefix)) prefix++;
  /** Whether all is alike from these places on. */
  const restIsAlike = (own: number, other: number): boolean => {
    while (own < word.length && word.charCodeAt(own) === text.charCodeAt(start + other)) {
      own++;
      other++;
    }
    return own === word.length;
  };
  if (word.length === length) {
    if (prefix === length) return false;
    if (restIsAlike(prefix + 1, prefix + 1)) return true;
    return (
      word.charCodeAt(prefix) === text.charCodeAt(start + prefix + 1) &&
      word.charCodeAt(prefix + 1) === text.charCodeAt(start + prefix) &&
      restIsAlike(prefix + 2, prefix + 2)
    );
  }
  return word.length > length ? restIsAlike(prefix + 1, prefix) : restIsAlike(prefix, prefix + 1);
}
