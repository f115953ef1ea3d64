/** A part of a text, and whether it is (the beginning of) a word that was looked for. */
export interface MarkedPart {
  text: string;
  isMatch: boolean;
}

/** Shorter ones stand everywhere. */
const MIN_WORD_CHARS = 2;

/** Parts a text at the words of a query, so that a list can show why it holds a page. Case and accents count for nothing. */
export function markWords(text: string, query: string): MarkedPart[] {
  const words = wordsOf(query).filter((word) => word.length >= MIN_WORD_CHARS);
  const parts: MarkedPart[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const found = words.find((asked) => fold(word).startsWith(asked));
    if (found === undefined) continue;
    // Folding keeps the count of letters where the text is composed, as that of pages is.
    const length = Math.min(found.length, word.length);
    parts.push({ text: text.slice(end, index), isMatch: false });
    parts.push({ text: word.slice(0, length), isMatch: true });
    end = index + length;
  }
  parts.push({ text: text.slice(end), isMatch: false });
  return parts.filter((part) => part.text !== "");
}

function wordsOf(query: string): string[] {
  return fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC").toLowerCase();
}
