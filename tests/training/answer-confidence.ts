/**
 * Fits the confidence of an answer and writes it to `core/answer/judge/confidence-weights.ts`; to be run after
 * `answer-sentences.ts`, since it judges what that chooses:
 *
 *     node tests/training/answer-confidence.ts [--dry-run]
 *
 * This is the model of pages without sections; `documentation-confidence.ts` fits the other. Learned from every
 * second article of SQuAD 2.0's development half (each quarter of all articles asked over a corpus without the
 * other) and half of SciFact's claims; reported on the others: the questions of articles whose paragraphs the
 * corpus does not hold, of another domain, those made to look answerable, and the tables of calibration and of
 * the threshold.
 */
import {
  answerConfidence,
  CONFIDENCE_SIGNALS,
  type ConfidenceSignal,
  type ConfidenceInput,
  confidenceSignals,
} from "../../core/answer/judge/confidence.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { rankSentences, selectSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { openDocumentation } from "../retrieval/ask-documentation.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { readJsonLines } from "../support/corpora.ts";
import {
  type Article,
  type ArticleQuestion,
  holdsAnswer,
  openArticles,
  readArticles,
} from "./answer-data.ts";
import { CONFIDENCE_PRIOR } from "./answer-prior.ts";
import {
  fitLogistic,
  printReliability,
  probabilityOf,
  weightLines,
  type Example,
  type WeightedExample,
} from "./logistic-model.ts";
import { writeWeights } from "./write-weights.ts";

const SOURCES = 6;

/** Of all questions so much of the weight have those without an answer: of other articles, of another domain. */
const FOREIGN_WEIGHT = 0.25;

/** Kept as set: few questions show it. */
const HELD_SIGNAL: ConfidenceSignal = "subjectInPassing";

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

function weigh(sets: Sets): WeightedExample[] {
  const own = sets.own.length;
  const share = (examples: Example[], weight: number): WeightedExample[] =>
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
  printReliability(weigh(sets), confidence, BINS);
  for (const threshold of THRESHOLDS) {
    const refused = (examples: Example[]): string =>
      `${((100 * of(examples).filter((value) => value < threshold).length) / examples.length).toFixed(0)} %`;
    console.log(
      `  refused below ${threshold}: ${(Object.keys(sets) as (keyof Sets)[]).map((name) => `${name} ${refused(sets[name])}`).join(", ")}`,
    );
  }
}

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

const hono = await openDocumentation("hono");
const astro = await openDocumentation("astro-en");
const articles = readArticles("squad2-half");
const training = articles.filter(({ split }) => split === "training");
const others = articles.filter(({ split }) => split === "report");
const claims = readJsonLines<{ text: string }>("retrieval/scifact/queries.jsonl").map(({ text }) => text);

const trainingSets = await setsOf(training, [], {
  claims: everyOther(claims, 0),
  foreign: hono,
});
const reportSets = await setsOf(others, training, {
  claims: everyOther(claims, 1),
  foreign: astro,
});
const model = fitLogistic(
  weigh(trainingSets),
  CONFIDENCE_SIGNALS,
  CONFIDENCE_PRIOR,
  (signal) => signal === HELD_SIGNAL,
);
console.log(
  CONFIDENCE_SIGNALS.map((signal, index) => `${signal} ${(model.weights[index] ?? 0).toFixed(2)}`).join(", "),
);
console.log(`bias ${model.bias.toFixed(2)}`);
report("learned from (fitted)", trainingSets, (example) => probabilityOf(model, example));
report("reported on (as it stands)", reportSets, ({ confidence }) => confidence);
report("reported on (fitted)", reportSets, (example) => probabilityOf(model, example));

writeWeights({
  file: "answer/judge/confidence-weights.ts",
  about: [
    "Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0) and claims",
    "of SciFact (CC BY 4.0); no text of them is kept.",
  ],
  source: [
    'import type { ConfidenceSignal } from "./confidence.ts";',
    "",
    `export const CONFIDENCE_BIAS = ${Number(model.bias.toFixed(2))};`,
    "",
    "export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {",
    ...weightLines(CONFIDENCE_SIGNALS, model),
    "};",
  ],
});
