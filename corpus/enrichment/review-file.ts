/**
 * What a model wrote, in a file beside the corpus that a person may change: `<out>.enrichment.json`. What somebody
 * decided stays as long as the section stays as it was.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { CliError } from "../cli-error.ts";
import { fileReasonOf } from "../error-reason.ts";
import { shortHash } from "../short-hash.ts";

export const REVIEW_STATUSES = ["proposed", "approved", "edited", "rejected"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What is written of a section. */
export interface SectionTexts {
  /** The answer is served for them. */
  questions: string[];
  /** The section is found by them, and nothing is served. */
  searchedOnly: string[];
  /** Markdown with `[1]` for the section; "" for none. */
  answer: string;
}

/** One section. Fields are in the order in which they are written. */
export interface ReviewEntry extends SectionTexts {
  /** Title and headings. */
  section: string;
  url: string;
  /** Of the section's text: decisions hold for it alone. */
  contentHash: string;
  status: ReviewStatus;
  /** Of what the model proposed: other texts under `proposed` are somebody's, and count as edited. */
  proposalHash: string;
  /** What was decided before the section changed. Nothing is served of it until somebody has looked again. */
  sectionChanged?: (SectionTexts & { status: ReviewStatus }) | undefined;
}

const TEXTS = {
  questions: z.array(z.string()),
  searchedOnly: z.array(z.string()).default([]),
  answer: z.string().default(""),
};
const status = z.enum(REVIEW_STATUSES);
const ENTRY = z.object({
  section: z.string(),
  url: z.string(),
  contentHash: z.string(),
  status,
  proposalHash: z.string().default(""),
  ...TEXTS,
  sectionChanged: z.object({ status, ...TEXTS }).optional(),
});
const FILE = z.object({ version: z.literal(1), sections: z.array(ENTRY) });

const VERSION = 1;

export function reviewPath(out: string): string {
  return `${out}.enrichment.json`;
}

/**
 * The entries of the build before, with what was changed by hand as edited; none where there is no file.
 *
 * @throws CliError where the file cannot be used: it holds somebody's work and is never overwritten then.
 */
export async function readReview(path: string): Promise<ReviewEntry[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new CliError("enrichment-review-unusable", path, fileReasonOf(error));
  });
  if (text === undefined || text.trim() === "") return [];
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CliError("enrichment-review-unusable", path, jsonProblem(error, text));
  }
  const result = FILE.safeParse(value);
  if (!result.success)
    throw new CliError("enrichment-review-unusable", path, shapeProblem(result.error, value));
  return result.data.sections.map(withEdits);
}

/** Whoever changes a text need not change its status too. */
function withEdits(entry: ReviewEntry): ReviewEntry {
  const isEdited = entry.status === "proposed" && entry.proposalHash !== proposalHashOf(entry);
  return isEdited ? { ...entry, status: "edited" } : entry;
}

export async function writeReview(path: string, sections: readonly ReviewEntry[]): Promise<void> {
  await writeWhole(path, `${JSON.stringify({ version: VERSION, sections }, null, 2)}\n`);
}

/** Whole or not at all, and not where nothing has changed: the file may be open in an editor. */
export async function writeWhole(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return;
  const temporary = `${path}.writing-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    throw new CliError("out-not-writable", path, fileReasonOf(error));
  }
}

export function proposalHashOf({ questions, searchedOnly, answer }: SectionTexts): string {
  return shortHash(JSON.stringify([questions, searchedOnly, answer]));
}

/** Where the JSON breaks, as an editor counts: the platform tells a position only. */
function jsonProblem(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d{1,12})/.exec(message)?.[1];
  if (position === undefined) return "it is not JSON";
  const lines = text.slice(0, Number(position)).split("\n");
  return `it is not JSON at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

function shapeProblem(error: z.ZodError, value: unknown): string {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const sections = (value as { sections?: unknown } | null)?.sections;
  const entry: unknown =
    Array.isArray(sections) && typeof path[1] === "number" ? sections[path[1]] : undefined;
  const named = (entry as { section?: unknown } | null | undefined)?.section;
  const where = typeof named === "string" ? ` of "${named}"` : "";
  if (path.at(-1) === "status") return `the status${where} is none of ${REVIEW_STATUSES.join(", ")}`;
  return `"${path.join(".") || "version"}"${where} is not as it was written`;
}
