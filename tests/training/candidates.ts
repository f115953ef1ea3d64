/**
 * Fits what the names and kinds of pages and sections count when the best chunks are ranked again, and how like the
 * question a chunk is by the encoder; to be run before all scripts that learn answers:
 *
 *     node tests/training/candidates.ts [--dry-run]            writes core/search/packed/encoded-candidate-weights.ts
 *     node tests/training/candidates.ts --words [--dry-run]    for corpora without an encoder: candidate-weights.ts
 *     --table=FILE    reports on another table than that of the package
 *
 * A linear model of the choice among the candidates of one question, in logarithms of the score. Learned from the
 * questions about nine public sites and the `EVERYDAY_SITES` (`tests/training/fetch-documentation.ts` brings them).
 * Reported: how often a right
 * chunk is among the first 1, 3, 6 and 20; each of those sites by weights that have not seen it, three more public
 * sites by those that are written. Words of the question that a page holds in all its chunks, lengths of addresses
 * and the share of nouns were tried too, without gain.
 */
import { readFile } from "node:fs/promises";
import { createStaticEncoder, type StaticEncoder } from "../../core/search/encoder/static-encoder.ts";
import { CANDIDATE_FEATURE_NAMES } from "../../core/search/packed/candidate-features.ts";
import { CANDIDATE_WEIGHTS } from "../../core/search/packed/candidate-weights.ts";
import { ENCODED_CANDIDATE_WEIGHTS } from "../../core/search/packed/encoded-candidate-weights.ts";
import {
  EVERYDAY_SITES,
  foldOf,
  readTableFor,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import {
  CANDIDATE_FIT,
  CANDIDATE_NAMES,
  CANDIDATE_PRIOR,
  candidateExamplesOf,
  type CandidateExample,
} from "./candidate-examples.ts";
import { fitChoices, placeOfRight } from "./choice-model.ts";
import { writeWeights } from "./write-weights.ts";

const DEPTHS = [1, 3, 6, 20];

function report(
  title: string,
  examples: readonly CandidateExample[],
  weightsOf: (site: string) => Float64Array,
): void {
  const hits = (weights: (site: string) => Float64Array): string => {
    const places = examples.map((example) => placeOfRight(example, weights(example.site)));
    return DEPTHS.map((depth) =>
      ((100 * places.filter((place) => place >= 0 && place < depth).length) / places.length).toFixed(1),
    ).join(" / ");
  };
  console.log(
    `${title} (${examples.length}): as it stands ${hits(() => current)}; learned ${hits(weightsOf)}`,
  );
}

const byWords = process.argv.includes("--words");
const table = process.argv.find((argument) => argument.startsWith("--table="))?.slice("--table=".length);
/** Each site by the table that has not seen it. */
const encoderFor = async (site: string): Promise<StaticEncoder | undefined> => {
  const bytes = byWords ? undefined : table === undefined ? await readTableFor(site) : await readFile(table);
  return bytes === undefined ? undefined : createStaticEncoder(bytes);
};
const written = byWords ? CANDIDATE_WEIGHTS : ENCODED_CANDIDATE_WEIGHTS;
const current = Float64Array.from(CANDIDATE_NAMES, (name) => (name === "score" ? 1 : written[name]));
const training: CandidateExample[] = [];
const LEARNED_SITES = [...TRAINING_SITES, ...EVERYDAY_SITES];
for (const site of LEARNED_SITES) training.push(...(await candidateExamplesOf(site, await encoderFor(site))));
const weights = fitChoices(training, CANDIDATE_PRIOR, CANDIDATE_FIT);
/** Sites are left out by quarters: one at a time takes half an hour. */
const QUARTERS = 4;
const crossed = new Map<string, Float64Array>();
for (let quarter = 0; quarter < QUARTERS; quarter++) {
  const left = new Set<string>(LEARNED_SITES.filter((_, at) => at % QUARTERS === quarter));
  const others = training.filter(({ site }) => !left.has(site));
  const fitted = fitChoices(others, CANDIDATE_PRIOR, CANDIDATE_FIT);
  for (const site of left) crossed.set(site, fitted);
}
const seen = (site: string): Float64Array => crossed.get(site) ?? weights;
for (const site of LEARNED_SITES)
  report(
    site,
    training.filter((example) => example.site === site),
    seen,
  );
report("all of these", training, seen);
report(
  "everyday",
  training.filter(({ site }) => foldOf(site) !== undefined),
  seen,
);
report(
  "in other words",
  training.filter(({ part }) => part !== "c"),
  seen,
);
report(
  "asked first",
  training.filter(({ part }) => part === "c"),
  seen,
);
for (const site of REPORT_SITES) {
  if (site !== "cpp") report(site, await candidateExamplesOf(site, await encoderFor(site)), () => weights);
}

// Scores stay what they are: all else counts against them.
const shareOf = (index: number): number => Number(((weights[index + 1] ?? 0) / (weights[0] ?? 1)).toFixed(3));
const lines = CANDIDATE_FEATURE_NAMES.map(
  (name, index) => `  ${name}: ${byWords && name === "similarity" ? 0 : shareOf(index)},`,
);
console.log(`score ${weights[0]?.toFixed(2)}\n${lines.join("\n")}`);
writeWeights({
  file: byWords ? "search/packed/candidate-weights.ts" : "search/packed/encoded-candidate-weights.ts",
  about: [
    `Written by \`tests/training/candidates.ts${byWords ? " --words" : ""}\`: do not edit. Learned from questions of our own about public`,
    "documentation; no text of it is kept.",
  ],
  source: [
    'import type { CandidateFeatureName } from "./candidate-features.ts";',
    "",
    `export const ${byWords ? "" : "ENCODED_"}CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {`,
    ...lines,
    "};",
  ],
});
