/**
 * Joins the table that `train-encoder.ts` learned with one that follows a teacher which reads words in their order
 * (`sentence-teacher.ts`):
 *
 *     node tests/training/encoder/distil-encoder.ts --start=FILE --out=FILE
 *
 * To be run between `train-encoder.ts` and `tune-encoder.ts`. The first table knows what documentation calls things, the
 * second what people mean by everyday words. Both are put side by side and turned into the strongest directions of both
 * together, as many as the first has: the table does not grow, and loses nothing that could be measured.
 *
 * The teacher reads some 225,000 short texts, ten minutes on two cores; what it says is remembered. The rest takes two.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createWordStemmer, wordsOf } from "../../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable, openEncoderTable } from "../../../core/search/encoder/table-file.ts";
import { readBusinessPairs } from "../business-pairs.ts";
import { readCommonWords } from "./everyday-texts.ts";
import { followTeacher, type TaughtText } from "./follow-teacher.ts";
import { principalDirections, rowsOf, turnInto } from "./principal-directions.ts";
import { pairTexts, repositoryTexts } from "./short-texts.ts";
import { TEACHER_DIMENSIONS, teach } from "./sentence-teacher.ts";

const LANGUAGE = "en";
/** Enough to find directions by. */
const DIRECTION_TEXTS = 60_000;

/** What the table that follows the teacher counts against the other, both at the same length of texts. */
const TEACHER_SHARE = 1.1;

const valueOf = (name: string): string => {
  const value = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (value === undefined) throw new RangeError(`--${name}=FILE is missing.`);
  return value.slice(`--${name}=`.length);
};
const [start, out] = [valueOf("start"), valueOf("out")];
const earlier = openEncoderTable(readFileSync(start));
const { dimensions: size, stemCount } = earlier;
const stem = await createWordStemmer(LANGUAGE);

const pairs = ["en", "docs"].flatMap(readBusinessPairs);
const texts = [...readCommonWords(), ...pairTexts(pairs), ...repositoryTexts()];
const vectorOf = await teach(texts);
const vectors = new Float32Array(texts.length * TEACHER_DIMENSIONS);
texts.forEach((text, place) => vectors.set(vectorOf(text), place * TEACHER_DIMENSIONS));
const taught = texts.flatMap((text, place): TaughtText[] => {
  const rows = new Set(
    wordsOf(text)
      .map((word) => earlier.rowOf(stem(word)))
      .filter((row) => row >= 0),
  );
  return rows.size === 0 ? [] : [{ rows: [...rows], place }];
});
console.log(`${texts.length} texts, ${taught.length} with a stem of the table`);

const aims = turnInto(vectors, TEACHER_DIMENSIONS, strongest(vectors, TEACHER_DIMENSIONS));
toUnitLength(aims, size);
const following = followTeacher(taught, aims, { size, rowCount: stemCount, tell: console.log });
const own = new Float32Array(stemCount * size);
for (let row = 0; row < stemCount; row++) earlier.addRow(row, 1, own.subarray(row * size, (row + 1) * size));

const share = (TEACHER_SHARE * lengthOfTexts(own)) / lengthOfTexts(following);
const both = new Float32Array(stemCount * size * 2);
for (let row = 0; row < stemCount; row++) {
  both.set(own.subarray(row * size, (row + 1) * size), row * size * 2);
  for (let at = 0; at < size; at++)
    both[row * size * 2 + size + at] = share * (following[row * size + at] as number);
}
const sums = sumsOfTexts(both, size * 2);
toUnitLength(sums, size * 2);
const rows = turnInto(both, size * 2, strongest(sums, size * 2));
// What a stem counts is read as the length of its row: on the whole that stays as it was.
const scale = meanLength(own) / meanLength(rows);
for (let at = 0; at < rows.length; at++) rows[at] = scale * (rows[at] as number);
writeFileSync(
  out,
  encodeEncoderTable({ language: LANGUAGE, dimensions: size, stems: earlier.stems(), rows }),
);
console.log(
  `${out}: ${stemCount} stems, what follows the teacher counts ${share.toFixed(2)} times its length`,
);

/** As many directions as a row has numbers: cosines stay what they are as far as so many allow. */
function strongest(vectors: Float32Array, width: number): Float64Array {
  return principalDirections(rowsOf(vectors, width).slice(0, DIRECTION_TEXTS), width, size);
}

function sumsOfTexts(table: Float32Array, width: number): Float32Array {
  const sums = new Float32Array(taught.length * width);
  taught.forEach(({ rows: held }, text) => {
    for (const row of held)
      for (let at = 0; at < width; at++)
        sums[text * width + at] = (sums[text * width + at] as number) + (table[row * width + at] as number);
  });
  return sums;
}

function lengthOfTexts(table: Float32Array): number {
  return meanLength(sumsOfTexts(table, size));
}

function meanLength(vectors: Float32Array): number {
  let sum = 0;
  for (let from = 0; from < vectors.length; from += size)
    sum += Math.hypot(...vectors.subarray(from, from + size));
  return sum / (vectors.length / size);
}

function toUnitLength(vectors: Float32Array, width: number): void {
  for (let from = 0; from < vectors.length; from += width) {
    const vector = vectors.subarray(from, from + width);
    const length = Math.hypot(...vector) || 1;
    for (let at = 0; at < width; at++) vector[at] = (vector[at] as number) / length;
  }
}
