/**
 * Accents that old fonts draw as characters of their own, before or behind their letter: `th´eor`eme`, `fac¸ade`.
 * Left alone where they stand for an apostrophe, as in `it´s`.
 */
const MARKS: Readonly<Record<string, string>> = {
  "¨": "\u0308",
  "´": "\u0301",
  "`": "\u0300",
  "ˆ": "\u0302",
  "˜": "\u0303",
  "ˇ": "\u030C",
  "˚": "\u030A",
  "˘": "\u0306",
  "˙": "\u0307",
  "¯": "\u0304",
};
const BEFORE_LETTER = /([¨´`ˆ˜ˇ˚˘˙¯])(\p{L})(?!\p{M})/gu;
const CEDILLA = /([cstgCSTG])¸/g;
const CONTRACTION = /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/iu;

export function composeAccents(text: string): string {
  return text
    .replace(BEFORE_LETTER, (pair, accent: string, letter: string, offset: number) => {
      if (accent === "´" && CONTRACTION.test(text.slice(offset + 1, offset + 5))) return pair;
      const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
      const composed = `${base}${MARKS[accent] ?? ""}`.normalize("NFC");
      // What does not become one letter was no accent of it.
      return composed.length === 1 ? composed : pair;
    })
    .replace(CEDILLA, (_, letter: string) => `${letter}\u0327`.normalize("NFC"));
}
