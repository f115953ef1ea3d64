import { isLeftOut, type DocumentResult, type FormatInput, type FormatReader } from "./format-reader.ts";
import { splitPages } from "./llms-txt/split-pages.ts";
import { readMarkdown } from "./markdown.ts";

/**
 * `llms.txt`, a list of links with notes, and `llms-full.txt`, whose pages are documents at their own addresses. Both are
 * Markdown; what ids the headings have on the pages is not said.
 *
 * @see https://llmstxt.org
 */
export const llmsTxtReader: FormatReader = {
  name: "llms.txt",
  extensions: [".txt"],
  maxBytes: 20 * 1024 * 1024,
  recognises: ({ name }) => /^llms(?:[-_][\w.-]*)?\.txt$/i.test(name),
  read: readLlmsTxt,
};

export function readLlmsTxt(input: FormatInput): DocumentResult[] {
  const isFull = /(?:^|[\\/])llms[-_][^\\/]*$/i.test(input.path);
  if (!isFull) return [withoutAnchors(readMarkdown({ ...input, path: "llms.md" }))];
  return splitPages(input.text).flatMap(({ address, title, text }): DocumentResult[] => {
    const document = withoutAnchors(readMarkdown({ ...input, path: "page.md", text }));
    if (isLeftOut(document)) return [document];
    const hasText = document.items.some(({ kind }) => kind !== "heading");
    if (!hasText) return address === undefined ? [] : [{ skipped: "empty", detail: address, problems: [] }];
    return [
      { ...document, ...(title !== undefined && { title }), ...(address !== undefined && { address }) },
    ];
  });
}

function withoutAnchors(document: DocumentResult): DocumentResult {
  if (isLeftOut(document)) return document;
  const items = document.items.map((item) => (item.kind === "heading" ? { ...item, anchor: "" } : item));
  return { ...document, items, links: [], anchors: [] };
}
