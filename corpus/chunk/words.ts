import type { Block } from "../../core/corpus/format.ts";

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;
/** Scripts without spaces: two characters carry about as much as one word. */
const UNSPACED_CHARS_PER_WORD = 2;

/** Words of a text, by white space; text in scripts without spaces counts by its characters. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = (unspaced === 0 ? text : text.replace(UNSPACED, " ")).match(/[^\s–]\S*/g)?.length ?? 0;
  return spaced + Math.ceil(unspaced / UNSPACED_CHARS_PER_WORD);
}

export function countBlockWords(block: Block): number {
  switch (block.kind) {
    case "paragraph":
      return countWords(block.text);
    case "list":
      return block.items.reduce((sum, item) => sum + countWords(item), 0);
    case "code":
      return countWords(block.code);
    case "table":
      return block.rows.reduce(
        (sum, row) => sum + row.reduce((cells, cell) => cells + countWords(cell), 0),
        0,
      );
  }
}

export function countBlocksWords(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + countBlockWords(block), 0);
}
