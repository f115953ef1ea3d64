/**
 * Learns the table of the encoder and writes it to `corpus/encoder/encoder-en.bin`:
 *
 *     node tests/training/encoder/fetch-repositories.ts
 *     node tests/training/encoder/train-encoder.ts [--out=FILE] [--stems=10000] [--dimensions=128] [--epochs=3] [--rate=.05]
 *     --start=FILE    goes on from an earlier table, so that what it learned of other pages is kept
 *
 * The table of this package went on, `--start=corpus/encoder/encoder-en.bin --epochs=2 --rate=0.005`, from one that was
 * learned in the same way from 118 repositories, some of which are in the list. `distil-encoder.ts` comes after it.
 *
 * Needs a C compiler (`cc`) and some 2 GB of memory; some minutes on one core. Every eleventh repository is held out
 * to report on. To be run before `tests/training/candidates.ts`; `leave-one-site-out.ts --table=FILE` says what a table
 * is worth.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWordStemmer } from "../../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable, openEncoderTable } from "../../../core/search/encoder/table-file.ts";
import { createRandom } from "../../support/seeded-random.ts";
import { encodePairs, type NumberedPair, numberPair, rowsOfStems, StemCounter } from "./encode-pairs.ts";
import { makePairs } from "./make-pairs.ts";
import { readPages } from "./read-pages.ts";
import { ENCODER_CACHE, HELD_OUT_EVERY, readRepositories } from "./repositories.ts";

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const numberOf = (name: string, preset: number): number => Number(valueOf(name) ?? preset);

const LANGUAGE = "en";
const LEARNED_STEMS = 30_000;

const counter = new StemCounter(await createWordStemmer(LANGUAGE));
const learned: NumberedPair[] = [];
const heldOut: NumberedPair[] = [];
const seen = new Set<string>();
const random = createRandom(1);
let sections = 0;
let pageCount = 0;
readRepositories().forEach((repository, index) => {
  if (!existsSync(repository.gitFolder)) {
    console.log(`${repository.name}: not there, left out`);
    return;
  }
  const pages = readPages(repository, seen);
  const pairs = makePairs(pages, random, () => sections++);
  pageCount += pages.length;
  const isHeldOut = index % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  const target = isHeldOut ? heldOut : learned;
  for (const pair of pairs) target.push(numberPair(pair, counter));
  console.log(
    `${repository.name}: ${pages.length} pages, ${pairs.length} pairs${isHeldOut ? ", held out" : ""}`,
  );
});
console.log(`${pageCount} pages, ${sections} sections, ${counter.stems.length} stems`);

const rows = rowsOfStems(counter, LEARNED_STEMS);
const stemOfRow: string[] = [];
rows.forEach((row, number) => {
  if (row >= 0) stemOfRow[row] = counter.stems[number] ?? "";
});
mkdirSync(ENCODER_CACHE, { recursive: true });
const place = (name: string): string => join(ENCODER_CACHE, name);
writeFileSync(place("pairs.bin"), encodePairs(learned, rows));
writeFileSync(place("held-out.bin"), encodePairs(heldOut, rows));
writeFileSync(place("stems.txt"), stemOfRow.join("\n"));

const dimensions = numberOf("dimensions", 128);
execFileSync("cc", [
  "-O3",
  "-march=native",
  "-ffast-math",
  "-o",
  place("train"),
  join(import.meta.dirname, "train.c"),
  "-lm",
]);
const start = valueOf("start");
if (start !== undefined) writeFileSync(place("start.f32"), startRows(start));
execFileSync(
  place("train"),
  [
    place("pairs.bin"),
    place("held-out.bin"),
    `${stemOfRow.length}`,
    `${dimensions}`,
    `${numberOf("epochs", 3)}`,
    `${numberOf("rate", 0.05)}`,
    place("table.f32"),
    ...(start === undefined ? [] : [place("start.f32")]),
  ],
  { stdio: "inherit" },
);
const numbers = readFileSync(place("table.f32"));
const table = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length >> 2);
const kept = stemOfRow.slice(0, numberOf("stems", 10_000));
const bytes = encodeEncoderTable({ language: LANGUAGE, dimensions, stems: kept, rows: table });
const out = valueOf("out") ?? join(import.meta.dirname, "../../../corpus/encoder/encoder-en.bin");
writeFileSync(out, bytes);
console.log(`${out}: ${kept.length} stems, ${bytes.length} bytes`);

/** The rows of an earlier table in the order of these stems, zeros for stems that it lacks. */
function startRows(file: string): Uint8Array {
  const earlier = openEncoderTable(readFileSync(file));
  if (earlier.dimensions !== dimensions)
    throw new RangeError(`${file} has ${earlier.dimensions} dimensions.`);
  const values = new Float32Array(stemOfRow.length * dimensions);
  stemOfRow.forEach((stem, at) => {
    const row = earlier.rowOf(stem);
    if (row >= 0) earlier.addRow(row, 1, values.subarray(at * dimensions, (at + 1) * dimensions));
  });
  return new Uint8Array(values.buffer);
}
