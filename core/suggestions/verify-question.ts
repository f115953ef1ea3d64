/** Whether the corpus answers a question that is about to be suggested, by the same steps that will answer it. */
import { answerConfidence } from "../answer/judge/confidence.ts";
import { findPassages } from "../answer/find/find-passages.ts";
import type { Passage } from "../answer/generation-provider.ts";
import { rankSentences } from "../answer/select/rank-sentences.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Chunk } from "../corpus/format.ts";
import { describeChunk } from "../search/find-chunks.ts";
import type { QueryTerm } from "../search/retriever.ts";

/** What is offered has to be answered better than what is asked: 0 to 1. */
export const OFFERED_CONFIDENCE = 0.7;

/** A suggestion must find what it was made of among so many. */
const FOUND_AMONG = 3;
/** Passages that an answer is made of. */
const PASSAGES = 6;

/**
 * Asks a question as a visitor would.
 *
 * @param url of the page that the question was made of, without an anchor.
 * @returns the confidence (0 to 1) of the answer; undefined where the page is not among the first passages.
 */
export async function askedConfidence(
  corpus: Corpus,
  question: string,
  url: string,
): Promise<number | undefined> {
  const { passages, terms } = await findPassages(corpus, { question }, PASSAGES);
  const isFound = passages.slice(0, FOUND_AMONG).some(({ chunk }) => pageOf(chunk.url) === url);
  return isFound ? confidenceOf(corpus, question, passages, terms) : undefined;
}

/**
 * The same at the price of one lookup in the index, for a chunk that is at hand: no passage is read.
 *
 * @returns the confidence of an answer from this chunk; undefined where it is not among the first.
 */
export function lookedUpConfidence(
  corpus: Corpus,
  question: string,
  { ordinal, chunk }: { ordinal: number; chunk: Chunk },
): number | undefined {
  const { ranked, terms } = corpus.retriever.retrieve(question, { limit: FOUND_AMONG });
  if (!ranked.some((found) => found.ordinal === ordinal)) return undefined;
  const found = { chunk, ordinal, relativeScore: 1 };
  const passage: Passage = { ...found, source: { position: 1, ...describeChunk(found) } };
  return confidenceOf(corpus, question, [passage], terms);
}

function confidenceOf(
  { retriever }: Corpus,
  question: string,
  passages: readonly Passage[],
  terms: readonly QueryTerm[],
): number {
  const termsOf = retriever.terms;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  return answerConfidence({ terms, passages, sentences, termsOf });
}

/** The address of a page, without the section. */
export function pageOf(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
