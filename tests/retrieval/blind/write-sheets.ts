/**
 * Builds the public sites of the blind questions and writes a sheet of answers for a judge, one a site:
 *
 *     node tests/retrieval/blind/write-sheets.ts OUT [site ...]
 *
 * Needs git and a network. A judge reads `OUT/<site>.sheet.html` (or the same as .json) and nothing else; the verdicts
 * are read together by
 *
 *     node corpus/bin.ts eval --blind OUT/questions.jsonl --verdicts OUT/<site>.verdicts.json [--verdicts ...]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fetchRepositoryFolder } from "../../support/fetch-repository.ts";
import { readBlindQuestions, readBlindSites, type BlindQuestion } from "./blind-questions.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FETCHED_FOLDER = join(ROOT, ".cache/blind");

const [out, ...named] = process.argv.slice(2);
if (out === undefined) {
  console.error("Name a folder for the sheets: node tests/retrieval/blind/write-sheets.ts OUT [site ...]");
  process.exit(2);
}
const sites = readBlindSites();
const unknown = named.filter((name) => sites[name] === undefined);
if (unknown.length > 0) {
  console.error(`No such site: ${unknown.join(", ")}. There are ${Object.keys(sites).join(", ")}.`);
  process.exit(2);
}

/** What `eval` reads of a question: the place is for whoever looks afterwards. */
function evaluated(question: BlindQuestion): object {
  const { id, site, question: text } = question;
  if ("refuse" in question) return { id, site, question: text, refuse: true, tags: question.tags };
  return { id, site, question: text, facts: question.facts };
}

function writeQuestions(file: string, questions: readonly BlindQuestion[]): void {
  writeFileSync(file, questions.map((question) => `${JSON.stringify(evaluated(question))}\n`).join(""));
}

const cli = (...parameters: string[]): string =>
  execFileSync(process.execPath, [join(ROOT, "corpus/bin.ts"), ...parameters], {
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
    stdio: ["ignore", "pipe", "inherit"],
  });

mkdirSync(out, { recursive: true });
const questions = readBlindQuestions();
writeQuestions(join(out, "questions.jsonl"), questions);
for (const [name, site] of Object.entries(sites)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const pages = join(FETCHED_FOLDER, name);
  fetchRepositoryFolder(site, pages);
  const corpus = join(out, `${name}.corpus`);
  cli("build", pages, "--base-url", site.url, "--out", corpus);
  const file = join(out, `${name}.questions.jsonl`);
  const ofSite = questions.filter((question) => question.site === name);
  writeQuestions(file, ofSite);
  const sheet = ["eval", "--blind", file, "--corpus", corpus];
  writeFileSync(join(out, `${name}.sheet.json`), cli(...sheet, "--json"));
  cli(...sheet, "--html", join(out, `${name}.sheet.html`));
  console.log(`${name}: ${ofSite.length} answers in ${join(out, name)}.sheet.html and .json`);
}
