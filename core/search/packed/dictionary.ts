/**
 * The terms of the index in byte order, in blocks of 16. In `terms` each is: bytes shared with the one before in
 * its block (varint), bytes of its own (varint), those bytes; in `termSizes`: chunks that hold it (varint), and
 * by how much its ordinals take more bytes than that (varint). `termBlocks` is a table of four parts: where each
 * block begins in `terms` and in `termSizes`, and where the postings of its first term begin in `ordinals` and in
 * `impacts`.
 */
import { ByteWriter } from "./byte-writer.ts";
import { PackedIndexError } from "./layout.ts";
import { openTable, encodeTable } from "./number-table.ts";

const BLOCK_TERMS = 16;
/** Of `termBlocks`. */
const PARTS = 4;

/** Where the postings of a term lie. */
export interface TermEntry {
  /** Place of the term in byte order: its number within this index. */
  ordinal: number;
  /** Chunks that hold the term. */
  chunkCount: number;
  /** First byte in `ordinals`. */
  ordinalsOffset: number;
  /** First byte in `impacts`. */
  impactsOffset: number;
}

export interface TermSize {
  chunkCount: number;
  /** One for each chunk at least. */
  ordinalsBytes: number;
}

/** The sections that the dictionary is made of. */
export type DictionarySections = Record<"terms" | "termSizes" | "termBlocks", Uint8Array>;

/** @param terms in the order of {@link compareBytes}, without repetition. */
export function encodeDictionary(
  terms: readonly Uint8Array[],
  sizes: readonly TermSize[],
): DictionarySections {
  const writer = new ByteWriter();
  const sizeWriter = new ByteWriter();
  const blocks: number[][] = [];
  let ordinalsOffset = 0;
  let impactsOffset = 0;
  terms.forEach((term, ordinal) => {
    const startsBlock = ordinal % BLOCK_TERMS === 0;
    if (startsBlock) blocks.push([writer.length, sizeWriter.length, ordinalsOffset, impactsOffset]);
    const shared = startsBlock ? 0 : sharedLength(terms[ordinal - 1] as Uint8Array, term);
    const { chunkCount, ordinalsBytes } = sizes[ordinal] as TermSize;
    writer.varint(shared);
    writer.varint(term.length - shared);
    writer.write(term.subarray(shared));
    sizeWriter.varint(chunkCount);
    sizeWriter.varint(ordinalsBytes - chunkCount);
    ordinalsOffset += ordinalsBytes;
    impactsOffset += chunkCount;
  });
  const parts = Array.from({ length: PARTS }, (_, part) => blocks.map((block) => block[part] ?? 0));
  return {
    terms: writer.finish(),
    termSizes: sizeWriter.finish(),
    termBlocks: encodeTable(parts.flat()),
  };
}

export interface Dictionary {
  /** @returns undefined where no chunk holds the term. */
  find(term: string): TermEntry | undefined;
  /** Chunks that hold the term of a number; 0 where there is none. */
  chunkCountOf(ordinal: number): number;
}

/** @throws PackedIndexError where the blocks cannot hold so many terms. */
export function openDictionary(
  { terms, termSizes, termBlocks }: DictionarySections,
  termCount: number,
): Dictionary {
  const blockCount = Math.ceil(termCount / BLOCK_TERMS);
  const blocks = openTable(termBlocks, blockCount * PARTS);
  const numberOf = (block: number, part: number): number => blocks(part * blockCount + block);
  if (blockCount > 0 && numberOf(blockCount - 1, 0) > terms.length) {
    throw new PackedIndexError("its dictionary is damaged");
  }
  const encoder = new TextEncoder();
  /** The term that is being read; long enough for any that the analyzer makes, and grown for others. */
  let current = new Uint8Array(256);
  let offset = 0;
  let sizeOffset = 0;

  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = terms[offset++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  };
  const sizeVarint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = termSizes[sizeOffset++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  };
  /** Reads the bytes of the next term into `current`, and returns their number. */
  const readTerm = (): number => {
    const shared = varint();
    const own = varint();
    const length = Math.min(shared + own, terms.length);
    if (length > current.length) {
      const grown = new Uint8Array(length);
      grown.set(current);
      current = grown;
    }
    for (let index = shared; index < length; index++) current[index] = terms[offset++] ?? 0;
    return length;
  };
  const compareCurrent = (length: number, wanted: Uint8Array): number => {
    const common = Math.min(length, wanted.length);
    for (let index = 0; index < common; index++) {
      const difference = (current[index] as number) - (wanted[index] as number);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  };

  return {
    find(term) {
      const wanted = encoder.encode(term);
      let low = 0;
      let high = blockCount - 1;
      // The last block whose first term is not behind the wanted one.
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        offset = numberOf(middle, 0);
        if (compareCurrent(readTerm(), wanted) <= 0) low = middle;
        else high = middle - 1;
      }
      if (blockCount === 0) return undefined;
      offset = numberOf(low, 0);
      sizeOffset = numberOf(low, 1);
      let ordinalsOffset = numberOf(low, 2);
      let impactsOffset = numberOf(low, 3);
      const end = Math.min(termCount, (low + 1) * BLOCK_TERMS);
      for (let ordinal = low * BLOCK_TERMS; ordinal < end; ordinal++) {
        const order = compareCurrent(readTerm(), wanted);
        const chunkCount = sizeVarint();
        const ordinalsBytes = chunkCount + sizeVarint();
        if (order === 0) return { ordinal, chunkCount, ordinalsOffset, impactsOffset };
        if (order > 0) return undefined;
        ordinalsOffset += ordinalsBytes;
        impactsOffset += chunkCount;
      }
      return undefined;
    },
    chunkCountOf(ordinal) {
      if (!(ordinal >= 0 && ordinal < termCount)) return 0;
      sizeOffset = numberOf(Math.floor(ordinal / BLOCK_TERMS), 1);
      let chunkCount = 0;
      for (let before = ordinal % BLOCK_TERMS; before >= 0; before--) {
        chunkCount = sizeVarint();
        sizeVarint();
      }
      return chunkCount;
    },
  };
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let index = 0; index < common; index++) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function sharedLength(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  let length = 0;
  while (length < common && a[length] === b[length]) length++;
  return length;
}
