/**
 * What a chunk is about, as a direction in the space of latent semantics (Deerwester et al. 1990): chunks that
 * use different words in the same company point the same way. 24 dimensions of 4 bits each, 12 bytes a chunk.
 *
 * There are no vectors of terms. A question's direction is the mean of those of the chunks that its words rank
 * first: the vectors of the terms would say the same, less well, and be larger than all the rest.
 */
import { columnCoordinates, type SparseMatrix } from "./factorise.ts";
import { PackedIndexError } from "./layout.ts";

/** More describe small corpora too finely: at 64 the neighbours of a chunk are those that share its words. */
export const LATENT_DIMENSIONS = 24;

const BYTES_PER_CHUNK = LATENT_DIMENSIONS / 2;

/** The largest magnitude of 4 bits, whose values go from -7 to 7 and are stored from 1 to 15. */
const MAX_MAGNITUDE = 7;
const ZERO = 8;

/** @param weights terms × chunks. @returns 12 bytes a chunk; the low half of a byte comes first. */
export function encodeLatentVectors(weights: SparseMatrix): Uint8Array {
  const coordinates = columnCoordinates(weights, LATENT_DIMENSIONS);
  const encoded = new Uint8Array(weights.columnCount * BYTES_PER_CHUNK);
  for (let chunk = 0; chunk < weights.columnCount; chunk++) {
    const start = chunk * LATENT_DIMENSIONS;
    let largest = 0;
    for (let index = 0; index < LATENT_DIMENSIONS; index++) {
      largest = Math.max(largest, Math.abs(coordinates[start + index] as number));
    }
    const scale = largest === 0 ? 0 : MAX_MAGNITUDE / largest;
    const level = (index: number): number =>
      Math.round((coordinates[start + index] as number) * scale) + ZERO;
    for (let byte = 0; byte < BYTES_PER_CHUNK; byte++) {
      encoded[chunk * BYTES_PER_CHUNK + byte] = level(byte * 2) | (level(byte * 2 + 1) << 4);
    }
  }
  return encoded;
}

export interface LatentVectors {
  /** Writes a chunk's unit vector to `target` from `offset` on; zeros for a chunk without content. */
  read(chunk: number, target: Float32Array, offset: number): void;
}

/** @throws PackedIndexError where there is not one vector a chunk. */
export function openLatentVectors(latent: Uint8Array, chunkCount: number): LatentVectors {
  if (latent.length !== chunkCount * BYTES_PER_CHUNK) {
    throw new PackedIndexError("its latent vectors are damaged");
  }
  return {
    read(chunk, target, offset) {
      let squares = 0;
      for (let byte = 0; byte < BYTES_PER_CHUNK; byte++) {
        const pair = latent[chunk * BYTES_PER_CHUNK + byte] as number;
        const low = (pair & 0xf) - ZERO;
        const high = (pair >> 4) - ZERO;
        target[offset + byte * 2] = low;
        target[offset + byte * 2 + 1] = high;
        squares += low * low + high * high;
      }
      if (squares === 0) return;
      const scale = 1 / Math.sqrt(squares);
      for (let index = 0; index < LATENT_DIMENSIONS; index++) {
        target[offset + index] = (target[offset + index] as number) * scale;
      }
    },
  };
}
