/** Exports of Notion: a page a file, whose name ends in the id by which Notion serves it. */
import { posix } from "node:path";
import type { PageLink } from "../../parse/inline-text.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { isDraftStatus } from "../draft-status.ts";
import { isLeftOut, type DocumentResult, type FormatInput, type FormatReader } from "../format-reader.ts";
import { readHtml } from "../html.ts";
import { readMarkdown } from "../markdown.ts";

const NAME = /^(.*?)[ -]?([0-9a-f]{32})\.(md|html)$/i;

export const notionReader: FormatReader = {
  name: "Notion export",
  extensions: [".md", ".html"],
  recognises: ({ name }) => NAME.test(name),
  read: (input) => [readNotion(input)],
};

export function readNotion(input: FormatInput): DocumentResult {
  const match = NAME.exec(posix.basename(input.path.replace(/\\/g, "/")));
  const [, name = "", id = "", extension = ""] = match ?? [];
  const document = extension.toLowerCase() === "md" ? readMarkdown(input) : readHtml(input);
  if (isLeftOut(document)) return document;
  const { items, status } = withoutProperties(document.items);
  if (isDraftStatus(status))
    return { skipped: "draft", detail: `its status is ${status ?? ""}`, problems: [] };
  return {
    ...document,
    // The id alone decides; the words before it are for people.
    address: notionAddress(name, id),
    title: document.title ?? name,
    items,
    links: document.links.map(withAddress),
  };
}

function notionAddress(name: string, id: string): string {
  const words = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return encodeURI(words === "" ? id.toLowerCase() : `${words}-${id.toLowerCase()}`);
}

/** Pages link to each other by the names of their files. */
function withAddress(link: PageLink): PageLink {
  const [path = "", ...rest] = link.target.split("#");
  let name: string;
  try {
    name = decodeURIComponent(posix.basename(path));
  } catch {
    return link;
  }
  const [, words = "", id] = NAME.exec(name) ?? [];
  if (id === undefined) return link;
  return { ...link, target: `/${notionAddress(words, id)}${rest.length === 0 ? "" : `#${rest.join("#")}`}` };
}

const PROPERTY = /^(?:[\p{L}][\p{L}\p{N} ()/?&-]{0,40}): (.*)$/u;

/** A page of a database begins with its fields, a line each: a paragraph of nothing else, below the title. */
function withoutProperties(items: readonly OutlineItem[]): { items: OutlineItem[]; status?: string } {
  const index = items.findIndex((item) => item.kind !== "heading");
  const first = items[index];
  const isAtTop = index >= 0 && index <= 1 && first?.kind === "paragraph";
  if (!isAtTop) return { items: [...items] };
  // Markdown joins lines of a paragraph; the fields are told apart by their names.
  const status =
    /(?:^|\s)(?:Status|State|Published|Stage): ([\p{L} ]{1,20}?)(?=\s+\p{Lu}[\p{L} ]{0,30}: |\s*$)/u.exec(
      first.text,
    )?.[1];
  const isFields =
    PROPERTY.test(first.text) && (first.text.match(/(?:^|\s)\p{Lu}[\p{L} ]{0,30}: /gu)?.length ?? 0) >= 2;
  if (!isFields) return { items: [...items] };
  return { items: [...items], ...(status !== undefined && { status: status.trim() }) };
}
