/**
 * A component that is written on one line parses as a word of a paragraph. MDX lifts it out where nothing else stands in
 * that paragraph, and so does this for components that hold text: `<Aside title="Halt">Never pull it.</Aside>`.
 *
 * @see https://github.com/mdx-js/mdx/blob/main/packages/mdx/lib/plugin/remark-mark-and-unravel.js
 */
import type { Nodes, Paragraph, Parents, Root, RootContent } from "mdast";
import type {} from "remark-mdx";
import type { JsxElement } from "./jsx.ts";

const BLOCK_NAMES: ReadonlySet<string> = new Set([
  "details",
  "summary",
  "div",
  "section",
  "aside",
  "article",
]);

/** Changes the tree. */
export function unravelJsx(root: Root): void {
  const visit = (parent: Parents): void => {
    const children = parent.children as RootContent[];
    parent.children = children.flatMap((child) =>
      child.type === "paragraph" ? unravel(child) : [child],
    ) as typeof parent.children;
    for (const child of parent.children) if ("children" in child) visit(child);
  };
  visit(root);
}

function unravel(paragraph: Paragraph): RootContent[] {
  const parts = paragraph.children as Nodes[];
  if (!parts.some(isBlockElement) || !parts.every((part) => isBlockElement(part) || isSpace(part)))
    return [paragraph];
  return parts.filter(isBlockElement).map((element) => ({
    ...element,
    type: "mdxJsxFlowElement" as const,
    children: blocksOf(element) as never,
  }));
}

function blocksOf(element: JsxElement): RootContent[] {
  const children = element.children as Nodes[];
  const start = children.findIndex((child) => !isSpace(child));
  const first = children[start];
  // What a reader opens stands apart from what it opens.
  const isSummary = first !== undefined && isBlockElement(first) && first.name === "summary";
  const groups = isSummary ? [[first], children.slice(start + 1)] : [children];
  return groups
    .filter((group) => group.some((child) => !isSpace(child)))
    .flatMap((group) => {
      const paragraph = { type: "paragraph", children: group } as Paragraph;
      if (element.position !== undefined) paragraph.position = element.position;
      return unravel(paragraph);
    });
}

function isBlockElement(node: Nodes): node is Extract<Nodes, { type: "mdxJsxTextElement" }> {
  if (node.type !== "mdxJsxTextElement" || node.children.length === 0) return false;
  const name = node.name ?? "";
  return /^[A-Z]|\./.test(name) || BLOCK_NAMES.has(name);
}

function isSpace(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}
