/** Finds what inside the main content is not its text: one pass from its root down. */
import type { Element, ElementContent } from "hast";
import { isPath, LINK } from "../parse/breadcrumbs.ts";
import { accordionTitle } from "./accordions.ts";
import { isCodeControl, isPrompt } from "./code.ts";
import { isFurniture, type FurnitureContext } from "./furniture.ts";
import { isNamedBy, isPermalink } from "./ids.ts";
import { isDefaultNoteTitle, isFootnoteMark, isFootnoteNumber } from "./note-marks.ts";
import { isHeadingOrTerm, isSourceLink, isSourceListing } from "./source-links.ts";
import { linkDensity, measureOf, type TextMeasure } from "./text-measure.ts";
import {
  attribute,
  eachElement,
  elementChildren,
  hasClass,
  headingDepth,
  isElement,
  type Parent,
} from "./tree.ts";
import { lettersOf, oneLine, visibleText } from "./visible-text.ts";
import { isWidget, labelledLinks } from "./widgets.ts";

export interface MarkContext extends FurnitureContext {
  isLeftOut: (node: ElementContent) => boolean;
  mark: (element: Element) => void;
}

export function markFurniture(root: Parent, context: MarkContext): void {
  /** Breadcrumbs without a name stand before the heading, where a page has one. */
  let isBeforeHeading = measureOf(context.measures, root).hasTopHeading;
  /** With a name or without, they stand before the text. */
  let isBeforeText = true;
  const title = isBeforeHeading ? titleOf(root) : "";
  /**
   * @param isAmongText true below an element that stands beside paragraphs or headings.
   * @param isInHeading true in a heading or a term, and in the spans of one.
   */
  const visit = (parent: Parent, isAmongText: boolean, isInHeading: boolean): void => {
    const holdsText = isAmongText || elementChildren(parent).some((child) => isTextBlock(child, context));
    for (const element of labelledLinks(parent, context.measures)) context.mark(element);
    for (const child of parent.children) {
      if (!isElement(child) || context.isLeftOut(child)) continue;
      if (headingDepth(child) === 1) isBeforeHeading = false;
      const surroundings = { isBeforeHeading, isBeforeText, isAmongText: holdsText, isInHeading, title };
      if (isNoText(child, parent, context, surroundings)) {
        context.mark(child);
        continue;
      }
      if (child.tagName === "p" || child.tagName === "pre" || child.tagName === "table") isBeforeText = false;
      if (child.tagName !== "code" && child.tagName !== "math")
        visit(child, holdsText, isHeadingOrTerm(child) || (isInHeading && child.tagName === "span"));
    }
  };
  visit(root, false, false);
}

function isTextBlock(element: Element, { measures }: MarkContext): boolean {
  return (
    (element.tagName === "p" || headingDepth(element) !== undefined) && measureOf(measures, element).chars > 0
  );
}

interface Surroundings {
  isBeforeHeading: boolean;
  isBeforeText: boolean;
  isAmongText: boolean;
  isInHeading: boolean;
  /** Heading of the page; "" where it has none. */
  title: string;
}

function isNoText(
  element: Element,
  parent: Parent,
  context: MarkContext,
  { isBeforeHeading, isBeforeText, isAmongText, isInHeading, title }: Surroundings,
): boolean {
  switch (element.tagName) {
    case "button":
      return !isTextButton(element, parent, context);
    case "a":
      if (
        isFootnoteNumber(element, parent) ||
        isPermalink(element, parent) ||
        isBackLink(element) ||
        isPageTool(element, parent) ||
        isSourceLink(element, parent, isInHeading)
      )
        return true;
      if (isWidget(element, context.measures)) return true;
      break;
    case "span":
    case "dt":
      if (isFootnoteNumber(element, parent)) return true;
      break;
    case "sup":
      return isFootnoteMark(element);
    case "summary":
      // "Expand description": opens what is read anyway.
      if (CONTROL_WORDS.test(oneLine(visibleText(element)))) return true;
      break;
    default:
  }
  if (
    isCodeControl(element, parent) ||
    isPrompt(element) ||
    isSourceListing(element) ||
    isDefaultNoteTitle(element, parent)
  )
    return true;
  if (isWholeHeading(element, parent)) return false;
  if (isPublishedLine(element, parent)) return true;
  if (isFurniture(element, parent, context, isAmongText)) return true;
  if (isLineNumber(element)) return true;
  if (headingDepth(element) !== undefined) return isWidget(element, context.measures);
  const measure = measureOf(context.measures, element);
  if (
    !measure.hasBlock &&
    element.tagName !== "p" &&
    element.tagName !== "div" &&
    element.tagName !== "ul" &&
    element.tagName !== "ol"
  )
    return false;
  if (measure.hasTopHeading || measure.chars === 0) return false;
  if (isWidget(element, context.measures) || isUnfilled(element, measure)) return true;
  if (isBeforeHeading && measure.chars <= MAX_PATH_CHARS && leadsTo(title, element)) return true;
  if (isBeforeHeading && measure.headings === 0 && measure.paragraphs === 0 && measure.links > 0) {
    return (measure.chars <= 300 && linkDensity(measure) >= 0.5) || isPath(pathShape(element));
  }
  if (isBeforeText && measure.links >= 2 && measure.headings === 0 && measure.chars <= MAX_PATH_CHARS) {
    const path = pathShape(element);
    // Links with bars between them may be what the page is about.
    if (/[›»>/]/.test(path) && isPath(path)) return true;
  }
  if (measure.links >= 2 && measure.chars <= 300 && isLanguageList(element)) return true;
  return !context.isInMain && ((!isAmongText && isLinkList(element, context)) || isImprint(element, context));
}

const MAX_LABEL_CHARS = 40;

/** "Weight:" before a value that a script writes. */
function isUnfilled(element: Element, { chars, links, controls, hasBlock }: TextMeasure): boolean {
  if (chars > MAX_LABEL_CHARS || links > 0 || controls > 0 || hasBlock) return false;
  const last = element.children.findLast((child) => child.type !== "text" || child.value.trim() !== "");
  return (
    last?.type === "element" &&
    (last.tagName === "span" || last.tagName === "b" || last.tagName === "strong") &&
    last.children.every((child) => child.type === "text" && child.value.trim() === "") &&
    /[:：]\s*$/.test(visibleText(element))
  );
}

/** Headings that lead back to the table of contents are links with its name. */
function isWholeHeading(element: Element, parent: Parent): boolean {
  if (parent.type !== "element" || headingDepth(parent) === undefined) return false;
  const words = lettersOf(element);
  if (words === "") return false;
  return words === lettersOf(parent) || (element.tagName === "a" && isNamedBy(element, visibleText(parent)));
}

const MAX_PATH_CHARS = 300;
const PATH_SIGN = /\s*(?:>{1,2}|[›»→])\s*|\s[/|·•]\s/;

function titleOf(root: Parent): string {
  let title = "";
  eachElement(root, (element) => {
    if (title === "" && headingDepth(element) === 1) title = oneLine(visibleText(element));
    return title === "";
  });
  return title;
}

/** "Manual >> Storage >> Backups" above the heading "Backups": a path is one without links too. */
function leadsTo(title: string, element: Element): boolean {
  const steps = oneLine(visibleText(element)).split(PATH_SIGN);
  return steps.length > 1 && title !== "" && steps.at(-1) === title && !steps.includes("");
}

/** As `isPath` takes it: the names of members may be longer than the links before them. */
function pathShape(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === "text") return child.value;
      if (child.type !== "element") return "";
      return child.tagName === "a" ? LINK : pathShape(child);
    })
    .join("");
}

const MAX_READING_TIME_CHARS = 30;

/** "25 April 2019 · 6 min read" below the heading of an article. */
function isPublishedLine(element: Element, parent: Parent): boolean {
  if (parent.type !== "element" || parent.tagName !== "header") return false;
  const time = element.tagName === "time" ? element : elementChildren(element).find(isTime);
  if (time === undefined) return false;
  return visibleText(element).trim().length - visibleText(time).trim().length <= MAX_READING_TIME_CHARS;
}

function isTime({ tagName }: Element): boolean {
  return tagName === "time";
}

const LINE_PARENTS: ReadonlySet<string> = new Set([
  "p",
  "li",
  "td",
  "th",
  "dd",
  "dt",
  "span",
  "strong",
  "em",
  "b",
  "i",
  "label",
  "figcaption",
  "summary",
]);

/** The question of an accordion, or a word of a sentence that looks as the button it speaks of. */
function isTextButton(button: Element, parent: Parent, { measures }: MarkContext): boolean {
  const { chars } = measureOf(measures, button);
  if (parent.type !== "element" || chars === 0) return false;
  // The question, or what copies the link to it.
  if (headingDepth(parent) !== undefined || parent.tagName === "summary" || parent.tagName === "dt")
    return !CONTROL_WORDS.test(oneLine(visibleText(button))) || measureOf(measures, parent).chars === chars;
  if (attribute(button, "role") === "tab" || accordionTitle(button) !== undefined) return true;
  return LINE_PARENTS.has(parent.tagName) && measureOf(measures, parent).chars > chars + 20;
}

const CONTROL_WORDS =
  /^(?:copy|copied|share|edit|link|permalink|expand|collapse|show|hide|toggle|open|close|more)(?: (?:this|the|a|all|link|section|heading|anchor|url|to|clipboard|more|less|details|page|code|direct|permalink|item|path|description|text|answer)){0,4}[!…]?$/i;

/** Beside a line of code that is no `pre`. */
function isLineNumber(element: Element): boolean {
  return hasClass(element, /^(?:line-?no|line-?num(?:ber)?)s?$/i) && /^\s*\d+\s*$/.test(visibleText(element));
}

/** Chooses between a plain and a coloured form of the sign before it. */
const VARIATION = /[\uFE0E\uFE0F]/g;

/** "↩": back from a note to its mark. */
function isBackLink(link: Element): boolean {
  return (
    /^[\s↩↑⤴^⏎]+$/u.test(visibleText(link).replace(VARIATION, "")) &&
    (attribute(link, "href") ?? "").startsWith("#")
  );
}

/** A link of its own to the editor of the page's source, or to a form for its errors. */
function isPageTool(link: Element, parent: Parent): boolean {
  if (parent.type !== "element" || LINE_PARENTS.has(parent.tagName) || headingDepth(parent) !== undefined)
    return false;
  return PAGE_TOOL.test(attribute(link, "href") ?? "") && visibleText(link).trim().split(/\s+/).length <= 6;
}

const PAGE_TOOL =
  /^https?:\/\/[^?#]{1,200}\/(?:issues\/new|-\/issues\/new|edit\/[^/]+\/|-\/(?:sse\/|edit\/|ide\/)|_edit\/)/;

/** The same page in other languages. */
function isLanguageList(element: Element): boolean {
  let links = 0;
  let languages = 0;
  eachElement(element, (child) => {
    if (child.tagName !== "a") return;
    links += 1;
    if (attribute(child, "hrefLang") !== undefined) languages += 1;
  });
  // The language that is shown is mostly no alternate.
  return languages > 0 && languages >= links - 1;
}

/** On a page that does not name its content, a list of links with no text beside it is a menu. */
function isLinkList(element: Element, { measures }: MarkContext): boolean {
  const measure = measureOf(measures, element);
  return (
    measure.links >= 3 && measure.paragraphs === 0 && linkDensity(measure) >= 0.6 && measure.blocks === 0
  );
}

function isImprint(element: Element, { measures }: MarkContext): boolean {
  const measure = measureOf(measures, element);
  return (
    measure.chars <= 250 &&
    measure.headings === 0 &&
    /^\s*(?:©|\(c\)\s|copyright\b)|all rights reserved/i.test(visibleText(element))
  );
}
