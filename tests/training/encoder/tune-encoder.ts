/**
 * Goes on from the table that `train-encoder.ts` and `distil-encoder.ts` learned of pages and of a teacher, with questions that
 * people ask:
 *
 *     node tests/training/encoder/tune-encoder.ts [--start=FILE] [--out=FILE]
 *
 * The questions are those about the `EVERYDAY_SITES` (fetched by `fetch-documentation.ts`), each against all chunks of its
 * site, and those of `../business-pairs/`, each against the passages of other trades and topics. Gently: five times over all
 * of them in small steps, since more learns the sites by heart and forgets what the teacher told.
 * A minute on one core.
 *
 * Writes the table of the package, and to `.cache/encoder/` one for each quarter of the sites that has not seen it: by
 * those the weights of the other scripts are learned and reported (`readTableFor`).
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chunk } from "../../../core/corpus/format.ts";
import { passageText } from "../../../core/passage-text.ts";
import { createWordStemmer, wordsOf, type StemWord } from "../../../core/search/encoder/static-encoder.ts";
import { encodeEncoderTable, openEncoderTable } from "../../../core/search/encoder/table-file.ts";
import {
  ENCODER_CACHE,
  EVERYDAY_SITES,
  FOLDS,
  foldOf,
  foldTable,
  judgePlace,
  readDocumentationChunks,
  readDocumentationQuestions,
} from "../../retrieval/documentation-questions.ts";
import { readBusinessPairs, type BusinessPair } from "../business-pairs.ts";
import { learnGroups, type Group, type Row } from "./listwise.ts";

const LANGUAGE = "en";
const MAX_PASSAGE_STEMS = 260;
const MAX_QUESTION_STEMS = 40;

/** Questions that so many places answer say little of any of them. */
const MAX_RIGHT = 12;

/** Business pairs that are compared with one another. */
const PAIRS_OF_GROUP = 150;

/** Topics are named freely: "opening", "opening hours". */
const TOPIC_CHARS = 4;

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);

const packageTable = join(import.meta.dirname, "../../../corpus/encoder/encoder-en.bin");
const earlier = openEncoderTable(readFileSync(valueOf("start") ?? packageTable));
const stem: StemWord = await createWordStemmer(LANGUAGE);

function rowsOf(text: string): number[] {
  return wordsOf(text)
    .map((word) => earlier.rowOf(stem(word)))
    .filter((row) => row >= 0);
}

function questionRows(text: string): Row[] {
  return [...new Set(rowsOf(text))].slice(0, MAX_QUESTION_STEMS).map((row) => ({ row, weight: 1 }));
}

/** A stem that is repeated counts 1 + ln of how often, as in the encoder. */
function passageRows(text: string): Row[] {
  const counts = new Map<number, number>();
  for (const row of rowsOf(text).slice(0, MAX_PASSAGE_STEMS)) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].map(([row, count]) => ({ row, weight: 1 + Math.log(count) }));
}

const textOf = ({ title, headingPath, blocks }: Chunk): string =>
  [title, ...headingPath, passageText(blocks)].join("\n");

async function groupOfSite(site: string): Promise<Group> {
  const chunks = await readDocumentationChunks(site);
  const texts = chunks.map(textOf);
  const questions = readDocumentationQuestions(site).flatMap(({ question, answers }) => {
    if (answers === undefined) return [];
    const judged = texts.map((text, at) => judgePlace(chunks[at]?.url ?? "", text, answers));
    const placesOf = (wanted: string): number[] =>
      judged.flatMap((judgement, at) => (judgement === wanted ? [at] : []));
    const [right, unsure] = [placesOf("right"), placesOf("elsewhere")];
    return right.length === 0 || right.length > MAX_RIGHT
      ? []
      : [{ rows: questionRows(question), right, unsure }];
  });
  return { passages: texts.map(passageRows), questions };
}

function businessGroups(): Group[] {
  const pairs = [LANGUAGE, "docs"].flatMap(readBusinessPairs);
  const groups: Group[] = [];
  for (let from = 0; from < pairs.length; from += PAIRS_OF_GROUP) {
    const own = pairs.slice(from, from + PAIRS_OF_GROUP);
    const topicOf = ({ topic }: BusinessPair): string => topic.slice(0, TOPIC_CHARS).toLowerCase();
    groups.push({
      passages: own.map(({ heading, passage }) => passageRows(`${heading}\n${passage}`)),
      questions: own.map((pair, at) => ({
        rows: questionRows(pair.question),
        right: [at],
        unsure: own.flatMap((other, place) =>
          place !== at && topicOf(other) === topicOf(pair) ? [place] : [],
        ),
      })),
    });
  }
  return groups;
}

/** The earlier table with what the groups teach. */
function tuned(groups: readonly Group[]): Uint8Array {
  const { dimensions, stemCount } = earlier;
  const rows = new Float32Array(stemCount * dimensions);
  for (let row = 0; row < stemCount; row++) {
    earlier.addRow(row, 1, rows.subarray(row * dimensions, (row + 1) * dimensions));
  }
  learnGroups(rows, dimensions, groups);
  return encodeEncoderTable({ language: LANGUAGE, dimensions, stems: earlier.stems(), rows });
}

const bySite = new Map<string, Group>();
for (const site of EVERYDAY_SITES) bySite.set(site, await groupOfSite(site));
const business = businessGroups();
const questionCount = [...bySite.values(), ...business].reduce(
  (sum, { questions }) => sum + questions.length,
  0,
);
console.log(`${questionCount} questions, ${bySite.size} sites, ${business.length} groups of business pairs`);
mkdirSync(ENCODER_CACHE, { recursive: true });
for (let fold = 0; fold < FOLDS; fold++) {
  const others = [...bySite].filter(([site]) => foldOf(site) !== fold).map(([, group]) => group);
  writeFileSync(foldTable(fold), tuned([...others, ...business]));
  console.log(`${foldTable(fold)}: without the sites of fold ${fold}`);
}
const out = valueOf("out") ?? packageTable;
writeFileSync(out, tuned([...bySite.values(), ...business]));
console.log(out);
