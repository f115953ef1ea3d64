import type { Corpus } from "../corpus/corpus.ts";
import type { ChatRequest } from "../protocol.ts";
import { describeChunk, findChunks, type FoundChunk } from "../search/find-chunks.ts";
import type { Retrieval } from "../search/retriever.ts";
import { comparedTexts } from "./asked-question.ts";
import type { Passage } from "./generation-provider.ts";
import { questionType } from "./question-type.ts";

/** Passages of one page: steps often span sections, but one page is one view. */
const PASSAGES_PER_DOCUMENT = 3;

export interface PassageQuery extends Pick<ChatRequest, "question" | "filters"> {
  /** {@link import("../search/retriever.ts").RetrieveOptions} */
  similarities?: Float32Array | undefined;
}

export interface FoundPassages extends Omit<Retrieval, "ranked"> {
  passages: Passage[];
}

/** Retrieves the passages of an answer, numbered from 1 in the order of their rank. */
export async function findPassages(
  corpus: Corpus,
  { question, filters, similarities }: PassageQuery,
  limit: number,
): Promise<FoundPassages> {
  const { found, ...retrieval } = await findChunks(corpus, question, {
    limit,
    perDocument: PASSAGES_PER_DOCUMENT,
    filters,
    similarities,
    prefersLeads: questionType(question) === "definition",
  });
  const all = await withSides(corpus, found, { question, filters, limit });
  const passages = all.map((chunk, index): Passage => ({
    ...chunk,
    source: { position: index + 1, ...describeChunk(chunk) },
  }));
  return { ...retrieval, passages };
}

/** What a side brings that the question as a whole did not find counts this share of its best passage. */
const SIDE_SCORE = 0.5;

/**
 * What is best about each of two things that are compared takes the last places: a page that speaks of one of them
 * as often as of both outranks the page about the other.
 */
async function withSides(
  corpus: Corpus,
  found: readonly FoundChunk[],
  { question, filters, limit }: Pick<PassageQuery, "question" | "filters"> & { limit: number },
): Promise<FoundChunk[]> {
  const texts = questionType(question) === "comparison" ? comparedTexts(question) : undefined;
  const all = [...found];
  for (const text of texts ?? []) {
    const { found: ofSide } = await findChunks(corpus, text, { limit: 1, perDocument: 1, filters });
    const [best] = ofSide;
    if (best === undefined || all.some(({ chunk }) => chunk.id === best.chunk.id)) continue;
    all.push({ ...best, relativeScore: SIDE_SCORE });
  }
  const added = all.length - found.length;
  return [...all.slice(0, Math.min(found.length, limit - added)), ...all.slice(found.length)];
}
