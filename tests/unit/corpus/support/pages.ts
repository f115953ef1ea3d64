import { posix } from "node:path";
import type { Block } from "../../../../core/corpus/format.ts";
import {
  isLeftOut,
  type DocumentResult,
  type FormatInput,
} from "../../../../corpus/formats/format-reader.ts";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import type { LeftOut, ReadDocument } from "../../../../corpus/formats/document.ts";
import { unconfiguredSite, type Site } from "../../../../corpus/generators/site.ts";
import { createGithubSlugger } from "../../../../corpus/generators/plain.ts";
import { pageOf as pageOfDocument, type Page } from "../../../../corpus/page.ts";
import type { OutlineItem } from "../../../../corpus/parse/outline.ts";
import { readOutline } from "../../../../corpus/parse/read-outline.ts";
import { parseMarkdown, parseMdx } from "../../../../corpus/parse/parse-markdown.ts";

export function markdownItems(source: string): OutlineItem[] {
  const parsed = parseMarkdown(source);
  return readOutline(parsed.root, { source: parsed.source, slugger: createGithubSlugger() }).items;
}

export function mdxItems(source: string): OutlineItem[] {
  const parsed = parseMdx(source);
  return readOutline(parsed.root, { source: parsed.source, slugger: createGithubSlugger() }).items;
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** The heading of a section that shares its chunk. */
export function heading(text: string, anchor: string, depth: number): Block {
  return { kind: "paragraph", text, isHeading: true, anchor, depth };
}

/** All the text of items, one piece a line. */
export function textOf(items: readonly OutlineItem[]): string {
  return items
    .flatMap((item) => {
      if (item.kind === "list") return item.items;
      if (item.kind === "table") return item.rows.map((row) => row.join(" | "));
      return [item.kind === "code" ? item.code : item.text];
    })
    .join("\n");
}

export function words(count: number, stem = "word"): string {
  return Array.from({ length: count }, (_, index) => `${stem}${index}`).join(" ");
}

export interface TestPage {
  path?: string;
  url?: string;
  language?: string;
  site?: Site;
}

/** Reads a page as a build does; HTML where its path ends so. */
export function readTestPage(source: string, input: TestPage = {}): Page | LeftOut {
  const {
    path = "guide/page.md",
    url = "/guide/page/",
    language = "en",
    site = unconfiguredSite("/"),
  } = input;
  const format = {
    path,
    sitePath: path,
    text: source,
    bytes: new TextEncoder().encode(source),
    site,
    language,
    include: () => undefined,
  };
  const document = path.endsWith(".html") ? readHtml(format) : readMarkdown(format);
  return isLeftOut(document) ? document : pageOfDocument(document, { path, url, language });
}

export function pageOf(source: string, input: TestPage = {}): Page {
  const result = readTestPage(source, input);
  if ("skipped" in result) throw new Error(`skipped: ${result.skipped}`);
  return result;
}

export interface TestFile {
  /** Path below the site's root. */
  path: string;
  content: string | Uint8Array;
  /** Other files of the site, by path. */
  others?: Readonly<Record<string, string>>;
  apiUrlPattern?: string;
  language?: string;
}

/** What a build hands to a reader of a format. */
export function formatInput({
  path,
  content,
  others = {},
  apiUrlPattern,
  language = "en",
}: TestFile): FormatInput {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    path,
    sitePath: path,
    bytes,
    text: typeof content === "string" ? content : "",
    site: unconfiguredSite("/"),
    language,
    include: (name) => others[posix.join("/", posix.dirname(path), name).slice(1)],
    ...(apiUrlPattern !== undefined && { apiUrlPattern }),
  };
}

/** The documents among results; anything left out is an error of the test. */
export function documentsOf(results: readonly DocumentResult[]): ReadDocument[] {
  return results.map((result) => {
    if (isLeftOut(result)) throw new Error(`left out: ${result.skipped} ${result.detail ?? ""}`);
    return result;
  });
}

/** An outline as lines: headings by their depth, then their text. */
export function outlineOf(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "heading")
      return [`${"#".repeat(item.depth)} ${item.text}${item.anchor === "" ? "" : ` {#${item.anchor}}`}`];
    if (item.kind === "list") return item.items.map((text) => `- ${text}`);
    if (item.kind === "table") return item.rows.map((row) => row.join(" | "));
    return [item.kind === "code" ? item.code : item.text];
  });
}
