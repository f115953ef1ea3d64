/** A heading as questions are made of it. */
import type { IsCommonWord } from "./word-case.ts";

export interface HeadingInput {
  heading: string;
  /** Of the page, where the heading is not the title itself. */
  title?: string | undefined;
  /** The prose of the section (see `proseOf`): tells which article a word has and what is defined. */
  text: string;
  /** Whether a word with a capital is a common one. */
  isCommonWord: IsCommonWord;
  /** BCP 47. */
  language: string;
}

export type HeadingKind = "question" | "how-to" | "definition" | "working";

export interface HeadingQuestion {
  question: string;
  kind: HeadingKind;
}

/** Longer ones do not fit a button. */
export const MAX_CHARS = 80;
/** Of a question, and of a heading of which one is made. */
export const MIN_QUESTION_WORDS = 3;
export const MAX_WORDS = 10;

/** Markup, code and signatures: a reference's heading, nothing that a visitor asks. */
export const REFERENCE_MARKS =
  /[<>{}[\]=|\\#@$~^]|--|\(\)|::|\w\.\w+\(|\w\.\w{4,}|https?:|^[-/.*]|…$|:$|\w\/\w.*\//u;

/** Before a heading: "1.", "Step 2:", "Q:", pictures. */
const LEADING_MARKS =
  /^(?:(?:step|part|chapter|schritt|paso|étape|passo|stap)? ?\d{1,2}(?:\.\d{1,2})*[.):]?\s+|q: ?|frage: ?|[^\p{L}\p{N}¿¡`"'«„“「『（《【]+)/iu;

/** A heading in plain text: without code marks, numbers before it and pictures. */
export function plainHeading(heading: string): string {
  return (
    heading
      .slice(0, 3 * MAX_CHARS)
      .replace(/[`*]/g, "")
      // A hyphen that does not break is one to a reader.
      .replaceAll("\u2011", "-")
      .replace(/\s+/g, " ")
      .trim()
      .replace(LEADING_MARKS, "")
      .replace(/\p{Extended_Pictographic}\uFE0F?/gu, "")
      .trim()
      .replace(/(?<=[\p{L}\p{N})])[.。]$/u, "")
  );
}

export function capitalise(text: string): string {
  return text.replace(
    /^([¿¡"'«„“]*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}
