/** Tables between lines of `=`. @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables */
import { withoutMargin } from "./grid-table.ts";
import type { TableCell } from "./node.ts";
import { padWide, withoutPads } from "./wide-letters.ts";

export const SIMPLE_TOP = /^=+(?: +=+)+ *$/;
export const SIMPLE_BORDER = /^=+[ =]*$/;
const SPAN_LINE = /^-[ -]*$/;

type Column = [start: number, end: number];

/** Undefined where text stands between the columns. */
export function readSimpleTable(source: readonly string[]): TableCell[][] | undefined {
  const block = padWide(source);
  const columns = columnsOf((block[0] ?? "").replaceAll("=", "-"));
  const last = columns.at(-1);
  const [firstStart = 0, firstEnd = 0] = columns[0] ?? [];
  if (last === undefined) return undefined;
  const rows: TableCell[][] = [];
  let start = 1;
  let hasText = false;
  const addRow = (end: number, spans: readonly Column[] | undefined): boolean => {
    if (end === start && spans === undefined) return true;
    const row = rowOf(block.slice(start, end), columns, spans ?? columns);
    if (row !== undefined && end > start) rows.push(row);
    return row !== undefined;
  };
  for (let at = 1; at < block.length; at++) {
    const line = block[at] ?? "";
    const isBorder = SIMPLE_BORDER.test(line);
    if (isBorder || SPAN_LINE.test(line)) {
      const spans = columnsOf(line.replaceAll("=", "-"));
      // An unbounded last column.
      const end = spans.at(-1);
      if (end === undefined) return undefined;
      end[1] = last[1];
      if (!addRow(at, spans)) return undefined;
      start = at + 1;
      hasText = false;
    } else if (line.slice(firstStart, firstEnd).trim() !== "") {
      if (hasText && at !== start && !addRow(at, undefined)) return undefined;
      start = at;
      hasText = true;
    } else if (!hasText) start = at + 1;
  }
  return rows;
}

function columnsOf(line: string): Column[] {
  return [...line.matchAll(/-+/g)].map(({ 0: marks, index }) => [index, index + marks.length]);
}

function rowOf(
  lines: readonly string[],
  columns: readonly Column[],
  spans: readonly Column[],
): TableCell[] | undefined {
  const cells: TableCell[] = [];
  let column = 0;
  for (const [index, [start, end]] of spans.entries()) {
    if (columns[column]?.[0] !== start) return undefined;
    const first = column;
    const isLast = index === spans.length - 1;
    while (column < columns.length - 1 && (isLast || columns[column]?.[1] !== end)) column++;
    if (!isLast && columns[column]?.[1] !== end) return undefined;
    const nextStart = spans[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    if (!isLast && lines.some((line) => line.slice(end, nextStart).trim() !== "")) return undefined;
    const text = lines.map((line) => withoutPads(line.slice(start, isLast ? undefined : end)).trimEnd());
    cells.push({ lines: withoutMargin(text), rows: 1, columns: column - first + 1 });
    column++;
  }
  return cells;
}
