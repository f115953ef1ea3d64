import type { Block } from "../../corpus/format.ts";
import { blockMarkdown } from "../../passage-text.ts";
import { chunkTokens } from "./chunk-tokens.ts";
import { cutToTokens, estimateTokens } from "../../text/estimate-tokens.ts";
import type { Passage } from "../generation-provider.ts";

/**
 * Tokens of passages in one prompt: a small site is shown whole, and a dozen sections of a large one. More costs money
 * and attention, and rarely answers.
 */
export const DEFAULT_PASSAGES_MAX_TOKENS = 12_000;

/**
 * The passages that a prompt has room for, best first, numbered anew: a position that a model never saw must
 * not be one that it can cite. At least one; where even that is too long, its end is left out.
 *
 * @param maxTokens as {@link estimateTokens} counts them, headings and fences left out.
 */
export function fitPassages(
  passages: readonly Passage[],
  maxTokens: number = DEFAULT_PASSAGES_MAX_TOKENS,
): Passage[] {
  const fitting: Passage[] = [];
  let remaining = maxTokens;
  for (const passage of passages) {
    const tokens = chunkTokens(passage.chunk);
    if (tokens > remaining && fitting.length > 0) continue;
    const { chunk } = passage;
    fitting.push({
      ...passage,
      chunk: tokens > remaining ? { ...chunk, blocks: cutBlocks(chunk.blocks, maxTokens) } : chunk,
      source: { ...passage.source, position: fitting.length + 1 },
    });
    remaining -= tokens;
    if (remaining <= 0) break;
  }
  return fitting;
}

/** Whole blocks as far as they fit, and the beginning of the one that does not. */
function cutBlocks(blocks: readonly Block[], maxTokens: number): Block[] {
  const kept: Block[] = [];
  let remaining = maxTokens;
  for (const block of blocks) {
    const tokens = estimateTokens(blockMarkdown(block));
    if (tokens > remaining) {
      const cut = cutBlock(block, remaining);
      if (cut !== undefined) kept.push(cut);
      break;
    }
    kept.push(block);
    remaining -= tokens;
  }
  return kept;
}

/** Undefined where not even a first line fits. */
function cutBlock(block: Block, maxTokens: number): Block | undefined {
  switch (block.kind) {
    case "paragraph": {
      const text = cutToTokens(block.text, maxTokens);
      return text === "" ? undefined : { ...block, text };
    }
    case "code": {
      const code = cutToTokens(block.code, maxTokens);
      return code === "" ? undefined : { ...block, code };
    }
    case "list": {
      const items = fittingStart(block.items, maxTokens, (item) => estimateTokens(item));
      return items.length === 0 ? undefined : { ...block, items };
    }
    case "table": {
      const rows = fittingStart(block.rows, maxTokens, (row) => estimateTokens(row.join(" | ")));
      return rows.length < 2 ? undefined : { ...block, rows };
    }
  }
}

function fittingStart<T>(values: readonly T[], maxTokens: number, tokensOf: (value: T) => number): T[] {
  let remaining = maxTokens;
  const end = values.findIndex((value) => (remaining -= tokensOf(value)) < 0);
  return values.slice(0, end === -1 ? values.length : end);
}
