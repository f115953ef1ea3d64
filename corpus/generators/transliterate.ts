/**
 * Letters as ASCII, for rules that want them so. Accents are taken off; of letters that are made of no other, those of
 * European alphabets are written out. What is left over is dropped by the rules that ask for this.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ı: "i",
  ħ: "h",
  Ħ: "H",
};

export function transliterate(text: string): string {
  return removeAccents(text).replace(/[^\0-\x7F]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Compatible forms are kept: only what is put above or below a letter goes. */
export function removeAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}
