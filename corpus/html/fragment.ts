/** HTML that stands inside Markdown, where every element but machinery was put by the author. */
import type { Element, Root as HtmlRoot } from "hast";
import type { Heading, Root } from "mdast";
import rehypeRemark from "rehype-remark";
import { unified } from "unified";
import { parseFragment } from "./parse-page.ts";
import { isBlockName } from "./elements.ts";
import { attribute, elementChildren, findElement, headingDepth, isElement, type Parent } from "./tree.ts";

declare module "mdast" {
  interface HeadingData {
    /** The `id` that the HTML gave the heading. */
    htmlId?: string;
    /** True where it was written as an element in MDX. */
    isElement?: true;
  }
}

const toMarkdownTree = unified()
  .use(rehypeRemark, {
    handlers: Object.fromEntries(
      ([1, 2, 3, 4, 5, 6] as const).map((depth) => [
        `h${depth}`,
        (state: { all(node: Element): unknown[] }, node: Element): Heading => {
          const id = headingId(node);
          return {
            type: "heading",
            depth,
            children: state.all(node) as Heading["children"],
            ...(id !== undefined && { data: { htmlId: id } }),
          };
        },
      ]),
    ),
  })
  .freeze();

/** Never text of the page. */
const MACHINERY = new Set(
  (
    "script style template noscript svg iframe object embed canvas audio video link meta input select textarea button " +
    "dialog head"
  ).split(" "),
);

export function parseHtmlFragment(source: string): Root {
  const fragment: HtmlRoot = parseFragment(source);
  removeUnseen(fragment);
  settleTables(fragment);
  return toMarkdownTree.runSync(fragment) as unknown as Root;
}

function removeUnseen(node: Parent): void {
  const kept = (node.children as HtmlRoot["children"]).filter(
    (child) =>
      child.type !== "comment" &&
      child.type !== "doctype" &&
      !(child.type === "element" && (MACHINERY.has(child.tagName) || isUnseen(child))),
  );
  node.children = kept as typeof node.children;
  for (const child of kept) if (child.type === "element") removeUnseen(child);
}

function isUnseen(element: Element): boolean {
  return (
    attribute(element, "hidden") !== undefined ||
    attribute(element, "ariaHidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, "style") ?? "")
  );
}

/**
 * Tables that lay text out are no tables, as in whole pages; what stands on lines of its own in a cell of others stays so.
 *
 * @returns whether a heading stands below.
 */
function settleTables(parent: Parent): boolean {
  let hasHeading = false;
  for (const child of elementChildren(parent)) {
    const holdsHeading = settleTables(child);
    if (child.tagName === "table") {
      const role = attribute(child, "role");
      if (holdsHeading || role === "presentation" || role === "none") unmakeTable(child);
    } else if (child.tagName === "td" || child.tagName === "th") separateBlocks(child);
    if (holdsHeading || headingDepth(child) !== undefined) hasHeading = true;
  }
  return hasHeading;
}

const TABLE_PARTS: ReadonlySet<string> = new Set("caption colgroup thead tbody tfoot tr td th".split(" "));

function unmakeTable(part: Element): void {
  part.tagName = "div";
  for (const child of elementChildren(part)) if (TABLE_PARTS.has(child.tagName)) unmakeTable(child);
}

function separateBlocks(cell: Element): void {
  const children: Element["children"] = [];
  /** What was last read that is not white space. */
  let before: Element["children"][number] | undefined;
  for (const child of cell.children) {
    if (child.type === "text" && !/\S/.test(child.value)) {
      children.push(child);
      continue;
    }
    if (before !== undefined && (standsAlone(before) || standsAlone(child)))
      children.push({ type: "element", tagName: "br", properties: {}, children: [] });
    children.push(child);
    before = child;
  }
  cell.children = children;
}

function standsAlone(node: Element["children"][number]): boolean {
  return isElement(node) && isBlockName(node.tagName) && node.tagName !== "br";
}

/** Of the heading itself, or of an anchor inside it. */
function headingId(heading: Element): string | undefined {
  const own = idOf(heading);
  if (own !== undefined) return own;
  const inside = findElement(heading, (element) => idOf(element) !== undefined);
  return inside === undefined ? undefined : idOf(inside);
}

function idOf(element: Element): string | undefined {
  const id = attribute(element, "id") ?? (element.tagName === "a" ? attribute(element, "name") : undefined);
  return id === "" ? undefined : id;
}
