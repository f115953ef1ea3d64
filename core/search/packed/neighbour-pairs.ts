/**
 * Which terms stand next to each other in a chunk, in either order. Pairs tell "access token" from "token" and
 * "access" far apart, and lift ranking by about half a point; a full table of them would be larger than the
 * index. So each chunk has a Bloom filter of its pairs (Bloom 1970): it is asked for the few best chunks
 * only, and only for pairs whose terms the chunk holds anyway, where a false yes in seven does little harm.
 */
import { PackedIndexError, bytesOf } from "./layout.ts";
import { ByteWriter } from "./byte-writer.ts";

const BITS_PER_PAIR = 4;

/** A filter's length in bytes is kept in 16 bits; a chunk has a few hundred pairs. */
const MAX_FILTER_BYTES = 0xffff;

/** Two mixes of the same pair: the two bits that it sets. */
function mix(low: number, high: number, seed: number): number {
  let hash = Math.imul(low ^ seed, 0x9e3779b1) ^ Math.imul(high + seed, 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

const FIRST_SEED = 0x1b873593;
const SECOND_SEED = 0x27d4eb2f;

/** The filter of a chunk. @param pairs term ordinals, as `a, b, a, b, ...`, without repetition. */
export function encodePairs(pairs: readonly number[]): Uint8Array {
  const count = pairs.length / 2;
  const filter = new Uint8Array(Math.min(MAX_FILTER_BYTES, Math.ceil((count * BITS_PER_PAIR) / 8)));
  const bits = filter.length * 8;
  for (let index = 0; index < pairs.length; index += 2) {
    const low = Math.min(pairs[index] as number, pairs[index + 1] as number);
    const high = Math.max(pairs[index] as number, pairs[index + 1] as number);
    for (const seed of [FIRST_SEED, SECOND_SEED]) {
      const bit = mix(low, high, seed) % bits;
      filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** Filters one after the other, and the length of each. */
export function joinFilters(filters: readonly Uint8Array[]): { pairs: Uint8Array; pairBytes: Uint8Array } {
  const writer = new ByteWriter();
  for (const filter of filters) writer.write(filter);
  return { pairs: writer.finish(), pairBytes: bytesOf(Uint16Array.from(filters, ({ length }) => length)) };
}

export interface NeighbourPairs {
  /** Whether two terms probably stand next to each other in a chunk; false is certain. */
  has(chunk: number, a: number, b: number): boolean;
}

/** @throws PackedIndexError where the lengths do not add up. */
export function openPairs(pairs: Uint8Array, pairBytes: Uint8Array, chunkCount: number): NeighbourPairs {
  const lengths = new Uint16Array(pairBytes.buffer, pairBytes.byteOffset, pairBytes.length >> 1);
  const offsets = new Uint32Array(chunkCount + 1);
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    offsets[chunk + 1] = (offsets[chunk] as number) + (lengths[chunk] ?? 0);
  }
  if (lengths.length !== chunkCount || offsets[chunkCount] !== pairs.length) {
    throw new PackedIndexError("its neighbour pairs are damaged");
  }
  return {
    has(chunk, a, b) {
      const start = offsets[chunk] as number;
      const bits = ((offsets[chunk + 1] as number) - start) * 8;
      if (bits === 0) return false;
      const low = Math.min(a, b);
      const high = Math.max(a, b);
      const first = mix(low, high, FIRST_SEED) % bits;
      if (((pairs[start + (first >> 3)] as number) & (1 << (first & 7))) === 0) return false;
      const second = mix(low, high, SECOND_SEED) % bits;
      return ((pairs[start + (second >> 3)] as number) & (1 << (second & 7))) !== 0;
    },
  };
}
