/** What a page says of itself in its head. */
import type { Root } from "hast";
import { isExcluded } from "./opt-out.ts";
import { attribute, classNames, eachElement } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

export interface PageHead {
  title?: string;
  /** `og:title`, mostly without the name of the site. */
  socialTitle?: string;
  siteName?: string;
  description?: string;
  /** BCP 47, of `<html lang>`, else of `content-language`. */
  language?: string;
  canonical?: string;
  /** `og:url`. */
  socialUrl?: string;
  /** `<base href>`. */
  base?: string;
  /** When the page was last changed, else when it was published, as it writes it. */
  modified?: string;
  published?: string;
  noIndex: boolean;
  /** Where `<meta http-equiv="refresh">` leads to. */
  refresh?: { seconds: number; target: string };
  generator?: string;
  /** Classes of `<html>` and `<body>`, by which generators name the kind of a page. */
  pageClasses: string[];
}

/** All robots, the one that site owners write for when they mean all, and this one. */
const ROBOTS = /^(?:robots|googlebot|assistant-chat)$/i;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

export function readHead(page: Root): PageHead {
  const head: PageHead = { noIndex: false, pageClasses: [] };
  let contentLanguage: string | undefined;
  eachElement(page, (element) => {
    const { tagName } = element;
    if (tagName === "html" || tagName === "body") {
      head.pageClasses.push(...classNames(element));
      if (isExcluded(element)) head.noIndex = true;
    }
    if (tagName === "html") {
      const language = attribute(element, "lang") ?? attribute(element, "xmlLang");
      if (language !== undefined && LANGUAGE_TAG.test(language)) head.language = language;
      return true;
    }
    // A page may write what belongs into the head anywhere: parsers move it to the body. A drawing has a title too.
    if (tagName === "title") head.title ??= oneLine(visibleText(element));
    if (tagName === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, "rel") ?? "")) {
      const target = attribute(element, "href")?.trim();
      if (target !== undefined && target !== "") head.canonical ??= target;
    }
    const base = tagName === "base" ? attribute(element, "href") : undefined;
    if (base !== undefined) head.base ??= base;
    if (tagName === "meta") {
      const name = (attribute(element, "name") ?? attribute(element, "property") ?? "").toLowerCase();
      const content = oneLine(attribute(element, "content") ?? "");
      if (content === "") return false;
      if (ROBOTS.test(name) && /\b(?:noindex|none)\b/i.test(content)) head.noIndex = true;
      else if (name === "description") head.description ??= content;
      else if (name === "og:description") head.description ??= content;
      else if (name === "og:title") head.socialTitle ??= content;
      else if (name === "og:site_name" || name === "application-name") head.siteName ??= content;
      else if (name === "og:url") head.socialUrl ??= content;
      else if (name === "generator") head.generator ??= content;
      else if (MODIFIED.has(name)) head.modified ??= content;
      else if (PUBLISHED.has(name)) head.published ??= content;
      const equivalent = (attribute(element, "httpEquiv") ?? "").toLowerCase();
      if (equivalent === "refresh") readRefresh(content, head);
      if (equivalent === "content-language" && LANGUAGE_TAG.test(content)) contentLanguage ??= content;
    }
    return tagName !== "svg";
  });
  if (head.language === undefined && contentLanguage !== undefined) head.language = contentLanguage;
  return head;
}

const MODIFIED: ReadonlySet<string> = new Set([
  "article:modified_time",
  "og:updated_time",
  "last-modified",
  "dcterms.modified",
  "dc.date.modified",
  "datemodified",
  "revised",
]);
const PUBLISHED: ReadonlySet<string> = new Set([
  "article:published_time",
  "datepublished",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "date",
]);

/** @see https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps */
function readRefresh(content: string, head: PageHead): void {
  const match = /^\s*(\d{1,6})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(content);
  const target = match?.[2]?.trim() ?? "";
  if (match !== null && target !== "") head.refresh ??= { seconds: Number(match[1]), target };
}
