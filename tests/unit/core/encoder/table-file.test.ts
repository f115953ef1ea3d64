import { describe, expect, it } from "vitest";
import {
  encodeEncoderTable,
  EncoderTableError,
  openEncoderTable,
  type EncoderTableInput,
} from "../../../../core/search/encoder/table-file.ts";
import { createRandom } from "../../../support/seeded-random.ts";

const DIMENSIONS = 16;
const STEMS = ["instal", "price", "café", "ab", "abc", "#3", "7", "größe", "z"];

function tableOf(stems: readonly string[] = STEMS): EncoderTableInput {
  const rows = new Float32Array(stems.length * DIMENSIONS);
  stems.forEach((stem, row) => {
    const random = createRandom(1 + STEMS.indexOf(stem));
    const length = 0.01 * 3 ** STEMS.indexOf(stem);
    for (let at = 0; at < DIMENSIONS; at++) rows[row * DIMENSIONS + at] = (random() - 0.5) * length;
  });
  return { language: "en", dimensions: DIMENSIONS, stems, rows };
}

const bytes = encodeEncoderTable(tableOf());

function changed(at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}

describe("the table of an encoder", () => {
  it("gives the row of each stem back, nearly as it was", () => {
    const { rows } = tableOf();
    const table = openEncoderTable(bytes);
    expect(table).toMatchObject({ language: "en", dimensions: DIMENSIONS, stemCount: STEMS.length });
    STEMS.forEach((stem, at) => {
      const read = new Float32Array(DIMENSIONS);
      table.addRow(table.rowOf(stem), 2, read);
      const own = rows.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS);
      const length = Math.hypot(...own);
      const cosine =
        read.reduce((sum, value, index) => sum + value * (own[index] ?? 0), 0) / Math.hypot(...read) / length;
      expect(cosine, stem).toBeGreaterThan(0.98);
      expect(Math.hypot(...read) / length, stem).toBeCloseTo(2, 0);
    });
  });

  it("names its stems in the order of their rows", () => {
    const table = openEncoderTable(bytes);
    expect(table.stems().map((stem) => table.rowOf(stem))).toEqual(STEMS.map((_, row) => row));
    expect(table.stems().toSorted()).toEqual(STEMS.toSorted());
  });

  it("has no row for other words, whatever they begin with", () => {
    const table = openEncoderTable(bytes);
    for (const word of ["", "a", "abcd", "instal\nprice", "pric", "zz", "é", "#4"]) {
      expect(table.rowOf(word), word).toBe(-1);
    }
  });

  it("has the same bytes in whatever order the stems come", () => {
    expect(encodeEncoderTable(tableOf(STEMS.toReversed()))).toEqual(bytes);
  });

  it("opens wherever its bytes lie in memory, and without any stem", () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openEncoderTable(shifted.subarray(1)).rowOf("price")).toBeGreaterThanOrEqual(0);
    expect(openEncoderTable(encodeEncoderTable(tableOf([]))).rowOf("price")).toBe(-1);
  });

  it.each([
    ["nothing", new Uint8Array(0), "it is no table of an encoder"],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(60)),
      "it is no table of an encoder",
    ],
    ["another version", changed(4, 9), "it has version 9, and this version reads 1"],
    [
      "its first half",
      bytes.slice(0, bytes.length >> 1),
      `it has ${bytes.length >> 1} bytes instead of ${bytes.length}`,
    ],
    ["a changed row", changed(bytes.length - 9, 0x11), "its content does not match its checksum"],
  ])("is refused as %s, and says why", (_, file, reason) => {
    expect(() => openEncoderTable(file)).toThrow(EncoderTableError);
    expect(() => openEncoderTable(file)).toThrow(reason);
  });

  it("is refused with any bit flipped", () => {
    for (let at = 0; at < bytes.length; at++) {
      expect(() => openEncoderTable(changed(at, (bytes[at] ?? 0) ^ (1 << (at % 8)))), `byte ${at}`).toThrow(
        EncoderTableError,
      );
    }
  });
});
