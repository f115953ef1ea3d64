/** What belongs to a sentence besides: the list that it announces, the code of an instruction. */
import type { Block } from "../../corpus/format.ts";
import { blockMarkdown } from "../../passage-text.ts";
import { isLabel } from "../../text/sentences.ts";
import type { QuestionType } from "../understand/question-type.ts";
import type { ScoredSentence } from "./rank-sentences.ts";
import { isImportsOnly } from "./sentence-patterns.ts";

/** Larger blocks are left to the page: the sentence that introduces them is cited, one click away. */
const MAX_BLOCK_CHARS = 2400;

/** Code belongs to a sentence that stands at most so many blocks before it. */
const CODE_WITHIN_BLOCKS = 3;

/** The block that belongs to what a sentence says, by its index: what it announces, or the code of a how-to. */
export function followingBlock(
  blocks: readonly Block[],
  sentence: ScoredSentence,
  type: QuestionType,
): number | undefined {
  let index = sentence.blockIndex + 1;
  if (isLabel(blocks[index]) && blocks[index + 1]?.kind === "code") index++;
  const next = blocks[index];
  if (sentence.endsBlock && sentence.introduces) {
    return next === undefined || next.kind === "paragraph" || !fits(next) ? undefined : index;
  }
  if (type !== "how-to" && type !== "code") return undefined;
  for (let at = sentence.blockIndex + 1; at <= sentence.blockIndex + CODE_WITHIN_BLOCKS; at++) {
    const block = blocks[at];
    const isStep = block?.kind === "code" || (block?.kind === "list" && block.ordered);
    if (block?.kind === "code" && isImportsOnly(block.code)) continue;
    if (block !== undefined && isStep) return fits(block) ? at : undefined;
  }
  return undefined;
}

/** Whether a block is short enough to be quoted as it is. */
export function fits(block: Block): boolean {
  return blockMarkdown(block).length <= MAX_BLOCK_CHARS;
}
