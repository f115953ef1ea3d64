/**
 * Fits the confidence of an answer from pages with sections and writes it to
 * `core/answer/judge/documentation-confidence-weights.ts`; to be run after `answer-sections.ts`, since it judges what
 * that chooses:
 *
 *     node tests/training/documentation-confidence.ts [--dry-run]
 *
 * Learned from the questions about five public sites (`tests/training/fetch-documentation.ts` brings them) and
 * every second golden question of our own documentation. Reported, each of these sets, by a model that has not
 * seen it; and on the other golden questions and four more public sites but for C++.
 */
import { rankSections } from "../../core/answer/select/answer-sections.ts";
import { composeAnswer } from "../../core/answer/quote/compose-answer.ts";
import {
  answerConfidence,
  confidenceSignals,
  DOCUMENTATION_SIGNALS,
  type DocumentationSignal,
  sectionSignals,
} from "../../core/answer/judge/confidence.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { rankSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  answersQuestion,
  judgeSection,
  openDocumentationSite,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import { openOwnDocumentation, readGoldenQuestions } from "./answer-data.ts";
import { CONFIDENCE_PRIOR } from "./answer-prior.ts";
import {
  fitLogistic,
  printReliability,
  probabilityOf,
  weightLines,
  type Example,
  type LogisticModel,
  type WeightedExample,
} from "./logistic-model.ts";
import { writeWeights } from "./write-weights.ts";

const SOURCES = 6;

/** Of all questions so much of the weight have those that the pages do not answer. */
const FOREIGN_SHARE = 0.25;

/** Set by hand. */
const DOCUMENTATION_PRIOR: Record<DocumentationSignal, number> = {
  ...CONFIDENCE_PRIOR,
  passageCoverage: 2.4,
  sentenceCoverage: 1.5,
  chosenCoverage: 0.2,
  jointCoverage: 0,
  passageFrequency: 0,
  subjectInHeading: 0.2,
  pairs: 0.2,
  chosenScore: 0.2,
  sectionShare: 0.5,
  sectionScore: 2,
  pageShare: 0.5,
  sectionCoverage: 1,
  sectionSubject: 0.3,
  sectionHeading: 0.5,
  sectionPrecision: 0.5,
  sectionSubjectInHeading: 0.2,
  sectionSameType: 0.3,
  sectionEvidence: 0.1,
  sectionFirst: 0.2,
  evidenceMissing: -1.5,
};

interface DocumentationExample extends Example {
  set: string;
  isAnswerable: boolean;
}

/** What the question shows, and whether what is answered to it is right. */
async function exampleOf(
  corpus: Corpus,
  question: string,
  about: { set: string; isAnswerable: boolean },
  isRight: (answer: string, sections: ReturnType<typeof rankSections>) => boolean,
): Promise<DocumentationExample> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const input = { terms, passages, termsOf, sentences };
  const answer = composeAnswer({ question, history: [], passages, terms, termsOf, locale: "en" }).join(
    "\n\n",
  );
  const signals = confidenceSignals(input);
  return {
    ...about,
    signals:
      signals === undefined ? DOCUMENTATION_SIGNALS.map(() => 0) : [...signals, ...sectionSignals(input)],
    right: about.isAnswerable && isRight(answer, rankSections({ passages, sentences, termsOf })),
    confidence: answerConfidence(input),
  };
}

async function examplesOfSite(site: string): Promise<DocumentationExample[]> {
  const corpus = await openDocumentationSite(site);
  const examples: DocumentationExample[] = [];
  for (const { question, answers = [] } of readDocumentationQuestions(site)) {
    const about = { set: site, isAnswerable: answers.length > 0 };
    examples.push(
      await exampleOf(
        corpus,
        question,
        about,
        // A place that was not quoted to its end leads to the answer all the same.
        (text, [best]) =>
          answersQuestion(text, answers) || (best !== undefined && judgeSection(best, answers) === "right"),
      ),
    );
  }
  return examples;
}

async function goldenExamples(): Promise<DocumentationExample[]> {
  const corpus = await openOwnDocumentation();
  const examples: DocumentationExample[] = [];
  for (const { question, facts, split } of readGoldenQuestions()) {
    const about = { set: `golden ${split}`, isAnswerable: facts !== undefined };
    examples.push(await exampleOf(corpus, question, about, (text) => holdsFacts(text, facts)));
  }
  return examples;
}

function weigh(examples: readonly DocumentationExample[]): WeightedExample[] {
  const foreign = examples.filter(({ isAnswerable }) => !isAnswerable).length;
  const known = examples.length - foreign;
  const weight = (FOREIGN_SHARE * known) / ((1 - FOREIGN_SHARE) * foreign);
  return examples.map((example) => ({ example, weight: example.isAnswerable ? 1 : weight }));
}

const fit = (examples: readonly DocumentationExample[]): LogisticModel =>
  fitLogistic(weigh(examples), DOCUMENTATION_SIGNALS, DOCUMENTATION_PRIOR);

const BINS = 5;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

function report(
  title: string,
  examples: readonly DocumentationExample[],
  confidence: (example: DocumentationExample) => number,
): void {
  console.log(`\n${title}`);
  const area = (own: readonly DocumentationExample[]): string =>
    areaUnderCurve(
      own.filter(({ right }) => right).map(confidence),
      own.filter(({ right }) => !right).map(confidence),
    )?.toFixed(3) ?? "-";
  const sets = [...new Set(examples.map(({ set }) => set))];
  console.log(
    `  AUROC of right answers against all others: ${area(examples)}; ` +
      sets.map((set) => `${set} ${area(examples.filter((example) => example.set === set))}`).join(", "),
  );
  printReliability(weigh(examples), confidence as (example: Example) => number, BINS);
  for (const threshold of THRESHOLDS) {
    const given = examples.filter((example) => confidence(example) >= threshold);
    const rightGiven = given.filter(({ right }) => right).length;
    const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;
    console.log(
      `  from ${threshold}: answered ${share(given.length, examples.length)}, of which right ${share(rightGiven, given.length)}; ` +
        `right ones kept ${share(rightGiven, examples.filter(({ right }) => right).length)}, without an answer answered ` +
        share(
          given.filter(({ isAnswerable }) => !isAnswerable).length,
          examples.filter(({ isAnswerable }) => !isAnswerable).length,
        ),
    );
  }
}

const golden = await goldenExamples();
const training = golden.filter(({ set }) => set === "golden training");
for (const site of TRAINING_SITES) training.push(...(await examplesOfSite(site)));
const others = golden.filter(({ set }) => set === "golden report");
for (const site of REPORT_SITES) if (site !== "cpp") others.push(...(await examplesOfSite(site)));

const model = fit(training);
const crossed = new Map(
  [...new Set(training.map(({ set }) => set))].map((set) => [
    set,
    fit(training.filter((example) => example.set !== set)),
  ]),
);
DOCUMENTATION_SIGNALS.forEach((signal, index) =>
  console.log(`${signal} ${(model.weights[index] ?? 0).toFixed(2)} // ${DOCUMENTATION_PRIOR[signal]}`),
);
console.log(`bias ${model.bias.toFixed(2)}`);
report("learned from, each set by the others", training, (example) =>
  probabilityOf(crossed.get(example.set) ?? model, example),
);
report("reported on (as it stands)", others, ({ confidence }) => confidence);
report("reported on (fitted)", others, (example) => probabilityOf(model, example));

writeWeights({
  file: "answer/judge/documentation-confidence-weights.ts",
  about: [
    "Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about",
    "our own and public documentation; no text of them is kept.",
  ],
  source: [
    'import type { DocumentationSignal } from "./confidence.ts";',
    "",
    `export const DOCUMENTATION_BIAS = ${Number(model.bias.toFixed(2))};`,
    "",
    "export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {",
    ...weightLines(DOCUMENTATION_SIGNALS, model),
    "};",
  ],
});
