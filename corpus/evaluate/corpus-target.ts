import { answerQuestion } from "../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { rankSentences, selectSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { passageText } from "../../core/passage-text.ts";
import type { CandidateRanker } from "../../core/rerank/candidate-ranker.ts";
import { SERVICE_LIMITS } from "../../core/protocol.ts";
import { searchCorpus } from "../../core/search/search-corpus.ts";
import { collectAnswer } from "./collect-answer.ts";
import type { EvaluationQuestion } from "./question.ts";
import type { EvaluationTarget, GivenAnswer } from "./target.ts";

export interface CorpusTargetOptions {
  kind: "folder" | "documents";
  name: string;
  /** Confidence below which a question is refused, 0 to 1. */
  threshold: number;
  newId: () => string;
  /** Reranks what is found, where that is to be measured. */
  ranker?: CandidateRanker | undefined;
}

/** Where a document is one passage, the first ten are ten documents; a page may have many. */
const DOCUMENT_SEARCH_DEPTH = 10;

/** Passages that sentences are chosen from: as many as an answer has sources. */
const SENTENCE_PASSAGES = 6;

/** Asks a corpus on this computer, through the code that the Worker runs. */
export function createCorpusTarget(
  corpus: Corpus,
  { kind, name, threshold, newId, ranker }: CorpusTargetOptions,
): EvaluationTarget {
  const provider = createExtractiveProvider();
  let pages: Map<string, number[]> | undefined;
  const askWith = async (
    { text, history }: EvaluationQuestion,
    confidenceThreshold: number,
    signal: AbortSignal,
  ): Promise<GivenAnswer> =>
    collectAnswer(
      answerQuestion(
        { question: text, history: [...history], locale: corpus.manifest.language },
        { corpus, provider, confidenceThreshold, newId },
        { signal },
      ),
    );
  const search = async (
    query: string,
    signal: AbortSignal,
    reranker?: CandidateRanker,
  ): Promise<string[]> => {
    const limit = kind === "documents" ? DOCUMENT_SEARCH_DEPTH : SERVICE_LIMITS.searchMaxResults;
    const { results } = await searchCorpus(corpus, { query, limit, ranker: reranker, signal });
    return results.map(({ url }) => url);
  };
  return {
    kind,
    name,
    threshold,
    corpusVersion: () => corpus.manifest.corpusVersion,
    // It is this computer's work: more at once would not be faster.
    concurrency: 1,
    search: (query, signal) => search(query, signal),
    searchReranked: ranker && ((query, signal) => search(query, signal, ranker)),
    ask: (question, signal) => askWith(question, threshold, signal),
    askRegardless: (question, signal) => askWith(question, 0, signal),
    bestSentences: (question, limit) => bestSentences(corpus, question, limit),
    pages: () => [...(pages ??= chunksOfPages(corpus)).keys()],
    textOfPage: async (url) => {
      const chunks = await corpus.readChunks((pages ??= chunksOfPages(corpus)).get(url) ?? []);
      return chunks
        .map(({ title, headingPath, blocks }) => [title, ...headingPath, passageText(blocks)].join("\n"))
        .join("\n");
    },
  };
}

/** The sentences that the quoted answer is made of, best first. */
export async function bestSentences(corpus: Corpus, question: string, limit: number): Promise<string[]> {
  const { passages, terms } = await findPassages(corpus, { question }, SENTENCE_PASSAGES);
  const termsOf = corpus.retriever.terms;
  const ranked = rankSentences({ question, passages, terms, termsOf });
  return selectSentences(ranked, limit, termsOf).map(({ text }) => text);
}

/** Ordinals of the chunks of each page. */
function chunksOfPages(corpus: Corpus): Map<string, number[]> {
  const ordinals = new Map<string, number[]>();
  for (let ordinal = 0; ordinal < corpus.manifest.chunkCount; ordinal++) {
    const { url } = corpus.documentOf(ordinal);
    const known = ordinals.get(url);
    if (known === undefined) ordinals.set(url, [ordinal]);
    else known.push(ordinal);
  }
  return ordinals;
}
