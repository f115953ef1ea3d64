/**
 * Headings with nothing below them. Page builders set sentences in them because they are large: a quotation, a telephone
 * number, what a product is good for. They are text of the section around them.
 */
import type { OutlineHeading, OutlineItem } from "../parse/outline.ts";

export interface BareHeadings {
  /** What stood below was left out, so that the heading has nothing more to say. */
  isEmptied: (heading: OutlineItem) => boolean;
  /** The heading names the page. */
  isTitle: (text: string) => boolean;
}

export function bareHeadingsAsText(
  items: readonly OutlineItem[],
  { isEmptied, isTitle }: BareHeadings,
): OutlineItem[] {
  const title = items.find((item) => item.kind === "heading" && (item.depth === 1 || isTitle(item.text)));
  return items.flatMap((item, index): OutlineItem[] => {
    if (item.kind !== "heading" || item.text === "" || item === title || isEmptied(item)) return [item];
    if (!isBare(item, items[index + 1])) return [item];
    // It ends the section before it, and opens by its own id where it has one.
    return [
      { kind: "heading", depth: item.depth, text: "", anchor: item.anchor },
      { kind: "paragraph", text: item.text },
    ];
  });
}

function isBare({ depth }: OutlineHeading, next: OutlineItem | undefined): boolean {
  return next === undefined || (next.kind === "heading" && next.text !== "" && next.depth <= depth);
}
