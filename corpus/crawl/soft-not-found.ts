/**
 * What a site answers for a page that does not exist, where it answers 200: known by asking for one that nobody can have
 * made, and recognised where it comes again.
 */
import { percentDecoded } from "../parse/percent-encoding.ts";
import type { PageFacts } from "./page-facts.ts";

export interface SoftNotFound {
  facts: PageFacts;
  /** Where such an address is redirected to, such as the start page; undefined where it is answered in place. */
  redirectedTo: string | undefined;
  /** Words of its text, but those of the address that was asked for: such pages repeat it. */
  words: ReadonlySet<string>;
}

/** A page may show the time, or who is there, besides. */
const MIN_SHARED_WORDS = 0.9;

/**
 * @param asked the address of the page, and where it was answered from.
 * @param readText its HTML; only asked for where the page may be one.
 */
export async function isSoftNotFound(
  { facts, redirectedTo, words }: SoftNotFound,
  page: { url: string; finalUrl: string; facts: PageFacts },
  readText: () => Promise<string>,
): Promise<boolean> {
  if (redirectedTo !== undefined) return page.finalUrl === redirectedTo && page.url !== page.finalUrl;
  if (page.facts.textHash === facts.textHash && page.facts.words === facts.words) return true;
  if (page.facts.title !== facts.title || facts.title === "") return false;
  if (Math.abs(page.facts.words - facts.words) > Math.max(8, facts.words * 0.05)) return false;
  const own = bodyWords(await readText(), page.url);
  let shared = 0;
  for (const word of own) if (words.has(word)) shared++;
  return shared >= Math.max(own.size, words.size) * MIN_SHARED_WORDS;
}

/** Letters only: numbers of requests and times differ. */
export function bodyWords(html: string, address: string): Set<string> {
  const asked = new Set(wordsOf(percentDecoded(address)));
  const body = html.replace(/^[\s\S]*?<body\b/i, "<").replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ");
  return new Set(wordsOf(body.replace(/<[^>]*>/g, " ")).filter((word) => !asked.has(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
