/** A question as the terms that are looked up for it. */
import type { Analyzer } from "../analyzer.ts";
import type { FillerWords } from "../filler-words.ts";
import { MAX_QUERY_TERMS, type QueryTerm } from "../retriever.ts";
import { inverseDocumentFrequency } from "./bm25f.ts";
import { matchJoins } from "./joined-words.ts";
import type { TermEntry } from "./dictionary.ts";
import type { PackedIndex } from "./open-packed-index.ts";

/**
 * What the parts of an identifier count besides the identifier, where the corpus has it: "JavaScript" is one
 * word of a question, not three. Chosen on one half of the documentation questions.
 */
const PART_WEIGHT_SHARE = 0.3;

/** Rare words count a little more against common ones than their inverse document frequency says. */
const RARITY_EXPONENT = 1.1;

export interface QuestionTerm extends QueryTerm {
  /** Where its postings lie; undefined where no chunk holds it. */
  entry: TermEntry | undefined;
  /** How often it stands in the question. */
  count: number;
}

/** The distinct terms of a question in order of first use, at most {@link MAX_QUERY_TERMS}. */
export function questionTerms(
  question: string,
  index: Pick<PackedIndex, "dictionary" | "chunkCount" | "pairs" | "forEachPosting">,
  analyzer: Analyzer,
  fillers: FillerWords,
): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  let isWholeKnown = false;
  for (const { term, word, isPart = false } of matchJoins(
    question,
    analyzer.analyze(question),
    index,
    analyzer,
  )) {
    const known = terms.get(term);
    if (known !== undefined) {
      known.count++;
      continue;
    }
    if (terms.size === MAX_QUERY_TERMS) continue;
    const entry = index.dictionary.find(term);
    if (!isPart) isWholeKnown = entry !== undefined;
    const share = isPart && isWholeKnown ? PART_WEIGHT_SHARE : 1;
    terms.set(term, {
      term,
      word,
      weight: share * termWeight(word, entry, index.chunkCount, fillers),
      known: entry !== undefined,
      entry,
      count: 1,
    });
  }
  return [...terms.values()];
}

/** What a term adds at most to the score of a chunk. @param count how often it stands in the question. */
export function scoringWeight(weight: number, count = 1): number {
  return weight ** RARITY_EXPONENT * count;
}

/** Inverse document frequency, less for filler words. */
export function termWeight(
  word: string,
  entry: TermEntry | undefined,
  chunkCount: number,
  fillers: FillerWords,
): number {
  const share = fillers.get(word.toLowerCase()) ?? 1;
  return share * inverseDocumentFrequency(chunkCount, entry?.chunkCount ?? 0);
}
