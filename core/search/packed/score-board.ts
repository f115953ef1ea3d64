import type { TermEntry } from "./dictionary.ts";
import { IMPACT_STEPS } from "./bm25f.ts";
import type { PackedIndex } from "./open-packed-index.ts";

/**
 * The scores of all chunks for one question. One board serves one question after the other: clearing what was
 * touched is cheaper than new arrays.
 */
export interface ScoreBoard {
  readonly scores: Float32Array;
  /** Chunks with a score, in the order in which they got it. A view: valid until the board changes. */
  touched(): Uint32Array;
  /** Adds a term to all chunks that hold it. @param place of the term in the question, from 0. */
  add(entry: TermEntry, weight: number, place: number): void;
  /** Adds a paraphrase of the term at a place to chunks that hold neither that term nor an earlier paraphrase of it. */
  addMissing(entry: TermEntry, weight: number, place: number): void;
  /** Whether a chunk holds the term that was added at a place. */
  holds: (chunk: number, place: number) => boolean;
  clear(): void;
}

export function createScoreBoard(index: PackedIndex): ScoreBoard {
  const scores = new Float32Array(index.chunkCount);
  /** Which terms of the question a chunk holds, one bit each: there are no more than MAX_QUERY_TERMS. */
  const held = new Uint32Array(index.chunkCount);
  /** Like `held`, for paraphrases. */
  const paraphrased = new Uint32Array(index.chunkCount);
  const touched = new Uint32Array(index.chunkCount);
  let count = 0;
  return {
    scores,
    touched: () => touched.subarray(0, count),
    add(entry, weight, place) {
      const perStep = weight / IMPACT_STEPS;
      const bit = 1 << place;
      index.forEachPosting(entry, (chunk, impact) => {
        const before = scores[chunk] as number;
        if (before === 0) touched[count++] = chunk;
        scores[chunk] = before + perStep * impact;
        held[chunk] = (held[chunk] as number) | bit;
      });
    },
    addMissing(entry, weight, place) {
      const perStep = weight / IMPACT_STEPS;
      const bit = 1 << place;
      index.forEachPosting(entry, (chunk, impact) => {
        if ((((held[chunk] as number) | (paraphrased[chunk] as number)) & bit) !== 0) return;
        const before = scores[chunk] as number;
        if (before === 0) touched[count++] = chunk;
        scores[chunk] = before + perStep * impact;
        paraphrased[chunk] = (paraphrased[chunk] as number) | bit;
      });
    },
    holds: (chunk, place) => ((held[chunk] as number) & (1 << place)) !== 0,
    clear() {
      for (let place = 0; place < count; place++) {
        const chunk = touched[place] as number;
        scores[chunk] = 0;
        held[chunk] = 0;
        paraphrased[chunk] = 0;
      }
      count = 0;
    },
  };
}
