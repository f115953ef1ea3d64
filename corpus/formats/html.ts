import { countBlocksWords, countWords } from "../chunk/words.ts";
import { pageAddress } from "../html/address.ts";
import { readHead } from "../html/head.ts";
import { judgePage } from "../html/page-kind.ts";
import { titleOf } from "../html/page-title.ts";
import { parsePage } from "../html/parse-page.ts";
import { readPage } from "../html/read-page.ts";
import type { OutlineItem } from "../parse/outline.ts";
import type { DocumentResult, FormatInput, FormatReader } from "./format-reader.ts";

export const htmlReader: FormatReader = {
  name: "HTML",
  extensions: [".html", ".htm", ".xhtml"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  read: (input) => [readHtml(input)],
};

export function readHtml({ text, sitePath, url }: FormatInput): DocumentResult {
  const page = parsePage(text);
  const head = readHead(page);
  if (head.noIndex) return { skipped: "noindex", problems: [] };
  const read = readPage(page, text);
  const title = titleOf(read.heading, head, []);
  const path = url === undefined ? sitePath : new URL(url).pathname;
  const noPage = judgePage({ head, read, page, title, words: countItemsWords(read.items), path });
  if (noPage !== undefined) return { skipped: noPage.reason, detail: noPage.detail, problems: [] };
  const address = pageAddress(head, { url });
  const date = head.modified ?? head.published;
  return {
    items: read.items,
    links: read.links,
    anchors: read.anchors,
    ...(address !== undefined && { address }),
    ...(title !== undefined && title !== "" && { title }),
    ...(head.description !== undefined && { description: head.description }),
    ...(head.language !== undefined && { language: head.language }),
    ...(date !== undefined && { date }),
    fields: {},
    dropped: read.dropped,
    problems: [],
  };
}

function countItemsWords(items: readonly OutlineItem[]): number {
  return items.reduce(
    (sum, item) => sum + (item.kind === "heading" ? countWords(item.text) : countBlocksWords([item])),
    0,
  );
}
