/** A page as one flat sequence of headings and blocks, in reading order: what the chunker works on. */
import type { Block } from "../../core/corpus/format.ts";
import type { PageLink } from "./inline-text.ts";

/**
 * Depth of a heading without text: the section above goes on at an anchor of its own, such as the next page of a
 * printed document. Deeper than every heading, so that the next one ends it. One that is less deep ends the sections
 * of its depth, and goes on with the one around them.
 */
export const CONTINUATION_DEPTH = 100;

export interface OutlineHeading {
  kind: "heading";
  /** 1 to 6; of terms that are defined inside of others more. */
  depth: number;
  text: string;
  /** The id that the site gives the heading; "" where none is sure. */
  anchor: string;
  /** A section that is never merged with others, however short it is: a release, an operation, a question. */
  standsAlone?: true;
  /** Of the section's last change, ISO 8601 date, where it differs from the page's: the day of a release. */
  updatedOn?: string;
}

export type OutlineItem = OutlineHeading | Block;

export interface Outline {
  items: OutlineItem[];
  links: PageLink[];
  /** Every id that a link to this page may name. */
  anchors: string[];
}

/** Behind more headings than these one of the first depth is a chapter, and not what the page is called. */
const MAX_HEADINGS_ABOVE_TITLE = 3;

/** The first heading of the first depth, as its text: the page's own. */
export function firstTopHeading(items: readonly OutlineItem[]): string | undefined {
  let above = 0;
  for (const item of items) {
    if (item.kind !== "heading") continue;
    if (item.depth === 1) return item.text;
    if (++above > MAX_HEADINGS_ABOVE_TITLE) return undefined;
  }
  return undefined;
}

/** The item with every text of it changed; code stays. */
export function mapText(item: OutlineItem, change: (text: string) => string): OutlineItem {
  switch (item.kind) {
    case "heading":
    case "paragraph":
      return { ...item, text: change(item.text) };
    case "list":
      return { ...item, items: item.items.map(change) };
    case "table":
      return { ...item, rows: item.rows.map((row) => row.map(change)) };
    case "code":
      return item;
  }
}
