/** Reads a file of questions: JSON lines or a table, with every problem named by its line. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { CliError } from "../cli-error.ts";
import { columnName, parseGoldenQuestion, questionOfRow } from "./golden-question.ts";
import type { EvaluationQuestion } from "./question.ts";
import { parseDelimitedRows } from "../parse/parse-delimited.ts";
import { readLines } from "./read-lines.ts";

/** A question of 5,000 characters with a long history fits many times over. */
const MAX_LINE_CHARS = 1024 * 1024;

/** More would take hours and tell nothing more. */
const MAX_QUESTIONS = 100_000;

/** A table is read as a whole. */
const MAX_TABLE_BYTES = 32 * 1024 * 1024;

/** Lines that an error names; the rest are counted. */
const SHOWN_PROBLEMS = 10;

export interface QuestionFile {
  questions: EvaluationQuestion[];
  /** What is odd but can be measured, a line each. */
  warnings: string[];
}

interface Row {
  line: number;
  /** What the line stands for; a text says why it stands for nothing. */
  value: { parsed: unknown } | { problem: string };
}

/**
 * Reads questions from `.jsonl`, `.json` (a list) or `.csv`. An id that is missing is made from the line.
 *
 * @throws CliError that names line, field and fix of up to ten problems, or says why the file cannot be read.
 */
export async function readQuestions(file: string, cwd: string): Promise<QuestionFile> {
  const path = resolve(cwd, file);
  const questions: EvaluationQuestion[] = [];
  const warnings: string[] = [];
  const problems: string[] = [];
  const lineOfId = new Map<string, number>();
  for await (const { line, value } of rowsOf(path, file)) {
    if ("problem" in value) {
      problems.push(`line ${line}: ${value.problem}`);
      continue;
    }
    const parsed = parseGoldenQuestion(value.parsed);
    if ("problems" in parsed) {
      problems.push(
        ...parsed.problems.map(({ field, message }) =>
          field === "" ? `line ${line}: ${message}` : `line ${line}, ${field}: ${message}`,
        ),
      );
      continue;
    }
    const id = parsed.question.id ?? `line-${String(line).padStart(4, "0")}`;
    const earlier = lineOfId.get(id);
    if (earlier !== undefined) {
      problems.push(`line ${line}, id: "${id}" is the id of line ${earlier} already; give each its own`);
      continue;
    }
    lineOfId.set(id, line);
    if (questions.length === MAX_QUESTIONS) {
      problems.push(`line ${line}: there are more than ${MAX_QUESTIONS} questions; split the file`);
      break;
    }
    for (const name of parsed.unknownFields) {
      warnings.push(`line ${line}: the field "${name}" is not known and ignored`);
    }
    questions.push({ ...parsed.question, id });
  }
  if (problems.length > 0) throw new CliError("questions-invalid", file, describeProblems(problems));
  if (questions.length === 0) throw new CliError("questions-empty", file);
  return { questions, warnings };
}

function describeProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${problem}`);
  const rest = problems.length - shown.length;
  return [...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}

async function* rowsOf(path: string, file: string): AsyncGenerator<Row> {
  try {
    if (/\.csv$/i.test(path)) yield* rowsOfTable(path, file);
    else if (/\.json$/i.test(path)) yield* rowsOfList(path, file);
    else yield* rowsOfLines(path);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError("questions-unreadable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

async function* rowsOfLines(path: string): AsyncGenerator<Row> {
  for await (const { number: line, text } of readLines(path, MAX_LINE_CHARS)) {
    if (text === undefined) {
      yield { line, value: { problem: "is longer than a million characters; write one question a line" } };
    } else if (text.trim() !== "" && !text.startsWith("//")) {
      yield { line, value: parseJson(text) };
    }
  }
}

function parseJson(text: string): Row["value"] {
  try {
    return { parsed: JSON.parse(text) as unknown };
  } catch {
    return {
      problem: 'is not JSON; write one object a line, such as {"question": "Can I pay by invoice?"}',
    };
  }
}

async function* rowsOfList(path: string, file: string): AsyncGenerator<Row> {
  const value = parseJson(await readWhole(path, file));
  if ("problem" in value || !Array.isArray(value.parsed)) {
    throw new CliError("questions-invalid", file, "  must be a list of questions: [{...}, {...}]");
  }
  for (const [index, parsed] of value.parsed.entries()) yield { line: index + 1, value: { parsed } };
}

async function* rowsOfTable(path: string, file: string): AsyncGenerator<Row> {
  const [header, ...rows] = parseDelimitedRows(await readWhole(path, file));
  if (header === undefined) return;
  if (!header.cells.some((cell) => columnName(cell) === "question")) {
    throw new CliError(
      "questions-invalid",
      file,
      "  line 1: must name the columns, one of them question, such as question,url,facts,refuse",
    );
  }
  for (const { line, cells } of rows) yield { line, value: { parsed: questionOfRow(header.cells, cells) } };
}

async function readWhole(path: string, file: string): Promise<string> {
  if ((await stat(path)).size > MAX_TABLE_BYTES) {
    throw new CliError("questions-invalid", file, "  is larger than 32 MB; write it as JSON lines");
  }
  return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
}
