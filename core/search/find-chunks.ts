import type { Corpus } from "../corpus/corpus.ts";
import type { Chunk } from "../corpus/format.ts";
import { excerptOf } from "../passage-text.ts";
import type { SearchResult } from "../protocol.ts";
import type { Retrieval, RetrieveOptions } from "./retriever.ts";
import { selectDiverse } from "./select-diverse.ts";

export interface FindChunksOptions extends RetrieveOptions {
  /** Chunks of one page among those found. */
  perDocument: number;
}

export interface FoundChunk {
  chunk: Chunk;
  /** Its place in the corpus. */
  ordinal: number;
  /** As a share of the best one's score, 0 to 1. */
  relativeScore: number;
}

export interface FoundChunks extends Omit<Retrieval, "ranked"> {
  /** Best first. */
  found: FoundChunk[];
}

/** Chunks that are ranked for each that is kept: what diversity passes over has to be replaced. */
const CANDIDATES_PER_CHUNK = 6;

/** The best chunks of a corpus for a text, not too many of one page, with their content. */
export async function findChunks(
  corpus: Corpus,
  text: string,
  { limit, perDocument, ...options }: FindChunksOptions,
): Promise<FoundChunks> {
  const { ranked, ...retrieval } = corpus.retriever.retrieve(text, {
    limit: limit * CANDIDATES_PER_CHUNK,
    ...options,
  });
  const selected = selectDiverse(ranked, {
    limit,
    perDocument,
    documentOf: (ordinal) => corpus.documentOf(ordinal).url,
  });
  const chunks = await corpus.readChunks(selected.map(({ ordinal }) => ordinal));
  const best = selected[0]?.score ?? 1;
  const found = chunks.map((chunk, index) => ({
    chunk,
    ordinal: selected[index]?.ordinal ?? 0,
    relativeScore: (selected[index]?.score ?? 0) / best,
  }));
  return { ...retrieval, found };
}

/** Between the headings of a section's path. */
const SECTION_SEPARATOR = " › ";

/** How a chunk is shown to a reader, in a list of results and as the source of an answer. */
export function describeChunk({
  chunk,
  relativeScore,
}: Pick<FoundChunk, "chunk" | "relativeScore">): SearchResult {
  return {
    title: chunk.title,
    ...(chunk.headingPath.length > 0 && { section: chunk.headingPath.join(SECTION_SEPARATOR) }),
    url: chunk.url,
    excerpt: excerptOf(chunk.blocks),
    // Three decimals: more would only show noise.
    score: Math.round(relativeScore * 1000) / 1000,
  };
}
