/** Reads what a model wrote of a section. It was asked for JSON; models put thoughts, fences and talk around it. */
import { findObject } from "../completion/find-object.ts";
import { QUESTIONS_PER_SECTION } from "./enrichment-prompt.ts";

/** What a model wrote, as it wrote it; nothing of it is checked yet. */
export interface SectionReply {
  /** At most `QUESTIONS_PER_SECTION`; none where the model found that the section answers nothing. */
  questions: string[];
  /** "" for none. */
  answer: string;
}

/** Longer ones are no questions. */
const QUESTION_MAX_CHARS = 300;
/** A short answer was asked for; what is longer has run away. */
const ANSWER_MAX_CHARS = 2_000;
/** @returns undefined where there is no object with questions in the text. */
export function readReply(text: string): SectionReply | undefined {
  return findObject(text, replyOf);
}

/** A reply as it was kept. */
export function checkReply({
  questions,
  answer,
}: Readonly<Record<string, unknown>>): SectionReply | undefined {
  const isList =
    Array.isArray(questions) &&
    questions.every((question): question is string => typeof question === "string");
  return isList && typeof answer === "string" ? { questions, answer } : undefined;
}

function replyOf(value: unknown): SectionReply | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { questions, answer } = value as Record<string, unknown>;
  if (!Array.isArray(questions)) return undefined;
  const read = questions.map(questionOf).filter((question) => question !== "");
  // Objects were sent of which none is known: another form than was asked for.
  if (read.length === 0 && questions.length > 0) return undefined;
  const text = textOf(answer);
  return {
    questions: read.slice(0, QUESTIONS_PER_SECTION),
    answer: text.length > ANSWER_MAX_CHARS ? "" : text,
  };
}

/** A text, or an object that holds it under a name of the model's. */
function questionOf(value: unknown): string {
  const text = typeof value === "object" && value !== null ? Object.values(value)[0] : value;
  if (typeof text !== "string" || text.length > QUESTION_MAX_CHARS) return "";
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:[-*•]|(?:Q\s?)?\d{1,2}[.):])\s+/i, "");
}

/** A text, a list of sentences, or an object with a text. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== "")
      .join(" ");
  if (typeof value === "object" && value !== null) return textOf((value as Record<string, unknown>)["text"]);
  return "";
}
