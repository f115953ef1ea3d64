/**
 * What every business says, by kind: opening hours, prices, delivery, parking. Visitors ask for it in their words and
 * owners write it in theirs, and on a few pages no statistics tell that the two are one. A table a language names the
 * wordings of each kind.
 *
 * A line of a table is `kind: wordings | wordings of visitors alone | wordings of pages alone`, separated by commas.
 * `!paypal` is one of many of its kind: a site that names others has not named it.
 * `refund*` is any word that begins so, `*lieferung` any that ends so, `send .. back` has up to three words between.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { GERMAN_KINDS } from "./kinds/de.ts";
import { ENGLISH_KINDS } from "./kinds/en.ts";
import { SPANISH_KINDS } from "./kinds/es.ts";
import { FRENCH_KINDS } from "./kinds/fr.ts";
import { ITALIAN_KINDS } from "./kinds/it.ts";
import { JAPANESE_KINDS } from "./kinds/ja.ts";
import { DUTCH_KINDS } from "./kinds/nl.ts";
import { POLISH_KINDS } from "./kinds/pl.ts";
import { PORTUGUESE_KINDS } from "./kinds/pt.ts";
import { readWords } from "./read-words.ts";
import { isSlip } from "./spelling.ts";

/** A wording that was found in some words. */
export interface FoundKind {
  /** Index of its kind among {@link BusinessKinds.names}. */
  kind: number;
  /** The words that it takes, from the first to before the last. */
  from: number;
  to: number;
  /** It is one of several of its kind, of which a site may have others: a card of one maker, a country. */
  isOneOfMany: boolean;
  /** Only visitors say it so: no page has its words. */
  isAsked: boolean;
}

export interface BusinessKinds {
  readonly names: readonly string[];
  /** Of words as {@link readWords} gives them. */
  find(words: readonly string[], by: "visitor" | "page"): FoundKind[];
  /** A word of a wording that another word was meant for by a slip of one letter; undefined where there is none, or several. */
  nearest(word: string): string | undefined;
}

interface Wording {
  kind: number;
  words: readonly string[];
  /** Of what was written by whom it tells. */
  by: "visitor" | "page" | undefined;
  isOneOfMany: boolean;
}

const GAP = "..";
const MAX_GAP_WORDS = 3;

/** Shorter words have too many neighbours. */
const MIN_NEAR_CHARS = 5;

/** Bounds the memory of an isolate that is fed random words. */
const MAX_REMEMBERED_WORDS = 20_000;

const TABLES: Readonly<Record<string, string>> = {
  de: GERMAN_KINDS,
  en: ENGLISH_KINDS,
  es: SPANISH_KINDS,
  fr: FRENCH_KINDS,
  it: ITALIAN_KINDS,
  ja: JAPANESE_KINDS,
  nl: DUTCH_KINDS,
  pl: POLISH_KINDS,
  pt: PORTUGUESE_KINDS,
};

const kindsOfLanguage = new Map<string, BusinessKinds>();

/** The kinds of a language; none where it has no table. */
export function businessKinds(language: string): BusinessKinds {
  const base = baseLanguage(language);
  let kinds = kindsOfLanguage.get(base);
  if (kinds === undefined) {
    kinds = createKinds(Object.hasOwn(TABLES, base) ? (TABLES[base] ?? "") : "", base);
    kindsOfLanguage.set(base, kinds);
  }
  return kinds;
}

function createKinds(table: string, language: string): BusinessKinds {
  const names: string[] = [];
  const wordings: Wording[] = [];
  for (const line of table.trim().split("\n")) {
    const [name = "", rest = ""] = line.split(/:(.*)/s);
    if (rest === "") continue;
    const kind = names.push(name) - 1;
    rest.split("|").forEach((part, at) => {
      const by = ([undefined, "visitor", "page"] as const)[at];
      for (const wording of part.split(",")) {
        const isOneOfMany = wording.trim().startsWith("!");
        const words = wording
          .replace("!", "")
          .trim()
          .split(/\s+/)
          .flatMap((word) => patternOf(word, language));
        if (words.length > 0) wordings.push({ kind, words, by, isOneOfMany });
      }
    });
  }
  const vocabulary = new Set(
    wordings
      .flatMap(({ words }) => words.map((word) => word.replaceAll("*", "")))
      .filter(({ length }) => length >= MIN_NEAR_CHARS),
  );
  return {
    names,
    find: createFinder(wordings),
    nearest: (word) => {
      const near = [...vocabulary].filter((other) => other[0] === word[0] && isSlip(word, other));
      return near.length === 1 || near.every((other) => other.startsWith(near[0] ?? ""))
        ? near[0]
        : undefined;
    },
  };
}

function patternOf(word: string, language: string): string[] {
  if (word === "" || word === GAP) return word === "" ? [] : [word];
  const read = readWords(word.replaceAll("*", ""), language);
  return read.map(
    (part, at) =>
      `${at === 0 && word.startsWith("*") ? "*" : ""}${part}${at === read.length - 1 && word.endsWith("*") ? "*" : ""}`,
  );
}

function createFinder(wordings: readonly Wording[]): BusinessKinds["find"] {
  const byBeginning = new Map<string, Wording[]>();
  const byEnding: Wording[] = [];
  for (const wording of wordings) {
    const [first = ""] = wording.words;
    if (first.startsWith("*")) {
      byEnding.push(wording);
      continue;
    }
    const beginning = first.slice(0, 2).replace("*", "");
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), wording]);
  }
  /** Words repeat, on a page and between questions. */
  const startingWith = new Map<string, readonly Wording[]>();
  const wordingsFrom = (word: string): readonly Wording[] => {
    let found = startingWith.get(word);
    if (found === undefined) {
      const first = word.slice(0, 2);
      found = [
        ...(byBeginning.get(first) ?? []),
        ...(first.length > 1 ? (byBeginning.get(first.slice(0, 1)) ?? []) : []),
        ...byEnding,
      ].filter(({ words }) => meets(word, words[0] ?? ""));
      if (startingWith.size >= MAX_REMEMBERED_WORDS) startingWith.clear();
      startingWith.set(word, found);
    }
    return found;
  };
  return (words, by) => {
    const found: FoundKind[] = [];
    words.forEach((word, from) => {
      for (const wording of wordingsFrom(word)) {
        if (wording.by !== undefined && wording.by !== by) continue;
        const to = endOf(wording.words, words, from);
        if (to !== undefined)
          found.push({
            kind: wording.kind,
            from,
            to,
            isOneOfMany: wording.isOneOfMany,
            isAsked: wording.by === "visitor",
          });
      }
    });
    return found;
  };
}

function meets(word: string, pattern: string): boolean {
  const isOpenBefore = pattern.startsWith("*");
  const isOpenBehind = pattern.endsWith("*");
  const core = pattern.slice(Number(isOpenBefore), pattern.length - Number(isOpenBehind));
  if (isOpenBefore && isOpenBehind) return word.includes(core);
  if (isOpenBefore) return word.endsWith(core);
  return isOpenBehind ? word.startsWith(core) : word === core;
}

/** Where a wording ends that begins at a word; undefined where the words go on otherwise. */
function endOf(patterns: readonly string[], words: readonly string[], from: number): number | undefined {
  let at = from + 1;
  for (let index = 1; index < patterns.length; index++) {
    const pattern = patterns[index] ?? "";
    if (pattern !== GAP) {
      if (!meets(words[at] ?? "", pattern)) return undefined;
      at++;
      continue;
    }
    const next = patterns[++index] ?? "";
    const end = Math.min(words.length, at + MAX_GAP_WORDS + 1);
    while (at < end && !meets(words[at] ?? "", next)) at++;
    if (at >= end) return undefined;
    at++;
  }
  return at;
}
