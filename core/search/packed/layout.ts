/**
 * The packed index, version 3: one file that is read where it lies, without parsing.
 *
 * All numbers are little-endian; every section begins at a multiple of 4 bytes, so that typed arrays can view
 * it in place. `varint` is LEB128 without sign; a "table" holds numbers as `number-table.ts` writes them.
 *
 * ```
 * offset  bytes  content
 * 0       4      magic "ACPI"
 * 4       2      version
 * 6       2      number of sections
 * 8       4      length of the file
 * 12      4      FNV-1a of what lies before and after this field up to the end of the section table
 * 16      12     per section: id, offset, length
 * ```
 *
 * | section | content |
 * |---|---|
 * | `counts` | of terms, chunks, pages, sections and headings, u32 |
 * | `languages` | of the pages, BCP 47, one a line |
 * | `terms`, `termSizes`, `termBlocks` | the dictionary: terms in byte order, front-coded in blocks of 16; {@link import("./dictionary.ts")} |
 * | `ordinals`, `impacts` | the postings of all terms: chunk ordinals as varint deltas, and one byte of impact each |
 * | `pairs`, `pairBytes` | per chunk a Bloom filter of its pairs of neighbouring terms; {@link import("./neighbour-pairs.ts")} |
 * | `latent` | per chunk a direction in the space of latent semantics, 4 bits a dimension; {@link import("./latent-vectors.ts")}. Empty where there is `encoded` |
 * | `words`, `wordLengths` | words as they are written, by length, for the correction of typing errors; {@link import("./word-list.ts")} |
 * | `documents`, `documentOffsets`, `documentNumbers` | address, title, language, date and title's heading of each page |
 * | `chunkDocuments`, `chunkSections` | per chunk its page and its section, tables |
 * | `sections` | the parents of all sections and then their headings, a table; section 0 is "none" |
 * | `headings`, `headingOffsets` | per heading the ordinals of its terms, varint; where each begins, and a last end, a table |
 * | `encoded` | per chunk a direction in the space of a static encoder, 4 bits a dimension; {@link import("../encoder/static-encoder.ts")}. Version 3; empty, and not written before it, where chunks were not encoded |
 *
 * Integrity of the whole is the SHA-256 of the manifest, which is checked before a file gets here; the sum in
 * the head tells a foreign or truncated file from a damaged one.
 */

/** Raised when a reader of the old layout could misread the new one. */
const PACKED_INDEX_VERSION = 3;

/** It is read still: it has no section that was added later. */
const OLDEST_INDEX_VERSION = 2;

const MAGIC = 0x49504341; // "ACPI"
const HEAD_BYTES = 16;
const ENTRY_BYTES = 12;

/** Section ids, never reused. A reader ignores those that it does not know. */
export const SECTIONS = {
  counts: 1,
  languages: 2,
  terms: 3,
  termBlocks: 4,
  ordinals: 5,
  impacts: 6,
  pairs: 7,
  pairBytes: 8,
  latent: 9,
  words: 10,
  wordLengths: 11,
  documents: 12,
  documentOffsets: 13,
  documentNumbers: 14,
  chunkDocuments: 15,
  chunkSections: 16,
  sections: 17,
  headings: 18,
  headingOffsets: 19,
  termSizes: 20,
  encoded: 21,
} as const;

export type SectionName = keyof typeof SECTIONS;

/** Sections that an older file lacks; empty there. */
const ADDED_SECTIONS: ReadonlySet<SectionName> = new Set(["encoded"]);

/** The file is no packed index, of another version, or damaged. The message says which. */
export class PackedIndexError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = "PackedIndexError";
  }
}

/** Puts sections into one file, in the order of {@link SECTIONS}. */
export function writeSections(sections: Record<SectionName, Uint8Array>): Uint8Array {
  const entries = (Object.keys(SECTIONS) as SectionName[]).map((name) => ({
    id: SECTIONS[name],
    bytes: sections[name],
  }));
  const tableEnd = HEAD_BYTES + entries.length * ENTRY_BYTES;
  const length = entries.reduce((end, { bytes }) => end + aligned(bytes.length), tableEnd);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  let offset = tableEnd;
  entries.forEach(({ id, bytes }, index) => {
    const entry = HEAD_BYTES + index * ENTRY_BYTES;
    view.setUint32(entry, id, true);
    view.setUint32(entry + 4, offset, true);
    view.setUint32(entry + 8, bytes.length, true);
    file.set(bytes, offset);
    offset += aligned(bytes.length);
  });
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, PACKED_INDEX_VERSION, true);
  view.setUint16(6, entries.length, true);
  view.setUint32(8, length, true);
  view.setUint32(12, headSum(file, tableEnd), true);
  return file;
}

/**
 * Views of a file's sections; nothing is copied, unless the bytes lie askew in their buffer.
 *
 * @throws PackedIndexError
 */
export function readSections(bytes: Uint8Array): Record<SectionName, Uint8Array> {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (file.length < HEAD_BYTES) throw new PackedIndexError("it is too short to be an index");
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  if (view.getUint32(0, true) !== MAGIC) throw new PackedIndexError("it is not an index");
  const version = view.getUint16(4, true);
  if (version < OLDEST_INDEX_VERSION || version > PACKED_INDEX_VERSION) {
    throw new PackedIndexError(`it has version ${version}, and this reader knows ${PACKED_INDEX_VERSION}`);
  }
  const tableEnd = HEAD_BYTES + view.getUint16(6, true) * ENTRY_BYTES;
  if (view.getUint32(8, true) !== file.length || tableEnd > file.length) {
    throw new PackedIndexError(`it has ${file.length} bytes of ${view.getUint32(8, true)}`);
  }
  if (view.getUint32(12, true) !== headSum(file, tableEnd)) throw new PackedIndexError("its head is damaged");

  const found = new Map<number, Uint8Array>();
  for (let entry = HEAD_BYTES; entry < tableEnd; entry += ENTRY_BYTES) {
    const offset = view.getUint32(entry + 4, true);
    const length = view.getUint32(entry + 8, true);
    if (offset % 4 !== 0 || offset + length > file.length) {
      throw new PackedIndexError("a section lies outside of it");
    }
    found.set(view.getUint32(entry, true), file.subarray(offset, offset + length));
  }
  const sections = {} as Record<SectionName, Uint8Array>;
  for (const name of Object.keys(SECTIONS) as SectionName[]) {
    const section = found.get(SECTIONS[name]) ?? (ADDED_SECTIONS.has(name) ? new Uint8Array(0) : undefined);
    if (section === undefined) throw new PackedIndexError(`the section "${name}" is missing`);
    sections[name] = section;
  }
  return sections;
}

/** A section as an array of 32-bit numbers, in place. */
export function asUint32(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.length >> 2);
}

/** The bytes of an array of numbers. */
export function bytesOf(numbers: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

/** FNV-1a, 32 bits, over the head and the section table without the field that holds it. */
function headSum(file: Uint8Array, tableEnd: number): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < tableEnd; index++) {
    if (index >= 12 && index < HEAD_BYTES) continue;
    sum = Math.imul(sum ^ (file[index] ?? 0), 0x01000193);
  }
  return sum >>> 0;
}
