/**
 * The table of a static encoder, version 1: for each stem of a language a row of numbers, in 4 bits each. Opened without
 * parsing: rows are read where they lie.
 *
 * | bytes | content |
 * |---|---|
 * | 4 | `ACSE` |
 * | 2 | version |
 * | 2 | dimensions, an even number |
 * | 4 | number of stems |
 * | 4 | checksum: FNV-1a over the 32-bit words of all else |
 * | 4, 4 | logarithms of the smallest and of the largest scale of a row, float32 |
 * | 4 | bytes of the stems |
 * | 8 | language, BCP 47, in ASCII, zeros up to its end |
 * | n, 0-3 | the stems in UTF-8, in byte order, each followed by a line break; zeros up to a multiple of 4 |
 * | 1 × number, 0-3 | the scale of each row, in 255 steps between the two logarithms |
 * | dimensions / 2 × number, 0-3 | the rows, the low half of a byte first, 8 for zero |
 *
 * All numbers are little-endian.
 */
import { alignToWord, wordChecksum } from "../../word-checksum.ts";

/** Raised when a reader of the old layout could misread the new one. */
export const ENCODER_TABLE_VERSION = 1;

export interface EncoderTable {
  /** BCP 47: whose stems they are. */
  readonly language: string;
  readonly dimensions: number;
  readonly stemCount: number;
  /** All of them, in the order of their rows. */
  stems(): string[];
  /** The row of a stem; -1 where it has none. */
  rowOf(stem: string): number;
  /** Adds a row, `weight` times, to `sum`. */
  addRow(row: number, weight: number, sum: Float32Array): void;
}

/** What a table is made of, before its rows are rounded. */
export interface EncoderTableInput {
  language: string;
  dimensions: number;
  /** Each once, without a line break. */
  stems: readonly string[];
  /** `dimensions` numbers for each stem, in their order. */
  rows: Float32Array;
}

/** Why a table is not used. */
export type EncoderTableProblem =
  | { reason: "table-foreign" }
  | { reason: "table-version"; found: number; supported: number }
  | { reason: "table-truncated"; expectedBytes: number; bytes: number }
  | { reason: "table-corrupt" };

export class EncoderTableError extends Error {
  readonly problem: EncoderTableProblem;
  constructor(problem: EncoderTableProblem) {
    super(describeProblem(problem));
    this.name = "EncoderTableError";
    this.problem = problem;
  }
}

function describeProblem(problem: EncoderTableProblem): string {
  switch (problem.reason) {
    case "table-foreign":
      return "it is no table of an encoder";
    case "table-version":
      return `it has version ${problem.found}, and this version reads ${problem.supported}`;
    case "table-truncated":
      return `it has ${problem.bytes} bytes instead of ${problem.expectedBytes}`;
    case "table-corrupt":
      return "its content does not match its checksum";
  }
}

const MAGIC = 0x45534341; // "ACSE", read as a little-endian number
const HEADER_BYTES = 36;
const CHECKSUM_WORD = 3;
const LANGUAGE_AT = 28;
const LANGUAGE_BYTES = 8;
const LINE_BREAK = 10;

/** The largest magnitude of 4 bits, whose values go from -7 to 7 and are stored from 1 to 15. */
const MAX_MAGNITUDE = 7;
const ZERO = 8;
const SCALE_STEPS = 255;

/** Of a row's largest number. Few are near it, and the others keep more of what they say when those are cut. */
const SCALE_SHARE = 0.85;

/** Rounds the rows. The same table gives the same bytes, in whatever order its stems come. */
export function encodeEncoderTable({ language, dimensions, stems, rows }: EncoderTableInput): Uint8Array {
  const encoder = new TextEncoder();
  const encoded = stems.map((stem) => encoder.encode(`${stem}\n`));
  const order = encoded.map((_, at) => at).sort((a, b) => compare(encoded[a], encoded[b]));
  const stemBytes = encoded.reduce((sum, { length }) => sum + length, 0);
  const places = layOut(dimensions, stems.length, stemBytes);
  const bytes = new Uint8Array(places.end);
  const view = new DataView(bytes.buffer);

  const scaleOf = (row: number): number => {
    let largest = 0;
    for (let at = 0; at < dimensions; at++)
      largest = Math.max(largest, Math.abs(rows[row * dimensions + at] ?? 0));
    return Math.log(Math.max(Number.EPSILON, (largest * SCALE_SHARE) / MAX_MAGNITUDE));
  };
  const scales = order.map(scaleOf);
  const lowest = Math.fround(scales.reduce((least, scale) => Math.min(least, scale), Infinity));
  const highest = Math.fround(scales.reduce((most, scale) => Math.max(most, scale), -Infinity));
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, ENCODER_TABLE_VERSION, true);
  view.setUint16(6, dimensions, true);
  view.setUint32(8, stems.length, true);
  view.setFloat32(16, lowest, true);
  view.setFloat32(20, highest, true);
  view.setUint32(24, stemBytes, true);
  bytes.set(encoder.encode(language).subarray(0, LANGUAGE_BYTES), LANGUAGE_AT);

  let stemAt = HEADER_BYTES;
  order.forEach((row, place) => {
    const stem = encoded[row] as Uint8Array;
    bytes.set(stem, stemAt);
    stemAt += stem.length;
    const span = highest - lowest;
    const step = span === 0 ? 0 : Math.round((((scales[place] as number) - lowest) / span) * SCALE_STEPS);
    bytes[places.scales + place] = step;
    const scale = Math.exp(lowest + (step / SCALE_STEPS) * span);
    const level = (at: number): number => {
      const rounded = Math.round((rows[row * dimensions + at] ?? 0) / scale);
      return Math.max(-MAX_MAGNITUDE, Math.min(MAX_MAGNITUDE, rounded)) + ZERO;
    };
    for (let at = 0; at < dimensions; at += 2) {
      bytes[places.rows + ((place * dimensions + at) >> 1)] = level(at) | (level(at + 1) << 4);
    }
  });
  view.setUint32(12, wordChecksum(bytes, CHECKSUM_WORD), true);
  return bytes;
}

/** @throws EncoderTableError where the bytes are not a whole table of this version. */
export function openEncoderTable(file: Uint8Array): EncoderTable {
  // Its checksum is made of 32-bit numbers in place: those have to lie at multiples of 4.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new EncoderTableError({ reason: "table-foreign" });
  }
  const version = view.getUint16(4, true);
  if (version !== ENCODER_TABLE_VERSION) {
    throw new EncoderTableError({
      reason: "table-version",
      found: version,
      supported: ENCODER_TABLE_VERSION,
    });
  }
  const dimensions = view.getUint16(6, true);
  const stemCount = view.getUint32(8, true);
  const stemBytes = view.getUint32(24, true);
  const places = layOut(dimensions, stemCount, stemBytes);
  if (bytes.length !== places.end) {
    throw new EncoderTableError({
      reason: "table-truncated",
      expectedBytes: places.end,
      bytes: bytes.length,
    });
  }
  const starts = startsOf(bytes.subarray(HEADER_BYTES, HEADER_BYTES + stemBytes), stemCount);
  if (
    wordChecksum(bytes, CHECKSUM_WORD) !== view.getUint32(12, true) ||
    starts === undefined ||
    dimensions % 2 !== 0
  ) {
    throw new EncoderTableError({ reason: "table-corrupt" });
  }
  const lowest = view.getFloat32(16, true);
  const step = (view.getFloat32(20, true) - lowest) / SCALE_STEPS;
  const scaleOf = Float32Array.from({ length: SCALE_STEPS + 1 }, (_, at) => Math.exp(lowest + at * step));
  const language = new TextDecoder().decode(bytes.subarray(LANGUAGE_AT, LANGUAGE_AT + LANGUAGE_BYTES));
  const stems = bytes.subarray(HEADER_BYTES, HEADER_BYTES + stemBytes);
  const encoder = new TextEncoder();
  return {
    language: language.replace(/\0.*$/su, ""),
    dimensions,
    stemCount,
    stems: () => new TextDecoder().decode(stems).split("\n").slice(0, stemCount),
    rowOf(stem) {
      const wanted = encoder.encode(stem);
      let low = 0;
      let high = stemCount - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const difference = compare(
          wanted,
          stems.subarray(starts[middle] as number, (starts[middle + 1] as number) - 1),
        );
        if (difference === 0) return middle;
        if (difference < 0) high = middle - 1;
        else low = middle + 1;
      }
      return -1;
    },
    addRow(row, weight, sum) {
      const scale = weight * (scaleOf[bytes[places.scales + row] as number] as number);
      let from = places.rows + ((row * dimensions) >> 1);
      for (let at = 0; at < dimensions; at += 2) {
        const pair = bytes[from++] as number;
        sum[at] = (sum[at] as number) + scale * ((pair & 0xf) - ZERO);
        sum[at + 1] = (sum[at + 1] as number) + scale * ((pair >> 4) - ZERO);
      }
    },
  };
}

function layOut(
  dimensions: number,
  stemCount: number,
  stemBytes: number,
): Record<"scales" | "rows" | "end", number> {
  const scales = alignToWord(HEADER_BYTES + stemBytes);
  const rows = alignToWord(scales + stemCount);
  return { scales, rows, end: alignToWord(rows + ((dimensions * stemCount) >> 1)) };
}

/** Where each stem begins, and a last end; undefined where there are not so many. */
function startsOf(stems: Uint8Array, stemCount: number): Uint32Array | undefined {
  const starts = new Uint32Array(stemCount + 1);
  let found = 0;
  for (let at = 0; at < stems.length; at++) {
    if (stems[at] !== LINE_BREAK) continue;
    if (++found > stemCount) return undefined;
    starts[found] = at + 1;
  }
  return found === stemCount ? starts : undefined;
}

/** Byte order; a line break ends a stem and comes before all that could follow. */
function compare(a: Uint8Array = new Uint8Array(), b: Uint8Array = new Uint8Array()): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
