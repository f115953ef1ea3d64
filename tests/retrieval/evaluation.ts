/**
 * Measures on public test sets with the code of `assistant-chat eval`: a BEIR folder is built into a corpus as
 * the CLI would, opened as the Worker would, and asked through the same code.
 */
import { join } from "node:path";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { bestSentences, createCorpusTarget } from "../../corpus/evaluate/corpus-target.ts";
import { evaluateQuestions } from "../../corpus/evaluate/evaluate.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { bareQuestion, type EvaluationQuestion } from "../../corpus/evaluate/question.ts";
import { buildDocuments, documentAddress, type TestDocument } from "../../corpus/evaluate/read-documents.ts";
import { readEvaluationSet } from "../../corpus/evaluate/read-set.ts";
import { summarise, type Measures } from "../../corpus/evaluate/summary.ts";
import { holdsGoldAnswer } from "../../corpus/evaluate/text-match.ts";
import { CORPORA_FOLDER } from "../support/corpora.ts";

export interface TestSet {
  name: string;
  language: string;
  documents: TestDocument[];
  corpus: Corpus;
  questions: EvaluationQuestion[];
}

/** Loads a set of `retrieval/`; each document becomes one chunk of its own page. */
export async function loadTestSet(name: string, language = "en"): Promise<TestSet> {
  const { documents = [], questions } = await readEvaluationSet(name, {
    cwd: join(CORPORA_FOLDER, "retrieval"),
    qrels: undefined,
  });
  const corpus = await buildDocuments(documents, { site: name, language });
  return { name, language, documents, corpus, questions };
}

export function answerableOf({ questions }: Pick<TestSet, "questions">): EvaluationQuestion[] {
  return questions.filter(({ answers }) => answers.length > 0);
}

export function unanswerableOf({ questions }: Pick<TestSet, "questions">): EvaluationQuestion[] {
  return questions.filter(({ expectation }) => expectation === "refuse");
}

/** How well the search ranks, over the questions with judgments. */
export async function measureRanking(
  corpus: Corpus,
  questions: readonly EvaluationQuestion[],
): Promise<{ questions: number } & Measures> {
  const judged = questions
    .filter(({ relevant }) => relevant.length > 0)
    .map((question): EvaluationQuestion => ({ ...question, expectation: "ranking", answers: [] }));
  const results = await evaluateQuestions(judged, targetOf(corpus), { signal: new AbortController().signal });
  return { questions: judged.length, ...summarise(results).measures };
}

/** Share of the questions with gold answers whose best 1, 2, 3 sentences hold one. */
export async function measureExtraction(
  corpus: Corpus,
  questions: readonly EvaluationQuestion[],
): Promise<{ questions: number; hitAt: [one: number, two: number, three: number] }> {
  const hits: [number, number, number] = [0, 0, 0];
  for (const { text, answers } of questions) {
    const sentences = await bestSentences(corpus, text, hits.length);
    hits.forEach((_, index) => {
      if (holdsGoldAnswer(sentences.slice(0, index + 1).join(" "), answers)) hits[index as 0 | 1 | 2]++;
    });
  }
  return {
    questions: questions.length,
    hitAt: hits.map((hit) => hit / questions.length) as [number, number, number],
  };
}

export interface Confidences {
  values: number[];
  /** Share that was refused at the default threshold. */
  refused: number;
}

/** How sure the answers are, and how many are refusals. */
export async function measureConfidence(corpus: Corpus, questions: readonly string[]): Promise<Confidences> {
  const target = targetOf(corpus);
  const { signal } = new AbortController();
  const values: number[] = [];
  let refused = 0;
  for (const text of questions) {
    const answer = await target.ask(bareQuestion("question", text), signal);
    values.push(answer.confidence);
    if (answer.finishReason === "refused") refused++;
  }
  return { values, refused: refused / questions.length };
}

/** AUROC of confidence, for lists that are known not to be empty. */
export function separation(own: Confidences, foreign: Confidences): number {
  return areaUnderCurve(own.values, foreign.values) ?? Number.NaN;
}

/**
 * Questions about articles that the corpus lacks, against questions about those that it has: built from each half
 * of the articles in turn.
 */
export async function measureHeldOutRefusal(
  { documents, questions, name, language }: TestSet,
  keep: (question: string, index: number) => boolean = () => true,
): Promise<{ own: Confidences; heldOut: Confidences; auroc: number }[]> {
  const articles = [...new Set(documents.map(({ title }) => title))].sort();
  const articleOf = new Map(documents.map(({ id, title }) => [documentAddress(id), title]));
  const halves = [0, 1].map((half) => new Set(articles.filter((_, index) => index % 2 === half)));
  return Promise.all(
    halves.map(async (kept) => {
      const corpus = await buildDocuments(
        documents.filter(({ title }) => kept.has(title)),
        { site: name, language },
      );
      const isKept = ({ relevant }: EvaluationQuestion): boolean =>
        relevant.some(({ url }) => kept.has(articleOf.get(url) ?? ""));
      const answerable = answerableOf({ questions });
      const texts = (group: EvaluationQuestion[]): string[] => group.map(({ text }) => text).filter(keep);
      const own = await measureConfidence(corpus, texts(answerable.filter(isKept)));
      const heldOut = await measureConfidence(
        corpus,
        texts(answerable.filter((question) => !isKept(question))),
      );
      return { own, heldOut, auroc: separation(own, heldOut) };
    }),
  );
}

function targetOf(corpus: Corpus): ReturnType<typeof createCorpusTarget> {
  return createCorpusTarget(corpus, {
    kind: "documents",
    name: corpus.manifest.site,
    threshold: DEFAULT_CONFIDENCE_THRESHOLD,
    newId: () => "test-answer",
  });
}
