import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import {
  areaUnderCurve,
  loadEvaluationSet,
  measureConfidence,
  measureExtraction,
  measureRanking,
  type Query,
} from "../retrieval/evaluation.ts";
import { hasCorpus, readJsonLines } from "../support/corpora.ts";
import type { Benchmark, BenchTable } from "./report.ts";

const SETS = [
  ["scifact", "en"],
  ["squad2-half", "en"],
  ["xquad-en", "en"],
  ["xquad-es", "es"],
] as const;

/** How well the index ranks, how often the quoted sentences hold the answer, and how well refusal tells apart. */
export const qualityBenchmark: Benchmark = {
  name: "quality",
  async run() {
    if (!hasCorpus("retrieval")) return [];
    return [await rankingTable(), await extractionTable(), await refusalTable()];
  },
};

async function rankingTable(): Promise<BenchTable> {
  const rows: BenchTable["rows"] = [];
  for (const [name, language] of SETS) {
    const { queries, ndcgAt10, recallAt5 } = measureRanking(await loadEvaluationSet(name, language));
    rows.push([name, language, queries, share(ndcgAt10), share(recallAt5)]);
  }
  return {
    title: "Ranking",
    note: "Public test sets, one chunk a document, no API. For comparison, Anserini publishes .679 on SciFact (flat BM25).",
    columns: ["set", "language", "questions", "nDCG@10", "recall@5"],
    rows,
  };
}

async function extractionTable(): Promise<BenchTable> {
  const { queries, hitAt } = await measureExtraction(await loadEvaluationSet("squad2-half"));
  return {
    title: "Extractive answers",
    note: "SQuAD 2.0, answerable questions: share whose best sentences hold a gold answer. Weights were set by hand with these figures in view, so this is no held-out result.",
    columns: ["questions", "1 sentence", "2 sentences", "3 sentences"],
    rows: [[queries, ...hitAt.map(share)]],
  };
}

async function refusalTable(): Promise<BenchTable> {
  const { corpus, queries } = await loadEvaluationSet("squad2-half");
  const own = await measureConfidence(corpus, texts(queries.filter(({ answers }) => answers !== undefined)));
  const adversarial = await measureConfidence(
    corpus,
    texts(queries.filter(({ unanswerable }) => unanswerable === true)),
  );
  const foreign = await measureConfidence(
    corpus,
    texts(readJsonLines<Query>("retrieval/scifact/queries.jsonl")),
  );
  const refused = (values: readonly number[]): string =>
    share(values.filter((value) => value < DEFAULT_CONFIDENCE_THRESHOLD).length / values.length);
  return {
    title: "Refusal",
    note: `Over the paragraphs of SQuAD 2.0, at the default threshold of ${DEFAULT_CONFIDENCE_THRESHOLD}. The adversarial questions reuse the words of their paragraph; no lexical signal tells them apart.`,
    columns: ["questions", "count", "refused", "AUROC against answerable"],
    rows: [
      ["answerable", own.length, refused(own), ""],
      ["of another domain (SciFact)", foreign.length, refused(foreign), share(areaUnderCurve(own, foreign))],
      ["adversarial", adversarial.length, refused(adversarial), share(areaUnderCurve(own, adversarial))],
    ],
  };
}

function texts(queries: readonly Query[]): string[] {
  return queries.map(({ text }) => text);
}

function share(value: number): string {
  return value.toFixed(3);
}
