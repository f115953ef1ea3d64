/** Blocks of the main content that most pages of the site have: the site's words, not the page's. */
import type { Element, ElementContent } from "hast";
import { hashText, textKey, type SiteSurvey } from "./survey.ts";
import { measureOf, type Measures } from "./text-measure.ts";
import { eachElement, elementChildren, headingDepth, type Parent } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

/** A page that would lose more than this of its text is a page of many that are alike. */
const MAX_SHARE = 0.4;

export interface RepeatedContext {
  measures: Measures;
  survey: SiteSurvey;
  isLeftOut: (node: ElementContent) => boolean;
  mark: (element: Element) => void;
}

export function markRepeated(root: Parent, { measures, survey, isLeftOut, mark }: RepeatedContext): void {
  if (survey.repeated.length === 0) return;
  const repeated = new Set(survey.repeated);
  const shared = new Set(survey.frame);
  const found: { element: Element; parent: Parent }[] = [];
  let chars = 0;
  eachElement(root, (element, parent) => {
    if (isLeftOut(element) || element.tagName === "pre" || element.tagName === "table") return false;
    const key = textKey(element, measures);
    if (key === undefined || !repeated.has(key)) return undefined;
    // Below a heading of its own, what others have in their footer is this page's text: an address, the terms.
    if (isBelowOwnHeading(element, parent, shared)) return false;
    found.push({ element, parent });
    chars += measureOf(measures, element).chars;
    return false;
  });
  if (chars > measureOf(measures, root).chars * MAX_SHARE) return;
  for (const { element, parent } of found) {
    mark(element);
    const heading = headingOf(element, parent);
    if (heading !== undefined) mark(heading);
  }
}

function isBelowOwnHeading(element: Element, parent: Parent, shared: ReadonlySet<string>): boolean {
  const siblings = elementChildren(parent);
  const before = siblings[siblings.indexOf(element) - 1];
  if (before === undefined) return false;
  const depth = headingDepth(before);
  return depth !== undefined && depth > 1 && !shared.has(hashText(oneLine(visibleText(before))));
}

/** A heading with nothing below it but what is left out. */
function headingOf(element: Element, parent: Parent): Element | undefined {
  const siblings = elementChildren(parent);
  const index = siblings.indexOf(element);
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  const depth = before === undefined ? undefined : headingDepth(before);
  if (before === undefined || depth === undefined || depth === 1) return undefined;
  return after === undefined || headingDepth(after) !== undefined ? before : undefined;
}
