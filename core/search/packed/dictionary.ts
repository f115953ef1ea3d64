/**
 * The terms of the index in byte order. Blocks of 16 share one entry of three numbers in `termBlocks`: where
 * the block begins in `terms`, and where the postings of its first term begin in `ordinals` and in `impacts`.
 * Within a block each term is: bytes shared with the one before (varint), bytes of its own (varint), those
 * bytes, chunks that hold it (varint), bytes of its ordinals (varint).
 */
import { asUint32, bytesOf, PackedIndexError } from "./layout.ts";
import { ByteWriter } from "./byte-writer.ts";

const BLOCK_TERMS = 16;
const BLOCK_NUMBERS = 3;

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
  ordinalsBytes: number;
}

/** @param terms in the order of {@link compareBytes}, without repetition. */
export function encodeDictionary(
  terms: readonly Uint8Array[],
  sizes: readonly TermSize[],
): { terms: Uint8Array; termBlocks: Uint8Array } {
  const writer = new ByteWriter();
  const blocks: number[] = [];
  let ordinalsOffset = 0;
  let impactsOffset = 0;
  terms.forEach((term, ordinal) => {
    const startsBlock = ordinal % BLOCK_TERMS === 0;
    if (startsBlock) blocks.push(writer.length, ordinalsOffset, impactsOffset);
    const shared = startsBlock ? 0 : sharedLength(terms[ordinal - 1] as Uint8Array, term);
    const { chunkCount, ordinalsBytes } = sizes[ordinal] as TermSize;
    writer.varint(shared);
    writer.varint(term.length - shared);
    writer.write(term.subarray(shared));
    writer.varint(chunkCount);
    writer.varint(ordinalsBytes);
    ordinalsOffset += ordinalsBytes;
    impactsOffset += chunkCount;
  });
  return { terms: writer.finish(), termBlocks: bytesOf(Uint32Array.from(blocks)) };
}

export interface Dictionary {
  /** @returns undefined where no chunk holds the term. */
  find(term: string): TermEntry | undefined;
}

/** @throws PackedIndexError where the blocks cannot hold so many terms. */
export function openDictionary(terms: Uint8Array, termBlocks: Uint8Array, termCount: number): Dictionary {
  const blocks = asUint32(termBlocks);
  const blockCount = Math.ceil(termCount / BLOCK_TERMS);
  if (blocks.length !== blockCount * BLOCK_NUMBERS) throw new PackedIndexError("its dictionary is damaged");
  const encoder = new TextEncoder();
  /** The term that is being read; long enough for any that the analyzer makes, and grown for others. */
  let current = new Uint8Array(256);
  let offset = 0;

  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = terms[offset++] ?? 0;
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
        offset = blocks[middle * BLOCK_NUMBERS] as number;
        if (compareCurrent(readTerm(), wanted) <= 0) low = middle;
        else high = middle - 1;
      }
      if (blockCount === 0) return undefined;
      offset = blocks[low * BLOCK_NUMBERS] as number;
      let ordinalsOffset = blocks[low * BLOCK_NUMBERS + 1] as number;
      let impactsOffset = blocks[low * BLOCK_NUMBERS + 2] as number;
      const end = Math.min(termCount, (low + 1) * BLOCK_TERMS);
      for (let ordinal = low * BLOCK_TERMS; ordinal < end; ordinal++) {
        const order = compareCurrent(readTerm(), wanted);
        const chunkCount = varint();
        const ordinalsBytes = varint();
        if (order === 0) return { ordinal, chunkCount, ordinalsOffset, impactsOffset };
        if (order > 0) return undefined;
        ordinalsOffset += ordinalsBytes;
        impactsOffset += chunkCount;
      }
      return undefined;
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
