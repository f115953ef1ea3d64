import { isObject, parseJson, textOf, type DataObject } from "../../parse/parse-data.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { titleOfFile } from "../title-of-file.ts";
import { columnRole, isCertain, type ColumnRole } from "./columns.ts";
import { questionDocuments, type QuestionAnswer } from "./question-documents.ts";

/** Lists of objects with a question and an answer, as JSON or a line each. */
export const questionJsonReader: FormatReader = {
  name: "JSON of questions",
  extensions: [".json", ".jsonl", ".ndjson"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) =>
    [
      ...Buffer.from(head, "latin1")
        .toString("utf8")
        .matchAll(/"([^"\\]{1,40})"\s*:/g),
    ].some(([, name = ""]) => isCertain(name, "question")) || SHORT_NAMES.test(head),
  read: (input) => readQuestionJson(input),
};

/** `{"q": "…", "a": "…"}`: each alone may be anything. */
const SHORT_NAMES = /"q"\s*:\s*"[^"\n]{1,1000}"\s*,\s*"a"\s*:\s*"/;

/** Where a list stands inside of an object, or of a category. */
const MAX_DEPTH = 5;

export function readQuestionJson({ text, path }: FormatInput): DocumentResult[] {
  const { values, broken } = /\.(?:jsonl|ndjson)$/i.test(path)
    ? jsonLines(text)
    : { values: [parseJson(text)], broken: [] };
  const found: QuestionAnswer[] = [];
  const withoutAnswer: DataObject[] = [];
  const walk = (
    value: unknown,
    inherited: Partial<QuestionAnswer>,
    depth: number,
    isListed = false,
  ): void => {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, inherited, depth + 1, true);
      return;
    }
    if (!isObject(value)) return;
    const question = field(value, "question");
    const answer = field(value, "answer");
    const own: Partial<QuestionAnswer> = {
      ...inherited,
      ...defined({
        url: field(value, "url"),
        title: field(value, "title"),
        category: field(value, "category"),
        language: field(value, "language"),
        date: field(value, "date"),
        status: field(value, "status"),
      }),
    };
    if (question !== undefined && answer !== undefined) found.push({ ...own, question, answer });
    else if (question !== undefined) {
      if (isListed) withoutAnswer.push(value);
    } else {
      // A category that holds its questions is mostly called a name or a title.
      const category = own.category ?? textOf(value["name"]) ?? (depth > 1 ? own.title : undefined);
      for (const inner of Object.values(value)) {
        if (typeof inner === "object") walk(inner, { ...own, ...defined({ category }) }, depth + 1);
      }
    }
  };
  for (const value of values) walk(value, {}, 0, values.length > 1);
  if (found.length === 0) {
    const [first] = withoutAnswer;
    // Data that happens to hold questions, of a survey or a test, is no list of answers.
    if (first === undefined || !Object.keys(first).some((name) => isCertain(name, "question"))) return [];
    const names = Object.keys(first)
      .map((name) => `"${name}"`)
      .join(", ");
    throw new Error(`its questions have no answer: name the field "answer" (its fields are ${names})`);
  }
  const documents = questionDocuments(found, titleOfFile(path));
  if (broken.length > 0) {
    const numbers = `${broken.slice(0, NAMED_LINES).join(", ")}${broken.length > NAMED_LINES ? ", …" : ""}`;
    const detail = `${broken.length === 1 ? "line" : "lines"} ${numbers}: not valid JSON; the others are read`;
    documents.push({ skipped: "unparsable", detail, problems: [] });
  }
  return documents;
}

/** Of broken lines as many are named. */
const NAMED_LINES = 10;

interface JsonLines {
  values: unknown[];
  /** Numbers of lines, from 1. */
  broken: number[];
}

/** @throws Error where no line is JSON. */
function jsonLines(text: string): JsonLines {
  const lines: JsonLines = { values: [], broken: [] };
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      lines.values.push(JSON.parse(line) as unknown);
    } catch {
      lines.broken.push(index + 1);
    }
  }
  if (lines.values.length === 0) throw new Error(`it is not valid JSON (line ${lines.broken[0] ?? 1})`);
  return lines;
}

/** Of several names for the same, the one that can mean nothing else. */
function field(object: DataObject, role: ColumnRole): string | undefined {
  const names = Object.keys(object).filter((name) => columnRole(name) === role);
  const isSure = (name: string): boolean =>
    role !== "question" && role !== "answer" ? true : isCertain(name, role);
  for (const name of [...names.filter(isSure), ...names.filter((name) => !isSure(name))]) {
    const value = object[name];
    const isTexts = Array.isArray(value) && value.every((part) => typeof part === "string");
    const text = isTexts ? value.join("\n\n") : textOf(value);
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

function defined(values: Partial<QuestionAnswer>): Partial<QuestionAnswer> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
