/**
 * What a chunk is about, as a direction in the space of latent semantics (Deerwester et al. 1990): chunks that
 * use different words in the same company point the same way. 24 dimensions of 4 bits each, 12 bytes a chunk.
 *
 * There are no vectors of terms. A question's direction is the mean of those of the chunks that its words rank
 * first: the vectors of the terms would say the same, less well, and be larger than all the rest.
 */
import { directionBytes, encodeDirections, openDirections, type Directions } from "./directions.ts";
import { columnCoordinates, type SparseMatrix } from "./factorise.ts";
import { PackedIndexError } from "./layout.ts";

/** More describe small corpora too finely: at 64 the neighbours of a chunk are those that share its words. */
export const LATENT_DIMENSIONS = 24;

/** @param weights terms × chunks. */
export function encodeLatentVectors(weights: SparseMatrix): Uint8Array {
  return encodeDirections(columnCoordinates(weights, LATENT_DIMENSIONS), LATENT_DIMENSIONS);
}

/** @throws PackedIndexError where there is not one vector a chunk. */
export function openLatentVectors(latent: Uint8Array, chunkCount: number): Directions {
  if (latent.length !== chunkCount * directionBytes(LATENT_DIMENSIONS)) {
    throw new PackedIndexError("its latent vectors are damaged");
  }
  return openDirections(latent, LATENT_DIMENSIONS);
}
