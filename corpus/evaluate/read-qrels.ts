import { resolve } from "node:path";
import { CliError } from "../cli-error.ts";
import { readLines } from "./read-lines.ts";

/** Relevant documents by query id, with their grades above 0. */
export type Judgments = Map<string, Map<string, number>>;

/** Longer lines are not judgments. */
const MAX_LINE_CHARS = 10_000;

/**
 * Reads relevance judgments: `query-id TAB corpus-id TAB score` as BEIR has it, with or without its header, or
 * the four columns of TREC, `query-id iteration document-id score`. Scores of 0 and below say "not relevant".
 *
 * @throws CliError that names the line of what is no judgment, or says why the file cannot be read.
 */
export async function readQrels(file: string, cwd: string): Promise<Judgments> {
  const judgments: Judgments = new Map();
  try {
    for await (const { number, text } of readLines(resolve(cwd, file), MAX_LINE_CHARS)) {
      if (text?.trim() === "") continue;
      const columns = text?.trim().split(/\t|\s+/) ?? [];
      const [query = "", document = ""] = columns.length === 4 ? [columns[0], columns[2]] : columns;
      const grade = Number(columns.at(-1));
      if (columns.length < 3 || columns.length > 4 || Number.isNaN(grade)) {
        if (number === 1) continue;
        throw new CliError(
          "questions-invalid",
          file,
          `  line ${number}: must be query-id, corpus-id and score, separated by tabs`,
        );
      }
      if (grade <= 0) continue;
      const documents = judgments.get(query) ?? new Map<string, number>();
      judgments.set(query, documents.set(document, grade));
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError("questions-unreadable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (judgments.size === 0) throw new CliError("questions-empty", file);
  return judgments;
}
