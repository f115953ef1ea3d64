/** Quotes, dashes and dots as Sphinx prints them. @see https://docutils.sourceforge.io/docs/user/smartquotes.html */

/** Languages whose quotes are those of English; in others they stay as they were written. */
const ENGLISH_QUOTES = /^en\b/i;
/** Sphinx leaves these alone. */
const EXCLUDED = /^(?:ja|zh)\b/i;

/** @param text code spans in backticks: they stay as they are. */
export function setTypographically(text: string, language: string): string {
  if (!/["'.-]/.test(text) || EXCLUDED.test(language)) return text;
  return text
    .split(/(`[^`]*`)/)
    .map((part, index, parts) => {
      if (index % 2 === 1) return part;
      // Behind code a quote ends, or is an apostrophe; before code it may begin.
      const before = index === 0 ? "" : "x";
      const behind = index === parts.length - 1 ? "" : "x";
      const set = setPart(before + part + behind, language);
      return set.slice(before.length, set.length - behind.length);
    })
    .join("");
}

function setPart(text: string, language: string): string {
  const dashed = text
    .replace(/(?<!-)---(?!-)/g, "—")
    .replace(/(?<!-)--(?!-)/g, "–")
    .replace(/(?<!\.)\.\.\.(?!\.)/g, "…");
  if (!ENGLISH_QUOTES.test(language)) return dashed;
  return dashed
    .replace(/(^|[\s([{<–—/-])"(?=\S)/g, "$1“")
    .replace(/"/g, "”")
    .replace(/(^|[\s([{<–—/“-])'(?=[^\s\d])/g, "$1‘")
    .replace(/'/g, "’");
}
