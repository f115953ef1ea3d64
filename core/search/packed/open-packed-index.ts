import { directionBytes, openDirections, type Directions } from "./directions.ts";
import { openDictionary, type Dictionary, type TermEntry } from "./dictionary.ts";
import { openDocuments, type Documents } from "./documents.ts";
import { openHeadings, type Headings } from "./headings.ts";
import { openLatentVectors } from "./latent-vectors.ts";
import { asUint32, PackedIndexError, readSections } from "./layout.ts";
import { openPairs, type NeighbourPairs } from "./neighbour-pairs.ts";
import { openTable } from "./number-table.ts";
import { openWords, type WordList } from "./word-list.ts";

/** The packed index, ready to be asked. Views of the file; nothing of it is copied or parsed. */
export interface PackedIndex {
  readonly chunkCount: number;
  readonly documentCount: number;
  /** Of the pages, BCP 47. */
  readonly languages: readonly string[];
  readonly dictionary: Dictionary;
  readonly documents: Documents;
  readonly headings: Headings;
  readonly pairs: NeighbourPairs;
  /** Absent where chunks are encoded. */
  readonly latent: Directions | undefined;
  /** In the space of the encoder that the corpus was built with; absent where it was built without one. */
  readonly encoded: Directions | undefined;
  readonly words: WordList;
  documentOf(chunk: number): number;
  sectionOf(chunk: number): number;
  /** Calls `visit` with every chunk that holds a term, ascending, and the impact: 1 to `IMPACT_STEPS`. */
  forEachPosting(entry: TermEntry, visit: (chunk: number, impact: number) => void): void;
}

/**
 * @param bytes the whole file; kept, and read where it lies.
 * @throws PackedIndexError where it is not a packed index of this version, or its tables do not fit together.
 */
export function openPackedIndex(bytes: Uint8Array): PackedIndex {
  const sections = readSections(bytes);
  const [termCount = 0, chunkCount = 0, documentCount = 0, sectionCount = 0, headingCount = 0] = asUint32(
    sections.counts,
  );
  const chunkDocuments = openTable(sections.chunkDocuments, chunkCount);
  const chunkSections = openTable(sections.chunkSections, chunkCount);
  const { ordinals, impacts } = sections;
  const encoded = openEncoded(sections.encoded, chunkCount);
  const languages = new TextDecoder().decode(sections.languages).split("\n");

  return {
    chunkCount,
    documentCount,
    languages: documentCount === 0 ? [] : languages,
    dictionary: openDictionary(sections, termCount),
    documents: openDocuments(sections, documentCount, languages),
    headings: openHeadings(sections, { headingCount, sectionCount }),
    pairs: openPairs(sections.pairs, sections.pairBytes, chunkCount),
    latent: encoded === undefined ? openLatentVectors(sections.latent, chunkCount) : undefined,
    encoded,
    words: openWords(sections.words, sections.wordLengths),
    documentOf: chunkDocuments,
    sectionOf: chunkSections,
    forEachPosting({ chunkCount: count, ordinalsOffset, impactsOffset }, visit) {
      let offset = ordinalsOffset;
      let chunk = -1;
      for (let index = 0; index < count; index++) {
        let delta = 0;
        for (let shift = 0; shift < 35; shift += 7) {
          const byte = ordinals[offset++] ?? 0;
          delta |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
        chunk += delta + 1;
        // A damaged file that got here all the same must not write beyond the scores.
        if (chunk >= chunkCount || chunk < 0) return;
        visit(chunk, impacts[impactsOffset + index] as number);
      }
    },
  };
}

/** How many dimensions there are follows from the bytes of a chunk. */
function openEncoded(encoded: Uint8Array, chunkCount: number): Directions | undefined {
  if (encoded.length === 0) return undefined;
  const dimensions = (encoded.length / chunkCount) * 2;
  if (!Number.isSafeInteger(dimensions) || directionBytes(dimensions) * chunkCount !== encoded.length) {
    throw new PackedIndexError("its encoded chunks are damaged");
  }
  return openDirections(encoded, dimensions);
}
