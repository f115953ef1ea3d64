/**
 * Confluence's storage format as HTML that shows the same: macros, links, images, task lists and layouts are elements of
 * their own in it.
 *
 * @see https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */

import { decodeReferences } from "../../parse/character-references.ts";

export interface StorageContext {
  /** Where a page of this title lies, and of the space where it is named. */
  addressOf: (title: string, space: string | undefined) => string | undefined;
  /** The storage format of a page that others include. */
  bodyOf: (title: string) => string | undefined;
  /** Told of a macro whose text is made when the page is shown. */
  onLost: (macro: string) => void;
}

/** Pages that include one another end here. */
const MAX_INCLUDES = 3;
const MAX_DEPTH = 100;

const TOKEN =
  /<!\[CDATA\[|<!--|<(\/?)([a-zA-Z][\w:-]{0,60})((?:\s[^<>"]{0,500}(?:"[^"]{0,4000}"[^<>"]{0,500}){0,40})?)>/g;
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Open {
  name: string;
  attributes: string;
  /** HTML of what stands in it. */
  html: string;
  /** Of macros: by name; `""` for the one that has none. */
  parameters: Map<string, string>;
  /** Parts of macros and links, by element. */
  parts: Map<string, string>;
}

function opened(name: string, attributes: string): Open {
  return { name, attributes, html: "", parameters: new Map(), parts: new Map() };
}

export function storageHtml(storage: string, context: StorageContext, includes = 0): string {
  const root = opened("", "");
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  let from = 0;
  TOKEN.lastIndex = 0;
  for (;;) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(storage);
    top().html += storage.slice(from, match?.index ?? storage.length);
    if (match === null) break;
    const [whole, slash = "", name = "", written = ""] = match;
    from = match.index + whole.length;
    if (name === "") {
      const mark = whole === "<!--" ? "-->" : "]]>";
      const end = storage.indexOf(mark, from);
      const data = storage.slice(from, end < 0 ? storage.length : end);
      if (whole !== "<!--") top().html += escaped(data);
      from = end < 0 ? storage.length : end + mark.length;
      continue;
    }
    const isClosed = /\/\s*$/.test(written);
    if (slash === "/") close(name);
    else if (stack.length < MAX_DEPTH || !isOwn(name)) open(name, written.replace(/\/\s*$/, ""), isClosed);
  }
  while (stack.length > 1) close(top().name);
  return root.html;

  function open(name: string, attributes: string, isClosed: boolean): void {
    if (!isOwn(name)) {
      top().html += `<${name}${attributes}>${isClosed && !VOID.test(name) ? `</${name}>` : ""}`;
      if (name === "time") top().html += attributeOf(attributes, "datetime") ?? "";
      return;
    }
    stack.push(opened(name, attributes));
    if (isClosed) close(name);
  }

  function close(name: string): void {
    if (!isOwn(name)) {
      if (!VOID.test(name)) top().html += `</${name}>`;
      return;
    }
    // An end without a beginning says nothing; what was left open inside of it ends with it.
    if (!stack.some((element) => element.name === name)) return;
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      top().html += htmlOf(element, top());
      if (element.name === name) return;
    }
  }

  /** What an element of Confluence's shows; parts are kept at what they belong to. */
  function htmlOf(element: Open, parent: Open): string {
    const { name, attributes, html, parts } = element;
    switch (name) {
      case "ac:parameter":
        parent.parameters.set(attributeOf(attributes, "ac:name") ?? "", parts.get("page") ?? text(html));
        return "";
      case "ac:rich-text-body":
      case "ac:plain-text-body":
      case "ac:link-body":
      case "ac:plain-text-link-body":
      case "ac:adf-fallback":
      case "ac:adf-content":
        parent.parts.set(name, html);
        return "";
      case "ri:page":
      case "ri:blog-post":
        parent.parts.set("page", attributeOf(attributes, "ri:content-title") ?? "");
        parent.parts.set("space", attributeOf(attributes, "ri:space-key") ?? "");
        return "";
      case "ri:attachment":
        parent.parts.set("file", attributeOf(attributes, "ri:filename") ?? "");
        return "";
      case "ri:url":
        parent.parts.set("url", attributeOf(attributes, "ri:value") ?? "");
        return "";
      case "ac:link":
        // In the parameter of a macro it names a page.
        for (const part of ["page", "space"])
          if (parts.has(part)) parent.parts.set(part, parts.get(part) ?? "");
        return linkHtml(element);
      case "ac:image":
        return `<img alt="${attributeOf(attributes, "ac:alt") ?? ""}">${parts.get("caption") ?? ""}`;
      case "ac:caption":
        parent.parts.set("caption", `<p>${html}</p>`);
        return "";
      case "ac:task-list":
        return `<ul>${html}</ul>`;
      case "ac:task":
        return `<li>${html}</li>`;
      case "ac:task-body":
      case "ac:inline-comment-marker":
        return html;
      case "ac:layout":
      case "ac:layout-section":
      case "ac:layout-cell":
        return `<div>${html}</div>`;
      case "ac:emoticon":
        return EMOTICONS[attributeOf(attributes, "ac:name") ?? ""] ?? "";
      case "ac:adf-extension":
        return parts.get("ac:adf-content") ?? parts.get("ac:adf-fallback") ?? html;
      case "ac:adf-node":
        for (const [part, own] of parts) parent.parts.set(part, own);
        return "";
      case "ac:structured-macro":
      case "ac:macro":
        return macroHtml(element);
      default:
        // Ids, states, instructions to authors, names of users.
        return "";
    }
  }

  function linkHtml({ parts, attributes }: Open): string {
    const title = parts.get("page");
    const shown =
      parts.get("ac:link-body") ??
      parts.get("ac:plain-text-link-body") ??
      title ??
      parts.get("file") ??
      attributeOf(attributes, "ac:anchor") ??
      "";
    const space = parts.get("space");
    const address =
      title === undefined
        ? undefined
        : context.addressOf(decodeReferences(title), space === "" ? undefined : space);
    return address === undefined ? shown : `<a href="${escaped(address)}">${shown}</a>`;
  }

  function macroHtml(element: Open): string {
    const name = (attributeOf(element.attributes, "ac:name") ?? "").toLowerCase();
    const { parameters, parts } = element;
    const title = parameters.get("title") ?? "";
    const body = parts.get("ac:rich-text-body");
    const plain = parts.get("ac:plain-text-body");
    const titled = title === "" ? "" : `<p>${title}</p>`;
    if (CODE.test(name)) {
      const language = parameters.get("language") ?? "";
      return `${titled}<pre><code class="language-${language.replace(/[^\w+#-]/g, "")}">${plain ?? ""}</code></pre>`;
    }
    if (name === "expand" || name === "ui-expand") {
      return `<details><summary>${title === "" ? "Click here to expand…" : title}</summary>${body ?? ""}</details>`;
    }
    if (name === "status") return title;
    if (name === "html") return decodeReferences(plain ?? "");
    if (name === "excerpt" && parameters.get("hidden") === "true") return "";
    if (name === "include" || name === "excerpt-include") {
      const page = decodeReferences(parameters.get("") ?? parameters.get("page") ?? parts.get("page") ?? "");
      const included = includes < MAX_INCLUDES ? context.bodyOf(page) : undefined;
      if (included === undefined) context.onLost(name);
      const own = name === "excerpt-include" ? excerptOf(included ?? "") : included;
      return own === undefined ? "" : storageHtml(own, context, includes + 1);
    }
    if (body !== undefined) return `<div>${titled}${body}</div>`;
    if (plain !== undefined) return `${titled}<p>${plain}</p>`;
    if (MADE.test(name)) context.onLost(name);
    return "";
  }
}

const CODE = /^(?:code|noformat|code-block|mathblock|mathinline|latex|plantuml|mermaid)$/;
/** Their text is made of other pages and systems. */
const MADE =
  /^(?:jira|jirachart|jiraissues|widget|iframe|detailssummary|contentbylabel|sql|sql-query|chart|roadmap|view-file|viewpdf|viewdoc|viewxls|gadget|rss|openapi|swagger)$/;
const EMOTICONS: Readonly<Record<string, string>> = { tick: "✓", cross: "✗" };

function isOwn(name: string): boolean {
  return name.startsWith("ac:") || name.startsWith("ri:");
}

/** As it stands in HTML, entities included. */
function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`);
  if (at < 0) return undefined;
  const start = at + name.length + 2;
  const end = attributes.indexOf('"', start);
  return end < 0 ? undefined : attributes.slice(start, end);
}

function text(html: string): string {
  return html.replace(/<[^<>]{0,2000}>/g, "").trim();
}

function escaped(plain: string): string {
  return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The part of a page that it offers to others. */
function excerptOf(storage: string): string {
  const start = storage.search(/<ac:structured-macro\b[^<>]*\bac:name="excerpt"[^<>]*>/);
  if (start < 0) return storage;
  const body = storage.indexOf("<ac:rich-text-body>", start);
  const end = storage.indexOf("</ac:rich-text-body>", body);
  return body < 0 || end < 0 ? "" : storage.slice(body + "<ac:rich-text-body>".length, end);
}
