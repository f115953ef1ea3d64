/** Lines of typewriter text: a code block, with its indentation as it was set. */
import { textOfLine } from "./line-text.ts";
import type { Column, Found } from "./page-blocks.ts";
import type { Line } from "./pdf-page.ts";

/** An empty line is about two pitches; what is farther is another block. */
const MAX_GAP = 3.2;
/** Deeper indentation is a page's layout, not code's. */
const MAX_INDENT = 60;

export function codeOf({ lines, pitch, rules }: Column, start: number): Found | undefined {
  if (!rules.marksCode) return undefined;
  if (lines[start]?.isMonospaced !== true || startsWithBullet(lines[start])) return undefined;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (line === undefined || before === undefined || !isCode(line) || startsWithBullet(line)) break;
    if (line.baseline - before.baseline > MAX_GAP * Math.max(pitch, line.size)) break;
  }
  const block = lines.slice(start, end);
  const width = characterWidth(block);
  const left = Math.min(...block.map((line) => line.left));
  let code = "";
  for (const [index, line] of block.entries()) {
    const before = block[index - 1];
    if (before !== undefined) {
      const gap = line.baseline - before.baseline;
      code += gap > 1.7 * Math.min(Math.max(pitch, 0.9 * line.size), 1.4 * line.size) ? "\n\n" : "\n";
    }
    code += codeLine(line, left, width);
  }
  return code.trim() === "" ? undefined : { blocks: [{ kind: "code", language: "", code }], end };
}

/** Braces are often set in another font. */
function isCode(line: Line): boolean {
  return line.isMonospaced || !/[\p{L}\p{N}]/u.test(textOfLine(line, false));
}

function startsWithBullet(line: Line | undefined): boolean {
  return line !== undefined && /^[•▪◦‣●■□]\s/u.test(textOfLine(line, false));
}

function characterWidth(lines: readonly Line[]): number {
  let width = 0;
  let characters = 0;
  for (const { segments } of lines) {
    for (const run of segments.flatMap(({ runs }) => runs)) {
      width += run.right - run.left;
      characters += run.text.length;
    }
  }
  return characters === 0 ? 6 : width / characters;
}

/** Characters at the columns that they are drawn at. */
function codeLine({ segments }: Line, left: number, width: number): string {
  let text = "";
  const runs = segments.flatMap((segment) => segment.runs).sort((one, other) => one.left - other.left);
  for (const run of runs) {
    const column = Math.round((run.left - left) / width);
    const missing = Math.min(column - text.length, MAX_INDENT);
    text += " ".repeat(Math.max(0, missing)) + run.text;
  }
  return text.trimEnd();
}
