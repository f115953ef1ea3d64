/**
 * Main content as one flat sequence of headings and blocks, in reading order. Everything that is not left out by
 * `isLeftOut` is in them: a name that is not known here is read as the text in it.
 */
import type { Element, ElementContent, Nodes } from "hast";
import type { Block } from "../../core/corpus/format.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { isBadgeAddress } from "../parse/badges.ts";
import { listOf, paragraphOf, pictureOf } from "../parse/blocks.ts";
import { accordionTitle, opensSection, panelHeading } from "./accordions.ts";
import { codeLanguage, codeText, isTerminal, terminalLine } from "./code.ts";
import { readDefinitions } from "./definitions.ts";
import { isBlockName } from "./elements.ts";
import { headingAnchor } from "./ids.ts";
import { inlineText, type InlineReader } from "./inline.ts";
import { readMember } from "./members.ts";
import { joinCode, withoutEmptyParts, withoutPrompts } from "./mend-items.ts";
import { elementKinds } from "./names.ts";
import { readTable } from "./tables.ts";
import { linkDensity, measureOf, type Measures } from "./text-measure.ts";
import { visibleText } from "./visible-text.ts";
import {
  attribute,
  classNames,
  eachElement,
  elementChildren,
  hasClass,
  headingDepth,
  isElement,
  type Parent,
} from "./tree.ts";

export interface ContentContext extends InlineReader {
  measures: Measures;
  /** Of the whole page. */
  ids: ReadonlySet<string>;
  /** By panel of a tab group. */
  labels: ReadonlyMap<Element, string>;
  /** Is told of headings below which something was left out, and of those that lead to another page. */
  emptied?: Set<OutlineItem>;
}

/** What the readers of lists, definitions and tables ask of the reader of blocks. */
export interface BlockReader extends ContentContext {
  /** Everything in an element. */
  readChildren: (parent: Parent) => OutlineItem[];
  /** The same without headings, which become paragraphs. */
  readBlocks: (parent: Parent) => Block[];
  /** @param isTitle true where it begins a section though it asks no question and has no id. */
  readTitle: (title: Element, isSection: boolean, isTitle?: boolean) => OutlineItem[];
  /** Below a title with an id of its own: what stands under it, and then the section goes on that it stands in. */
  readTitled: (title: Title, read: () => OutlineItem[]) => OutlineItem[];
  inline: (nodes: readonly Nodes[]) => string;
  /** From the content down to the parent of what is being read. */
  path: Parent[];
}

export interface Title {
  /** "" for what is cited by its id, but has no text of its own: its title is in what is read. */
  text: string;
  anchor: string;
}

/** @param path from the page down to the parent of `root`. */
export function readContent(
  root: Element | Parent,
  path: readonly Parent[],
  context: ContentContext,
): OutlineItem[] {
  /** Of the last heading: what the titles of accordions stand below. */
  let depth = 1;
  let sectionAnchor = "";
  /** The last one that nothing was read below. */
  let heading: { item: OutlineItem; parents: readonly (Parent | undefined)[] } | undefined;
  const noteEmptied = (element: Element, parent: Parent): void => {
    const { chars, controls } = measureOf(context.measures, element);
    // Buttons below a sentence lead on from it.
    if (hasClass(element, BUTTONS) && !elementKinds(element).has("furniture")) return;
    // What is farther out is no part of what the heading is above.
    if (heading?.parents.includes(parent) === true && (chars > 0 || controls > 0))
      context.emptied?.add(heading.item);
  };
  const inline = (nodes: readonly Nodes[]): string => inlineText(nodes, context);
  let awaitsTitle = measureOf(context.measures, root).hasTopHeading;
  /** Badges, and a picture above the title of its page. */
  const isDecoration = (nodes: readonly ElementContent[]): boolean => {
    const images = imagesAlone(nodes);
    return (
      images.length > 0 &&
      (awaitsTitle || images.some((image) => isBadgeAddress(attribute(image, "src") ?? "")))
    );
  };

  const readChildren = (parent: Parent): OutlineItem[] => {
    const items: OutlineItem[] = [];
    let run: ElementContent[] = [];
    const flush = (): void => {
      const line = terminalLine(run, reader.path);
      if (line !== undefined) items.push(...readCode(line).map(withoutPrompts));
      else if (run.length > 0 && !isDecoration(run))
        items.push(...(imagesAlone(run).length > 0 ? pictureOf : paragraphOf)(inline(run)));
      run = [];
    };
    reader.path.push(parent);
    for (const child of parent.children as ElementContent[]) {
      if (child.type === "comment") continue;
      if (context.isLeftOut(child) || isControl(child, context)) {
        if (isElement(child)) noteEmptied(child, parent);
        if (context.isLeftOut(child)) continue;
      }
      if (!isElement(child) || !isBlock(child, parent, context)) run.push(child);
      else {
        flush();
        items.push(...readLabelled(child, parent));
      }
    }
    flush();
    reader.path.pop();
    return items;
  };

  /** A panel of a tab group tells by its label what it is about. */
  const readLabelled = (element: Element, parent: Parent): OutlineItem[] => {
    const items = readBlock(element, parent);
    const label = context.labels.get(element);
    if (label === undefined || label === "" || items.length === 0) return items;
    const [first, ...rest] = items;
    if (first?.kind !== "paragraph") return [{ kind: "paragraph", text: `${label}:` }, ...items];
    return first.text.startsWith(label)
      ? items
      : [{ kind: "paragraph", text: `${label}: ${first.text}` }, ...rest];
  };

  const readBlock = (element: Element, parent: Parent): OutlineItem[] => {
    const level = headingDepth(element);
    if (level !== undefined) return readHeading(element, level);
    switch (element.tagName) {
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return readList(element);
      case "dl":
        return readDefinitions(element, reader);
      case "pre":
      case "xmp":
      case "listing":
      case "plaintext":
        return readCode(element);
      case "table":
        return readTable(element, reader);
      case "summary":
        return parent.type === "element" ? readOpener(element, parent) : reader.readTitle(element, false);
      case "img":
        return isDecoration([element]) ? [] : pictureOf(inline([element]));
      case "details":
        return readDetails(element);
      default:
    }
    const member = readMember(element, reader);
    if (member !== undefined) return member;
    if (accordionTitle(element) !== undefined && parent.type === "element") {
      return readOpener(element, parent);
    }
    if (panelHeading(element, context) !== undefined) return readPanel(element);
    const items = readChildren(element);
    return isTerminal(element) ? joinCode(items) : items;
  };

  /**
   * Below a heading that opens it. It stands in the section around, whatever its level, and what follows it goes on with
   * that section.
   */
  const readPanel = (panel: Element): OutlineItem[] => {
    const before = { depth, sectionAnchor };
    const [title, ...items] = readChildren(panel);
    if (title?.kind !== "heading") return title === undefined ? [] : [title, ...items];
    const titleDepth = Math.max(title.depth, before.depth + 1);
    const opened: OutlineItem[] = [{ ...title, depth: titleDepth }, ...items];
    if (items.some((item) => item.kind === "heading" && item.depth < titleDepth)) return opened;
    ({ depth, sectionAnchor } = before);
    return [...opened, { kind: "heading", depth: titleDepth, text: "", anchor: sectionAnchor }];
  };

  /** What stands behind it is no part of it, however far out it stands. */
  const readDetails = (details: Element): OutlineItem[] => {
    const around = sectionAnchor;
    const items = readChildren(details);
    const [title] = items;
    if (title?.kind !== "heading" || !sections.has(details)) return items;
    return [...items, { kind: "heading", depth: title.depth, text: "", anchor: around }];
  };

  /** Panels whose titles begin sections. */
  const sections = new Set<Element>();

  const readOpener = (title: Element, panel: Element): OutlineItem[] => {
    const around = reader.path.at(-2);
    const siblings = around === undefined ? [] : elementChildren(around);
    const before = siblings[siblings.indexOf(panel) - 1];
    // What stands behind an answer would be a part of it.
    const followsSection = before !== undefined && sections.has(before);
    const items = reader.readTitle(title, opensSection(panel, around, context), followsSection);
    if (items[0]?.kind === "heading") sections.add(panel);
    return items;
  };

  const readHeading = (element: Element, level: number): OutlineItem[] => {
    const text = inline(element.children).replace(/\n/g, " ");
    const anchor = headingAnchor(element, reader.path, context.ids);
    // Without a word it is an ornament, unless it is cited by itself: a reference of operators has such.
    if (text === "" || (!/[\p{L}\p{N}]/u.test(text) && anchor === "")) return paragraphOf(text);
    // "Warning" above a note begins no section: what follows the note would be its text.
    if (anchor === "" && isNoteTitle(reader.path.at(-1))) return paragraphOf(text);
    depth = level;
    sectionAnchor = anchor;
    awaitsTitle = false;
    const item: OutlineItem = { kind: "heading", depth: level, text, anchor };
    heading = { item, parents: reader.path.slice(-2) };
    // One that leads on has its text elsewhere.
    if (linkDensity(measureOf(context.measures, element)) === 1) context.emptied?.add(item);
    return [item];
  };

  const readList = (list: Element): OutlineItem[] => {
    const items: OutlineItem[][] = [];
    reader.path.push(list);
    for (const child of list.children) {
      if (!isElement(child)) continue;
      if (context.isLeftOut(child)) continue;
      const read = child.tagName === "li" ? readChildren(child) : readLabelled(child, list);
      const label = child.tagName === "li" ? context.labels.get(child) : undefined;
      if (label !== undefined && read[0]?.kind === "paragraph")
        read[0] = { ...read[0], text: `${label}: ${read[0].text}` };
      if (read.length > 0) items.push(read);
    }
    reader.path.pop();
    // Cards and accordions are often laid out as lists: their headings begin sections.
    if (items.some((item) => item.some(({ kind }) => kind === "heading"))) return items.flat();
    const isOrdered = list.tagName === "ol" && !/none/.test(attribute(list, "style") ?? "");
    const start = Number(attribute(list, "start") ?? 1);
    return listOf(items as Block[][], { ordered: isOrdered, first: Number.isInteger(start) ? start : 1 });
  };

  const readCode = (pre: Element): OutlineItem[] => {
    const code = codeText(pre, context.isLeftOut);
    return code === "" ? [] : [{ kind: "code", language: codeLanguage(pre, reader.path), code }];
  };

  const reader: BlockReader = {
    ...context,
    inline,
    path: [...path],
    readChildren,
    readBlocks(parent) {
      const before = { depth, sectionAnchor };
      const items = readChildren(parent);
      ({ depth, sectionAnchor } = before);
      return items.flatMap((item): Block[] => (item.kind === "heading" ? paragraphOf(item.text) : [item]));
    },
    readTitled({ text, anchor }, read) {
      const before = { depth, sectionAnchor };
      const titleDepth = depth + 1;
      depth = titleDepth;
      sectionAnchor = anchor;
      const items: OutlineItem[] = [{ kind: "heading", depth: titleDepth, text, anchor }, ...read()];
      // A heading that is less deep has ended the section around.
      const isOpen = !items.some((item) => item.kind === "heading" && item.depth < titleDepth);
      if (!isOpen) return items;
      ({ depth, sectionAnchor } = before);
      return [...items, { kind: "heading", depth: titleDepth, text: "", anchor: sectionAnchor }];
    },
    readTitle(title, isSection, isTitle = false) {
      const heading = title.children.find(
        (child): child is Element => isElement(child) && headingDepth(child) !== undefined,
      );
      if (heading !== undefined) return readChildren(title);
      const text = inline(title.children).replace(/\n/g, " ");
      if (!isSection) return paragraphOf(text);
      const anchor = headingAnchor(title, reader.path, context.ids);
      // A question that can't be opened by itself still begins its answer.
      if (anchor === "" && !isTitle && !/[?？؟]\s*$/.test(text)) return paragraphOf(text);
      return text === "" ? [] : [{ kind: "heading", depth: Math.min(6, depth + 1), text, anchor }];
    },
  };
  return withoutEmptyParts(readRoot());

  function readRoot(): OutlineItem[] {
    if (root.type === "element" && root.tagName !== "body") {
      const parent = path.at(-1);
      if (parent !== undefined && headingDepth(root) === undefined) return readLabelled(root, parent);
    }
    return root.type === "element" && headingDepth(root) !== undefined
      ? readBlock(root, path.at(-1) ?? root)
      : readChildren(root);
  }
}

const BUTTONS = /(?:^|[-_])(?:buttons?|btns?|actions|cta)$/i;

/** A form of nothing but fields and buttons. */
function isControl(node: ElementContent, { measures }: ContentContext): boolean {
  if (!isElement(node)) return false;
  const { chars, controls } = measureOf(measures, node);
  return chars === 0 && controls > 0;
}

function isNoteTitle(parent: Parent | undefined): boolean {
  if (parent?.type !== "element") return false;
  return parent.tagName === "aside" || elementKinds(parent).has("note");
}

function isBlock(element: Element, parent: Parent, { measures }: ContentContext): boolean {
  const { tagName } = element;
  if (isBlockName(tagName) || tagName === "label" || headingDepth(element) !== undefined) return true;
  if (measureOf(measures, element).hasBlock) return true;
  if (tagName === "span" && classNames(element).includes("katex-display")) return true;
  return (
    accordionTitle(element) !== undefined &&
    !(parent.type === "element" && headingDepth(parent) !== undefined)
  );
}

/** The images of what holds nothing else; none where there is a word beside them. */
function imagesAlone(nodes: readonly ElementContent[]): Element[] {
  if (
    nodes.some((node) => (node.type === "element" || node.type === "text") && visibleText(node).trim() !== "")
  )
    return [];
  const images: Element[] = [];
  eachElement({ type: "root", children: [...nodes] } as Parent, (element) => {
    if (element.tagName === "img") images.push(element);
  });
  return images;
}
