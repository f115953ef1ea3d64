/** Components and elements: MDX's own, and those that HTML in a page is parsed to. */
import type { Heading, Nodes, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { Block } from "../../core/corpus/format.ts";
import { listOf, paragraphOf, tableOf } from "./blocks.ts";
import { readDisclosure } from "./disclosures.ts";
import { codeText, tabLabels } from "./jsx-tabs.ts";
import { attributeText, isJsxElement, visibleFlowTexts, type JsxElement } from "./jsx.ts";
import { DETAILS_END, LABEL_END, PANEL_END, SUMMARY_END } from "./marks.ts";
import type { NodeReader } from "./node-reader.ts";
import type { OutlineItem } from "./outline.ts";
import { packageManagerBlocks } from "./package-managers.ts";
import { readHeading } from "./read-heading.ts";

/** Elements that are blocks also where the grammar reads them as inline. */
const JSX_BLOCKS = new Set(
  "h1 h2 h3 h4 h5 h6 table ul ol li pre Code CodeBlock Card LinkCard Step Steps Accordion AccordionItem Callout".split(
    " ",
  ),
);

/**
 * Elements on lines of their own are one paragraph to the grammar; to a reader they are blocks. Undefined where the nodes
 * are a paragraph indeed.
 */
export function readJsxBlocks(
  nodes: readonly Nodes[],
  depth: number,
  parent: JsxElement | undefined,
  reader: NodeReader,
): OutlineItem[] | undefined {
  const visible = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const labels = parent === undefined ? undefined : tabLabels(parent, reader.constants);
  const isBlocks = visible.every(
    (node) => isJsxElement(node) && (JSX_BLOCKS.has(node.name ?? "") || labels?.has(node)),
  );
  if (visible.length === 0 || !isBlocks) return undefined;
  return mergeLists(
    visible.flatMap((node) => (isJsxElement(node) ? readJsx(node, depth, parent, reader) : [])),
  );
}

export function readJsx(
  node: JsxElement,
  depth: number,
  parent: JsxElement | undefined,
  reader: NodeReader,
): OutlineItem[] {
  const name = node.name ?? "";
  const id = attributeText(node, "id");
  if (id !== undefined) reader.anchors.add(id);
  if (name === "script" || name === "style" || name === "template") return [];
  if (/^h[1-6]$/.test(name)) {
    const heading = { type: "heading", depth: Number(name[1]), children: phrasing(node) } as Heading;
    heading.data = { isElement: true, ...(id !== undefined && { htmlId: id }) };
    return readHeading(heading, reader);
  }
  if (name === "table")
    return tableOf(jsxRows(node).map((row) => row.map((cell) => reader.cell(cell.children))));
  const code = readJsxCode(node, reader) ?? packageManagerBlocks(node);
  if (code !== undefined) return code;
  if (name === "li") return readJsxItems([node], depth, reader);
  const items = name === "ol" || name === "ul" ? itemsOf(node) : undefined;
  if (items !== undefined) {
    const first = Number(attributeText(node, "start") ?? 1);
    return readJsxItems(items, depth, reader, { ordered: name === "ol", first });
  }
  const href = attributeText(node, "href") ?? attributeText(node, "to");
  if (href !== undefined) reader.links.push({ target: href, text: attributeText(node, "title") ?? "" });
  const label = parent === undefined ? undefined : tabLabels(parent, reader.constants)?.get(node);
  if (label !== undefined) {
    return [
      ...paragraphOf(`${plain(label)}${LABEL_END}`),
      ...mergeLists(reader.readAll(node.children, depth + 1, node)),
      { kind: "paragraph", text: PANEL_END },
    ];
  }
  const disclosure = reader.isInItem ? undefined : readDisclosure(node);
  if (disclosure !== undefined) {
    const { title, id: ownId, content } = disclosure;
    const text = typeof title === "string" ? plain(title) : reader.inline(title).replace(/\n/g, " ").trim();
    return [
      { kind: "paragraph", text: `${text}${SUMMARY_END}${ownId}` },
      ...mergeLists(reader.readAll(content, depth + 1, node)),
      { kind: "paragraph", text: DETAILS_END },
    ];
  }
  const own = visibleFlowTexts(node).flatMap((text) => paragraphOf(plain(text)));
  const children = reader.readAll(node.children, depth + 1, node);
  if (own.length === 0 && children.length === 0) return paragraphOf(plain(attributeText(node, "alt") ?? ""));
  return [...own, ...mergeLists(children)];
}

/** Undefined where the element shows no code. */
function readJsxCode(node: JsxElement, { constants }: NodeReader): OutlineItem[] | undefined {
  const name = node.name ?? "";
  if (name === "Code" || name === "pre") {
    const code = attributeText(node, "code");
    if (code !== undefined) return [{ kind: "code", language: attributeText(node, "lang") ?? "", code }];
  }
  if (name !== "CodeBlock" && name !== "Code") return undefined;
  const code = codeText(node, constants);
  if (code === undefined || code === "") return undefined;
  const language = attributeText(node, "language") ?? attributeText(node, "lang") ?? "";
  const title = attributeText(node, "title") ?? "";
  return [...paragraphOf(title === "" ? "" : `\`${plain(title)}\``), { kind: "code", language, code }];
}

/** Undefined where something else than items is in the list, such as what a program makes of data. */
function itemsOf(list: JsxElement): JsxElement[] | undefined {
  const children = (list.children as Nodes[])
    .flatMap((child) => (child.type === "paragraph" ? (child.children as Nodes[]) : [child]))
    .filter((child) => child.type !== "text" || child.value.trim() !== "");
  const items = children.filter((child): child is JsxElement => isJsxElement(child) && child.name === "li");
  return items.length > 0 && items.length === children.length ? items : undefined;
}

/** A list, or the sections that stand in it. */
function readJsxItems(
  items: readonly JsxElement[],
  depth: number,
  reader: NodeReader,
  list: { ordered: boolean; first?: number } = { ordered: false },
): OutlineItem[] {
  const read = items.map((item) => {
    const id = attributeText(item, "id");
    if (id !== undefined) reader.anchors.add(id);
    // A block in it makes an item on one line a flow of blocks.
    if (item.type === "mdxJsxFlowElement") return reader.readItem(item.children, depth);
    return paragraphOf(reader.inline(item.children));
  });
  if (read.some((blocks) => blocks.some(({ kind }) => kind === "heading"))) return read.flat();
  return listOf(read as Block[][], list);
}

/** Text of an attribute: a backtick in it marks no code. */
export function plain(text: string): string {
  return text.replace(/`/g, "'").replace(/\s+/g, " ").trim();
}

/** `<li>` elements are read one by one; those next to each other are one list. */
function mergeLists(items: readonly OutlineItem[]): OutlineItem[] {
  const merged: OutlineItem[] = [];
  for (const item of items) {
    const last = merged.at(-1);
    if (
      item.kind === "list" &&
      last?.kind === "list" &&
      last.ordered === item.ordered &&
      item.items.length === 1
    ) {
      merged[merged.length - 1] = { ...last, items: [...last.items, ...item.items] };
    } else {
      merged.push(item);
    }
  }
  return merged;
}

function phrasing(node: JsxElement): RootContent[] {
  const children = node.children as RootContent[];
  return children.flatMap((child) => (child.type === "paragraph" ? child.children : [child]));
}

function jsxRows(node: JsxElement): JsxElement[][] {
  const rows: JsxElement[][] = [];
  visit(node as Nodes, (child) => {
    if (isJsxElement(child) && child.name === "tr") {
      const cells: JsxElement[] = [];
      visit(child as Nodes, (cell) => {
        if (isJsxElement(cell) && (cell.name === "td" || cell.name === "th")) cells.push(cell);
      });
      rows.push(cells);
    }
  });
  return rows;
}
