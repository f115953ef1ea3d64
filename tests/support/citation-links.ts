/**
 * Judges the links of quotations by rendered pages: of every sentence of a corpus, whether its link names the id of
 * the last heading before it on its page, and whether its text fragment is found there. Reads HTML by its tags alone,
 * not as the command does, so that one mistake does not hide the other.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Passage } from "../../core/answer/generation-provider.ts";
import { passageSentences } from "../../core/text/sentences.ts";
import { citationOf } from "../../core/citation/quote.ts";
import type { Chunk } from "../../core/corpus/format.ts";

export interface LinkReport {
  /** Sentences whose words were found on their page. */
  judged: number;
  /** Of them, those whose link names the id of their heading; "" where it has none, and below the title. */
  right: number;
  /** Sentences that are not on the rendered page in these words, and pages that are not there. */
  notFound: number;
  missingPages: string[];
  /** Links with a text fragment, and those of them whose words stand on the page in one block. */
  fragments: number;
  fragmentsFound: number;
  /** Of these, those that mark the sentence itself, or one that reads the same. */
  fragmentsRight: number;
  /** Some of the wrong ones. */
  wrong: { url: string; expected: string[]; sentence: string }[];
  lost: { url: string; fragment: string }[];
  misplaced: { url: string; fragment: string }[];
}

interface RenderedBlock {
  text: string;
  /** Letters and digits alone. */
  key: string;
  /** Any of them opens the heading that the block stands under. */
  ids: ReadonlySet<string>;
  isBelowTitle: boolean;
  /** Of the heading right before it; "" where another block is. */
  headingBefore: string;
}

const EXAMPLES = 25;

/** @param readPage the HTML of a page by its URL without an anchor */
export function judgeLinks(
  chunks: readonly Chunk[],
  readPage: (url: string) => string | undefined,
): LinkReport {
  const report: LinkReport = {
    judged: 0,
    right: 0,
    notFound: 0,
    missingPages: [],
    fragments: 0,
    fragmentsFound: 0,
    fragmentsRight: 0,
    wrong: [],
    lost: [],
    misplaced: [],
  };
  const pages = new Map<string, RenderedBlock[] | undefined>();
  for (const chunk of chunks) {
    const url = chunk.url.replace(/#.*$/s, "");
    if (!pages.has(url)) {
      const html = readPage(url);
      pages.set(url, html === undefined ? undefined : readBlocks(html));
      if (html === undefined) report.missingPages.push(url);
    }
    judgeChunk(chunk, pages.get(url) ?? [], report);
  }
  return report;
}

function judgeChunk(chunk: Chunk, page: readonly RenderedBlock[], report: LinkReport): void {
  const source = { position: 1, title: chunk.title, url: chunk.url, excerpt: "", score: 1 };
  const passage: Passage = { chunk, source, ordinal: 0, relativeScore: 1 };
  for (const { text, blockIndex, kind } of passageSentences(chunk.blocks)) {
    const block = chunk.blocks[blockIndex];
    if (block?.kind === "paragraph" && block.isHeading === true) continue;
    const { url } = citationOf({ passage, blockIndex, text }, 1);
    const [address = "", fragment] = url.split(":~:text=");
    // A browser looks for an id as the link writes it, and then for what that stands for.
    const written = address.split("#")[1] ?? "";
    const anchor = decode(written);
    const key = keyOf(kind === "code" ? (text.trim().split("\n")[0] ?? "") : (text.split(" – ")[0] ?? ""));
    const found = key.length < MIN_KEY_CHARS ? [] : page.filter((rendered) => rendered.key.includes(key));
    if (found.length === 0) {
      report.notFound++;
      continue;
    }
    report.judged++;
    const isRight = found.some(
      ({ ids, isBelowTitle }) =>
        ids.has(written) || ids.has(anchor) || (anchor === "" && (isBelowTitle || ids.size === 0)),
    );
    if (isRight) report.right++;
    else if (report.wrong.length < EXAMPLES) {
      report.wrong.push({
        url,
        expected: found.flatMap(({ ids }) => [...ids]),
        sentence: text.slice(0, 120),
      });
    }
    if (fragment === undefined) continue;
    report.fragments++;
    const shown = shownBlock(fragment, page);
    if (shown !== undefined) report.fragmentsFound++;
    // Of a row one cell is marked.
    const isRow = kind === "row" && shown !== undefined && keyOf(text).includes(shown.key);
    if (shown !== undefined && (isRow || found.includes(shown))) report.fragmentsRight++;
    else if (shown !== undefined && report.misplaced.length < EXAMPLES)
      report.misplaced.push({ url, fragment: decode(fragment) });
    if (shown !== undefined) continue;
    if (report.lost.length < EXAMPLES) report.lost.push({ url, fragment: decode(fragment) });
  }
}

/** Fewer letters stand anywhere. */
const MIN_KEY_CHARS = 8;

/**
 * The block that a browser marks: the first that has the start, right behind the prefix and right before the suffix
 * where these are named, the end within it or a later one, all of whole words.
 */
function shownBlock(fragment: string, page: readonly RenderedBlock[]): RenderedBlock | undefined {
  const parts = fragment.split(",");
  const prefix = parts[0]?.endsWith("-") === true ? decode((parts.shift() ?? "").slice(0, -1)) : "";
  const suffix = parts.at(-1)?.startsWith("-") === true ? decode((parts.pop() ?? "").slice(1)) : "";
  const [start = "", end] = parts.map((text) => decode(text).toLowerCase());
  return page.find(({ text }, index) => {
    for (let at = wordsAt(text, start); at >= 0; at = wordsAt(text, start, at + 1)) {
      const before =
        `${page[index - 1]?.text ?? ""} ${page[index]?.headingBefore ?? ""} ${text.slice(0, at)}`.trimEnd();
      const behind = text.slice(at + start.length);
      const next = `${behind} ${page[index + 1]?.text ?? ""}`.trimStart();
      if (!before.endsWith(prefix.toLowerCase()) || !next.startsWith(suffix.toLowerCase())) continue;
      if (end === undefined || wordsAt(behind, end) >= 0) return true;
      if (page.slice(index + 1).some((other) => wordsAt(other.text, end) >= 0)) return true;
    }
    return false;
  });
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function wordsAt(text: string, words: string, from = 0): number {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const edges = [text[at - 1] ?? "", text[at + words.length] ?? ""];
    if (edges.every((edge) => !WORD.test(edge) || UNSPACED.test(edge))) return at;
  }
  return -1;
}

const SKIPPED = /<(script|style|template|svg|noscript|button)\b[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi;
const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr|font|tt|input|label)$/i;

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const ID_OR_NAME = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/** Of a member: of its signature, and of what wraps it. */
const NEAR_IDS = 3;

/** The blocks of a page in their order, each with the ids of its heading. */
function readBlocks(html: string): RenderedBlock[] {
  const source = html.replace(SKIPPED, "");
  // Cards and advertisements are articles too.
  const main = elementIn(source, "main") ?? elementIn(source, "article") ?? source;
  const blocks: RenderedBlock[] = [];
  let text = "";
  let ids = new Set<string>();
  let headingIds = ids;
  let isBelowTitle = true;
  let pending: string[] = [];
  let heading: string[] | undefined;
  let headingBefore = "";
  let hasHeading = false;
  let hasTopHeading = false;
  let term = "";
  let isInTerm = false;
  let termIds: string[] = [];
  let nearIds: string[] = [];
  const lists: { ids: Set<string>; headingIds: Set<string> }[] = [];
  let at = 0;
  const flush = (): void => {
    const clean = decodeEntities(text).replace(/\s+/g, " ").trim();
    text = "";
    if (clean === "") return;
    if (heading === undefined) {
      blocks.push({
        text: clean.toLowerCase(),
        key: term + keyOf(clean),
        ids,
        isBelowTitle,
        headingBefore,
      });
      headingBefore = "";
      pending = [];
    }
    // Passages say a term and its meaning in one line.
    term = isInTerm ? keyOf(clean) : "";
  };
  for (const tag of main.matchAll(TAG)) {
    text += main.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const [, slash, name = "", attributes = ""] = tag;
    if (/^br$/i.test(name)) text += " ";
    else if (!INLINE.test(name)) flush();
    const id = (name.toLowerCase() === "a" ? ID_OR_NAME : ID).exec(attributes);
    const value = decodeEntities(id?.[1] ?? id?.[2] ?? id?.[3] ?? "");
    if (value !== "" && slash === "") (heading ?? pending).push(value);
    // A member of a reference has an id of its own, which opens nearer than that of its heading.
    if (value !== "" && slash === "" && heading === undefined && lists.length === 0) {
      nearIds = [...nearIds, value].slice(-NEAR_IDS);
      ids = new Set([...headingIds, ...nearIds]);
    }
    if (/^dl$/i.test(name)) {
      if (slash === "") lists.push({ ids, headingIds });
      else {
        // What follows a list of terms belongs to what the list stands under.
        const list = lists.pop();
        if (list?.headingIds === headingIds) ids = list.ids;
      }
      continue;
    }
    // A term that is defined may be cited by its own id, and by that of the heading above it.
    if (/^dt$/i.test(name)) {
      isInTerm = slash === "";
      if (isInTerm) termIds = [];
    }
    if (isInTerm && value !== "") ids = new Set([...headingIds, ...(termIds = [...termIds, value])]);
    if (!/^h[1-6]$/i.test(name)) continue;
    if (slash === "") {
      heading = [...pending];
      pending = [];
      if (value !== "") heading.push(value);
      // The first heading is the title's, whatever its depth, and the first of the first depth, behind a menu with some.
      const isTop = name.toLowerCase() === "h1";
      // The name of the site may stand before it in an h1 of its own.
      isBelowTitle =
        !hasHeading || (isTop && (!hasTopHeading || blocks.every((block) => block.isBelowTitle)));
      hasHeading = true;
      hasTopHeading ||= isTop;
    } else if (heading !== undefined) {
      // One without an id, above a note for example, is opened by that of the heading before it, or by none.
      ids = headingIds = new Set(heading.length > 0 ? heading : [...ids, ""]);
      heading = undefined;
      nearIds = [];
      headingBefore = decodeEntities(text).replace(/\s+/g, " ").trim().toLowerCase();
      text = "";
    }
  }
  text += main.slice(at);
  flush();
  return blocks;
}

function elementIn(source: string, name: string): string | undefined {
  return new RegExp(`<${name}\\b[^>]*>[\\s\\S]*</${name}>`, "i").exec(source)?.[0];
}

function keyOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return NAMED[name.toLowerCase()] ?? whole;
    },
  );
}

/** The passages of a built corpus. */
export function readChunks(folder: string): Chunk[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as {
    passages: { name: string }[];
  };
  return manifest.passages.flatMap(({ name }) =>
    readFileSync(path.join(folder, name), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Chunk),
  );
}
