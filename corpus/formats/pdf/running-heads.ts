/**
 * What stands at the edge of many pages: titles of the document and of chapters, page numbers, notices. Found from the
 * outside inwards: a row is looked at only where the rows outside of it are such already.
 */
import { countWords } from "../../chunk/words.ts";
import { textOfSegment } from "./line-text.ts";
import type { Segment } from "./pdf-page.ts";

/** Rows at one edge that may be running heads. */
const MAX_ROWS = 5;
/** In points: the same place on two pages. */
const PLACE_TOLERANCE = 3;
/** Part of the height of a page at its top and its bottom where a running head stands. */
const EDGE = 0.2;
/** Lines of a text are nearer than this many sizes of the font. */
const APART = 1.7;

export interface PageSegments {
  /** From 1. */
  number: number;
  height: number;
  segments: Segment[];
}

/** Takes running heads off the pages. @returns how many words they had. */
export function dropRunningHeads(pages: readonly PageSegments[]): number {
  let words = 0;
  for (const edge of ["top", "bottom"] as const) {
    let remaining = [...pages];
    for (let round = 0; round < MAX_ROWS && remaining.length > 0; round++) {
      const rows = remaining.flatMap((page) => outermostRow(page, edge));
      const isRepeated = repeatedRows(rows, pages.length);
      const dropped = rows.filter((row) => isRepeated(row));
      for (const { page, segments, text } of dropped) {
        words += countWords(text);
        const taken = new Set(segments);
        page.segments = page.segments.filter((segment) => !taken.has(segment));
      }
      remaining = dropped.map(({ page }) => page);
    }
  }
  return words;
}

interface Row {
  page: PageSegments;
  segments: Segment[];
  /** From the edge. */
  distance: number;
  text: string;
  /** The text with a sign for the number at either end, so that page numbers are alike. */
  pattern: string;
  /** Numbers at either end of the row. */
  numbers: number[];
  /** Farther from the next row than lines of a text are. */
  isApart: boolean;
}

function outermostRow(page: PageSegments, edge: "top" | "bottom"): Row[] {
  const { segments, height } = page;
  const baselines = segments.map(({ baseline }) => baseline);
  if (baselines.length === 0) return [];
  const outermost = edge === "top" ? Math.min(...baselines) : Math.max(...baselines);
  const distance = edge === "top" ? outermost : height - outermost;
  if (distance > EDGE * height) return [];
  const row = segments.filter(({ baseline, size }) => Math.abs(baseline - outermost) <= 0.4 * size);
  const text = row
    .sort((one, other) => one.left - other.left)
    .map((segment) => textOfSegment(segment, false))
    .join(" ");
  const taken = new Set(row);
  const others = segments.filter((segment) => !taken.has(segment));
  const next = nearestDistance(others, outermost);
  return [
    {
      page,
      segments: row,
      distance,
      text,
      pattern: patternOf(text),
      numbers: pageNumbers(text),
      isApart: next > APART * (row[0]?.size ?? 0),
    },
  ];
}

function nearestDistance(segments: readonly Segment[], baseline: number): number {
  return segments.reduce(
    (nearest, segment) => Math.min(nearest, Math.abs(segment.baseline - baseline)),
    Number.POSITIVE_INFINITY,
  );
}

/** Numbers inside of it may be those of what it speaks about. */
function patternOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^\W*(?:\d+|[ivxlc]{1,6})(?=[^\p{L}\p{N}]|$)|(?<=[^\p{L}\p{N}])(?:\d+|[ivxlc]{1,6})\W*$/gu, "#")
    .replace(/^((?:\S+ )?)\d+ ((?:of|von|de|\/) #)$/, "$1# $2");
}

function pageNumbers(text: string): number[] {
  const found = [
    /^\W*(\d{1,4})(?![\p{L}\p{N}])/u.exec(text)?.[1],
    /(?<![\p{L}\p{N}])(\d{1,4})\W*$/u.exec(text)?.[1],
  ];
  return [...new Set(found.filter((value) => value !== undefined).map(Number))];
}

/**
 * A row is repeated where others at its place have its words (on a third page already the chance is small that they are
 * the document's text), or a number that grows with the pages.
 */
function repeatedRows(rows: readonly Row[], pageCount: number): (row: Row) => boolean {
  const alike = (counts: Map<string, number[]>, key: string, distance: number): number =>
    (counts.get(key) ?? []).filter((other) => Math.abs(other - distance) <= PLACE_TOLERANCE).length;
  const patterns = new Map<string, number[]>();
  const offsets = new Map<string, number[]>();
  const note = (counts: Map<string, number[]>, key: string, distance: number): void => {
    const seen = counts.get(key);
    if (seen === undefined) counts.set(key, [distance]);
    else seen.push(distance);
  };
  for (const { page, pattern, distance, numbers } of rows) {
    note(patterns, pattern, distance);
    for (const number of numbers) note(offsets, String(number - page.number), distance);
  }
  return ({ page, pattern, distance, numbers, text, isApart }) => {
    const enough = isApart || pageCount <= 3 ? 2 : 3;
    const isNumberOnly =
      /^[\s\d–—|/·.#[\]()-]*$/.test(text) ||
      /^\W*(?:page|seite|p\.)?\W*#\W*(?:(?:of|von|\/)\W*#\W*)?$/.test(pattern);
    if (
      alike(patterns, pattern, distance) >= enough &&
      (isNumberOnly || /\p{L}/u.test(pattern) || pattern.includes("#"))
    )
      return true;
    // A head that names the section changes with it; its page number tells that it is one.
    return (
      numbers.some(
        (number) => alike(offsets, String(number - page.number), distance) >= Math.max(3, enough),
      ) ||
      (pageCount === 1 && isNumberOnly && /^(?:\D*1\D*|\D*1\D+1\D*)$/.test(text))
    );
  };
}
