/**
 * Learns the rows of a table from questions of which the right passages are known among all of a site: the softmax of
 * the cosines, times 20, over the passages. Elementwise Adagrad (Duchi et al. 2011), 5 % warm-up, then linear to a
 * tenth; some words of each question are dropped, so that none is relied on.
 */
import { createRandom } from "../../support/seeded-random.ts";

export interface Row {
  row: number;
  weight: number;
}

export interface GroupQuestion {
  rows: readonly Row[];
  /** Places of the passages that answer it. */
  right: readonly number[];
  /** Places of those that may answer it by chance: neither right nor wrong. */
  unsure: readonly number[];
}

/** Questions and what they are told apart by. */
export interface Group {
  passages: readonly (readonly Row[])[];
  questions: readonly GroupQuestion[];
}

const SCALE = 20;
const RATE = 0.005;
const PASSES = 5;
const FIRST_SQUARES = 1e-3;
const DROPPED_SHARE = 0.2;

/** Of one step. */
const MAX_QUESTIONS = 64;
const MAX_OTHER_PASSAGES = 700;
const LEAST_QUESTIONS = 16;

/** Changes `rows` in place. */
export function learnGroups(rows: Float32Array, dimensions: number, groups: readonly Group[]): void {
  const random = createRandom(1);
  const learner = new Learner(rows, dimensions);
  const steps = groups.length * PASSES;
  let step = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const group of shuffled(groups, random)) {
      const done = step++ / steps;
      const share = done < 0.05 ? done / 0.05 : 1 - (0.9 * (done - 0.05)) / 0.95;
      learner.learn(group, RATE * share, random);
    }
  }
}

type Random = () => number;

function shuffled<T>(all: readonly T[], random: Random): T[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

interface Encoded {
  rows: readonly Row[];
  unit: Float32Array;
  /** 1 / its length before. */
  inverse: number;
  /** Of the loss, by the unit vector. */
  slope: Float32Array;
}

class Learner {
  readonly #rows: Float32Array;
  readonly #dimensions: number;
  readonly #squares: Float32Array;

  constructor(rows: Float32Array, dimensions: number) {
    this.#rows = rows;
    this.#dimensions = dimensions;
    this.#squares = new Float32Array(rows.length).fill(FIRST_SQUARES);
  }

  learn({ passages, questions }: Group, rate: number, random: Random): void {
    const asked = shuffled(questions, random).slice(0, MAX_QUESTIONS);
    const needed = new Set(asked.flatMap(({ right }) => right));
    const others = shuffled(
      passages.map((_, place) => place).filter((place) => !needed.has(place)),
      random,
    ).slice(0, MAX_OTHER_PASSAGES);
    const places = [...needed, ...others];
    const compared = places.map((place) => this.#encode(passages[place] ?? []));
    const encoded = asked.map(({ rows }) =>
      this.#encode(rows.length < 3 ? rows : rows.filter(() => random() >= DROPPED_SHARE)),
    );
    asked.forEach(({ right, unsure }, index) => {
      const question = encoded[index] as Encoded;
      const [isRight, isUnsure] = [new Set(right), new Set(unsure)];
      const powers = compared.map(({ unit }, at) =>
        isUnsure.has(places[at] ?? -1) ? 0 : Math.exp(SCALE * (dot(question.unit, unit) - 1)),
      );
      const sum = powers.reduce((all, power) => all + power, 1e-20);
      const rightSum = powers.reduce(
        (all, power, at) => (isRight.has(places[at] ?? -1) ? all + power : all),
        1e-20,
      );
      powers.forEach((power, at) => {
        const wanted = isRight.has(places[at] ?? -1) ? power / rightSum : 0;
        const slope = ((power / sum - wanted) * SCALE) / Math.max(LEAST_QUESTIONS, asked.length);
        if (Math.abs(slope) < 1e-7) return;
        const passage = compared[at] as Encoded;
        addTo(question.slope, passage.unit, slope);
        addTo(passage.slope, question.unit, slope);
      });
    });
    this.#descend([...encoded, ...compared], rate);
  }

  #encode(rows: readonly Row[]): Encoded {
    const size = this.#dimensions;
    const unit = new Float32Array(size);
    for (const { row, weight } of rows) {
      for (let at = 0; at < size; at++)
        unit[at] = (unit[at] ?? 0) + weight * (this.#rows[row * size + at] ?? 0);
    }
    const inverse = 1 / Math.sqrt(dot(unit, unit) + 1e-12);
    for (let at = 0; at < size; at++) unit[at] = (unit[at] ?? 0) * inverse;
    return { rows, unit, inverse, slope: new Float32Array(size) };
  }

  /** Hands the slopes of unit vectors on to the rows they are made of, and goes one step down. */
  #descend(all: readonly Encoded[], rate: number): void {
    const size = this.#dimensions;
    const gradients = new Map<number, Float32Array>();
    for (const { rows, unit, inverse, slope } of all) {
      if (slope.every((value) => value === 0)) continue;
      const along = dot(slope, unit);
      for (const { row, weight } of rows) {
        let gradient = gradients.get(row);
        if (gradient === undefined) gradients.set(row, (gradient = new Float32Array(size)));
        for (let at = 0; at < size; at++) {
          gradient[at] =
            (gradient[at] ?? 0) + weight * inverse * ((slope[at] ?? 0) - along * (unit[at] ?? 0));
        }
      }
    }
    for (const [row, gradient] of gradients) {
      for (let at = 0; at < size; at++) {
        const place = row * size + at;
        const slope = gradient[at] ?? 0;
        const squares = (this.#squares[place] ?? 0) + slope * slope;
        this.#squares[place] = squares;
        this.#rows[place] = (this.#rows[place] ?? 0) - (rate * slope) / (Math.sqrt(squares) + 1e-8);
      }
    }
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function addTo(target: Float32Array, source: Float32Array, weight: number): void {
  for (let at = 0; at < target.length; at++)
    target[at] = (target[at] as number) + weight * (source[at] as number);
}
