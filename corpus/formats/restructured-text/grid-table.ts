/** Tables that are drawn with `+`, `-` and `|`. @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables */
import type { TableCell } from "./node.ts";
import { padWide, withoutPads } from "./wide-letters.ts";

export const GRID_TOP = /^\+-[-+]+-\+ *$/;
const HEADER_LINE = /^\+=[=+]+=\+ *$/;

interface Cell {
  top: number;
  left: number;
  bottom: number;
  right: number;
  lines: string[];
}

/** Undefined where its lines do not meet. */
export function readGridTable(source: readonly string[]): TableCell[][] | undefined {
  const block = padWide(source).map((line) => (HEADER_LINE.test(line) ? line.replaceAll("=", "-") : line));
  const bottom = block.length - 1;
  const right = (block[0]?.length ?? 1) - 1;
  if (bottom < 2 || block.some((line) => line.length !== right + 1)) return undefined;
  const cells: Cell[] = [];
  /** Of each column the last line that is in a cell. */
  const done = Array<number>(right + 1).fill(-1);
  const corners: [number, number][] = [[0, 0]];
  for (let corner = corners.shift(); corner !== undefined; corner = corners.shift()) {
    const [top, left] = corner;
    if (top === bottom || left === right || top <= (done[left] ?? -1)) continue;
    const end = cellEnd(block, { top, left, bottom, right });
    if (end === undefined) continue;
    for (let column = left; column < end.right; column++) {
      if (done[column] !== top - 1) return undefined;
      done[column] = end.bottom - 1;
    }
    cells.push({ top, left, ...end, lines: cellLines(block, { top, left, ...end }) });
    insertSorted(corners, [top, end.right]);
    insertSorted(corners, [end.bottom, left]);
  }
  for (let column = 0; column < right; column++) if (done[column] !== bottom - 1) return undefined;
  return rowsOf(cells);
}

/** From top to bottom, from left to right. */
function insertSorted(corners: [number, number][], corner: [number, number]): void {
  const at = corners.findIndex(([top, left]) => top > corner[0] || (top === corner[0] && left > corner[1]));
  if (at < 0) corners.push(corner);
  else corners.splice(at, 0, corner);
}

interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Follows the lines of a cell around: right, down, left, up. */
function cellEnd(block: readonly string[], table: Box): { bottom: number; right: number } | undefined {
  const { top, left } = table;
  const topLine = block[top] ?? "";
  if (topLine[left] !== "+") return undefined;
  for (let right = left + 1; right <= table.right; right++) {
    if (topLine[right] === "+") {
      const bottom = bottomOf(block, { ...table, right });
      if (bottom !== undefined) return { bottom, right };
    } else if (topLine[right] !== "-") return undefined;
  }
  return undefined;
}

function bottomOf(block: readonly string[], { top, left, bottom, right }: Box): number | undefined {
  for (let at = top + 1; at <= bottom; at++) {
    const mark = block[at]?.[right];
    if (mark === "+") {
      if (isClosed(block, { top, left, bottom: at, right })) return at;
    } else if (mark !== "|") return undefined;
  }
  return undefined;
}

function isClosed(block: readonly string[], { top, left, bottom, right }: Box): boolean {
  const line = block[bottom] ?? "";
  for (let at = right - 1; at > left; at--) if (line[at] !== "+" && line[at] !== "-") return false;
  if (line[left] !== "+") return false;
  for (let at = bottom - 1; at > top; at--) {
    const mark = block[at]?.[left];
    if (mark !== "+" && mark !== "|") return false;
  }
  return true;
}

function cellLines(block: readonly string[], { top, left, bottom, right }: Box): string[] {
  const lines = block
    .slice(top + 1, bottom)
    .map((line) => withoutPads(line.slice(left + 1, right)).trimEnd());
  return withoutMargin(lines);
}

/** Without what all of them are indented by. */
export function withoutMargin(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(margin));
}

function rowsOf(cells: readonly Cell[]): TableCell[][] {
  const tops = [...new Set(cells.flatMap(({ top, bottom }) => [top, bottom]))].sort((a, b) => a - b);
  const lefts = [...new Set(cells.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  const rowAt = new Map(tops.map((top, index) => [top, index]));
  const columnAt = new Map(lefts.map((left, index) => [left, index]));
  const span = (places: ReadonlyMap<number, number>, from: number, to: number): number =>
    (places.get(to) ?? 0) - (places.get(from) ?? 0);
  const rows: TableCell[][] = tops.slice(0, -1).map(() => []);
  const sorted = [...cells].sort((one, other) => one.top - other.top || one.left - other.left);
  for (const { top, left, bottom, right, lines } of sorted) {
    rows[rowAt.get(top) ?? 0]?.push({
      lines,
      rows: span(rowAt, top, bottom),
      columns: span(columnAt, left, right),
    });
  }
  return rows;
}
