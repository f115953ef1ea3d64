/**
 * The plainest BM25, over title and text as one: what Anserini publishes figures for. It shares nothing with
 * the search of the product but the words of a text, so that a published figure can be met or missed by the
 * measures alone.
 */
import { ndcgAt } from "../../corpus/evaluate/metrics.ts";
import { documentAddress } from "../../corpus/evaluate/read-documents.ts";
import type { TestSet } from "./evaluation.ts";

/** Anserini's defaults. */
const K1 = 0.9;
const B = 0.4;
const DEPTH = 10;

/** Mean nDCG@10 of flat BM25 over the judged questions of a set. */
export function referenceNdcg({ documents, corpus, questions }: TestSet): number {
  const { terms } = corpus.retriever;
  const postings = new Map<string, Map<number, number>>();
  const lengths = documents.map(({ title, text }, ordinal) => {
    const words = terms(`${title}\n${text}`);
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1));
    }
    return words.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const judged = questions.filter(({ relevant }) => relevant.length > 0);
  const total = judged.reduce((sum, { text, relevant }) => {
    const scores = new Map<number, number>();
    for (const term of terms(text)) {
      const counts = postings.get(term);
      if (counts === undefined) continue;
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [ordinal, count] of counts) {
        const norm = K1 * (1 - B + (B * (lengths[ordinal] ?? 0)) / meanLength);
        scores.set(ordinal, (scores.get(ordinal) ?? 0) + (idf * count) / (count + norm));
      }
    }
    const grades = new Map(relevant.map(({ url, grade }) => [url, grade]));
    const ranked = [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, DEPTH)
      .map(([ordinal]) => grades.get(documentAddress(documents[ordinal]?.id ?? "")) ?? 0);
    return sum + ndcgAt(DEPTH, ranked, [...grades.values()]);
  }, 0);
  return total / judged.length;
}
