/**
 * Learns core/answer/refusal/refusal-weights.ts and statement-weights.ts from the texts of tests/retrieval/refusals, and
 * reports how they do on texts that were not learned from: of another writer, of another language, of another number.
 *
 *     node tests/training/refusals.ts            reports
 *     node tests/training/refusals.ts --write    writes the weights too
 */
import { STATEMENT_FEATURES } from "../../core/answer/refusal/statement-features.ts";
import { TEXT_FEATURES } from "../../core/answer/refusal/text-features.ts";
import { describeShares, heldOut, measureRefusals } from "../retrieval/refusals/measure-refusals.ts";
import { readAllRefusals } from "../retrieval/refusals/read-refusals.ts";
import { examplesOf, learnRefusals } from "./learn-refusals.ts";
import { writeWeights } from "./write-weights.ts";

const cases = readAllRefusals();
const isQuick = process.argv.includes("--quick");
for (const by of isQuick ? [] : (["writer", "number", "language"] as const)) {
  console.log(`\nheld out by ${by}`);
  for (const { name, shares } of heldOut(cases, by)) console.log(`${name}\n${describeShares(shares)}`);
}

const model = learnRefusals(examplesOf(cases));
console.log(`\nlearned from\n${describeShares(measureRefusals(cases, model))}`);

if (process.argv.includes("--write")) {
  const about = [
    "Learned by `node tests/training/refusals.ts --write`; not written by hand.",
    "From made-up refusals and answers in seven languages (tests/retrieval/refusals).",
  ];
  const named = (names: readonly string[], weights: ArrayLike<number>): string[] =>
    names.map((name, index) => `    /* ${name} */ ${weights[index]},`);
  writeWeights({
    file: "answer/refusal/refusal-weights.ts",
    about,
    source: [
      "export const REFUSAL_WEIGHTS = {",
      ...(["withFact", "withoutFact"] as const).flatMap((kind) => [
        `  ${kind}: {`,
        '    /** In the order of {@link import("./text-features.ts").TEXT_FEATURES}. */',
        "    weights: [",
        ...named(TEXT_FEATURES, model[kind].weights),
        "    ],",
        `    bias: ${model[kind].bias},`,
        "  },",
      ]),
      "} as const;",
    ],
  });
  const { weights, bias, runUnit, runWeights } = model.statement;
  writeWeights({
    file: "answer/refusal/statement-weights.ts",
    about,
    source: [
      "export const STATEMENT_WEIGHTS = {",
      '  /** In the order of {@link import("./statement-features.ts").STATEMENT_FEATURES}. */',
      "  weights: [",
      ...named(STATEMENT_FEATURES, weights),
      "  ],",
      `  bias: ${bias},`,
      `  runUnit: ${runUnit},`,
      "  /** Base64: a signed byte for each bucket. */",
      `  runs: "${Buffer.from(Int8Array.from(runWeights).buffer).toString("base64")}",`,
      "} as const;",
    ],
  });
}
