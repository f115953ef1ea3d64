/** Words that are put together of others without a space, as German and Dutch do: `Kinderermäßigung`, `huurprijs`. */
import { baseLanguage } from "./base-language.ts";

/** What may stand between two parts: Geburt-s-tag, Straße-n-bahn, Kind-er-garten. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  de: ["", "s", "n", "en", "es", "er", "e"],
  nl: ["", "s", "en", "n", "e", "er"],
};

const MIN_FIRST_CHARS = 3;
/** Shorter ends are rather endings than words. */
const MIN_LAST_CHARS = 4;
const MIN_CHARS = MIN_FIRST_CHARS + MIN_LAST_CHARS;
/** Longer ones are data. */
const MAX_CHARS = 40;

/**
 * The two parts of a lower-case word, the last as long as can be: what stands last says what the whole is.
 *
 * @param isKnown Whether a part is a word.
 * @returns undefined where it has no such parts, or the language puts none together.
 */
export function splitCompound(
  word: string,
  language: string,
  isKnown: (part: string) => boolean,
): [string, string] | undefined {
  const base = baseLanguage(language);
  const links = Object.hasOwn(LINKS, base) ? LINKS[base] : undefined;
  if (links === undefined || word.length < MIN_CHARS || word.length > MAX_CHARS) return undefined;
  for (let at = MIN_FIRST_CHARS; at <= word.length - MIN_LAST_CHARS; at++) {
    const last = word.slice(at);
    if (!isKnown(last)) continue;
    for (const link of links) {
      const first = word.slice(0, at - link.length);
      if (first.length >= MIN_FIRST_CHARS && word.slice(0, at).endsWith(link) && isKnown(first))
        return [first, last];
    }
  }
  return undefined;
}
