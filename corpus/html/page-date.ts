/** When a page was last changed, where it says so beside its text. */
import { plainName } from "./names.ts";
import { attribute, classNames, eachElement, type Parent } from "./tree.ts";

const UPDATED =
  /(?:^|-)(?:last-?updated|last-?modified|lastmod|last-?edited|updated|modified|revision-date)(?:-|$)/;

/**
 * The date of a `time` whose class, or that of what is around it, says that it is of the last change.
 * Dates of what the page speaks of are in its text, and not asked.
 */
export function pageDate(body: Parent): string | undefined {
  const updated = new Set<Parent>();
  let date: string | undefined;
  eachElement(body, (element, parent) => {
    if (date !== undefined) return false;
    const isUpdated =
      updated.has(parent) ||
      classNames(element).some((name) => UPDATED.test(plainName(name))) ||
      /dateModified/.test(attribute(element, "itemProp") ?? "");
    if (isUpdated) updated.add(element);
    const stated = element.tagName === "time" ? attribute(element, "dateTime") : undefined;
    if (isUpdated && stated !== undefined && /^\d{4}-\d{2}/.test(stated)) date = stated;
    return undefined;
  });
  return date;
}
