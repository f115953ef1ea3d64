/** Tables: lines whose pieces stand below each other in columns. */
import { joinLines, textOfSegment } from "./line-text.ts";
import { markOf } from "./lists.ts";
import type { Column, Found } from "./page-blocks.ts";
import type { Line, Segment } from "./pdf-page.ts";

const MIN_ROWS = 2;
const MAX_COLUMNS = 30;
const MAX_LINES = 500;
/** Farther than this many pitches, a line is no more of the table. */
const MAX_GAP = 3.5;
/** Lines of a cell are nearer than the rows by this. */
const ROW_GAP = 1.25;

interface Band {
  left: number;
  right: number;
}

export function tableAt(column: Column, start: number): Found | undefined {
  const first = column.lines[start];
  if (first === undefined || !isRow(first)) return undefined;
  const end = endOfRows(column, start);
  const rows = column.lines.slice(start, end);
  const bands = bandsOf(rows);
  if (bands === undefined) return undefined;
  const kept = keptLines(rows, bands);
  if (kept.filter((line) => line.segments.length > 1).length < MIN_ROWS) return undefined;
  const cells = mergeLines(kept, bands, column);
  const filled = cells.filter((row) => row.some((cell) => cell !== ""));
  if (filled.length < MIN_ROWS) return undefined;
  return { blocks: [{ kind: "table", rows: filled }], end: start + kept.length };
}

/** Two pieces at least; one that begins with the mark of a list item is none. */
function isRow(line: Line): boolean {
  const [first, ...others] = line.segments;
  if (first === undefined || others.length === 0) return false;
  const mark = textOfSegment(first, false);
  const isMark =
    /^(?:[^\p{L}\p{N}]{1,2}|\(?(?:\d{1,3}|[a-z])[.)]|\[\d{1,3}\])$/u.test(mark) ||
    markOf(`${mark} x`) !== undefined;
  return !(isMark && others.length === 1);
}

function endOfRows({ lines, pitch, rules }: Column, start: number): number {
  let end = start + 1;
  let lastRow = start;
  for (; end < Math.min(lines.length, start + MAX_LINES); end++) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (line === undefined || before === undefined) break;
    if (line.baseline - before.baseline > MAX_GAP * Math.max(pitch, line.size)) break;
    if (line.size > 1.2 * Math.max(before.size, rules.bodySize)) break;
    if (isRow(line)) lastRow = end;
    else if (end - lastRow > 6) break;
  }
  return end;
}

/** Where the columns are: what the lines with most pieces have in common. */
function bandsOf(lines: readonly Line[]): Band[] | undefined {
  const rows = lines.filter(isRow);
  const counts = new Map<number, number>();
  for (const { segments } of rows) counts.set(segments.length, (counts.get(segments.length) ?? 0) + 1);
  // The most frequent number of pieces, the larger of two alike.
  const [columns = 0] = [...counts].sort(([one, many], [other, more]) => more - many || other - one)[0] ?? [];
  if (columns < 2 || columns > MAX_COLUMNS) return undefined;
  const intervals = rows
    .filter(({ segments }) => segments.length >= columns)
    .flatMap(({ segments }) => segments.map(({ left, right }) => ({ left, right })))
    .sort((one, other) => one.left - other.left);
  const bands: Band[] = [];
  for (const interval of intervals) {
    const last = bands.at(-1);
    if (last !== undefined && interval.left < last.right + 2)
      last.right = Math.max(last.right, interval.right);
    else bands.push({ ...interval });
  }
  return bands.length < 2 ? undefined : bands;
}

/** The lines up to the first that runs over the space between columns, without what follows the last row. */
function keptLines(lines: readonly Line[], bands: readonly Band[]): Line[] {
  let end = 0;
  for (const [index, line] of lines.entries()) {
    const crosses = line.segments.some((segment) => overlapped(segment, bands).length > 1);
    if (crosses && !(isRow(line) && index > 0)) break;
    const [first] = overlapped(line.segments[0] ?? { left: 0, right: 0 }, bands);
    // A lone piece below the first column is the next paragraph, unless a row follows.
    if (isRow(line) || (first !== undefined && first > 0)) end = index + 1;
  }
  return lines.slice(0, end);
}

function overlapped({ left, right }: Band, bands: readonly Band[]): number[] {
  return bands.flatMap((band, index) => (left < band.right - 1 && right > band.left + 1 ? [index] : []));
}

/** Lines as rows: the further lines of a cell join it. */
function mergeLines(lines: readonly Line[], bands: readonly Band[], { rules }: Column): string[][] {
  const gaps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
  const smallest = Math.min(...gaps.filter((gap) => gap > 1), Number.POSITIVE_INFINITY);
  const wide = gaps.filter((gap) => gap > ROW_GAP * smallest).length;
  // Rows that stand apart are told by the space between them; others by what their first column holds.
  const rowsStandApart =
    wide > 0 && gaps.length - wide >= 0.25 * gaps.length && rowsBeginAfterGaps(lines, bands, smallest);
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const placed: { band: number; segment: Segment }[] = line.segments.map((segment) => ({
      band: overlapped(segment, bands)[0] ?? nearest(segment, bands),
      segment,
    }));
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY;
    const fillsFirst = placed.some(({ band }) => band === 0);
    const isTight = gap <= ROW_GAP * smallest;
    const continues = rowsStandApart
      ? isTight
      : !fillsFirst || (isTight && placed.length === 1 && bands.length > 1 && wide > 0);
    if (rows.length === 0 || !continues) rows.push(Array<string>(bands.length).fill(""));
    const row = rows.at(-1) ?? [];
    for (const { band, segment } of placed) {
      row[band] = joinLines(row[band] ?? "", textOfSegment(segment, rules.marksCode), rules.vocabulary);
    }
  }
  return rows;
}

/** Whether the lines that follow closely are further lines of cells, not rows of their own. */
function rowsBeginAfterGaps(lines: readonly Line[], bands: readonly Band[], smallest: number): boolean {
  let wide = 0;
  let tight = 0;
  let tightAndFull = 0;
  // The space below the header says nothing about the rows.
  for (const [index, line] of lines.entries()) {
    if (index < 2) continue;
    const gap = line.baseline - (lines[index - 1]?.baseline ?? 0);
    if (gap > ROW_GAP * smallest) wide += 1;
    else {
      tight += 1;
      if (line.segments.length >= bands.length) tightAndFull += 1;
    }
  }
  return wide > 0 && (tightAndFull <= 0.4 * tight || (wide >= 2 && tight >= wide));
}

function nearest({ left, right }: Band, bands: readonly Band[]): number {
  const centre = (left + right) / 2;
  let best = 0;
  for (const [index, band] of bands.entries()) {
    const distance = Math.abs((band.left + band.right) / 2 - centre);
    const current = bands[best];
    if (current !== undefined && distance < Math.abs((current.left + current.right) / 2 - centre))
      best = index;
  }
  return best;
}
