import type { Corpus } from "../corpus/corpus.ts";
import type { Chunk } from "../corpus/format.ts";
import { placeOf, placesOf, sectionOf, type HeadingPlace } from "../corpus/heading-place.ts";
import { excerptOf, passageText } from "../passage-text.ts";
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

/** How a chunk is shown to a reader, in a list of results and as the source of an answer: by its beginning. */
export function describeChunk({
  chunk,
  relativeScore,
}: Pick<FoundChunk, "chunk" | "relativeScore">): SearchResult {
  return describePlace(chunk, relativeScore, placeOf(chunk, 0));
}

/**
 * The same for a text that was searched for: of a chunk that sections share, the one that holds most of it.
 *
 * @param weightOf what an index term of the text counts; 0 for all others
 */
export function describeSection(
  { chunk, relativeScore }: Pick<FoundChunk, "chunk" | "relativeScore">,
  termsOf: (text: string) => string[],
  weightOf: (term: string) => number,
): SearchResult {
  const places = placesOf(chunk);
  let best = places[0] ?? placeOf(chunk, 0);
  if (places.length > 1) {
    let most = 0;
    for (const place of places) {
      const terms = new Set(termsOf(passageText(chunk.blocks.slice(place.from, place.to))));
      let held = 0;
      for (const term of terms) held += weightOf(term);
      if (held <= most) continue;
      most = held;
      best = place;
    }
  }
  return describePlace(chunk, relativeScore, best);
}

function describePlace(chunk: Chunk, relativeScore: number, place: HeadingPlace): SearchResult {
  const section = sectionOf(place);
  // Of a beginning all that follows is shown too; a heading inside is named by the section.
  const shown =
    place.from === 0 ? chunk.blocks : chunk.blocks.slice(place.from + Number(place.hasHeading), place.to);
  return {
    title: chunk.title,
    ...(section !== undefined && { section }),
    url: place.url,
    excerpt: excerptOf(shown),
    // Three decimals: more would only show noise.
    score: Math.round(relativeScore * 1000) / 1000,
  };
}
