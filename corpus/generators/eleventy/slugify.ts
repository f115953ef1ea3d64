/** Of `@sindresorhus/slugify`, which is Eleventy's `slugify` filter. */

const REPLACED: Readonly<Record<string, string>> = {
  "&": " and ",
  "ä": "ae",
  "ö": "oe",
  "ü": "ue",
  "Ä": "Ae",
  "Ö": "Oe",
  "Ü": "Ue",
  "ß": "ss",
  "æ": "ae",
  "Æ": "AE",
  "ø": "o",
  "Ø": "O",
  "ł": "l",
  "Ł": "L",
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "…": "...",
};

/**
 * Undefined for text in other letters than Latin ones, which a table writes in them.
 */
export function slugifyAscii(text: string): string | undefined {
  const latin = text
    .normalize()
    .replace(/[&äöüÄÖÜßæÆøØłŁ–—‘’“”…]/g, (character) => REPLACED[character] ?? "")
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "");
  if (/[\u0080-\u{10FFFF}]/u.test(latin.replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, "")))
    return undefined;
  return (
    latin
      .toLowerCase()
      // What belongs to a word behind an apostrophe stays with it.
      .replace(/([a-z\d]+)['’]([ts])(?=\s|$)/g, "$1$2")
      .replace(/[^a-z\d]+/g, "-")
      .replace(/^-+|-+$/g, "")
  );
}
