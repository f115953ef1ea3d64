/** One slip of the keyboard in a query, always the same for the same seed. */

/** Shorter words are seldom mistyped, and hardly to be mended. */
const MIN_LETTERS = 4;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** Substitutes, deletes, inserts or transposes one letter in one word of at least four; without any, the text stays. */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= MIN_LETTERS);
  const pick = (count: number): number => Math.floor(random() * count);
  const match = words[pick(words.length)];
  if (match === undefined) return text;
  const typed = mistype(match[0], pick);
  return text.slice(0, match.index) + typed + text.slice(match.index + match[0].length);
}

function mistype(word: string, pick: (count: number) => number): string {
  const at = pick(word.length);
  const letter = ALPHABET[pick(ALPHABET.length)] ?? "e";
  switch (pick(4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default: {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + (word[first + 1] ?? "") + (word[first] ?? "") + word.slice(first + 2);
    }
  }
}
