import { stripInvisible } from "../text/strip-invisible.ts";
import { MAX_QUESTION_PARTS } from "./max-question-parts.ts";
import type { HistoryTurn } from "../protocol.ts";

/** A question that is searched for and shown in one line. */
const MAX_CHARS = 300;

/** A model may inflect and connect; what it says must come from the conversation. */
const MIN_KNOWN_SHARE = 0.75;

/** And it must still be the visitor's question: so much of what it says is kept ("the second one" is not). */
const MIN_KEPT_SHARE = 1 / 3;

/** What small models put around the line they were asked for. */
const WRAPPING = /^["'“”„«»`*\s]+|["'“”„«»`*\s]+$/gu;

/** Says that it is something else than a question in words: markup, an address, a refusal mark. */
const NO_QUESTION = /[<>{}[\]]|\w:\/\/|NO_ANSWER/u;

export interface AcceptInput {
  question: string;
  history: readonly HistoryTurn[];
  /** Index terms of any text, stop words left out. */
  termsOf: (text: string) => string[];
}

/**
 * Checks what a model made of a follow-up: one line, of a question's length, no markup and no address that the
 * visitor did not write, made of words of the conversation, and keeping those of the question.
 *
 * @returns the question to search for, cleaned; undefined where it cannot be trusted to be one.
 */
export function acceptRewrite(rewritten: string, input: AcceptInput): string | undefined {
  // Cut before anything else: what a model returns has no bound of its own.
  const line = acceptLine(rewritten.slice(0, MAX_CHARS * 2), input);
  return line !== undefined && keepsQuestion([line], input) ? line : undefined;
}

/** How a model marks the lines of a list. */
const LIST_MARK = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u;

/**
 * The same of a question that was taken apart: each line is made of words of the conversation, and all of them
 * together keep those of the question.
 *
 * @returns the questions, one or several, each once; undefined where one of them cannot be trusted, or there are more
 *   than are looked up.
 */
export function acceptRewrites(rewritten: string, input: AcceptInput): string[] | undefined {
  const lines = rewritten
    .slice(0, MAX_CHARS * 2 * MAX_QUESTION_PARTS)
    .split(/[\n\r]+/)
    .filter((line) => line.trim() !== "");
  if (lines.length > MAX_QUESTION_PARTS) return undefined;
  if (lines.length < 2) {
    const line = acceptRewrite(rewritten, input);
    return line === undefined ? undefined : [line];
  }
  const accepted: string[] = [];
  for (const line of lines) {
    const question = acceptLine(line.replace(LIST_MARK, ""), input);
    if (question === undefined) return undefined;
    if (!accepted.includes(question)) accepted.push(question);
  }
  return keepsQuestion(accepted, input) ? accepted : undefined;
}

function acceptLine(text: string, { question, history, termsOf }: AcceptInput): string | undefined {
  const line = stripInvisible(text).replace(WRAPPING, "");
  if (line === "" || line.length > MAX_CHARS || /[\n\r]/.test(line)) return undefined;
  if (NO_QUESTION.test(line) && !NO_QUESTION.test(question)) return undefined;
  const terms = new Set(termsOf(line));
  if (terms.size === 0) return undefined;
  const known = new Set(termsOf(question));
  for (const turn of history) for (const term of termsOf(turn.text)) known.add(term);
  return share(terms, known) < MIN_KNOWN_SHARE ? undefined : line;
}

function keepsQuestion(lines: readonly string[], { question, termsOf }: AcceptInput): boolean {
  const own = new Set(termsOf(question));
  return own.size === 0 || share(own, new Set(lines.flatMap((line) => termsOf(line)))) >= MIN_KEPT_SHARE;
}

function share(of: ReadonlySet<string>, held: ReadonlySet<string>): number {
  let count = 0;
  for (const term of of) if (held.has(term)) count++;
  return count / of.size;
}
