/**
 * Measures on public test sets: a BEIR folder (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`) is built into a
 * corpus as the CLI would, opened as the Worker would, and asked through the same code.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerConfidence } from "../../core/answer/confidence.ts";
import { findPassages } from "../../core/answer/find-passages.ts";
import { rankSentences, selectSentences } from "../../core/answer/select-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { CORPORA_FOLDER, readJsonLines } from "../support/corpora.ts";
import { memorySource } from "../support/corpus.ts";

interface Document {
  id: string;
  title: string;
  text: string;
}

export interface Query {
  id: string;
  text: string;
  /** Texts of which one must stand in a right answer. */
  answers?: string[];
  unanswerable?: boolean;
}

export interface EvaluationSet {
  corpus: Corpus;
  /** By chunk ordinal. */
  documentIds: string[];
  queries: Query[];
  /** Query id → document id → grade. */
  judgments: Map<string, Map<string, number>>;
}

/** Loads a set of `retrieval/`; each document becomes one chunk of its own page. */
export async function loadEvaluationSet(name: string, language = "en"): Promise<EvaluationSet> {
  const documents = readJsonLines<Document>(`retrieval/${name}/corpus.jsonl`);
  const chunks = documents.map(({ title, text, id }, ordinal): Chunk => ({
    id: ordinal.toString(16).padStart(16, "0"),
    title,
    headingPath: [],
    url: `/${encodeURIComponent(id)}/`,
    language,
    blocks: [{ kind: "paragraph", text }],
  }));
  const corpus = await openCorpus(memorySource(await encodeCorpus({ site: name, language, chunks })));
  const judgments = new Map<string, Map<string, number>>();
  const lines = readFileSync(join(CORPORA_FOLDER, `retrieval/${name}/qrels.tsv`), "utf8")
    .trim()
    .split("\n");
  for (const line of lines) {
    const [query = "", document = "", grade = ""] = line.split("\t");
    if (!/^\d+$/.test(grade)) continue;
    judgments.set(query, (judgments.get(query) ?? new Map<string, number>()).set(document, Number(grade)));
  }
  return {
    corpus,
    documentIds: documents.map(({ id }) => id),
    queries: readJsonLines<Query>(`retrieval/${name}/queries.jsonl`),
    judgments,
  };
}

export interface RankingFigures {
  queries: number;
  ndcgAt10: number;
  recallAt5: number;
}

/** nDCG@10 with exponential gain (as BEIR and trec_eval have it for binary grades) and recall@5 over judged queries. */
export function measureRanking({ corpus, documentIds, queries, judgments }: EvaluationSet): RankingFigures {
  let ndcg = 0;
  let recall = 0;
  let judged = 0;
  for (const query of queries) {
    const grades = judgments.get(query.id);
    if (grades === undefined) continue;
    judged++;
    const ranked = corpus.retriever
      .retrieve(query.text, { limit: 10 })
      .ranked.map(({ ordinal }) => grades.get(documentIds[ordinal] ?? "") ?? 0);
    const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
    ndcg += discountedGain(ranked) / discountedGain(ideal);
    recall +=
      ranked.slice(0, 5).filter((grade) => grade > 0).length / ideal.filter((grade) => grade > 0).length;
  }
  return { queries: judged, ndcgAt10: ndcg / judged, recallAt5: recall / judged };
}

function discountedGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

export interface ExtractionFigures {
  queries: number;
  /** Share of answerable questions whose best 1, 2, 3 sentences hold a gold answer. */
  hitAt: [one: number, two: number, three: number];
}

/** Whether the best sentences hold the answer, over the answerable questions. */
export async function measureExtraction({ corpus, queries }: EvaluationSet): Promise<ExtractionFigures> {
  const answerable = queries.filter(({ answers }) => answers !== undefined);
  const hits: [number, number, number] = [0, 0, 0];
  for (const { text: question, answers = [] } of answerable) {
    const sentences = await bestSentences(corpus, question);
    const gold = answers.map(normalise);
    [1, 2, 3].forEach((count, index) => {
      const text = normalise(sentences.slice(0, count).join(" "));
      if (gold.some((answer) => text.includes(answer))) hits[index as 0 | 1 | 2]++;
    });
  }
  return { queries: answerable.length, hitAt: hits.map((hit) => hit / answerable.length) as typeof hits };
}

const SOURCES = 6;

async function bestSentences(corpus: Corpus, question: string): Promise<string[]> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const termsOf = corpus.retriever.terms;
  return selectSentences(rankSentences({ question, passages, terms, termsOf }), 3, termsOf).map(
    ({ text }) => text,
  );
}

/** Confidence of the corpus in each question: what refusal decides by. */
export async function measureConfidence(corpus: Corpus, questions: readonly string[]): Promise<number[]> {
  const confidences: number[] = [];
  for (const question of questions) {
    const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
    const termsOf = corpus.retriever.terms;
    const sentences = rankSentences({ question, passages, terms, termsOf });
    confidences.push(answerConfidence({ terms, passages, sentences, termsOf }));
  }
  return confidences;
}

/** Probability that a value of the first list exceeds one of the second; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let sum = 0;
  for (const positive of positives) {
    for (const negative of negatives) sum += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  }
  return sum / (positives.length * negatives.length);
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
