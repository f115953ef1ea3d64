/**
 * Which page a built file was made of, where no template can tell: a word in the text of each page names its file,
 * whatever the generator makes of its name.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { filesIn, type ExpectedPages } from "./collect.ts";

const MARK = /zqmark([0-9a-f]+)zq/g;
const PAGES = "**/*.{md,markdown,mdx,adoc}";

/** A word that names a file. */
export function markOf(path: string): string {
  return `zqmark${Buffer.from(path).toString("hex")}zq`;
}

/** Puts its mark at the end of each page below a folder. */
export function markPages(folder: string): void {
  for (const path of filesIn(folder, PAGES)) {
    if (path.includes("node_modules/")) continue;
    const file = join(folder, path);
    const text = readFileSync(file, "utf8");
    // A table of contents ends with a list, and a part has the mark of the page that includes it.
    if (!/(?:^|\/)(?:(?:summary|langs|contents|nav)\.\w+|partials\/.*)$/i.test(path))
      writeFileSync(file, `${text}\n\n${markOf(path)}\n`);
  }
}

/** The file that a text was made of; undefined for a text without a mark, or with several. */
export function markedFile(text: string): string | undefined {
  const marks = new Set([...text.matchAll(MARK)].map((match) => match[1] ?? ""));
  const [mark] = marks;
  return mark === undefined || marks.size > 1 ? undefined : Buffer.from(mark, "hex").toString();
}

export interface BuiltSite {
  /** Folder of the built files. */
  output: string;
  /** From the path of a built file below it to the address that it is served at, not encoded; undefined for no page. */
  addressOf?: (path: string) => string | undefined;
  /** Finds the element that holds a page's text. */
  isContent: (element: Element) => boolean;
}

export function readMarkedSite({ output, addressOf = fileAddress, isContent }: BuiltSite): ExpectedPages {
  const pages: ExpectedPages = {};
  for (const path of filesIn(output, "**/*.html")) {
    const address = addressOf(path);
    if (address === undefined) continue;
    const html = readFileSync(join(output, path), "utf8");
    const root = unified().use(rehypeParse).parse(html);
    const content = find(root, isContent);
    if (content === undefined) continue;
    // A page with several is a list of others.
    const source = markedFile(textOf(content));
    if (source === undefined) continue;
    const known = pages[source];
    const page = {
      address: encodeURI(decodeURI(address)).replace(/[#?]/g, encodeURIComponent),
      ids: idsOf(content, source),
      html: writtenIn(content, html),
    };
    // What is shown at several addresses has the shortest for its own; of translations, the last is in English.
    if (known === undefined || page.address.length <= known.address.length) pages[source] = page;
  }
  return pages;
}

/** Where a server of files shows what was built. */
export function fileAddress(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** Where Next shows what it exported: without the extension, and without a slash at the end. */
export function nextAddress(path: string): string | undefined {
  if (/(?:^|\/)(?:404|_not-found)(?:\/index)?\.html$/.test(path) || extname(path) !== ".html")
    return undefined;
  const page = path.replace(/(^|\/)index\.html$/, "$1");
  return `/${page === path ? path.slice(0, -".html".length) : page}`;
}

/** What an element holds, as it was written, without the marks. */
function writtenIn({ children }: Element, html: string): string {
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? 0;
  return html.slice(start, end).replace(MARK, "").trim();
}

export function find(root: Root, matches: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, "element", (element) => {
    if (!matches(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

function idsOf(content: Element, source: string): string[] {
  const ids: string[] = [];
  visit(content, "element", (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    // A page of AsciiDoc is named by its document, not by a heading.
    if (element.tagName === "h1" && source.endsWith(".adoc")) return SKIP;
    const { id = "" } = element.properties;
    // What is there already leads to the first.
    ids.push(ids.includes(String(id)) ? "" : String(id));
    return SKIP;
  });
  return ids;
}

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
