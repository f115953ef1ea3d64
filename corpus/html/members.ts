/**
 * Members of an API reference whose signature is no heading by its markup: `<div id="method-i-open"><div
 * class="method-heading">`. Each is opened by its own id, and is what is said below its signature.
 */
import type { Element } from "hast";
import type { OutlineItem } from "../parse/outline.ts";
import { plainName } from "./names.ts";
import type { BlockReader } from "./read-content.ts";
import { attribute, classNames, findElement, headingDepth, isElement } from "./tree.ts";
import { visibleText } from "./visible-text.ts";

const SIGNATURE =
  /^(?:(?:method|member|function|attribute|constant|property|operation)-(?:heading|header|title|signature)|signature|src)$/;

export function isSignature(element: Element): boolean {
  return classNames(element).some((name) => SIGNATURE.test(plainName(name)));
}

/** Undefined for an element that does not begin with a signature, and for one that no id opens. */
export function readMember(element: Element, reader: BlockReader): OutlineItem[] | undefined {
  if (element.tagName !== "div" && element.tagName !== "section" && element.tagName !== "article")
    return undefined;
  const children = element.children.filter(isElement);
  const signature = children.find((child) => visibleText(child).trim() !== "");
  if (signature === undefined || !isSignature(signature) || headingDepth(signature) !== undefined)
    return undefined;
  const anchor =
    idOf(signature) ?? idOf(findElement(signature, (inner) => idOf(inner) !== undefined)) ?? idOf(element);
  const text = reader.inline(signature.children).replace(/\s*\n\s*/g, " ");
  if (anchor === undefined || text === "") return undefined;
  const rest: Element = {
    ...element,
    children: element.children.slice(element.children.indexOf(signature) + 1),
  };
  const items = reader.readTitled({ text, anchor }, () => reader.readChildren(rest));
  if (items.some((item, index) => index > 0 && item.kind !== "heading")) return items;
  // Nothing is said about it: the signature is the text.
  return reader.readTitled({ text: "", anchor }, () => [{ kind: "paragraph", text }]);
}

function idOf(element: Element | undefined): string | undefined {
  const id = element === undefined ? undefined : attribute(element, "id");
  return id === undefined || id.trim() === "" ? undefined : id;
}
