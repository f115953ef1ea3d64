import type { Block } from "../../core/corpus/format.ts";
import { CONTINUATION_DEPTH, type OutlineItem } from "../parse/outline.ts";
import { countBlocksWords } from "./words.ts";

/**
 * A heading with what stands under it. The root is the page: it has no heading and no anchor. A part of a section that
 * goes on at another anchor has an anchor only.
 */
export interface Section {
  /** Plain text. */
  heading: string;
  /** As inline text of a block: code spans in backticks. */
  headingText: string;
  anchor: string;
  /** Of the heading. */
  depth: number;
  /** Headings of its path below the title, itself included. */
  level: number;
  /** {@link import("../parse/outline.ts").OutlineHeading} */
  standsAlone?: true;
  /** {@link import("../parse/outline.ts").OutlineHeading} */
  updatedOn?: string;
  /** Before the first heading inside this section. */
  blocks: Block[];
  children: Section[];
}

/**
 * Arranges a page's outline as a tree. The first heading is left out where it only repeats the title above all text, and
 * what stands below it then belongs to the page.
 */
export function sectionTree(items: readonly OutlineItem[], title: string): Section {
  const root: Section = {
    heading: "",
    headingText: "",
    anchor: "",
    depth: 0,
    level: 0,
    blocks: [],
    children: [],
  };
  const open: Section[] = [root];
  let isFirstHeading = true;
  let titleSeen = false;
  for (const item of items) {
    const current = open.at(-1) ?? root;
    if (item.kind !== "heading") {
      current.blocks.push(item);
      continue;
    }
    const isContinuation = item.text === "";
    const repeatsTitle: boolean =
      !titleSeen &&
      !isContinuation &&
      (item.depth === 1 || (isFirstHeading && root.blocks.length === 0)) &&
      comparable(item.text) === comparable(title);
    isFirstHeading &&= isContinuation;
    titleSeen ||= repeatsTitle;
    if (repeatsTitle) continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
    const parent = open.at(-1) ?? root;
    const section: Section = {
      heading: item.text.replace(/`/g, ""),
      headingText: item.text,
      anchor: item.anchor,
      depth: item.depth,
      level: parent.level + (isContinuation ? 0 : 1),
      ...(item.standsAlone === true && { standsAlone: true as const }),
      ...(item.updatedOn !== undefined && { updatedOn: item.updatedOn }),
      blocks: [],
      children: [],
    };
    parent.children.push(section);
    open.push(section);
  }
  return root;
}

/** Words of a section with everything below it, the headings inside it included. */
export function sectionWords(section: Section): number {
  return countBlocksWords(flatten(section));
}

/** A section as blocks: headings inside it become paragraphs, so that the text still reads as it was laid out. */
export function flatten(section: Section): Block[] {
  return [
    ...section.blocks,
    ...section.children.flatMap((child) => {
      const below = flatten(child);
      return below.length === 0 ? [] : withHeading(child, below);
    }),
  ];
}

/** Blocks below the section's heading, behind it; of a part that only goes on elsewhere the first says where. */
export function withHeading(
  { headingText, anchor, depth, level }: Section,
  below: readonly Block[],
): Block[] {
  const at = anchor === "" ? {} : { anchor };
  if (headingText !== "") {
    return [{ kind: "paragraph", text: headingText, isHeading: true, ...at, depth: level }, ...below];
  }
  const resumed = depth === CONTINUATION_DEPTH ? at : { ...at, resumesDepth: level };
  return below.map((block, index) => (index === 0 ? { ...resumed, ...block } : block));
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
