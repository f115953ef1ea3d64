/** Exports of a Confluence space as HTML: a page a file, whose name holds the id by which Confluence serves it. */
import { posix } from "node:path";
import { decodeReferences } from "../../parse/character-references.ts";
import { isLeftOut, type DocumentResult, type FormatInput, type FormatReader } from "../format-reader.ts";
import { readHtml } from "../html.ts";

export const confluenceReader: FormatReader = {
  name: "Confluence export",
  extensions: [".html"],
  // A live page has more classes; it lies where it was fetched from.
  recognises: ({ head }) => /<body class="theme-default aui-theme-default">/.test(head),
  read: (input) => [readConfluence(input)],
};

export function readConfluence(input: FormatInput): DocumentResult {
  const name = posix.basename(input.path.replace(/\\/g, "/"));
  if (/^index\.html$/i.test(name)) {
    return { skipped: "listing", detail: "the table of contents of the export", problems: [] };
  }
  const { text } = input;
  const body = contentOf(text);
  const title = titleOf(text);
  const document = readHtml({
    ...input,
    text: `<!doctype html><html><head><title>${title}</title></head><body><main>${body}</main></body></html>`,
  });
  if (isLeftOut(document)) return document;
  const id = /(?:^|_)(\d{4,20})\.html$/i.exec(name)?.[1];
  // Images that were pasted into a page say where it came from.
  const base = /\sdata-base-url="(https?:\/\/[^"<>\s]{1,300})"/.exec(body)?.[1];
  const modified =
    /last (?:modified|updated)(?: by[^<]{0,80}(?:<[^<>]{0,200}>[^<]{0,80}){0,6}?)? on ([A-Za-z]{3,9}\.? \d{1,2}, \d{4})/i.exec(
      text,
    )?.[1];
  const { address: _, ...rest } = document;
  return {
    ...rest,
    ...(id !== undefined && {
      address: `${base === undefined ? "" : `${base.replace(/\/+$/, "")}/`}pages/viewpage.action?pageId=${id}`,
    }),
    ...(title !== "" && { title: decodeReferences(title) }),
    ...(modified !== undefined && { date: modified }),
  };
}

/** Between the author's line above and the list of attachments and the footer below. */
function contentOf(html: string): string {
  const start = /<div\s[^<>]{0,200}id="main-content"[^<>]{0,200}>/.exec(html);
  if (start === null) return html;
  const from = start.index + start[0].length;
  const ends = [/<div\s+class="pageSection group"/, /<div\s+id="footer"/, /<\/body>/].map((end) => {
    const at = html.slice(from).search(end);
    return at < 0 ? html.length : from + at;
  });
  return html.slice(from, Math.min(...ends));
}

/** "Space : Page" → "Page". */
function titleOf(html: string): string {
  const heading =
    /<span id="title-text">([^<]{0,500})<\/span>/.exec(html)?.[1] ??
    /<title>([^<]{0,500})<\/title>/.exec(html)?.[1] ??
    "";
  return heading
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[^:]{1,100} : /, "");
}
