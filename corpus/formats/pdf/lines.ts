/** Runs of text to segments (words without a wide gap), and segments to lines. */
import type { Line, Segment, TextRun } from "./pdf-page.ts";

/** A wider gap, in sizes of the font, parts cells or columns; a space is a quarter, a stretched one half. */
const SEGMENT_GAP = 1;
/** Baselines this near, in sizes of the font, are one line: small capitals, raised and lowered characters. */
const BASELINE_TOLERANCE = 0.45;
/** A run that is drawn twice at nearly the same place is a fake bold. */
const TWIN_DISTANCE = 0.12;

/** Segments of a page, from the top to the bottom and from the left to the right. */
export function segmentsOf(runs: readonly TextRun[]): Segment[] {
  const segments: Segment[] = [];
  for (const row of rowsOf(runs.filter(({ text }) => text.trim() !== ""))) {
    const inOrder = row.sort((one, other) => one.left - other.left);
    let open: TextRun[] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const run of inOrder) {
      const last = open.at(-1);
      if (last !== undefined && isTwin(last, run)) continue;
      if (open.length > 0 && run.left - right > SEGMENT_GAP * Math.max(run.size, last?.size ?? 0)) {
        segments.push(segmentOf(open));
        open = [];
        right = Number.NEGATIVE_INFINITY;
      }
      open.push(run);
      right = Math.max(right, run.right);
    }
    if (open.length > 0) segments.push(segmentOf(open));
  }
  return segments;
}

function isTwin(one: TextRun, other: TextRun): boolean {
  const near = TWIN_DISTANCE * one.size;
  return (
    one.text === other.text &&
    Math.abs(one.left - other.left) < near &&
    Math.abs(one.baseline - other.baseline) < near
  );
}

/** Groups what stands on one baseline; the larger text of a row decides where its baseline is. */
function rowsOf<T extends { baseline: number; size: number }>(parts: readonly T[]): T[][] {
  const rows: { baseline: number; size: number; parts: T[] }[] = [];
  const sorted = [...parts].sort((one, other) => one.baseline - other.baseline);
  for (const part of sorted) {
    const row = rows.at(-1);
    const size = Math.max(part.size, row?.size ?? 0);
    if (row !== undefined && part.baseline - row.baseline <= BASELINE_TOLERANCE * size) {
      row.parts.push(part);
      if (part.size > row.size * 1.05) Object.assign(row, { baseline: part.baseline, size: part.size });
    } else {
      rows.push({ baseline: part.baseline, size: part.size, parts: [part] });
    }
  }
  return rows.map((row) => row.parts);
}

function segmentOf(runs: TextRun[]): Segment {
  const size = mainSize(runs);
  const main = runs.find((run) => run.size === size) ?? runs[0];
  return {
    runs,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    baseline: main?.baseline ?? 0,
    size,
  };
}

/** The size of most characters. */
function mainSize(runs: readonly TextRun[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of runs) characters.set(size, (characters.get(size) ?? 0) + text.trim().length);
  let best = 0;
  let most = -1;
  for (const [size, count] of characters) {
    if (count > most || (count === most && size > best)) [best, most] = [size, count];
  }
  return best;
}

/** Segments of one column as its lines. */
export function linesOf(segments: readonly Segment[], isRightToLeft: boolean): Line[] {
  return rowsOf(segments).map((row) => {
    const inOrder = row.sort((one, other) =>
      isRightToLeft ? other.right - one.right : one.left - other.left,
    );
    const runs = inOrder.flatMap((segment) => segment.runs);
    const letters = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const whole = segmentOf(runs);
    return {
      segments: inOrder,
      left: whole.left,
      right: whole.right,
      baseline: whole.baseline,
      size: whole.size,
      isBold: letters.length > 0 && letters.every(({ isBold }) => isBold),
      isMonospaced: letters.length > 0 && letters.every(({ isMonospaced }) => isMonospaced),
    };
  });
}
