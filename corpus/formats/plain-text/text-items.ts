/** Plain text as headings and blocks, by how people lay it out: empty lines, underlines, marks and indentation. */
import type { Block } from "../../../core/corpus/format.ts";
import type { OutlineItem } from "../../parse/outline.ts";

const MAX_HEADING_WORDS = 12;
const UNDERLINE = /^\s*([=\-~*#^+_."'])\1{2,}\s*$/;
const BULLET = /^\s*[-*•+o–]\s+(?=\S)/;
const NUMBER = /^\s*\(?(?:\d{1,3}|[a-z])[.)]\s+(?=\S)/;
const SECTION_NUMBER = /^\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\p{L})/u;
const LABELLED = /^[\p{L}][^:\n]{0,30}:\s+\S/u;
/** For editors. */
const MODE_LINE = /^[^\n]{0,40}-\*-[^\n]{1,200}-\*-[^\n]{0,10}\n/;
const CODE_INDENT = 4;

export interface TextItems {
  items: OutlineItem[];
  /** A first line that stands alone. */
  title?: string;
}

export function textItems(text: string): TextItems {
  const groups = groupsOf(
    withoutMargin(
      text
        .replace(/^\uFEFF/, "")
        .replace(/\r\n?/g, "\n")
        .replace(/[\f\u200B]/g, "")
        .replace(MODE_LINE, ""),
    ),
  );
  const underlines: string[] = [];
  const items: OutlineItem[] = [];
  let title: string | undefined;
  for (const [index, group] of groups.entries()) {
    const heading = headingOf(group, groups[index + 1], underlines);
    if (heading !== undefined) {
      items.push({ kind: "heading", depth: heading.depth, text: heading.text, anchor: "" });
      if (heading.rest.length > 0) items.push(...blocksOf(heading.rest));
      continue;
    }
    const [only = ""] = group;
    if (
      index === 0 &&
      group.length === 1 &&
      isShort(only) &&
      !/[.!?,;:]$/.test(only.trim()) &&
      groups.length > 1
    ) {
      title = plain(only);
      items.push({ kind: "heading", depth: 1, text: title, anchor: "" });
      continue;
    }
    for (const block of blocksOf(group)) {
      const last = items.at(-1);
      // Items with an empty line between them are still one list.
      if (block.kind === "list" && last?.kind === "list" && block.ordered === last.ordered)
        items[items.length - 1] = { ...last, items: [...last.items, ...block.items] };
      else items.push(block);
    }
  }
  return { items, ...(title !== undefined && { title }) };
}

/** Lines between empty ones; code keeps the empty lines between its own. */
function groupsOf(text: string): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const line of text.split("\n")) {
    if (line.trim() === "") close();
    else group.push(line.replace(/\t/g, "    ").trimEnd());
  }
  close();
  return groups.reduce<string[][]>((joined, lines) => {
    const last = joined.at(-1);
    if (last !== undefined && isCode(last) && isCode(lines)) last.push("", ...lines);
    else joined.push([...lines]);
    return joined;
  }, []);
}

/** A text that is set in as a whole has a margin, not code. */
function withoutMargin(text: string): string {
  const lines = text.replace(/\t/g, "    ").split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const sorted = indents.sort((one, other) => one - other);
  const margin = sorted[Math.floor(sorted.length / 10)] ?? 0;
  return margin === 0
    ? text
    : lines.map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length))).join("\n");
}

function isCode(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  return (
    lines.every((line) => line === "" || line.length - line.trimStart().length >= CODE_INDENT) &&
    !BULLET.test(first) &&
    !NUMBER.test(first)
  );
}

function headingOf(
  group: readonly string[],
  next: readonly string[] | undefined,
  underlines: string[],
): { depth: number; text: string; rest: string[] } | undefined {
  const isOverlined = UNDERLINE.test(group[0] ?? "") && group.length >= 3 && UNDERLINE.test(group[2] ?? "");
  const lines = isOverlined ? group.slice(1) : group;
  const [first = "", second = "", ...rest] = lines;
  const underline = UNDERLINE.exec(second);
  if (underline !== null && isShort(first) && second.trim().length >= 0.5 * first.trim().length) {
    const style = `${isOverlined ? "over" : ""}${underline[1]}`;
    if (!underlines.includes(style)) underlines.push(style);
    return { depth: Math.min(6, underlines.indexOf(style) + 1), text: plain(first), rest };
  }
  const base = underlines.length;
  const marked = /^(#{1,6})\s+(\S.*)$/.exec(first);
  if (marked !== null)
    return { depth: marked[1]?.length ?? 1, text: plain(marked[2] ?? ""), rest: lines.slice(1) };
  if (group.length > 1 || !isShort(first) || /[.,;:]$/.test(first.trim())) return undefined;
  const number = SECTION_NUMBER.exec(first);
  const startsList = next !== undefined && SECTION_NUMBER.test(next[0] ?? "") && next.length === 1;
  if (number !== null && !startsList && next !== undefined) {
    return { depth: Math.min(6, base + (number[1]?.split(".").length ?? 1)), text: plain(first), rest: [] };
  }
  const isCapitals = !/[\p{Ll},;=]/u.test(first) && /^\P{L}{0,4}(?:\p{Lu}\P{L}*){4,}$/u.test(first);
  return isCapitals && next !== undefined
    ? { depth: Math.min(6, base + 1), text: plain(first), rest: [] }
    : undefined;
}

function isShort(line: string): boolean {
  return (
    line.trim().split(/\s+/).length <= MAX_HEADING_WORDS && line.trim().length <= 120 && /\p{L}/u.test(line)
  );
}

function blocksOf(lines: readonly string[]): Block[] {
  if (lines.every((line) => UNDERLINE.test(line))) return [];
  if (isCode(lines)) {
    const margin = Math.min(
      ...lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length),
    );
    return [{ kind: "code", language: "", code: lines.map((line) => line.slice(margin)).join("\n") }];
  }
  const start = lines.findIndex((line) => BULLET.test(line) || NUMBER.test(line));
  if (start !== -1 && isListStart(lines, start)) {
    return [...(start > 0 ? paragraphOf(lines.slice(0, start)) : []), listOf(lines.slice(start))];
  }
  return paragraphOf(lines);
}

/** One mark inside a paragraph may be a dash at the beginning of a line. */
function isListStart(lines: readonly string[], start: number): boolean {
  return start === 0 || lines.filter((line) => BULLET.test(line) || NUMBER.test(line)).length > 1;
}

function listOf(lines: readonly string[]): Block {
  const ordered = NUMBER.test(lines[0] ?? "") && !BULLET.test(lines[0] ?? "");
  const indent = (lines[0] ?? "").search(/\S/);
  const items: string[] = [];
  for (const line of lines) {
    const mark = BULLET.exec(line) ?? NUMBER.exec(line);
    const text = plain(mark === null ? line : line.slice(mark[0].length));
    const isNested = mark !== null && line.search(/\S/) > indent + 1;
    if (items.length === 0 || (mark !== null && !isNested)) items.push(text);
    else items[items.length - 1] += isNested ? `\n  – ${text}` : ` ${text}`;
  }
  return { kind: "list", ordered, items };
}

function paragraphOf(lines: readonly string[]): Block[] {
  const keepsLines = lines.length > 1 && lines.every((line) => LABELLED.test(line));
  const text = lines.map(plain).join(keepsLines ? "\n" : " ");
  return /[\p{L}\p{N}]/u.test(text) ? [{ kind: "paragraph", text }] : [];
}

function plain(line: string): string {
  return line
    .replace(/``([^`]+)``|`([^`]+)`|`/g, (_, double?: string, single?: string) => {
      const code = double ?? single;
      return code === undefined ? "'" : `\`${code}\``;
    })
    .replace(/\s+/g, " ")
    .trim();
}
