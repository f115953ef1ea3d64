/** Articles of Intercom, as its API gives them. @see https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles */
import { isObject, listOf, objectOf, parseJson, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { exportedDocument, exportResults, LeftOutTexts } from "./export-documents.ts";

export const intercomReader: FormatReader = {
  name: "Intercom export",
  extensions: [".json"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) =>
    /"(?:workspace_id|translated_content|default_locale|parent_ids?)"\s*:/.test(head) ||
    /"type"\s*:\s*"article"/.test(head),
  read: (input) => readIntercom(input),
};

export function readIntercom({ text }: FormatInput): DocumentResult[] {
  const root = parseJson(text);
  const list = Array.isArray(root)
    ? root
    : isObject(root)
      ? listOf(root["data"] ?? root["articles"] ?? [root])
      : [];
  const articles = list.filter(isObject).filter(isArticle);
  if (articles.length === 0) return [];
  const leftOut = new LeftOutTexts();
  const documents: ReadDocument[] = [];
  for (const article of articles) {
    const own = textOf(article["default_locale"]);
    // The article itself stands among its translations once more.
    const versions = new Map<string, DataObject>([[own ?? "", article]]);
    for (const [locale, value] of Object.entries(objectOf(article["translated_content"]))) {
      if (isObject(value) && locale !== "type" && locale !== own) versions.set(locale, value);
    }
    for (const [locale, version] of versions) {
      const title = textOf(version["title"]) ?? textOf(article["title"]) ?? "";
      const state = textOf(version["state"]) ?? textOf(article["state"]) ?? "published";
      if (state !== "published") {
        if ((textOf(version["title"]) ?? "") !== "") leftOut.add(`not published (${state})`, title);
        continue;
      }
      documents.push(
        exportedDocument({
          title,
          html: textOf(version["body"]) ?? "",
          address: textOf(version["url"]),
          language: locale === "" ? undefined : locale,
          date: dateOf(version["updated_at"] ?? article["updated_at"]),
        }),
      );
    }
  }
  return exportResults(documents, leftOut);
}

function isArticle(value: DataObject): boolean {
  return (
    textOf(value["title"]) !== undefined &&
    "body" in value &&
    (value["type"] === "article" ||
      "translated_content" in value ||
      ("state" in value && "workspace_id" in value))
  );
}

/** Seconds since 1970. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== "number") return textOf(value);
  const date = new Date(value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
