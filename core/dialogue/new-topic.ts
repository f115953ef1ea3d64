/** "Pricing?" after a question about colours: a topic of its own, and nothing that the colours were contrasted with. */
import type { DialogueWords } from "./dialogue-words.ts";
import type { NearPages } from "./implied-topic.ts";
import { textOf } from "./question-tokens.ts";
import type { Fragment } from "./substitution.ts";

/** A longer fragment says how it is meant. */
const MAX_TOPIC_WORDS = 2;
/** Pages that answer so well, as a share of the best one, are near. */
const NEAR_SHARE = 0.5;

/** Of two pages that differ by less, either may be the best one. */
const AS_GOOD_SHARE = 0.75;

/** A page that is named so may be further from the best one: a reference says the name more often. */
const NAMED_SHARE = 0.6;

export interface NewTopicInput {
  fragment: Fragment;
  /** It is led in: "and X", "what about X". */
  goesOn: boolean;
  /** The question before it. */
  earlier: string;
  /** What would be asked if the fragment went on with it. */
  joined: string;
  words: DialogueWords;
  near: NearPages;
}

/**
 * Whether a bare name is asked about for itself. Only the pages can tell: what goes on with a question is written
 * about beside it, on the same pages, in the same folder or on a page of both. The topic is a new one where the
 * earlier question adds nothing to what is found for the name, and its own pages are elsewhere; and where the two
 * together miss its pages, though one has the name and is not among those found before.
 */
export function isNewTopic({ fragment, goesOn, earlier, joined, words, near }: NewTopicInput): boolean {
  const { tokens, phrase, preposition } = fragment;
  if (phrase === undefined || preposition !== undefined) return false;
  if (phrase.end - phrase.start > MAX_TOPIC_WORDS || phrase.end < tokens.length) return false;
  if (words.possessives.has(phrase.determiner ?? "")) return false;
  const [first] = tokens.slice(phrase.start);
  // A name that is written as one, or as code, stands for another: "and Vercel?". At the beginning all are.
  if (first === undefined || (goesOn && /^\p{Lu}/u.test(first.word))) return false;
  if (/[_./:@]|\p{Ll}\p{Lu}|\d/u.test(first.word)) return false;
  const name = textOf(tokens, phrase.start, phrase.end);
  const own = near(name);
  const before = near(earlier);
  const found = near(joined)[0]?.page;
  if (own[0] === undefined || found === undefined) return false;
  const isFoundBefore = pagesOf(before, NEAR_SHARE).includes(found) || isSibling(found, before[0]?.page);
  // "And the button?": the article says that it was spoken of.
  const hasArticle = phrase.determiner !== undefined;
  const isOwn = pagesOf(own, hasArticle ? 1 : AS_GOOD_SHARE).includes(found);
  if (!isOwn) {
    const isElsewhere = isFoundBefore || !pagesOf(before, NEAR_SHARE).includes(own[0].page);
    return !hasArticle && isElsewhere && hasOwnPage(name, own);
  }
  if ([own[0].page, found].some((page) => isSibling(page, before[0]?.page))) return false;
  const nearBefore = new Set(pagesOf(before, NEAR_SHARE));
  return pagesOf(own, NEAR_SHARE).every((page) => !nearBefore.has(page));
}

/** Whether one of the best pages for a name is named so. */
function hasOwnPage(name: string, pages: ReturnType<NearPages>): boolean {
  const words = wordsOf(name);
  return pages.some(({ title, share }) => {
    const titled = wordsOf(title);
    return share >= NAMED_SHARE && words.every((word) => titled.includes(word));
  });
}

function pagesOf(pages: ReturnType<NearPages>, minShare: number): string[] {
  return pages.filter(({ share }) => share >= minShare).map(({ page }) => page);
}

/** In lower case, without the ending of the plural. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=.{3})s$/u, ""));
}

/** In one folder, the topmost left out: a site without folders has all its pages there. */
function isSibling(one: string, other: string | undefined): boolean {
  const folder = folderOf(one);
  return folder !== "" && other !== undefined && folderOf(other) === folder;
}

/** `/guide/install/` → `/guide`; empty for a page at the top. */
function folderOf(page: string): string {
  const path = page.replace(/^\w+:\/\/[^/]*/u, "").replace(/[#?].*$/u, "");
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  return path.slice(0, Math.max(0, path.lastIndexOf("/", end - 1)));
}
