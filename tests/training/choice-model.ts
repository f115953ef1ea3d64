/** A linear model of the choice among the candidates of one question: a softmax over them. */
import { minimise, type MinimiseOptions } from "./minimise.ts";

/** One question. */
export interface Choice {
  /** What is seen of each candidate. */
  rows: readonly Float64Array[];
  /** Of each candidate; one that may be right by chance is `undefined` and left out. */
  right: readonly (boolean | undefined)[];
  weight: number;
}

export interface FitChoicesOptions extends MinimiseOptions {
  /** How strongly the weights are held to the prior. */
  priorStrength: number;
}

export function scoreOf(row: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < row.length; at++) score += (weights[at] as number) * (row[at] as number);
  return score;
}

/** Weights of the least mean negative log-probability that the first candidate is right. */
export function fitChoices(
  choices: readonly Choice[],
  prior: Float64Array,
  { priorStrength, ...options }: FitChoicesOptions,
): Float64Array {
  const usable = choices.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  // What is left out is left out once, not in each of some hundred steps.
  const known = usable.map(({ rows, right, weight }) => {
    const places = rows.map((_, at) => at).filter((at) => right[at] !== undefined);
    return {
      rows: places.map((at) => rows[at] ?? new Float64Array()),
      right: places.map((at) => right[at] === true),
      weight,
      scores: new Float64Array(places.length),
    };
  });
  const gradientOf = (weights: Float64Array): Float64Array => {
    const gradient = weights.map((weight, at) => 2 * priorStrength * (weight - (prior[at] ?? 0)));
    for (const { rows, right, weight, scores } of known) {
      let highest = -Infinity;
      for (let index = 0; index < rows.length; index++) {
        const score = scoreOf(rows[index] as Float64Array, weights);
        scores[index] = score;
        if (score > highest) highest = score;
      }
      let sum = 0;
      let rightSum = 0;
      for (let index = 0; index < rows.length; index++) {
        const power = Math.exp((scores[index] as number) - highest);
        scores[index] = power;
        sum += power;
        if (right[index] === true) rightSum += power;
      }
      for (let index = 0; index < rows.length; index++) {
        const power = scores[index] as number;
        const slope = ((power / sum - (right[index] === true ? power / rightSum : 0)) * weight) / total;
        if (Math.abs(slope) < 1e-12) continue;
        const row = rows[index] as Float64Array;
        for (let at = 0; at < row.length; at++)
          gradient[at] = (gradient[at] as number) + slope * (row[at] as number);
      }
    }
    return gradient;
  };
  return minimise(prior, gradientOf, options);
}

/** Where the first right candidate stands among all by their scores, from 0; -1 where none is right. */
export function placeOfRight({ rows, right }: Choice, weights: Float64Array): number {
  return rows
    .map((row, index) => ({ score: scoreOf(row, weights), isRight: right[index] === true }))
    .sort((a, b) => b.score - a.score)
    .findIndex(({ isRight }) => isRight);
}
