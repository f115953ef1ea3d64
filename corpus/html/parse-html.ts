import type { Element, ElementContent, Nodes, Root as HtmlRoot, RootContent } from "hast";
import type { Heading, Root } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

const pageParser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

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

/** Never text of the page, wherever it stands. */
const MACHINERY = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "iframe",
  "object",
  "embed",
  "canvas",
  "audio",
  "video",
  "link",
  "meta",
  "input",
  "select",
  "textarea",
  "button",
  "dialog",
  "head",
]);
/** Around the text of a page, when a whole page is read. */
const PAGE_FURNITURE = new Set(["nav", "footer", "aside", "form", "header", "menu", "search"]);
const FURNITURE_ROLES = new Set(["navigation", "search", "banner", "contentinfo", "complementary"]);

export interface ParsedHtml {
  root: Root;
  title?: string;
  description?: string;
  /** Of `<html lang>`. */
  language?: string;
  /** Of `<meta name="robots" content="noindex">`. */
  noIndex: boolean;
}

/** Reads a whole page: its main content only, without navigation, forms, scripts and what is hidden. */
export function parseHtmlPage(source: string): ParsedHtml {
  const page = pageParser.parse(source);
  const meta = readHead(page);
  const main = mainContent(page);
  // A header inside the article holds its title; a header of the page holds its navigation.
  removeFurniture(main, main.type === "element" && main.tagName !== "body");
  return { ...meta, root: convert(main) };
}

/** Reads HTML that stands inside Markdown, where every element but machinery was put by the author. */
export function parseHtmlFragment(source: string): Root {
  const fragment = fragmentParser.parse(source);
  removeWhere(fragment, (element) => MACHINERY.has(element.tagName) || isHidden(element));
  return convert(fragment);
}

function convert(node: Element | HtmlRoot): Root {
  const root: HtmlRoot = { type: "root", children: node.type === "root" ? node.children : node.children };
  return toMarkdownTree.runSync(root) as unknown as Root;
}

function readHead(page: HtmlRoot): Omit<ParsedHtml, "root"> {
  const result: Omit<ParsedHtml, "root"> = { noIndex: false };
  visit(page, "element", (element) => {
    if (element.tagName === "body" || element.tagName === "svg") return SKIP;
    const { lang, name, content } = element.properties;
    if (element.tagName === "html" && typeof lang === "string" && lang !== "") result.language = lang;
    if (element.tagName === "title") result.title ??= textOf(element).replace(/\s+/g, " ").trim();
    if (element.tagName === "meta" && typeof content === "string") {
      if (name === "description") result.description = content.replace(/\s+/g, " ").trim();
      if (name === "robots" && /\bnoindex\b/i.test(content)) result.noIndex = true;
    }
    return undefined;
  });
  return result;
}

/** The first `<main>`, `role="main"`, else a lone `<article>`, else the body. */
function mainContent(page: HtmlRoot): Element | HtmlRoot {
  let main: Element | undefined;
  let body: Element | undefined;
  const articles: Element[] = [];
  visit(page, "element", (element) => {
    if (element.tagName === "main" || element.properties["role"] === "main") main ??= element;
    if (element.tagName === "article") articles.push(element);
    if (element.tagName === "body") body ??= element;
  });
  return main ?? (articles.length === 1 ? articles[0] : undefined) ?? body ?? page;
}

function removeFurniture(node: Element | HtmlRoot, keepHeader: boolean): void {
  removeWhere(
    node,
    (element) =>
      MACHINERY.has(element.tagName) ||
      (PAGE_FURNITURE.has(element.tagName) && !(keepHeader && element.tagName === "header")) ||
      FURNITURE_ROLES.has(String(element.properties["role"] ?? "")) ||
      isHidden(element) ||
      isHeadingLink(element),
  );
}

function removeWhere(node: Element | HtmlRoot, unwanted: (element: Element) => boolean): void {
  const children: (RootContent | ElementContent)[] = node.children;
  const kept = children.filter(
    (child) =>
      child.type !== "comment" && child.type !== "doctype" && !(child.type === "element" && unwanted(child)),
  );
  node.children = kept as typeof node.children;
  for (const child of kept) if (child.type === "element") removeWhere(child, unwanted);
}

function isHidden({ properties }: Element): boolean {
  return (
    (properties["hidden"] !== undefined && properties["hidden"] !== null && properties["hidden"] !== false) ||
    properties["ariaHidden"] === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties["style"] ?? ""))
  );
}

/** The "¶" or "#" that a generator puts beside a heading. */
function isHeadingLink(element: Element): boolean {
  const { href } = element.properties;
  return (
    element.tagName === "a" &&
    typeof href === "string" &&
    href.startsWith("#") &&
    /^[\s#¶§🔗\u200B]*$/u.test(textOf(element)) &&
    element.properties["id"] === undefined
  );
}

/** Of the heading itself, or of an anchor inside it. */
function headingId(heading: Element): string | undefined {
  let id: string | undefined;
  visit(heading, "element", (element) => {
    const own =
      element.properties["id"] ?? (element.tagName === "a" ? element.properties["name"] : undefined);
    if (typeof own === "string" && own !== "") id ??= own;
  });
  return id;
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
