/**
 * The questions that the answer's numbers are fitted to and those that they are reported on. SQuAD 2.0 is
 * split by article, every second one in the order of their names, so that nothing is reported on an article
 * that was trained on; documentation questions carry their split.
 */
import type { AnswerSection } from "../../core/answer/select/answer-sections.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { passageText } from "../../core/passage-text.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CORPORA_FOLDER, readJsonLines } from "../support/corpora.ts";
import { openFolder, type OpenFolderOptions } from "../retrieval/ask-documentation.ts";
import { memorySource } from "../support/corpus.ts";

export type Split = "training" | "report";

export interface Article {
  name: string;
  split: Split;
  paragraphs: { id: string; text: string }[];
  questions: ArticleQuestion[];
}

export interface ArticleQuestion {
  text: string;
  /** Absent: a question that looks answerable and is not. */
  answers?: string[];
}

interface Document {
  id: string;
  title: string;
  text: string;
}

interface QueryLine {
  id: string;
  text: string;
  answers?: string[];
  article?: string;
}

/** The articles of a set of `retrieval/` that has one paragraph a document and the article as its title. */
export function readArticles(name: string): Article[] {
  const documents = readJsonLines<Document>(`retrieval/${name}/corpus.jsonl`);
  const titleOf = new Map(documents.map(({ id, title }) => [id, title]));
  const names = [...new Set(documents.map(({ title }) => title))].sort();
  const articles = new Map(
    names.map((article, index): [string, Article] => [
      article,
      { name: article, split: index % 2 === 0 ? "training" : "report", paragraphs: [], questions: [] },
    ]),
  );
  for (const { id, title, text } of documents) articles.get(title)?.paragraphs.push({ id, text });
  const documentOf = new Map<string, string>();
  for (const line of readFileSync(join(CORPORA_FOLDER, `retrieval/${name}/qrels.tsv`), "utf8").split("\n")) {
    const [query = "", document = "", grade = ""] = line.split("\t");
    if (Number(grade) > 0) documentOf.set(query, document);
  }
  for (const { id, text, answers, article } of readJsonLines<QueryLine>(`retrieval/${name}/queries.jsonl`)) {
    const title = article ?? titleOf.get(documentOf.get(id) ?? "") ?? "";
    articles.get(title)?.questions.push({ text, ...(answers !== undefined && { answers }) });
  }
  return [...articles.values()];
}

export async function openArticles(articles: readonly Article[], language = "en"): Promise<Corpus> {
  const paragraphsOfAll = articles.flatMap(({ name, paragraphs }) =>
    paragraphs.map((paragraph) => ({ name, ...paragraph })),
  );
  const chunks = paragraphsOfAll.map(({ name, id, text }, ordinal): Chunk => ({
    id: ordinal.toString(16).padStart(16, "0"),
    title: name,
    headingPath: [],
    url: `/${encodeURIComponent(id)}/`,
    language,
    blocks: [{ kind: "paragraph", text }],
  }));
  return openCorpus(memorySource(await encodeCorpus({ site: "articles", language, chunks })));
}

/** A golden question of our own documentation; without facts it has no answer there. */
export interface GoldenQuestion {
  question: string;
  split: Split;
  urls?: string[];
  facts?: (string | string[])[];
}

const REPOSITORY = join(import.meta.dirname, "../..");

/** Those that are asked alone and are meant to be searched for: every second one is trained on, by its line. */
export function readGoldenQuestions(): GoldenQuestion[] {
  return readFileSync(join(REPOSITORY, "demo/golden/questions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line, index) => ({
      ...(JSON.parse(line) as GoldenQuestion & { tags?: string[]; history?: unknown[] }),
      split: index % 2 === 0 ? ("training" as const) : ("report" as const),
    }))
    .filter(({ tags, history }) => tags?.includes("small-talk") !== true && history === undefined);
}

export const OWN_DOCUMENTATION = join(REPOSITORY, "demo/docs");

/** Our own documentation, as `assistant-chat build` reads it. */
export async function openOwnDocumentation(options?: OpenFolderOptions): Promise<Corpus> {
  return openFolder(OWN_DOCUMENTATION, "en", options);
}

/** A section as it is read: with the headings that it stands under. */
export function sectionText({ passage, from, to }: AnswerSection): string {
  const { title, headingPath, blocks } = passage.chunk;
  return [title, ...headingPath, passageText(blocks.slice(from, to))].join("\n");
}

export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const held = normaliseText(text);
  return answers.some((answer) => held.includes(normaliseText(answer)));
}
