/**
 * `llms-full.txt` as its pages. There is no standard for how they are parted; generators write an element a page, front
 * matter with the page's address, or a line with it beside the page's first heading.
 */

export interface FullTextPage {
  /** As it is written; absent for what stands before the first page. */
  address?: string;
  title?: string;
  /** Markdown. */
  text: string;
}

const OPENING = /<(page|doc|document)\b([^<>]{0,1000})>/gi;
const CONTENT_OPENING = /<(content|document_content|body)(\s?)>/gi;
const ADDRESS = String.raw`<?(https?:\/\/[^\s<>]+|\/[^\s<>]*)>?`;
const ADDRESS_LINE = new RegExp(
  String.raw`^(?:>\s*)?(?:[-*]\s+)?[*_]{0,2}(?:url|source(?: url)?|canonical(?: url)?|link|page(?: url)?|permalink)[*_]{0,2}\s*:[*_]{0,2}\s*["']?(?:\[[^\]]*\]\()?${ADDRESS}\)?["']?\s*$`,
  "i",
);
const SEPARATOR = /^(?:-{3,}|={3,}|\*{3,}|_{3,}|#{20,})\s*$/;
const FENCE = /^\s{0,3}(```+|~~~+)/;
/** Lines between the heading of a page and its address. */
const MAX_DISTANCE = 4;

export function splitPages(text: string): FullTextPage[] {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  return elementPages(source) ?? linePages(source);
}

function elementPages(source: string): FullTextPage[] | undefined {
  const pages: FullTextPage[] = [];
  for (const { attributes, content } of elementsOf(source, OPENING)) {
    const address = fieldOf(attributes, content, "url|href|source|link|path");
    if (address === undefined) continue;
    const title = fieldOf(attributes, content, "title|name");
    const [body] = elementsOf(content, CONTENT_OPENING);
    pages.push({
      address,
      ...(title !== undefined && { title }),
      text: (body?.content ?? withoutFields(content)).trim(),
    });
  }
  return pages.length === 0 ? undefined : pages;
}

/** Elements that are closed, the outermost ones. */
function elementsOf(source: string, opening: RegExp): { attributes: string; content: string }[] {
  const found: { attributes: string; content: string }[] = [];
  const unclosed = new Set<string>();
  let end = 0;
  for (const match of source.matchAll(opening)) {
    const [whole, name = "", attributes = ""] = match;
    const start = match.index + whole.length;
    if (match.index < end || unclosed.has(name)) continue;
    const close = source.indexOf(`</${name}>`, start);
    if (close === -1) {
      unclosed.add(name);
      continue;
    }
    found.push({ attributes, content: source.slice(start, close) });
    end = close;
  }
  return found;
}

function fieldOf(attributes: string, content: string, names: string): string | undefined {
  const attribute = new RegExp(String.raw`\b(?:${names})\s*=\s*["']([^"']+)["']`, "i").exec(attributes)?.[1];
  if (attribute !== undefined) return attribute;
  const head = content.slice(0, 2000);
  const element = new RegExp(String.raw`<(${names})>\s*([^<]{1,1000}?)\s*<\/\1>`, "i").exec(head)?.[2];
  return (
    element ??
    (names.startsWith("url") ? ADDRESS_LINE.exec(head.trimStart().split("\n", 1)[0] ?? "")?.[1] : undefined)
  );
}

function withoutFields(content: string): string {
  return content.replace(/<(url|href|source|link|path|title|name|description)>[^<]{0,1000}<\/\1>/gi, "");
}

interface Start {
  /** First line of the page. */
  line: number;
  /** The line that names its address. */
  addressLine: number;
  address: string;
}

function linePages(source: string): FullTextPage[] {
  const lines = source.split("\n");
  const isCode = fencedLines(lines);
  const starts: Start[] = [];
  for (const [index, line] of lines.entries()) {
    const address = isCode[index] === true ? undefined : ADDRESS_LINE.exec(line)?.[1];
    if (address === undefined) continue;
    const floor = (starts.at(-1)?.addressLine ?? -1) + 1;
    const start = startOfPage(lines, index, floor);
    if (start !== undefined) starts.push({ line: start, addressLine: index, address });
  }
  if (starts.length === 0) return [{ text: source }];
  const pages: FullTextPage[] = [];
  const before = trimmed(lines.slice(0, starts[0]?.line ?? 0));
  if (before !== "") pages.push({ text: before });
  for (const [index, { line, addressLine, address }] of starts.entries()) {
    const end = starts[index + 1]?.line ?? lines.length;
    const front = frontMatterEnd(lines, line);
    const title = front === undefined ? undefined : titleIn(lines.slice(line, front));
    const own =
      front === undefined
        ? [...lines.slice(line, addressLine), ...lines.slice(addressLine + 1, end)]
        : lines.slice(front + 1, end);
    pages.push({ address, ...(title !== undefined && { title }), text: trimmed(own) });
  }
  return pages;
}

/** Where the page begins that a line names the address of; undefined where the line is part of a text. */
function startOfPage(lines: readonly string[], index: number, floor: number): number | undefined {
  // Front matter: the rule above, if there are only fields between.
  for (let line = index - 1; line >= Math.max(floor, index - 30); line--) {
    const text = lines[line] ?? "";
    if (/^---\s*$/.test(text)) {
      if (frontMatterEnd(lines, line) !== undefined) return line;
      break;
    }
    if (!/^\s*(?:[\w-]+\s*:|- |#|$)/.test(text)) break;
  }
  for (let line = index - 1; line >= Math.max(floor, index - MAX_DISTANCE); line--) {
    const text = lines[line] ?? "";
    if (/^#{1,2}\s+\S/.test(text)) return line;
    if (!/^\s*(?:$|>|[*_]{0,2}[\w -]{1,30}[*_]{0,2}:)/.test(text)) break;
  }
  for (let line = index + 1; line <= Math.min(lines.length - 1, index + MAX_DISTANCE); line++) {
    const text = lines[line] ?? "";
    if (/^#{1,2}\s+\S/.test(text)) return index;
    if (!/^\s*(?:$|>|[*_]{0,2}[\w -]{1,30}[*_]{0,2}:)/.test(text) && !SEPARATOR.test(text)) break;
  }
  return undefined;
}

/** The line that closes front matter which begins on a line. */
function frontMatterEnd(lines: readonly string[], start: number): number | undefined {
  if (!/^---\s*$/.test(lines[start] ?? "")) return undefined;
  for (let line = start + 1; line < Math.min(lines.length, start + 60); line++) {
    const text = lines[line] ?? "";
    if (/^---\s*$/.test(text)) return line > start + 1 ? line : undefined;
    if (!/^\s*(?:[\w-]+\s*:|- |#|\S)/.test(text) || /^#{1,6}\s/.test(text)) return undefined;
  }
  return undefined;
}

function titleIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const title = /^title\s*:\s*(?:"([^"]*)"|'([^']*)'|(.*\S))\s*$/.exec(line);
    if (title !== null) return title[1] ?? title[2] ?? title[3];
  }
  return undefined;
}

function fencedLines(lines: readonly string[]): boolean[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      return mark !== undefined;
    }
    if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = undefined;
    return true;
  });
}

/** Without rules and empty lines around it, which part pages. */
function trimmed(lines: readonly string[]): string {
  let [start, end] = [0, lines.length];
  const isEmpty = (line: string | undefined): boolean =>
    line !== undefined && (line.trim() === "" || SEPARATOR.test(line));
  while (start < end && isEmpty(lines[start])) start += 1;
  while (end > start && isEmpty(lines[end - 1])) end -= 1;
  return lines.slice(start, end).join("\n");
}
