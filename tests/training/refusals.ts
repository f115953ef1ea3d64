/**
 * Learns the weights of core/answer/refusal/refusal-weights.ts on the part "tune" of tests/retrieval/refusals, and
 * reports how they do there, five-fold:
 *
 *     node tests/training/refusals.ts            reports
 *     node tests/training/refusals.ts --write    writes the weights too
 *
 * Answers are learned from twice: as they stand where they cite nothing, and, weighing less, without their citations;
 * the latter were written to look like refusals, and are the harder ones.
 */
import { readFileSync } from "node:fs";
import { REFUSAL_FEATURES, refusalFeatures } from "../../core/answer/refusal/refusal-features.ts";
import { patternsFor } from "../../core/answer/refusal/refusal-patterns.ts";
import { judgeStatements } from "../../core/answer/refusal/recognise-refusal.ts";
import { readRefusals } from "../retrieval/refusals/read-refusals.ts";
import { minimise } from "./minimise.ts";
import { writeWeights } from "./write-weights.ts";

interface Example {
  fold: number;
  features: number[];
  label: 0 | 1;
  weight: number;
  id: string;
}
const FOLDS = 5;
const PENALTY = 0.002;
const STEPS = 250;
const STRIPPED_WEIGHT = Number(process.env["SW"] ?? 0.6);

function exampleOf(id: string, text: string, question: string, label: 0 | 1, weight: number): Example[] {
  const patterns = patternsFor(text);
  const statements = judgeStatements(text, question, patterns);
  if (statements.some(({ role }) => role === "fact")) return [];
  const [words] = patterns;
  if (words === undefined || patterns.length > 1) {
    // Language unsure: as it will be read, by whichever table finds most.
    const all = patterns.map((one) => refusalFeatures(statements, question, one));
    const most = all.reduce((a, b) =>
      b.slice(0, 12).reduce((s, v) => s + v, 0) > a.slice(0, 12).reduce((s, v) => s + v, 0) ? b : a,
    );
    return [{ id, fold: foldOf(id), features: most, label, weight }];
  }
  return [{ id, fold: foldOf(id), features: refusalFeatures(statements, question, words), label, weight }];
}
/** Items of one number are translations of one another. */
function foldOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0) % FOLDS;
}

const examples: Example[] = readRefusals("tune").flatMap(({ id, kind, text, question }) => {
  if (kind === "refusal") return exampleOf(id, text, question, 1, 1);
  if (kind === "partial") return [];
  const bare = text.replace(/\s*\[\d{1,3}\]/g, "");
  return bare === text
    ? exampleOf(id, text, question, 0, 3)
    : exampleOf(id, bare, question, 0, STRIPPED_WEIGHT);
});
for (const file of process.argv.slice(2).filter((a) => a.startsWith("/"))) {
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .forEach((line, i) => {
      const answers = file.includes("answers");
      examples.push(
        ...exampleOf(
          `dev-${i}`,
          answers ? line.replace(/\s*\[\d\]/g, "") : line,
          "",
          answers ? 0 : 1,
          answers ? STRIPPED_WEIGHT : 0.7,
        ),
      );
    });
}

console.log(examples.length, performance.now());
function fit(of: readonly Example[]): number[] {
  const size = REFUSAL_FEATURES.length;
  const total = of.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...minimise(
      new Float64Array(size + 1),
      (parameters) => {
        const gradient = new Float64Array(size + 1);
        for (const { features, label, weight } of of) {
          const logit = logitOf(parameters, features);
          const slope = ((1 / (1 + Math.exp(-logit)) - label) * weight) / total;
          for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) + slope * (features[at] ?? 0);
          gradient[size] = (gradient[size] ?? 0) + slope;
        }
        for (let at = 0; at < size; at++)
          gradient[at] = (gradient[at] ?? 0) + 2 * PENALTY * (parameters[at] ?? 0);
        return gradient;
      },
      { steps: STEPS, learningRate: 0.1, isHeld: () => false },
    ),
  ];
}
function logitOf(parameters: ArrayLike<number>, features: readonly number[]): number {
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
for (const threshold of [-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5]) {
  const share = (label: 0 | 1, w: (e: Example) => boolean) => {
    const all = scored.filter((one) => one.label === label && w(one));
    const hit = all.filter(({ score }) => score >= threshold).length;
    return `${hit}/${all.length}`;
  };
  console.log(
    threshold,
    "refusals",
    share(1, () => true),
    "uncited answers",
    share(0, (e) => e.weight === 3),
    "stripped",
    share(0, (e) => e.weight !== 3),
  );
}
if (process.argv.includes("--show"))
  for (const e of scored)
    if (e.label === 1 ? e.score < 0 : e.weight === 3 && e.score > -1)
      console.log(
        e.label,
        e.id,
        e.score.toFixed(2),
        REFUSAL_FEATURES.filter((_, i) => e.features[i]).join(","),
      );
const parameters = fit(examples);
REFUSAL_FEATURES.forEach((name, at) => console.log(name.padEnd(24), (parameters[at] ?? 0).toFixed(2)));
console.log("bias", parameters.at(-1)?.toFixed(2));
if (process.argv.includes("--write"))
  writeWeights({
    file: "answer/refusal/refusal-weights.ts",
    about: ["Learned by `node tests/training/refusals.ts --write`; not written by hand."],
    source: [
      "export const REFUSAL_WEIGHTS = {",
      '  /** In the order of {@link import("./refusal-features.ts").REFUSAL_FEATURES}. */',
      "  weights: [",
      ...REFUSAL_FEATURES.map((name, at) => `    /* ${name} */ ${Number((parameters[at] ?? 0).toFixed(2))},`),
      "  ],",
      `  bias: ${Number((parameters.at(-1) ?? 0).toFixed(2))},`,
      "  /** Log-odds above which a text is a refusal. */",
      "  threshold: -1,",
      "  /** The same of one that cites what its denial stands beside: that alone speaks for a refusal. */",
      "  citedThreshold: -2.2,",
      "} as const;",
    ],
  });
