/** A German question with its umlauts, where it was typed without: "Fuer Kinder geoeffnet?" */
import { baseLanguage } from "../../language/base-language.ts";
import { writtenOutUmlauts } from "../../language/umlauts.ts";

/** Three letters at least: a shorter word has no other. */
const WORD = /\p{L}*(?:ae|oe|ue)\p{L}*/giu;

/** Longer texts are no question. */
const MAX_CHARS = 2000;

/**
 * @param isKnown Whether a lower-case word is one of the language's or of the site's. A word that is known as it was typed
 * stays: "neue", "Bauer".
 */
export function withUmlauts(question: string, language: string, isKnown: (word: string) => boolean): string {
  if (baseLanguage(language) !== "de" || question.length > MAX_CHARS) return question;
  return question.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    if (isKnown(lower)) return word;
    return writtenOutUmlauts(lower).find(isKnown) ?? word;
  });
}
