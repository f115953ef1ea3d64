/** A block of which only some rows, items or sentences are quoted, and the one of them that answers is marked. */
import { rowText } from "../../citation/quote.ts";
import type { Block } from "../../corpus/format.ts";

export interface PartOfBlock {
  /** With what is quoted of it. */
  block: Block;
  /** Its citation leads there; "": to the block as a whole. */
  cited: string;
  /** The row, item or sentence that answers, where it is not the first that is read. */
  marked?: string | undefined;
  /** Says that there is more. */
  note?: string | undefined;
}

/** Cells are parted so; a pipe within one is escaped. */
const BETWEEN_CELLS = " | ";
const LINES_ABOVE_ROWS = 2;

/** A table or a list as Markdown, with the row or the item in bold that is marked. */
export function withMark(markdown: string, block: Block, marked: string | undefined): string {
  if (marked === undefined) return markdown;
  if (block.kind === "table") {
    const row = block.rows.slice(1).findIndex((cells) => rowText(cells) === marked);
    return withLine(markdown, row === -1 ? -1 : row + LINES_ABOVE_ROWS, (line) => {
      const cells = line.slice(2, -2).split(BETWEEN_CELLS);
      return `| ${cells.map((cell) => (cell.trim() === "" ? cell : bold(cell.trim()))).join(BETWEEN_CELLS)} |`;
    });
  }
  // An item of several lines is a text of its own.
  if (block.kind !== "list" || block.items.some((item) => item.includes("\n"))) return markdown;
  return withLine(markdown, block.items.indexOf(marked), (line) =>
    line.replace(/^(- |\d+\. )(.*)$/, (_, marker: string, text: string) => `${marker}${bold(text)}`),
  );
}

function withLine(markdown: string, at: number, change: (line: string) => string): string {
  if (at === -1) return markdown;
  return markdown
    .split("\n")
    .map((line, index) => (index === at ? change(line) : line))
    .join("\n");
}

export function bold(markdown: string): string {
  return `**${markdown}**`;
}
