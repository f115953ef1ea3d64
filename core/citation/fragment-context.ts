/** What stands beside a quotation on its page, as far as its passage tells. */
import { beginningOf } from "./beginning.ts";
import type { Block, Chunk } from "../corpus/format.ts";
import type { FragmentContext } from "./text-fragment.ts";

/** Something of a passage that is one line on its page, or one cell. */
interface ShownLine {
  blockIndex: number;
  /** Of a table. */
  rowIndex?: number;
  text: string;
  /** It is not sure what the page shows here: code with its buttons, data in words. */
  isUnsure: boolean;
}

export interface QuotedLine {
  blockIndex: number;
  /** Of a table. */
  rowIndex?: number | undefined;
  text: string;
}

export function fragmentContext(chunk: Chunk, quoted: QuotedLine): FragmentContext | undefined {
  const lines = shownLines(chunk);
  const index = lines.findIndex(
    ({ blockIndex, rowIndex, text }) =>
      blockIndex === quoted.blockIndex && rowIndex === quoted.rowIndex && text.includes(quoted.text),
  );
  const line = lines[index];
  if (line === undefined) return undefined;
  const at = line.text.indexOf(quoted.text);
  const before = line.text.slice(0, at);
  const earlier = comparable(
    [chunk.title, ...chunk.headingPath, ...lines.slice(0, index).map(({ text }) => text), before].join(
      " \n ",
    ),
  );
  const bare = comparable(quoted.text);
  // The page has more than the passage, and what it says before is known where it begins alike.
  const isRepeated = chunk.blocks[quoted.blockIndex]?.repeats?.includes(beginningOf(quoted.text)) === true;
  const lineBefore = lines[index - 1];
  return {
    before,
    after: line.text.slice(at + quoted.text.length),
    lineBefore:
      lineBefore === undefined ? chunk.headingPath.at(-1) : lineBefore.isUnsure ? undefined : lineBefore.text,
    standEarlier: (words) => {
      const own = comparable(words);
      return (isRepeated && bare.startsWith(own)) || earlier.includes(own);
    },
  };
}

function shownLines({ blocks }: Chunk): ShownLine[] {
  return blocks.flatMap((block, blockIndex) =>
    textsOf(block).map((line): ShownLine => ({
      blockIndex,
      ...line,
      isUnsure: block.kind === "code" || block.isUnshown === true,
    })),
  );
}

function textsOf(block: Block): { rowIndex?: number; text: string }[] {
  switch (block.kind) {
    case "paragraph":
      return lines(block.text);
    case "list":
      return block.items.flatMap(lines);
    case "table":
      return block.rows.flatMap((row, rowIndex) =>
        row.flatMap((cell) => lines(cell).map((line) => ({ ...line, rowIndex }))),
      );
    case "code":
      return [{ text: block.code }];
  }
}

/** Marks of nested items are no text of the page. */
function lines(text: string): { text: string }[] {
  return text
    .split("\n")
    .map((line) => ({ text: line.replace(/^\s*(?:–|\d{1,9}\.)\s+/, "").trim() }))
    .filter((line) => line.text !== "");
}

/** As a browser compares: without case, code marks and the width of spaces. */
function comparable(text: string): string {
  return text.replace(/`/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}
