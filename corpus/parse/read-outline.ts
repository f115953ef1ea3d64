/** Turns a Markdown tree into an outline: headings and blocks, in reading order. */
import type { Definition, FootnoteDefinition, List, Nodes, Root, RootContent, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Block } from "../../core/corpus/format.ts";
import type { DropReason } from "../formats/document.ts";
import type { HeadingSlugger } from "../generators/generator.ts";
import { parseHtmlFragment } from "../html/fragment.ts";
import { isBadgeRow } from "./badges.ts";
import { imagesAlone } from "./images-alone.ts";
import { listOf, paragraphOf, tableOf } from "./blocks.ts";
import { withoutBreadcrumbs } from "./breadcrumbs.ts";
import { readCode } from "./code-block.ts";
import { createDisclosureMarker, openDisclosures } from "./disclosures.ts";
import { inlineText, type InlineContext, type PageLink } from "./inline-text.ts";
import { iconName } from "./jsx-icons.ts";
import { expressionText, readConstants, type PageConstants } from "./jsx-values.ts";
import type { JsxElement } from "./jsx.ts";
import { createMarkdownElements } from "./markdown-elements.ts";
import { UNKNOWN_VALUE } from "./marks.ts";
import type { HeadingText, NodeReader, TakenNames } from "./node-reader.ts";
import type { Outline, OutlineItem } from "./outline.ts";
import { readHeading } from "./read-heading.ts";
import { plain, readJsx, readJsxBlocks } from "./read-jsx.ts";
import { settleOutline } from "./settle-outline.ts";

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

export function readOutline(root: Root, context: OutlineContext): Outline {
  const { language = "en", onDrop: drop = (): void => {} } = context;
  const reader = new OutlineReader(root, { ...context, onDrop: drop });
  const items = reader.readAll(withoutBreadcrumbs(root.children), 0);
  return {
    items: settleOutline(openDisclosures(items), { language, drop }),
    links: reader.links,
    anchors: [...reader.anchors],
  };
}

/** Nested lists and quotes deeper than this are an attack or a mistake; their text is left out. */
const MAX_DEPTH = 60;

/** Longer ones are programs. */
const MAX_EXPRESSION_CHARS = 50_000;

type MdxFlowExpression = Extract<Nodes, { type: "mdxFlowExpression" }>;

class OutlineReader implements NodeReader {
  readonly generator: string | undefined;
  readonly slugger: HeadingSlugger;
  readonly constants: PageConstants;
  readonly links: PageLink[] = [];
  readonly anchors = new Set<string>();
  readonly #drop: NonNullable<OutlineContext["onDrop"]>;
  readonly #footnotes = new Map<string, FootnoteDefinition>();
  readonly #elements = createMarkdownElements();
  readonly #markDisclosures = createDisclosureMarker();
  /** Footnotes of the block being read: they follow it, where their words belong. */
  #noted: string[] = [];
  /** Names that ids are taken for. */
  #taken: string[] = [];
  #isLabelled = false;
  #openItems = 0;
  #context: InlineContext;

  constructor(root: Root, page: OutlineContext & { onDrop: NonNullable<OutlineContext["onDrop"]> }) {
    const { source, slugger, generator, fields = {}, include = () => undefined, onDrop } = page;
    this.generator = generator;
    this.slugger = slugger;
    this.#drop = onDrop;
    const definitions = new Map<string, Definition>();
    visit(root, (node) => {
      if (node.type === "definition") definitions.set(node.identifier.toLowerCase(), node);
      if (node.type === "footnoteDefinition") this.#footnotes.set(node.identifier.toLowerCase(), node);
    });
    this.constants = readConstants(root, fields, include);
    this.#context = {
      ...(source !== undefined && { source }),
      definitions,
      constants: this.constants,
      onLink: (link) => this.links.push(link),
      onFootnote: (identifier) => {
        this.#noted.push(identifier);
        this.#taken.push("");
      },
      onAnchor: (id) => this.anchors.add(id),
      onLabel: (label) => {
        this.#taken.push(label);
        this.#isLabelled = true;
      },
    };
  }

  get source(): string | undefined {
    return this.#context.source;
  }

  get isInElement(): boolean {
    return this.#elements.isOpen;
  }

  get isInItem(): boolean {
    return this.#openItems > 0;
  }

  readAll(nodes: readonly Nodes[], depth: number, parent?: JsxElement): OutlineItem[] {
    return nodes.flatMap((node) => this.#readNode(node, depth, parent));
  }

  readItem(nodes: readonly Nodes[], depth: number): OutlineItem[] {
    this.#openItems += 1;
    try {
      return this.readAll(nodes, depth + 1);
    } finally {
      this.#openItems -= 1;
    }
  }

  inline(nodes: readonly Nodes[]): string {
    return inlineText(nodes as RootContent[], this.#context);
  }

  heading(nodes: readonly Nodes[]): HeadingText {
    let anchor: string | undefined;
    const onAnchor = (id: string): void => {
      this.anchors.add(id);
      anchor ??= id;
    };
    const text = inlineText(nodes as RootContent[], { ...this.#context, isHeading: true, onAnchor });
    return { text, anchor };
  }

  takenNames(): TakenNames {
    const taken = { names: this.#taken, endsWithLabel: this.#isLabelled };
    this.#taken = [];
    this.#isLabelled = false;
    return taken;
  }

  /** An icon is no text, but where a cell holds nothing else. */
  cell(nodes: readonly Nodes[]): string {
    const text = this.inline(nodes);
    const icon = text === "" ? iconName(nodes) : undefined;
    return icon === undefined ? text : `:${icon}:`;
  }

  #readNode(node: Nodes, depth: number, parent: JsxElement | undefined): OutlineItem[] {
    if (depth > MAX_DEPTH) {
      this.#drop("too-deep", toString(node));
      return [];
    }
    const read = this.#readContent(node, depth, parent);
    if (depth > 0) return read;
    if (read.length > 0) this.#isLabelled = false;
    const noted = new Set(this.#noted);
    this.#noted = [];
    for (const identifier of noted) {
      const definition = this.#footnotes.get(identifier);
      // Once: a page may refer to one from every row of a table.
      this.#footnotes.delete(identifier);
      if (definition !== undefined) read.push(...this.readAll(definition.children, depth + 1));
    }
    return read;
  }

  #readContent(node: Nodes, depth: number, parent: JsxElement | undefined): OutlineItem[] {
    switch (node.type) {
      case "heading":
        return readHeading(node, this);
      case "paragraph":
        if (isBadgeRow(node.children)) return [];
        return asPictures(
          node,
          readJsxBlocks(node.children, depth, parent, this) ?? paragraphOf(this.inline(node.children)),
        );
      case "code":
        return readCode(node, this.generator);
      case "list":
        return this.#readList(node, depth);
      case "table":
        return this.#readTable(node);
      case "html":
        this.#elements.read(node.value);
        return this.#readHtml(node.value, depth);
      case "leafDirective":
        return paragraphOf(node.children.length === 0 ? this.#verbatim(node) : this.inline(node.children));
      case "mdxJsxFlowElement":
        return asPictures(node, readJsx(node, depth, parent, this));
      case "mdxFlowExpression":
        return this.#readExpression(node);
      case "definition":
      case "footnoteDefinition":
      case "thematicBreak":
      case "mdxjsEsm":
      case "yaml":
        return [];
      case "text":
        return paragraphOf(this.inline([node]));
      default:
        return "children" in node ? this.readAll(node.children, depth + 1, parent) : [];
    }
  }

  #verbatim({ position }: Nodes): string {
    return this.source?.slice(position?.start.offset, position?.end.offset).replace(/`/g, "'") ?? "";
  }

  #readList(node: List, depth: number): OutlineItem[] {
    const read = node.children.map((item) => this.readItem(item.children, depth));
    // Items with headings are sections of the page, one after the other, as they are in its HTML.
    if (read.some((items) => items.some(({ kind }) => kind === "heading"))) return read.flat();
    return listOf(read as Block[][], { ordered: node.ordered === true, first: node.start ?? 1 });
  }

  #readTable(node: Table): Block[] {
    return tableOf(node.children.map((row) => row.children.map((cell) => this.cell(cell.children))));
  }

  /** A value of the page is text; a list that a program makes of data is lost, with the text that stands in it. */
  #readExpression(node: MdxFlowExpression): OutlineItem[] {
    const text = expressionText(node, this.constants);
    if (!text.includes(UNKNOWN_VALUE)) return paragraphOf(plain(text));
    const words = [...node.value.slice(0, MAX_EXPRESSION_CHARS).matchAll(/>([^<>{}]{1,1000})</g)].map(
      ([, word]) => word,
    );
    this.#drop("unknown-value", words.join(" "));
    return [];
  }

  /** HTML between paragraphs. Its nodes have positions of their own, which mean nothing in this page. */
  #readHtml(html: string, depth: number): OutlineItem[] {
    if (/^\s*<!--[\s\S]*-->\s*$/.test(html)) return [];
    for (const match of html.matchAll(
      /<(?:a|span|div|p|section|h[1-6])\s[^>]*?\b(?:id|name)\s*=\s*["']([^"']+)["']/gi,
    )) {
      this.anchors.add(match[1] ?? "");
    }
    const outer = this.#context;
    const { source: _, ...withoutSource } = outer;
    this.#context = withoutSource;
    try {
      const marked = this.isInItem ? html : this.#markDisclosures(html);
      return this.readAll(parseHtmlFragment(marked).children, depth + 1);
    } finally {
      this.#context = outer;
    }
  }
}

/** What is read of images alone is what they are called. */
function asPictures(node: Nodes, items: OutlineItem[]): OutlineItem[] {
  if (imagesAlone([node]).length === 0) return items;
  return items.map((item) => (item.kind === "paragraph" ? { ...item, isPicture: true } : item));
}
