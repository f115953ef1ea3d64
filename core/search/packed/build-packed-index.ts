/** Builds the packed index of a corpus; `layout.ts` says what is where. Runs at build time only. */
import type { CatalogueDocument } from "../../corpus/format.ts";
import type { Analyzer } from "../analyzer.ts";
import type { StaticEncoder } from "../encoder/static-encoder.ts";
import { FIELDS, inverseDocumentFrequency } from "./bm25f.ts";
import { ByteWriter } from "./byte-writer.ts";
import { collectPostings, type Postings } from "./collect-postings.ts";
import { collectTerms, type CollectedTerms, type IndexedChunk } from "./collect-terms.ts";
import { encodeDirections } from "./directions.ts";
import { compareBytes, encodeDictionary, type TermSize } from "./dictionary.ts";
import { encodeDocuments } from "./documents.ts";
import type { SparseMatrix } from "./factorise.ts";
import { encodeHeadings, encodeSections, Numbering, SectionTree } from "./headings.ts";
import { encodeLatentVectors } from "./latent-vectors.ts";
import { bytesOf, writeSections } from "./layout.ts";
import { encodePairs, joinFilters } from "./neighbour-pairs.ts";
import { encodeTable } from "./number-table.ts";
import { encodeWords } from "./word-list.ts";

export interface PackedIndexInput {
  chunks: readonly IndexedChunk[];
  documents: readonly CatalogueDocument[];
  /** Per chunk the ordinal of its document. */
  chunkDocuments: readonly number[];
  /** Encodes the chunks, so that they are compared with questions by more than words. Default: none does. */
  encoder?: StaticEncoder | undefined;
}

/** In a corpus of so many chunks, a word that stands there once is more likely an error or a name in a log. */
const LARGE_CORPUS_CHUNKS = 2000;

/** Deterministic: the same chunks give the same bytes. */
export function buildPackedIndex(input: PackedIndexInput, analyzer: Analyzer): Uint8Array {
  const { chunks, documents, chunkDocuments, encoder } = input;
  const headings = new Numbering();
  const titleHeadings = documents.map(({ title }) => headings.numberOf(title));
  const tree = new SectionTree();
  const chunkSections = chunks.map(({ headingPath }) =>
    tree.sectionAt(headingPath.map((heading) => headings.numberOf(heading))),
  );

  const collected = collectTerms(chunks, analyzer);
  const termsOfHeadings = headings.texts.map((heading) => collected.termsOfHeading(heading));
  const postings = collectPostings(collected);
  const { order, ordinalOf, encoded } = sortTerms(collected.terms.texts);
  const { ordinals, impacts, sizes } = encodePostings(postings, order);
  const languages = [...new Set(documents.map(({ language }) => language))];
  const minWordCount = chunks.length > LARGE_CORPUS_CHUNKS ? 2 : 1;
  const words = new Set(
    [...collected.wordCounts].filter(([, count]) => count >= minWordCount).map(([word]) => word),
  );
  // Stems too: a form that no page has may be a typing error away from a stem that many have.
  order.forEach((number, ordinal) => {
    if ((sizes[ordinal] as TermSize).chunkCount >= minWordCount)
      words.add(collected.terms.texts[number] ?? "");
  });

  return writeSections({
    counts: bytesOf(
      Uint32Array.of(
        order.length,
        chunks.length,
        documents.length,
        tree.entries.length / 2,
        headings.texts.length,
      ),
    ),
    languages: new TextEncoder().encode(languages.join("\n")),
    ...encodeDictionary(encoded, sizes),
    ordinals,
    impacts,
    ...joinFilters(chunks.map((_, chunk) => encodePairs(pairsOf(collected, chunk, ordinalOf)))),
    // What it adds an encoder adds too, and more.
    latent:
      encoder === undefined
        ? encodeLatentVectors(latentWeights(postings, collected.chunkCount))
        : new Uint8Array(0),
    encoded: encoder === undefined ? new Uint8Array(0) : encodeChunks(chunks, encoder),
    ...encodeWords(words),
    ...encodeDocuments(
      documents.map((document, index) => ({ ...document, titleHeading: titleHeadings[index] ?? 0 })),
      languages,
    ),
    chunkDocuments: encodeTable(chunkDocuments),
    chunkSections: encodeTable(chunkSections),
    sections: encodeSections(tree.entries),
    ...encodeHeadings(
      termsOfHeadings.map((terms) => [...new Set(terms)].map((term) => ordinalOf[term] as number)),
    ),
  });
}

/** The direction of each chunk with its title and headings. */
function encodeChunks(chunks: readonly IndexedChunk[], encoder: StaticEncoder): Uint8Array {
  const { dimensions } = encoder;
  const vectors = new Float32Array(chunks.length * dimensions);
  chunks.forEach(({ title, headingPath, body }, chunk) => {
    vectors.set(encoder.encodePassage([title, ...headingPath, body].join("\n")), chunk * dimensions);
  });
  return encodeDirections(vectors, dimensions);
}

/** Terms in byte order: `order[ordinal]` is a term's number, `ordinalOf[number]` the other way round. */
function sortTerms(terms: readonly string[]): {
  order: number[];
  ordinalOf: Uint32Array;
  encoded: Uint8Array[];
} {
  const encoder = new TextEncoder();
  const bytes = terms.map((term) => encoder.encode(term));
  const order = terms
    .map((_, number) => number)
    .sort((a, b) => compareBytes(bytes[a] as Uint8Array, bytes[b] as Uint8Array));
  const ordinalOf = new Uint32Array(terms.length);
  order.forEach((number, ordinal) => (ordinalOf[number] = ordinal));
  return { order, ordinalOf, encoded: order.map((number) => bytes[number] as Uint8Array) };
}

function encodePostings(
  { starts, chunks, impacts }: Postings,
  order: readonly number[],
): { ordinals: Uint8Array; impacts: Uint8Array; sizes: TermSize[] } {
  const ordinalWriter = new ByteWriter();
  const impactWriter = new ByteWriter();
  const sizes = order.map((term): TermSize => {
    const start = starts[term] as number;
    const end = starts[term + 1] as number;
    const before = ordinalWriter.length;
    let previous = -1;
    for (let entry = start; entry < end; entry++) {
      const chunk = chunks[entry] as number;
      ordinalWriter.varint(chunk - previous - 1);
      previous = chunk;
    }
    impactWriter.write(impacts.subarray(start, end));
    return { chunkCount: end - start, ordinalsBytes: ordinalWriter.length - before };
  });
  return { ordinals: ordinalWriter.finish(), impacts: impactWriter.finish(), sizes };
}

/** The distinct pairs of neighbours in a chunk's fields, as term ordinals. */
function pairsOf({ termsOf }: CollectedTerms, chunk: number, ordinalOf: Uint32Array): number[] {
  const seen = new Set<number>();
  const pairs: number[] = [];
  for (const field of FIELDS) {
    const terms = termsOf(chunk, field);
    for (let index = 1; index < terms.length; index++) {
      const a = ordinalOf[terms[index - 1] as number] as number;
      const b = ordinalOf[terms[index] as number] as number;
      if (a === b) continue;
      const key = Math.min(a, b) * ordinalOf.length + Math.max(a, b);
      if (seen.has(key)) continue;
      seen.add(key);
      pairs.push(a, b);
    }
  }
  return pairs;
}

/** What is said once says nothing about company, and what every other chunk says tells nothing apart. */
const LATENT_MIN_CHUNKS = 2;
const LATENT_MAX_SHARE = 0.5;

/** Terms × chunks, weighted as ranking weighs them, each chunk at length 1. */
function latentWeights({ starts, chunks, impacts }: Postings, chunkCount: number): SparseMatrix {
  const termCount = starts.length - 1;
  const holding = (term: number): number => (starts[term + 1] as number) - (starts[term] as number);
  const weightOf = (term: number): number => inverseDocumentFrequency(chunkCount, holding(term));
  const squares = new Float64Array(chunkCount);
  const rows: number[] = [];
  let entryCount = 0;
  for (let term = 0; term < termCount; term++) {
    const weight = weightOf(term);
    for (let entry = starts[term] as number; entry < (starts[term + 1] as number); entry++) {
      const chunk = chunks[entry] as number;
      squares[chunk] = (squares[chunk] as number) + ((impacts[entry] as number) * weight) ** 2;
    }
    if (holding(term) < LATENT_MIN_CHUNKS || holding(term) > chunkCount * LATENT_MAX_SHARE) continue;
    rows.push(term);
    entryCount += holding(term);
  }
  const matrix: SparseMatrix = {
    rowCount: rows.length,
    columnCount: chunkCount,
    starts: new Uint32Array(rows.length + 1),
    columns: new Uint32Array(entryCount),
    values: new Float32Array(entryCount),
  };
  let next = 0;
  rows.forEach((term, row) => {
    const weight = weightOf(term);
    for (let entry = starts[term] as number; entry < (starts[term + 1] as number); entry++) {
      const chunk = chunks[entry] as number;
      matrix.columns[next] = chunk;
      matrix.values[next++] = ((impacts[entry] as number) * weight) / Math.sqrt(squares[chunk] as number);
    }
    matrix.starts[row + 1] = next;
  });
  return matrix;
}
