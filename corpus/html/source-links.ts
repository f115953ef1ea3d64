/** Links to the source of what a reference describes, and the listings that they open. */
import type { Element } from "hast";
import { isSignature } from "./members.ts";
import { elementChildren, hasClass, headingDepth, type Parent } from "./tree.ts";
import { lettersOf, oneLine, visibleText } from "./visible-text.ts";

const SOURCE_LINK_CLASS = /^(?:src-?link|source-?link|viewcode-link|view-source|source|src)$/i;
const SOURCE_LINK = /^\s*\[?(?:source|src|view source|source code)\]?\s*$/i;
const SOURCE_LISTING = /^(?:(?:expand|view|show|toggle|see) )?(?:the )?source(?: code)?(?: of .{1,80})?$/i;

/** "[source]" beside a signature, or in a corner of its heading. In a sentence it is a word, and alone a heading. */
export function isSourceLink(link: Element, parent: Parent, isInHeading: boolean): boolean {
  if (parent.type !== "element" || !SOURCE_LINK.test(visibleText(link))) return false;
  if (isSignature(parent) || hasClass(link, SOURCE_LINK_CLASS)) return true;
  if (!isInHeading) return false;
  const isAllOfParent = lettersOf(link) === lettersOf(parent);
  if (!isHeadingOrTerm(parent)) return isAllOfParent;
  return !isAllOfParent && !isAfterWord(link, parent);
}

export function isHeadingOrTerm(element: Element): boolean {
  return headingDepth(element) !== undefined || element.tagName === "dt";
}

/** "Build it from source". */
function isAfterWord(link: Element, parent: Element): boolean {
  const before = parent.children[parent.children.indexOf(link) - 1];
  return before?.type === "text" && /\p{L}\s+$/u.test(before.value) && !/\[/.test(visibleText(link));
}

/** The code of a member, folded below what is said about it. */
export function isSourceListing(element: Element): boolean {
  if (element.tagName !== "details") return false;
  const summary = elementChildren(element).find(({ tagName }) => tagName === "summary");
  return summary !== undefined && SOURCE_LISTING.test(oneLine(visibleText(summary)));
}
