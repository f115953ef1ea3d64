/** HTML that a library has made of a document of another format: all of it is the document's text. */
import { parsePage } from "../html/parse-page.ts";
import { readPage } from "../html/read-page.ts";
import type { ReadDocument } from "./document.ts";

/** Names by which pages tell what is no text; here they are the library's, and say nothing. */
const NAMES = /\s(?:class|role)="[^"<>]*"/g;

export function readConvertedHtml(
  html: string,
): Pick<ReadDocument, "items" | "links" | "anchors" | "dropped"> {
  const source = `<main>${html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(NAMES, ""))}</main>`;
  const { items, links, anchors, dropped } = readPage(parsePage(source), source);
  return { items, links, anchors, dropped };
}
