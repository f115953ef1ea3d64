/**
 * Exports of WordPress (WXR): what is published, at its own address. Comments are other people's words, and
 * attachments are files.
 *
 * @see https://wordpress.org/documentation/article/tools-export-screen/
 */
import { decodeReferences } from "../../parse/character-references.ts";
import { isObject, listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import { parseXml } from "../../parse/parse-xml.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { exportedDocument, exportResults, LeftOutTexts } from "./export-documents.ts";
import { wordpressHtml } from "./wordpress-html.ts";

export const wordpressReader: FormatReader = {
  name: "WordPress export",
  extensions: [".xml"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) => /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//.test(head),
  read: (input) => readWordpress(input),
};

/** Types of posts that hold settings, pieces and files, and no pages. */
const NO_PAGES =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|elementor_\w+|e-\w+|wpcf7_contact_form|mailpoet_\w+|shop_order\w*|shop_coupon|feedback|jp_\w+|amp_\w+|ml-\w+|et_\w+|fl-\w+)$/;

export function readWordpress({ text }: FormatInput): DocumentResult[] {
  const root = parseXml(text, { lists: ["item", "category", "wp:postmeta", "wp:comment"] });
  const channel = objectOf(objectOf(isObject(root) ? root["rss"] : undefined)["channel"]);
  const language = textOf(channel["language"]);
  const leftOut = new LeftOutTexts();
  const documents: ReadDocument[] = [];
  for (const value of listOf(channel["item"])) {
    const item = objectOf(value);
    const type = field(item, "wp:post_type") ?? "post";
    if (NO_PAGES.test(type)) continue;
    const title = field(item, "title") ?? "";
    const status = field(item, "wp:status") ?? "publish";
    const isProtected = (field(item, "wp:post_password") ?? "") !== "";
    if (status !== "publish") leftOut.add(`not published (${status})`, title);
    else if (isProtected) leftOut.add("protected by a password", title);
    else {
      const html = wordpressHtml(
        rawField(item, "content:encoded") ?? rawField(item, "excerpt:encoded") ?? "",
      );
      documents.push(
        exportedDocument({
          title: title.replace(/<[^<>]*>/g, ""),
          html,
          address: field(item, "link"),
          language,
          date:
            field(item, "wp:post_modified_gmt") ?? field(item, "wp:post_modified") ?? field(item, "pubDate"),
        }),
      );
    }
  }
  return exportResults(documents, leftOut);
}

function rawField(item: DataObject, name: string): string | undefined {
  return textOf(item[name]);
}

/** Texts that are not marked as such hold entities. */
function field(item: DataObject, name: string): string | undefined {
  const text = rawField(item, name);
  return text === undefined ? undefined : decodeReferences(text);
}
