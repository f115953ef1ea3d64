import { parseDelimited, separatorOf } from "../../parse/parse-delimited.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { titleOfFile } from "../title-of-file.ts";
import { columnRole, holdsQuestions, isCertain, type ColumnRole } from "./columns.ts";
import { questionDocuments, type QuestionAnswer } from "./question-documents.ts";

/** Tables with a column of questions and one of answers; other tables are data, and no pages. */
export const questionTableReader: FormatReader = {
  name: "table of questions",
  extensions: [".csv", ".tsv"],
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) => holdsQuestions(headerOf(Buffer.from(head, "latin1").toString("utf8"))),
  read: (input) => readQuestionTable(input),
};

function headerOf(text: string): string[] {
  const source = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  const [line = ""] = source.split(/\r?\n/, 1);
  return line.split(separatorOf(source)).map((name) => name.replace(/^"|"$/g, ""));
}

export function readQuestionTable({ text, path }: FormatInput): DocumentResult[] {
  const [header = [], ...rows] = parseDelimited(text);
  if (!holdsQuestions(header)) return [];
  const columns = new Map<ColumnRole, number>();
  for (const [index, name] of header.entries()) {
    const role = columnRole(name);
    const isSurer = (role === "question" || role === "answer") && isCertain(name, role);
    if (role !== undefined && (!columns.has(role) || isSurer)) columns.set(role, index);
  }
  if (!columns.has("answer")) {
    throw new Error(
      `it has no column for the answer: name one "answer" (its columns are ${header.map((name) => `"${name.trim()}"`).join(", ")})`,
    );
  }
  const cell = (row: readonly string[], role: ColumnRole): string | undefined => {
    const index = columns.get(role);
    const value = index === undefined ? undefined : row[index]?.trim();
    return value === "" ? undefined : value;
  };
  const pairs = rows.map((row): QuestionAnswer => ({
    question: cell(row, "question") ?? "",
    answer: cell(row, "answer") ?? "",
    url: cell(row, "url"),
    title: cell(row, "title"),
    category: cell(row, "category"),
    language: cell(row, "language"),
    date: cell(row, "date"),
    status: cell(row, "status"),
  }));
  return withReason(questionDocuments(pairs, titleOfFile(path)));
}

/** A list of questions none of which can be used is a file that its author should look at. */
function withReason(documents: DocumentResult[]): DocumentResult[] {
  return documents.length > 0
    ? documents
    : [{ skipped: "empty", detail: "no row has both a question and an answer", problems: [] }];
}
