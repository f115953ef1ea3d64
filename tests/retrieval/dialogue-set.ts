/**
 * Dialogues over real documentation (`dialogues.jsonl`): what a visitor asked before, the last question, and the
 * pages of which one must be found for it. Half of them were set aside before the rules were tuned. Those of the
 * kind "bare-topic" were written when the rule about them was: the first ones to choose it by, the held-out ones
 * after that.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import type { HistoryTurn } from "../../core/protocol.ts";
import { buildCorpus } from "../../corpus/build-corpus.ts";
import { createFolderSource } from "../../corpus/artefact/folder-source.ts";
import { CORPORA_FOLDER } from "../support/corpora.ts";

export interface Dialogue {
  part: "tune" | "held-out";
  kind: string;
  corpus: string;
  /** The last one is the question. */
  turns: HistoryTurn[];
  /** URL paths without a closing slash; finding one of them is a hit. */
  expected: string[];
}

export function readDialogues(): Dialogue[] {
  return readFileSync(join(import.meta.dirname, "dialogues.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Dialogue);
}

export function lastQuestion({ turns }: Dialogue): { question: string; history: HistoryTurn[] } {
  return { question: turns.at(-1)?.text ?? "", history: turns.slice(0, -1) };
}

/** Where the pages of a corpus lie; of the largest one the part that the dialogues are about. */
const SOURCES: Record<string, { folder: string; language: string }> = {
  "astro-en": { folder: "docs/astro-en", language: "en" },
  "astro-es": { folder: "docs/astro-es", language: "es" },
  "hono": { folder: "docs/hono", language: "en" },
  "vite": { folder: "docs/vite/docs", language: "en" },
};

/** Builds a corpus below a folder as the command does, and opens it. The folder is the caller's to remove. */
export async function buildDialogueCorpus(name: string, folder: string): Promise<Corpus> {
  const { folder: path = "", language = "en" } = SOURCES[name] ?? {};
  let source = join(CORPORA_FOLDER, path);
  if (name === "cpp") {
    execFileSync("tar", ["-xzf", join(CORPORA_FOLDER, "docs/cpp.tar.gz"), "-C", folder, "docs/cpp"]);
    source = join(folder, "docs");
  }
  const out = join(folder, name);
  const maxBytes = 5_000_000;
  await buildCorpus({ sources: [source], cwd: folder, out, site: "docs", language, baseUrl: "", maxBytes });
  return openCorpus(createFolderSource(out));
}

/** Passages that are looked at: what a visitor is shown as sources at once. */
const CONSIDERED_PASSAGES = 5;

/** The place, from 0, of the best passage that is of an expected page; undefined where none of the first five is. */
export async function placeOf(
  corpus: Corpus,
  question: string,
  expected: readonly string[],
): Promise<number | undefined> {
  const { passages } = await findPassages(corpus, { question }, CONSIDERED_PASSAGES);
  const place = passages.findIndex(({ chunk }) => expected.includes(pathOf(chunk.url)));
  return place < 0 ? undefined : place;
}

function pathOf(url: string): string {
  return (url.split("#", 1)[0] ?? "").replace(/\/$/, "");
}
