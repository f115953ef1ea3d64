/** Finds what a page says twice: a link that marks such words on the page needs what stands beside them. */
import { beginningOf } from "../../core/citation/beginning.ts";
import type { Block, Chunk } from "../../core/corpus/format.ts";

/** Less is never named. */
const LEAST_KEY_CHARS = 7;

/** @param chunks of one page, in their order. */
export function markRepeats(chunks: readonly Chunk[]): Chunk[] {
  const seen = new Set<string>();
  /** @returns how the text begins, where another did so before. */
  const note = (text: string): string | undefined => {
    const key = beginningOf(text);
    if (key.length < LEAST_KEY_CHARS) return undefined;
    if (seen.has(key)) return key;
    seen.add(key);
    return undefined;
  };
  const [first] = chunks;
  if (first !== undefined) note(first.title);
  return chunks.map((chunk) => {
    const heading = chunk.headingPath.at(-1);
    if (heading !== undefined) note(heading);
    let isMarked = false;
    const blocks = chunk.blocks.map((block): Block => {
      const repeats = textsOf(block)
        .map(note)
        .filter((key) => key !== undefined);
      if (repeats.length === 0) return block;
      isMarked = true;
      return { ...block, repeats };
    });
    return isMarked ? { ...chunk, blocks } : chunk;
  });
}

const SENTENCE_START = /(?<=[.!?])\s+|(?<=[。！？])|\n/;

function textsOf(block: Block): string[] {
  if (block.isUnshown === true) return [];
  switch (block.kind) {
    case "paragraph":
      return block.text.split(SENTENCE_START);
    case "list":
      return block.items.flatMap((item) => item.split(SENTENCE_START));
    case "table":
      return block.rows.flat();
    case "code":
      return [];
  }
}
