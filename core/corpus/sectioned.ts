import type { Chunk } from "./format.ts";

/** Pages of a site with sections; an encyclopaedia's paragraphs have none. */
const SECTIONED_SHARE = 0.5;

/** Whether chunks are of pages with headings, lists, code: such as people write to be looked things up in. */
export function areSectionedChunks(chunks: readonly Pick<Chunk, "headingPath" | "blocks">[]): boolean {
  const sectioned = chunks.filter(
    ({ headingPath, blocks }) => headingPath.length > 0 || blocks.length > 1,
  ).length;
  return chunks.length > 0 && sectioned >= chunks.length * SECTIONED_SHARE;
}
