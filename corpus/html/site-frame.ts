/**
 * What stands around the text of each page of a site, where nothing else tells it: menus and footers of page builders
 * are sections like others. Told by what most pages begin or end with.
 */
import type { Element, ElementContent } from "hast";
import { isBlockName, MACHINERY } from "./elements.ts";
import { measureOf, type Measures } from "./text-measure.ts";
import { headingDepth, type Parent } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

/** A block, or a piece of a line beside blocks, that holds no block. */
export interface PageUnit {
  /** Absent for bare text. */
  element?: Element;
  text: string;
}

const KEPT_WHOLE: ReadonlySet<string> = new Set(["table", "pre", "dl"]);

export function pageUnits(
  root: Parent,
  measures: Measures,
  isLeftOut: (node: ElementContent) => boolean,
): PageUnit[] {
  const units: PageUnit[] = [];
  const visit = (parent: Parent): void => {
    for (const child of parent.children as ElementContent[]) {
      if (isLeftOut(child)) continue;
      if (child.type === "text") {
        const text = oneLine(child.value);
        if (text !== "") units.push({ text });
      } else if (child.type === "element" && !MACHINERY.has(child.tagName)) {
        const measure = measureOf(measures, child);
        if (measure.chars === 0) continue;
        if (measure.hasBlock && !KEPT_WHOLE.has(child.tagName)) visit(child);
        else units.push({ element: child, text: oneLine(visibleText(child, (inner) => isLeftOut(inner))) });
      }
    }
  };
  visit(root);
  return units;
}

/** A page with fewer characters of its own is what the frames of the others repeat: an imprint, a page of contacts. */
const LEAST_OWN_CHARS = 80;

export interface FrameContext {
  measures: Measures;
  /** Whether most pages of the site have the text. */
  isShared: (text: string) => boolean;
  isLeftOut: (node: ElementContent) => boolean;
  mark: (element: Element) => void;
}

export function markFrame(root: Parent, { measures, isShared, isLeftOut, mark }: FrameContext): void {
  const units = pageUnits(root, measures, isLeftOut);
  const isFrame = (unit: PageUnit): boolean => unit.element !== undefined && isShared(unit.text);
  let from = units.findIndex((unit) => !isFrame(unit));
  const to = units.findLastIndex((unit) => !isFrame(unit)) + 1;
  // The heading right before the page's own text is above it, though all pages have it.
  while (from > 0 && isHeading(units[from - 1])) from -= 1;
  const own = units.slice(from, to).filter((unit) => !isFrame(unit) && !isHeading(unit));
  if (from === -1 || own.reduce((sum, { text }) => sum + text.length, 0) < LEAST_OWN_CHARS) return;
  for (const { element } of [...units.slice(0, from), ...units.slice(to)]) {
    if (element !== undefined) mark(element);
  }
}

function isHeading(unit: PageUnit | undefined): boolean {
  return (
    unit?.element !== undefined &&
    isBlockName(unit.element.tagName) &&
    headingDepth(unit.element) !== undefined
  );
}
