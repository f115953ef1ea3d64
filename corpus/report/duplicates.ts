import { BANDS, SIGNATURE_SIZE, similarity, type ChunkSignature } from "./minhash.ts";

/** From here on two texts say the same in other words at a few places. */
const NEAR_DUPLICATE_SIMILARITY = 0.85;

export interface SignedChunk {
  /** Where the chunk is, as reports name it. */
  url: string;
  signature: ChunkSignature;
}

export interface Duplicates {
  /** Places with the same text, two or more each. */
  exact: string[][];
  /** Pairs that are nearly the same; `similarity` is estimated, 0 to 1. */
  near: { urls: [string, string]; similarity: number }[];
}

/** A band with more members is boilerplate: comparing all pairs in it would cost more than it tells. */
const MAX_BAND_MEMBERS = 50;

/** Finds chunks with the same and with nearly the same text. The order follows the chunks. */
export function findDuplicates(chunks: readonly SignedChunk[]): Duplicates {
  const byText = new Map<string, SignedChunk[]>();
  for (const chunk of chunks) {
    const known = byText.get(chunk.signature.exact);
    if (known === undefined) byText.set(chunk.signature.exact, [chunk]);
    else known.push(chunk);
  }
  const distinct = [...byText.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  return {
    exact: [...byText.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.map(({ url }) => url)),
    near: findNear(distinct),
  };
}

function findNear(chunks: readonly SignedChunk[]): Duplicates["near"] {
  const rows = SIGNATURE_SIZE / BANDS;
  /** By both places: a pair meets in most of the bands. */
  const near = new Map<number, { left: number; right: number; similarity: number }>();
  for (let band = 0; band < BANDS; band += 1) {
    const buckets = new Map<number, number[]>();
    for (const [index, { signature }] of chunks.entries()) {
      if (signature.minima.length === 0) continue;
      const key = bandKey(signature.minima, band * rows, (band + 1) * rows);
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [index]);
      else bucket.push(index);
    }
    for (const bucket of buckets.values()) {
      const members = bucket.slice(0, MAX_BAND_MEMBERS);
      for (const [position, left] of members.entries()) {
        for (let next = position + 1; next < members.length; next += 1) {
          const right = members[next] ?? 0;
          const estimate = similarity(
            minimaOf(chunks, left),
            minimaOf(chunks, right),
            NEAR_DUPLICATE_SIMILARITY,
          );
          if (estimate > 0) near.set(left * chunks.length + right, { left, right, similarity: estimate });
        }
      }
    }
  }
  const pairs = [...near.values()].sort((one, other) => one.left - other.left || one.right - other.right);
  return pairs.map(({ left, right, similarity: estimate }) => ({
    urls: [chunks[left]?.url ?? "", chunks[right]?.url ?? ""],
    similarity: Math.round(estimate * 100) / 100,
  }));
}

/** Two bands of one key are compared in full, so that it may be short. FNV-1a, over words instead of bytes. */
function bandKey(minima: Uint32Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ (minima[index] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function minimaOf(chunks: readonly SignedChunk[], index: number): Uint32Array {
  return chunks[index]?.signature.minima ?? new Uint32Array(0);
}
