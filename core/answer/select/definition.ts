/** Sentences that say what something is. */
import { type AskedQuestion, bitCount } from "../understand/asked-question.ts";
import { DEFINED, PARENTHESIS } from "./sentence-patterns.ts";

/** Begins with what was asked for, and says what it is. */
export function isDefinition(
  asked: AskedQuestion,
  text: string,
  termsOf: (text: string) => string[],
): boolean {
  const subject = definedIn(text);
  return subject !== undefined && asked.maskOf(termsOf(subject)) !== 0;
}

function definedIn(text: string): string | undefined {
  return DEFINED.exec(text.replace(PARENTHESIS, ""))?.[1];
}

/** A sentence that defines a kind of what was asked says something else. */
const DEFINED_MIN_SHARE = 0.5;

/** The same where hardly anything else is defined. */
export function definesSubject(
  asked: AskedQuestion,
  text: string,
  termsOf: (text: string) => string[],
): boolean {
  const defined = definedIn(text);
  if (defined === undefined) return false;
  const terms = new Set(termsOf(defined));
  const held = asked.maskOf(terms);
  return (held & asked.subject) !== 0 && bitCount(held) >= terms.size * DEFINED_MIN_SHARE;
}
