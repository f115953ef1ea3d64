/**
 * A static encoder: a text becomes the sum of the rows of its stems, at length 1. Rows were learned so that questions
 * point where the passages point that answer them (`tests/training/encoder/`); the length of a row is what its stem
 * counts. There is no model to run: a question costs some microseconds.
 */
import { loadLanguagePipeline } from "../languages.ts";
import { createLooseRows } from "./loose-rows.ts";
import { openEncoderTable, type EncoderTable } from "./table-file.ts";

export interface StaticEncoder {
  /** BCP 47. */
  readonly language: string;
  readonly dimensions: number;
  /** Unit vector of a question or a sentence, in which each stem counts once; zeros where no stem is known. */
  encodeQuestion(text: string): Float32Array;
  /**
   * Unit vector of a passage, in which a stem that is repeated counts more: 1 + ln of how often. The stems of its texts,
   * such as its headings and sentences, are remembered: the next question is compared with them too.
   */
  encodePassage(...texts: readonly string[]): Float32Array;
  /** What a word counts in a question, about .3 to 2.3: the length of its row, of its weightiest part's; undefined where none is known. */
  massOf(word: string): number | undefined;
  /** How like a word the likest word of some texts is, 0 to 1; 0 where the table does not know it. */
  nearestTo(word: string, texts: readonly string[]): number;
}

/** Words, and the parts of names in code. Most texts are plain, and read three times as fast. */
const ASCII_WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;
const ASCII_TEXT = /^[ -~\s]*$/;
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Nd}+/gu;

/** Longer ones are data. */
const MAX_WORD_CHARS = 24;

/** What comes later in a passage says little that its beginning does not. */
const MAX_PASSAGE_STEMS = 260;

/** Numbers of more digits are told apart by how many they have alone. */
const PLAIN_DIGITS = 2;
const MAX_DIGITS = 6;

/** Bounds the memory of an isolate that is fed random words. */
const MAX_REMEMBERED_WORDS = 20_000;

/** Texts whose stems are remembered: those of some 200 passages, about 1 MB. */
const MAX_REMEMBERED_TEXTS = 4000;
const MAX_REMEMBERED_TEXT_CHARS = 600;

/** Rows that are kept at length 1, with their lengths: about 1 MB. */
const MAX_REMEMBERED_ROWS = 4000;

/** The stem of each word as the table has it. */
export type StemWord = (word: string) => string;

/** @throws EncoderTableError where the bytes are not a table. */
export async function createStaticEncoder(bytes: Uint8Array): Promise<StaticEncoder> {
  const table = openEncoderTable(bytes);
  return encoderOf(table, await createWordStemmer(table.language));
}

/** Words of a text in order, as they are written. */
export function wordsOf(text: string): string[] {
  return (text.match(ASCII_TEXT.test(text) ? ASCII_WORD : WORD) ?? []).filter(
    ({ length }) => length <= MAX_WORD_CHARS,
  );
}

/** Stop words have a stem too: "how" and "why" say much of what is asked for. */
export async function createWordStemmer(language: string): Promise<StemWord> {
  const pipeline = await loadLanguagePipeline(language);
  return (word) => {
    const lower = word.toLowerCase();
    if (!/^\p{Nd}/u.test(lower)) return pipeline.stem(lower);
    return lower.length <= PLAIN_DIGITS ? lower : `#${Math.min(MAX_DIGITS, lower.length)}`;
  };
}

function encoderOf(table: EncoderTable, stem: StemWord): StaticEncoder {
  const { dimensions, language } = table;
  const looseRowsOf = createLooseRows(table, stem);
  const rowsOfWord = new Map<string, readonly number[]>();
  const rowsOf = (text: string): number[] => {
    const all: number[] = [];
    for (const word of wordsOf(text)) {
      let rows = rowsOfWord.get(word);
      if (rows === undefined) {
        const row = table.rowOf(stem(word));
        rows = row >= 0 ? [row] : looseRowsOf(word);
        if (rowsOfWord.size >= MAX_REMEMBERED_WORDS) rowsOfWord.clear();
        rowsOfWord.set(word, rows);
      }
      all.push(...rows);
    }
    return all;
  };
  const rowsOfText = new Map<string, readonly number[]>();
  const rememberedRowsOf = (text: string): readonly number[] => {
    if (text.length > MAX_REMEMBERED_TEXT_CHARS) return rowsOf(text);
    let rows = rowsOfText.get(text);
    if (rows === undefined) {
      rows = rowsOf(text);
      if (rowsOfText.size >= MAX_REMEMBERED_TEXTS) rowsOfText.clear();
      rowsOfText.set(text, rows);
    }
    return rows;
  };
  const sumOf = (rows: readonly number[], weightOf: (count: number) => number): Float32Array => {
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
    const sum = new Float32Array(dimensions);
    for (const [row, count] of counts) table.addRow(row, weightOf(count), sum);
    return toUnitLength(sum);
  };
  const unitOfRow = new Map<number, UnitRow>();
  const unitOf = (row: number): UnitRow => {
    let unit = unitOfRow.get(row);
    if (unit === undefined) {
      const vector = new Float32Array(dimensions);
      table.addRow(row, 1, vector);
      unit = { mass: Math.hypot(...vector), vector: toUnitLength(vector) };
      if (unitOfRow.size >= MAX_REMEMBERED_ROWS) unitOfRow.clear();
      unitOfRow.set(row, unit);
    }
    return unit;
  };
  return {
    language,
    dimensions,
    massOf(word) {
      const rows = rowsOf(word);
      return rows.length === 0 ? undefined : Math.max(...rows.map((row) => unitOf(row).mass));
    },
    nearestTo(word, texts) {
      const parts = rowsOf(word).map((row) => unitOf(row).vector);
      if (parts.length === 0) return 0;
      let nearest = 0;
      for (const row of new Set(texts.flatMap(rememberedRowsOf))) {
        const { vector } = unitOf(row);
        for (const part of parts) nearest = Math.max(nearest, dot(part, vector));
      }
      return nearest;
    },
    encodeQuestion: (text) => sumOf(rowsOf(text), () => 1),
    encodePassage: (...texts) =>
      sumOf(texts.flatMap(rememberedRowsOf).slice(0, MAX_PASSAGE_STEMS), (count) => 1 + Math.log(count)),
  };
}

interface UnitRow {
  mass: number;
  vector: Float32Array;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * scale;
  return vector;
}
