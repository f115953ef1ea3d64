/**
 * Tokens to DOM nodes, by `createElement` and `createTextNode` alone. Safe by construction: an element that is
 * not made here cannot appear, no HTML string is ever parsed, and an attribute comes from a fixed list. Raw
 * HTML and images of an answer are shown as text.
 */
import type { Source } from "../../core/protocol.ts";
import { decodeReferences } from "../../core/text/character-references.ts";
import { safeUrl } from "../safe-url.ts";
import type { AnswerLabels } from "./answer-labels.ts";
import type { CitationToken, Token, Tokens } from "./markdown-lexer.ts";

/** Deeper lists and quotes are flattened to text: deep enough for every page, shallow enough for a phone. */
const MAX_DEPTH = 12;

/** A page's own headings are h1 and h2: an answer's begin at h3. */
const HEADING_OFFSET = 2;

export interface BlockContext {
  sources: ReadonlyMap<number, Source>;
  /** Absolute URLs of the sources: the only ones that become links. */
  sourceUrls: ReadonlySet<string>;
  labels: AnswerLabels;
}

/** Builds one block; undefined for tokens that show nothing (white space, definitions). */
export function buildBlock(token: Token, context: BlockContext, depth = 0): HTMLElement | undefined {
  switch (token.type) {
    case "space":
    case "def":
      return undefined;
    case "heading": {
      const level = Math.min(6, (token as Tokens.Heading).depth + HEADING_OFFSET) as 3 | 4 | 5 | 6;
      return withInline(element(`h${level}`), token.tokens, context);
    }
    case "code":
      return buildCode(token as Tokens.Code, context.labels);
    case "hr":
      return element("hr");
    case "blockquote":
      return withBlocks(element("blockquote"), token, context, depth);
    case "list":
      return buildList(token as Tokens.List, context, depth);
    case "table":
      return buildTable(token as Tokens.Table, context);
    case "paragraph":
    case "text":
      return withInline(element("p"), token.tokens ?? [token], context);
    default:
      return buildPlainText(token.raw.trim());
  }
}

/** A block that is shown as it was written. */
export function buildPlainText(text: string): HTMLElement {
  const paragraph = element("p", "plain");
  paragraph.append(text);
  return paragraph;
}

function withBlocks(parent: HTMLElement, token: Token, context: BlockContext, depth: number): HTMLElement {
  if (depth >= MAX_DEPTH) {
    parent.append(token.raw);
    return parent;
  }
  for (const child of (token as { tokens?: Token[] }).tokens ?? []) {
    const block = buildBlock(child, context, depth + 1);
    if (block) parent.append(block);
  }
  return parent;
}

function buildList(token: Tokens.List, context: BlockContext, depth: number): HTMLElement {
  const list = element(token.ordered ? "ol" : "ul");
  if (token.ordered && token.start !== 1 && Number.isSafeInteger(token.start)) {
    list.setAttribute("start", String(token.start));
  }
  for (const item of token.items) {
    const entry = element("li", item.task ? "task" : "");
    if (item.task) entry.append(item.checked ? "\u2611 " : "\u2610 ");
    if (item.loose || depth >= MAX_DEPTH) withBlocks(entry, item, context, depth);
    else {
      for (const child of item.tokens) {
        // A tight item's text stands in the item itself, without a paragraph around it.
        if (child.type === "text") appendInline(entry, child.tokens ?? [child], context);
        else if (child.type !== "checkbox") entry.append(buildBlock(child, context, depth + 1) ?? "");
      }
    }
    list.append(entry);
  }
  return list;
}

function buildTable(token: Tokens.Table, context: BlockContext): HTMLElement {
  const table = element("table");
  const head = element("thead");
  const body = element("tbody");
  const buildRow = (cells: Tokens.TableCell[], tag: "th" | "td"): HTMLElement => {
    const row = element("tr");
    for (const cell of cells) {
      const box = withInline(element(tag, cell.align ? `align-${cell.align}` : ""), cell.tokens, context);
      if (tag === "th") box.setAttribute("scope", "col");
      row.append(box);
    }
    return row;
  };
  head.append(buildRow(token.header, "th"));
  body.append(...token.rows.map((row) => buildRow(row, "td")));
  table.append(head, body);
  const scroller = element("div", "table-scroller");
  nameScroller(scroller, context.labels.table);
  scroller.append(table);
  return scroller;
}

function buildCode(token: Tokens.Code, labels: AnswerLabels): HTMLElement {
  const block = element("div", "code-block");
  const header = element("div", "code-header");
  const language = element("span", "code-language");
  language.append(/^[\w#+.-]{1,20}/.exec(token.lang ?? "")?.[0] ?? "");
  header.append(
    language,
    codeButton("wrap-code", labels.wrapCode, labels.wrapCode),
    codeButton("copy-code", labels.copy, labels.copyCode),
  );
  const pre = element("pre");
  nameScroller(pre, [labels.code, language.textContent].filter(Boolean).join(": "));
  const code = element("code");
  code.append(token.text);
  pre.append(code);
  block.append(header, pre);
  return block;
}

/** What scrolls must be reachable by keyboard, and what has the focus must have a name. */
function nameScroller(scroller: HTMLElement, name: string): void {
  scroller.tabIndex = 0;
  scroller.role = "group";
  scroller.ariaLabel = name;
}

function codeButton(className: string, text: string, label: string): HTMLElement {
  const button = element("button", className) as HTMLButtonElement;
  button.type = "button";
  button.ariaLabel = label;
  button.append(text);
  return button;
}

function withInline(parent: HTMLElement, tokens: Token[] | undefined, context: BlockContext): HTMLElement {
  appendInline(parent, tokens ?? [], context);
  return parent;
}

function appendInline(parent: HTMLElement, tokens: Token[], context: BlockContext, depth = 0): void {
  for (const token of tokens) {
    if (depth > MAX_DEPTH) {
      parent.append(token.raw);
      continue;
    }
    const children = (token as { tokens?: Token[] }).tokens;
    const nest = (tag: "strong" | "em" | "del"): void => {
      const box = element(tag);
      appendInline(box, children ?? [], context, depth + 1);
      parent.append(box);
    };
    switch (token.type) {
      case "strong":
      case "em":
      case "del":
        nest(token.type);
        break;
      case "codespan": {
        const code = element("code");
        code.append((token as Tokens.Codespan).text);
        parent.append(code);
        break;
      }
      case "br":
        parent.append(element("br"));
        break;
      case "citation":
        appendCitation(parent, (token as unknown as CitationToken).position, context);
        break;
      case "link":
        appendLink(parent, token as Tokens.Link, context, depth);
        break;
      case "image":
        appendInline(parent, children ?? [], context, depth + 1);
        break;
      case "escape":
        parent.append((token as Tokens.Escape).text);
        break;
      case "text":
        if (children) appendInline(parent, children, context, depth + 1);
        else parent.append(decodeReferences((token as Tokens.Text).text));
        break;
      default:
        // The only way to break a line in a table. Other HTML, and whatever a later lexer may add, is text.
        parent.append(/^<br\s*\/?>$/i.test(token.raw) ? element("br") : token.raw);
    }
  }
}

/** A marker without a source shows nothing: a number that leads nowhere is worse than none. */
function appendCitation(parent: HTMLElement, position: number, { sources, labels }: BlockContext): void {
  // The chip has a margin: the space that stands before the marker would set it apart from its words.
  const before = parent.lastChild;
  if (before instanceof Text) before.data = before.data.replace(/ $/, "");
  const source = sources.get(position);
  if (!source) return;
  const url = safeUrl(source.url);
  const chip = element(url ? "a" : "span", "citation");
  chip.append(String(position));
  if (url) {
    chip.setAttribute("href", url);
    chip.setAttribute("target", "_blank");
    chip.setAttribute("rel", "noopener");
    chip.setAttribute("aria-label", labels.citation(position, source.title));
  }
  chip.setAttribute("part", "citation");
  parent.append(chip);
}

function appendLink(parent: HTMLElement, token: Tokens.Link, context: BlockContext, depth: number): void {
  const url = safeUrl(token.href);
  if (!url || !context.sourceUrls.has(url)) {
    appendInline(parent, token.tokens, context, depth + 1);
    return;
  }
  const link = element("a", "link");
  link.setAttribute("href", url);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
  appendInline(link, token.tokens, context, depth + 1);
  parent.append(link);
}

function element(tag: keyof HTMLElementTagNameMap, className = ""): HTMLElement {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}
