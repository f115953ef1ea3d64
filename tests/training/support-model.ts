/** Learns the model of core/answer/check/support-model.ts: a linear one, and trees on what it leaves unexplained. */
import { doubtOf, type SupportModel } from "../../core/answer/check/support-model.ts";
import { boost, createRandom } from "./boosted-trees.ts";

export interface SupportExample {
  features: readonly number[];
  isTrue: boolean;
  weight: number;
}

export interface SupportTraining {
  trees: number;
  seed?: number;
}

const EPOCHS = 20;
const LEARNING_RATE = 0.03;
const PENALTY = 0.02;
const MIN_SPREAD = 0.02;
const BOOSTING = { depth: 4, learningRate: 0.06, penalty: 4, exampleShare: 0.8, featureShare: 0.5 };

export function trainSupport(
  examples: readonly SupportExample[],
  { trees, seed = 1 }: SupportTraining,
): SupportModel {
  const linear = trainLinear(examples, seed);
  const boosted = boost(
    examples.map(({ features, isTrue, weight }) => ({
      features,
      label: isTrue ? 0 : 1,
      weight,
      start: doubtOf(features, linear),
    })),
    { ...BOOSTING, trees, seed },
  );
  return { ...linear, trees: boosted.trees };
}

/** Logistic regression by AdaGrad (Duchi et al. 2011), one example at a time. */
function trainLinear(examples: readonly SupportExample[], seed: number): SupportModel {
  const size = examples[0]?.features.length ?? 0;
  const scales = Array.from({ length: size }, (_, at): [number, number] => {
    const values = examples.map(({ features }) => features[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return [mean, spread + MIN_SPREAD];
  });
  const scaled = examples.map(({ features }) =>
    Float64Array.from(scales, ([mean, spread], at) =>
      Math.max(-4, Math.min(4, ((features[at] ?? 0) - mean) / spread)),
    ),
  );
  const random = createRandom(seed);
  const order = examples
    .map((_, at) => [random(), at] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, at]) => at);
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const index of order) {
      const values = scaled[index] as Float64Array;
      const { isTrue, weight } = examples[index] as SupportExample;
      let logit = bias;
      for (let at = 0; at < size; at++) logit += (weights[at] ?? 0) * (values[at] ?? 0);
      const slope = (1 / (1 + Math.exp(-logit)) - Number(!isTrue)) * weight;
      bias -= 0.01 * slope;
      for (let at = 0; at < size; at++) {
        const step = slope * (values[at] ?? 0) + PENALTY * weight * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + step * step;
        weights[at] = (weights[at] ?? 0) - (LEARNING_RATE * step) / Math.sqrt(squares[at] ?? 1);
      }
    }
  return { bias, linear: scales.map(([mean, spread], at) => [mean, spread, weights[at] ?? 0]), trees: [] };
}
