/**
 * Where the right section stands among those of the six passages that are found for each blind question, and what
 * is likeliest instead:
 *
 *     node tests/retrieval/blind/section-places.ts [--wrong] [--write=FILE] [site ...]
 *
 * Needs git and a network once: pages are kept in `.cache/blind`. `--wrong` lists the questions of which the right
 * section is among the six and another is likeliest; `--write` keeps the sections of all of them, as JSON. Sites that
 * have been looked at during development and those that have not are summed up apart.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPassages } from "../../../core/answer/find/find-passages.ts";
import { rankSections, type AnswerSection } from "../../../core/answer/select/answer-sections.ts";
import { rankSentences } from "../../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import { fetchRepositoryFolder } from "../../support/fetch-repository.ts";
import { openFolder } from "../ask-documentation.ts";
import { readBlindQuestions, readBlindSites, type BlindQuestion } from "./blind-questions.ts";
import { placeOfSection, relationOf, type SectionPlace } from "./judge-section.ts";

const FETCHED_FOLDER = join(import.meta.dirname, "../../../.cache/blind");
const SOURCES = 6;

type Answerable = Extract<BlindQuestion, { facts: string[] }>;

interface Row {
  site: string;
  id: string;
  question: string;
  /** Of the right section, from 0; -1 where it is not among the six passages. */
  place: number;
  right: SectionPlace | undefined;
  likeliest: SectionPlace | undefined;
  /** All, the likeliest first. */
  places: SectionPlace[];
}

async function sectionsFor(corpus: Corpus, question: string): Promise<AnswerSection[]> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  return rankSections({
    passages,
    sentences: rankSentences({ question, passages, terms, termsOf }),
    termsOf,
  });
}

async function rowsOfSite(name: string, folder: string, questions: readonly Answerable[]): Promise<Row[]> {
  const corpus = await openFolder(folder, "en");
  const rows: Row[] = [];
  for (const { id, question, ...answer } of questions) {
    const places = (await sectionsFor(corpus, question)).map((section) => placeOfSection(section, answer));
    const place = places.findIndex(({ isRight }) => isRight);
    rows.push({ site: name, id, question, place, right: places[place], likeliest: places[0], places });
  }
  return rows;
}

function summary(name: string, rows: readonly Row[]): string {
  const within = (depth: number): number => rows.filter(({ place }) => place >= 0 && place < depth).length;
  return `${name} (${rows.length}): first ${within(1)}, three ${within(3)}, in six passages ${within(Infinity)}`;
}

const describe = (place: SectionPlace | undefined): string =>
  place === undefined ? "nothing" : `${place.url} > ${place.path.join(" > ")} (${place.share.toFixed(2)})`;

const parameters = process.argv.slice(2);
const named = parameters.filter((parameter) => !parameter.startsWith("--"));
const sites = readBlindSites();
const unknown = named.filter((name) => sites[name] === undefined);
if (unknown.length > 0) {
  console.error(`No such site: ${unknown.join(", ")}. There are ${Object.keys(sites).join(", ")}.`);
  process.exit(2);
}
const questions = readBlindQuestions().filter((question): question is Answerable => "facts" in question);
const rows: Row[] = [];
for (const [name, site] of Object.entries(sites)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const folder = join(FETCHED_FOLDER, name);
  fetchRepositoryFolder(site, folder);
  const own = await rowsOfSite(
    name,
    folder,
    questions.filter((question) => question.site === name),
  );
  console.log(summary(name, own));
  rows.push(...own);
}
for (const [name, lookedAt] of [["looked at", true] as const, ["not looked at", false] as const]) {
  console.log(
    summary(
      name,
      rows.filter(({ site }) => sites[site]?.lookedAt === lookedAt),
    ),
  );
}
console.log(summary("all", rows));
const relations = new Map<string, number>();
for (const { place, right, likeliest } of rows) {
  if (place < 1 || right === undefined || likeliest === undefined) continue;
  const relation = relationOf(right, likeliest);
  relations.set(relation, (relations.get(relation) ?? 0) + 1);
}
console.log("Likeliest instead of the right one among the six:");
for (const [relation, count] of [...relations].sort((a, b) => b[1] - a[1]))
  console.log(`  ${count} ${relation}`);
if (parameters.includes("--wrong")) {
  for (const { site, id, question, place, right, likeliest } of rows.filter(({ place }) => place > 0)) {
    console.log(
      `\n${site} ${id} [${place + 1}] ${question}\n  right:     ${describe(right)}\n  likeliest: ${describe(likeliest)}`,
    );
  }
}
const write = parameters.find((parameter) => parameter.startsWith("--write="))?.slice("--write=".length);
if (write !== undefined) writeFileSync(write, JSON.stringify(rows, undefined, 1));
