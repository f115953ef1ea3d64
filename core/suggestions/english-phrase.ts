/** A phrase of a heading as it stands within a sentence: in its case, and with the articles that headings leave out. */
import { ARTICLES, PREPOSITIONS, SMALL_WORD, UNCOUNTABLE } from "./english-words.ts";
import type { HeadingInput } from "./heading.ts";
import type { IsCommonWord } from "./word-case.ts";

/** What a page tells about the words of its headings. */
export type Wording = Pick<HeadingInput, "text" | "isCommonWord">;

/**
 * In sentence case: "Add a Custom Page" → "add a custom page". Undefined where a word with a capital may be a
 * name or not.
 */
export function inSentence(phrase: string, isCommonWord: IsCommonWord): string | undefined {
  const words: string[] = [];
  for (const [index, word] of phrase.split(" ").entries()) {
    const core = word.replace(/[^\p{L}\p{N}]+$/u, "").replace(/'s$/u, "");
    // Names with capitals within, acronyms and code keep them.
    const isCapitalised = /^\p{Lu}\p{Ll}+(?:-\p{L}+)*$/u.test(core);
    if (!isCapitalised) {
      const isArticle = core === "A" || (index === 0 && /^\p{Lu}\p{Ll}*$/u.test(core));
      words.push(isArticle ? word.toLowerCase() : word);
      continue;
    }
    const isCommon = isCommonWord(core) ?? (SMALL_WORD.test(core) ? true : undefined);
    if (isCommon === undefined) return undefined;
    words.push(isCommon ? word.toLowerCase() : word);
  }
  return words.join(" ");
}

/**
 * An action as it is asked for: in sentence case, "your" as "my", and with the article that the text has where
 * headings leave it out. Undefined where an article is missing and the text does not tell which.
 */
export function objectAs(action: string, { text, isCommonWord }: Wording): string | undefined {
  const sentence = inSentence(action, isCommonWord);
  if (sentence === undefined) return undefined;
  const asMine = sentence
    .split(" ")
    .map((word) => (/^your$/i.test(word) ? "my" : /^yourself$/i.test(word) ? "myself" : word));
  if (asMine.some((word) => /^(?:you|we|us|you're|yours)$/i.test(word))) return undefined;
  const [verb = "", ...object] = asMine;
  if (PREPOSITIONS.test(object[0] ?? "") || ARTICLES.test(object[0] ?? "")) return asMine.join(" ");
  const end = object.findIndex((word) => PREPOSITIONS.test(word));
  const phrase = object.slice(0, end < 0 ? object.length : end);
  const head = phrase.at(-1) ?? "";
  const stands =
    /[^s]s$/.test(head) || UNCOUNTABLE.test(head) || /\p{Lu}|\d|[._-]/u.test(head) || head.endsWith("ing");
  if (stands) return asMine.join(" ");
  const article = articleIn(phrase.join(" "), text);
  return article === undefined ? undefined : [verb, article, ...object].join(" ");
}

/** What follows a whole phrase: a longer one has an article of its own. */
const AFTER_PHRASE = String.raw`(?=[.,;:!?)\n]|$| (?:is|are|was|will|can|to|for|in|on|and|or|that|which|with|from|of|by|as|when|if|you|at|into|using|has|have|does|should|must|may)\b)`;

/** The article that a text has before a phrase. */
function articleIn(phrase: string, text: string): string | undefined {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(String.raw`\b(the|an?|your) ${escaped}${AFTER_PHRASE}`, "i")
    .exec(text)?.[1]
    ?.toLowerCase();
  return found === "your" ? "my" : found;
}
