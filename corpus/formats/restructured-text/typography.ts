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
    .map((part, index) => {
      if (index % 2 === 1) return part;
      // Behind code a quote ends, or is an apostrophe.
      return index === 0 ? setPart(part, language) : setPart(`x${part}`, language).slice(1);
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
