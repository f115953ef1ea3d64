/** The directions in which vectors differ most: a teacher's many numbers are told by fewer. */
import { createRandom } from "../../support/seeded-random.ts";

const STEPS = 40;

/**
 * The strongest directions of vectors of `size` numbers, each after the other, by orthogonal iteration on what they
 * vary by. @param vectors with their mean taken off.
 * @returns `size` × `count`: the share of each number in each direction.
 */
export function principalDirections(
  vectors: readonly Float32Array[],
  size: number,
  count: number,
): Float64Array {
  const varied = new Float64Array(size * size);
  for (const vector of vectors) {
    for (let row = 0; row < size; row++) {
      const value = vector[row] as number;
      const at = row * size;
      for (let column = row; column < size; column++)
        varied[at + column] = (varied[at + column] as number) + value * (vector[column] as number);
    }
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++)
      varied[row * size + column] = varied[column * size + row] as number;
  const random = createRandom(1);
  let directions = Array.from({ length: count }, () =>
    Float64Array.from({ length: size }, () => random() - 0.5),
  );
  for (let step = 0; step < STEPS; step++) {
    directions = directions.map((direction) => {
      const turned = new Float64Array(size);
      for (let row = 0; row < size; row++) {
        let sum = 0;
        for (let at = 0; at < size; at++)
          sum += (varied[row * size + at] as number) * (direction[at] as number);
        turned[row] = sum;
      }
      return turned;
    });
    makeOrthogonal(directions);
  }
  const shares = new Float64Array(size * count);
  directions.forEach((direction, column) => {
    for (let row = 0; row < size; row++) shares[row * count + column] = direction[row] as number;
  });
  return shares;
}

function makeOrthogonal(directions: readonly Float64Array[]): void {
  directions.forEach((direction, at) => {
    for (const other of directions.slice(0, at)) {
      let share = 0;
      for (let place = 0; place < direction.length; place++)
        share += (direction[place] as number) * (other[place] as number);
      for (let place = 0; place < direction.length; place++)
        direction[place] = (direction[place] as number) - share * (other[place] as number);
    }
    const length = Math.hypot(...direction) || 1;
    for (let place = 0; place < direction.length; place++)
      direction[place] = (direction[place] as number) / length;
  });
}

/** What vectors of `size` numbers each are in the space of these directions. @param shares of {@link principalDirections}. */
export function turnInto(vectors: Float32Array, size: number, shares: Float64Array): Float32Array {
  const count = shares.length / size;
  const turned = new Float32Array((vectors.length / size) * count);
  for (let row = 0; row < vectors.length / size; row++) {
    for (let at = 0; at < size; at++) {
      const value = vectors[row * size + at] as number;
      for (let place = 0; place < count; place++)
        turned[row * count + place] =
          (turned[row * count + place] as number) + value * (shares[at * count + place] as number);
    }
  }
  return turned;
}

/** Views of vectors that lie one behind the other. */
export function rowsOf(vectors: Float32Array, size: number): Float32Array[] {
  return Array.from({ length: vectors.length / size }, (_, row) =>
    vectors.subarray(row * size, (row + 1) * size),
  );
}
