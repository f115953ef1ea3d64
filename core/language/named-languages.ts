/** Which languages a text speaks of: "answer in French", "auf Englisch", "¿está en inglés?". */
import { baseLanguage } from "./base-language.ts";
import { languageName } from "./language-name.ts";

/** Languages that sites and models write in, by their share of the web. */
const NAMEABLE =
  `en es de fr it pt nl ru ja zh ko ar fa tr pl cs sk sv da nb fi hu ro bg el he hi th vi id uk ca hr sr sl et lv lt`
    .split(" ")
    .map((language) => language.trim());

/** Shorter names are words of other languages. */
const MIN_NAME_CHARS = 4;
/** Of longer names an ending may differ: "spanische", "inglesa". */
const MIN_STEM_CHARS = 6;

const namesIn = new Map<string, readonly { language: string; stem: string }[]>();

/**
 * Base languages that are named in a text, in the words of the languages that it may be written in, or in their own.
 *
 * @param spoken BCP 47
 */
export function namedLanguages(text: string, spoken: readonly string[]): Set<string> {
  const lower = text.toLowerCase();
  const named = new Set<string>();
  for (const locale of new Set(["own", ...spoken.map(baseLanguage)])) {
    for (const { language, stem } of namesOf(locale)) if (lower.includes(stem)) named.add(language);
  }
  return named;
}

function namesOf(locale: string): readonly { language: string; stem: string }[] {
  const known = namesIn.get(locale);
  if (known !== undefined) return known;
  const names = NAMEABLE.flatMap((language) => {
    const name = languageName(language, locale === "own" ? language : locale)?.toLowerCase() ?? "";
    const isWritten = name.length >= MIN_NAME_CHARS || /[^\p{Script=Latin}]/u.test(name);
    const stem = name.length > MIN_STEM_CHARS ? name.slice(0, -1) : name;
    return isWritten && name !== "" ? [{ language, stem }] : [];
  });
  namesIn.set(locale, names);
  return names;
}
