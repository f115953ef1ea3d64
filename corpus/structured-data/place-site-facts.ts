import type { Page } from "../page.ts";
import { countBlocksWords } from "../chunk/words.ts";
import { chunkSignature } from "../report/minhash.ts";

/**
 * Gives each fact about a site to one of the pages that say it: the one with the shortest address, which mostly is the
 * start page. Said by all of them, it would outweigh what they are about.
 */
export function placeSiteFacts(pages: readonly Page[]): Page[] {
  const holders = new Map<string, Page>();
  for (const page of pages) {
    for (const chunk of page.siteFacts) {
      const key = keyOf(chunk);
      const holder = holders.get(key);
      if (holder === undefined || page.url.length < holder.url.length) holders.set(key, page);
    }
  }
  return pages.map((page) => {
    const own = page.siteFacts.filter((chunk) => holders.get(keyOf(chunk)) === page);
    if (own.length === 0) return page;
    const words = own.map((chunk) => countBlocksWords(chunk.blocks));
    return {
      ...page,
      chunks: [...page.chunks, ...own],
      signatures: [...page.signatures, ...own.map((chunk) => chunkSignature(chunk.blocks))],
      chunkWords: [...page.chunkWords, ...words],
      words: words.reduce((sum, count) => sum + count, page.words),
    };
  });
}

function keyOf({ headingPath, blocks, language }: Page["siteFacts"][number]): string {
  return JSON.stringify([language, headingPath, blocks]);
}
