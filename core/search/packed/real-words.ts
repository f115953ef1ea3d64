/**
 * Tells words of a language from what may be a slip of the keyboard: "safety" is a word, though the pages may
 * only have "safely", and so is the name "preact" beside "react". The words are kept as a Bloom filter of their stems, which is small enough for a Worker and
 * now and then takes a slip for a word: it is then looked up in addition and
 * replaced by nothing.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { ENGLISH_STEMS } from "./english-stems.ts";

/** Bits of the filter for each stem, and bits that a stem sets: one in three hundred other texts is taken for one. */
const BITS_PER_STEM = 12;
const HASHES = 8;

/** English is what most pages are written in; other languages are told by the length of a word alone. */
const FILTERS: ReadonlyMap<string, Uint8Array> = new Map([["en", decode(ENGLISH_STEMS)]]);

/** Whether there is a list of a language's words. @param language BCP 47. */
export function knowsRealWords(language: string): boolean {
  return FILTERS.has(baseLanguage(language));
}

/**
 * Whether a stem, as the analyzer of the language makes it, is that of a word of the language; false for every stem
 * of a language without a list.
 *
 * @param language BCP 47.
 */
export function isRealWord(stem: string, language: string): boolean {
  const filter = FILTERS.get(baseLanguage(language));
  return filter !== undefined && bitsOf(stem, filter.length * 8).every((bit) => isSet(filter, bit));
}

/** A filter of stems, for {@link ENGLISH_STEMS}. */
export function filterOf(stems: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(Math.ceil((stems.size * BITS_PER_STEM) / 8));
  for (const stem of stems) {
    for (const bit of bitsOf(stem, filter.length * 8)) {
      filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** By hand: a callback for each byte makes it four times slower, and a Worker's start is counted in milliseconds. */
function decode(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function isSet(filter: Uint8Array, bit: number): boolean {
  return ((filter[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
}

/** Double hashing (Kirsch and Mitzenmacher 2006): two hashes do for any number of them. */
function bitsOf(stem: string, bits: number): number[] {
  const first = hashOf(stem, 0x811c9dc5);
  const second = hashOf(stem, 0x9747b28c) | 1;
  return Array.from({ length: HASHES }, (_, index) => ((first + Math.imul(index, second)) >>> 0) % bits);
}

/** FNV-1a with a final mix, so that stems of the same beginning are spread. */
function hashOf(stem: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < stem.length; index++) {
    hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
