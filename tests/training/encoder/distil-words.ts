/**
 * Vectors of words whose sum points where a teacher points for the whole text, as in Model2Vec's second step (van Dongen
 * and Tulkens 2024): first what the teacher says of the word alone, then adjusted on texts until their sums agree.
 *
 * Loss: 1 - the cosine of a text's sum and the teacher's vector, in its strongest {@link WORD_DIMENSIONS} directions.
 * Adam (Kingma and Ba 2015) over the rows that a batch has.
 */
import { createRandom, shuffled } from "../../support/seeded-random.ts";
import { principalDirections } from "./principal-directions.ts";
import { TEACHER_DIMENSIONS } from "./sentence-teacher.ts";

export const WORD_DIMENSIONS = 100;
const SIZE = WORD_DIMENSIONS;

const EPOCHS = 5;
/** Texts whose slopes are taken together. */
const BATCH = 256;
const RATE = 0.01;
const WARM_UP_STEPS = 50;
const WORD_DROPOUT = 0.1;
/** Of a word by itself, against a sentence. */
const WORD_SHARE = 0.5;
/** Enough to find the directions by. */
const DIRECTION_TEXTS = 20_000;
const MIN_RARITY = 0.3;
const RARITY_SCALE = 8;

export interface TaughtText {
  stems: readonly string[];
  /** Of the teacher. */
  vector: Float32Array;
  isWord: boolean;
}

export interface WordVectors {
  stems: string[];
  /** {@link WORD_DIMENSIONS} numbers a stem; the length is what it counts. */
  rows: Float32Array;
}

export function distilWords(texts: readonly TaughtText[], batch = BATCH): WordVectors {
  const targets = targetsOf(texts);
  const numberOf = new Map<string, number>();
  const rowsOf = texts.map(({ stems }) =>
    [...new Set(stems)].map((stem) => {
      const known = numberOf.get(stem) ?? numberOf.size;
      numberOf.set(stem, known);
      return known;
    }),
  );
  const stems = [...numberOf.keys()];
  const rows = firstRows(texts, rowsOf, targets, stems.length);
  const mean = new Float32Array(rows.length);
  const square = new Float32Array(rows.length);
  const slopes = new Float32Array(rows.length);
  const random = createRandom(1);
  const places = texts.flatMap((_, at) => (rowsOf[at]?.length === 0 ? [] : [at]));
  const steps = EPOCHS * Math.floor(places.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(places, random);
    let lost = 0;
    for (let from = 0; from + batch <= order.length; from += batch) {
      const touched = new Set<number>();
      for (const at of order.slice(from, from + batch)) {
        const all = rowsOf[at] as number[];
        const kept = all.filter(() => random() >= WORD_DROPOUT);
        const used = kept.length === 0 ? all : kept;
        const target = targets.subarray(at * SIZE, (at + 1) * SIZE);
        lost += addSlopes(used, target, rows, slopes, texts[at]?.isWord === true ? WORD_SHARE : 1);
        for (const row of used) touched.add(row);
      }
      step++;
      const pace = RATE * Math.min(1, step / WARM_UP_STEPS) * (1 - (0.95 * step) / steps);
      for (const row of touched) {
        for (let at = row * SIZE; at < (row + 1) * SIZE; at++) {
          const slope = (slopes[at] as number) / batch;
          slopes[at] = 0;
          mean[at] = 0.9 * (mean[at] as number) + 0.1 * slope;
          square[at] = 0.99 * (square[at] as number) + 0.01 * slope * slope;
          const scaled = (mean[at] as number) / (1 - 0.9 ** step);
          rows[at] =
            (rows[at] as number) -
            (pace * scaled) / (Math.sqrt((square[at] as number) / (1 - 0.99 ** step)) + 1e-7);
        }
      }
    }
    console.log(`distilled ${epoch + 1} of ${EPOCHS}: ${(lost / order.length).toFixed(4)} lost`);
  }
  return { stems, rows };
}

/** What the teacher says, in its strongest directions, at length 1. What all words, or all sentences, share is taken off. */
function targetsOf(texts: readonly TaughtText[]): Float32Array {
  const means = new Map(
    [true, false].map((isWord) => [isWord, meanOf(texts.filter((text) => text.isWord === isWord))]),
  );
  const centred = texts.map(({ vector, isWord }) => {
    const own = means.get(isWord) ?? new Float64Array(TEACHER_DIMENSIONS);
    return vector.map((value, at) => value - (own[at] as number));
  });
  const sentences = centred.filter((_, at) => texts[at]?.isWord === false);
  const step = Math.max(1, Math.floor(sentences.length / DIRECTION_TEXTS));
  const directions = principalDirections(
    sentences.filter((_, at) => at % step === 0),
    TEACHER_DIMENSIONS,
    SIZE,
  );
  const targets = new Float32Array(texts.length * SIZE);
  centred.forEach((vector, row) => {
    const target = targets.subarray(row * SIZE, (row + 1) * SIZE);
    vector.forEach((value, from) => {
      for (let to = 0; to < SIZE; to++)
        target[to] = (target[to] as number) + value * (directions[from * SIZE + to] as number);
    });
    const length = Math.hypot(...target) || 1;
    for (let at = 0; at < SIZE; at++) target[at] = (target[at] as number) / length;
  });
  return targets;
}

function meanOf(texts: readonly TaughtText[]): Float64Array {
  const mean = new Float64Array(TEACHER_DIMENSIONS);
  for (const { vector } of texts)
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] as number) + (vector[at] as number) / texts.length;
  return mean;
}

/** What the teacher says of a word alone, or where it was not asked, of the texts that hold it; what is rare counts more. */
function firstRows(
  texts: readonly TaughtText[],
  rowsOf: readonly number[][],
  targets: Float32Array,
  count: number,
): Float32Array {
  const alone = new Float32Array(count * SIZE);
  const within = new Float32Array(count * SIZE);
  const textsWith = new Float64Array(count);
  let sentences = 0;
  texts.forEach(({ isWord }, at) => {
    if (!isWord) sentences++;
    for (const row of rowsOf[at] ?? []) {
      if (!isWord) textsWith[row] = (textsWith[row] as number) + 1;
      const sum = isWord ? alone : within;
      for (let place = 0; place < SIZE; place++)
        sum[row * SIZE + place] =
          (sum[row * SIZE + place] as number) + (targets[at * SIZE + place] as number);
    }
  });
  for (let row = 0; row < count; row++) {
    const rarity = Math.max(MIN_RARITY, Math.log(sentences / ((textsWith[row] as number) + 3)));
    const own = alone.subarray(row * SIZE, (row + 1) * SIZE);
    if (Math.hypot(...own) === 0) own.set(within.subarray(row * SIZE, (row + 1) * SIZE));
    const scale = rarity / RARITY_SCALE / (Math.hypot(...own) || 1);
    for (let at = 0; at < SIZE; at++) own[at] = (own[at] as number) * scale;
  }
  return alone;
}

/** Adds the slopes of a text's loss at its rows. @returns the loss. */
function addSlopes(
  used: readonly number[],
  target: Float32Array,
  rows: Float32Array,
  slopes: Float32Array,
  share: number,
): number {
  const sum = new Float32Array(SIZE);
  for (const row of used)
    for (let at = 0; at < SIZE; at++) sum[at] = (sum[at] as number) + (rows[row * SIZE + at] as number);
  const length = Math.hypot(...sum) + 1e-6;
  let cosine = 0;
  for (let at = 0; at < SIZE; at++) cosine += ((sum[at] as number) / length) * (target[at] as number);
  for (let at = 0; at < SIZE; at++) {
    const slope = (share * (cosine * ((sum[at] as number) / length) - (target[at] as number))) / length;
    for (const row of used) slopes[row * SIZE + at] = (slopes[row * SIZE + at] as number) + slope;
  }
  return 1 - cosine;
}
