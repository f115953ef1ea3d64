/** Logistic regression over named signals, held to weights set by hand and to their signs. */
import { minimise } from "./minimise.ts";

/** One question and what became of it. */
export interface Example {
  signals: number[];
  /** Whether the answer is right. */
  right: boolean;
  /** As it stands before the fit. */
  confidence: number;
}

export interface WeightedExample {
  example: Example;
  weight: number;
}

export interface LogisticModel {
  bias: number;
  weights: number[];
}

const STEPS = 3000;
const LEARNING_RATE = 0.02;
/** How strongly the weights are held to those set by hand; signals overlap, and none may take it all. */
const PENALTY = 0.004;
const FIRST_BIAS = -4;

/** Signs are kept: a weight that would turn over is 0. */
export function fitLogistic<Signal extends string>(
  weighted: readonly WeightedExample[],
  names: readonly Signal[],
  priorOf: Record<Signal, number>,
  isHeld: (signal: Signal) => boolean = () => false,
): LogisticModel {
  const size = names.length;
  const prior = names.map((signal) => priorOf[signal]);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const gradientOf = (parameters: Float64Array): Float64Array => {
    const gradient = new Float64Array(size + 1);
    for (const { example, weight } of weighted) {
      const logit = logitOf(parameters, example.signals, prior);
      const slope = ((1 / (1 + Math.exp(-logit)) - Number(example.right)) * weight) / total;
      for (let at = 0; at < size; at++)
        gradient[at] = (gradient[at] ?? 0) + slope * (example.signals[at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + slope;
    }
    for (let at = 0; at < size; at++)
      gradient[at] = (gradient[at] ?? 0) + 2 * PENALTY * ((parameters[at] ?? 0) - (prior[at] ?? 0));
    return gradient;
  };
  const fitted = minimise(Float64Array.from([...prior, FIRST_BIAS]), gradientOf, {
    steps: STEPS,
    learningRate: LEARNING_RATE,
    isHeld: (index) => index < size && isHeld(names[index] as Signal),
  });
  return {
    weights: prior.map((value, at) => keepSign(fitted[at] ?? 0, value)),
    bias: fitted[size] ?? 0,
  };
}

function logitOf(parameters: Float64Array, signals: readonly number[], prior: readonly number[]): number {
  let logit = parameters[prior.length] ?? 0;
  for (let at = 0; at < prior.length; at++)
    logit += keepSign(parameters[at] ?? 0, prior[at] ?? 0) * (signals[at] ?? 0);
  return logit;
}

function keepSign(value: number, prior: number): number {
  return value * prior < 0 ? 0 : value;
}

export function probabilityOf({ weights, bias }: LogisticModel, { signals }: Example): number {
  if (signals.every((signal) => signal === 0)) return 0;
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (signals[at] ?? 0), bias)));
}

/** How often answers of each confidence are right. */
export function printReliability(
  examples: readonly WeightedExample[],
  confidence: (example: Example) => number,
  binCount: number,
): void {
  const bins = Array.from({ length: binCount }, () => ({ weight: 0, confidence: 0, right: 0, count: 0 }));
  let total = 0;
  for (const { example, weight } of examples) {
    const value = confidence(example);
    const bin = bins[Math.min(binCount - 1, Math.floor(value * binCount))];
    if (bin === undefined) continue;
    bin.weight += weight;
    bin.confidence += weight * value;
    bin.right += weight * Number(example.right);
    bin.count++;
    total += weight;
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right) / total, 0);
  console.log(`  calibration error ${error.toFixed(3)}`);
  bins.forEach((bin, index) => {
    if (bin.count === 0) return;
    console.log(
      `    ${(index / binCount).toFixed(1)}-${((index + 1) / binCount).toFixed(1)}  said ${(bin.confidence / bin.weight).toFixed(2)}  right ${(bin.right / bin.weight).toFixed(2)}  (${bin.count})`,
    );
  });
}

/** The record of weights as source, one a line. */
export function weightLines(names: readonly string[], { weights }: LogisticModel): string[] {
  return names.map((signal, index) => `  ${signal}: ${Number((weights[index] ?? 0).toFixed(2))},`);
}
