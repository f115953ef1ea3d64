/** Matches rows of words against a text that is still being written ({@link import("./machinery-words.ts")}). */
import { MACHINERY_PHRASES, type PhraseKind, type PhrasePattern } from "./machinery-words.ts";

interface Slot {
  /** Each a row of words; none: numbers of passages. */
  alternatives: readonly (readonly string[])[];
  isOptional: boolean;
  isThing: boolean;
  isGiven: boolean;
}

interface CompiledPhrase extends Omit<PhrasePattern, "pattern"> {
  language: string;
  slots: readonly Slot[];
}

export interface FoundPhrase {
  kind: PhraseKind;
  language: string;
  instead: string;
  /** Where it ends. */
  end: number;
  /** What it names, lower-case: "passages". */
  thing: string | undefined;
  /** The same with that it was given: "provided passages", "passage 3". */
  described: string | undefined;
  /** Of passages, as they are written. */
  positions: readonly number[];
}

/** A word, with its hyphens and apostrophes; an article that an apostrophe joins to the next word is one by itself. */
const WORD = /(?:l|qu|un)['’]|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/iuy;
const SPACE = /[ \t\u00a0]*/y;
const NUMBER = String.raw`(?:#?\d{1,3}(?![\p{L}\p{N}]|[.,]\d)|\[\d{1,3}(?:, ?\d{1,3}){0,5}\])`;
const NUMBERS = new RegExp(
  String.raw`${NUMBER}(?:(?:,? (?:and|und|et|y|e|en|&) |, ?| ?)${NUMBER}){0,5}`,
  "uy",
);
const CITATIONS = /\[\d{1,3}(?:, ?\d{1,3}){0,5}\](?: ?\[\d{1,3}\]){0,5}/y;
/** What numbers may go on with. */
const OPEN_NUMBERS = /(?:[\d\]#[,]|,? (?:a|an|and|u|un|und|e|et|y|en|&)?)\s?$/u;

/** By the first word. */
const PHRASES = compileAll();

/** Whether the beginning of a word may be that of a phrase. */
export function mayBegin(word: string): boolean {
  return BEGINNINGS.has(plain(word));
}

/**
 * The phrases that begin at a place, those of a language before others, of each the longest; `incomplete` where what is
 * still to come decides.
 */
export function findPhrases(
  text: string,
  at: number,
  { isEnd, language }: { isEnd: boolean; language: string },
): readonly FoundPhrase[] | "incomplete" {
  const word = readWord(text, at);
  const isOpen = word?.isOpen === true && !isEnd;
  if (word !== undefined && isOpen && mayBegin(word.text)) return "incomplete";
  const candidates = PHRASES.get(word === undefined ? "#" : plain(word.text)) ?? [];
  const found: FoundPhrase[] = [];
  for (const candidate of candidates) {
    const match = matchFrom(text, at, candidate.slots, 0, isEnd);
    if (match === "incomplete") return match;
    if (match === undefined) continue;
    const { kind, instead } = candidate;
    found.push({ kind, instead, language: candidate.language, ...describe(text, match) });
  }
  return found.sort(
    (a, b) => b.end - a.end || Number(b.language === language) - Number(a.language === language),
  );
}

interface Match {
  end: number;
  thing?: [number, number];
  given?: [number, number];
  numbers?: [number, number];
}

function describe(
  text: string,
  { end, thing, given, numbers }: Match,
): Pick<FoundPhrase, "end" | "thing" | "described" | "positions"> {
  const spans = [thing, given, numbers].filter((span) => span !== undefined);
  const from = Math.min(...spans.map(([start]) => start));
  const to = Math.max(...spans.map(([, close]) => close));
  return {
    end,
    thing: thing === undefined ? undefined : text.slice(...thing).toLowerCase(),
    described: thing === undefined || spans.length < 2 ? undefined : text.slice(from, to).toLowerCase(),
    positions: numbers === undefined ? [] : (text.slice(...numbers).match(/\d+/g) ?? []).map(Number),
  };
}

function matchFrom(
  text: string,
  at: number,
  slots: readonly Slot[],
  index: number,
  isEnd: boolean,
): Match | "incomplete" | undefined {
  const slot = slots[index];
  if (slot === undefined) return at === text.length && !isEnd ? "incomplete" : { end: at };
  const start = index === 0 ? at : skip(SPACE, text, at);
  let isCut = start === text.length && !isEnd;
  if (isCut) return "incomplete";
  for (const end of slot.alternatives.length === 0
    ? [matchNumbers(text, start, index > 0 && slots[index - 1]?.isThing === true, isEnd)]
    : slot.alternatives.map((words) => matchWords(text, start, words, isEnd))) {
    if (end === undefined) continue;
    if (end === "incomplete") {
      isCut = true;
      continue;
    }
    const rest = matchFrom(text, end, slots, index + 1, isEnd);
    if (rest === "incomplete") return rest;
    if (rest === undefined) continue;
    if (slot.isThing) rest.thing ??= [start, end];
    if (slot.isGiven) rest.given ??= [start, end];
    if (slot.alternatives.length === 0) rest.numbers ??= [start, end];
    return rest;
  }
  if (isCut) return "incomplete";
  if (!slot.isOptional) return undefined;
  return matchFrom(text, index === 0 ? start : at, slots, index + 1, isEnd);
}

function matchWords(
  text: string,
  from: number,
  words: readonly string[],
  isEnd: boolean,
): number | "incomplete" | undefined {
  let at = from;
  for (const [index, wanted] of words.entries()) {
    if (index > 0) at = skip(SPACE, text, at);
    if (at === text.length && !isEnd) return "incomplete";
    const word = readWord(text, at);
    if (word === undefined) return undefined;
    const isOpen = word.isOpen && !isEnd;
    if (isOpen && wanted.startsWith(plain(word.text))) return "incomplete";
    if (plain(word.text) !== wanted) return undefined;
    at = word.end;
  }
  return at;
}

function matchNumbers(
  text: string,
  at: number,
  isNamed: boolean,
  isEnd: boolean,
): number | "incomplete" | undefined {
  const end = skip(isNamed ? NUMBERS : CITATIONS, text, at);
  const rest = text.slice(at, at + 60);
  if (!isEnd && at + rest.length === text.length && /^[#[\d]/.test(rest)) {
    if (end === text.length || OPEN_NUMBERS.test(rest)) return "incomplete";
    if (end === at && /^(?:#?\d{0,3}|\[[\d, ]{0,30})$/.test(rest)) return "incomplete";
  }
  return end === at ? undefined : end;
}

/** An open word may go on with the next piece. */
function readWord(text: string, at: number): { text: string; end: number; isOpen: boolean } | undefined {
  const end = skip(WORD, text, at);
  if (end === at) return undefined;
  return { text: text.slice(at, end), end, isOpen: /^['’-]?$/.test(text.slice(end, end + 2)) };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("’", "'");
}

function compileAll(): Map<string, CompiledPhrase[]> {
  const byFirst = new Map<string, CompiledPhrase[]>();
  for (const [language, patterns] of Object.entries(MACHINERY_PHRASES)) {
    for (const { kind, pattern, instead } of patterns) {
      const slots = pattern.split(" ").map(readSlot);
      const phrase = { kind, instead, language, slots };
      for (const first of firstWords(slots)) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  return byFirst;
}

/** Of each slot that the phrase may begin with. */
function firstWords(slots: readonly Slot[]): Set<string> {
  const first = new Set<string>();
  for (const { alternatives, isOptional } of slots) {
    if (alternatives.length === 0) first.add("#");
    for (const [word = ""] of alternatives) first.add(word);
    if (!isOptional) break;
  }
  return first;
}

function readSlot(text: string): Slot {
  const [, sign = "", words = "", optional] = /^([!+]?)(.*?)(\??)$/.exec(text) ?? [];
  return {
    // The longest first: "AI language model" is more than "AI".
    alternatives:
      words === "#"
        ? []
        : words
            .split("|")
            .map((one) => one.split("_"))
            .sort((a, b) => b.length - a.length),
    isOptional: optional === "?",
    isThing: sign === "!",
    isGiven: sign === "+",
  };
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...PHRASES.keys()].flatMap((word) =>
    Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)),
  ),
);
