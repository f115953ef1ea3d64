import { createTextEscaper } from "./text/escape-text.ts";
import type { Block } from "./corpus/format.ts";

/** The words of a passage without any markup, code and tables included: what is indexed. */
export function passageText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n");
}

/** The words of one block; list items and table rows on lines of their own. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return withoutCodeMarks(block.text);
    case "list":
      return block.items.map(withoutCodeMarks).join("\n");
    case "code":
      return block.code;
    case "table":
      return block.rows.map((row) => row.map(withoutCodeMarks).join(" – ")).join("\n");
  }
}

/** A passage as Markdown, for quoting whole blocks. Nothing in it can act as markup of ours. */
export function passageMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => blockMarkdown(block)).join("\n\n");
}

/**
 * A passage as a model reads it: the shape of its blocks, and every character as it stands on the page. A model copies
 * escapes into names and code (`max\_age`), where they are wrong. Only what looks like a citation of ours is escaped.
 */
export function promptMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => blockMarkdown(block, promptText)).join("\n\n");
}

/** @param inline writes the text of a paragraph, an item or a cell. */
export function blockMarkdown(block: Block, inline: (text: string) => string = inlineMarkdown): string {
  switch (block.kind) {
    case "paragraph":
      return inline(block.text);
    case "list":
      return block.items
        .map((item, index) => listItemMarkdown(block.ordered ? `${index + 1}.` : "-", item, inline))
        .join("\n");
    case "code":
      return fencedCode(block.language, block.code);
    case "table":
      return tableMarkdown(block.rows, inline);
  }
}

function promptText(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(CITATION_LIKE, "\\$&")))
    .join("");
}

const CITATION_LIKE = /(?<!\\)\[(?=\s{0,3}\d{1,3}(?:\s{0,3}[,;]\s{0,3}\d{1,3}){0,20}\s{0,3}\])/g;

/**
 * Inline text of a {@link Block} as Markdown: code spans stay, every other character that Markdown would read
 * as markup is escaped, so that a quoted `[1]`, `<b>` or `*` is shown as it was written.
 */
export function inlineMarkdown(text: string): string {
  const escaper = createTextEscaper(EMPHASIS_AND_TABLES);
  const markdown = text
    .split(/(`[^`]+`)/)
    // A span that goes over a line could take a block mark for code.
    .map((part, index) =>
      index % 2 === 1 ? escaper.raw(part.replace(/\s*\n\s*/g, " ")) : escaper.text(part),
    )
    .join("");
  return markdown.split("\n").map(escapeLineStart).join("\n");
}

/** What would begin emphasis or a cell, besides what begins links and HTML. */
const EMPHASIS_AND_TABLES = "\\*_|";

/** At the start of a line these begin a heading, a quote, a list, a rule or an indented block. */
function escapeLineStart(line: string): string {
  return line
    .trimStart()
    .replace(/^[#>+=-]/, "\\$&")
    .replace(/^(\d+)(?=[.)](?:\s|$))/, "$1\\");
}

/** At most `maxChars` characters of plain text, from the first block that has words, cut at a word. */
export function excerptOf(blocks: readonly Block[], maxChars = EXCERPT_MAX_CHARS): string {
  const prose = blocks.filter((block) => block.kind !== "code");
  let text = "";
  for (const block of prose.length > 0 ? prose : blocks) {
    const words = blockText(block).replace(/\s+/g, " ").trim();
    if (words !== "") text = text === "" ? words : `${text} ${words}`;
    if (text.length > maxChars) break;
  }
  return shorten(text, maxChars);
}

/** Cuts at the last word border that fits and adds an ellipsis; a short text is returned as it is. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars - 1);
  const border = cut.lastIndexOf(" ");
  const kept = border > maxChars / 2 ? cut.slice(0, border) : cut;
  // A cut may have fallen between the two halves of one character.
  return `${kept.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

const EXCERPT_MAX_CHARS = 300;

/** A nested item, as {@link Block} writes it: two spaces a level, then an en dash or its number. */
const NESTED_ITEM = /^((?: {2})+)(–|\d+\.) (.*)$/;

function listItemMarkdown(marker: string, item: string, inline: (text: string) => string): string {
  const indent = " ".repeat(marker.length + 1);
  const [first = "", ...rest] = item.split("\n");
  let markdown = `${marker} ${inline(first)}`;
  let isNested = false;
  for (const line of rest) {
    const nested = NESTED_ITEM.exec(line);
    if (nested !== null) {
      const level = (nested[1]?.length ?? 2) / 2;
      const mark = nested[2] === "–" ? "-" : nested[2];
      markdown += `\n${indent}${"   ".repeat(level - 1)}${mark} ${inline(nested[3] ?? "")}`;
    } else {
      // A line after a nested list belongs to the item itself again; elsewhere it is a line break within it.
      markdown += `${isNested ? "\n\n" : "\\\n"}${indent}${inline(line.trim())}`;
    }
    isNested = nested !== null;
  }
  return markdown;
}

function withoutCodeMarks(text: string): string {
  return text.replace(/`([^`]+)`/g, "$1");
}

function fencedCode(language: string, code: string): string {
  const longestRun = (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 2);
  const fence = "`".repeat(longestRun + 1);
  return `${fence}${language.replace(/[^\w+#.-]/g, "")}\n${code}\n${fence}`;
}

function tableMarkdown(rows: readonly string[][], inline: (text: string) => string): string {
  const [header, ...body] = rows;
  if (header === undefined) return "";
  const line = (cells: readonly string[]): string =>
    `| ${header.map((_, column) => cellMarkdown(cells[column] ?? "", inline)).join(" | ")} |`;
  return [line(header), `|${" --- |".repeat(header.length)}`, ...body.map(line)].join("\n");
}

/** A table is split at its pipes before anything else is read: those in code spans need their escape too. */
function cellMarkdown(cell: string, inline: (text: string) => string): string {
  return inline(cell.replace(/\s*\n\s*/g, " ")).replace(/(?<!\\)\|/g, "\\|");
}
