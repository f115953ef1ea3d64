/** How much text an element holds, and how much of it is links: what tells menus from prose. */
import type { Element, ElementContent, Root } from "hast";
import { isBlockName, MACHINERY } from "./elements.ts";
import { headingDepth, type Parent } from "./tree.ts";

export interface TextMeasure {
  /** Characters that are no white space. */
  chars: number;
  linkChars: number;
  links: number;
  /** Texts of paragraphs, which menus have none of. */
  paragraphs: number;
  headings: number;
  hasTopHeading: boolean;
  /** Buttons and fields. */
  controls: number;
  /** Blocks of code and tables. */
  blocks: number;
  /** Something that stands on lines of its own. */
  hasBlock: boolean;
}

export type Measures = ReadonlyMap<Parent, TextMeasure>;

const CONTROLS: ReadonlySet<string> = new Set(["button", "input", "select", "textarea"]);

const NOTHING: TextMeasure = {
  chars: 0,
  linkChars: 0,
  links: 0,
  paragraphs: 0,
  headings: 0,
  hasTopHeading: false,
  controls: 0,
  blocks: 0,
  hasBlock: false,
};

/**
 * Measures every element of a page in one pass.
 *
 * @param isLeftOut what no reader sees.
 */
export function measureText(root: Parent, isLeftOut: (node: ElementContent) => boolean): Measures {
  const measures = new Map<Parent, TextMeasure>();
  const measure = (parent: Parent, isLink: boolean): TextMeasure => {
    const own: TextMeasure = { ...NOTHING };
    for (const child of parent.children as Root["children"]) {
      if (child.type === "text") {
        if (isLeftOut(child)) continue;
        const chars = countChars(child.value);
        own.chars += chars;
        if (isLink) own.linkChars += chars;
      } else if (child.type === "element") {
        if (CONTROLS.has(child.tagName)) own.controls += 1;
        if (MACHINERY.has(child.tagName) || isLeftOut(child)) continue;
        const link = isLink || child.tagName === "a";
        const below = measure(child, link);
        own.chars += below.chars;
        own.linkChars += below.linkChars;
        own.links += below.links + (child.tagName === "a" ? 1 : 0);
        own.controls += below.controls;
        const depth = headingDepth(child);
        own.headings += below.headings + (depth === undefined ? 0 : 1);
        own.hasTopHeading ||= below.hasTopHeading || (depth === 1 && below.chars > 0);
        own.paragraphs += below.paragraphs + (child.tagName === "p" && below.chars > 60 ? 1 : 0);
        own.hasBlock ||= below.hasBlock || isBlockName(child.tagName);
        own.blocks += below.blocks + (child.tagName === "pre" || child.tagName === "table" ? 1 : 0);
      }
    }
    measures.set(parent, own);
    return own;
  };
  measure(root, root.type === "element" && root.tagName === "a");
  return measures;
}

function countChars(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 32 && code !== 160) count += 1;
  }
  return count;
}

export function measureOf(measures: Measures, element: Element | Root): TextMeasure {
  return measures.get(element) ?? NOTHING;
}

/** From 0, no link, to 1, links only. */
export function linkDensity({ chars, linkChars }: TextMeasure): number {
  return chars === 0 ? 0 : linkChars / chars;
}
