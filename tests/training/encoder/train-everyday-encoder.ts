/**
 * Learns the tables by which small sites are searched, and writes them to `corpus/encoder/everyday-<language>.bin`:
 *
 *     node tests/training/encoder/train-everyday-encoder.ts [--language=en] [--out=FILE] [--stems=12800]
 *
 * Vectors of words are taught by a small model of sentences (`sentence-teacher.ts`, `distil-words.ts`) and turned by the
 * pairs of `tests/training/business-pairs.ts` (`contrast-model.ts`). Words of another language begin where the English words
 * are that say the same (`glossary.ts`), and are turned by pairs of both. Some minutes on one core, and a quarter of an hour
 * more when the teacher is first asked, which is fetched then (`.cache/encoder`, 250 MB with all that it needs). To be run
 * before `tests/training/small-sites.ts`, which says what it is worth.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWordStemmer, wordsOf } from "../../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable } from "../../../core/search/encoder/table-file.ts";
import { readBusinessPairs } from "../business-pairs.ts";
import { trainContrast, type ContrastPair, type Counted } from "./contrast-model.ts";
import { distilWords, WORD_DIMENSIONS, type WordVectors } from "./distil-words.ts";
import { readEverydayTexts } from "./everyday-texts.ts";
import { readGlossary } from "./glossary.ts";
import { ENCODER_CACHE } from "./repositories.ts";
import { teach } from "./sentence-teacher.ts";

const ENGLISH = "en";

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const language = valueOf("language") ?? ENGLISH;
const stemCount = Number(valueOf("stems") ?? 12_800);
const out = valueOf("out") ?? join(import.meta.dirname, `../../../corpus/encoder/everyday-${language}.bin`);

const englishStem = await createWordStemmer(ENGLISH);
const stem = await createWordStemmer(language);

/** The same for all languages, and therefore kept beside the teacher; written anew where English is learned. */
const DISTILLED = join(ENCODER_CACHE, "everyday-words");
const english = language === ENGLISH || !existsSync(`${DISTILLED}.json`) ? await distil() : readDistilled();

async function distil(): Promise<WordVectors> {
  const { words, sentences } = readEverydayTexts();
  const vectorOf = await teach([...words, ...sentences]);
  const taught = (text: string, isWord: boolean) => ({
    stems: wordsOf(text).map(englishStem),
    vector: vectorOf(text),
    isWord,
  });
  const vectors = distilWords([
    ...words.map((word) => taught(word, true)),
    ...sentences.map((text) => taught(text, false)),
  ]);
  writeFileSync(`${DISTILLED}.json`, JSON.stringify(vectors.stems));
  writeFileSync(`${DISTILLED}.bin`, new Uint8Array(vectors.rows.buffer));
  return vectors;
}

function readDistilled(): WordVectors {
  const bytes = readFileSync(`${DISTILLED}.bin`);
  return {
    stems: JSON.parse(readFileSync(`${DISTILLED}.json`, "utf8")) as string[],
    rows: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT),
  };
}

/** Stems of one language are told from those of another. */
const named = (own: string, one: string): string => (own === language ? one : `${own} ${one}`);
/** Where each stem begins, the most frequent first; the length is what it counts. */
const vectors = new Map<string, Float32Array>(
  english.stems.map((one, row) => [
    named(ENGLISH, one),
    english.rows.subarray(row * WORD_DIMENSIONS, (row + 1) * WORD_DIMENSIONS),
  ]),
);
if (language !== ENGLISH) {
  const vectorOfText = (text: string): Float32Array[] =>
    wordsOf(text).flatMap((word) => vectors.get(named(ENGLISH, englishStem(word))) ?? []);
  for (const [own, vector] of readGlossary(language, { stem, vectorsOf: vectorOfText }))
    vectors.set(own, vector);
}

const stemsIn = (own: string, text: string): string[] =>
  wordsOf(text).map((word) => named(own, own === ENGLISH ? englishStem(word) : stem(word)));
const pairs = [...new Set([ENGLISH, language])].flatMap((own) =>
  readBusinessPairs(own).map((pair) => ({
    own,
    trade: `${own} ${pair.trade}`,
    texts: { question: pair.question, heading: pair.heading, passage: pair.passage },
    question: stemsIn(own, pair.question),
    heading: stemsIn(own, pair.heading),
    passage: stemsIn(own, pair.passage),
  })),
);
const vectorOfText = await teach(
  pairs.flatMap(({ own, texts: { question, heading, passage } }) =>
    own === ENGLISH ? [question, heading, `${heading} ${passage}`, passage] : [],
  ),
);

const isForeign = (one: string): boolean => one.startsWith(`${ENGLISH} `);
const texts = pairs.flatMap(({ question, heading, passage }) => [...question, ...heading, ...passage]);
const seen = [...new Set(texts)].filter((one) => vectors.has(one)).sort();
const numberOf = new Map(seen.map((one, number) => [one, number]));
const lengths = [...vectors.values()].map((vector) => Math.hypot(...vector)).sort((a, b) => a - b);
const middle = lengths[lengths.length >> 1] ?? 1;
const vectorOf = (one: string): Float32Array => vectors.get(one) as Float32Array;
const weightOf = (one: string): number => Math.max(1e-3, Math.hypot(...vectorOf(one)) / middle);
const unitOf = (one: string): Float32Array => {
  const length = Math.hypot(...vectorOf(one)) || 1;
  return vectorOf(one).map((value) => value / length);
};
const words = new Float32Array(seen.length * WORD_DIMENSIONS);
seen.forEach((one, number) => words.set(unitOf(one), number * WORD_DIMENSIONS));

function counted(stems: readonly string[], weightOfCount: (count: number) => number): Counted[] {
  const counts = new Map<number, number>();
  for (const one of stems) {
    const row = numberOf.get(one);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts].map(([row, count]) => ({ row, weight: weightOfCount(count) }));
}
const asQuestion = (stems: readonly string[]): Counted[] => counted(stems, () => 1);
const asPassage = (stems: readonly string[]): Counted[] => counted(stems, (count) => 1 + Math.log(count));

const trades = [...new Set(pairs.map(({ trade }) => trade))];
const learned = pairs
  .flatMap(({ own, trade, texts: told, question, heading, passage }): ContrastPair[] => {
    const group = trades.indexOf(trade);
    const taught = (from: string, to: string): ContrastPair["taught"] =>
      own === ENGLISH ? { question: vectorOfText(from), passage: vectorOfText(to) } : undefined;
    return [
      {
        question: asQuestion(question),
        passage: asPassage([...heading, ...passage]),
        group,
        taught: taught(told.question, `${told.heading} ${told.passage}`),
      },
      {
        question: asPassage(heading),
        passage: asPassage(passage),
        group,
        taught: taught(told.heading, told.passage),
      },
    ];
  })
  .filter(({ question, passage }) => question.length > 0 && passage.length > 0);
console.log(`${learned.length} pairs of ${trades.length} trades, ${seen.length} of their stems are known`);
const { turn, logWeights, shifts } = trainContrast(
  learned,
  words,
  Float32Array.from(seen, (one) => weightOf(one)),
);

const own = seen.filter((one) => !isForeign(one));
const kept = [...new Set([...own, ...[...vectors.keys()].filter((one) => !isForeign(one))])].slice(
  0,
  Math.max(stemCount, own.length),
);
const rows = new Float32Array(kept.length * WORD_DIMENSIONS);
kept.forEach((one, at) => {
  const number = numberOf.get(one);
  const row = rows.subarray(at * WORD_DIMENSIONS, (at + 1) * WORD_DIMENSIONS);
  if (number !== undefined)
    row.set(shifts.subarray(number * WORD_DIMENSIONS, (number + 1) * WORD_DIMENSIONS));
  unitOf(one).forEach((share, from) => {
    for (let to = 0; to < WORD_DIMENSIONS; to++)
      row[to] = (row[to] as number) + share * (turn[from * WORD_DIMENSIONS + to] as number);
  });
  const weight = number === undefined ? weightOf(one) : Math.exp(logWeights[number] as number);
  for (let to = 0; to < WORD_DIMENSIONS; to++) row[to] = (row[to] as number) * weight;
});
const bytes = encodeEncoderTable({ language, dimensions: WORD_DIMENSIONS, stems: kept, rows });
writeFileSync(out, bytes);
console.log(`${kept.length} stems, ${bytes.length} bytes: ${out}`);
