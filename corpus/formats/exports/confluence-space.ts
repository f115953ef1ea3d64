/**
 * A Confluence space that was exported as XML: `entities.xml`, alone or in the archive. Pages and blog posts as they are
 * now: no drafts, no earlier versions, nothing that was deleted, no comments, and nothing that only some may see.
 */
import { fillPattern } from "../../generators/url-pattern.ts";
import { countWords } from "../../chunk/words.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { confluenceObjects, type ConfluenceObject } from "./confluence-objects.ts";
import { storageHtml, type StorageContext } from "./confluence-storage.ts";
import { exportedDocument, exportResults, LeftOutTexts } from "./export-documents.ts";

export const confluenceSpaceReader: FormatReader = {
  name: "Confluence space",
  extensions: [".xml"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) => /<hibernate-generic\b/.test(head),
  read: (input) => readConfluenceSpace(input),
};

const CLASSES: ReadonlySet<string> = new Set([
  "Space",
  "Page",
  "BlogPost",
  "BodyContent",
  "ContentPermissionSet",
]);
/** Of a body: the storage format. Older ones are wiki markup. */
const STORAGE = "2";
/** Pages that are their own ancestors are a mistake. */
const MAX_ANCESTORS = 50;

interface Page {
  object: ConfluenceObject;
  title: string;
  space: string;
}

export function readConfluenceSpace({ text, site, language }: FormatInput): DocumentResult[] {
  const spaces = new Map<string, string>();
  const objects = new Map<string, ConfluenceObject>();
  const bodies = new Map<string, ConfluenceObject>();
  const restricted = new Set<string>();
  for (const object of confluenceObjects(text, CLASSES)) {
    const { properties } = object;
    if (object.class === "Space") spaces.set(object.id, properties.get("key") ?? "");
    else if (object.class === "BodyContent") bodies.set(properties.get("content") ?? "", object);
    else if (object.class === "ContentPermissionSet") {
      if (/^view$/i.test(properties.get("type") ?? "")) restricted.add(properties.get("owningContent") ?? "");
    } else objects.set(object.id, object);
  }
  const leftOut = new LeftOutTexts();
  const pages: Page[] = [];
  for (const object of objects.values()) {
    const { properties } = object;
    if (properties.has("originalVersion") && properties.get("originalVersion") !== "") continue;
    const title = properties.get("title") ?? "";
    const status = properties.get("contentStatus") ?? "current";
    if (status !== "current")
      leftOut.add(status === "deleted" ? "deleted" : `not published (${status})`, title);
    else if (isRestricted(object)) leftOut.add("restricted to some readers", title);
    else pages.push({ object, title, space: spaces.get(properties.get("space") ?? "") ?? "" });
  }
  const byTitle = new Map(pages.map((page) => [`${page.space}/${page.title}`, page]));
  const documents = pages.map((page) => documentOf(page));
  return exportResults(documents, leftOut);

  /** A restriction holds for what lies below, too. */
  function isRestricted(object: ConfluenceObject): boolean {
    let current: ConfluenceObject | undefined = object;
    for (let steps = 0; current !== undefined && steps < MAX_ANCESTORS; steps++) {
      if (restricted.has(current.id)) return true;
      current = objects.get(current.properties.get("parent") ?? "");
    }
    return false;
  }

  function documentOf(page: Page): ReadDocument {
    const { object, title, space } = page;
    const { properties } = object;
    const lost: string[] = [];
    const context: StorageContext = {
      addressOf: (named, ofSpace) => {
        const found = byTitle.get(`${ofSpace ?? space}/${named}`);
        return found === undefined ? undefined : addressOf(found);
      },
      bodyOf: (named) => {
        const found = byTitle.get(`${space}/${named}`);
        return found === undefined ? undefined : bodyOf(found);
      },
      onLost: (macro) => lost.push(macro),
    };
    const body = bodyOf(page);
    const document = exportedDocument({
      title,
      html: body === undefined ? "" : storageHtml(body, context),
      address: addressOf(page),
      date: dateOf(properties.get("lastModificationDate") ?? properties.get("creationDate")),
    });
    if (lost.length > 0) document.dropped.push({ reason: "component", words: lost.length });
    if (body === undefined) {
      const markup = bodies.get(object.id)?.properties.get("body") ?? "";
      if (markup !== "") document.dropped.push({ reason: "component", words: countWords(markup) });
    }
    return document;
  }

  function bodyOf({ object }: Page): string | undefined {
    const body = bodies.get(object.id)?.properties;
    return body?.get("bodyType") === STORAGE ? body.get("body") : undefined;
  }

  /** As Confluence serves it, below its base; by the owner's pattern where there is one. */
  function addressOf({ object, title, space }: Page): string {
    const created = dateOf(object.properties.get("creationDate"));
    if (site.urlPattern !== undefined) {
      return fillPattern(site.urlPattern, {
        path: `${space}/${object.id}.html`,
        frontMatter: created === undefined ? {} : { date: created },
        title,
        language,
      });
    }
    const name = encodeURIComponent(title).replace(/%20/g, "+");
    if (object.class === "Page") return `spaces/${space}/pages/${object.id}/${name}`;
    return `spaces/${space}/blog/${(created ?? "").replace(/-/g, "/")}/${object.id}/${name}`;
  }
}

/** `2024-03-01 10:00:00.000` → `2024-03-01`; of milliseconds since 1970 as well. */
function dateOf(written: string | undefined): string | undefined {
  if (/^\d{12,14}$/.test(written ?? "")) return new Date(Number(written)).toISOString().slice(0, 10);
  return /^\d{4}-\d\d-\d\d/.exec(written ?? "")?.[0];
}
