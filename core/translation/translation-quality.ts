import type { QueryTerm } from "../search/retriever.ts";
import { recogniseRefusal } from "../answer/refusal/recognise-refusal.ts";
import { baseLanguage } from "../language/base-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../language/detect-language.ts";
import { codeOf, namesOf, numbersOf } from "../answer/check/sentence-facts.ts";

export interface TranslationCheck {
  question: string;
  translation: string;
  /** Of the corpus, BCP 47: what is surely written in it is a translation, whatever it speaks of. Default: not known. */
  to?: string | undefined;
  /** Terms of a question and whether the corpus holds them: `retriever.retrieve(text, { limit: 1 }).terms`. */
  queryTermsOf: (text: string) => readonly Pick<QueryTerm, "term" | "known">[];
}

/** Below this a translation is not searched with: the question as it was asked does better. */
export const MIN_TRANSLATION_QUALITY = 0.5;

/** A translation is at most so many times as long as its question, and so many times as short. */
const MAX_LENGTH_RATIO = 3;
/** Short words differ more in length: "qué" is "what". */
const LENGTH_ALLOWANCE_CHARS = 12;

/** What a translation of nothing but unknown words is worth: names may be new, and nothing says it is wrong. */
const UNKNOWN_WORDS_QUALITY = 0.3;

/**
 * The same where they are surely sentences of the corpus' language: a question may be about what no page speaks of, and
 * then it was translated all the same.
 */
const SURE_LANGUAGE_QUALITY = MIN_TRANSLATION_QUALITY;

/**
 * How far a translation can be trusted, 0 to 1: the share of the question's numbers, code and identifiers that
 * it keeps, times the share of its own words that the corpus knows, scaled; 0 where it is empty, has more than
 * one line, holds an address that the question does not, or is out of proportion.
 */
export function translationQuality({ question, translation, to, queryTermsOf }: TranslationCheck): number {
  const text = translation.trim();
  if (text === "" || text.includes("\n")) return 0;
  const [short, long] = [question.trim().length, text.length].sort((a, b) => a - b);
  if ((long ?? 0) > (short ?? 0) * MAX_LENGTH_RATIO + LENGTH_ALLOWANCE_CHARS) return 0;
  if (/https?:\/\/|www\.|[<>]/i.test(text) && !/https?:\/\/|www\.|[<>]/i.test(question)) return 0;

  const kept = keptShare(question, text);
  const terms = queryTermsOf(text);
  if (terms.length === 0) return 0;
  const known = terms.filter((term) => term.known).length / terms.length;
  const least = isSurelyIn(text, to) ? SURE_LANGUAGE_QUALITY : UNKNOWN_WORDS_QUALITY;
  const quality = kept * (least + (1 - least) * known);
  return Math.round(quality * 1000) / 1000;
}

/** Told by its small words, which a list of terms has none of. A model that says that it can't has translated nothing. */
function isSurelyIn(text: string, to: string | undefined): boolean {
  if (to === undefined || recogniseRefusal(text, "") === "refusal") return false;
  const detected = detectLanguage(text);
  return detected?.language === baseLanguage(to) && detected.certainty >= SURE_CERTAINTY;
}

/** What no language changes. */
function keptShare(question: string, translation: string): number {
  const numbers = numbersOf(question).filter(({ isWord }) => !isWord);
  const translated = numbersOf(translation);
  const lower = translation.toLowerCase();
  // By a language that capitalises: only identifiers count, since names have other forms elsewhere.
  const literal = [...codeOf(question), ...namesOf(question, "de")];
  const facts = numbers.length + literal.length;
  if (facts === 0) return 1;
  const keptNumbers = numbers.filter(({ values }) =>
    translated.some((other) => [...values].some((value) => other.values.has(value))),
  );
  const keptLiterals = literal.filter((text) => lower.includes(text.toLowerCase()));
  return (keptNumbers.length + keptLiterals.length) / facts;
}
