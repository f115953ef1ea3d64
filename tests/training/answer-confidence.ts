/**
 * Fits the confidence of an answer and writes it to `core/answer/confidence-weights.ts`; to be run after
 * `answer-sentences.ts`, since it judges what that chooses:
 *
 *     node tests/training/answer-confidence.ts [--dry-run]
 *
 * Two models. That of pages without sections is learned from every second article of SQuAD 2.0's development
 * half (each quarter of all articles asked over a corpus without the other) and half of SciFact's claims; reported
 * on the others: the questions of articles whose paragraphs the corpus does not hold, of another domain, those
 * made to look answerable, and the tables of calibration and of the threshold. That of documentation is learned
 * from every second golden question of our own documentation and the development half of the questions about
 * public documentation, and reported on the others.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  answerConfidence,
  CONFIDENCE_SIGNALS,
  type ConfidenceSignal,
  type ConfidenceInput,
  confidenceSignals,
  DOCUMENTATION_SIGNALS,
  type DocumentationSignal,
  sectionSignals,
} from "../../core/answer/confidence.ts";
import { composeAnswer } from "../../core/answer/compose-answer.ts";
import { findPassages } from "../../core/answer/find-passages.ts";
import { rankSentences, selectSentences } from "../../core/answer/select-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { holdsFacts, openDocumentation, readAnswerQuestions } from "../retrieval/answer-questions.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { readJsonLines } from "../support/corpora.ts";
import {
  type Article,
  type ArticleQuestion,
  holdsAnswer,
  openArticles,
  openOwnDocumentation,
  readArticles,
  readGoldenQuestions,
  type Split,
} from "./answer-data.ts";

const SOURCES = 6;
const STEPS = 3000;
const LEARNING_RATE = 0.02;
/** How strongly the weights are held to those set by hand; signals overlap, and none may take it all. */
const PENALTY = 0.004;

/**
 * Set by hand, from what each signal means. Their signs are kept: more of the question held never makes an
 * answer less sure, and a word that nobody knows never more. An encyclopaedia's questions tell little of
 * rivals' names and of comparisons.
 */
const PRIOR: Record<ConfidenceSignal, number> = {
  passageCoverage: 3,
  sentenceCoverage: 3,
  chosenCoverage: 0.5,
  jointCoverage: 0.5,
  passageFrequency: 1,
  unknown: -1,
  unknownSubject: -2,
  subjectChosen: 0.5,
  subjectInHeading: 0.5,
  subjectInPassing: -0.6,
  largestGap: -1,
  pairs: 0.5,
  certainty: 0.5,
  chosenScore: 0.5,
  sideMissing: -2,
};
/** Of all questions so much of the weight have those without an answer: of other articles, of another domain. */
const FOREIGN_WEIGHT = 0.25;

/** The same of what is seen of sections besides, and where it differs. */
const DOCUMENTATION_PRIOR: Record<DocumentationSignal, number> = {
  ...PRIOR,
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
};

/** Kept as set: few questions show it. */
const HELD_SIGNAL: ConfidenceSignal = "subjectInPassing";

interface Example {
  signals: number[];
  /** Whether the best three sentences hold the answer. */
  right: boolean;
  confidence: number;
}

async function inputOf(corpus: Corpus, question: string): Promise<ConfidenceInput> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  return {
    terms,
    passages,
    termsOf,
    sentences: rankSentences({ question, passages, terms, termsOf }),
  };
}

async function examplesOf(
  corpus: Corpus,
  questions: readonly ArticleQuestion[],
  isForeign: boolean,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { text, answers } of questions) {
    const input = await inputOf(corpus, text);
    const best = selectSentences(input.sentences, 3, input.termsOf);
    const right =
      !isForeign &&
      answers !== undefined &&
      holdsAnswer(best.map((sentence) => sentence.text).join(" "), answers);
    const signals = confidenceSignals(input);
    if (signals !== undefined) examples.push({ signals, right, confidence: answerConfidence(input) });
    else examples.push({ signals: CONFIDENCE_SIGNALS.map(() => 0), right: false, confidence: 0 });
  }
  return examples;
}

const answerable = (articles: readonly Article[]): ArticleQuestion[] =>
  articles.flatMap(({ questions }) => questions.filter(({ answers }) => answers !== undefined));
const everyOther = <T>(values: readonly T[], start: 0 | 1): T[] =>
  values.filter((_, index) => index % 2 === start);

interface Sets {
  own: Example[];
  otherArticles: Example[];
  otherDomain: Example[];
  adversarial: Example[];
}

interface DocumentationExample extends Example {
  set: "golden" | "documentation";
  split: Split;
  isAnswerable: boolean;
}

/** Right is an answer that holds all that is expected of it. */
async function documentationExample(
  corpus: Corpus,
  { question, facts }: { question: string; facts?: (string | string[])[] | undefined },
  about: Pick<DocumentationExample, "set" | "split">,
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
    isAnswerable: facts !== undefined,
    signals:
      signals === undefined ? DOCUMENTATION_SIGNALS.map(() => 0) : [...signals, ...sectionSignals(input)],
    right: facts !== undefined && holdsFacts(answer, facts),
    confidence: answerConfidence(input),
  };
}

async function documentationExamples(): Promise<DocumentationExample[]> {
  const examples: DocumentationExample[] = [];
  const own = await openOwnDocumentation();
  for (const { split, ...question } of readGoldenQuestions()) {
    examples.push(await documentationExample(own, question, { set: "golden", split }));
  }
  for (const { corpus: name, split, ...question } of readAnswerQuestions()) {
    const corpus = documentationCorpora.get(name) as Corpus;
    const about = { set: "documentation", split: split === "development" ? "training" : "report" } as const;
    examples.push(await documentationExample(corpus, question, about));
  }
  return examples;
}

/** Asks the questions of some articles over corpora that hold theirs, or others but not theirs. */
async function setsOf(
  asked: readonly Article[],
  beside: readonly Article[],
  { claims, foreign }: { claims: string[]; foreign: Corpus },
): Promise<Sets> {
  const halves = [everyOther(asked, 0), everyOther(asked, 1)] as const;
  const corpora = [
    await openArticles([...beside, ...halves[0]]),
    await openArticles([...beside, ...halves[1]]),
  ];
  const whole = await openArticles([...beside, ...asked]);
  const over = async (index: 0 | 1, of: 0 | 1): Promise<Example[]> =>
    examplesOf(corpora[index] as Corpus, answerable(halves[of]), index !== of);
  return {
    own: [...(await over(0, 0)), ...(await over(1, 1))],
    otherArticles: [...(await over(0, 1)), ...(await over(1, 0))],
    otherDomain: [
      ...(await examplesOf(
        whole,
        claims.map((text) => ({ text })),
        true,
      )),
      ...(await examplesOf(foreign, everyOther(answerable(asked), 0), true)),
    ],
    adversarial: await examplesOf(
      whole,
      asked.flatMap(({ questions }) => questions.filter(({ answers }) => answers === undefined)),
      true,
    ),
  };
}

interface Model {
  bias: number;
  weights: number[];
}

/** Logistic regression by gradient descent with momentum. */
function fit<Signal extends string>(
  weighted: readonly { example: Example; weight: number }[],
  names: readonly Signal[],
  priorOf: Record<Signal, number>,
): Model {
  const size = names.length;
  const prior = names.map((signal) => priorOf[signal]);
  const parameters = Float64Array.from([...prior, -4]);
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(size + 1);
    for (const { example, weight } of weighted) {
      let logit = parameters[size] ?? 0;
      for (let at = 0; at < size; at++) logit += (parameters[at] ?? 0) * (example.signals[at] ?? 0);
      const slope = ((1 / (1 + Math.exp(-logit)) - Number(example.right)) * weight) / total;
      for (let at = 0; at < size; at++)
        gradient[at] = (gradient[at] ?? 0) + slope * (example.signals[at] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + slope;
    }
    for (let at = 0; at <= size; at++) {
      if (names[at] === HELD_SIGNAL) continue;
      const slope =
        (gradient[at] ?? 0) + (at < size ? 2 * PENALTY * ((parameters[at] ?? 0) - (prior[at] ?? 0)) : 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      parameters[at] =
        (parameters[at] ?? 0) -
        (LEARNING_RATE * ((mean[at] ?? 0) / (1 - 0.9 ** step))) /
          (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      if (at < size && (parameters[at] ?? 0) * (prior[at] ?? 0) < 0) parameters[at] = 0;
    }
  }
  return { weights: Array.from(parameters.subarray(0, size)), bias: parameters[size] ?? 0 };
}

function confidenceBy({ weights, bias }: Model, { signals }: Example): number {
  if (signals.every((signal) => signal === 0)) return 0;
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (signals[at] ?? 0), bias)));
}

function weigh(sets: Sets): { example: Example; weight: number }[] {
  const own = sets.own.length;
  const share = (examples: Example[], weight: number): { example: Example; weight: number }[] =>
    examples.map((example) => ({ example, weight: (weight * own) / examples.length }));
  return [
    ...share(sets.own, 1),
    ...share(sets.otherArticles, FOREIGN_WEIGHT),
    ...share(sets.otherDomain, FOREIGN_WEIGHT),
  ];
}

const BINS = 10;

function report(title: string, sets: Sets, confidence: (example: Example) => number): void {
  const of = (examples: Example[]): number[] => examples.map(confidence);
  console.log(`\n${title}`);
  for (const name of ["otherArticles", "otherDomain", "adversarial"] as const) {
    console.log(`  AUROC own against ${name}: ${areaUnderCurve(of(sets.own), of(sets[name]))?.toFixed(3)}`);
  }
  printReliability(weigh(sets), confidence);
  for (const threshold of THRESHOLDS) {
    const refused = (examples: Example[]): string =>
      `${((100 * of(examples).filter((value) => value < threshold).length) / examples.length).toFixed(0)} %`;
    console.log(
      `  refused below ${threshold}: ${(Object.keys(sets) as (keyof Sets)[]).map((name) => `${name} ${refused(sets[name])}`).join(", ")}`,
    );
  }
}

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

function printReliability(
  mixed: readonly { example: Example; weight: number }[],
  confidence: (example: Example) => number,
  binCount = BINS,
): void {
  const bins = Array.from({ length: binCount }, () => ({ weight: 0, confidence: 0, right: 0, count: 0 }));
  let total = 0;
  for (const { example, weight } of mixed) {
    const value = confidence(example);
    const bin = bins[Math.min(binCount - 1, Math.floor(value * binCount))];
    if (bin === undefined) continue;
    bin.weight += weight;
    bin.confidence += weight * value;
    bin.right += weight * Number(example.right);
    bin.count++;
    total += weight;
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right) / total, 0);
  console.log(`  calibration error ${error.toFixed(3)}`);
  bins.forEach((bin, index) => {
    if (bin.count === 0) return;
    console.log(
      `    ${(index / binCount).toFixed(1)}-${((index + 1) / binCount).toFixed(1)}  said ${(bin.confidence / bin.weight).toFixed(2)}  right ${(bin.right / bin.weight).toFixed(2)}  (${bin.count})`,
    );
  });
}

/** Few questions make few bins. */
const DOCUMENTATION_BINS = 5;

function reportDocumentation(
  title: string,
  examples: readonly DocumentationExample[],
  confidence: (example: Example) => number,
): void {
  console.log(`\n${title}`);
  for (const set of ["golden", "documentation"] as const) {
    const known = examples.filter((example) => example.set === set && example.isAnswerable);
    const unknown = examples.filter((example) => example.set === set && !example.isAnswerable);
    const below = (of: readonly Example[], threshold: number): number =>
      of.filter((example) => confidence(example) < threshold).length;
    console.log(
      `  ${set}: ${known.length} with an answer (${known.filter(({ right }) => right).length} right), ${unknown.length} without; AUROC ${areaUnderCurve(known.map(confidence), unknown.map(confidence))?.toFixed(3)}`,
    );
    for (const threshold of THRESHOLDS) {
      const right = known.filter((example) => example.right);
      console.log(
        `    below ${threshold}: ${below(known, threshold)} with an answer refused (${below(right, threshold)} of them right), ${unknown.length - below(unknown, threshold)} without answered`,
      );
    }
  }
  printReliability(
    examples.map((example) => ({ example, weight: 1 })),
    confidence,
    DOCUMENTATION_BINS,
  );
}

const documentationCorpora = new Map<string, Corpus>();
for (const name of ["hono", "vite", "astro-en"])
  documentationCorpora.set(name, await openDocumentation(name));
const articles = readArticles("squad2-half");
const training = articles.filter(({ split }) => split === "training");
const others = articles.filter(({ split }) => split === "report");
const claims = readJsonLines<{ text: string }>("retrieval/scifact/queries.jsonl").map(({ text }) => text);

const trainingSets = await setsOf(training, [], {
  claims: everyOther(claims, 0),
  foreign: documentationCorpora.get("hono") as Corpus,
});
const reportSets = await setsOf(others, training, {
  claims: everyOther(claims, 1),
  foreign: documentationCorpora.get("astro-en") as Corpus,
});
const model = fit(weigh(trainingSets), CONFIDENCE_SIGNALS, PRIOR);
const documentation = await documentationExamples();
const halfOf = (split: Split): DocumentationExample[] =>
  documentation.filter((example) => example.split === split);
const documentationModel = fit(
  halfOf("training").map((example) => ({ example, weight: 1 })),
  DOCUMENTATION_SIGNALS,
  DOCUMENTATION_PRIOR,
);
for (const [names, { weights, bias }] of [
  [CONFIDENCE_SIGNALS, model],
  [DOCUMENTATION_SIGNALS, documentationModel],
] as const) {
  console.log(names.map((signal, index) => `${signal} ${(weights[index] ?? 0).toFixed(2)}`).join(", "));
  console.log(`bias ${bias.toFixed(2)}`);
}
report("learned from (fitted)", trainingSets, (example) => confidenceBy(model, example));
report("reported on (as it stands)", reportSets, ({ confidence }) => confidence);
report("reported on (fitted)", reportSets, (example) => confidenceBy(model, example));
const byDocumentation = (example: Example): number => confidenceBy(documentationModel, example);
reportDocumentation("documentation learned from (fitted)", halfOf("training"), byDocumentation);
reportDocumentation(
  "documentation reported on (as it stands)",
  halfOf("report"),
  ({ confidence }) => confidence,
);
reportDocumentation("documentation reported on (fitted)", halfOf("report"), byDocumentation);

const linesOf = (names: readonly string[], weights: readonly number[]): string[] =>
  names.map((signal, index) => `  ${signal}: ${Number((weights[index] ?? 0).toFixed(2))},`);
if (!process.argv.includes("--dry-run")) {
  writeFileSync(
    join(import.meta.dirname, "../../core/answer/confidence-weights.ts"),
    [
      "/**",
      " * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims",
      " * of SciFact (CC BY 4.0) and questions of our own about documentation; no text of them is kept.",
      " */",
      'import type { ConfidenceSignal, DocumentationSignal } from "./confidence.ts";',
      "",
      `export const CONFIDENCE_BIAS = ${Number(model.bias.toFixed(2))};`,
      "",
      "export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {",
      ...linesOf(CONFIDENCE_SIGNALS, model.weights),
      "};",
      "",
      `export const DOCUMENTATION_BIAS = ${Number(documentationModel.bias.toFixed(2))};`,
      "",
      "export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {",
      ...linesOf(DOCUMENTATION_SIGNALS, documentationModel.weights),
      "};",
      "",
    ].join("\n"),
  );
}
