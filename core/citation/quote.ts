/** What an answer quotes, and where a reader finds it. */
import type { Passage } from "../answer/generation-provider.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Block } from "../corpus/format.ts";
import { excerptOf } from "../passage-text.ts";
import type { Citation, Source } from "../protocol.ts";
import { fragmentContext, type QuotedLine } from "./fragment-context.ts";
import { placeOf, sectionOf, type HeadingPlace } from "../corpus/heading-place.ts";
import { textFragment } from "./text-fragment.ts";

/** One use of a passage in an answer. */
export interface Quote {
  passage: Passage;
  blockIndex: number;
  /** As the block has it, code spans in backticks; "" for a block as a whole. */
  text: string;
}

/** A paragraph of an answer: Markdown, and behind what is quoted where it is from. */
export type QuotedText = readonly (string | Quote)[];

/** With each quote as `[n]`. */
export function quotedMarkdown(paragraph: QuotedText, positionOf: (quote: Quote) => number): string {
  return paragraph.map((piece) => (typeof piece === "string" ? piece : `[${positionOf(piece)}]`)).join("");
}

/** Puts a separator between texts. */
export function joinQuoted(texts: readonly QuotedText[], separator: string): QuotedText {
  return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}

export function placeOfQuote({ passage, blockIndex }: Quote): HeadingPlace {
  return placeOf(passage.chunk, blockIndex);
}

/** What a citation of a quote opens. */
export function citationOf(quote: Quote, position: number): Citation {
  const place = placeOfQuote(quote);
  const section = sectionOf(place);
  return { position, url: addressOf(place, quote), ...(section !== undefined && { section }) };
}

/** A source that shows what is quoted of a passage, under a position. */
export function sourceOf(quote: Quote, position: number): Source {
  const { title, score } = quote.passage.source;
  const { url, section } = citationOf(quote, position);
  return {
    position,
    title,
    ...(section !== undefined && { section }),
    url,
    excerpt: quotedExcerpt(quote),
    score,
  };
}

/** Viewers read what follows `#` by themselves (RFC 8118), and would take a text fragment for a part of it. */
const VIEWED = /\.(?:pdf|docx?|pptx?|xlsx?|odt|epub)(?:\?|#|$)|#(?:page|nameddest|search)=/i;

/** The heading's address, with a text fragment for the words. */
function addressOf({ url }: HeadingPlace, quote: Quote): string {
  if (VIEWED.test(url)) return url;
  const line = quotedLine(quote);
  if (line === undefined) return url;
  const context = fragmentContext(quote.passage.chunk, line);
  // Without an anchor, words that stand earlier too open the page nearer than its top would.
  const fragment =
    textFragment(line.text, context) ?? (url.includes("#") ? undefined : textFragment(line.text));
  return fragment === undefined ? url : `${url}${url.includes("#") ? "" : "#"}:~:text=${fragment}`;
}

/** Of what is quoted, the part that stands on the page in one block: a line of a paragraph or an item, a cell of a row. */
function quotedLine({ passage, blockIndex, text }: Quote): QuotedLine | undefined {
  const block = passage.chunk.blocks[blockIndex];
  if (block?.isUnshown === true) return undefined;
  switch (block?.kind) {
    case "paragraph":
      return text === "" || block.isHeading === true
        ? undefined
        : inBlock(blockIndex, lineOf(block.text.split("\n"), text));
    case "list":
      return inBlock(
        blockIndex,
        lineOf(
          block.items.flatMap((item) => item.split("\n")),
          text === "" ? (block.items[0] ?? "") : text,
        ),
      );
    case "table": {
      const found = block.rows.findIndex((row, index) => index > 0 && rowText(row) === text);
      const rowIndex = found === -1 ? 1 : found;
      return inBlock(blockIndex, tellingCell(block.rows[rowIndex] ?? []), rowIndex);
    }
    // What a page makes of code, with numbers, colours and buttons, nobody knows.
    default:
      return undefined;
  }
}

function inBlock(blockIndex: number, text: string | undefined, rowIndex?: number): QuotedLine | undefined {
  return text === undefined ? undefined : { blockIndex, text, ...(rowIndex !== undefined && { rowIndex }) };
}

function lineOf(lines: readonly string[], text: string): string | undefined {
  for (const line of lines) {
    const own = line.replace(/^\s*(?:– )?/, "").trim();
    if (own === "") continue;
    if (own.includes(text)) return text;
    if (text.startsWith(own)) return own;
  }
  return undefined;
}

/** A row as a sentence of its passage. */
export function rowText(row: readonly string[]): string {
  return row.filter((cell) => cell.trim() !== "").join(" – ");
}

/** The longest one says most, and stands elsewhere on the page least likely. */
function tellingCell(row: readonly string[]): string | undefined {
  const cell = row.reduce((best, other) => (other.length > best.length ? other : best), "");
  return cell.split("\n").find((line) => line.trim() !== "");
}

/** What stands there from the quoted words on; of a short section all of it. */
function quotedExcerpt(quote: Quote): string {
  const { passage, blockIndex, text } = quote;
  const { blocks } = passage.chunk;
  const { from, to, hasHeading } = placeOfQuote(quote);
  const beginning = excerptOf(blocks.slice(hasHeading && to - from > 1 ? from + 1 : from, to));
  const block = blocks[blockIndex];
  if (block === undefined || beginning.includes(plain(text).slice(0, SHOWN_CHARS))) return beginning;
  return excerptOf([fromQuoted(block, text), ...blocks.slice(blockIndex + 1, to)]);
}

/** A quotation is shown by an excerpt that holds so much of it. */
const SHOWN_CHARS = 120;

function plain(text: string): string {
  return text.replace(/`([^`]+)`/g, "$1").replace(/\s+/g, " ");
}

/** A block without what it says before the quoted words. */
function fromQuoted(block: Block, text: string): Block {
  switch (block.kind) {
    case "paragraph": {
      const at = block.text.indexOf(text);
      return at <= 0 ? block : { kind: "paragraph", text: block.text.slice(at) };
    }
    case "list": {
      const at = block.items.findIndex((item) => plain(item).includes(plain(text).slice(0, SHOWN_CHARS)));
      return at <= 0 ? block : { ...block, items: block.items.slice(at) };
    }
    case "table": {
      const at = block.rows.findIndex((row) => rowText(row) === text);
      return at <= 0 ? block : { ...block, rows: block.rows.slice(at) };
    }
    case "code":
      return block;
  }
}

/** The first words of a passage, where nothing of it is quoted as a sentence. */
export function firstQuote(passage: Passage): Quote {
  const { blocks } = passage.chunk;
  const index = blocks.findIndex(
    (block) => block.kind !== "code" && !(block.kind === "paragraph" && block.isHeading),
  );
  const block = blocks[index];
  const text =
    block?.kind === "paragraph" ? (splitSentences(block.text.split("\n", 1)[0] ?? "")[0] ?? "") : "";
  return { passage, blockIndex: Math.max(0, index), text };
}
