/**
 * Fits the confidence of an answer from pages with sections that are encoded, and writes it to
 * `core/answer/judge/encoded-confidence-weights.ts`; to be run last, since it judges what all others find and choose:
 *
 *     node tests/training/encoded-confidence.ts [--dry-run]
 *
 * Learned from the questions about 32 public sites (`tests/training/fetch-documentation.ts` brings them), those that the
 * sites only seem to answer among them, and every second golden question of our own documentation. Reported: each of these
 * sets by a model that has not seen it; and the other golden questions and twelve more sites, of which nothing was learned.
 *
 * The order is learned from how well a question fared: right, shown among others, answerable at all. What the confidence
 * then says is the chance that the answer is right, learned from the sites that nothing else was learned from: on those
 * whose sections the ranking was fitted to, more is right than a stranger's site will have.
 */
import { ENCODED_SIGNALS, liftMiddling, type EncodedSignal } from "../../core/answer/judge/confidence.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import {
  EVERYDAY_SITES,
  REPORT_SITES,
  TRAINING_SITES,
  UNSEEN_SITES,
} from "../retrieval/documentation-questions.ts";
import { examplesOfSite, goldenExamples, type ConfidenceExample } from "./confidence-examples.ts";
import {
  printReliability,
  probabilityOf,
  weightLines,
  type Example,
  type LogisticModel,
} from "./logistic-model.ts";
import { fitSignedLogistic, type TargetedExample } from "./signed-logistic.ts";
import { writeWeights } from "./write-weights.ts";

/** What it counts that an answer is right, that the place is shown, that there is one. */
const RIGHT_SHARE = 0.5;
const SHOWN_SHARE = 0.2;
const ANSWERABLE_SHARE = 0.3;

/** What those that a site only seems to answer weigh together, and those about another site, against those that it answers. */
const NEAR_WEIGHT = 0.3;
const FOREIGN_WEIGHT = 0.3;

/** A site counts like the square root of its questions: none may speak for all. */
const TYPICAL_QUESTIONS = 60;

const RIDGE = 10;

/** What speaks against an answer. All else speaks for one. */
const AGAINST: ReadonlySet<EncodedSignal> = new Set([
  "unknown",
  "unknownSubject",
  "subjectInPassing",
  "largestGap",
  "sideMissing",
  "evidenceMissing",
  "nameMissing",
  "nameUnknown",
  "missingMass",
  "missingWords",
  "missingShare",
  "mostlyMissing",
  "loneWord",
  "unknownMass",
  "unknownShare",
  "mostlyUnknown",
  "shortUnknown",
  "shortMissing",
  "lastPassage",
  "factApart",
  "durationUntold",
  "countUntold",
  "priceUntold",
  "personUntold",
  "countAsked",
  "priceAsked",
]);

/** What a whole site has or has not tells nothing of a question: many a site has a question for each heading. */
const LEFT_OUT: EncodedSignal = "sectionSameType";

const SIGNS = ENCODED_SIGNALS.map((signal): 1 | -1 => (AGAINST.has(signal) ? -1 : 1));

interface EncodedExample extends Omit<ConfidenceExample, "encoded"> {
  weight: number;
}

/** The examples of some sets with what is seen where chunks are encoded, each set weighed as above. */
function weigh(examples: readonly ConfidenceExample[]): EncodedExample[] {
  return [...Map.groupBy(examples, ({ set }) => set).values()].flatMap((own) => {
    const weightOf = (isOfKind: (example: ConfidenceExample) => boolean, share: number): number =>
      (share * answerable) / Math.max(1, own.filter(isOfKind).length);
    const answerable = own.filter(({ isAnswerable }) => isAnswerable).length;
    const ofSite = Math.sqrt(TYPICAL_QUESTIONS / Math.max(1, answerable));
    const ofNear = weightOf(({ isNear }) => isNear, NEAR_WEIGHT);
    const hasNear = own.some(({ isNear }) => isNear);
    const ofForeign = weightOf(
      ({ isNear, isAnswerable }) => !isNear && !isAnswerable,
      hasNear ? FOREIGN_WEIGHT : NEAR_WEIGHT + FOREIGN_WEIGHT,
    );
    return own.flatMap(({ encoded, ...example }) => {
      const weight = ofSite * (example.isAnswerable ? 1 : example.isNear ? ofNear : ofForeign);
      if (encoded === undefined) return [];
      const signals = encoded.map((value, at) => (ENCODED_SIGNALS[at] === LEFT_OUT ? 0 : value));
      return [{ ...example, signals, weight }];
    });
  });
}

const RANKED_SITES: ReadonlySet<string> = new Set([...TRAINING_SITES, "golden training"]);

function fit(examples: readonly EncodedExample[]): LogisticModel {
  const order = fitSignedLogistic(
    examples.map(({ signals, right, isShown, isAnswerable, weight }): TargetedExample => ({
      signals,
      target:
        RIGHT_SHARE * Number(right) + SHOWN_SHARE * Number(isShown) + ANSWERABLE_SHARE * Number(isAnswerable),
      weight,
    })),
    SIGNS,
    RIDGE,
  );
  const logit = ({ signals }: EncodedExample): number =>
    order.weights.reduce((sum, weight, at) => sum + weight * (signals[at] ?? 0), order.bias);
  const scale = fitSignedLogistic(
    examples
      .filter(({ set }) => !RANKED_SITES.has(set))
      .map((example) => ({
        signals: [logit(example)],
        target: Number(example.right),
        weight: example.weight,
      })),
    [1],
    0,
  );
  const [slope = 1] = scale.weights;
  return {
    weights: order.weights.map((weight) => weight * slope),
    bias: order.bias * slope + scale.bias,
  };
}

const BINS = 10;
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

function report(
  title: string,
  examples: readonly EncodedExample[],
  confidence: (example: EncodedExample) => number,
): void {
  const valuesOf = (holds: (example: EncodedExample) => boolean): number[] =>
    examples.filter(holds).map(confidence);
  const near = valuesOf(({ isNear }) => isNear);
  const other = valuesOf(({ isNear, isAnswerable }) => !isNear && !isAnswerable);
  const area = (own: readonly number[], against: readonly number[]): string =>
    areaUnderCurve(own, against)?.toFixed(3) ?? "-";
  const right = valuesOf((example) => example.right);
  const shown = valuesOf(({ isShown }) => isShown);
  const answerable = valuesOf(({ isAnswerable }) => isAnswerable);
  console.log(
    `\n${title} (${answerable.length} answerable, ${near.length} near, ${other.length} others without an answer)`,
  );
  for (const [name, against] of [
    ["near", near],
    ["others without an answer", other],
  ] as const) {
    console.log(
      `  AUROC against ${name}: right answers ${area(right, against)}, place shown ${area(shown, against)}, all answerable ${area(answerable, against)}`,
    );
  }
  console.log(
    `  AUROC of right answers against all else: ${area(
      right,
      valuesOf((example) => !example.right),
    )}`,
  );
  printReliability(
    examples.map((example) => ({ example, weight: example.weight })),
    confidence as (example: Example) => number,
    BINS,
  );
  const share = (values: readonly number[], threshold: number): string =>
    `${((100 * values.filter((value) => value >= threshold).length) / Math.max(1, values.length)).toFixed(0)} %`;
  for (const threshold of THRESHOLDS) {
    console.log(
      `  from ${threshold.toFixed(2)}: right ${share(right, threshold)}, place shown ${share(shown, threshold)}, answerable ${share(answerable, threshold)}; near ${share(near, threshold)}, others without ${share(other, threshold)}`,
    );
  }
}

const ALL_SITES = [...TRAINING_SITES, ...EVERYDAY_SITES, ...REPORT_SITES, ...UNSEEN_SITES];
const golden = await goldenExamples();
const learned = golden.filter(({ set }) => set === "golden training");
for (const site of [...TRAINING_SITES, ...EVERYDAY_SITES])
  learned.push(...(await examplesOfSite(site, ALL_SITES)));
const unlearned = golden.filter(({ set }) => set === "golden report");
for (const site of [...REPORT_SITES, ...UNSEEN_SITES]) {
  if (site !== "cpp") unlearned.push(...(await examplesOfSite(site, ALL_SITES)));
}
const training = weigh(learned);
const others = weigh(unlearned);

const model = fit(training);
const crossed = new Map(
  [...new Set(training.map(({ set }) => set))].map((set) => [
    set,
    fit(training.filter((example) => example.set !== set)),
  ]),
);
ENCODED_SIGNALS.forEach((signal, index) =>
  console.log(`${signal} ${(model.weights[index] ?? 0).toFixed(2)}`),
);
console.log(`bias ${model.bias.toFixed(2)}`);
const asItStands = ({ confidence }: EncodedExample): number => confidence;
const leftOut = (example: EncodedExample): number =>
  liftMiddling(probabilityOf(crossed.get(example.set) ?? model, example));
const fitted = (example: EncodedExample): number => liftMiddling(probabilityOf(model, example));
const further: ReadonlySet<string> = new Set(EVERYDAY_SITES);
for (const [name, confidence] of [
  ["as it stands", asItStands],
  ["each site by the others", leftOut],
] as const) {
  report(`learned from, all: ${name}`, training, confidence);
  report(
    `learned from, sites that the ranking has not seen: ${name}`,
    training.filter(({ set }) => further.has(set)),
    confidence,
  );
}
const ranked = (example: EncodedExample): boolean =>
  (REPORT_SITES as readonly string[]).includes(example.set);
for (const [name, confidence] of [
  ["as it stands", asItStands],
  ["fitted", fitted],
] as const) {
  report(
    `not learned from, unseen sites: ${name}`,
    others.filter(({ set }) => (UNSEEN_SITES as readonly string[]).includes(set)),
    confidence,
  );
  report(`not learned from, three sites of which much was seen: ${name}`, others.filter(ranked), confidence);
  report(
    `not learned from, golden questions: ${name}`,
    others.filter(({ set }) => set === "golden report"),
    confidence,
  );
}

writeWeights({
  file: "answer/judge/encoded-confidence-weights.ts",
  about: [
    "Written by `tests/training/encoded-confidence.ts`: do not edit. Learned from questions of our own about our own and",
    "public documentation; no text of them is kept.",
  ],
  source: [
    'import type { EncodedSignal } from "./confidence.ts";',
    "",
    `export const ENCODED_BIAS = ${Number(model.bias.toFixed(2))};`,
    "",
    "export const ENCODED_WEIGHTS: Record<EncodedSignal, number> = {",
    ...weightLines(ENCODED_SIGNALS, model),
    "};",
  ],
});
