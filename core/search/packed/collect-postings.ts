/** From the terms of each chunk to the chunks of each term, with the impact of one on the other. */
import { FIELDS, fieldWeight, impactOf } from "./bm25f.ts";
import type { CollectedTerms } from "./collect-terms.ts";

/** By the number of the term: entries `starts[term]` to `starts[term + 1]`, chunks ascending. */
export interface Postings {
  starts: Uint32Array;
  chunks: Uint32Array;
  /** 1 to {@link import("./bm25f.ts").IMPACT_STEPS}. */
  impacts: Uint8Array;
}

export function collectPostings(collected: CollectedTerms): Postings {
  const { chunkCount, terms, averageLengths, termsOf } = collected;
  const termCount = terms.texts.length;
  const starts = new Uint32Array(termCount + 1);
  const lastChunk = new Int32Array(termCount).fill(-1);
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    for (const field of FIELDS) {
      for (const term of termsOf(chunk, field)) {
        if (lastChunk[term] === chunk) continue;
        lastChunk[term] = chunk;
        starts[term + 1] = (starts[term + 1] as number) + 1;
      }
    }
  }
  for (let term = 0; term < termCount; term++) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }

  const next = starts.slice(0, termCount);
  const chunks = new Uint32Array(starts[termCount] as number);
  const impacts = new Uint8Array(chunks.length);
  const frequencies = new Map<number, number>();
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    frequencies.clear();
    for (const field of FIELDS) {
      const own = termsOf(chunk, field);
      const weight = fieldWeight(field, own.length, averageLengths[field]);
      for (const term of own) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    }
    for (const [term, frequency] of frequencies) {
      const entry = next[term] as number;
      chunks[entry] = chunk;
      impacts[entry] = impactOf(frequency);
      next[term] = entry + 1;
    }
  }
  return { starts, chunks, impacts };
}
