/** A heading with the id that the site gives it. */
import type { Heading } from "mdast";
import { toString } from "mdast-util-to-string";
import { paragraphOf } from "./blocks.ts";
import { findHeadingMark, UNSURE_ID } from "./heading-mark.ts";
import { headingParts } from "./heading-parts.ts";
import { LABEL_END, UNKNOWN_VALUE } from "./marks.ts";
import type { NodeReader } from "./node-reader.ts";
import type { OutlineItem } from "./outline.ts";

export function readHeading(node: Heading, reader: NodeReader): OutlineItem[] {
  const [only] = node.children;
  // docfx writes the tabs of a tab group as headings whose link names the tab.
  if (node.children.length === 1 && only?.type === "link" && only.url.startsWith("#tab/")) {
    return paragraphOf(`${reader.inline(only.children)}${LABEL_END}`);
  }
  const read = reader.heading(node.children);
  let text = read.text.replace(/\n/g, " ");
  const mark = findHeadingMark(text);
  if (mark !== undefined) text = text.slice(0, mark.start);
  const customId = mark?.id ?? node.data?.htmlId ?? read.anchor;
  const anchor = anchorOf(node, { text, customId, isUnsure: mark?.id === UNSURE_ID }, reader);
  if (anchor !== "") reader.anchors.add(anchor);
  if (reader.generator === "vitepress")
    text = text
      .replace(/\{\{[^{}]*\}\}/g, "")
      .replace(/ {2,}/g, " ")
      .trim();
  return text === "" ? [] : [{ kind: "heading", depth: node.depth, text, anchor }];
}

interface HeadingId {
  text: string;
  customId: string | undefined;
  /** Whether the id that is written is only known when the site is built. */
  isUnsure: boolean;
}

/** "" where no id is sure. */
function anchorOf(node: Heading, { text, customId, isUnsure }: HeadingId, reader: NodeReader): string {
  if (isUnsure) return "";
  const { source, slugger, isInElement } = reader;
  const taken = reader.takenNames();
  // Asked for in any case: the headings below are numbered after this one.
  const slug = slugger({
    text: text.replace(/`/g, ""),
    source: headingSource(node, source),
    parts: headingParts(node.children, source),
    isElement: node.data?.isElement === true || source === undefined,
    isInElement,
    depth: node.depth,
    customId,
    takenBefore: taken.names,
    isLabelled: taken.endsWithLabel,
  });
  // Of a text that is only known when the site is built, nobody knows the id either.
  return (text.includes(UNKNOWN_VALUE) ? customId : slug) ?? "";
}

/** As it is written, without the marks of the heading. */
function headingSource(node: Heading, source: string | undefined): string {
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  if (source === undefined || start === undefined || end === undefined) return toString(node);
  return source.slice(start, end);
}
