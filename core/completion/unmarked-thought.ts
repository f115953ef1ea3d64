/** Thoughts that begin without a mark, at the very start of a text. */
/** How they begin, and what ends them. */
const BEGINNINGS: readonly { start: RegExp; words: readonly string[]; phrase: RegExp }[] = [
  // Harmony, once a server has taken its tokens out of the text.
  {
    start: /^analysis(?=[\p{Lu}\d"“'‘(])/u,
    words: ["analysis"],
    phrase: /assistant\s{0,2}(?:commentary\s{0,2}assistant\s{0,2})?final\s?/,
  },
  {
    start: /^here(?:'s| is) my (?:thought|thinking|reasoning) process:/i,
    words: ["here is my thought process", "here's my thought process", "here is my thinking process"],
    phrase: /here(?:'s| is) my (?:response|answer):?/i,
  },
];

/**
 * @param text The beginning of a text, without white space before it.
 * @returns the phrase that ends the thought that begins there; undefined where none does, `partial` where one may.
 */
export function readUnmarkedThought(text: string): { phrase: RegExp } | "partial" | undefined {
  const lower = text.toLowerCase();
  for (const { start, words, phrase } of BEGINNINGS) {
    if (start.test(text)) return { phrase };
    if (words.some((word) => word.startsWith(lower) || lower === `${word}:`)) return "partial";
  }
  return undefined;
}
