/** The lines of one column as headings and blocks. */
import type { Block } from "../../../core/corpus/format.ts";
import { median } from "./columns.ts";
import { codeOf } from "./code-lines.ts";
import { headingAt, type HeadingRules } from "./headings.ts";
import { joinLines, textOfLine } from "./line-text.ts";
import { listAt, markOf } from "./lists.ts";
import type { Line } from "./pdf-page.ts";
import { tableAt } from "./tables.ts";

export interface PdfHeading {
  kind: "heading";
  text: string;
  size: number;
  isBold: boolean;
  /** Of the bookmark that names it. */
  outlineDepth?: number;
}

/** `isNote`: a footnote, which stands between the parts of a text that runs over pages. */
export type PdfBlock = PdfHeading | (Block & { isNote?: boolean });

export interface BlockRules extends HeadingRules {
  /** In a document that is all typewriter, it says nothing. */
  marksCode: boolean;
}

/** What the readers of single kinds of blocks look at. */
export interface Column {
  lines: readonly Line[];
  left: number;
  right: number;
  /** Distance of baselines inside a paragraph. */
  pitch: number;
  rules: BlockRules;
}

/** A paragraph ends where the next line is farther than this many pitches. */
export const PARAGRAPH_GAP = 1.28;
/** A note at the foot of a page is set this much smaller than the text. */
const NOTE_SIZE = 0.92;

function columnOf(lines: readonly Line[], rules: BlockRules): Column {
  const size = median(lines.map((line) => line.size));
  const gaps = lines
    .slice(1)
    .map((line, index) => line.baseline - (lines[index]?.baseline ?? 0))
    .filter((gap) => gap > 0.8 * size && gap < 2.6 * size)
    .sort((one, other) => one - other);
  // Gaps inside paragraphs are the smaller ones; a column of one-line paragraphs still has some.
  const pitch = gaps[Math.floor(gaps.length * 0.35)] ?? 1.25 * size;
  return {
    lines,
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    pitch,
    rules,
  };
}

export function blocksOf(lines: readonly Line[], rules: BlockRules): PdfBlock[] {
  if (lines.length === 0) return [];
  const column = columnOf(lines, rules);
  const blocks: PdfBlock[] = [];
  for (let index = 0; index < lines.length;) {
    const found =
      headingAt(column, index) ??
      codeOf(column, index) ??
      tableAt(column, index) ??
      listAt(column, index) ??
      paragraphAt(column, index);
    blocks.push(...found.blocks);
    index = found.end;
  }
  return blocks;
}

/** Blocks that begin at a line, and the index of the line after them. */
export interface Found {
  blocks: PdfBlock[];
  end: number;
}

function paragraphAt(column: Column, start: number): Found {
  const { lines, rules } = column;
  const first = lines[start];
  if (first === undefined) return { blocks: [], end: start + 1 };
  let text = textOfLine(first, rules.marksCode);
  let end = start + 1;
  while (end < lines.length && continuesParagraph(column, start, end)) {
    const line = lines[end];
    if (line !== undefined) text = joinLines(text, textOfLine(line, rules.marksCode), rules.vocabulary);
    end += 1;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return { blocks: [], end };
  const isNote = first.size < NOTE_SIZE * rules.bodySize && /^(?:\d{1,3}|[*†‡§¶a-z]\b)/u.test(text);
  return { blocks: [{ kind: "paragraph", text, ...(isNote && { isNote }) }], end };
}

function continuesParagraph(column: Column, start: number, index: number): boolean {
  const { lines, pitch, left, right, rules } = column;
  const line = lines[index];
  const before = lines[index - 1];
  const first = lines[start];
  if (line === undefined || before === undefined || first === undefined) return false;
  if (line.baseline - before.baseline > PARAGRAPH_GAP * Math.max(pitch, 1.05 * before.size)) return false;
  if (line.size > 1.15 * before.size || line.size < 0.85 * before.size) return false;
  if (headingAt(column, index) !== undefined || codeOf(column, index) !== undefined) return false;
  if (tableAt(column, index) !== undefined) return false;
  const text = textOfLine(line, rules.marksCode);
  if (markOf(text) !== undefined && isListStart(column, index)) return false;
  const isCentred = Math.abs(line.left + line.right - before.left - before.right) < 4;
  // The first line of the next paragraph is set in, but a line below the first of a hanging one is, too.
  if (line.left - before.left > 0.7 * line.size && !isCentred && index - start > 1) return false;
  if (line.left - before.left > 0.7 * line.size && !isCentred && before.right < right - 2 * line.size)
    return false;
  const endsShort = before.right < right - 0.22 * (right - left);
  return !(endsShort && !isCentred && /[.!?:。！？"”)]$/.test(textOfLine(before, false)));
}

/** A line that begins like an item of a list, though it may be a sentence that begins with a dash or a number. */
function isListStart({ lines, pitch }: Column, index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (line === undefined || before === undefined) return true;
  const mark = markOf(textOfLine(line, false));
  if (mark?.kind === "bullet") return true;
  return (
    line.baseline - before.baseline > 1.1 * pitch ||
    line.left !== before.left ||
    /[:.;]$/.test(textOfLine(before, false))
  );
}
