/** A page as one flat sequence of headings and blocks, in reading order: what the chunker works on. */
import type { Definition, FootnoteDefinition, Heading, List, Nodes, Root, RootContent, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Block } from "../../core/corpus/format.ts";
import type { DropReason } from "../formats/document.ts";
import type { HeadingSlugger } from "../generators/generator.ts";
import { itemText, listOf, paragraphOf, tableOf } from "./blocks.ts";
import { withoutBreadcrumbs } from "./breadcrumbs.ts";
import { readCode } from "./code-block.ts";
import { createMarkdownElements } from "./markdown-elements.ts";
import { findHeadingMark, UNSURE_ID } from "./heading-mark.ts";
import { headingParts } from "./heading-parts.ts";
import { inlineText, type InlineContext, type PageLink } from "./inline-text.ts";
import { iconName } from "./jsx-icons.ts";
import { codeText, tabLabels } from "./jsx-tabs.ts";
import { createDisclosureMarker, openDisclosures, readDisclosure } from "./disclosures.ts";
import { attributeText, isJsxElement, visibleFlowTexts, type JsxElement } from "./jsx.ts";
import { expressionText, readConstants } from "./jsx-values.ts";
import { DETAILS_END, LABEL_END, PANEL_END, SUMMARY_END, UNKNOWN_VALUE } from "./marks.ts";
import { settleOutline } from "./settle-outline.ts";
import { parseHtmlFragment } from "../html/fragment.ts";

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

/** Nested lists and quotes deeper than this are an attack or a mistake; their text is left out. */
const MAX_DEPTH = 60;

/** Elements that are blocks also where the grammar reads them as inline. */
const JSX_BLOCKS = new Set(
  "h1 h2 h3 h4 h5 h6 table ul ol li pre Code CodeBlock Card LinkCard Step Steps Accordion AccordionItem Callout".split(
    " ",
  ),
);

export interface OutlineContext {
  /** What the tree's positions refer to; absent where it was made of HTML. */
  source?: string;
  slugger: HeadingSlugger;
  /** Of the site, as `generator-names.ts` has it; default `plain`. */
  generator?: string;
  /** Of the front matter. */
  fields?: Readonly<Record<string, unknown>>;
  /** BCP 47, default `en`: what icons say is said in it. */
  language?: string;
  /** Reads a file by its path relative to the page. */
  include?: (path: string) => string | undefined;
  /** Told of text that a reader of the page sees, and that is in no item. */
  onDrop?: (reason: DropReason, text: string, kind?: "code" | "table") => void;
}

/** Longer ones are programs. */
const MAX_EXPRESSION_CHARS = 50_000;

type MdxFlowExpression = Extract<Nodes, { type: "mdxFlowExpression" }>;

function hasHeading(items: readonly OutlineItem[]): boolean {
  return items.some(({ kind }) => kind === "heading");
}

/** Turns a Markdown tree into headings and blocks. */
export function readOutline(root: Root, page: OutlineContext): Outline {
  const {
    source,
    slugger,
    generator,
    fields = {},
    include = () => undefined,
    language = "en",
    onDrop,
  } = page;
  const links: PageLink[] = [];
  const anchors = new Set<string>();
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  visit(root, (node) => {
    if (node.type === "definition") definitions.set(node.identifier.toLowerCase(), node);
    if (node.type === "footnoteDefinition") footnotes.set(node.identifier.toLowerCase(), node);
  });

  /** Footnotes of the block being read: they follow it, where their words belong. */
  let noted: string[] = [];
  let headingId: string | undefined;
  const base: InlineContext = {
    ...(source !== undefined && { source }),
    definitions,
    constants: readConstants(root, fields, include),
    onLink: (link) => links.push(link),
    onFootnote: (identifier) => noted.push(identifier),
    onAnchor: (id) => {
      anchors.add(id);
      headingId ??= id;
    },
  };
  let context = base;
  const elements = createMarkdownElements();
  const markDisclosures = createDisclosureMarker();
  const items: OutlineItem[] = [];
  const inline = (nodes: readonly Nodes[]): string => inlineText(nodes as RootContent[], context);

  const readAll = (nodes: readonly Nodes[], depth: number, parent: JsxElement | null = null): OutlineItem[] =>
    nodes.flatMap((node) => readNode(node, depth, parent));

  const readNode = (node: Nodes, depth: number, parent: JsxElement | null): OutlineItem[] => {
    if (depth > MAX_DEPTH) {
      onDrop?.("too-deep", toString(node));
      return [];
    }
    const read = readContent(node, depth, parent);
    const pending = depth === 0 ? noted : [];
    if (depth === 0) noted = [];
    for (const identifier of new Set(pending)) {
      const definition = footnotes.get(identifier);
      if (definition !== undefined) read.push(...readAll(definition.children, depth + 1));
    }
    return read;
  };

  const readContent = (node: Nodes, depth: number, parent: JsxElement | null): OutlineItem[] => {
    switch (node.type) {
      case "heading":
        return readHeading(node);
      case "paragraph":
        return readJsxBlocks(node.children, depth, parent) ?? paragraphOf(inline(node.children));
      case "code":
        return readCode(node, generator);
      case "list":
        return readList(node, depth);
      case "table":
        return readTable(node);
      case "html":
        elements.read(node.value);
        return readHtml(node.value, depth);
      case "leafDirective":
        return paragraphOf(node.children.length === 0 ? verbatim(node) : inline(node.children));
      case "mdxJsxFlowElement":
        return readJsx(node, depth, parent);
      case "mdxFlowExpression":
        return readExpression(node);
      case "definition":
      case "footnoteDefinition":
      case "thematicBreak":
      case "mdxjsEsm":
      case "yaml":
        return [];
      case "text":
        return paragraphOf(inline([node]));
      default:
        return "children" in node ? readAll(node.children, depth + 1, parent) : [];
    }
  };

  /** Elements on lines of their own are one paragraph to the grammar; to a reader they are blocks. */
  const readJsxBlocks = (
    nodes: readonly Nodes[],
    depth: number,
    parent: JsxElement | null,
  ): OutlineItem[] | undefined => {
    const visible = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
    const labels = parent === null ? undefined : tabLabels(parent, base.constants);
    const isBlocks = visible.every(
      (node) => isJsxElement(node) && (JSX_BLOCKS.has(node.name ?? "") || labels?.has(node)),
    );
    if (visible.length === 0 || !isBlocks) return undefined;
    return mergeLists(visible.flatMap((node) => (isJsxElement(node) ? readJsx(node, depth, parent) : [])));
  };

  const verbatim = (node: Nodes): string =>
    context.source?.slice(node.position?.start.offset, node.position?.end.offset).replace(/`/g, "'") ?? "";

  const readHeading = (node: Heading): OutlineItem[] => {
    const [only] = node.children;
    // docfx writes the tabs of a tab group as headings whose link names the tab.
    if (node.children.length === 1 && only?.type === "link" && only.url.startsWith("#tab/")) {
      return paragraphOf(`${inline(only.children)}${LABEL_END}`);
    }
    headingId = undefined;
    let text = inlineText(node.children, { ...context, isHeading: true }).replace(/\n/g, " ");
    const mark = findHeadingMark(text);
    if (mark !== undefined) text = text.slice(0, mark.start);
    const plainHeading = text.replace(/`/g, "");
    const customId = mark?.id ?? node.data?.htmlId ?? headingId;
    const slug =
      (mark?.id === UNSURE_ID
        ? undefined
        : slugger({
            text: plainHeading,
            source: headingSource(node),
            parts: headingParts(node.children, context.source),
            isElement: node.data?.isElement === true || context.source === undefined,
            isInElement: elements.isOpen,
            depth: node.depth,
            customId,
          })) ?? "";
    // Of a text that is only known when the site is built, nobody knows the id either.
    const anchor = text.includes(UNKNOWN_VALUE) && mark?.id !== UNSURE_ID ? (customId ?? "") : slug;
    if (anchor !== "") anchors.add(anchor);
    if (generator === "vitepress")
      text = text
        .replace(/\{\{[^{}]*\}\}/g, "")
        .replace(/ {2,}/g, " ")
        .trim();
    if (text === "") return [];
    return [{ kind: "heading", depth: node.depth, text, anchor }];
  };

  /** As it is written, without the marks of the heading. */
  const headingSource = (node: Heading): string => {
    const start = node.children[0]?.position?.start.offset;
    const end = node.children.at(-1)?.position?.end.offset;
    if (context.source === undefined || start === undefined || end === undefined) return toString(node);
    return context.source.slice(start, end);
  };

  /** What unfolds in an item of a list is a part of the item. */
  let insideItem = 0;
  const readItem = (children: readonly Nodes[], depth: number): OutlineItem[] => {
    insideItem += 1;
    try {
      return readAll(children, depth + 1);
    } finally {
      insideItem -= 1;
    }
  };

  const readList = (node: List, depth: number): OutlineItem[] => {
    const read = node.children.map((item) => readItem(item.children, depth));
    // Items with headings are sections of the page, one after the other, as they are in its HTML.
    if (read.some(hasHeading)) return read.flat();
    return listOf(read as Block[][], { ordered: node.ordered === true, first: node.start ?? 1 });
  };

  const readTable = (node: Table): Block[] => {
    const rows = node.children.map((row) => row.children.map((cell) => cellText(cell.children)));
    return tableOf(rows);
  };

  /** An icon is no text, but where a cell holds nothing else. */
  const cellText = (nodes: readonly Nodes[]): string => {
    const text = inline(nodes);
    const icon = text === "" ? iconName(nodes) : undefined;
    return icon === undefined ? text : `:${icon}:`;
  };

  /** A value of the page is text; a list that a program makes of data is lost, with the text that stands in it. */
  const readExpression = (node: MdxFlowExpression): OutlineItem[] => {
    const text = expressionText(node, base.constants);
    if (!text.includes(UNKNOWN_VALUE)) return paragraphOf(plain(text));
    const words = [...node.value.slice(0, MAX_EXPRESSION_CHARS).matchAll(/>([^<>{}]{1,1000})</g)].map(
      ([, word]) => word,
    );
    onDrop?.("unknown-value", words.join(" "));
    return [];
  };

  /** HTML between paragraphs. Its nodes have positions of their own, which mean nothing in this page. */
  const readHtml = (html: string, depth: number): OutlineItem[] => {
    if (/^\s*<!--[\s\S]*-->\s*$/.test(html)) return [];
    for (const match of html.matchAll(
      /<(?:a|span|div|p|section|h[1-6])\s[^>]*?\b(?:id|name)\s*=\s*["']([^"']+)["']/gi,
    )) {
      anchors.add(match[1] ?? "");
    }
    context = { ...base };
    delete context.source;
    try {
      const marked = insideItem === 0 ? markDisclosures(html) : html;
      return readAll(parseHtmlFragment(marked).children, depth + 1);
    } finally {
      context = base;
    }
  };

  const readJsx = (node: JsxElement, depth: number, parent: JsxElement | null): OutlineItem[] => {
    const name = node.name ?? "";
    const id = attributeText(node, "id");
    if (id !== undefined) anchors.add(id);
    if (name === "script" || name === "style" || name === "template") return [];
    if (/^h[1-6]$/.test(name)) {
      const heading = { type: "heading", depth: Number(name[1]), children: phrasing(node) } as Heading;
      heading.data = { isElement: true, ...(id !== undefined && { htmlId: id }) };
      return readHeading(heading);
    }
    if (name === "table")
      return tableOf(jsxRows(node).map((row) => row.map((cell) => cellText(cell.children))));
    if (name === "Code" || name === "pre") {
      const code = attributeText(node, "code");
      if (code !== undefined) return [{ kind: "code", language: attributeText(node, "lang") ?? "", code }];
    }
    if (name === "CodeBlock" || name === "Code") {
      const code = codeText(node, base.constants);
      const language = attributeText(node, "language") ?? attributeText(node, "lang") ?? "";
      const title = attributeText(node, "title") ?? "";
      if (code !== undefined && code !== "") {
        return [...paragraphOf(title === "" ? "" : `\`${plain(title)}\``), { kind: "code", language, code }];
      }
    }
    if (name === "li") {
      const isInline = node.type === "mdxJsxTextElement";
      const blocks = isInline ? [] : readItem(node.children, depth);
      if (hasHeading(blocks)) return blocks;
      const text = isInline ? inline(node.children) : itemText(blocks as Block[]);
      return text === "" ? [] : [{ kind: "list", ordered: parent?.name === "ol", items: [text] }];
    }
    const href = attributeText(node, "href") ?? attributeText(node, "to");
    if (href !== undefined) links.push({ target: href, text: attributeText(node, "title") ?? "" });
    const label = parent === null ? undefined : tabLabels(parent, base.constants)?.get(node);
    if (label !== undefined) {
      const panel = mergeLists(readAll(node.children, depth + 1, node));
      return [
        ...paragraphOf(`${plain(label)}${LABEL_END}`),
        ...panel,
        { kind: "paragraph", text: PANEL_END },
      ];
    }
    const disclosure = insideItem === 0 ? readDisclosure(node) : undefined;
    if (disclosure !== undefined) {
      const { title, id: ownId, content } = disclosure;
      const text = typeof title === "string" ? plain(title) : inline(title).replace(/\n/g, " ").trim();
      return [
        { kind: "paragraph", text: `${text}${SUMMARY_END}${ownId}` },
        ...mergeLists(readAll(content, depth + 1, node)),
        { kind: "paragraph", text: DETAILS_END },
      ];
    }
    const own = visibleFlowTexts(node).flatMap((text) => paragraphOf(plain(text)));
    const children = readAll(node.children, depth + 1, node);
    if (own.length === 0 && children.length === 0)
      return paragraphOf(plain(attributeText(node, "alt") ?? ""));
    return [...own, ...mergeLists(children)];
  };

  items.push(...readAll(withoutBreadcrumbs(root.children), 0));
  const drop = onDrop ?? ((): void => {});
  return { items: settleOutline(openDisclosures(items), { language, drop }), links, anchors: [...anchors] };
}

/** The first heading of the first depth, as its text. */
export function firstTopHeading(items: readonly OutlineItem[]): string | undefined {
  for (const item of items) if (item.kind === "heading" && item.depth === 1) return item.text;
  return undefined;
}

function plain(text: string): string {
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
