/** Which lines are headings: named by the document's bookmarks, larger than its text, or bold and alone. */
import { countWords } from "../../chunk/words.ts";
import { joinLines, textOfLine, type Vocabulary } from "./line-text.ts";
import type { Column, Found, PdfBlock, PdfHeading } from "./page-blocks.ts";
import type { Line, PdfOutlineEntry } from "./pdf-page.ts";

export interface HeadingRules {
  /** The size of most of the document's text. */
  bodySize: number;
  /** Bookmarks that lead to this page. */
  outline: readonly PdfOutlineEntry[];
  vocabulary: Vocabulary;
}

const LARGER = 1.12;
const MAX_HEADING_LINES = 4;
const MAX_HEADING_WORDS = 30;
const MAX_BOLD_WORDS = 14;
/** What stands before the name of a section, in the text or in its bookmark only: "Chapter 3", "3.1". */
const MAX_NUMBER_CHARACTERS = 12;

export function headingAt(column: Column, index: number): Found | undefined {
  return namedHeading(column, index) ?? largeHeading(column, index) ?? boldHeading(column, index);
}

function found(heading: Omit<PdfHeading, "kind">, end: number): Found {
  const blocks: PdfBlock[] = [{ kind: "heading", ...heading }];
  return { blocks, end };
}

function namedHeading({ lines, pitch, rules }: Column, index: number): Found | undefined {
  if (rules.outline.length === 0) return undefined;
  let text = "";
  for (let end = index; end < Math.min(lines.length, index + MAX_HEADING_LINES); end++) {
    const line = lines[end];
    const first = lines[index];
    if (line === undefined || first === undefined) return undefined;
    if (end > index && line.baseline - (lines[end - 1]?.baseline ?? 0) > 2 * Math.max(pitch, line.size))
      return undefined;
    text = joinLines(text, textOfLine(line, false), rules.vocabulary);
    const entry = rules.outline.find(({ title }) => names(title, text));
    if (entry !== undefined)
      return found({ text, size: first.size, isBold: first.isBold, outlineDepth: entry.depth }, end + 1);
  }
  return undefined;
}

/** Whether a bookmark names a line, except for a number that one of them has. */
function names(title: string, text: string): boolean {
  const [one, other] = [comparable(title), comparable(text)];
  if (one.length < 2 || other.length < 2) return false;
  if (one === other) return true;
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  const number = longer.slice(0, longer.length - shorter.length);
  return (
    shorter.length >= 3 &&
    longer.endsWith(shorter) &&
    number.length <= MAX_NUMBER_CHARACTERS &&
    /^(?:chapter|part|section|appendix|kapitel|teil|anhang|chapitre|partie|capítulo)?[\divxlc]*[a-z]?\d*$/.test(
      number,
    )
  );
}

export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function largeHeading({ lines, pitch, rules }: Column, index: number): Found | undefined {
  const first = lines[index];
  if (first === undefined || first.size < LARGER * rules.bodySize) return undefined;
  const end = endOfStyle(lines, index, pitch);
  const text = joined(lines.slice(index, end), rules);
  if (end - index > MAX_HEADING_LINES || countWords(text) > MAX_HEADING_WORDS || !isTitleText(text))
    return undefined;
  return found({ text, size: first.size, isBold: first.isBold }, end);
}

function boldHeading({ lines, pitch, right, left, rules }: Column, index: number): Found | undefined {
  const first = lines[index];
  if (first === undefined || !first.isBold || first.isMonospaced || first.size < 0.95 * rules.bodySize)
    return undefined;
  if (first.segments.length > 1) return undefined;
  const before = lines[index - 1];
  const end = endOfStyle(lines, index, pitch);
  const text = joined(lines.slice(index, end), rules);
  const isApart =
    before === undefined ||
    first.baseline - before.baseline > 1.2 * pitch ||
    first.right < left + 0.7 * (right - left);
  if (!isApart || end - index > 2 || countWords(text) > MAX_BOLD_WORDS || !isTitleText(text))
    return undefined;
  if (/[.,;:]$/.test(text) && !/\d\.$/.test(text)) return undefined;
  return found({ text, size: first.size, isBold: true }, end);
}

/** Of the lines that go on in the style of one. */
function endOfStyle(lines: readonly Line[], index: number, pitch: number): number {
  const first = lines[index];
  let end = index + 1;
  for (; end < lines.length; end++) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (line === undefined || before === undefined || first === undefined) break;
    if (Math.abs(line.size - first.size) > 0.04 * first.size || line.isBold !== first.isBold) break;
    if (line.baseline - before.baseline > 1.5 * Math.max(line.size, Math.min(pitch, 1.3 * line.size))) break;
  }
  return end;
}

function joined(lines: readonly Line[], { vocabulary }: HeadingRules): string {
  return lines.reduce((text, line) => joinLines(text, textOfLine(line, false), vocabulary), "");
}

/** Of a picture, a table, a listing. */
const CAPTION =
  /^(?:fig(?:ure|\.)?|table|listing|algorithm|abb(?:ildung|\.)?|tabelle|tableau|tabla|figura|图|表|図)\s*[\dA-Z]+(?:[.-]\d+)*\s*[.:–—]/i;

function isTitleText(text: string): boolean {
  return /\p{L}/u.test(text) && !/^[•▪–—*-]\s/.test(text) && !CAPTION.test(text);
}

/** "Chapter 3" above "Limits" is one heading. */
const NUMBER_ONLY =
  /^(?:chapter|part|section|appendix|kapitel|teil|anhang|chapitre|partie|capítulo)?\s*[\dIVXA-Z]{1,5}[.:]?$/i;

export function mergeNumberHeadings(blocks: readonly PdfBlock[]): PdfBlock[] {
  const merged: PdfBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === "heading" && last?.kind === "heading" && NUMBER_ONLY.test(last.text)) {
      merged[merged.length - 1] = { ...block, text: `${last.text} ${block.text}` };
    } else {
      merged.push(block);
    }
  }
  return merged;
}

/** Depths of headings, 1 to 6: of their bookmarks, else by their sizes, a bold one in the size of the text last. */
export function depthsOf(headings: readonly PdfHeading[]): Map<PdfHeading, number> {
  const rankOf = ({ size, isBold }: PdfHeading): number => Math.round(size * 2) / 2 + (isBold ? 0.2 : 0);
  const named = headings.filter(({ outlineDepth }) => outlineDepth !== undefined);
  const depths = new Map<PdfHeading, number>();
  if (named.length > 0) {
    for (const heading of headings) {
      const rank = rankOf(heading);
      const same = named.filter((other) => rankOf(other) === rank).map((other) => other.outlineDepth ?? 1);
      const above = named.filter((other) => rankOf(other) > rank).map((other) => other.outlineDepth ?? 1);
      const depth = heading.outlineDepth ?? (same.length > 0 ? Math.max(...same) : Math.max(0, ...above) + 1);
      depths.set(heading, Math.min(6, Math.max(1, depth)));
    }
    return depths;
  }
  const ranks = [...new Set(headings.map(rankOf))].sort((one, other) => other - one);
  for (const heading of headings) depths.set(heading, Math.min(6, ranks.indexOf(rankOf(heading)) + 1));
  return depths;
}
