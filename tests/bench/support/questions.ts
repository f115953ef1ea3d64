/** What is asked in the benchmarks. */
import type { Chunk } from "../../../core/corpus/format.ts";
import { wordsOf } from "./documentation.ts";
import { createRandom, pick } from "../../support/seeded-random.ts";

/** Each is answered by how a chunk is written: its heading, its title, words of it, a stretch of it. */
const FORMS: ((chunk: Chunk, random: () => number) => string)[] = [
  ({ title, headingPath }) => `How do I use ${headingPath.at(-1) ?? title}?`,
  ({ title }) => `What is ${title}?`,
  ({ title, headingPath }) => `${title} ${headingPath.join(" ")}`,
  ({ blocks }, random) =>
    Array.from({ length: 3 + Math.floor(random() * 5) }, () => wordOf(blocks, random)).join(" "),
  ({ blocks }, random) => {
    const words = textOf(blocks).split(/\s+/);
    const start = Math.floor(random() * Math.max(1, words.length - 14));
    return `Why ${words.slice(start, start + 8 + Math.floor(random() * 7)).join(" ")}?`;
  },
];

const MAX_QUESTION_CHARS = 300;

/** Distinct questions about a corpus, of all forms alike, by a seed. */
export function questionsAbout(chunks: readonly Chunk[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const questions = new Set<string>();
  // A corpus of few words may not have so many.
  for (let attempt = 0; questions.size < count && attempt < count * 20; attempt++) {
    const form = FORMS[attempt % FORMS.length];
    const question = form?.(pick(chunks, random), random).slice(0, MAX_QUESTION_CHARS).trim() ?? "";
    if (question.length > 3) questions.add(question);
  }
  return [...questions];
}

function textOf(blocks: Chunk["blocks"]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join(" ");
}

function wordOf(blocks: Chunk["blocks"], random: () => number): string {
  const words = wordsOf(blocks);
  return words.length === 0 ? "example" : pick(words, random);
}

const LONG = 5000;

/** Questions that are no questions, as long as a request may be. By what is nasty about them. */
export function hostileQuestions(chunks: readonly Chunk[]): Record<string, string> {
  const random = createRandom(LONG);
  const filled = (piece: () => string): string => {
    let text = "";
    while (text.length < LONG) text += piece();
    return text.slice(0, LONG);
  };
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const unknownWord = (): string => Array.from({ length: 6 }, () => pick([...letters], random)).join("");
  const known = chunks.slice(0, 500).flatMap(({ blocks }) => wordsOf(blocks));
  return {
    "5,000 characters of prose": filled(() => `${pick(known, random)} `),
    "the corpus's own words, one typing error each": filled(() => {
      const word = pick(known, random);
      const place = 1 + Math.floor(random() * (word.length - 1));
      return `${word.slice(0, place)}${pick([...letters], random)}${word.slice(place + 1)} `;
    }),
    "only stop words": filled(
      () => `${pick(["the", "of", "is", "what", "and", "it", "to", "how"], random)} `,
    ),
    "700 unknown words": filled(() => `${unknownWord()} `),
    "one word of 5,000 characters": "a".repeat(LONG),
    "one word of 5,000 different characters": filled(() => pick([...letters], random)),
    "search operators": filled(() => `+${unknownWord()} -class ~2 ^10 title:* *:* `),
    "only punctuation": filled(() => pick([..."!?.,;:'\"()[]{}<>/\\|@#$%^&*-_=+`~"], random)),
    "Chinese": filled(() => String.fromCodePoint(0x4e00 + Math.floor(random() * 5000))),
    "Thai": filled(() => String.fromCodePoint(0x0e01 + Math.floor(random() * 46))),
    "right to left": filled(
      () => `${String.fromCodePoint(0x5d0 + Math.floor(random() * 27))}${pick(["", " "], random)}`,
    ),
    "emoji": filled(() => String.fromCodePoint(0x1f600 + Math.floor(random() * 64))),
    "zero-width characters": filled(() => `${pick([...letters], random)}\u200b\u200d\ufeff`),
    "combining accents": filled(() => `e${"\u0301".repeat(40)}`),
    "code": filled(
      () => `std::${unknownWord()}<${unknownWord()}>::${unknownWord()}(const_cast<int*>(p->q[0]));\n`,
    ),
    "one name of many parts": filled(() => `${unknownWord()}.${unknownWord().toUpperCase()}_`),
    "white space": " \t\n".repeat(LONG / 3),
  };
}
