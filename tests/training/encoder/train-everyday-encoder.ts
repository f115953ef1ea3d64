/**
 * Learns the table by which small sites are searched, and writes it to `corpus/encoder/everyday-en.bin`:
 *
 *     node tests/training/encoder/train-everyday-encoder.ts [--out=FILE] [--stems=12000]
 *
 * General word vectors, turned by the pairs of `tests/training/business-pairs.ts` (`contrast-model.ts`). About a minute on one
 * core; fetches 118 MB when it is first run. To be run before `tests/training/small-sites.ts`, which says what it is worth.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWordStemmer, wordsOf } from "../../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable } from "../../../core/search/encoder/table-file.ts";
import { readBusinessPairs } from "../business-pairs.ts";
import { trainContrast, type ContrastPair, type Counted } from "./contrast-model.ts";
import { readWordVectors, WORD_DIMENSIONS } from "./word-vectors.ts";

const LANGUAGE = "en";

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const stemCount = Number(valueOf("stems") ?? 12_000);
const out = valueOf("out") ?? join(import.meta.dirname, "../../../corpus/encoder/everyday-en.bin");

const stem = await createWordStemmer(LANGUAGE);
const stemsOf = (text: string): string[] => wordsOf(text).map(stem);
const all = readWordVectors(stem);
const rowOfStem = new Map(all.stems.map((one, row) => [one, row]));
const pairs = readBusinessPairs(LANGUAGE).map(({ trade, question, heading, passage }) => ({
  trade,
  question: stemsOf(question),
  heading: stemsOf(heading),
  passage: stemsOf(passage),
}));

/** Texts that hold each stem: what is rare counts more. */
const textsWith = new Map<string, number>();
const texts = pairs.flatMap(({ question, heading, passage }) => [question, [...heading, ...passage]]);
for (const text of texts) {
  for (const one of new Set(text)) textsWith.set(one, (textsWith.get(one) ?? 0) + 1);
}
const MIN_RARITY = 0.3;
const RARITY_SCALE = 5;
const firstWeight = (one: string): number =>
  Math.max(MIN_RARITY, Math.log(texts.length / ((textsWith.get(one) ?? 0) + 3))) / RARITY_SCALE;

const seen = [...textsWith.keys()].filter((one) => rowOfStem.has(one)).sort();
const numberOf = new Map(seen.map((one, number) => [one, number]));
const vectorOf = (one: string): Float32Array => {
  const row = rowOfStem.get(one) as number;
  return all.rows.subarray(row * WORD_DIMENSIONS, (row + 1) * WORD_DIMENSIONS);
};
const words = new Float32Array(seen.length * WORD_DIMENSIONS);
seen.forEach((one, number) => words.set(vectorOf(one), number * WORD_DIMENSIONS));
const weights = Float32Array.from(seen, firstWeight);

function counted(stems: readonly string[], weightOf: (count: number) => number): Counted[] {
  const counts = new Map<number, number>();
  for (const one of stems) {
    const row = numberOf.get(one);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts].map(([row, count]) => ({ row, weight: weightOf(count) }));
}
const asQuestion = (stems: readonly string[]): Counted[] => counted(stems, () => 1);
const asPassage = (stems: readonly string[]): Counted[] => counted(stems, (count) => 1 + Math.log(count));

const trades = [...new Set(pairs.map(({ trade }) => trade))];
const learned = pairs
  .flatMap(({ trade, question, heading, passage }): ContrastPair[] => {
    const group = trades.indexOf(trade);
    return [
      { question: asQuestion(question), passage: asPassage([...heading, ...passage]), group },
      { question: asPassage(heading), passage: asPassage(passage), group },
    ];
  })
  .filter(({ question, passage }) => question.length > 0 && passage.length > 0);
console.log(`${learned.length} pairs of ${trades.length} trades, ${seen.length} of their stems are known`);
const { turn, logWeights, shifts } = trainContrast(learned, words, weights);

/** What a word counts that no pair has: as much as those that one or two have. */
const RARE_TEXTS = 2;
const rare = seen.flatMap((one, number) =>
  (textsWith.get(one) ?? 0) <= RARE_TEXTS ? [logWeights[number] as number] : [],
);
const rareLogWeight = rare.reduce((sum, value) => sum + value, 0) / rare.length;

const kept = [...new Set([...seen, ...all.stems])].slice(0, Math.max(stemCount, seen.length));
const rows = new Float32Array(kept.length * WORD_DIMENSIONS);
kept.forEach((one, at) => {
  const number = numberOf.get(one);
  const row = rows.subarray(at * WORD_DIMENSIONS, (at + 1) * WORD_DIMENSIONS);
  if (number !== undefined)
    row.set(shifts.subarray(number * WORD_DIMENSIONS, (number + 1) * WORD_DIMENSIONS));
  vectorOf(one).forEach((share, from) => {
    for (let to = 0; to < WORD_DIMENSIONS; to++)
      row[to] = (row[to] as number) + share * (turn[from * WORD_DIMENSIONS + to] as number);
  });
  const weight = Math.exp(number === undefined ? rareLogWeight : (logWeights[number] as number));
  for (let to = 0; to < WORD_DIMENSIONS; to++) row[to] = (row[to] as number) * weight;
});
const bytes = encodeEncoderTable({ language: LANGUAGE, dimensions: WORD_DIMENSIONS, stems: kept, rows });
writeFileSync(out, bytes);
console.log(`${kept.length} stems, ${bytes.length} bytes: ${out}`);
