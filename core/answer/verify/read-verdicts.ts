/**
 * The verdicts in whatever a model writes. It is asked for lines such as "1 yes"; models put them into JSON, code
 * blocks, tables and sentences too. What can't be told, or is told in two ways, is unknown.
 */
import { field } from "../../read-field.ts";
import type { Verdicts } from "./answer-verifier.ts";

const SUPPORTED = "yes|true|supported|correct|ok";
const UNSUPPORTED =
  "no|false|unsupported|not[ _-]supported|contradicted|contradictory|refuted|incorrect|wrong|not[ _-]enough[ _-]information";
const IS_SUPPORTED = new RegExp(`^(?:${SUPPORTED})$`, "i");
const IS_UNSUPPORTED = new RegExp(`^(?:${UNSUPPORTED})$`, "i");

/** A number, at most a few marks, and a verdict that is a word of its own. */
const NUMBERED = new RegExp(
  `(?<![\\d.,])(\\d{1,3})[^\\p{L}\\p{N}\\n]{1,12}(?:is[ \\t]{1,4})?(${UNSUPPORTED}|${SUPPORTED})(?![\\p{L}\\p{N}])`,
  "giu",
);

const PLACES = ["statement", "number", "sentence", "index", "id", "n"] as const;
const VERDICTS = ["verdict", "supported", "result", "answer", "label"] as const;

/** A reply longer than this is none that was asked for. */
const MAX_REPLY_CHARS = 20_000;

/** One verdict for each statement; all undefined where there is none. */
export function readVerdicts(reply: string, count: number): Verdicts {
  const text = reply.slice(0, MAX_REPLY_CHARS);
  const verdicts = new Map<number, boolean | undefined>();
  const note = (number: number, verdict: boolean | undefined): void => {
    if (verdict === undefined || !Number.isInteger(number) || number < 1 || number > count) return;
    verdicts.set(number, verdicts.has(number) && verdicts.get(number) !== verdict ? undefined : verdict);
  };
  const json = parseJson(text);
  if (json !== undefined) readJson(json, count, note);
  else {
    for (const [, digits, word = ""] of text.matchAll(NUMBERED)) note(Number(digits), verdictOf(word));
  }
  return Array.from({ length: count }, (_, index) => verdicts.get(index + 1));
}

function parseJson(text: string): unknown {
  const from = text.search(/[[{]/);
  const to = Math.max(text.lastIndexOf("]"), text.lastIndexOf("}"));
  if (from === -1 || to < from) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(from, to + 1));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

type Note = (number: number, verdict: boolean | undefined) => void;

function readJson(value: unknown, count: number, note: Note): void {
  if (Array.isArray(value)) {
    // Bare verdicts have their numbers by their order, and only when there is one for each statement.
    const isBare = value.length === count && value.every((entry) => verdictOf(entry) !== undefined);
    value.forEach((entry: unknown, index) => {
      if (isBare) return note(index + 1, verdictOf(entry));
      const number = PLACES.map((name) => field(entry, name)).find((found) => found !== undefined);
      const verdict = VERDICTS.map((name) => field(entry, name)).find((found) => found !== undefined);
      if (number !== undefined) note(Number(number), verdictOf(verdict));
    });
    return;
  }
  for (const [name, entry] of Object.entries(value as Record<string, unknown>)) {
    if (/^\d{1,3}$/.test(name)) note(Number(name), verdictOf(entry) ?? verdictOf(field(entry, "verdict")));
    else if (!Array.isArray(entry)) continue;
    else if (entry.every((number) => typeof number === "number")) {
      for (const number of entry) note(number, verdictOf(name));
    } else readJson(entry, count, note);
  }
}

function verdictOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const word = value.trim().replace(/[.!]$/, "");
  return IS_SUPPORTED.test(word) ? true : IS_UNSUPPORTED.test(word) ? false : undefined;
}
