/**
 * Turns general word vectors so that questions point where the passages point that answer them. Few pairs are enough:
 * what is learned is above all one turn of the whole space, which holds for words that no pair has, and besides what
 * each word counts and a small shift of the words that were seen.
 *
 * Loss: in-batch InfoNCE (van den Oord et al. 2018), .6 from question to passage and .4 back. Half of what is right is
 * told by the pairs, half by how like a teacher finds each question and each passage of the batch (Hinton et al. 2015).
 * In every second epoch the pairs of a batch are of few trades, which are harder to tell apart. Adam (Kingma and Ba 2015).
 */
import { TEACHER_DIMENSIONS } from "./sentence-teacher.ts";
import { createRandom, shuffled } from "../../support/seeded-random.ts";
import { WORD_DIMENSIONS as SIZE } from "./distil-words.ts";

/** Rows of the words on both sides, with how often each counts. */
export interface ContrastPair {
  question: readonly Counted[];
  passage: readonly Counted[];
  /** Of one trade. */
  group: number;
  /** What a teacher says of both, at length 1; undefined where it was not asked. */
  taught: { question: Float32Array; passage: Float32Array } | undefined;
}

export interface Counted {
  row: number;
  weight: number;
}

export interface ContrastModel {
  /** SIZE × SIZE: where a word vector is turned to. */
  turn: Float32Array;
  /** Logarithm of what each word counts. */
  logWeights: Float32Array;
  /** What is added to each word. */
  shifts: Float32Array;
}

const EPOCHS = 12;
const BATCH = 128;
const SCALE = 10;
const FORWARD_SHARE = 0.6;
const WORD_DROPOUT = 0.1;
const SHIFT_PENALTY = 0.001;
const WEIGHT_PENALTY = 0.0001;
/** How much of what is right is told by the teacher, and how much its likest passage stands out. */
const TAUGHT_SHARE = 0.5;
const TAUGHT_SCALE = 14;
const TURN_RATE = 0.001;
const SHIFT_RATE = 0.001;
const WARM_UP_STEPS = 20;

/**
 * @param words vectors of length 1. @param weights what each word counts at first.
 * @param batch pairs that are told apart from each other.
 */
export function trainContrast(
  pairs: readonly ContrastPair[],
  words: Float32Array,
  weights: Float32Array,
  batch = BATCH,
): ContrastModel {
  const count = weights.length;
  const turn = new Float32Array(SIZE * SIZE);
  for (let at = 0; at < SIZE; at++) turn[at * SIZE + at] = 1;
  const model: ContrastModel = {
    turn,
    logWeights: weights.map(Math.log),
    shifts: new Float32Array(count * SIZE),
  };
  const updates = [
    createAdam(model.turn, TURN_RATE),
    createAdam(model.logWeights, TURN_RATE),
    createAdam(model.shifts, SHIFT_RATE),
  ];
  const random = createRandom(1);
  const steps = EPOCHS * Math.floor(pairs.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = epoch % 2 === 0 ? shuffled(pairs, random) : byGroup(pairs, random);
    for (let from = 0; from + batch <= order.length; from += batch) {
      const gradients = gradientsOf(order.slice(from, from + batch), words, model, random);
      step++;
      const pace = Math.min(1, step / WARM_UP_STEPS) * (1 - (0.9 * step) / steps);
      updates.forEach((update, at) => update(gradients[at] as Float32Array, step, pace));
    }
  }
  return model;
}

function byGroup(pairs: readonly ContrastPair[], random: () => number): ContrastPair[] {
  const groups = Map.groupBy(pairs, ({ group }) => group);
  return shuffled([...groups.values()], random).flatMap((group) => shuffled(group, random));
}

/** A word of a batch: what it is turned to, and the slope at it. */
interface Turned {
  row: number;
  vector: Float32Array;
  slope: Float32Array;
}

function gradientsOf(
  batch: readonly ContrastPair[],
  words: Float32Array,
  { turn, logWeights, shifts }: ContrastModel,
  random: () => number,
): Float32Array[] {
  const turned = new Map<number, Turned>();
  const keep = (all: readonly Counted[]): readonly Counted[] => {
    const kept = all.filter(() => random() >= WORD_DROPOUT);
    return kept.length === 0 ? all : kept;
  };
  const wordOf = (row: number): Turned => {
    let word = turned.get(row);
    if (word === undefined) {
      const vector = shifts.slice(row * SIZE, (row + 1) * SIZE);
      for (let from = 0; from < SIZE; from++) {
        const share = words[row * SIZE + from] as number;
        for (let to = 0; to < SIZE; to++)
          vector[to] = (vector[to] as number) + share * (turn[from * SIZE + to] as number);
      }
      word = { row, vector, slope: new Float32Array(SIZE) };
      turned.set(row, word);
    }
    return word;
  };
  const side = (all: readonly Counted[]): Side => {
    const kept = keep(all).map(({ row, weight }) => ({
      word: wordOf(row),
      weight,
      scaled: weight * Math.exp(logWeights[row] as number),
    }));
    const unit = new Float32Array(SIZE);
    for (const { word, scaled } of kept) addTo(unit, word.vector, scaled);
    const length = Math.hypot(...unit) + 1e-6;
    for (let at = 0; at < SIZE; at++) unit[at] = (unit[at] as number) / length;
    return { kept, unit, length, slope: new Float32Array(SIZE) };
  };
  const questions = batch.map(({ question }) => side(question));
  const passages = batch.map(({ passage }) => side(passage));
  const scores = questions.map(({ unit }) => passages.map((other) => SCALE * dot(unit, other.unit)));
  const size = batch.length;
  const forward = scores.map(softmax);
  const back = columns(scores).map(softmax);
  const right = rightOf(batch);
  questions.forEach((question, at) => {
    passages.forEach((passage, other) => {
      const slope =
        (SCALE / size) *
        (FORWARD_SHARE * ((forward[at]?.[other] ?? 0) - (right.forward[at]?.[other] ?? 0)) +
          (1 - FORWARD_SHARE) * ((back[other]?.[at] ?? 0) - (right.back[other]?.[at] ?? 0)));
      addTo(question.slope, passage.unit, slope);
      addTo(passage.slope, question.unit, slope);
    });
  });
  const weightSlopes = new Float32Array(logWeights.length);
  for (let at = 0; at < weightSlopes.length; at++)
    weightSlopes[at] = WEIGHT_PENALTY * (logWeights[at] as number);
  for (const { kept, unit, length, slope } of [...questions, ...passages]) {
    // Only what turns the sum counts: its length is taken off.
    const along = dot(slope, unit);
    const own = slope.map((value, at) => (value - along * (unit[at] as number)) / length);
    for (const { word, scaled } of kept) {
      addTo(word.slope, own, scaled);
      weightSlopes[word.row] = (weightSlopes[word.row] as number) + scaled * dot(own, word.vector);
    }
  }
  const turnSlopes = new Float32Array(SIZE * SIZE);
  const shiftSlopes = shifts.map((value) => SHIFT_PENALTY * value);
  for (const { row, slope } of turned.values()) {
    for (let from = 0; from < SIZE; from++) {
      const share = words[row * SIZE + from] as number;
      for (let to = 0; to < SIZE; to++)
        turnSlopes[from * SIZE + to] =
          (turnSlopes[from * SIZE + to] as number) + share * (slope[to] as number);
    }
    addTo(shiftSlopes.subarray(row * SIZE, (row + 1) * SIZE), slope, 1);
  }
  return [turnSlopes, weightSlopes, shiftSlopes];
}

interface Side {
  kept: { word: Turned; weight: number; scaled: number }[];
  /** Their sum at length 1. */
  unit: Float32Array;
  length: number;
  slope: Float32Array;
}

/** The chances that each passage answers each question, and the other way round. */
function rightOf(batch: readonly ContrastPair[]): { forward: number[][]; back: number[][] } {
  const likeness = batch.map(({ taught }) =>
    batch.map((other) =>
      taught === undefined || other.taught === undefined
        ? 0
        : TAUGHT_SCALE * dot(taught.question, other.taught.passage, TEACHER_DIMENSIONS),
    ),
  );
  const mixed = (rows: readonly number[][]): number[][] =>
    rows.map((row, at) => {
      const told = batch[at]?.taught === undefined ? 0 : TAUGHT_SHARE;
      return softmax(row).map((chance, other) => told * chance + (1 - told) * Number(at === other));
    });
  return { forward: mixed(likeness), back: mixed(columns(likeness)) };
}

function columns(rows: readonly number[][]): number[][] {
  return rows.map((_, at) => rows.map((row) => row[at] as number));
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

function dot(one: Float32Array, other: Float32Array, size = SIZE): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function addTo(target: Float32Array, added: Float32Array, weight: number): void {
  for (let at = 0; at < SIZE; at++) target[at] = (target[at] as number) + weight * (added[at] as number);
}

function createAdam(
  parameters: Float32Array,
  rate: number,
): (gradient: Float32Array, step: number, pace: number) => void {
  const mean = new Float32Array(parameters.length);
  const square = new Float32Array(parameters.length);
  return (gradient, step, pace) => {
    const meanScale = 1 / (1 - 0.9 ** step);
    const squareScale = 1 / (1 - 0.98 ** step);
    for (let at = 0; at < parameters.length; at++) {
      const slope = gradient[at] as number;
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * slope;
      square[at] = 0.98 * (square[at] as number) + 0.02 * slope * slope;
      parameters[at] =
        (parameters[at] as number) -
        (rate * pace * (mean[at] as number) * meanScale) /
          (Math.sqrt((square[at] as number) * squareScale) + 1e-6);
    }
  };
}
