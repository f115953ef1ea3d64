/** The tables of words as patterns, and which of them a text is read with. */
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import { contentStems } from "./question-parts.ts";
import type { RefusalWords } from "./refusal-words.ts";
import { wordPattern, type WordPattern } from "./word-pattern.ts";
import { DUTCH } from "./words/dutch.ts";
import { ENGLISH } from "./words/english.ts";
import { FRENCH } from "./words/french.ts";
import { GERMAN } from "./words/german.ts";
import { ITALIAN } from "./words/italian.ts";
import { PORTUGUESE } from "./words/portuguese.ts";
import { SPANISH } from "./words/spanish.ts";

export type Patterns = Record<keyof RefusalWords, WordPattern>;

const TABLES: Record<string, RefusalWords> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
};
const LANGUAGES = Object.keys(TABLES);

/** Made when first needed. */
const compiled = new Map<string, Patterns>();

function patternsOf(language: string): Patterns {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const patterns = Object.fromEntries(
    Object.entries(TABLES[language] ?? ENGLISH).map(([name, list]) => [name, wordPattern(list)]),
  ) as Patterns;
  compiled.set(language, patterns);
  return patterns;
}

/** The words that a text is read with: of its own language where that is sure, else of all. */
export function patternsFor(text: string): readonly Patterns[] {
  const detected = detectLanguage(text, { candidates: LANGUAGES });
  const isSure = detected !== undefined && detected.certainty >= SURE_CERTAINTY;
  return (isSure ? [detected.language] : LANGUAGES).map(patternsOf);
}

/** "If nothing is found, …": what stands under a condition is not said. */
export function withoutCondition(text: string, { condition }: Patterns): string {
  if (condition.exec(text)?.index !== 0) return text;
  const end = text.indexOf(",");
  return end === -1 ? text : text.slice(end + 1);
}

/**
 * Whether a text denies by itself. "The documentation says that threads are not safe" tells what is said: there the
 * negation stands behind the word that introduces it.
 */
export function isNegated(text: string, { negation, say, source, because }: Patterns): boolean {
  const denied = negation.exec(text)?.index;
  if (denied === undefined) return false;
  const before = text.slice(0, denied);
  const said = say.exec(before);
  if (said === null || !source.test(before)) return true;
  const between = before.slice(said.index + said[0].length);
  return !because.test(between);
}

/** Denies a verb, and no noun. */
const NOT = /^(?:[a-z]+n't|cannot|not|nicht|niet|não|non|pas)$/;

/** What answers a question by itself. */
const NO = /^(?:no|nope|nein|nee|non|não)[,.:;!–—-]/;

/**
 * Whether a text denies what the question asks, with the question's own verb: "does it come assembled?", "it does not
 * come assembled". That is an answer.
 */
export function answersNo(text: string, asked: ReadonlySet<string>, words: Patterns): boolean {
  const denied = words.negation.exec(text);
  if (denied === null || asked.size === 0) return false;
  if (words.self.test(text)) return false;
  // "You can't cancel on the website" and "the website does not say how to cancel".
  if (words.source.test(text) && (words.say.test(text) || !NOT.test(denied[0]))) return false;
  const rest = text.replace(/\p{L}{4,40}/gu, (word) => (asked.has(contentStems(word)[0] ?? "") ? "" : word));
  if (words.information.test(rest)) return false;
  if (NO.test(text)) return true;
  const behind = text.slice(denied.index + denied[0].length).trimStart();
  const [verb = ""] = /^\p{L}{1,40}/u.exec(behind) ?? [];
  return asked.has(contentStems(verb)[0] ?? "");
}

export function isWhole(text: string, pattern: WordPattern): boolean {
  const match = pattern.exec(text);
  return match !== null && match.index === 0 && text.slice(match[0].length).replace(/[\s.!,…:;]/g, "") === "";
}

/** Whether a word is one of those that speak of pages, of the assistant and of knowing. */
export function holdsKnownWord(word: string, words: Patterns): boolean {
  let known = knownWords.get(words);
  if (known === undefined || known.size > MAX_KNOWN_WORDS) knownWords.set(words, (known = new Map()));
  let isKnown = known.get(word);
  if (isKnown === undefined) {
    isKnown = KNOWN.some((name) => words[name].test(word));
    known.set(word, isKnown);
  }
  return isKnown;
}

const KNOWN = [
  "negation",
  "source",
  "writing",
  "say",
  "hold",
  "information",
  "self",
  "know",
  "but",
  "because",
  "courtesy",
  "alone",
  "pronoun",
  "condition",
] as const;
const knownWords = new WeakMap<Patterns, Map<string, boolean>>();
const MAX_KNOWN_WORDS = 2_000;
