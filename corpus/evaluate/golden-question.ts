/**
 * What a site owner writes down of a question: the schema of golden questions, lenient in form (one text or a
 * list of them, other names for the same field) and strict in what would otherwise be measured wrongly.
 */
import * as z from "zod";
import { LIMITS } from "../../core/protocol.ts";
import { SMALL_TALK_TAG, type EvaluationQuestion } from "./question.ts";

/** Names that other tools and test sets give to the same fields. */
const ALIASES: Readonly<Record<string, string>> = {
  _id: "id",
  text: "question",
  query: "question",
  url: "urls",
  expectedUrls: "urls",
  fact: "facts",
  expectedFacts: "facts",
  answer: "answers",
  unanswerable: "refuse",
  shouldRefuse: "refuse",
  tag: "tags",
};

const listOfTexts = (what: string) =>
  z
    .union(
      [z.string().transform((text) => [text]), z.array(z.string())],
      `must be a text or a list of ${what}`,
    )
    .transform((texts) => texts.map((text) => text.trim()).filter((text) => text !== ""));

const factSchema = z.union([z.string(), z.number().transform(String), z.array(z.string()).min(1)]);

const goldenQuestionSchema = z
  .looseObject(
    {
      id: z
        .union([z.string().min(1), z.number().transform(String)], "must be a text")
        .transform(String)
        .optional(),
      question: z
        .string("must be a text: what a visitor would ask")
        .max(LIMITS.questionMaxChars, `must be at most ${LIMITS.questionMaxChars} characters`)
        .refine((text) => text.trim() !== "", "must not be empty"),
      urls: listOfTexts("addresses, such as /billing/refunds/").default([]),
      facts: z
        .union([z.string().transform((text) => [text]), z.array(factSchema)], {
          error:
            'must be a list of texts; wordings of one fact are a list of their own, such as ["30 days", "a month"]',
        })
        .transform((facts) =>
          facts
            .map((fact) => (typeof fact === "string" ? [fact] : fact).map((text) => text.trim()))
            .map((wordings) => wordings.filter((text) => text !== ""))
            .filter((wordings) => wordings.length > 0),
        )
        .default([]),
      answers: listOfTexts("answers").default([]),
      refuse: z
        .boolean("must be true or false, without quotation marks; in a table, yes or no")
        .default(false),
      tags: listOfTexts("tags").default([]),
      site: z
        .string("must be a text: the id of the site that the question is about")
        .transform((text) => text.trim() || undefined)
        .optional(),
      history: z
        .array(
          z.object(
            {
              role: z.enum(["visitor", "assistant"], "must be visitor or assistant"),
              text: z.string("must be a text"),
            },
            'must be a turn: {"role": "visitor", "text": "..."}',
          ),
          "must be a list of turns",
        )
        .default([]),
    },
    'must be an object, such as {"question": "Can I pay by invoice?", "urls": ["/billing/"]}',
  )
  .superRefine(({ refuse, urls, facts, answers, tags }, context) => {
    if (!refuse) return;
    const contradiction =
      urls.length > 0 ? "urls" : facts.length > 0 ? "facts" : answers.length > 0 ? "answers" : undefined;
    if (contradiction !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["refuse"],
        message: `says that there is no answer, but ${contradiction} names one; remove one of the two`,
      });
    }
    if (tags.includes(SMALL_TALK_TAG)) {
      context.addIssue({
        code: "custom",
        path: ["tags"],
        message: `${SMALL_TALK_TAG} is answered in conversation, so it is not refused; remove one of the two`,
      });
    }
  });

export type ParsedQuestion =
  | { question: Omit<EvaluationQuestion, "id"> & { id: string | undefined }; unknownFields: string[] }
  | { problems: FieldProblem[] };

export interface FieldProblem {
  /** "" for the line as a whole. */
  field: string;
  /** Says what the field must be. */
  message: string;
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(goldenQuestionSchema.shape),
  // Fields of public test sets that say nothing about what to expect.
  "title",
  "metadata",
  "article",
  "language",
  "note",
  "comment",
]);

/** Reads the value of one line. Fields that are not known are ignored, and named so that a slip shows. */
export function parseGoldenQuestion(value: unknown): ParsedQuestion {
  const result = goldenQuestionSchema.safeParse(withKnownNames(value));
  if (!result.success) {
    return {
      problems: result.error.issues.map(({ path, message }) => ({
        field: path.map(String).join("."),
        message,
      })),
    };
  }
  const { id, question, urls, facts, answers, refuse, tags, site, history } = result.data;
  return {
    question: {
      id,
      text: question.trim(),
      expectation: refuse ? "refuse" : tags.includes(SMALL_TALK_TAG) ? "conversation" : "answer",
      relevant: [...new Set(urls)].map((url) => ({ url, grade: 1 })),
      facts,
      answers,
      tags,
      ...(site !== undefined && { site }),
      history,
    },
    unknownFields: Object.keys(result.data).filter((name) => !KNOWN_FIELDS.has(name)),
  };
}

function withKnownNames(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== null);
  const present = new Set(entries.map(([name]) => name));
  return Object.fromEntries(
    entries.map(([name, field]) => {
      const known = ALIASES[name];
      return [known === undefined || present.has(known) ? name : known, field];
    }),
  );
}

/** Columns of a table whose cells hold several texts. */
const LIST_COLUMNS: ReadonlySet<string> = new Set(["urls", "facts", "answers", "tags"]);

/**
 * The value that a row of a table stands for: several texts in a cell are separated by semicolons or lines, and
 * wordings of one fact by a bar. `refuse` is yes, true, x or 1.
 */
export function questionOfRow(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const name = columnName(column);
    const cell = (cells[index] ?? "").trim();
    if (name === "" || cell === "") return;
    if (name === "refuse") value[name] = refuseOfCell(cell);
    else if (LIST_COLUMNS.has(name)) {
      const texts = cell
        .split(/[;\n]/)
        .map((text) => text.trim())
        .filter((text) => text !== "");
      value[name] = name === "facts" ? texts.map((text) => text.split("|")) : texts;
    } else value[name] = cell;
  });
  return value;
}

/** The field that a column of a table stands for, in any case. */
export function columnName(column: string): string {
  const name = column.trim().toLowerCase().replace(/\s+/g, "");
  const alias = Object.entries(ALIASES).find(([key]) => key.toLowerCase() === name)?.[1];
  return alias ?? name;
}

function refuseOfCell(cell: string): boolean | string {
  if (/^(?:yes|y|true|x|1|refuse)$/i.test(cell)) return true;
  if (/^(?:no|n|false|0|-)$/i.test(cell)) return false;
  return cell;
}
