/** How the check does on sites that it has not learned from: each pair judged by a model that saw no pair of its site. */
import { doubtOf } from "../../core/answer/check/support-model.ts";
import { createRandom } from "../training/boosted-trees.ts";
import { trainSupport, type SupportExample } from "../training/support-model.ts";
import type { FeaturedPair } from "./groundedness-pairs.ts";

export interface DoubtedPair extends FeaturedPair {
  /** Log-odds that it is not supported. */
  doubt: number;
}

export interface FoldOptions {
  folds: number;
  trees: number;
  /** Learned from in every fold. */
  further?: readonly SupportExample[];
  /** Share of the other sites that is learned from: how much more pairs would help. Default: all. */
  share?: number;
}

export function doubtOutOfFold(
  pairs: readonly FeaturedPair[],
  { folds, trees, further = [], share = 1 }: FoldOptions,
): DoubtedPair[] {
  const random = createRandom(7);
  const sites = [...new Set(pairs.map(({ pair }) => pair.site))]
    .map((site) => [random(), site] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, site]) => site);
  const foldOf = new Map(sites.map((site, at) => [site, at % folds]));
  const isLearnedFrom = new Map(
    sites.map((site, at) => [site, (Math.floor(at / folds) * share) % 1 < share]),
  );
  return Array.from({ length: folds }, (_, fold) => {
    const learned = pairs.filter(
      ({ pair }) => foldOf.get(pair.site) !== fold && isLearnedFrom.get(pair.site) === true,
    );
    const model = trainSupport([...learned.map(toExample), ...further], { trees });
    return pairs
      .filter(({ pair }) => foldOf.get(pair.site) === fold)
      .map((one) => ({ ...one, doubt: doubtOf(one.features, model) }));
  }).flat();
}

export function toExample({ pair, features }: FeaturedPair): SupportExample {
  return { features, isTrue: pair.isTrue, weight: pair.part === "plain" ? PLAIN_WEIGHT : 1 };
}

/** Short sentences with one plain mistake: there are few of them here, and many in answers. */
const PLAIN_WEIGHT = 5;

/** The doubt above which a share of the true ones would be marked. */
export function thresholdAt(doubted: readonly DoubtedPair[], share: number): number {
  const doubts = doubted
    .filter(({ pair }) => pair.isTrue)
    .map(({ doubt }) => doubt)
    .toSorted((a, b) => b - a);
  return doubts[Math.floor(share * doubts.length)] ?? 0;
}
