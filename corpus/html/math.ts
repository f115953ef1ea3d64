/** A formula once: renderers put it on the page as MathML for some readers and as boxes for others. */
import type { Element } from "hast";
import { attribute, findElement } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

/** As it was written in TeX where the page keeps that, as Markdown pages have it; else the characters of the formula. */
export function mathText(element: Element): string {
  const annotation = findElement(
    element,
    (child) => child.tagName === "annotation" && /tex/i.test(attribute(child, "encoding") ?? ""),
  );
  if (annotation !== undefined) return `$${oneLine(visibleText(annotation)).replace(/`/g, "'")}$`;
  const math =
    element.tagName === "math" ? element : findElement(element, ({ tagName }) => tagName === "math");
  if (math === undefined) return oneLine(visibleText(element));
  const alternative = attribute(math, "alttext");
  if (alternative !== undefined && alternative !== "") return `$${oneLine(alternative).replace(/`/g, "'")}$`;
  return oneLine(
    visibleText(math, ({ tagName }) => tagName === "annotation" || tagName === "annotation-xml"),
  );
}
