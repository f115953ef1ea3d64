/**
 * Which words of a language say the same, which say the opposite, and which of its small words deny, demand,
 * allow or restrict. The meanings have the same names in every language, so that a sentence can be compared with
 * a passage in another one.
 *
 * Tables are in lines `name: word, word, two words`; opposites are parted by `|`; `cancel*` is every word that
 * begins so.
 */
import { baseLanguage } from "../../../language/base-language.ts";
import { DE_MARKERS, DE_OPPOSITES, DE_SYNONYMS } from "./de.ts";
import { EN_MARKERS, EN_OPPOSITES, EN_SYNONYMS } from "./en.ts";
import { ES_MARKERS, ES_OPPOSITES, ES_SYNONYMS } from "./es.ts";
import { FR_MARKERS, FR_OPPOSITES, FR_SYNONYMS } from "./fr.ts";
import { IT_MARKERS, IT_OPPOSITES, IT_SYNONYMS } from "./it.ts";
import { NL_MARKERS, NL_OPPOSITES, NL_SYNONYMS } from "./nl.ts";
import { PT_MARKERS, PT_OPPOSITES, PT_SYNONYMS } from "./pt.ts";

export const MARKER_NAMES = [
  "not",
  "optional",
  "must",
  "may",
  "only",
  "except",
  "all",
  "hedge",
  "forbid",
  "if",
  "light",
] as const;
/** What a small word does to what it is said of; `light` ones say nothing of their own. */
export type Marker = (typeof MARKER_NAMES)[number];

export interface Meaning {
  name: string;
  /** 1 and -1 for the two sides of opposites; 0 where a meaning has no opposite. */
  side: -1 | 0 | 1;
  /** The side of the word alone, where a negation may reach it. */
  said?: -1 | 0 | 1;
}

/** What begins at a word: its meanings, and of how many words they are. */
export interface Match<T> {
  found: T[];
  /** Number of words, 0 where nothing is found. */
  length: number;
}

export interface WordMeanings {
  meaningsAt(words: readonly string[], index: number): Match<Meaning>;
  markersAt(words: readonly string[], index: number): Match<Marker>;
}

const TABLES: Record<string, readonly [synonyms: string, opposites: string, markers: string]> = {
  de: [DE_SYNONYMS, DE_OPPOSITES, DE_MARKERS],
  en: [EN_SYNONYMS, EN_OPPOSITES, EN_MARKERS],
  es: [ES_SYNONYMS, ES_OPPOSITES, ES_MARKERS],
  fr: [FR_SYNONYMS, FR_OPPOSITES, FR_MARKERS],
  it: [IT_SYNONYMS, IT_OPPOSITES, IT_MARKERS],
  nl: [NL_SYNONYMS, NL_OPPOSITES, NL_MARKERS],
  pt: [PT_SYNONYMS, PT_OPPOSITES, PT_MARKERS],
};

const known = new Map<string, WordMeanings | undefined>();

/** Undefined for a language without tables: there only numbers, names and code can be compared. */
export function wordMeanings(language: string): WordMeanings | undefined {
  const base = baseLanguage(language);
  const tables = TABLES[base];
  if (!known.has(base)) known.set(base, tables === undefined ? undefined : readTables(tables));
  return known.get(base);
}

function readTables([synonyms, opposites, markers]: readonly [string, string, string]): WordMeanings {
  const meanings = new Dictionary<Meaning>();
  for (const { name, sides } of linesOf(synonyms + opposites)) {
    sides.forEach((phrases, index) => {
      const side = sides.length === 1 ? 0 : index === 0 ? 1 : -1;
      for (const phrase of phrases) meanings.add(phrase, { name, side });
    });
  }
  const small = new Dictionary<Marker>();
  for (const { name, sides } of linesOf(markers)) {
    for (const phrase of sides[0] ?? []) small.add(phrase, name as Marker);
  }
  return {
    meaningsAt: (words, index) => meanings.at(words, index),
    markersAt: (words, index) => small.at(words, index),
  };
}

function linesOf(table: string): { name: string; sides: string[][] }[] {
  return table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      const sides = line.slice(colon + 1).split("|");
      return {
        name: line.slice(0, colon),
        sides: sides.map((side) => side.split(",").map((word) => word.trim())),
      };
    });
}

interface Entry<T> {
  /** Each a word, or the beginning of one with an asterisk. */
  rest: readonly string[];
  value: T;
}

/** Phrases by their first word: what stands at a place is found in a time that does not grow with the tables. */
class Dictionary<T> {
  readonly #whole = new Map<string, Entry<T>[]>();
  readonly #beginnings = new Map<string, Entry<T>[]>();

  add(phrase: string, value: T): void {
    // As texts are read: "qu'à" is two words.
    const [first = "", ...rest] = phrase.replace(/(?<=^|\s)(\p{L}{1,2})['’]/gu, "$1 ").split(/\s+/);
    const isBeginning = first.endsWith("*");
    const map = isBeginning ? this.#beginnings : this.#whole;
    const key = isBeginning ? first.slice(0, -1) : first;
    map.set(key, [...(map.get(key) ?? []), { rest, value }]);
  }

  at(words: readonly string[], index: number): Match<T> {
    const word = words[index] ?? "";
    const match: Match<T> = { found: [], length: 0 };
    const take = (entries: readonly Entry<T>[] | undefined): void => {
      for (const { rest, value } of entries ?? []) {
        const length = rest.length + 1;
        if (length < match.length || !rest.every((part, at) => fits(words[index + 1 + at], part))) continue;
        if (length > match.length) match.found = [];
        match.length = length;
        match.found.push(value);
      }
    };
    take(this.#whole.get(word));
    for (let end = Math.min(word.length, MAX_BEGINNING_CHARS); end > 0; end--)
      take(this.#beginnings.get(word.slice(0, end)));
    return match;
  }
}

/** No beginning in the tables is longer. */
const MAX_BEGINNING_CHARS = 20;

function fits(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}
