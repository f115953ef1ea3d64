/**
 * Lines as body elements, by the rules of docutils' states `Body`, `Text` and `Line`. What docutils reports as an error
 * is read as the text that it is.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#body-elements
 */
import { beginsItem, continuesList, readEnumerator, type Enumerator } from "./enumerators.ts";
import { readAnonymousTarget, readExplicitMarkup } from "./explicit-markup.ts";
import { GRID_TOP, readGridTable } from "./grid-table.ts";
import { indentedLines, withoutBlankStart } from "./indented-lines.ts";
import type { Entry, RstNode } from "./node.ts";
import { readSimpleTable, SIMPLE_BORDER, SIMPLE_TOP } from "./simple-table.ts";
import { columnWidth } from "./wide-letters.ts";

/** Quotes and lists in one another deeper than this are read as text. */
export const MAX_DEPTH = 40;

const BULLET = /^([-+*•‣⁃])(?: +|$)/;
const FIELD = /^:(?![: ])((?:[^:\\]|\\.|:(?![ `]|$)){1,1000})(?<! ):(?: +|$)/;
const ARGUMENT = "(?:[a-zA-Z][\\w-]{0,100}|<[^<>]{1,200}>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][\\w-]{0,100}(?:[ =]${ARGUMENT})?)`;
const OPTION_MARK = new RegExp(`^(${OPTION}(?:, ${OPTION}){0,10})(?:  +| ?$)`);
const LINE = /^([!-/:-@[-`{-~])\1* *$/;
const LINE_BLOCK = /^\|(?: +|$)/;
const EXPLICIT = /^\.\.(?: +|$)/;
const ANONYMOUS = /^__(?: +|$)/;
const ATTRIBUTION = /^(?:---?(?!-)|—) *(?=\S)/;
/** Shorter lines of marks are text. */
const MIN_RULE_CHARS = 4;

export interface BodyOptions {
  /** Whether sections may begin here: at the top, and in some directives. */
  hasTitles: boolean;
  depth?: number;
}

export function parseBody(source: readonly string[], { hasTitles, depth = 0 }: BodyOptions): RstNode[] {
  const nodes: RstNode[] = [];
  if (depth > MAX_DEPTH) {
    const text = source.map((line) => line.trim()).filter((line) => line !== "");
    return text.length === 0 ? [] : [{ kind: "paragraph", text: text.join("\n") }];
  }
  const parse = (lines: readonly string[]): RstNode[] =>
    parseBody(lines, { hasTitles: false, depth: depth + 1 });
  let at = 0;
  const nextText = (from: number): number => {
    let found = from;
    while (found < source.length && source[found] === "") found++;
    return found;
  };
  while (at < source.length) {
    const line = source[at] ?? "";
    if (line.trim() === "") {
      at++;
      continue;
    }
    if (line.startsWith(" ")) {
      const { lines, next } = indentedLines(source, at);
      nodes.push(...quotesOf(lines, parse));
      at = next;
      continue;
    }
    at = readBullets(at) ?? readNumbers(at) ?? readFields(at) ?? readOptionList(at) ?? readOther(at, line);
  }
  return nodes;

  function readBullets(start: number): number | undefined {
    const mark = BULLET.exec(source[start] ?? "")?.[1];
    if (mark === undefined) return undefined;
    const items: RstNode[][] = [];
    let from = start;
    for (;;) {
      const bullet = BULLET.exec(source[from] ?? "");
      if (bullet?.[1] !== mark) break;
      const item = itemLines(source, from, bullet[0].length);
      items.push(parse(item.lines));
      from = item.next;
      const following = nextText(from);
      if (BULLET.exec(source[following] ?? "")?.[1] !== mark) break;
      from = following;
    }
    nodes.push({ kind: "list", isOrdered: false, first: 1, items });
    return from;
  }

  function readNumbers(start: number): number | undefined {
    const first = readEnumerator(source[start] ?? "");
    if (first === undefined || !beginsItem(first, source[start + 1])) return undefined;
    const items: RstNode[][] = [];
    let from = start;
    let current: Enumerator = first;
    for (;;) {
      const item = itemLines(source, from, current.width);
      items.push(parse(item.lines));
      from = item.next;
      const following = nextText(from);
      const next = readEnumerator(source[following] ?? "", first.sequence);
      if (next === undefined || !continuesList(next, current) || !beginsItem(next, source[following + 1]))
        break;
      from = following;
      current = next;
    }
    nodes.push({ kind: "list", isOrdered: true, first: first.ordinal, items });
    return from;
  }

  function readEntries(
    start: number,
    pattern: RegExp,
    isEmptyAllowed: boolean,
  ): { items: Entry[]; next: number } {
    const items: Entry[] = [];
    let from = start;
    let next = start;
    for (;;) {
      const match = pattern.exec(source[from] ?? "");
      if (match === null) break;
      const { lines, next: behind } = indentedLines(source, from, { firstIndent: match[0].length });
      const own = withoutBlankStart(lines);
      if (own.length === 0 && !isEmptyAllowed) break;
      items.push({ name: match[1] ?? "", children: parse(own), lines: own });
      next = behind;
      from = nextText(behind);
    }
    return { items, next };
  }

  function readFields(start: number): number | undefined {
    if (!FIELD.test(source[start] ?? "")) return undefined;
    const { items, next } = readEntries(start, FIELD, true);
    nodes.push({ kind: "fields", items });
    return next;
  }

  function readOptionList(start: number): number | undefined {
    if (!/^[-+/]/.test(source[start] ?? "") || !OPTION_MARK.test(source[start] ?? "")) return undefined;
    const { items, next } = readEntries(start, OPTION_MARK, false);
    if (items.length === 0) return undefined;
    nodes.push({ kind: "options", items });
    return next;
  }

  function readOther(start: number, line: string): number {
    if (/^>>>(?: +|$)/.test(line)) {
      const end = blankAfter(start);
      nodes.push({ kind: "doctest", lines: source.slice(start, end) });
      return end;
    }
    if (LINE_BLOCK.test(line)) return readLineBlock(start);
    if (GRID_TOP.test(line)) return readGrid(start);
    if (SIMPLE_TOP.test(line)) {
      const end = readSimple(start);
      if (end !== undefined) return end;
    }
    if (EXPLICIT.test(line)) {
      const { node, next } = readExplicitMarkup(source, start, parse);
      nodes.push(node);
      return next;
    }
    if (ANONYMOUS.test(line)) {
      const { node, next } = readAnonymousTarget(source, start);
      nodes.push(node);
      return next;
    }
    if (LINE.test(line)) {
      const end = readRule(start, line);
      if (end !== undefined) return end;
    }
    return readText(start, line);
  }

  function blankAfter(start: number): number {
    let end = start;
    while (end < source.length && (source[end] ?? "").trim() !== "") end++;
    return end;
  }

  function readLineBlock(start: number): number {
    const lines: string[] = [];
    let from = start;
    for (
      let mark = LINE_BLOCK.exec(source[from] ?? "");
      mark !== null;
      mark = LINE_BLOCK.exec(source[from] ?? "")
    ) {
      const read = indentedLines(source, from, { firstIndent: mark[0].length, untilBlank: true });
      lines.push(read.lines.join("\n"));
      from = read.next;
    }
    nodes.push({ kind: "line-block", lines });
    return from;
  }

  /** Ends at the first line that is no part of it; a last line without a border behind it belongs to what follows. */
  function readGrid(start: number): number {
    let end = start;
    while (end < source.length && /^[+|]/.test(source[end] ?? "")) end++;
    while (end > start + 2 && !GRID_TOP.test(source[end - 1] ?? "")) end--;
    const lines = source.slice(start, end).map((each) => each.trimEnd());
    const rows = readGridTable(lines);
    if (rows !== undefined) nodes.push({ kind: "table", rows });
    else {
      const whole = blankAfter(start);
      nodes.push({
        kind: "broken-table",
        lines: source.slice(start, whole),
        reason: "its lines do not meet",
      });
      return whole;
    }
    return end;
  }

  function readSimple(start: number): number | undefined {
    const width = (source[start] ?? "").trim().length;
    let borders = 0;
    let end: number | undefined;
    for (let from = start + 1; from < source.length && end === undefined; from++) {
      const line = source[from] ?? "";
      if (!SIMPLE_BORDER.test(line)) continue;
      if (line.trim().length !== width) break;
      borders += 1;
      if (borders === 2 || (source[from + 1] ?? "") === "") end = from + 1;
    }
    if (end === undefined) {
      // Text below two rules that is no table: only what stands together is lost to it.
      const whole = blankAfter(start);
      nodes.push({
        kind: "broken-table",
        lines: source.slice(start, whole),
        reason: "it has no line at its end",
      });
      return whole;
    }
    const lines = source.slice(start, end);
    const rows = readSimpleTable(lines);
    nodes.push(
      rows === undefined
        ? { kind: "broken-table", lines, reason: "text stands between its columns" }
        : { kind: "table", rows },
    );
    return end;
  }

  /** An overlined title, or a transition; undefined for text. */
  function readRule(start: number, line: string): number | undefined {
    const rule = line.trim();
    const isLong = rule.length >= MIN_RULE_CHARS;
    if (!hasTitles) return isLong ? start + 1 : undefined;
    const next = source[start + 1] ?? "";
    if (next.trim() === "") return isLong ? start + 1 : undefined;
    if (LINE.test(next)) return isLong ? start + 2 : undefined;
    const under = (source[start + 2] ?? "").trimEnd();
    if (under === rule && (isLong || columnWidth(next) <= rule.length)) {
      nodes.push({ kind: "title", text: next.trim(), style: `${rule[0]}${rule[0]}` });
      return start + 3;
    }
    // Of a title with two lines of different lengths the text is kept.
    return isLong ? start + 1 : undefined;
  }

  function readText(start: number, line: string): number {
    const next = source[start + 1] ?? "";
    if (next.startsWith(" ") && next.trim() !== "") return readDefinitions(start);
    if (next !== "" && LINE.test(next)) {
      const underline = next.trim();
      const isTitle = columnWidth(line) <= underline.length || underline.length >= MIN_RULE_CHARS;
      if (isTitle) {
        if (hasTitles) nodes.push({ kind: "title", text: line.trim(), style: underline[0] ?? "" });
        else nodes.push({ kind: "paragraph", text: line });
        return start + 2;
      }
    }
    let end = start + 1;
    while (end < source.length && (source[end] ?? "") !== "" && !(source[end] ?? "").startsWith(" ")) end++;
    return readParagraph(source.slice(start, end).join("\n").trimEnd(), end);
  }

  function readParagraph(text: string, end: number): number {
    const marks = /(?<!\\)(?:\\\\){0,20}::$/.test(text);
    const shown = !marks
      ? text
      : text === "::"
        ? ""
        : /\s::$/.test(text)
          ? text.slice(0, -2).trimEnd()
          : text.slice(0, -1);
    if (shown !== "") nodes.push({ kind: "paragraph", text: shown });
    return marks ? readLiteral(end) : end;
  }

  /** Behind `::`: what is indented, or lines that begin with the same mark. */
  function readLiteral(end: number): number {
    const from = nextText(end);
    const line = source[from] ?? "";
    if (line.startsWith(" ")) {
      const { lines, next } = indentedLines(source, from);
      nodes.push({ kind: "literal", lines });
      return next;
    }
    const quote = /^[!-/:-@[-`{-~]/.exec(line)?.[0];
    // Without an empty line between, the mark is none of a quoted block.
    if (quote === undefined || from === end) return end;
    let next = from;
    while ((source[next] ?? "").startsWith(quote)) next++;
    nodes.push({ kind: "literal", lines: source.slice(from, next) });
    return next;
  }

  function readDefinitions(start: number): number {
    const items: Entry[] = [];
    let from = start;
    let next = start;
    for (;;) {
      const term = source[from] ?? "";
      const below = source[from + 1] ?? "";
      if (term === "" || term.startsWith(" ") || !below.startsWith(" ")) break;
      // Only the first may look like another element: it was found to be none.
      if (items.length > 0 && isOtherElement(term, below)) break;
      const read = indentedLines(source, from + 1);
      items.push({ name: term, children: parse(read.lines), lines: read.lines });
      next = read.next;
      from = nextText(next);
    }
    nodes.push({ kind: "definitions", items });
    return next;
  }
}

function isOtherElement(line: string, next: string): boolean {
  const enumerator = readEnumerator(line);
  return (
    BULLET.test(line) ||
    (enumerator !== undefined && beginsItem(enumerator, next)) ||
    FIELD.test(line) ||
    OPTION_MARK.test(line) ||
    LINE_BLOCK.test(line) ||
    EXPLICIT.test(line) ||
    ANONYMOUS.test(line) ||
    LINE.test(line) ||
    /^>>>(?: +|$)/.test(line)
  );
}

function itemLines(
  source: readonly string[],
  at: number,
  width: number,
): { lines: readonly string[]; next: number } {
  const hasText = (source[at] ?? "").slice(width).trim() !== "";
  const { lines, next } = indentedLines(
    source,
    at,
    hasText ? { knownIndent: width } : { firstIndent: width },
  );
  return { lines: withoutBlankStart(lines), next };
}

/** A quote ends at its attribution; what is indented behind that is another. */
function quotesOf(source: readonly string[], parse: (lines: readonly string[]) => RstNode[]): RstNode[] {
  const quotes: RstNode[] = [];
  let start = 0;
  let hasText = false;
  for (let at = 0; at < source.length; at++) {
    const mark = hasText && source[at - 1] === "" ? ATTRIBUTION.exec(source[at] ?? "") : null;
    hasText ||= source[at] !== "";
    if (mark === null) continue;
    let end = at + 1;
    while (end < source.length && source[end] !== "") end++;
    const indents = new Set(source.slice(at + 1, end).map((line) => /^ */.exec(line)?.[0].length));
    if (indents.size > 1) continue;
    const attribution = [source[at]?.slice(mark[0].length), ...source.slice(at + 1, end)].join(" ");
    quotes.push({ kind: "quote", children: parse(source.slice(start, at)), attribution });
    start = end;
    at = end;
    hasText = false;
  }
  const rest = source.slice(start);
  if (rest.some((line) => line !== ""))
    quotes.push({ kind: "quote", children: parse(withoutBlankStart(rest)) });
  return quotes;
}
