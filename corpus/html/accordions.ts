/** Titles that open a panel: buttons and links of accordions, which are the headings of their answers. */
import type { Element } from "hast";
import { measureOf, type Measures } from "./text-measure.ts";
import { attribute, classNames, elementChildren, hasClass, headingDepth, type Parent } from "./tree.ts";

const TITLE =
  /^(?:accordion|faq|collapsible|collapse|expand(?:er|able)?|toggle|disclosure)(?:[-_]{1,2}|(?=[A-Z]))(?:button|btn|title|header|heading|trigger|toggle|question|summary|control|label|name)$|^(?:elementor-tab-title|e-n-accordion-item-title|fusion-toggle-heading|et_pb_toggle_title|kt-blocks-accordion-header|schema-faq-question|wp-block-accordion-heading)$/i;

/** The element itself where it is the title of an accordion's panel. */
export function accordionTitle(element: Element): Element | undefined {
  const isButton =
    element.tagName === "button" || attribute(element, "role") === "button" || element.tagName === "a";
  if (hasClass(element, TITLE)) return element;
  if (!isButton) return undefined;
  const toggles = attribute(element, "dataBsToggle") ?? attribute(element, "dataToggle");
  if (toggles === "collapse") return element;
  return element.tagName !== "a" && attribute(element, "ariaExpanded") !== undefined && !isMenuButton(element)
    ? element
    : undefined;
}

/** The heading that an element begins with, where a click on it opens what follows in there. */
export function panelHeading(element: Element, { measures }: { measures: Measures }): Element | undefined {
  const [first, ...rest] = elementChildren(element).filter((child) => measureOf(measures, child).chars > 0);
  if (first === undefined || rest.length === 0 || (headingDepth(first) ?? 1) === 1) return undefined;
  const opens =
    accordionTitle(first) !== undefined ||
    elementChildren(first).some((child) => accordionTitle(child) !== undefined);
  return opens ? first : undefined;
}

function isMenuButton(element: Element): boolean {
  const popup = attribute(element, "ariaHaspopup") ?? attribute(element, "ariaHasPopup");
  return (
    (popup !== undefined && popup !== "false") ||
    hasClass(element, /menu|nav|dropdown|copy|search|toggle-?(?:theme|sidebar)/i)
  );
}

/**
 * Whether what follows a title is its own: the outline has no end of a section but the next heading, so that text after
 * a group of panels would be taken for the last panel's.
 */
export function opensSection(
  item: Element,
  parent: Parent | undefined,
  { measures }: { measures: Measures },
): boolean {
  if (parent === undefined) return false;
  const siblings = elementChildren(parent);
  for (const sibling of siblings.slice(siblings.indexOf(item) + 1)) {
    const measure = measureOf(measures, sibling);
    if (measure.chars === 0) continue;
    if (headingDepth(sibling) !== undefined || (measure.headings > 0 && sibling.tagName !== "p")) return true;
    if (sibling.tagName === "details" || sibling.tagName === "dl") continue;
    if (sibling.tagName !== item.tagName || classNames(sibling)[0] !== classNames(item)[0]) return false;
  }
  return true;
}
