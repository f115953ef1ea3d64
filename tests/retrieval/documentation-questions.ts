/**
 * Questions about forty-five public sites, each with the places of its pages that answer it. Those of the parts a and
 * b were written after reading the pages, in other words than theirs; those of part c before reading them: what
 * visitors ask first. None after an answer of ours was seen. Nine sites and the
 * `EVERYDAY_SITES` are learned from, the others are only looked at.
 */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnswerSection } from "../../core/answer/select/answer-sections.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { passageText } from "../../core/passage-text.ts";
import { readEncoderTable } from "../../corpus/encoder/read-encoder-table.ts";
import { CORPORA_FOLDER } from "../support/corpora.ts";
import { holdsFacts, openFolder, readChunks, type OpenFolderOptions } from "./ask-documentation.ts";

/** A place that answers by itself, or tells one side of a comparison. */
export interface AnswerPlace {
  /** Path of the page's source below the root of the site. */
  page: string;
  /** The nearest heading above; "" for what stands below the title. */
  heading: string;
  /** What a right answer holds; a list names alternatives of which one suffices. */
  facts: (string | string[])[];
  /** Of a comparison: one of several places that are all needed. */
  side?: boolean;
}

export interface DocumentationQuestion {
  corpus: string;
  /** a and b share no page; c: what visitors ask first. */
  part: "a" | "b" | "c";
  /** `refuse`: the pages have no answer. */
  kind: string;
  question: string;
  answers?: AnswerPlace[];
  /** Of one that the pages do not answer: the page that comes nearest, and what it does not say. */
  near?: string;
  why?: string;
}

/** Public documentation that `tests/training/fetch-documentation.ts` brings here. */
export const FETCHED_FOLDER = join(import.meta.dirname, "../../.cache/documentation");

export const TRAINING_SITES = [
  "vue",
  "fastapi",
  "mastodon",
  "handbook",
  "hugoDocs",
  "react",
  "eslint",
  "plausible",
  "jekyll",
] as const;
export const REPORT_SITES = ["astro-en", "hono", "vite", "cpp"] as const;
/**
 * Nothing was learned from them: what a model is shown is measured on them. How many candidates there are, and what is
 * refused unasked, was settled after a first look at the first four; nothing was changed after the first run on the others.
 */
export const UNSEEN_SITES = [
  "immer",
  "moduk",
  "dxw-playbook",
  "ente-help",
  "anki",
  "guidebook",
  "peewee",
  "shiori",
  "twelve",
] as const;

/**
 * Asked as visitors type: in words that are mostly not the page's, a third of them in one to four words, a third as a
 * problem told in a sentence or two. The encoder and all weights are learned from them too.
 */
export const EVERYDAY_SITES = [
  "18f-accessibility",
  "18f-methods",
  "bookstack",
  "cargo",
  "dfe-technical-guidance",
  "es-toolkit",
  "espanso",
  "exercism-docs",
  "firefly-iii",
  "freshrss",
  "jellyfin",
  "lucide",
  "mealie",
  "moj-technical-guidance",
  "navidrome",
  "nhs-quality-framework",
  "obsidian-help",
  "open-collective-docs",
  "photoprism",
  "rladies-guide",
  "solus",
  "starlight",
  "strawberry",
] as const;

export function readDocumentationQuestions(site: string): DocumentationQuestion[] {
  return readQuestions(`${site}.jsonl`);
}

/**
 * What visitors would ask a site, in words that it uses, and what it does not say; each written after reading what it
 * says of the matter. None where nobody wrote any apart from the other questions.
 */
export function readNearQuestions(site: string): DocumentationQuestion[] {
  return readQuestions(`near/${site}.jsonl`);
}

function readQuestions(name: string): DocumentationQuestion[] {
  const file = join(import.meta.dirname, "documentation", name);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentationQuestion);
}

export function documentationFolder(site: string): string {
  const fetched = join(FETCHED_FOLDER, site);
  return existsSync(fetched) ? fetched : join(CORPORA_FOLDER, "docs", site);
}

/** Where `tests/training/encoder/` keeps what it makes. */
export const ENCODER_CACHE = join(import.meta.dirname, "../../.cache/encoder");

/** Of the sites that the encoder's table is tuned on, each quarter has a table that has not seen it. */
export const FOLDS = 4;

/** @returns undefined for a site that no table was tuned on. */
export function foldOf(site: string): number | undefined {
  const at = (EVERYDAY_SITES as readonly string[]).indexOf(site);
  return at < 0 ? undefined : at % FOLDS;
}

export function foldTable(fold: number): string {
  return join(ENCODER_CACHE, `without-fold-${fold}.bin`);
}

/**
 * The encoder's table that has not seen a site: weights are learned and reported by it.
 *
 * @throws where it is missing: `tests/training/encoder/tune-encoder.ts` writes it.
 */
export async function readTableFor(site: string): Promise<Uint8Array | undefined> {
  const fold = foldOf(site);
  return fold === undefined ? (await readEncoderTable("en")).bytes : readFile(foldTable(fold));
}

export async function openDocumentationSite(
  site: string,
  options: Pick<OpenFolderOptions, "usesEncoder"> = {},
): Promise<Corpus> {
  const encoderTable = options.usesEncoder === false ? undefined : await readTableFor(site);
  return openFolder(documentationFolder(site), "en", { ...options, encoderTable });
}

/** The chunks of a site, in the order of their ordinals. */
export function readDocumentationChunks(site: string): Promise<Chunk[]> {
  return readChunks(documentationFolder(site), "en");
}

/** The places of which each alone answers; sides of a comparison are one place together. */
export function alternatives(answers: readonly AnswerPlace[]): AnswerPlace[][] {
  const sides = answers.filter(({ side }) => side === true);
  const whole = answers.filter(({ side }) => side !== true).map((place) => [place]);
  return sides.length === 0 ? whole : [...whole, sides];
}

/** Whether a text says what one of the places says. */
export function answersQuestion(text: string, answers: readonly AnswerPlace[] = []): boolean {
  return alternatives(answers).some((places) => places.every(({ facts }) => holdsFacts(text, facts)));
}

export type Judgement = "right" | "elsewhere" | "wrong";

/**
 * Whether a section is one of the places: `right`; holds the facts on a page that nobody named: `elsewhere`, which
 * may be as good and may be chance.
 */
export function judgeSection(section: AnswerSection, answers: readonly AnswerPlace[]): Judgement {
  const { passage, from, to, heading } = section;
  const { title, headingPath, blocks } = passage.chunk;
  const text = [title, ...headingPath, heading, passageText(blocks.slice(from, to))].join("\n");
  return judgePlace(passage.source.url, text, answers);
}

/** The same of any text of a page. */
export function judgePlace(url: string, text: string, answers: readonly AnswerPlace[]): Judgement {
  const holding = answers.filter(({ facts }) => holdsFacts(text, facts));
  if (holding.length === 0) return "wrong";
  const key = pageKey(url);
  return holding.some(({ page }) => pageKey(page) === key) ? "right" : "elsewhere";
}

/** One spelling for the path of a source and the address that it is built to. */
function pageKey(path: string): string {
  return path
    .replace(/[?#].*$/, "")
    .replace(/\.(?:mdx?|html?)$/i, "")
    .replace(/(?:^|\/)_?(?:index|readme)$/i, "")
    .replace(/^\/+|\/+$/g, "")
    .toLowerCase();
}
