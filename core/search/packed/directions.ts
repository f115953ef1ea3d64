/**
 * Directions in a space of meaning, in 4 bits a dimension: of a vector nothing but where it points is kept. They lie
 * one after another; the low half of a byte comes first.
 */

/** The largest magnitude of 4 bits, whose values go from -7 to 7 and are stored from 1 to 15. */
const MAX_MAGNITUDE = 7;
const ZERO = 8;

/** Bytes of one direction. @param dimensions an even number. */
export function directionBytes(dimensions: number): number {
  return dimensions >> 1;
}

/** @param coordinates of all vectors, one after another. A vector without a length points nowhere. */
export function encodeDirections(coordinates: ArrayLike<number>, dimensions: number): Uint8Array {
  const bytesEach = directionBytes(dimensions);
  const count = Math.floor(coordinates.length / dimensions);
  const encoded = new Uint8Array(count * bytesEach);
  for (let vector = 0; vector < count; vector++) {
    const start = vector * dimensions;
    let largest = 0;
    for (let index = 0; index < dimensions; index++) {
      largest = Math.max(largest, Math.abs(coordinates[start + index] as number));
    }
    const scale = largest === 0 ? 0 : MAX_MAGNITUDE / largest;
    const level = (index: number): number =>
      Math.round((coordinates[start + index] as number) * scale) + ZERO;
    for (let byte = 0; byte < bytesEach; byte++) {
      encoded[vector * bytesEach + byte] = level(byte * 2) | (level(byte * 2 + 1) << 4);
    }
  }
  return encoded;
}

export interface Directions {
  readonly dimensions: number;
  /** Writes a unit vector to `target` from `offset` on; zeros for one that points nowhere. */
  read(ordinal: number, target: Float32Array, offset: number): void;
  /** Cosine with a unit vector, -1 to 1; 0 for one that points nowhere. */
  cosine(ordinal: number, unitVector: Float32Array): number;
  /** That of all, in their order. */
  cosines(unitVector: Float32Array): Float32Array;
}

/** @param encoded as {@link encodeDirections} writes them; read where they lie. */
export function openDirections(encoded: Uint8Array, dimensions: number): Directions {
  const bytesEach = directionBytes(dimensions);
  const cosine = (ordinal: number, unitVector: Float32Array): number => {
    let sum = 0;
    let squares = 0;
    for (let byte = 0; byte < bytesEach; byte++) {
      const pair = encoded[ordinal * bytesEach + byte] as number;
      const low = (pair & 0xf) - ZERO;
      const high = (pair >> 4) - ZERO;
      sum += low * (unitVector[byte * 2] as number) + high * (unitVector[byte * 2 + 1] as number);
      squares += low * low + high * high;
    }
    return squares === 0 ? 0 : sum / Math.sqrt(squares);
  };
  return {
    dimensions,
    cosine,
    cosines: (unitVector) =>
      Float32Array.from({ length: Math.floor(encoded.length / bytesEach) }, (_, ordinal) =>
        cosine(ordinal, unitVector),
      ),
    read(ordinal, target, offset) {
      let squares = 0;
      for (let byte = 0; byte < bytesEach; byte++) {
        const pair = encoded[ordinal * bytesEach + byte] as number;
        const low = (pair & 0xf) - ZERO;
        const high = (pair >> 4) - ZERO;
        target[offset + byte * 2] = low;
        target[offset + byte * 2 + 1] = high;
        squares += low * low + high * high;
      }
      if (squares === 0) return;
      const scale = 1 / Math.sqrt(squares);
      for (let index = 0; index < dimensions; index++) {
        target[offset + index] = (target[offset + index] as number) * scale;
      }
    },
  };
}
