/**
 * Logistic regression of which no weight may have another sign than it should: a signal that says the contrary of what
 * it means, since others tell the same better, counts nothing. Held to 0 as far as signals vary (ridge).
 *
 * Newton's steps, each a least-squares problem with bounds, solved by coordinate descent; the problem is convex.
 */
import type { LogisticModel } from "./logistic-model.ts";

export interface TargetedExample {
  signals: readonly number[];
  /** How well it turned out, 0 to 1. */
  target: number;
  weight: number;
}

const NEWTON_STEPS = 30;
const SWEEPS = 60;
/** Where no weight moves further, it is fitted. */
const TOLERANCE = 1e-5;

/** @param ridge what a weight of 1 for a signal that varies by 1 costs, in examples. */
export function fitSignedLogistic(
  examples: readonly TargetedExample[],
  signs: readonly (1 | -1)[],
  ridge: number,
): LogisticModel {
  const size = signs.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const meanOf = (valueOf: (example: TargetedExample) => number): number =>
    examples.reduce((sum, example) => sum + example.weight * valueOf(example), 0) / total;
  const means = signs.map((_, at) => meanOf(({ signals }) => signals[at] ?? 0));
  const spreads = signs.map(
    (_, at) => Math.sqrt(meanOf(({ signals }) => ((signals[at] ?? 0) - (means[at] ?? 0)) ** 2)) || 1,
  );
  // The last column is the bias.
  const rows = examples.map(({ signals }) =>
    Float64Array.from({ length: size + 1 }, (_, at) =>
      at === size ? 1 : ((signals[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1),
    ),
  );
  const parameters = new Float64Array(size + 1);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { gradient, curvature } = slopesOf(rows, examples, parameters);
    for (let at = 0; at < size; at++) {
      gradient[at] = (gradient[at] ?? 0) + ridge * (parameters[at] ?? 0);
      const row = curvature[at] as Float64Array;
      row[at] = (row[at] ?? 0) + ridge;
    }
    const moved = descend(parameters, gradient, curvature, signs);
    if (moved < TOLERANCE) break;
  }
  const weights = signs.map((_, at) => (parameters[at] ?? 0) / (spreads[at] ?? 1));
  return {
    weights,
    bias: (parameters[size] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
  };
}

function slopesOf(
  rows: readonly Float64Array[],
  examples: readonly TargetedExample[],
  parameters: Float64Array,
): { gradient: Float64Array; curvature: Float64Array[] } {
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  rows.forEach((row, index) => {
    const { target = 0, weight = 0 } = examples[index] ?? {};
    let logit = 0;
    for (let at = 0; at < size; at++) logit += (parameters[at] as number) * (row[at] as number);
    const chance = 1 / (1 + Math.exp(-logit));
    const slope = weight * (chance - target);
    const curve = weight * chance * (1 - chance);
    for (let at = 0; at < size; at++) {
      const value = row[at] as number;
      gradient[at] = (gradient[at] as number) + slope * value;
      const line = curvature[at] as Float64Array;
      for (let other = 0; other <= at; other++)
        line[other] = (line[other] as number) + curve * value * (row[other] as number);
    }
  });
  for (let at = 0; at < size; at++)
    for (let other = 0; other < at; other++)
      (curvature[other] as Float64Array)[at] = (curvature[at] as Float64Array)[other] as number;
  return { gradient, curvature };
}

/** Moves the parameters to where the square is least that the slopes describe. Returns the furthest way of one. */
function descend(
  parameters: Float64Array,
  gradient: Float64Array,
  curvature: readonly Float64Array[],
  signs: readonly (1 | -1)[],
): number {
  const size = parameters.length;
  const start = Float64Array.from(parameters);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let at = 0; at < size; at++) {
      const line = curvature[at] as Float64Array;
      let slope = gradient[at] as number;
      for (let other = 0; other < size; other++)
        slope += (line[other] as number) * ((parameters[other] as number) - (start[other] as number));
      const wanted = (parameters[at] as number) - slope / Math.max(1e-9, line[at] as number);
      const sign = signs[at];
      parameters[at] = sign !== undefined && wanted * sign < 0 ? 0 : wanted;
    }
  }
  return parameters.reduce((most, value, at) => Math.max(most, Math.abs(value - (start[at] as number))), 0);
}
