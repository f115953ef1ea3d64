/**
 * Tells the language of a question. Three steps, the cheapest first: the script; the small words and spellings
 * of the languages that the assistant speaks, which decide short questions; and a library of letter statistics,
 * which knows more languages and is right once there is a sentence. Names and code are taken out before, since
 * `getStaticPaths` is English to nobody: where nothing is left, nothing is claimed.
 *
 * The weights and thresholds were set on every second of the public questions in English, Spanish and German
 * (XQuAD) and of the headings of a documentation site in six languages, those of the beginning of a question on half
 * of a list of questions of two to five words; what is reported is measured on the others and on a list of short
 * questions that nothing was set by.
 */
import { detectAll } from "tinyld/light";
import { baseLanguage } from "./base-language.ts";
import { EVIDENCE_OF_OPENING, EVIDENCE_OF_WORD, LISTED_LANGUAGES, SPELLINGS } from "./function-words.ts";
import { languageOfScript } from "./scripts.ts";

export interface DetectLanguageOptions {
  /** BCP 47; only these are considered. Default: every language that can be told. */
  candidates?: readonly string[];
  /** BCP 47; answered with a certainty of 0 where the text does not tell. Default: `undefined` is answered. */
  fallback?: string;
}

export interface DetectedLanguage {
  /** Base language, such as `pt`. */
  language: string;
  /** 0 (the fallback) to 1; see {@link SURE_CERTAINTY}. */
  certainty: number;
}

/**
 * From this certainty on it may be acted upon (translate, answer in it, say that the pages are in another
 * language): of short questions in the assistant's languages fewer than one in a hundred is taken for another.
 */
export const SURE_CERTAINTY = 0.6;

/** A question's first words tell as much as all of it, and cost a bounded time. */
const CONSIDERED_CHARS = 400;

/** What the letters say of a language, in units of a small word found in one list only. */
const LIBRARY_WEIGHT = 1.2;
/** With fewer words the letters alone decide nothing: "hono cors" looks Italian. */
const LIBRARY_ALONE_MIN_WORDS = 4;
/** A lead by words that the letters could not turn round: looking at them is what costs most. */
const DECIDED_LEAD = 2.5;
/** What a question word at the beginning adds, where a second word speaks for its language too. */
const OPENING_WEIGHT = 0.7;
/** A single word of three or more may be a name: "Wat Pho tickets". */
const MAX_LONE_CERTAINTY = 0.5;

/** Less than this is a coincidence of spelling. */
const MIN_SCORE = 0.9;
/** The lead over the next language that makes it worth saying. */
const MIN_LEAD = 0.2;
/** The lead at which the certainty is 1 - 1/e. */
const LEAD_SCALE = 1.3;

/** Tells the language of a question; `undefined`, or the fallback, where names, code or too little is all there is. */
export function detectLanguage(
  text: string,
  { candidates, fallback }: DetectLanguageOptions = {},
): DetectedLanguage | undefined {
  const allowed = candidates === undefined ? undefined : new Set(candidates.map(baseLanguage));
  const unknown = fallback === undefined ? undefined : { language: baseLanguage(fallback), certainty: 0 };
  const considered = withoutCode(text.slice(0, CONSIDERED_CHARS).normalize("NFKC").replace(/[’ʼ]/gu, "'"));

  const script = languageOfScript(considered);
  if (script !== undefined) {
    if (allowed !== undefined && !allowed.has(script.language)) return unknown;
    return { language: script.language, certainty: script.share };
  }

  const words = proseWords(considered);
  if (words.length === 0) return unknown;
  const { scores, speaking } = scoresOf(words, allowed);
  if (/[¿¡]/u.test(considered)) scores.set("es", (scores.get("es") ?? 0) + 1);
  const ranked = [...scores]
    .filter(([language]) => allowed === undefined || allowed.has(language))
    .sort(([, a], [, b]) => b - a);
  const [best, second] = ranked;
  if (best === undefined || best[1] < MIN_SCORE) return unknown;
  const lead = best[1] - (second?.[1] ?? 0);
  if (lead < MIN_LEAD) return unknown;
  const certainty = 1 - Math.exp(-lead / LEAD_SCALE);
  const isLone = words.length > 2 && words.length < LIBRARY_ALONE_MIN_WORDS && speaking.get(best[0]) === 1;
  return { language: best[0], certainty: isLone ? Math.min(MAX_LONE_CERTAINTY, certainty) : certainty };
}

interface Scores {
  scores: Map<string, number>;
  /** How many words speak for a language. */
  speaking: Map<string, number>;
}

function scoresOf(words: readonly string[], allowed: ReadonlySet<string> | undefined): Scores {
  const scores = new Map<string, number>();
  const speaking = new Map<string, number>();
  const add = (language: string, weight: number): void => {
    scores.set(language, (scores.get(language) ?? 0) + weight);
  };
  for (const word of words) {
    const spoken = new Set<string>();
    for (const { language, weight } of EVIDENCE_OF_WORD.get(word) ?? []) {
      add(LISTED_LANGUAGES[language] as string, weight);
      spoken.add(LISTED_LANGUAGES[language] as string);
    }
    for (const { language, pattern, weight } of SPELLINGS) {
      if (!pattern.test(word)) continue;
      add(language, weight);
      spoken.add(language);
    }
    for (const language of spoken) speaking.set(language, (speaking.get(language) ?? 0) + 1);
  }
  for (const { language: index, weight } of EVIDENCE_OF_OPENING.get(words[0] ?? "") ?? []) {
    const language = LISTED_LANGUAGES[index] as string;
    if ((speaking.get(language) ?? 0) > 1) add(language, OPENING_WEIGHT * weight);
  }
  const result = { scores, speaking };
  if (scores.size === 0 && words.length < LIBRARY_ALONE_MIN_WORDS) return result;
  const [first = 0, second = 0] = [...scores.values()].sort((a, b) => b - a);
  if (first - second >= DECIDED_LEAD) return result;
  const weight = words.length < LIBRARY_ALONE_MIN_WORDS ? LIBRARY_WEIGHT / 2 : LIBRARY_WEIGHT;
  const guesses = detectAll(words.join(" "), allowed === undefined ? {} : { only: [...allowed] });
  const top = guesses[0]?.accuracy ?? 0;
  for (const { lang, accuracy } of guesses.slice(0, 4)) {
    // With few words the letters may only say which of the languages is meant that the words speak for.
    if (words.length < LIBRARY_ALONE_MIN_WORDS && !scores.has(lang)) continue;
    if (top > 0) add(lang, (weight * accuracy) / top);
  }
  return result;
}

/** Code in backquotes, addresses and paths are no prose. */
function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/gu, " ").replace(/\S*(?:\/\/|::|@|\\)\S*/gu, " ");
}

/** The words that can belong to a language, in lower case: no identifier, no abbreviation, no version. */
function proseWords(text: string): string[] {
  const words: string[] = [];
  for (const piece of text.split(/[\s,;:!?¿¡"“”„«»()[\]…]+/u)) {
    const word = piece.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
    if (!/^\p{L}[\p{L}\p{M}]*(?:['-][\p{L}\p{M}]+)*$/u.test(word)) continue;
    if (/\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(word) || /\p{N}/u.test(piece)) continue;
    words.push(word.toLowerCase());
  }
  return words;
}
