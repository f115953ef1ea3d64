/**
 * What a visitor may ask next: questions made of the headings beside and near what was just answered, each
 * looked up in the index before it is shown, so that no suggestion ends in a refusal.
 */
import type { Passage } from "../answer/generation-provider.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { PASSAGES_PER_FILE, type Chunk } from "../corpus/format.ts";
import { baseLanguage } from "../language/base-language.ts";
import type { QueryTerm } from "../search/retriever.ts";
import { headingQuestion } from "./heading-question.ts";
import { isRepeated, repeatsOf } from "./is-repeated.ts";
import { lookedUpConfidence, OFFERED_CONFIDENCE } from "./verify-question.ts";
import { proseOf, wordCaseInText } from "./word-case.ts";

export interface FollowUpInput {
  corpus: Corpus;
  /** The question that was answered, standing alone. */
  question: string;
  /** What the answer was made of, best first. */
  passages: readonly Passage[];
  /** Positions that the answer cites: what they say was answered. Default the first one's. */
  citedPositions?: readonly number[];
  /** BCP 47 of the visitor; a heading in another language is not suggested. */
  locale: string;
  /** Answers below it (0 to 1) would be refused. */
  confidenceThreshold: number;
  /** Default {@link FOLLOW_UPS_PER_ANSWER}; more where some will be left out as {@link unaskedQuestions} says. */
  limit?: number;
}

/** More are a menu, and nobody reads them. */
export const FOLLOW_UPS_PER_ANSWER = 3;
/** Chunks around each of the best ones: the sections before and after. */
const NEIGHBOURS = [1, 2, -1, 3] as const;
/** Best chunks whose neighbours are looked at. */
const CENTRES = 3;
/** And that score so much of the best one's: the sections beside a poor one are about something else. */
const CENTRE_SHARE = 0.6;
/** Words that stand in every second chunk tell nothing. */
const TELLING_WEIGHT = 1;
/** Chunks near the question that may hold the next one. */
const NEAR = 12;
/** Each costs a lookup: with more the answer would wait for its suggestions. */
const MAX_LOOKED_UP = 5;

/**
 * Questions to go on with that the corpus answers; none where there are none. They depend on the question and not
 * on who asks it, so that they can be kept with its answer.
 */
export async function followUpQuestions({
  corpus,
  question,
  passages,
  citedPositions = passages.slice(0, 1).map(({ source }) => source.position),
  locale,
  confidenceThreshold,
  limit = FOLLOW_UPS_PER_ANSWER,
}: FollowUpInput): Promise<string[]> {
  if (passages.length === 0) return [];
  const answered = new Set(
    passages.filter(({ source }) => citedPositions.includes(source.position)).map(({ chunk }) => chunk.id),
  );
  const termsOf = corpus.retriever.terms;
  const chosen: string[] = [];
  let lookedUp = 0;
  const near = await nearChunks(corpus, question);
  const tellingTerms = new Set(
    near.terms.filter(({ weight }) => weight >= TELLING_WEIGHT).map(({ term }) => term),
  );
  const isCommonWord = wordCaseInText(near.chunks.map(({ chunk }) => proseOf(chunk.blocks)).join("\n"));
  for (const { ordinal, chunk, isBeside } of near.chunks) {
    if (chosen.length === limit || lookedUp === MAX_LOOKED_UP) break;
    if (answered.has(chunk.id) || baseLanguage(chunk.language) !== baseLanguage(locale)) continue;
    const heading = chunk.headingPath.at(-1);
    const made = headingQuestion({
      heading: heading ?? chunk.title,
      title: heading === undefined ? undefined : chunk.title,
      text: proseOf(chunk.blocks),
      isCommonWord,
      language: chunk.language,
    });
    if (made === undefined || isRepeated(made.question, [question, ...chosen], termsOf)) continue;
    // A section of another page is about something else, unless it shares a word that tells.
    if (!isBeside && !termsOf(made.question).some((term) => tellingTerms.has(term))) continue;
    lookedUp++;
    const confidence = lookedUpConfidence(corpus, made.question, { ordinal, chunk });
    if (confidence !== undefined && confidence >= Math.max(confidenceThreshold, OFFERED_CONFIDENCE))
      chosen.push(made.question);
  }
  return chosen;
}

/**
 * Those of some suggestions that a visitor has not asked in the conversation, as many as are shown.
 *
 * @param askedBefore the visitor's earlier questions.
 * @param termsOf index terms of any text: `retriever.terms`.
 */
export function unaskedQuestions(
  suggestions: readonly string[],
  askedBefore: readonly string[],
  termsOf: (text: string) => string[],
): string[] {
  const isAsked = repeatsOf(suggestions.length === 0 ? [] : askedBefore, termsOf);
  return suggestions.filter((suggestion) => !isAsked(suggestion)).slice(0, FOLLOW_UPS_PER_ANSWER);
}

/** Chunks beside and near the best ones for a question, nearest first; only of passage files that are open. */
async function nearChunks(
  corpus: Corpus,
  question: string,
): Promise<{ terms: QueryTerm[]; chunks: NearChunk[] }> {
  const { ranked, terms } = corpus.retriever.retrieve(question, { limit: NEAR });
  const best = ranked[0]?.score ?? 0;
  const centres = ranked
    .slice(0, CENTRES)
    .filter(({ score }) => score >= CENTRE_SHARE * best)
    .map(({ ordinal }) => ordinal);
  const open = new Set(ranked.slice(0, CENTRES * 2).map(({ ordinal }) => fileOf(ordinal)));
  const ordinals = new Set<number>();
  for (const centre of centres) {
    const page = corpus.documentOf(centre).url;
    for (const distance of NEIGHBOURS) {
      const ordinal = centre + distance;
      const exists = ordinal >= 0 && ordinal < corpus.manifest.chunkCount;
      if (exists && corpus.documentOf(ordinal).url === page) ordinals.add(ordinal);
    }
  }
  const beside = new Set(ordinals);
  for (const { ordinal } of ranked) ordinals.add(ordinal);
  const readable = [...ordinals].filter((ordinal) => open.has(fileOf(ordinal)));
  const chunks = await corpus.readChunks(readable);
  const near = chunks.map((chunk, index) => {
    const ordinal = readable[index] ?? 0;
    return { ordinal, chunk, isBeside: beside.has(ordinal) };
  });
  return { terms, chunks: near };
}

interface NearChunk {
  ordinal: number;
  chunk: Chunk;
  /** On a page that was found, next to what was found there. */
  isBeside: boolean;
}

function fileOf(ordinal: number): number {
  return Math.floor(ordinal / PASSAGES_PER_FILE);
}
