import type { Corpus } from "../../corpus/corpus.ts";
import type { ChatRequest } from "../../protocol.ts";
import { describeChunk, findChunks, type FoundChunk } from "../../search/find-chunks.ts";
import type { Retrieval } from "../../search/retriever.ts";
import { comparedTexts } from "../understand/asked-question.ts";
import { passageText } from "../../passage-text.ts";
import type { Passage } from "../generation-provider.ts";
import { INSTRUCTIONS } from "../select/pick-sentences.ts";
import { questionType } from "../understand/question-type.ts";
import { LEADS_ON } from "../select/sentence-patterns.ts";

/** Passages of one page: steps often span sections, but one page is one view. */
const PASSAGES_PER_DOCUMENT = 4;

export interface PassageQuery extends Pick<ChatRequest, "question" | "filters"> {
  /** {@link import("../../search/retriever.ts").RetrieveOptions} */
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
  const type = questionType(question);
  const filled = await withLikest(corpus, found, retrieval, limit);
  const all: readonly ReadChunk[] =
    type === "comparison"
      ? await withSides(corpus, filled, { question, filters, limit })
      : INSTRUCTIONS.has(type)
        ? await withContinuations(corpus, filled, limit)
        : filled;
  const passages = all.map(({ chunk, ordinal, relativeScore, continues }, index): Passage => ({
    chunk,
    ordinal,
    relativeScore,
    ...(continues !== undefined && { continues }),
    ...(retrieval.likenessOf !== undefined && { likenessOf: retrieval.likenessOf }),
    source: { position: index + 1, ...describeChunk({ chunk, relativeScore }) },
  }));
  return { ...retrieval, passages };
}

/** A chunk that shares no word with the question is about it where it is so like it in meaning; others are at most at .27. */
const LEAST_LIKENESS = 0.3;

/**
 * Where fewer hold a word of the question ("pagination", about pages that say "paging"), those that are likest it in
 * meaning take the places that are left; without a score, since they were not found by words.
 */
async function withLikest(
  corpus: Corpus,
  found: readonly FoundChunk[],
  { likestChunks, likenessOf }: Pick<Retrieval, "likestChunks" | "likenessOf">,
  limit: number,
): Promise<readonly FoundChunk[]> {
  if (found.length >= limit || likestChunks === undefined || likenessOf === undefined) return found;
  const known = new Set(found.map(({ ordinal }) => ordinal));
  const ordinals = likestChunks(limit).filter((ordinal) => !known.has(ordinal));
  const chunks = await corpus.readChunks(ordinals);
  const likest = chunks.flatMap((chunk, index): FoundChunk[] => {
    const likeness = likenessOf(chunk.title, ...chunk.headingPath, passageText(chunk.blocks));
    return likeness < LEAST_LIKENESS ? [] : [{ chunk, ordinal: ordinals[index] ?? 0, relativeScore: 0 }];
  });
  return [...found, ...likest].slice(0, limit);
}

interface ReadChunk extends FoundChunk {
  /** {@link Passage} */
  continues?: string;
}

/** The first of so many that leads on is read on, */
const CONTINUED_PASSAGES = 2;
/** as far as so many further passages, */
const CONTINUATIONS = 2;
/** which count this share of the one that leads to them. */
const CONTINUATION_SCORE = 0.8;

/**
 * How something is done is mostly told below the beginning of a page, and under headings that do not say again
 * what is done: "Step 1", "Usage". What follows on the page takes the last places.
 */
async function withContinuations(
  corpus: Corpus,
  found: readonly FoundChunk[],
  limit: number,
): Promise<ReadChunk[]> {
  const leading = found.slice(0, CONTINUED_PASSAGES).find(({ chunk }) => leadsOn(chunk));
  if (leading === undefined) return [...found];
  const { ordinal, relativeScore } = leading;
  const page = corpus.documentOf(ordinal).url;
  const following: number[] = [];
  for (let at = ordinal + 1; at <= ordinal + CONTINUATIONS && at < corpus.manifest.chunkCount; at++) {
    if (corpus.documentOf(at).url === page) following.push(at);
  }
  const missing = following.filter((at) => !found.some((known) => known.ordinal === at));
  const read = await corpus.readChunks(missing);
  const added = read.map((chunk, index) => ({
    chunk,
    ordinal: missing[index] ?? 0,
    relativeScore: relativeScore * CONTINUATION_SCORE,
  }));
  const all = [...found.slice(0, Math.max(1, limit - added.length)), ...added];
  const idOf = new Map(all.map(({ ordinal: at, chunk }) => [at, chunk.id]));
  return all.map((one): ReadChunk => {
    const before = following.includes(one.ordinal) ? idOf.get(one.ordinal - 1) : undefined;
    return before === undefined ? one : { ...one, continues: before };
  });
}

/** The beginning of a page, or what ends by announcing. */
function leadsOn({ headingPath, blocks }: FoundChunk["chunk"]): boolean {
  const last = blocks.at(-1);
  return headingPath.length === 0 || (last?.kind === "paragraph" && LEADS_ON.test(last.text));
}

/** What a side brings that the question as a whole did not find counts this share of its best passage. */
const SIDE_SCORE = 0.5;

/**
 * What is best about each of two things that are compared takes the last places: a page that speaks of one of them
 * as often as of both outranks the page about the other.
 */
async function withSides(
  corpus: Corpus,
  found: readonly ReadChunk[],
  { question, filters, limit }: Pick<PassageQuery, "question" | "filters"> & { limit: number },
): Promise<ReadChunk[]> {
  const texts = comparedTexts(question);
  const all = [...found];
  for (const text of texts ?? []) {
    const { found: ofSide } = await findChunks(corpus, text, {
      limit: 1,
      perDocument: 1,
      filters,
      prefersLeads: true,
    });
    const [best] = ofSide;
    if (best === undefined || all.some(({ chunk }) => chunk.id === best.chunk.id)) continue;
    all.push({ ...best, relativeScore: SIDE_SCORE });
  }
  const added = all.length - found.length;
  return [...all.slice(0, Math.min(found.length, limit - added)), ...all.slice(found.length)];
}
