/**
 * Learns the weights of core/answer/refusal/refusal-weights.ts from the part "tune" of tests/retrieval/refusals and from
 * the further wordings there, and reports how they do, five-fold:
 *
 *     node tests/training/refusals.ts            reports
 *     node tests/training/refusals.ts --write    writes the weights too
 *
 * Answers are learned from as they stand where they cite nothing, and, weighing less, without their citations: those
 * were written to look like refusals, and are harder than what a model would leave uncited.
 */
import { refusalFeatures, REFUSAL_FEATURES } from "../../core/answer/refusal/refusal-features.ts";
import { patternsFor } from "../../core/answer/refusal/refusal-patterns.ts";
import { judgeStatements } from "../../core/answer/refusal/recognise-refusal.ts";
import {
  readLaterWordings,
  readRefusals,
  readWordings,
  type RefusalCase,
} from "../retrieval/refusals/read-refusals.ts";
import { minimise } from "./minimise.ts";
import { writeWeights } from "./write-weights.ts";

interface Example {
  /** Texts of one number are translations of one another, and are held out together. */
  fold: number;
  features: number[];
  isRefusal: boolean;
  isStripped: boolean;
  weight: number;
}

const FOLDS = 5;
const PENALTY = 0.002;
const STEPS = 250;
const LEARNING_RATE = 0.1;
/** Of an answer that cites nothing by itself: there are few. */
const UNCITED_WEIGHT = 3;
const STRIPPED_WEIGHT = 0.6;
const WORDING_WEIGHT = 0.7;

/** From the table that is printed: no answer that cites nothing is taken for a refusal. */
const THRESHOLD = -0.9;
/** Of a text that speaks of nothing but the pages and the assistant, or cites only what they are about. */
const LENIENT_THRESHOLD = -1.8;

/** The features that deny come first. */
const DENYING_FEATURES = 12;

const examples = [
  ...readRefusals("tune").flatMap((one) => examplesOf(one, one.kind === "refusal" ? 1 : UNCITED_WEIGHT)),
  ...[...readWordings(), ...readLaterWordings()].flatMap((one) => examplesOf(one, WORDING_WEIGHT)),
];

function examplesOf({ id, kind, text, question }: RefusalCase, weight: number): Example[] {
  if (kind === "partial") return [];
  const isRefusal = kind === "refusal";
  const bare = isRefusal ? text : text.replace(/\s*\[\d{1,3}\]/g, "");
  const patterns = patternsFor(bare);
  const statements = judgeStatements(bare, question, patterns);
  if (statements.some(({ role }) => role === "fact")) return [];
  // Where the language is not sure, the table counts that finds most.
  const [features = []] = patterns
    .map((words) => refusalFeatures(statements, question, words))
    .toSorted((a, b) => sum(b.slice(0, DENYING_FEATURES)) - sum(a.slice(0, DENYING_FEATURES)));
  const isStripped = bare !== text;
  const fold = Number(/\d+$/.exec(id)?.[0] ?? 0) % FOLDS;
  return [{ fold, features, isRefusal, isStripped, weight: isStripped ? STRIPPED_WEIGHT : weight }];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The weights and, behind them, the bias. */
function fit(of: readonly Example[]): Float64Array {
  const size = REFUSAL_FEATURES.length;
  const total = sum(of.map(({ weight }) => weight));
  const gradientOf = (parameters: Float64Array): Float64Array => {
    const gradient = new Float64Array(size + 1);
    for (const { features, isRefusal, weight } of of) {
      const slope =
        ((1 / (1 + Math.exp(-logitOf(parameters, features))) - Number(isRefusal)) * weight) / total;
      for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) + slope * (features[at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + slope;
    }
    for (let at = 0; at < size; at++)
      gradient[at] = (gradient[at] ?? 0) + 2 * PENALTY * (parameters[at] ?? 0);
    return gradient;
  };
  return minimise(new Float64Array(size + 1), gradientOf, { steps: STEPS, learningRate: LEARNING_RATE });
}

function logitOf(parameters: Float64Array, features: readonly number[]): number {
  let logit = parameters[features.length] ?? 0;
  for (let at = 0; at < features.length; at++) logit += (features[at] ?? 0) * (parameters[at] ?? 0);
  return logit;
}

const scored = Array.from({ length: FOLDS }, (_, fold) => {
  const parameters = fit(examples.filter((one) => one.fold !== fold));
  return examples
    .filter((one) => one.fold === fold)
    .map((one) => ({ ...one, score: logitOf(parameters, one.features) }));
}).flat();

console.log("log-odds  refusals  uncited answers  answers without their citations");
for (const threshold of [-2, -1.6, THRESHOLD, -0.8, -0.4, 0]) {
  const share = (holds: (example: Example) => boolean): string => {
    const all = scored.filter(holds);
    return `${all.filter(({ score }) => score >= threshold).length}/${all.length}`;
  };
  console.log(
    String(threshold).padEnd(8),
    share(({ isRefusal }) => isRefusal),
    share(({ isRefusal, isStripped }) => !isRefusal && !isStripped),
    share(({ isStripped }) => isStripped),
  );
}

const parameters = fit(examples);
const rounded = (value: number | undefined): number => Number((value ?? 0).toFixed(2));
const lines = REFUSAL_FEATURES.map((name, at) => `    /* ${name} */ ${rounded(parameters[at])},`);
console.log(lines.join("\n"));

if (process.argv.includes("--write"))
  writeWeights({
    file: "answer/refusal/refusal-weights.ts",
    about: [
      "Learned by `node tests/training/refusals.ts --write`; not written by hand.",
      "From made-up refusals and answers in seven languages (tests/retrieval/refusals).",
    ],
    source: [
      "export const REFUSAL_WEIGHTS = {",
      '  /** In the order of {@link import("./refusal-features.ts").REFUSAL_FEATURES}. */',
      "  weights: [",
      ...lines,
      "  ],",
      `  bias: ${rounded(parameters.at(-1))},`,
      "  /** Log-odds from which a text is a refusal. */",
      `  threshold: ${THRESHOLD},`,
      "  /** The same of one that speaks of nothing but the pages and the assistant, or cites only what they are about. */",
      `  lenientThreshold: ${LENIENT_THRESHOLD},`,
      "} as const;",
    ],
  });
