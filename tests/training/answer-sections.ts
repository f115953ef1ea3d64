/**
 * Fits the weights by which sections are chosen; to be run after `answer-sentences.ts`, since the best sentence of a
 * section is one thing that is seen of it:
 *
 *     node tests/training/answer-sections.ts [--dry-run]            writes core/answer/select/encoded-section-weights.ts
 *     node tests/training/answer-sections.ts --words [--dry-run]    for corpora without an encoder: section-weights.ts
 *
 * A linear model of the choice among the sections found for one question, held to weights set by hand. Learned
 * from the questions about nine public sites and the `EVERYDAY_SITES` (`tests/training/fetch-documentation.ts`) and every
 * second golden question of our own documentation. Reported, each site of the five, by weights that have not seen
 * it; and on the other golden questions, and on four more public sites but for C++, by those that are written.
 * Boosted trees over the same, further features (frequency, proximity, the page's address) and the similarity of
 * words (GloVe) and of sentences (USE-lite) were tried on this data and chose no better beyond noise.
 */
import {
  rankSections,
  SECTION_FEATURE_NAMES,
  type AnswerSection,
} from "../../core/answer/select/answer-sections.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { ENCODED_SECTION_WEIGHTS } from "../../core/answer/select/encoded-section-weights.ts";
import { SECTION_WEIGHTS } from "../../core/answer/select/section-weights.ts";
import { rankSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { isExpectedAddress } from "../../corpus/evaluate/page-address.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  EVERYDAY_SITES,
  judgeSection,
  openDocumentationSite,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import { openOwnDocumentation, readGoldenQuestions, sectionText } from "./answer-data.ts";
import { SECTION_PRIOR } from "./answer-prior.ts";
import { fitChoices, placeOfRight, type Choice } from "./choice-model.ts";
import { writeWeights } from "./write-weights.ts";

const SOURCES = 6;
const byWords = process.argv.includes("--words");
const written = byWords ? SECTION_WEIGHTS : ENCODED_SECTION_WEIGHTS;
const FIT = { priorStrength: 0.01, steps: 600, learningRate: 0.03 };

/** Of corpora without an encoder nothing is learned of them. */
const LIKENESSES: ReadonlySet<string> = new Set(["similarity", "sentenceSimilarity", "pathSimilarity"]);

interface Example extends Choice {
  set: string;
}

async function exampleOf(
  corpus: Corpus,
  question: string,
  set: string,
  isRight: (section: AnswerSection) => boolean | undefined,
): Promise<Example> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const sections = rankSections({ passages, sentences, termsOf });
  return { set, weight: 1, rows: sections.map(({ features }) => features), right: sections.map(isRight) };
}

async function examplesOfSite(site: string): Promise<Example[]> {
  const corpus = await openDocumentationSite(site, { usesEncoder: !byWords });
  const examples: Example[] = [];
  for (const { question, answers } of readDocumentationQuestions(site)) {
    if (answers === undefined) continue;
    examples.push(
      await exampleOf(corpus, question, site, (section) => {
        const judgement = judgeSection(section, answers);
        return judgement === "elsewhere" ? undefined : judgement === "right";
      }),
    );
  }
  return examples;
}

async function goldenExamples(): Promise<Example[]> {
  const corpus = await openOwnDocumentation({ usesEncoder: !byWords });
  const examples: Example[] = [];
  for (const { question, urls = [], facts, split } of readGoldenQuestions()) {
    if (facts === undefined) continue;
    const isRight = (section: AnswerSection): boolean =>
      urls.some((url) => isExpectedAddress(url, section.passage.source.url)) &&
      holdsFacts(sectionText(section), facts);
    examples.push(await exampleOf(corpus, question, `golden ${split}`, isRight));
  }
  return examples;
}

/** How often the right section is among the first 1, 2, 3, and how often among those found at all. */
function hitsAt(examples: readonly Example[], weightsOf: (example: Example) => Float64Array): string {
  const places = examples.map((example) => placeOfRight(example, weightsOf(example)));
  const within = (count: number): string =>
    `${((100 * places.filter((place) => place >= 0 && place < count).length) / places.length).toFixed(1)}`;
  return `${[1, 2, 3].map(within).join(" / ")} of ${within(Infinity)}`;
}

const golden = await goldenExamples();
const training = golden.filter(({ set }) => set === "golden training");
for (const site of [...TRAINING_SITES, ...EVERYDAY_SITES]) training.push(...(await examplesOfSite(site)));
const report = golden.filter(({ set }) => set === "golden report");
for (const site of REPORT_SITES) if (site !== "cpp") report.push(...(await examplesOfSite(site)));

const prior = Float64Array.from(SECTION_FEATURE_NAMES, (name) => SECTION_PRIOR[name]);
const current = Float64Array.from(SECTION_FEATURE_NAMES, (name) => written[name]);
const weights = fitChoices(training, prior, FIT);
/** Sets are left out by quarters: one at a time takes half an hour. */
const QUARTERS = 4;
const crossed = new Map<string, Float64Array>();
const sets = [...new Set(training.map((example) => example.set))];
for (let quarter = 0; quarter < QUARTERS; quarter++) {
  const left = new Set(sets.filter((_, at) => at % QUARTERS === quarter));
  const others = training.filter(({ set }) => !left.has(set));
  const fitted = fitChoices(others, prior, FIT);
  for (const set of left) crossed.set(set, fitted);
}
for (const [title, examples] of [
  ["learned from", training],
  ["reported on", report],
] as const) {
  for (const set of [...new Set(examples.map((example) => example.set)), "all"]) {
    const own = examples.filter((example) => set === "all" || example.set === set);
    console.log(
      `${title} ${set}: by hand ${hitsAt(own, () => prior)}; as it stands ${hitsAt(own, () => current)}; learned ` +
        hitsAt(own, (example) => crossed.get(example.set) ?? weights),
    );
  }
}
const lines = SECTION_FEATURE_NAMES.map(
  (name, index) =>
    `  ${name}: ${byWords && LIKENESSES.has(name) ? 0 : Number((weights[index] ?? 0).toFixed(2))},`,
);
SECTION_FEATURE_NAMES.forEach((name, index) =>
  console.log(`${lines[index] ?? ""} // ${SECTION_PRIOR[name]}`),
);
writeWeights({
  file: byWords ? "answer/select/section-weights.ts" : "answer/select/encoded-section-weights.ts",
  about: [
    `Written by \`tests/training/answer-sections.ts${byWords ? " --words" : ""}\`: do not edit. Learned from questions of our own about our own`,
    "and public documentation; no text of them is kept.",
  ],
  source: [
    'import type { SectionFeatureName } from "./answer-sections.ts";',
    "",
    `export const ${byWords ? "" : "ENCODED_"}SECTION_WEIGHTS: Record<SectionFeatureName, number> = {`,
    ...lines,
    "};",
  ],
});
