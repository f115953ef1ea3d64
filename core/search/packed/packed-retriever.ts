/**
 * The {@link Retriever} over a packed index. All chunks are scored by BM25F; the best of them are then ranked
 * again by what costs too much for all: neighbouring words, latent semantics, titles and headings.
 */
import type { FillerWords } from "../filler-words.ts";
import type { Analyzer } from "../analyzer.ts";
import type { StaticEncoder } from "../encoder/static-encoder.ts";
import type { RankedChunk, Retrieval, Retriever, RetrieveOptions } from "../retriever.ts";
import { inverseDocumentFrequency } from "./bm25f.ts";
import { completeLastWord } from "./complete-word.ts";
import { correctWords } from "./correct-words.ts";
import { createDocumentFilter } from "./document-filter.ts";
import { createCommonTerms } from "./candidate-features.ts";
import { createIntroductions, type Introductions } from "./introductions.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import { paraphraseQuestion } from "./paraphrase-question.ts";
import { questionTerms, scoringWeight, type QuestionTerm } from "./question-terms.ts";
import { rerankCandidates, type RerankInput } from "./rerank-candidates.ts";
import { createPageKinds } from "./page-kind.ts";
import { createScoreBoard } from "./score-board.ts";
import { selectBest } from "./select-best.ts";

/** Chunks that are ranked again; what is further down is hardly ever moved to the top. */
const CANDIDATES = 100;

/** What the similarity to a question's embedding counts against all else, where there is one. */
const SIMILARITY_SHARE = 0.5;

export interface PackedRetrieverOptions {
  analyzer: Analyzer;
  /** {@link import("../filler-words.ts").fillerWords} */
  fillers: FillerWords;
  /** The one that the chunks were encoded by; default: questions are compared by words alone. */
  encoder?: StaticEncoder | undefined;
  /** {@link RerankInput} */
  observe?: RerankInput["observe"];
  /** {@link RerankInput} */
  weights?: RerankInput["weights"];
}

export function createPackedRetriever(
  index: PackedIndex,
  { analyzer, fillers, encoder, observe, weights }: PackedRetrieverOptions,
): Retriever {
  const board = createScoreBoard(index);
  const kindsFor = createPageKinds(index);
  const isCommon = createCommonTerms(index);
  const introductionsFor = createIntroductions(index);
  const usedEncoder = encoder?.dimensions === index.encoded?.dimensions ? encoder : undefined;
  const add = ({ entry, weight, count }: QuestionTerm, place: number): void => {
    if (entry !== undefined) board.add(entry, scoringWeight(weight, count), place);
  };

  const retrieve = (question: string, options: RetrieveOptions): Retrieval => {
    const asked = questionTerms(question, index, analyzer, fillers);
    asked.forEach(add);
    const { scores } = board;
    const typed =
      options.isLastWordOpen === true
        ? completeLastWord(question, { terms: asked, scores, index, analyzer })
        : { terms: asked, besides: [] };
    const { terms, corrections, guesses } = correctWords({
      terms: typed.terms,
      scores,
      index,
      analyzer,
      fillers,
    });
    terms.forEach((term, place) => {
      if (term !== undefined && term !== asked[place]) add(term, place);
    });

    const passes =
      options.filters === undefined ? undefined : createDocumentFilter(index, analyzer, options.filters);
    const passing = (): Uint32Array =>
      passes === undefined ? board.touched() : board.touched().filter(passes);
    let strongest = 0;
    for (const chunk of passing()) strongest = Math.max(strongest, scores[chunk] as number);
    const paraphrases = paraphraseQuestion(question, { asked, terms, index, analyzer });
    for (const { entry, weight, place } of [...typed.besides, ...guesses, ...paraphrases]) {
      board.addMissing(entry, scoringWeight(weight), place);
    }
    const matching = passing();
    const best = selectBest(matching, scores, CANDIDATES);
    const introductions: Introductions = options.prefersLeads === true ? introductionsFor(terms) : new Map();
    const known = new Set(best.map(({ ordinal }) => ordinal));
    for (const chunk of introductions.keys()) {
      const score = scores[chunk] as number;
      if (score > 0 && !known.has(chunk) && passes?.(chunk) !== false) best.push({ ordinal: chunk, score });
    }
    for (const chunk of similarChunks(options, index.chunkCount, passes)) {
      if (scores[chunk] === 0) best.push({ ordinal: chunk, score: 0 });
    }
    const questionVector = usedEncoder?.encodeQuestion(question);
    const ranked = rerankCandidates(best, {
      index,
      terms,
      paraphrases,
      holds: board.holds,
      prefersLeads: options.prefersLeads === true,
      isOfKind: kindsFor(question),
      isCommon,
      introductions,
      questionVector,
      observe,
      weights,
    });
    board.clear();
    const found = terms.filter((term) => term !== undefined);
    const synonymsAt = new Map<number, string[]>();
    for (const { term, place } of paraphrases)
      synonymsAt.set(place, [...(synonymsAt.get(place) ?? []), term]);
    const mass = found.reduce((sum, { weight, count }) => sum + scoringWeight(weight, count), 0);
    return {
      terms: terms.flatMap((found, place) => {
        if (found === undefined) return [];
        const { term, word, weight, known } = found;
        const synonyms = synonymsAt.get(place);
        return [{ term, word, weight, known, ...(synonyms !== undefined && { synonyms }) }];
      }),
      corrections,
      total: matching.length,
      strength: mass === 0 ? 0 : Math.min(1, strongest / mass),
      ranked: fuseSimilarities(ranked, options.similarities).slice(0, options.limit),
      ...(usedEncoder !== undefined &&
        questionVector !== undefined && {
          likenessOf: (...texts: readonly string[]) =>
            dot(questionVector, usedEncoder.encodePassage(...texts)),
          likestChunks: (count: number) => likestChunks(questionVector, count, passes),
        }),
    };
  };

  const likestChunks = (
    questionVector: Float32Array,
    count: number,
    passes: ((chunk: number) => boolean) | undefined,
  ): number[] => {
    const cosines = index.encoded?.cosines(questionVector) ?? new Float32Array();
    const all = Uint32Array.from(cosines, (_, chunk) => chunk);
    const passing = passes === undefined ? all : all.filter(passes);
    return selectBest(passing, cosines, count).map(({ ordinal }) => ordinal);
  };

  return {
    retrieve,
    terms: (text) => analyzer.analyze(text).map(({ term }) => term),
    weightOf: (term) =>
      inverseDocumentFrequency(index.chunkCount, index.dictionary.find(term)?.chunkCount ?? 0),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** The chunks nearest to a question's embedding, which may share no word with it. */
function similarChunks(
  { similarities }: RetrieveOptions,
  chunkCount: number,
  passes: ((chunk: number) => boolean) | undefined,
): number[] {
  if (similarities === undefined || similarities.length !== chunkCount) return [];
  const all = Uint32Array.from(similarities, (_, chunk) => chunk);
  const passing = passes === undefined ? all : all.filter(passes);
  return selectBest(passing, similarities, CANDIDATES).map(({ ordinal }) => ordinal);
}

/** Both as shares of their best, so that neither scale counts. */
function fuseSimilarities(
  ranked: readonly RankedChunk[],
  similarities: Float32Array | undefined,
): RankedChunk[] {
  if (similarities === undefined || ranked.length === 0) return [...ranked];
  const bestScore = ranked[0]?.score || 1;
  const similarityOf = (chunk: number): number => Math.max(0, similarities[chunk] ?? 0);
  const bestSimilarity = ranked.reduce((best, { ordinal }) => Math.max(best, similarityOf(ordinal)), 0) || 1;
  return ranked
    .map(({ ordinal, score }) => ({
      ordinal,
      score:
        (1 - SIMILARITY_SHARE) * (score / bestScore) +
        SIMILARITY_SHARE * (similarityOf(ordinal) / bestSimilarity),
    }))
    .sort(byScore);
}

/** Equals stay in the order of the pages. */
export function byScore(a: RankedChunk, b: RankedChunk): number {
  return b.score - a.score || a.ordinal - b.ordinal;
}
