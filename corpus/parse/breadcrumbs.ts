/**
 * The path to a page that reference generators write above its heading: `[API](../README.md) / [shop](./) / Cart`.
 * In rendered pages it is furniture, and so it is in their sources.
 */
import { toString } from "mdast-util-to-string";
import type { Nodes, RootContent } from "mdast";

const MAX_CHARS = 300;
/** Stands for a link and its words. */
export const LINK = "\uFDD0";
const PATH = new RegExp(`^${LINK}(?:\\s*[/›»>•·|]\\s*(?:${LINK}|[^${LINK}/›»>•·|.!?]{1,80}))+$`);

/** Without paths above the heading of the page; whole where it begins with no such heading. */
export function withoutBreadcrumbs(nodes: readonly RootContent[]): readonly RootContent[] {
  const heading = nodes.findIndex((node) => node.type === "heading");
  const first = nodes[heading];
  if (first?.type !== "heading" || first.depth !== 1) return nodes;
  return nodes.filter((node, index) => index > heading || !isBreadcrumbs(node));
}

function isBreadcrumbs(node: RootContent): boolean {
  if (node.type !== "paragraph") return false;
  return isPath(node.children.map(shape).join(""));
}

/** Whether a line is a path, with {@link LINK} in the place of its links. */
export function isPath(line: string): boolean {
  const text = line.trim();
  return text.length <= MAX_CHARS && PATH.test(text);
}

/** A link stands for its words. An image says more than where one is. */
function shape(node: Nodes): string {
  if (node.type === "link" || node.type === "linkReference") {
    return node.children.some(({ type }) => type === "image" || type === "imageReference") ? "!" : LINK;
  }
  return node.type === "image" ? "!" : toString(node);
}
