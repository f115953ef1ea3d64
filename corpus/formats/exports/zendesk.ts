/** Articles of Zendesk Guide, as its API gives them. @see https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
import { isObject, listOf, parseJson, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { exportedDocument, exportResults, LeftOutTexts } from "./export-documents.ts";

export const zendeskReader: FormatReader = {
  name: "Zendesk export",
  extensions: [".json"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) =>
    /"(?:html_url|section_id|user_segment_id|permission_group_id|label_names|vote_sum)"\s*:/.test(head),
  read: (input) => readZendesk(input),
};

export function readZendesk({ text }: FormatInput): DocumentResult[] {
  const root = parseJson(text);
  const articles = (
    Array.isArray(root) ? root : listOf(isObject(root) ? (root["articles"] ?? [root["article"]]) : [])
  )
    .filter(isObject)
    .map((value) => (isObject(value["article"]) ? value["article"] : value))
    .filter(isArticle);
  if (articles.length === 0) return [];
  const leftOut = new LeftOutTexts();
  const documents: ReadDocument[] = [];
  for (const article of articles) {
    const title = textOf(article["title"]) ?? textOf(article["name"]) ?? "";
    const segment = article["user_segment_id"];
    if (article["draft"] === true) leftOut.add("drafts", title);
    // Without a segment everybody sees an article.
    else if (segment !== undefined && segment !== null)
      leftOut.add("not for everybody (user_segment_id)", title);
    else {
      documents.push(
        exportedDocument({
          title,
          html: textOf(article["body"]) ?? "",
          address: textOf(article["html_url"]),
          language: textOf(article["locale"]),
          date: textOf(article["edited_at"]) ?? textOf(article["updated_at"]),
        }),
      );
    }
  }
  return exportResults(documents, leftOut);
}

function isArticle(value: DataObject): boolean {
  const named = textOf(value["title"]) ?? textOf(value["name"]);
  const marks = ["html_url", "section_id", "draft", "locale", "user_segment_id", "label_names", "promoted"];
  return named !== undefined && "body" in value && marks.filter((mark) => mark in value).length >= 2;
}
