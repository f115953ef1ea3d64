import type { Block } from "../../../../core/corpus/format.ts";
import { readPage, type Page, type PageInput } from "../../../../corpus/page.ts";
import { readOutline, type OutlineItem } from "../../../../corpus/parse/outline.ts";
import { parseMarkdown, parseMdx } from "../../../../corpus/parse/parse-markdown.ts";

export function markdownItems(source: string): OutlineItem[] {
  const parsed = parseMarkdown(source);
  return readOutline(parsed.root, parsed.source).items;
}

export function mdxItems(source: string): OutlineItem[] {
  const parsed = parseMdx(source);
  return readOutline(parsed.root, parsed.source).items;
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** The heading of a section that shares its chunk. */
export function heading(text: string): Block {
  return { kind: "paragraph", text, isHeading: true };
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

export function pageOf(source: string, input: Partial<PageInput> = {}): Page {
  const result = readPage({
    source,
    path: "guide/page.md",
    format: "markdown",
    url: "/guide/page/",
    urlOfSlug: (slug) => `/${slug}/`,
    language: "en",
    ...input,
  });
  if ("skipped" in result) throw new Error(`skipped: ${result.skipped}`);
  return result.page;
}
