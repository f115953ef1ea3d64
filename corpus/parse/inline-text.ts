/**
 * Phrasing content as the plain text of a block: code spans keep their backticks, links and emphasis become
 * their words, images their alternative text, hard breaks line breaks. Everything else is markup and goes.
 */
import type { Definition, Nodes, PhrasingContent, RootContent } from "mdast";
import type {} from "remark-directive";
import type {} from "remark-mdx";
import { alternativeText } from "./alternative-text.ts";
import { isHtmlName, readTag, tagAttribute } from "./html-names.ts";
import { isDecoration, visibleInlineText } from "./jsx.ts";
import { expressionText, type PageConstants } from "./jsx-values.ts";
import { UNKNOWN_VALUE, withoutMarks } from "./marks.ts";

export interface PageLink {
  /** As the page writes it. */
  target: string;
  text: string;
}

export interface InlineContext {
  /** What node positions refer to; absent where nodes were made from HTML. */
  source?: string;
  /** By normalised identifier. */
  definitions: ReadonlyMap<string, Definition>;
  /** Of an MDX page, for its expressions. */
  constants: PageConstants;
  /** A badge beside a heading is none of its words, and its id has nothing of it. */
  isHeading?: boolean;
  onLink?: (link: PageLink) => void;
  onFootnote?: (identifier: string) => void;
  /** An explicit anchor, as in `<a id="x"></a>`. */
  onAnchor?: (id: string) => void;
  /** An anchor that stands for a label of MyST, which takes an id. */
  onLabel?: (label: string) => void;
}

type Inline = PhrasingContent | RootContent;

/** The text of sibling nodes, white space collapsed within lines, trimmed. */
export function inlineText(nodes: readonly Inline[], context: InlineContext): string {
  return tidy(rawText(nodes, context));
}

/** White space collapsed within lines, none around them. */
export function tidy(text: string): string {
  return (
    text
      .replace(/[^\S\n]+/g, " ")
      .replace(/ *\n\s*/g, "\n")
      // Two code spans that touch would read as one that is marked by two backticks.
      .replace(/``/g, "")
      .trim()
  );
}

function rawText(nodes: readonly Inline[], context: InlineContext): string {
  let text = "";
  /** Inside `<style>` or `<script>` nothing is text. */
  let hiddenUntil: string | undefined;
  for (const [index, node] of nodes.entries()) {
    if (node.type === "html") {
      const tag = readTag(node.value);
      if (hiddenUntil !== undefined) {
        if (tag?.closing === true && tag.name.toLowerCase() === hiddenUntil) hiddenUntil = undefined;
        continue;
      }
      const name = tag?.name.toLowerCase() ?? "";
      if (tag?.closing === false && (name === "script" || name === "style")) hiddenUntil = name;
      else text += tagText(node.value, nodes.slice(index + 1), text, context);
    } else if (hiddenUntil === undefined) {
      const read = nodeText(node, context);
      text += read === "" && isHole(node, text, nodes[index + 1]) ? UNKNOWN_VALUE : read;
    }
  }
  return text;
}

/**
 * A component that makes its text itself and stands in the middle of a sentence: "costs <Price /> a month". At the edge of
 * one it is an icon or a badge, and so is one that is called so.
 */
function isHole(node: Inline, before: string, next: Inline | undefined): boolean {
  if (node.type !== "mdxJsxTextElement" || !/^[A-Z]/.test(node.name ?? "") || isDecoration(node.name ?? ""))
    return false;
  if (node.children.length > 0 || !/[\p{L}\p{N},;(–-]\s*$/u.test(before)) return false;
  return next?.type === "text" && /^(?:\s+[\p{Ll}(]|\s*[,;.)%€$]|\s*[–-]\s*\p{L})/u.test(next.value);
}

function nodeText(node: Inline, context: InlineContext): string {
  switch (node.type) {
    case "text":
      return plainText(node.value);
    case "inlineCode":
      return codeSpan(node.value);
    case "break":
      return "\n";
    case "image":
    case "imageReference":
      return plainText(alternativeText(node.alt ?? "", node.type === "image" ? node.url : undefined));
    case "link":
      return linkText(node.url, node.children, context);
    case "linkReference": {
      const definition = context.definitions.get(node.identifier.toLowerCase());
      return definition === undefined
        ? rawText(node.children, context)
        : linkText(definition.url, node.children, context);
    }
    case "footnoteReference":
      context.onFootnote?.(node.identifier.toLowerCase());
      return "";
    case "textDirective":
      return directiveText(node, context);
    case "mdxTextExpression":
      return plainText(expressionText(node, context.constants));
    case "mdxJsxTextElement":
    case "mdxJsxFlowElement":
      return jsxText(node, context);
    case "html":
    case "definition":
    case "mdxjsEsm":
    case "mdxFlowExpression":
      return "";
    default:
      return "children" in node ? rawText(node.children, context) : "";
  }
}

/** Backticks mark code spans in a block's text, so one that marks nothing becomes an apostrophe. */
function plainText(value: string): string {
  return value.replace(/`/g, "'").replace(/[\n\u00AD\u200B]/g, (mark) => (mark === "\n" ? " " : ""));
}

export function codeSpan(value: string): string {
  const code = value.replace(/`/g, "'").replace(/\s+/g, " ").trim();
  return code === "" ? "" : `\`${code}\``;
}

function linkText(url: string, children: readonly PhrasingContent[], context: InlineContext): string {
  const text = rawText(children, context);
  context.onLink?.({ target: url, text: withoutMarks(tidy(text)) });
  // `<mailto:somebody@example.org>` shows the address, as its readers know it.
  if (text === url && /^(?:mailto|tel):/i.test(text)) return text.slice(text.indexOf(":") + 1);
  // docfx writes references to an API as autolinks of an own scheme.
  return text.startsWith("xref:") ? text.slice("xref:".length).replace(/\?.*$/, "") : text;
}

/**
 * `:abbr[HTML]{title="…"}` is a directive; `10:30`, `std::vector` and `http://localhost:8787` only look like
 * one to the grammar, and are restored as they were written.
 */
function directiveText(node: Extract<Inline, { type: "textDirective" }>, context: InlineContext): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const before = start === undefined ? "" : (context.source?.[start - 1] ?? "");
  const marked = node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0;
  if (marked && !/[\w:)\]}>"'`]/.test(before)) return rawText(node.children, context);
  const label = rawText(node.children, context);
  if (label !== "") return `:${node.name}[${label}]`;
  return start === undefined || end === undefined || context.source === undefined
    ? `:${node.name}`
    : plainText(context.source.slice(start, end));
}

function jsxText(
  node: Extract<Inline, { type: "mdxJsxTextElement" | "mdxJsxFlowElement" }>,
  context: InlineContext,
): string {
  const name = node.name ?? "";
  if (name === "br") return "\n";
  if (name === "script" || name === "style") return "";
  const id = node.attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "id",
  );
  if (id !== undefined && typeof id.value === "string") context.onAnchor?.(id.value);
  const href = node.attributes.find(
    (attribute) =>
      attribute.type === "mdxJsxAttribute" && (attribute.name === "href" || attribute.name === "to"),
  );
  const text = rawText(node.children as Inline[], context);
  if (href !== undefined && typeof href.value === "string") {
    context.onLink?.({ target: href.value, text: withoutMarks(tidy(text)) });
  }
  if (name === "code" && text !== "") return codeSpan(text);
  return text === "" ? plainText(visibleInlineText(node)) : text;
}

function tagText(html: string, following: readonly Nodes[], before: string, context: InlineContext): string {
  const tag = readTag(html);
  if (tag === undefined) return "";
  const name = tag.name.toLowerCase();
  if (name === "br" || ((name === "p" || name === "div") && tag.closing)) return "\n";
  if (tag.closing) return "";
  if (name === "a" || name === "span") {
    const id = tagAttribute(tag.attributes, "id") ?? tagAttribute(tag.attributes, "name");
    if (id !== undefined) context.onAnchor?.(id);
    if (id !== undefined && /^data-label\b/.test(tag.attributes)) context.onLabel?.(id);
    const href = tagAttribute(tag.attributes, "href");
    if (href !== undefined) context.onLink?.({ target: href, text: "" });
  }
  if (name === "img") {
    const source = tagAttribute(tag.attributes, "src");
    return plainText(alternativeText(tagAttribute(tag.attributes, "alt") ?? "", source));
  }
  // Without it 10<sup>2</sup> would read as another number.
  if (name === "sup") return /\d$/.test(before) ? "^" : "";
  // A component of Vue or of another framework, with what it shows: `<Badge text="beta" />`.
  if (tag.selfClosing && /^[A-Z]/.test(tag.name) && context.isHeading !== true) {
    return plainText(tagAttribute(tag.attributes, "text") ?? tagAttribute(tag.attributes, "label") ?? "");
  }
  if (isHtmlName(name) || name.includes("-") || tag.attributes !== "" || tag.selfClosing) return "";
  const closed = following.some((node) => node.type === "html" && node.value.startsWith(`</${tag.name}`));
  return closed ? "" : html;
}
