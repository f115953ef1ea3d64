/**
 * Pages that claim one address. A page that says that another is the original is a copy of it and left out, as long as
 * it is one: a theme with a slip names the same address on every page, and is not believed.
 */
import { createHash } from "node:crypto";
import { moveChunk } from "../chunk/chunk-page.ts";
import type { Page } from "../page.ts";
import type { SkippedFile } from "./collect-files.ts";

/** Copies have at least this share of the words of the original. */
const COPY_SHARE = 0.5;

export interface SettledPages {
  /** In the order in which they were given, each at an address of its own. */
  pages: Page[];
  skipped: SkippedFile[];
}

export function settleAddresses(given: readonly Page[]): SettledPages {
  const owners = new Map<string, Page>();
  for (const page of given) {
    const owner = owners.get(page.url);
    // Who lies there is its owner, not who says that it belongs there.
    if (owner === undefined || (owner.liesAt !== undefined && page.liesAt === undefined))
      owners.set(page.url, page);
  }
  const taken = new Set(owners.keys());
  const pages: Page[] = [];
  const skipped: SkippedFile[] = [];
  for (const page of given) {
    const owner = owners.get(page.url);
    if (owner === undefined || owner === page) pages.push(page);
    else if (page.liesAt !== undefined && !taken.has(page.liesAt) && !isCopy(page, owner)) {
      taken.add(page.liesAt);
      pages.push(movePage(page, page.liesAt));
    } else {
      skipped.push({
        path: page.path,
        reason: "same-url",
        detail: `${owner.path} is at ${owner.url} already`,
      });
    }
  }
  return { pages, skipped };
}

function isCopy(page: Page, owner: Page): boolean {
  const known = new Set(owner.chunks.map(({ blocks }) => hashOf(blocks)));
  const alike = page.chunks.reduce(
    (sum, { blocks }, index) => sum + (known.has(hashOf(blocks)) ? (page.chunkWords[index] ?? 0) : 0),
    0,
  );
  return alike >= page.words * COPY_SHARE;
}

/** Of the words alone: copies have anchors and marks of their own. */
function hashOf(blocks: Page["chunks"][number]["blocks"]): string {
  const words = JSON.stringify(blocks.map((block) => (block.kind === "paragraph" ? block.text : block)));
  return createHash("sha256").update(words).digest("base64");
}

function movePage(page: Page, url: string): Page {
  const { liesAt: _, ...rest } = page;
  const moved = (chunk: Page["chunks"][number]): Page["chunks"][number] => moveChunk(chunk, page.url, url);
  return { ...rest, url, chunks: page.chunks.map(moved), siteFacts: page.siteFacts.map(moved) };
}
