import { passageMarkdown } from "../passage-text.ts";
import type { Passage } from "./generation-provider.ts";

/** About 4,000 tokens of passages: more costs money and attention, and rarely answers. */
export const PROMPT_PASSAGES_MAX_CHARS = 16_000;

/**
 * The passages that a prompt has room for, best first, numbered anew: a position that a model never saw must
 * not be one that it can cite. At least one; where even that is too long, the prompt cuts it.
 */
export function fitPassages(passages: readonly Passage[], maxChars = PROMPT_PASSAGES_MAX_CHARS): Passage[] {
  const fitting: Passage[] = [];
  let remaining = maxChars;
  for (const passage of passages) {
    const chars = passageMarkdown(passage.chunk.blocks).length;
    if (chars > remaining && fitting.length > 0) continue;
    fitting.push({ ...passage, source: { ...passage.source, position: fitting.length + 1 } });
    remaining -= chars;
    if (remaining <= 0) break;
  }
  return fitting;
}
