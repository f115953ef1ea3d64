/** A question that is complete, and yet goes on: told by the index, not by its words. */
import type { DialogueWords } from "./dialogue-words.ts";
import { textOf, tokenize, type Token } from "./question-tokens.ts";
import { questionMark, withoutEnd, type Topic } from "./topic.ts";

/**
 * The best chunks for a text: the address and the title of their page, and their score as a share of the best
 * one's, best first; some ten.
 */
export type NearPages = (text: string) => readonly { page: string; title: string; share: number }[];

/** A longer question brings its own topic. */
const MAX_IMPLYING_WORDS = 9;
/** What is known by so common a word is no topic of its own. */
const MIN_TOPIC_WEIGHT = 1.5;
/** A page on the topic must answer nearly as well as the best page of all. */
const MIN_TOPIC_SHARE = 0.8;

/**
 * "How do I change the port?" after Deno was spoken of: complete, but each runtime has a page that answers it.
 * The topic is added only where the index shows that the best page is another one's and that the topic's own
 * page answers nearly as well; a new topic has no such page.
 */
export function impliedTopic(
  text: string,
  words: DialogueWords,
  topic: () => Topic,
  near: NearPages,
): string | undefined {
  const tokens = tokenize(text, words);
  if (tokens.length > MAX_IMPLYING_WORDS) return undefined;
  const { tokens: earlier, names, weightOf, question } = topic();
  if (question === "") return undefined;
  const own = new Set(tokens.map(({ lower }) => lower));
  const pages = near(text).map(({ title, share }) => ({ words: wordsOf(title), share }));
  for (const { start, end } of names) {
    const name = earlier.slice(start, end);
    const key = name.reduce(
      (best, token) => (weightOf(token) > weightOf(best) ? token : best),
      name[0] as Token,
    );
    if (weightOf(key) < MIN_TOPIC_WEIGHT || name.some(({ lower }) => own.has(lower))) continue;
    const place = pages.findIndex((page) => wordsOf(key.lower).every((word) => page.words.includes(word)));
    if (place <= 0 || (pages[place]?.share ?? 0) < MIN_TOPIC_SHARE) continue;
    return `${withoutEnd(text)} (${textOf(earlier, start, end)})${questionMark(text)}`;
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}.]+/u);
}
