import { EmbeddingError } from "./embedding-provider.ts";

/**
 * The first `dimensions` numbers of a vector, scaled to length 1.
 *
 * @throws EmbeddingError where there are too few, or they are no numbers, or all of them are 0.
 */
export function toUnitVector(numbers: ArrayLike<number>, dimensions: number): Float32Array {
  if (numbers.length < dimensions) {
    const detail = `a vector has ${numbers.length} numbers instead of ${dimensions}`;
    throw new EmbeddingError({ reason: "embedding-invalid", detail });
  }
  const vector = new Float32Array(dimensions);
  let squares = 0;
  for (let index = 0; index < dimensions; index++) {
    const number = numbers[index] as number;
    vector[index] = number;
    squares += number * number;
  }
  const length = Math.sqrt(squares);
  if (!Number.isFinite(length) || length === 0) {
    throw new EmbeddingError({ reason: "embedding-invalid", detail: "a vector has no direction" });
  }
  for (let index = 0; index < dimensions; index++) vector[index] = (vector[index] as number) / length;
  return vector;
}
