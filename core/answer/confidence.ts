import { passageText } from "../passage-text.ts";
import type { QueryTerm } from "../search/retriever.ts";
import type { Passage } from "./generation-provider.ts";
import type { ScoredSentence } from "./select-sentences.ts";

export interface ConfidenceInput {
  terms: readonly QueryTerm[];
  passages: readonly Passage[];
  /** Ranked sentences of the passages, best first. */
  sentences: readonly ScoredSentence[];
  termsOf: (text: string) => string[];
}

/** Passages that are looked at: what the third one does not hold, the answer will not be built on. */
const CONSIDERED_PASSAGES = 3;

/** Sentences that are looked at for the densest one. */
const CONSIDERED_SENTENCES = 10;

/**
 * How sure retrieval is that the passages answer the question, 0 to 1: the share of the question's
 * information (idf mass) that the best passage holds, averaged with the share that the best single sentence
 * holds. A word that the corpus does not know counts in full against it. Raw BM25 scores are not used: they
 * are not comparable between questions.
 */
export function answerConfidence({ terms, passages, sentences, termsOf }: ConfidenceInput): number {
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (totalWeight === 0 || passages.length === 0) return 0;
  const share = (held: ReadonlySet<string>): number =>
    terms.reduce((sum, { term, weight }) => (held.has(term) ? sum + weight : sum), 0) / totalWeight;

  const passageShares = passages.slice(0, CONSIDERED_PASSAGES).map(({ chunk }) => {
    const text = [chunk.title, ...chunk.headingPath, passageText(chunk.blocks)].join("\n");
    return share(new Set(termsOf(text)));
  });
  const sentenceShares = sentences.slice(0, CONSIDERED_SENTENCES).map(({ coverage }) => coverage);
  const confidence = (Math.max(...passageShares) + Math.max(0, ...sentenceShares)) / 2;
  return Math.round(confidence * 1000) / 1000;
}
