/** Lines below the margin, as docutils' `StringList.get_indented` gathers them. */

export interface IndentedLines {
  /** Without their common indentation, and without empty lines at the end. */
  lines: string[];
  /** Of the first line behind them. */
  next: number;
}

export interface IndentOptions {
  /** Column from which the first line belongs to the block; the indentation of the others is found out. */
  firstIndent?: number;
  /** Indentation of all lines, where it is known: a line that is less indented ends the block. */
  knownIndent?: number;
  untilBlank?: boolean;
}

export function indentedLines(
  source: readonly string[],
  start: number,
  { firstIndent: given, knownIndent, untilBlank = false }: IndentOptions = {},
): IndentedLines {
  const firstIndent = given ?? knownIndent;
  let end = firstIndent === undefined ? start : start + 1;
  let indent = knownIndent ?? Number.POSITIVE_INFINITY;
  for (; end < source.length; end++) {
    const line = source[end] ?? "";
    if (line === "") {
      if (untilBlank) break;
      continue;
    }
    const own = indentOf(line);
    if (own === 0 || (knownIndent !== undefined && own < knownIndent)) break;
    if (knownIndent === undefined && own < indent) indent = own;
  }
  const lines: string[] = [];
  const strip = Number.isFinite(indent) ? indent : 0;
  for (let at = start; at < end; at++) {
    const line = source[at] ?? "";
    lines.push(line.slice(at === start && firstIndent !== undefined ? firstIndent : strip));
  }
  while (lines.at(-1)?.trim() === "") lines.pop();
  return { lines, next: end };
}

/** Of a line without tabs: spaces at its start. */
export function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}

/** Without empty lines at the start. */
export function withoutBlankStart(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first <= 0 ? (first === 0 ? lines : []) : lines.slice(first);
}

const TAB_WIDTH = 8;

/** Lines of a document as docutils reads them: tabs are spaces, none stand at the end of a line. */
export function linesOfText(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\0/g, "")
    .split(/\r\n?|\n/)
    .map((line) => {
      const plain = line.replace(/[\v\f]/g, " ").trimEnd();
      return plain.includes("\t") ? expandTabs(plain) : plain;
    });
}

function expandTabs(line: string): string {
  const parts = line.split("\t");
  let expanded = "";
  for (const [index, part] of parts.entries()) {
    expanded += part;
    if (index < parts.length - 1) expanded += " ".repeat(TAB_WIDTH - (expanded.length % TAB_WIDTH));
  }
  return expanded;
}
