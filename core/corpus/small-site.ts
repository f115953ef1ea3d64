import type { Chunk } from "./format.ts";

/** Passages of a site that is small. */
export const MAX_SMALL_SITE_PASSAGES = 60;

/** Where more passages than this share hold code, the site is documentation, however small. */
const MAX_CODE_SHARE = 0.1;

/** Whether chunks are of a site of a few pages, such as a shop has: statistics of words tell little there. */
export function isSmallSite(chunks: readonly Pick<Chunk, "blocks">[]): boolean {
  const withCode = chunks.filter(({ blocks }) => blocks.some(({ kind }) => kind === "code")).length;
  return chunks.length <= MAX_SMALL_SITE_PASSAGES && withCode <= chunks.length * MAX_CODE_SHARE;
}
