/**
 * Fits the weights by which sentences are chosen, and writes them to `core/answer/sentence-weights.ts`:
 *
 *     node tests/training/answer-sentences.ts [--dry-run]
 *
 * A linear model of the choice among the sentences of one question (softmax over them). It starts from weights
 * set by hand and is held to them, so that what the questions do not tell (encyclopaedia articles have no
 * headings, code or lists) stays as it was set. Learned from: every second article of SQuAD 2.0's development
 * half, the same questions shortened to some of their words (people type keywords), every second article
 * of XQuAD in Spanish, and the development half of the documentation questions. Reported on the others.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAskedQuestion } from "../../core/answer/asked-question.ts";
import { findPassages } from "../../core/answer/find-passages.ts";
import {
  describeSentences,
  FEATURE_NAMES,
  type FeatureName,
  type SentenceCandidate,
} from "../../core/answer/sentence-features.ts";
import { selectSentences } from "../../core/answer/select-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { holdsFacts, openDocumentation, readAnswerQuestions } from "../retrieval/answer-questions.ts";
import {
  type ArticleQuestion,
  createRandom,
  holdsAnswer,
  openArticles,
  readArticles,
} from "./answer-data.ts";
import { HELD_WEIGHTS, PRIOR_WEIGHTS } from "./answer-prior.ts";

const SOURCES = 6;
/** How strongly the weights are held to the prior; chosen by the loss on a fifth of the training questions. */
const PRIOR_STRENGTH = Number(process.env["STRENGTH"] ?? 0.002);
const STEPS = 400;
const LEARNING_RATE = 0.03;
/** A question of documentation is worth so many of an encyclopaedia: there are few, and they are what is asked. */
const DOCUMENTATION_WEIGHT = Number(process.env["DOCW"] ?? 8);
const SHORTENED_WEIGHT = 0.5;
/** Share of the words that a shortened question keeps. */
const KEPT_SHARE = 0.65;

interface Example {
  candidates: SentenceCandidate[];
  /** Whether the candidate holds the answer. */
  right: boolean[];
  weight: number;
  termsOf: (text: string) => string[];
}

async function describe(corpus: Corpus, question: string): Promise<SentenceCandidate[]> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  return describeSentences(readAskedQuestion({ question, terms, termsOf }), question, passages, termsOf);
}

async function examplesOf(
  corpus: Corpus,
  questions: readonly ArticleQuestion[],
  weight: number,
  rewrite: (text: string) => string = (text) => text,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { text, answers } of questions) {
    if (answers === undefined) continue;
    const candidates = await describe(corpus, rewrite(text));
    const right = candidates.map(({ sentence }) => holdsAnswer(sentence.text, answers));
    examples.push({ candidates, right, weight, termsOf: corpus.retriever.terms });
  }
  return examples;
}

/** What is shown of a candidate: the code that a sentence leads to is shown with it. */
function quotedText({ sentence, passage }: SentenceCandidate): string {
  const next = passage.chunk.blocks[sentence.blockIndex + 1];
  return sentence.endsBlock && next?.kind === "code" ? `${sentence.text}\n${next.code}` : sentence.text;
}

async function documentationExamples(split: string): Promise<Example[]> {
  const examples: Example[] = [];
  const questions = readAnswerQuestions().filter((question) => question.split === split && question.facts);
  for (const name of new Set(questions.map(({ corpus }) => corpus))) {
    const corpus = await openDocumentation(name);
    for (const { corpus: own, question, facts = [] } of questions) {
      if (own !== name) continue;
      const candidates = await describe(corpus, question);
      // One sentence seldom holds all facts of a list; half of them make it a part of the answer.
      const right = candidates.map((candidate) => {
        const text = quotedText(candidate);
        return facts.filter((fact) => holdsFacts(text, [fact])).length * 2 >= facts.length;
      });
      examples.push({ candidates, right, weight: DOCUMENTATION_WEIGHT, termsOf: corpus.retriever.terms });
    }
  }
  return examples;
}

function scoresOf(candidates: readonly SentenceCandidate[], weights: Float64Array): number[] {
  return candidates.map(({ features }) => {
    let score = 0;
    for (let index = 0; index < features.length; index++)
      score += (weights[index] ?? 0) * (features[index] ?? 0);
    return score;
  });
}

/** Adam over the mean negative log-probability that the first sentence holds the answer. */
function fit(examples: readonly Example[], prior: Float64Array): Float64Array {
  const usable = examples.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Float64Array.from(prior);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(weights.length);
    for (const { candidates, right, weight } of usable) {
      const scores = scoresOf(candidates, weights);
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const sum = powers.reduce((all, power) => all + power, 0);
      const rightSum = powers.reduce((all, power, index) => (right[index] === true ? all + power : all), 0);
      candidates.forEach(({ features }, index) => {
        const power = powers[index] ?? 0;
        const slope = ((power / sum - (right[index] === true ? power / rightSum : 0)) * weight) / total;
        for (let at = 0; at < features.length; at++)
          gradient[at] = (gradient[at] ?? 0) + slope * (features[at] ?? 0);
      });
    }
    for (let at = 0; at < weights.length; at++) {
      if (HELD_WEIGHTS.has(FEATURE_NAMES[at] as FeatureName)) continue;
      const slope = (gradient[at] ?? 0) + 2 * PRIOR_STRENGTH * ((weights[at] ?? 0) - (prior[at] ?? 0));
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const corrected = (mean[at] ?? 0) / (1 - 0.9 ** step);
      weights[at] =
        (weights[at] ?? 0) -
        (LEARNING_RATE * corrected) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** How many of the best sentences it takes to hold the answer, from 1; none of three: 4. */
function hitsOf(examples: readonly Example[], weights: Float64Array): number[] {
  return examples.map(({ candidates, right, termsOf }) => {
    const scores = scoresOf(candidates, weights);
    const ranked = candidates
      .map(({ sentence }, index) => ({
        ...sentence,
        score: scores[index] ?? 0,
        isRight: right[index] === true,
      }))
      .sort((a, b) => b.score - a.score);
    const at = selectSentences(ranked, 3, termsOf).findIndex(({ isRight }) => isRight);
    return at === -1 ? 4 : at + 1;
  });
}

function hitsAtOf(hits: readonly number[]): string {
  const shares = [1, 2, 3].map((count) => hits.filter((hit) => hit <= count).length / hits.length);
  return `${shares.map((share) => share.toFixed(3)).join(" / ")} (${hits.length} questions)`;
}

function hitsAt(examples: readonly Example[], weights: Float64Array): string {
  return hitsAtOf(hitsOf(examples, weights));
}

const squad = readArticles("squad2-half");
const squadCorpus = await openArticles(squad);
const spanish = readArticles("xquad-es");
const spanishCorpus = await openArticles(spanish, "es");
const questionsOf = (articles: typeof squad, split: string): ArticleQuestion[] =>
  articles.filter((article) => article.split === split).flatMap(({ questions }) => questions);
const random = createRandom(7);
const shorten = (text: string): string => {
  const words = text.split(" ").slice(1);
  return words.filter(() => random() < KEPT_SHARE).join(" ") || text;
};

/** The sets of one half of the articles. */
async function setsOf(half: "training" | "report", documentationSplit: string) {
  return {
    squad: await examplesOf(squadCorpus, questionsOf(squad, half), 1),
    shortened: await examplesOf(squadCorpus, questionsOf(squad, half), SHORTENED_WEIGHT, shorten),
    spanish: await examplesOf(spanishCorpus, questionsOf(spanish, half), 0.5),
    documentation: await documentationExamples(documentationSplit),
  };
}

const trainingSets = await setsOf("training", "development");
const reportSets = await setsOf("report", "held-out");
const prior = Float64Array.from(FEATURE_NAMES, (name) => PRIOR_WEIGHTS[name]);
const weights = fit(Object.values(trainingSets).flat(), prior);
for (const [kind, sets] of [
  ["trained on", trainingSets],
  ["reported on", reportSets],
] as const) {
  for (const [name, examples] of Object.entries(sets)) {
    console.log(`${kind} ${name}: by hand ${hitsAt(examples, prior)}, learned ${hitsAt(examples, weights)}`);
  }
}

// The other way round too, so that each article is reported on by weights that have not seen it.
const { squad: otherSquad, shortened: otherShortened, spanish: otherSpanish } = reportSets;
const otherWeights = fit(
  [...otherSquad, ...otherShortened, ...otherSpanish, ...trainingSets.documentation],
  prior,
);
const crossed = (name: "squad" | "shortened" | "spanish"): string =>
  hitsAtOf([...hitsOf(trainingSets[name], otherWeights), ...hitsOf(reportSets[name], weights)]);
console.log(
  `all articles, each by the weights of the other half: squad ${crossed("squad")}, shortened ${crossed("shortened")}, spanish ${crossed("spanish")}`,
);

const lines = FEATURE_NAMES.map(
  (name: FeatureName, index) => `  ${name}: ${Number((weights[index] ?? 0).toFixed(2))},`,
);
for (const line of lines)
  console.log(`${line} // ${PRIOR_WEIGHTS[line.trim().split(":")[0] as FeatureName]}`);
if (!process.argv.includes("--dry-run")) {
  writeFileSync(
    join(import.meta.dirname, "../../core/answer/sentence-weights.ts"),
    [
      "/**",
      " * Written by `tests/training/answer-sentences.ts`: do not edit. Learned from SQuAD 2.0 and XQuAD (CC BY-SA 4.0)",
      " * and from questions of our own about public documentation; no text of them is kept.",
      " */",
      'import type { FeatureName } from "./sentence-features.ts";',
      "",
      "export const SENTENCE_WEIGHTS: Record<FeatureName, number> = {",
      ...lines,
      "};",
      "",
    ].join("\n"),
  );
}
