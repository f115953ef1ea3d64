/**
 * A list of words and phrases as one pattern: entries are parted by commas; `*` stands for any letters, ` .. ` for a few
 * words between two parts. Matched against lower-case text with straight quotes.
 */
export function wordPattern(list: string): RegExp {
  const entries = list
    .split(",")
    .map((entry) => entry.trim().replace(/\s+/g, " "))
    .filter((entry) => entry !== "");
  return new RegExp(`(?<!${LETTER})(?:${entries.map(sourceOf).join("|")})`);
}

/** Lower-case Latin letters and digits: a class of all of Unicode's would take each pattern milliseconds to compile. */
const LETTER = "[a-z0-9\\u00df-\\u024f]";

/** The words between the parts of a phrase: a noun with its article and what qualifies it. */
const GAP = "[^.;!?\\n]{1,60}?";

function sourceOf(entry: string): string {
  const source = entry
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" \\.\\. ", `(?!${LETTER})${GAP}(?<!${LETTER})`)
    .replaceAll("\\*", `${LETTER}{0,20}`)
    .replaceAll(" ", "[\\s-]{1,3}");
  // What ends in an apostrophe runs on into the next word: "n'est".
  return entry.endsWith("'") ? source : `${source}(?!${LETTER})`;
}
