/**
 * Learns the rows of a table so that the sum of a text's stems points where a teacher points with the text: the mean of 1 -
 * cosine. Adam (Kingma and Ba 2015) over the rows of a batch, 5 % warm-up, then linear to a twentieth. What the order
 * of words tells is lost; what words mean beside each other is kept as far as a sum can keep it.
 */
import { createRandom, shuffled } from "../../support/seeded-random.ts";

export interface TaughtText {
  /** Distinct rows of its stems. */
  rows: readonly number[];
  /** Its place among the teacher's vectors. */
  place: number;
}

export interface FollowOptions {
  size: number;
  rowCount: number;
  tell?: (line: string) => void;
}

const EPOCHS = 8;
const BATCH = 1024;
const RATE = 0.02;
const LEAST_RATE_SHARE = 0.05;
const WARM_UP_SHARE = 0.05;
const FIRST_SPREAD = 0.02;
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;

/**
 * @param aims unit vectors of `size` numbers, one for each place.
 * @param options `tell` hears after each time over all texts how near they are; default: nobody.
 * @returns `rowCount` rows of `size` numbers.
 */
export function followTeacher(
  texts: readonly TaughtText[],
  aims: Float32Array,
  { size, rowCount, tell }: FollowOptions,
): Float32Array {
  const random = createRandom(1);
  const rows = Float32Array.from({ length: rowCount * size }, () => (random() - 0.5) * FIRST_SPREAD * 3.5);
  const means = new Float32Array(rows.length);
  const squares = new Float32Array(rows.length);
  const slopes = new Float32Array(rows.length);
  const touched = new Set<number>();
  const sum = new Float32Array(size);
  const steps = EPOCHS * Math.ceil(texts.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(texts, random);
    let cosines = 0;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const { rows: own, place } of batch) {
        cosines += addSlopes(own, place, batch.length);
        for (const row of own) touched.add(row);
      }
      step += 1;
      const done = step / steps;
      descend(RATE * Math.min(1, done / WARM_UP_SHARE) * (1 - (1 - LEAST_RATE_SHARE) * done));
    }
    tell?.(`${epoch + 1}: mean cosine with the teacher ${(cosines / texts.length).toFixed(4)}`);
  }
  return rows;

  function addSlopes(own: readonly number[], place: number, count: number): number {
    sum.fill(0);
    for (const row of own)
      for (let at = 0; at < size; at++) sum[at] = (sum[at] as number) + (rows[row * size + at] as number);
    const length = Math.hypot(...sum) + 1e-6;
    let cosine = 0;
    for (let at = 0; at < size; at++)
      cosine += ((sum[at] as number) / length) * (aims[place * size + at] as number);
    for (let at = 0; at < size; at++) {
      const toward = (aims[place * size + at] as number) - (cosine * (sum[at] as number)) / length;
      sum[at] = -toward / (length * count);
    }
    for (const row of own)
      for (let at = 0; at < size; at++)
        slopes[row * size + at] = (slopes[row * size + at] as number) + (sum[at] as number);
    return cosine;
  }

  /** Rows that a batch has not go on by none of what earlier ones have told of them. */
  function descend(rate: number): void {
    const meanScale = 1 / (1 - MEAN_DECAY ** step);
    const squareScale = 1 / (1 - SQUARE_DECAY ** step);
    for (const row of touched) {
      for (let at = row * size; at < (row + 1) * size; at++) {
        const slope = slopes[at] as number;
        slopes[at] = 0;
        const mean = MEAN_DECAY * (means[at] as number) + (1 - MEAN_DECAY) * slope;
        const square = SQUARE_DECAY * (squares[at] as number) + (1 - SQUARE_DECAY) * slope * slope;
        means[at] = mean;
        squares[at] = square;
        rows[at] =
          (rows[at] as number) - (rate * mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8);
      }
    }
    touched.clear();
  }
}
