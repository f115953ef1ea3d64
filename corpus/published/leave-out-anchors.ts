import type { Block, Chunk } from "../../core/corpus/format.ts";
import type { PublishedLinks } from "../artefact/links-file.ts";
import type { Page } from "../page.ts";
import { fragmentOf } from "./compare-published.ts";

export interface LeftOutLinks {
  /** As {@link PublishedLinks}. */
  against: string;
  checkedAt: string;
  /** Anchors that were left out: their passages open at the top of the page. */
  anchors: number;
  /** Pages of this build that are not published. */
  missingPages: string[];
}

/** Passages open at no place that is known not to be there. The pages are changed. */
export function leaveOutAnchors(pages: readonly Page[], links: PublishedLinks): LeftOutLinks {
  const { against, checkedAt } = links;
  let anchors = 0;
  for (const page of pages) {
    const missing = new Set(links.missingAnchors[page.url]);
    if (missing.size === 0) continue;
    const without = (block: Block): Block => {
      const { anchor } = block as { anchor?: string };
      if (anchor === undefined || !missing.has(anchor)) return block;
      anchors += 1;
      const { anchor: _, ...rest } = block as Block & { anchor?: string };
      return rest as Block;
    };
    page.chunks = page.chunks.map((chunk): Chunk => {
      const isMissing = missing.has(fragmentOf(chunk.url));
      if (isMissing) anchors += 1;
      const url = isMissing ? chunk.url.replace(/#.*$/s, "") : chunk.url;
      return { ...chunk, url, blocks: chunk.blocks.map(without) };
    });
  }
  const published = new Set(links.missingPages);
  const missingPages = pages.map(({ url }) => url).filter((url) => published.has(url));
  return { against, checkedAt, anchors, missingPages };
}
