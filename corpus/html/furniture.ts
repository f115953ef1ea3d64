/**
 * What stands around the text of a page: menus, related links, votes, comments, forms of the site. Told by elements
 * and roles, by the words of classes and ids, and by how much of it is links. What holds the page's own heading or
 * most of its text is never furniture, whatever its name.
 */
import type { Element } from "hast";
import { elementKinds } from "./names.ts";
import { linkDensity, measureOf, type Measures } from "./text-measure.ts";
import {
  attribute,
  classNames,
  eachElement,
  elementChildren,
  findElement,
  hasAttribute,
  hasClass,
  headingDepth,
  type Parent,
} from "./tree.ts";

export interface FurnitureContext {
  measures: Measures;
  /** Characters of text of the page that are no links. */
  proseChars: number;
  /** True where the page names its main content and the element is in it. */
  isInMain: boolean;
  /** False where all text of a page has the names of furniture: then only elements and roles tell. */
  trustsNames: boolean;
  /** Panels of tab groups, whose names are often those of menus. */
  isPanel: (element: Element) => boolean;
}

const FURNITURE_ROLES: ReadonlySet<string> = new Set([
  "navigation",
  "search",
  "banner",
  "contentinfo",
  "menu",
  "menubar",
  "toolbar",
  "doc-toc",
  "doc-pagelist",
  "directory",
  "alertdialog",
  "dialog",
]);
/** A page that holds more than this of the prose in an element has its text there. */
const MOST = 0.5;
/** Text of this many characters that is no link is more than a widget says. */
const WIDGET_CHARS = 240;

/** @param isAmongText true where paragraphs or headings stand beside the element, or beside what it is in. */
export function isFurniture(
  element: Element,
  parent: Parent,
  context: FurnitureContext,
  isAmongText = true,
): boolean {
  const { measures, proseChars, isInMain } = context;
  const measure = measureOf(measures, element);
  const { tagName } = element;
  if (measure.chars === 0) return false;
  if (headingDepth(element) !== undefined) return false;
  // What a heading consists of is the heading, whatever its class: mdBook writes `<h2><a class="header">`.
  if (isHeading(parent) && measureOf(measures, parent).chars === measure.chars) return false;
  if (FOOTNOTES.test(`${classNames(element).join(" ")} ${attribute(element, "role") ?? ""}`)) return false;
  const prose = measure.chars - measure.linkChars;
  const role = attribute(element, "role") ?? "";
  if (tagName === "nav" || tagName === "menu" || tagName === "search" || FURNITURE_ROLES.has(role)) {
    return !measure.hasTopHeading || role === "navigation";
  }
  const kinds = elementKinds(element);
  const isLikely =
    kinds.has("likely-furniture") ||
    (kinds.has("likely-menu") &&
      (measure.links > 0 || measure.controls > 0 || measure.headings + measure.paragraphs === 0));
  if (!context.trustsNames) return tagName === "footer";
  if (isSiteTitle(element) || isPopup(element, context)) return true;
  if (
    measure.hasTopHeading ||
    (hasAttribute(element, "itemProp") && /articleBody/.test(attribute(element, "itemProp") ?? ""))
  ) {
    return false;
  }
  if (tagName === "body" || tagName === "main" || role === "main") return false;
  if (kinds.has("furniture") && !isInText(element)) return true;
  if (isVisitorsComment(element)) return true;
  // Who wrote it and when, as Joomla lists it. Others give the name to the article itself.
  if (tagName === "dl" && hasClass(element, /^article-info$/i)) return true;
  const isMostOfPage = prose > proseChars * MOST;
  if (isMostOfPage) return false;
  if (kinds.has("note") && isInMain && linkDensity(measure) < 0.8) return false;
  if (tagName === "footer") return !isFooterOfText(parent, context);
  if (tagName === "header") return !isInMain && !kinds.has("content");
  if (tagName === "aside" || role === "complementary")
    return isAsideFurniture(element, parent, isLikely, context);
  if (tagName === "form") return isSiteForm(element, context);
  if (!isLikely || context.isPanel(element) || isInText(element)) return false;
  if (isInMain && isAmongText && isCallInText(element)) return false;
  const density = linkDensity(measure);
  // Where something is, is what a page of events or shops is about.
  if (isInMain && density <= 0.5 && holdsAddress(element)) return false;
  if (hasClass(element, BESIDE_TEXT) && holdsTeasers(element, measures)) return true;
  // A column or a foot that the content's wrapper has too.
  if (!isInMain || (!isAmongText && hasClass(element, BESIDE_TEXT)) || hasClass(element, AFTER_POST))
    return density > 0.3 || prose < WIDGET_CHARS || measure.controls > 0;
  return (
    density > 0.5 ||
    (measure.controls > 0 && prose < WIDGET_CHARS) ||
    (prose < 60 && measure.headings === 0 && measure.links > 0)
  );
}

const CALL = /(?:^|[-_])(?:cta|call-?to-?action)$/i;

/** A sentence with a link, among paragraphs, that a theme shows in large letters. */
function isCallInText(element: Element): boolean {
  if (element.tagName !== "p" || !hasClass(element, CALL)) return false;
  const first = element.children[0];
  const last = element.children.at(-1);
  if (first?.type !== "text" || last?.type !== "text") return false;
  return /\p{L}/u.test(first.value) && /[.!?…。]$/.test(last.value.trimEnd());
}

const BESIDE_TEXT =
  /^(?:(?:[a-z]+[-_]{1,2})?(?:sidebar|side-bar)(?:[-_]{1,2}[a-z]+)?|widget|widgets|widget-area|secondary)$/i;
const LEAST_TEASERS = 2;

/** Headings that lead to what they name. */
function holdsTeasers(element: Element, measures: Measures): boolean {
  let teasers = 0;
  eachElement(element, (child) => {
    if (headingDepth(child) !== undefined && linkDensity(measureOf(measures, child)) === 1) teasers += 1;
  });
  return teasers >= LEAST_TEASERS;
}

const AFTER_POST = /^(?:post|article|blog|story)[-_]{1,2}footer$/i;

const POPUP =
  /^(?:[a-z]+[-_]{1,2})?(?:overlay|popup|pop-up|modal|lightbox|newsletter|subscribe|signup)(?:[-_]{1,2}[a-z]+)?$/i;

/** Asks for an address in large letters, in front of a page or below it. */
function isPopup(element: Element, { measures, proseChars }: FurnitureContext): boolean {
  const measure = measureOf(measures, element);
  const prose = measure.chars - measure.linkChars;
  return (
    measure.controls > 0 &&
    prose < WIDGET_CHARS &&
    prose < proseChars * 0.25 &&
    hasClass(element, POPUP) &&
    findElement(element, isAddressField) !== undefined
  );
}

function isAddressField(element: Element): boolean {
  return (
    element.tagName === "input" &&
    (attribute(element, "type") === "email" || /e-?mail/i.test(attribute(element, "name") ?? ""))
  );
}

function holdsAddress(element: Element): boolean {
  return (
    findElement(
      element,
      (child) =>
        child.tagName === "address" ||
        /\b(?:address|telephone)\b/.test(attribute(child, "itemProp") ?? "") ||
        hasClass(child, /^(?:adr|street-address|locality|p-adr|[a-z-]+-address)$/),
    ) !== undefined
  );
}

/** One of the comments below a page, or all of them in a section. A chapter on comments has none. */
function isVisitorsComment(element: Element): boolean {
  if ((element.tagName === "article" || element.tagName === "li") && hasClass(element, /^comment$/i))
    return true;
  return (
    element.tagName === "section" &&
    [attribute(element, "id") ?? "", ...classNames(element)].some((name) => /^comments?$/i.test(name)) &&
    findElement(element, (child) =>
      hasClass(child, /^comment(?:[-_](?:body|content|text|author|meta|list|item))?$/i),
    ) !== undefined
  );
}

function isHeading(parent: Parent): parent is Element {
  return parent.type === "element" && headingDepth(parent) !== undefined;
}

const FOOTNOTES = /footnote|endnote|doc-endnotes|\breferences\b|\bcitation\b/i;

/** Names of words in a sentence say what the words are: `<span class="menu">File</span>`, `<code class="nav">`. */
function isInText({ tagName }: Element): boolean {
  return (
    tagName === "code" ||
    tagName === "pre" ||
    tagName === "dt" ||
    tagName === "dd" ||
    tagName === "td" ||
    tagName === "th" ||
    tagName === "em" ||
    tagName === "strong"
  );
}

/** Old themes put the name of the site in an h1 of its own. */
function isSiteTitle(element: Element): boolean {
  return (
    (attribute(element, "id") === "site-title" ||
      classNames(element).some((name) => /^site-?(?:title|name|branding|description)$/i.test(name))) &&
    element.tagName !== "body"
  );
}

/** The source of a quotation, or notes. */
function isFooterOfText(parent: Parent, { measures }: FurnitureContext): boolean {
  return (
    parent.type === "element" &&
    (parent.tagName === "blockquote" || parent.tagName === "figure") &&
    measureOf(measures, parent).chars > 0
  );
}

/** An aside among paragraphs is a remark to them; one beside the text is a column of links. */
function isAsideFurniture(
  element: Element,
  parent: Parent,
  isNamed: boolean,
  { measures, isInMain }: FurnitureContext,
): boolean {
  const measure = measureOf(measures, element);
  const density = linkDensity(measure);
  if (density > 0.5) return true;
  if (isInMain) return isNamed && (density > 0.3 || measure.controls > 0);
  const isAmongText = elementChildren(parent).some(
    (sibling) =>
      sibling !== element &&
      (sibling.tagName === "p" || sibling.tagName === "h2" || sibling.tagName === "h3"),
  );
  return isNamed || !isAmongText;
}

/** One that is filled in for the site's sake. Others are wrappers of a page, or what the page is about. */
function isSiteForm(element: Element, { measures }: FurnitureContext): boolean {
  const measure = measureOf(measures, element);
  if (attribute(element, "role") === "search") return true;
  if (measure.chars >= 40 || measure.paragraphs > 0 || measure.headings > 0) return false;
  // What it offers is listed.
  return findElement(element, ({ tagName }) => tagName === "li") === undefined;
}
