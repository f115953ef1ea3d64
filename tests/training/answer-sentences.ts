/**
 * Fits the weights by which sentences are chosen, and writes them to `core/answer/select/sentence-weights.ts`:
 *
 *     node tests/training/answer-sentences.ts [--dry-run]
 *
 * A linear model of the choice among the sentences of one question (softmax over them). It starts from weights
 * set by hand and is held to them, so that what the questions do not tell (encyclopaedia articles have no
 * headings, code or lists) stays as it was set. Learned from: every second article of SQuAD 2.0's development
 * half, the same questions shortened to some of their words (people type keywords), every second article
 * of XQuAD in Spanish, and the questions about five public sites (`tests/training/fetch-documentation.ts` brings
 * them). Reported on the other articles and on the sites of `REPORT_SITES` but for C++.
 */
import { readAskedQuestion } from "../../core/answer/understand/asked-question.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import {
  describeSentences,
  FEATURE_NAMES,
  type FeatureName,
  type SentenceCandidate,
} from "../../core/answer/select/sentence-features.ts";
import { selectSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  openDocumentationSite,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import { type ArticleQuestion, holdsAnswer, openArticles, readArticles } from "./answer-data.ts";
import { createRandom } from "../support/seeded-random.ts";
import { HELD_WEIGHTS, PRIOR_WEIGHTS } from "./answer-prior.ts";
import { fitChoices, scoreOf, type Choice } from "./choice-model.ts";
import { writeWeights } from "./write-weights.ts";

const SOURCES = 6;
const FIT = {
  /** Chosen by the loss on a fifth of the training questions. */
  priorStrength: 0.002,
  steps: 400,
  learningRate: 0.03,
  isHeld: (index: number): boolean => HELD_WEIGHTS.has(FEATURE_NAMES[index] as FeatureName),
};
/** A question of documentation counts so much of one of an encyclopaedia: what marks its answer is often one word. */
const DOCUMENTATION_WEIGHT = 0.2;
const SHORTENED_WEIGHT = 0.5;
/** Share of the words that a shortened question keeps. */
const KEPT_SHARE = 0.65;

interface Example extends Choice {
  candidates: SentenceCandidate[];
  /** Whether the candidate holds the answer. */
  right: boolean[];
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
    examples.push({ candidates, rows: rowsOf(candidates), right, weight, termsOf: corpus.retriever.terms });
  }
  return examples;
}

function rowsOf(candidates: readonly SentenceCandidate[]): Float64Array[] {
  return candidates.map(({ features }) => features);
}

/** What is shown of a candidate: the code that a sentence leads to is shown with it. */
function quotedText({ sentence, passage }: SentenceCandidate): string {
  const next = passage.chunk.blocks[sentence.blockIndex + 1];
  return sentence.endsBlock && next?.kind === "code" ? `${sentence.text}\n${next.code}` : sentence.text;
}

async function documentationExamples(sites: readonly string[]): Promise<Example[]> {
  const examples: Example[] = [];
  for (const site of sites) {
    const corpus = await openDocumentationSite(site);
    for (const { question, answers } of readDocumentationQuestions(site)) {
      if (answers === undefined) continue;
      const candidates = await describe(corpus, question);
      // One sentence seldom holds all facts of a place; half of them make it a part of the answer.
      const right = candidates.map((candidate) => {
        const text = quotedText(candidate);
        return answers.some(
          ({ facts }) => facts.filter((fact) => holdsFacts(text, [fact])).length * 2 >= facts.length,
        );
      });
      const rows = rowsOf(candidates);
      examples.push({
        candidates,
        rows,
        right,
        weight: DOCUMENTATION_WEIGHT,
        termsOf: corpus.retriever.terms,
      });
    }
  }
  return examples;
}

/** How many of the best sentences it takes to hold the answer, from 1; none of three: 4. */
function hitsOf(examples: readonly Example[], weights: Float64Array): number[] {
  return examples.map(({ candidates, right, termsOf }) => {
    const ranked = candidates
      .map(({ sentence, features }, index) => ({
        ...sentence,
        score: scoreOf(features, weights),
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
async function setsOf(half: "training" | "report", sites: readonly string[]) {
  return {
    squad: await examplesOf(squadCorpus, questionsOf(squad, half), 1),
    shortened: await examplesOf(squadCorpus, questionsOf(squad, half), SHORTENED_WEIGHT, shorten),
    spanish: await examplesOf(spanishCorpus, questionsOf(spanish, half), 0.5),
    documentation: await documentationExamples(sites),
  };
}

const trainingSets = await setsOf("training", TRAINING_SITES);
const reportSets = await setsOf(
  "report",
  REPORT_SITES.filter((site) => site !== "cpp"),
);
const prior = Float64Array.from(FEATURE_NAMES, (name) => PRIOR_WEIGHTS[name]);
const weights = fitChoices(Object.values(trainingSets).flat(), prior, FIT);
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
const otherWeights = fitChoices(
  [...otherSquad, ...otherShortened, ...otherSpanish, ...trainingSets.documentation],
  prior,
  FIT,
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
writeWeights({
  file: "answer/select/sentence-weights.ts",
  about: [
    "Written by `tests/training/answer-sentences.ts`: do not edit. Learned from SQuAD 2.0 and XQuAD (CC BY-SA 4.0)",
    "and from questions of our own about public documentation; no text of them is kept.",
  ],
  source: [
    'import type { FeatureName } from "./sentence-features.ts";',
    "",
    "export const SENTENCE_WEIGHTS: Record<FeatureName, number> = {",
    ...lines,
    "};",
  ],
});
