/** Words of questions and pages as the tables of kinds write them. */
import { baseLanguage } from "../../language/base-language.ts";

/** Languages that join an article or a pronoun to a word: `l'adresse` is two words. */
const ELIDING: ReadonlySet<string> = new Set(["fr", "it"]);

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\be-mail/g, "email"],
  [/\bwi-fi/g, "wifi"],
];

/** Longer texts are no question, nor a sentence. */
const MAX_CHARS = 4000;

/** Lower-case words without accents and apostrophes, and signs of money and shares. */
export function readWords(text: string, language: string): string[] {
  let plain = text
    .slice(0, MAX_CHARS)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`´]/g, "'")
    .replaceAll("ß", "ss");
  for (const [spelling, written] of SPELLINGS) plain = plain.replace(spelling, written);
  plain = ELIDING.has(baseLanguage(language))
    ? plain.replaceAll("'", " ")
    : plain.replace(/'s\b/g, "s").replaceAll("'", "");
  return plain.match(/[\p{L}\p{N}]+|[%£€$]/gu) ?? [];
}
