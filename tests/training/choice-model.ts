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
  for (let at = 0; at < row.length; at++) score += (weights[at] ?? 0) * (row[at] ?? 0);
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
  const gradientOf = (weights: Float64Array): Float64Array => {
    const gradient = weights.map((weight, at) => 2 * priorStrength * (weight - (prior[at] ?? 0)));
    for (const { rows, right, weight } of usable) {
      const scores = rows.map((row) => scoreOf(row, weights));
      const highest = Math.max(...scores);
      const powers = scores.map((score, index) =>
        right[index] === undefined ? 0 : Math.exp(score - highest),
      );
      const sum = powers.reduce((all, power) => all + power, 0);
      const rightSum = powers.reduce((all, power, index) => (right[index] === true ? all + power : all), 0);
      rows.forEach((row, index) => {
        const power = powers[index] ?? 0;
        const slope = ((power / sum - (right[index] === true ? power / rightSum : 0)) * weight) / total;
        if (slope === 0) return;
        for (let at = 0; at < row.length; at++) gradient[at] = (gradient[at] ?? 0) + slope * (row[at] ?? 0);
      });
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
