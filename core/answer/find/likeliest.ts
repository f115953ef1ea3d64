import type { Passage } from "../generation-provider.ts";

/** Sources of one answer, as far as they are told before it. The widget shows four and "more"; a model reads more. */
export const SOURCES_PER_ANSWER = 6;

/**
 * Those passages that a visitor is told of and that quotations are made of, best first: of what was found, not of what
 * is only shown besides.
 */
export function likeliest(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(({ source, relativeScore }) => source.position <= SOURCES_PER_ANSWER && relativeScore > 0)
    .sort((a, b) => a.source.position - b.source.position);
}
