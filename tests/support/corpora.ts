import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Public corpora and judgments that tests use where they are present: `ASSISTANT_CORPORA`, else beside the checkout. */
export const CORPORA_FOLDER = resolve(
  process.env["ASSISTANT_CORPORA"] ?? join(import.meta.dirname, "../../../shared/corpora"),
);

/** Whether a corpus is present; says in the log what is skipped where it is not. */
export function hasCorpus(name: string): boolean {
  const present = existsSync(join(CORPORA_FOLDER, name));
  if (!present)
    console.warn(`Skipped: ${name} is not at ${CORPORA_FOLDER}. Name its folder in ASSISTANT_CORPORA.`);
  return present;
}

/** Reads a file of JSON lines of a corpus. */
export function readJsonLines<T>(path: string): T[] {
  return readFileSync(join(CORPORA_FOLDER, path), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Small inputs that once went wrong elsewhere; beside the corpora where they are present. */
export const CASES_FOLDER = join(CORPORA_FOLDER, "../cases");

/** Reads a JSON file of the cases; undefined where they are not present. */
export function readCases<T>(path: string): T | undefined {
  const file = join(CASES_FOLDER, path);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as T;
  console.warn(`Skipped: ${path} is not at ${CASES_FOLDER}.`);
  return undefined;
}
