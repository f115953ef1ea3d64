/**
 * The reading order of a page: where an empty strip parts text on both sides over many lines, the sides are columns
 * and read one after the other. A table has such strips too, but its rows stand on common lines and its cells are no
 * prose, so it is left in one piece.
 */
import type { Segment } from "./pdf-page.ts";

const MAX_DEPTH = 10;
/** Strips are looked for where segments begin; more beginnings than this are not columns. */
const MAX_CANDIDATES = 24;
/** A column has at least so many lines. */
const MIN_COLUMN_LINES = 4;
/** A strip is at least so wide, in sizes of the font. */
const MIN_STRIP = 0.8;
/** A left side of such short pieces is numbers or marks of what stands beside them. */
const MARK_CHARACTERS = 4;
const PROSE_WORDS = 3;
const PROSE_CHARACTERS = 14;

/** Parts of a page in reading order, each of one column. */
export function readingOrder(segments: readonly Segment[], isRightToLeft: boolean, depth = 0): Segment[][] {
  if (segments.length < 2 * MIN_COLUMN_LINES || depth > MAX_DEPTH)
    return segments.length === 0 ? [] : [[...segments]];
  const strip = widestRun(segments);
  if (strip === undefined) return [[...segments]];
  const parts: Segment[][] = [[], [], [], []];
  for (const segment of segments) {
    if (segment.baseline < strip.top) parts[0]?.push(segment);
    else if (segment.baseline > strip.bottom) parts[3]?.push(segment);
    else parts[segment.left < strip.x === isRightToLeft ? 2 : 1]?.push(segment);
  }
  return parts.flatMap((part) => readingOrder(part, isRightToLeft, depth + 1));
}

interface Strip {
  /** Where the right side begins. */
  x: number;
  /** Baselines of its first and last segment. */
  top: number;
  bottom: number;
  lines: number;
}

function widestRun(segments: readonly Segment[]): Strip | undefined {
  const left = Math.min(...segments.map((segment) => segment.left));
  const inOrder = [...segments].sort((one, other) => one.baseline - other.baseline);
  let best: Strip | undefined;
  for (const x of beginnings(segments)) {
    if (x < left + 1) continue;
    let run: Segment[] = [];
    const close = (): void => {
      const strip = stripOf(run, x);
      if (strip !== undefined && strip.lines > (best?.lines ?? 0)) best = strip;
      run = [];
    };
    for (const segment of inOrder) {
      if (segment.left < x - 1 && segment.right > x - MIN_STRIP * segment.size * 0.5) close();
      else run.push(segment);
    }
    close();
  }
  return best;
}

/** Where at least a column's number of segments begin, the most frequent first. */
function beginnings(segments: readonly Segment[]): number[] {
  const counts = new Map<number, { count: number; x: number }>();
  for (const { left } of segments) {
    const key = Math.round(left / 4);
    const entry = counts.get(key) ?? { count: 0, x: left };
    counts.set(key, { count: entry.count + 1, x: Math.min(entry.x, left) });
  }
  return [...counts.entries()]
    .map(([key, { count, x }]) => ({ count: count + (counts.get(key + 1)?.count ?? 0), x }))
    .filter(({ count }) => count >= MIN_COLUMN_LINES)
    .sort((one, other) => other.count - one.count || one.x - other.x)
    .slice(0, MAX_CANDIDATES)
    .map(({ x }) => x);
}

function stripOf(run: readonly Segment[], x: number): Strip | undefined {
  const left = run.filter((segment) => segment.left < x - 1);
  const right = run.filter((segment) => segment.left >= x - 1);
  if (left.length < MIN_COLUMN_LINES || right.length < MIN_COLUMN_LINES) return undefined;
  // A strip ends with the shorter side: what follows below the other is text of the full width, or reads alike.
  const top = Math.max(left[0]?.baseline ?? 0, right[0]?.baseline ?? 0) - 0.5 * (right[0]?.size ?? 0);
  const first = run.findIndex(({ baseline }) => baseline >= top);
  const from = run[Math.max(0, first)]?.baseline ?? 0;
  const bottom = Math.max(left.at(-1)?.baseline ?? 0, right.at(-1)?.baseline ?? 0);
  const within = (side: readonly Segment[]): Segment[] => side.filter(({ baseline }) => baseline >= from);
  const [leftSide, rightSide] = [within(left), within(right)];
  if (leftSide.length < MIN_COLUMN_LINES || rightSide.length < MIN_COLUMN_LINES) return undefined;
  const beside = neighbours(leftSide, rightSide);
  const fewer = Math.min(leftSide.length, rightSide.length);
  if (beside.count < Math.max(MIN_COLUMN_LINES - 1, 0.5 * fewer)) return undefined;
  if (median(leftSide.map(characters)) <= MARK_CHARACTERS) return undefined;
  const isAligned = beside.aligned >= 0.8 * beside.count;
  if (isAligned && !(isProse(leftSide) && isProse(rightSide))) return undefined;
  if (isAligned && beginTogether(leftSide, rightSide)) return undefined;
  return { x: x - 1, top: from, bottom, lines: Math.min(leftSide.length, rightSide.length) };
}

/** How many of the shorter side stand beside one of the other, and how many of those on one line with it. */
function neighbours(left: readonly Segment[], right: readonly Segment[]): { count: number; aligned: number } {
  let count = 0;
  let aligned = 0;
  let index = 0;
  for (const segment of right) {
    while (index < left.length && (left[index]?.baseline ?? 0) < segment.baseline - segment.size) index += 1;
    const near = left.slice(index, index + 3).map(({ baseline }) => Math.abs(baseline - segment.baseline));
    const nearest = Math.min(...near, Number.POSITIVE_INFINITY);
    if (nearest <= 0.8 * segment.size) count += 1;
    if (nearest <= 0.12 * segment.size) aligned += 1;
  }
  return { count, aligned };
}

function isProse(side: readonly Segment[]): boolean {
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  const words = median(
    side.map(
      ({ runs }) =>
        runs
          .map(({ text }) => text)
          .join(" ")
          .split(/\s+/).length,
    ),
  );
  const filled = side.filter(({ left, right }) => right - left > 0.7 * width).length;
  return (
    (words >= PROSE_WORDS || median(side.map(characters)) >= PROSE_CHARACTERS) && filled >= 0.35 * side.length
  );
}

/** Whether paragraphs of both sides begin on the same lines, as cells of a row do. */
function beginTogether(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [leftStarts, rightStarts] = [paragraphStarts(left), paragraphStarts(right)];
  const fewer = Math.min(leftStarts.length, rightStarts.length);
  if (fewer < 2) return false;
  const together = leftStarts.filter((start) =>
    rightStarts.some((other) => Math.abs(other - start) < 1),
  ).length;
  return together >= 0.8 * Math.max(leftStarts.length, rightStarts.length);
}

function paragraphStarts(side: readonly Segment[]): number[] {
  const gaps = side.slice(1).map((segment, index) => segment.baseline - (side[index]?.baseline ?? 0));
  const pitch = median(gaps.filter((gap) => gap > 1));
  return side
    .slice(1)
    .flatMap((segment, index) => ((gaps[index] ?? 0) > 1.25 * pitch ? [segment.baseline] : []));
}

function characters({ runs }: Segment): number {
  return runs.reduce((sum, { text }) => sum + text.trim().length, 0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
