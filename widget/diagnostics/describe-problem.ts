import { CHOICES } from "../config.ts";
import { ATTRIBUTE_NAMES } from "../loader/attributes.ts";

/** What can be wrong. */
export type ProblemKind =
  | "not-a-choice"
  | "not-a-boolean"
  | "not-a-url"
  | "no-endpoint"
  | "not-a-site-id"
  | "not-a-list"
  | "too-many"
  | "not-a-language"
  | "not-a-colour"
  | "not-a-hotkey"
  | "push-without-drawer"
  | "unknown-attribute"
  | "remote-failed";

/** Something in the configuration that is not as it should be. */
export interface Problem {
  kind: ProblemKind;
  attribute: string;
  value: string;
  /** What was taken in its place; empty where the attribute is ignored. */
  used: string;
}

/** A problem in words: names the attribute, the value, what was used, and the fix. */
export interface Diagnostic {
  attribute: string;
  value: string;
  used: string;
  message: string;
}

/** More wrong letters than this and a guess would mislead. */
const MAX_WRONG_LETTERS = 2;

const FIXES: Record<ProblemKind, (problem: Problem) => string> = {
  "not-a-choice": ({ attribute }) =>
    `is not one of ${(CHOICES as Record<string, readonly string[]>)[attribute]?.join(", ") ?? "the choices"}`,
  "not-a-boolean": () => "is neither true nor false",
  "not-a-url": () => "is not an http(s) URL such as https://assistant.example.com",
  "no-endpoint": () => "is missing, and the origin of the script is unknown: set it",
  "not-a-site-id": () => "may hold lower-case letters, digits and hyphens only",
  "not-a-list": () => "begins like a JSON list but is none: put commas or lines between questions",
  "too-many": () => "are too many",
  "not-a-language": () => "is not a language tag such as en or pt-BR",
  "not-a-colour": () => "is not an opaque CSS colour",
  "not-a-hotkey": () => "is not a key with a modifier such as mod+i",
  "push-without-drawer": () => 'has an effect with mode="drawer" only',
  "unknown-attribute": ({ attribute }) => `is no attribute of assistant-chat: ${suggestion(attribute)}`,
  "remote-failed": ({ value }) =>
    `could not be followed, since ${value}: set config="local" if the server keeps no configuration`,
};

export function describeProblem(problem: Problem): Diagnostic {
  const { kind, attribute, used } = problem;
  const value = kind === "remote-failed" ? "remote" : problem.value;
  const taken = used ? `using ${used}` : "ignored";
  return { attribute, value, used, message: `${attribute}="${value}" ${FIXES[kind](problem)} (${taken}).` };
}

function suggestion(attribute: string): string {
  const prefix = attribute.startsWith("data-") ? "data-" : "";
  const name = attribute.slice(prefix.length);
  const nearest = ATTRIBUTE_NAMES.find(
    (known) => known.length > MAX_WRONG_LETTERS + 1 && editDistance(known, name) <= MAX_WRONG_LETTERS,
  );
  return nearest ? `did you mean ${prefix}${nearest}?` : "see the list of attributes";
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substitution = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, substitution));
    }
    row = next;
  }
  return row[right.length]!;
}
