/**
 * Learns core/answer/check/support-weights.ts from the hand-written pairs of tests/retrieval/groundedness and, weighing
 * less, from the sentences that are made by rule about half of the articles of SQuAD and XQuAD, and reports how it does
 * on sites that it has not learned from:
 *
 *     node tests/training/support.ts            reports
 *     node tests/training/support.ts --write    writes the weights too
 */
import { SUPPORT_FEATURES } from "../../core/answer/check/support-features.ts";
import { loadCases, featuredCases } from "../retrieval/groundedness-measure.ts";
import { isTrainingArticle } from "../retrieval/groundedness-cases.ts";
import { doubtOutOfFold, thresholdAt, toExample, type DoubtedPair } from "../retrieval/groundedness-folds.ts";
import { featuredPairs, pairFigures } from "../retrieval/groundedness-pairs.ts";
import { trainSupport } from "./support-model.ts";
import { writeWeights } from "./write-weights.ts";

const FOLDS = 8;
const TREES = 250;
/** Of a sentence made by rule: there are many, and they are of few kinds. */
const CASE_WEIGHT = 0.3;
/**
 * Of the true sentences of sites that were not learned from. .03 may be marked; but a careful model writes twenty true
 * sentences for a false one, and at .025 most of the marks in its answers were wrong.
 */
const MARKED_SHARE = 0.0125;

const pairs = await featuredPairs();
const cases = await featuredCases(loadCases().filter(({ article }) => isTrainingArticle(article)));
const further = cases.map(({ features, isTrue }) => ({ features, isTrue, weight: CASE_WEIGHT }));
console.log(`${pairs.length} pairs, ${further.length} sentences made by rule`);

const doubted = doubtOutOfFold(pairs, { folds: FOLDS, trees: TREES, further });
const threshold = thresholdAt(doubted, MARKED_SHARE);

function percent(part: number, all: number): string {
  return all === 0 ? "-" : `${((100 * part) / all).toFixed(1)} %`;
}

function table(title: string, keyOf: (one: DoubtedPair) => string): void {
  console.log(`\n${title.padEnd(24)} true marked        false caught`);
  const keys = [...new Set(doubted.map(keyOf))].toSorted();
  for (const key of keys) {
    const some = doubted.filter((one) => keyOf(one) === key);
    const { trueOnes, trueMarked, falseOnes, falseCaught } = pairFigures(
      some.map((one) => ({ ...one, isMarked: one.doubt > threshold })),
    );
    console.log(
      key.padEnd(24),
      `${trueMarked}/${trueOnes} ${percent(trueMarked, trueOnes)}`.padEnd(18),
      `${falseCaught}/${falseOnes} ${percent(falseCaught, falseOnes)}`,
    );
  }
}

table("all", () => "all");
table("by writer", ({ pair }) => pair.part);
table("by language", ({ pair }) => pair.language);
table("by kind", ({ pair }) => `${pair.isTrue ? "true" : "false"} ${pair.kind}`);

const falseOnes = doubted.filter(({ pair }) => !pair.isTrue);
for (const share of [0.01, 0.025, 0.05, 0.1, 0.2]) {
  const least = thresholdAt(doubted, share);
  const caught = falseOnes.filter(({ doubt }) => doubt > least).length;
  console.log(`marked ${100 * share} %: caught ${percent(caught, falseOnes.length)}`);
}
const byId = new Map(doubted.map((one) => [one.pair.id, one]));
const twins = falseOnes.flatMap((one) => {
  const other = byId.get(one.pair.twin ?? "");
  return other === undefined ? [] : [one.doubt > other.doubt];
});
console.log(
  `the false one of two twins is doubted more: ${percent(twins.filter(Boolean).length, twins.length)}`,
);

if (process.argv.includes("--curve"))
  for (const share of [0.25, 0.5, 1]) {
    const some = doubtOutOfFold(pairs, { folds: FOLDS, trees: TREES, further, share });
    const least = thresholdAt(some, MARKED_SHARE);
    const wrong = some.filter(({ pair }) => !pair.isTrue);
    console.log(
      `learned from ${100 * share} % of the sites: caught ${percent(wrong.filter(({ doubt }) => doubt > least).length, wrong.length)}`,
    );
  }

if (process.argv.includes("--write")) {
  const { bias, linear, trees } = trainSupport([...pairs.map(toExample), ...further], { trees: TREES });
  const short = (value: number): number => Number(value.toPrecision(4));
  writeWeights({
    file: "answer/check/support-weights.ts",
    about: [
      "Learned by `node tests/training/support.ts --write`; not written by hand.",
      `From ${pairs.length} sentences about passages, written by hand, true and false (tests/retrieval/groundedness), and`,
      `${further.length} made by rule from the training half of SQuAD 2.0 and XQuAD (CC BY-SA 4.0).`,
    ],
    source: [
      "export const SUPPORT_WEIGHTS = {",
      `  bias: ${short(bias)},`,
      "  /** Log-odds above which a sentence is marked. */",
      `  threshold: ${short(threshold)},`,
      "  /** Of each feature: its mean, its spread, its weight. */",
      "  linear: `",
      ...linear.map((values, at) => `${SUPPORT_FEATURES[at] ?? ""}: ${values.map(short).join(" ")}`),
      "`,",
      "  /** One tree a line: what is asked, each a feature and the value that it is above, and the leaves. */",
      "  trees: `",
      ...trees.map(
        ({ splits, leaves }) =>
          `${splits.map(({ feature, above }) => `${feature}>${short(above)}`).join(" ")} : ${leaves.map((leaf) => Number(leaf.toFixed(3))).join(" ")}`,
      ),
      "`,",
      "} as const;",
    ],
  });
}
