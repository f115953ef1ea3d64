/**
 * MinHash signatures: two texts that share most of their five-word runs share most of their minima, so near
 * duplicates are found without comparing every pair. The permutations come from a fixed seed, so a report
 * is the same on every run.
 */
import { createHash } from "node:crypto";
import type { Block } from "../../core/corpus/format.ts";
import { passageText } from "../../core/passage-text.ts";

export interface ChunkSignature {
  /** Equal for texts that are the same to the last character. */
  exact: string;
  /** {@link SIGNATURE_SIZE} minima; empty where the text is too short to be compared. */
  minima: Uint32Array;
}

/** The estimate's standard error is about 1 / sqrt(64): enough to tell .85 from .6. */
export const SIGNATURE_SIZE = 64;
/** 16 bands of 4: pairs above .85 are found with a probability above .999, pairs below .3 hardly ever. */
export const BANDS = 16;
const SHINGLE_WORDS = 5;
/** Two short texts are alike by chance. */
const MIN_WORDS = 20;
const SEED = 0x9e3779b9;

const MULTIPLIERS = new Uint32Array(SIGNATURE_SIZE);
const ADDENDS = new Uint32Array(SIGNATURE_SIZE);
seedPermutations();

export function chunkSignature(blocks: readonly Block[]): ChunkSignature {
  const text = passageText(blocks);
  const exact = createHash("sha256").update(text).digest("base64").slice(0, 22);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return { exact, minima: words.length < MIN_WORDS ? new Uint32Array(0) : minimaOf(words) };
}

/**
 * Estimated share of five-word runs that two texts have in common, 0 to 1.
 *
 * @param least 0 stands for all that is less: two texts that differ are told apart by a few minima.
 */
export function similarity(left: Uint32Array, right: Uint32Array, least = 0): number {
  if (left.length === 0 || left.length !== right.length) return 0;
  let different = 0;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] === right[index]) continue;
    different += 1;
    if (left.length - different < least * left.length) return 0;
  }
  return (left.length - different) / left.length;
}

function minimaOf(words: readonly string[]): Uint32Array {
  const minima = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff);
  const hashes = words.map(hashWord);
  for (let start = 0; start + SHINGLE_WORDS <= hashes.length; start += 1) {
    let shingle = 0;
    for (let offset = 0; offset < SHINGLE_WORDS; offset += 1) {
      shingle = (Math.imul(shingle, 0x01000193) ^ (hashes[start + offset] ?? 0)) >>> 0;
    }
    for (let index = 0; index < SIGNATURE_SIZE; index += 1) {
      const value = mix(Math.imul(shingle, MULTIPLIERS[index] ?? 1) + (ADDENDS[index] ?? 0));
      if (value < (minima[index] ?? 0)) minima[index] = value;
    }
  }
  return minima;
}

/** FNV-1a. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}

function seedPermutations(): void {
  let state = SEED;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return mix(state);
  };
  for (let index = 0; index < SIGNATURE_SIZE; index += 1) {
    MULTIPLIERS[index] = next() | 1;
    ADDENDS[index] = next();
  }
}
