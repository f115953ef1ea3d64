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

export interface NewTopicInput {
  fragment: Fragment;
  /** The question before it. */
  earlier: string;
  /** What would be asked if the fragment went on with it. */
  joined: string;
  words: DialogueWords;
  near: NearPages;
}

/**
 * Whether a bare name is asked about for itself. Only the pages can tell: what goes on with a question is written
 * about beside it, on the same pages, in the same folder or on a page of both; where the earlier question adds
 * nothing to what is found for the name, and its own pages are elsewhere, the topic is a new one.
 */
export function isNewTopic({ fragment, earlier, joined, words, near }: NewTopicInput): boolean {
  const { tokens, phrase, preposition } = fragment;
  if (phrase === undefined || preposition !== undefined) return false;
  if (phrase.end - phrase.start > MAX_TOPIC_WORDS || phrase.end < tokens.length) return false;
  if (words.possessives.has(phrase.determiner ?? "")) return false;
  const [first] = tokens.slice(phrase.start);
  // A name that is written as one, or as code, stands for another: "and Vercel?". At the beginning all are.
  if (first === undefined || (phrase.start > 0 && /\p{Lu}/u.test(first.word))) return false;
  if (/[_./:@]|\p{Ll}\p{Lu}|\d/u.test(first.word)) return false;
  const own = near(textOf(tokens, phrase.start, phrase.end));
  const [page] = own;
  if (page === undefined) return false;
  const found = near(joined)[0]?.page;
  // "And the button?": the article says that it was spoken of.
  const minShare = phrase.determiner === undefined ? AS_GOOD_SHARE : 1;
  if (!own.some((each) => each.page === found && each.share >= minShare)) return false;
  const before = near(earlier);
  if (isSibling(page.page, before[0]?.page)) return false;
  const nearBefore = new Set(pagesOf(before));
  return pagesOf(own).every((each) => !nearBefore.has(each));
}

function pagesOf(pages: ReturnType<NearPages>): string[] {
  return pages.filter(({ share }) => share >= NEAR_SHARE).map(({ page }) => page);
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
