/**
 * Gradient boosting of symmetric trees for a yes or no (Friedman 2001; symmetric trees: Prokhorenkova et al. 2018): all
 * nodes of one depth ask the same, so that a tree of few numbers is learned from few examples.
 */

export interface BoostedExample {
  features: readonly number[];
  /** 1 for what is to be found. */
  label: 0 | 1;
  weight: number;
  /** Log-odds that another model gives it: the trees learn what that one does not see. */
  start?: number;
}

export interface SymmetricTree {
  /** Of each depth: a feature by its place, and the value above which the answer is yes. */
  splits: { feature: number; above: number }[];
  /** Log-odds; the answers are the bits of the place, the first one the lowest. */
  leaves: number[];
}

export interface BoostedModel {
  bias: number;
  trees: SymmetricTree[];
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  learningRate: number;
  /** Holds the leaves to 0. */
  penalty: number;
  /** Share of the examples and of the features that one tree is learned from. */
  exampleShare: number;
  featureShare: number;
  seed?: number;
}

const MAX_THRESHOLDS = 24;

export function boost(
  examples: readonly BoostedExample[],
  { trees, depth, learningRate, penalty, exampleShare, featureShare, seed = 1 }: BoostingOptions,
): BoostedModel {
  const random = createRandom(seed);
  const size = examples[0]?.features.length ?? 0;
  const thresholds = Array.from({ length: size }, (_, feature) => thresholdsOf(examples, feature));
  // Of each feature and example: how many thresholds it is above.
  const bins = thresholds.map((list, feature) =>
    Uint8Array.from(examples, ({ features }) => list.filter((one) => (features[feature] ?? 0) > one).length),
  );
  const positive = examples.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  const bias = Math.log((positive + 1) / (all - positive + 1));
  const hasStart = examples.some(({ start }) => start !== undefined);
  const logits = Float64Array.from(examples, ({ start }) => start ?? bias);
  const model: BoostedModel = { bias: hasStart ? 0 : bias, trees: [] };
  for (let round = 0; round < trees; round++) {
    const slopes = new Float64Array(examples.length);
    const curves = new Float64Array(examples.length);
    examples.forEach(({ label, weight }, at) => {
      if (random() > exampleShare) return;
      const probability = 1 / (1 + Math.exp(-(logits[at] ?? 0)));
      slopes[at] = weight * (label - probability);
      curves[at] = weight * probability * (1 - probability);
    });
    const features = Array.from({ length: size }, (_, at) => at).filter(
      (at) => (thresholds[at]?.length ?? 0) > 0 && random() < featureShare,
    );
    const leafOf = new Uint8Array(examples.length);
    const splits: SymmetricTree["splits"] = [];
    for (let level = 0; level < depth; level++) {
      const split = bestSplit(features, bins, thresholds, leafOf, 1 << level, slopes, curves, penalty);
      if (split === undefined) break;
      const { feature, bin } = split;
      splits.push({ feature, above: thresholds[feature]?.[bin] ?? 0 });
      const own = bins[feature];
      for (let at = 0; at < leafOf.length; at++)
        if ((own?.[at] ?? 0) > bin) leafOf[at] = (leafOf[at] ?? 0) | (1 << level);
    }
    const leaves = Array.from({ length: 1 << splits.length }, (_, leaf) => {
      let slope = 0;
      let curve = 0;
      for (let at = 0; at < leafOf.length; at++)
        if (leafOf[at] === leaf) {
          slope += slopes[at] ?? 0;
          curve += curves[at] ?? 0;
        }
      return (learningRate * slope) / (curve + penalty);
    });
    for (let at = 0; at < leafOf.length; at++)
      logits[at] = (logits[at] ?? 0) + (leaves[leafOf[at] ?? 0] ?? 0);
    model.trees.push({ splits, leaves });
  }
  return model;
}

/** The question that parts the examples best, summed over all leaves. */
function bestSplit(
  features: readonly number[],
  bins: readonly Uint8Array[],
  thresholds: readonly (readonly number[])[],
  leafOf: Uint8Array,
  leaves: number,
  slopes: Float64Array,
  curves: Float64Array,
  penalty: number,
): { feature: number; bin: number } | undefined {
  let best: { feature: number; bin: number } | undefined;
  let bestGain = 1e-9;
  for (const feature of features) {
    const own = bins[feature] as Uint8Array;
    const count = (thresholds[feature]?.length ?? 0) + 1;
    const slope = new Float64Array(leaves * count);
    const curve = new Float64Array(leaves * count);
    for (let at = 0; at < own.length; at++) {
      const place = (leafOf[at] ?? 0) * count + (own[at] ?? 0);
      slope[place] = (slope[place] ?? 0) + (slopes[at] ?? 0);
      curve[place] = (curve[place] ?? 0) + (curves[at] ?? 0);
    }
    const gains = new Float64Array(count - 1);
    for (let leaf = 0; leaf < leaves; leaf++) {
      let [slopeAll, curveAll] = [0, 0];
      for (let bin = 0; bin < count; bin++) {
        slopeAll += slope[leaf * count + bin] ?? 0;
        curveAll += curve[leaf * count + bin] ?? 0;
      }
      const before = slopeAll ** 2 / (curveAll + penalty);
      let [slopeBelow, curveBelow] = [0, 0];
      for (let bin = 0; bin < count - 1; bin++) {
        slopeBelow += slope[leaf * count + bin] ?? 0;
        curveBelow += curve[leaf * count + bin] ?? 0;
        gains[bin] =
          (gains[bin] ?? 0) +
          slopeBelow ** 2 / (curveBelow + penalty) +
          (slopeAll - slopeBelow) ** 2 / (curveAll - curveBelow + penalty) -
          before;
      }
    }
    for (let bin = 0; bin < count - 1; bin++)
      if ((gains[bin] ?? 0) > bestGain) {
        bestGain = gains[bin] ?? 0;
        best = { feature, bin };
      }
  }
  return best;
}

/** Values that part the examples into about equally many. */
function thresholdsOf(examples: readonly BoostedExample[], feature: number): number[] {
  const values = examples.map(({ features }) => features[feature] ?? 0).toSorted((a, b) => a - b);
  const distinct = [...new Set(values)];
  const between = (list: readonly number[]): number[] =>
    list.slice(1).map((value, at) => Number((((list[at] ?? 0) + value) / 2).toFixed(4)));
  if (distinct.length <= MAX_THRESHOLDS) return [...new Set(between(distinct))];
  const quantiles = Array.from(
    { length: MAX_THRESHOLDS },
    (_, at) => values[Math.floor(((at + 1) * values.length) / (MAX_THRESHOLDS + 1))] ?? 0,
  );
  return [...new Set(between([...new Set([values[0] ?? 0, ...quantiles])]))];
}

/** Deterministic numbers from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function logitOf({ bias, trees }: BoostedModel, features: readonly number[]): number {
  let logit = bias;
  for (const { splits, leaves } of trees) {
    let leaf = 0;
    splits.forEach(({ feature, above }, level) => {
      if ((features[feature] ?? 0) > above) leaf |= 1 << level;
    });
    logit += leaves[leaf] ?? 0;
  }
  return logit;
}
