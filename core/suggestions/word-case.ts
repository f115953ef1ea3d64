/**
 * Headings write every word with a capital; a question does so only with names. Which is which, the prose tells:
 * "plugin" stands there in lower case within sentences, "Astro" does not.
 */
import type { Block, Chunk } from "../corpus/format.ts";

/** True for a common word, false for a name, undefined where the prose does not tell. */
export type IsCommonWord = (word: string) => boolean | undefined;

/** The sentences of a passage: no code, no tables, no code spans. */
export function proseOf(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.text];
    return block.kind === "list" ? block.items : [];
  });
  return texts.join("\n").replace(/`[^`\n]{0,200}`/g, "`");
}

/** By searching a text: cheap for the few words of a few headings. */
export function wordCaseInText(text: string): IsCommonWord {
  return (word) => {
    const lower = word.toLowerCase();
    const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
    return decide(countWithin(text, lower), countWithin(text, capital));
  };
}

export interface CorpusWords {
  isCommonWord: IsCommonWord;
  /** The name that most pages speak of: that of the product; undefined where no name stands out. */
  ownName: string | undefined;
}

/** A name that fewer pages speak of is not the site's own. */
const OWN_NAME_MIN_SHARE = 0.25;
const NAME = /^\p{Lu}\p{Ll}+$/u;

/**
 * By counting once: for all headings of a corpus.
 *
 * @param isOwn chunks in which the site's own name is looked for; default: all.
 */
export function wordsOfCorpus(
  chunks: readonly Chunk[],
  isOwn: (chunk: Chunk) => boolean = () => true,
): CorpusWords {
  const counts = new Map<string, number>();
  const pagesOfName = new Map<string, Set<string>>();
  const pages = new Set<string>();
  for (const chunk of chunks) {
    const namesOwn = isOwn(chunk);
    const page = chunk.url.split("#", 1)[0] ?? "";
    if (namesOwn) pages.add(page);
    for (const [word] of proseOf(chunk.blocks).matchAll(WITHIN_SENTENCE)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (!namesOwn || !NAME.test(word)) continue;
      const known = pagesOfName.get(word);
      if (known === undefined) pagesOfName.set(word, new Set([page]));
      else known.add(page);
    }
  }
  const isCommonWord: IsCommonWord = (word) => {
    const lower = word.toLowerCase();
    const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
    return decide(counts.get(lower) ?? 0, counts.get(capital) ?? 0);
  };
  return { isCommonWord, ownName: commonestName(pagesOfName, pages.size, isCommonWord) };
}

function commonestName(
  pagesOfName: ReadonlyMap<string, ReadonlySet<string>>,
  pageCount: number,
  isCommonWord: IsCommonWord,
): string | undefined {
  let best: { name: string; count: number } | undefined;
  for (const [name, { size: count }] of pagesOfName) {
    if (count > (best?.count ?? 0) && isCommonWord(name) === false) best = { name, count };
  }
  return best !== undefined && best.count >= OWN_NAME_MIN_SHARE * pageCount ? best.name : undefined;
}

/** A name that stands in lower case more often than this is no clear one. */
const MIXED_SHARE = 0.1;

function decide(lower: number, capital: number): boolean | undefined {
  if (lower === 0 && capital === 0) return undefined;
  if (lower >= capital) return true;
  // Written both ways it may be either: a term of the site, or a word in a heading that was quoted.
  return lower > capital * MIXED_SHARE ? undefined : false;
}

/** A word after a word or a comma: its capital is its own, not the sentence's. */
const WITHIN_SENTENCE = /(?<=[\p{L}\p{N},'’)] )\p{L}[\p{L}-]*(?![._/]?[\p{L}\p{N}_/])/gu;

/** Enough to decide; a long text is not read to its end for a common word. */
const MAX_COUNT = 20;

function countWithin(text: string, word: string): number {
  let count = 0;
  for (
    let place = text.indexOf(word);
    place >= 0 && count < MAX_COUNT;
    place = text.indexOf(word, place + 1)
  ) {
    const isWhole =
      !/[\p{L}\p{N}_/.-]/u.test(text[place + word.length] ?? " ") ||
      /^[.-](?:\s|$)/.test(text.slice(place + word.length, place + word.length + 2));
    const isWithin = text[place - 1] === " " && /[\p{L}\p{N},'’)]/u.test(text[place - 2] ?? "");
    if (isWhole && isWithin) count++;
  }
  return count;
}
