/**
 * Weighs what speaks for and against a sentence: a linear model and, on top of it, small trees that learned what it does
 * not see. {@link import("./support-weights.ts")} holds what was learned.
 */
import { FINDINGS, type Finding } from "./findings.ts";
import type { UnsupportedReason } from "./entailment.ts";
import { SUPPORT_FEATURES } from "./support-features.ts";
import { SUPPORT_WEIGHTS } from "./support-weights.ts";

/** All nodes of one depth ask the same; the answers are the bits of a leaf's place, the first one the lowest. */
export interface SupportTree {
  splits: readonly { feature: number; above: number }[];
  leaves: readonly number[];
}

export interface SupportModel {
  bias: number;
  /** Of each feature: its mean, its spread and its weight. */
  linear: readonly (readonly [mean: number, spread: number, weight: number])[];
  trees: readonly SupportTree[];
}

/** A feature farther from its mean counts as this many spreads. */
const MAX_SPREADS = 4;

/** Log-odds that a sentence is not supported. */
export function doubtOf(features: readonly number[], { bias, linear, trees }: SupportModel): number {
  let doubt = bias;
  linear.forEach(([mean, spread, weight], at) => {
    const distance = ((features[at] ?? 0) - mean) / spread;
    doubt += weight * Math.max(-MAX_SPREADS, Math.min(MAX_SPREADS, distance));
  });
  for (const { splits, leaves } of trees) {
    let leaf = 0;
    splits.forEach(({ feature, above }, level) => {
      if ((features[feature] ?? 0) > above) leaf |= 1 << level;
    });
    doubt += leaves[leaf] ?? 0;
  }
  return doubt;
}

const KNOWN_SHARE = SUPPORT_FEATURES.indexOf("knownShare");
/** What shares less than this with all that was given speaks of something else. */
const OFF_TOPIC_SHARE = 0.2;

let learned: SupportModel | undefined;

/** Read when first needed. */
function learnedModel(): SupportModel {
  const { bias, linear, trees } = SUPPORT_WEIGHTS;
  const numbersOf = (line: string): number[] => line.split(" ").map(Number);
  learned ??= {
    bias,
    linear: linear
      .trim()
      .split("\n")
      .map((line) => numbersOf(line.trim().split(": ")[1] ?? "") as [number, number, number]),
    trees: trees
      .trim()
      .split("\n")
      .map((line) => {
        const [asked = "", leaves = ""] = line.trim().split(" : ");
        const splits = asked.split(" ").map((one) => {
          const [feature = 0, above = 0] = one.split(">").map(Number);
          return { feature, above };
        });
        return { splits, leaves: numbersOf(leaves) };
      }),
  };
  return learned;
}

/**
 * Log-odds below which a passage may be named as the source of what a model left uncited. Together with the share that
 * has to stand there: of the pairs of sites that were not learned from, 29 % of the true ones are given their source,
 * and 13 % of the false ones, most of which differ from a true one in a word.
 */
const MAX_SURE_DOUBT = -0.5;

/** Whether hardly anything speaks against a sentence. */
export function isBeyondDoubt(features: readonly number[]): boolean {
  return doubtOf(features, learnedModel()) <= MAX_SURE_DOUBT;
}

/** Why a sentence is to be marked; undefined where it is not. */
export function doubtReason(
  features: readonly number[],
  findings: ReadonlySet<Finding>,
): UnsupportedReason | undefined {
  const model = learnedModel();
  if (findings.has("unknownWords") && (features[KNOWN_SHARE] ?? 1) <= OFF_TOPIC_SHARE) return "unknown";
  const doubt = doubtOf(features, model);
  if (doubt <= SUPPORT_WEIGHTS.threshold) return undefined;
  const [first] = findings;
  if (first !== undefined) return FINDINGS[first];
  // Without a finding: what would lower the doubt most, were it as it mostly is.
  let reason: UnsupportedReason = "unknown";
  let least = doubt;
  for (const [name, pattern] of Object.entries(GROUPS) as [UnsupportedReason, RegExp][]) {
    const usual = features.map((value, at) =>
      pattern.test(SUPPORT_FEATURES[at] ?? "") ? (model.linear[at]?.[0] ?? value) : value,
    );
    const without = doubtOf(usual, model);
    if (without < least) [least, reason] = [without, name];
  }
  return reason;
}

/** Features of which each reason is told. */
const GROUPS: Partial<Record<UnsupportedReason, RegExp>> = {
  number: /amount|unheld|unreckoned|comparable/i,
  name: /^name|names|labels?$|^replaced|member/i,
  code: /code/i,
  opposite: /opposite|attribute|turned|valence/i,
  negation: /deni|_not$|_forbid$|^leads|^yes|^no/i,
  modality: /_must$|_may$|_optional$|_hedge$|demand/,
  scope: /_all$|_only$|_except$|_if$|^missing|exception/i,
  unknown: /unknown|share|cover|best|clause|within|across|gap|conflict|swap|pairs/i,
};
