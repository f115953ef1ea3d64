/** What notes have of their maker and not of their author: the word for their kind, and numbers of footnotes. */
import type { Element } from "hast";
import { isGenericNoteTitle } from "../note-titles.ts";
import { attribute, elementChildren, hasClass, type Parent } from "./tree.ts";
import { visibleText } from "./visible-text.ts";

const NOTE_TITLE =
  /(?:aside|admonition|callout|alert|custom-?block|hint|note|notice|message)[-_]*(?:title|heading|header|head|label)/i;
const NOTE =
  /(?:^|[-_])(?:admonition|callout|alert|note|tip|hint|caution|warning|danger|important|info|custom-block|details)(?:$|[-_])/i;

/** The word for its kind above a note that its author gave no title. */
export function isDefaultNoteTitle(element: Element, parent: Parent): boolean {
  const isTitle =
    element.tagName === "summary"
      ? parent.type === "element" && hasClass(parent, NOTE)
      : hasClass(element, NOTE_TITLE);
  return isTitle && isGenericNoteTitle(visibleText(element).trim());
}

/** Of Sphinx: the number of a note, where it is referred to and before it. */
export function isFootnoteNumber(element: Element, parent: Parent): boolean {
  if (element.tagName === "a")
    return hasClass(element, /^footnote-ref(?:erence)?$/) || attribute(element, "role") === "doc-noteref";
  return hasClass(element, /^label$/) && parent.type === "element" && hasClass(parent, /^footnote$/);
}

/** The mark of a footnote: the note itself stands at the end of the page. */
export function isFootnoteMark(sup: Element): boolean {
  const [only, ...more] = elementChildren(sup);
  if (only?.tagName !== "a" || more.length > 0 || !(attribute(only, "href") ?? "").includes("#"))
    return false;
  return /^\s*\[?(?:\d{1,3}|[*†‡§a-z]|note \d{1,3})\]?\s*$/i.test(visibleText(sup));
}
