import type { Chunk } from "../../corpus/format.ts";
import { promptMarkdown } from "../../passage-text.ts";
import { estimateTokens } from "../../text/estimate-tokens.ts";

/** Chunks are read once and shown again and again. */
const counted = new WeakMap<Chunk, number>();

/** What a chunk's text costs in a prompt, headings and fences left out: {@link estimateTokens}. */
export function chunkTokens(chunk: Chunk): number {
  let tokens = counted.get(chunk);
  if (tokens === undefined) counted.set(chunk, (tokens = estimateTokens(promptMarkdown(chunk.blocks))));
  return tokens;
}
