/** The text of an element as a reader sees it, without layout: for labels, titles, and to count words. */
import type { Element, Nodes } from "hast";
import { isBlockName, MACHINERY } from "./elements.ts";
import { headingDepth } from "./tree.ts";

export type TextReader = (element: Element) => string;

export function isHeadingLike(element: Element): boolean {
  return headingDepth(element) !== undefined;
}

/** @param isLeftOut elements whose text is not wanted. */
export function visibleText(root: Nodes, isLeftOut: (element: Element) => boolean = () => false): string {
  let text = "";
  const read = (node: Nodes): void => {
    if (node.type === "text") text += node.value;
    else if (node.type === "element") {
      if (MACHINERY.has(node.tagName) || isLeftOut(node)) return;
      const isApart = isBlockName(node.tagName) || node.tagName === "br" || node.tagName === "option";
      if (isApart) text += "\n";
      for (const child of node.children) read(child);
      if (isApart) text += "\n";
    } else if (node.type === "root") {
      for (const child of node.children) read(child);
    }
  };
  read(root);
  return text;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The letters and numbers of what is seen, to compare what two elements say. */
export function lettersOf(element: Element): string {
  return visibleText(element).replace(/[^\p{L}\p{N}]+/gu, "");
}
