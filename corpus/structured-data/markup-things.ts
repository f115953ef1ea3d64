/**
 * Microdata (`itemscope`, `itemprop`) and RDFa Lite (`typeof`, `property`): things whose properties are the elements
 * of the page themselves.
 *
 * @see https://html.spec.whatwg.org/multipage/microdata.html
 * @see https://www.w3.org/TR/rdfa-lite/
 */
import type { Element, Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { localName, type Thing, type Value } from "./thing.ts";

interface Notation {
  isThing: (element: Element) => boolean;
  types: (element: Element) => string[];
  properties: (element: Element) => string[];
}

const MICRODATA: Notation = {
  isThing: ({ properties }) => properties["itemScope"] !== undefined && properties["itemScope"] !== false,
  types: ({ properties }) => names(properties["itemType"]),
  properties: ({ properties }) => names(properties["itemProp"]),
};

const RDFA: Notation = {
  isThing: ({ properties }) => properties["typeOf"] !== undefined || properties["typeof"] !== undefined,
  types: ({ properties }) => names(properties["typeOf"] ?? properties["typeof"]),
  // Open Graph has properties of the same notation in the head of every page; they belong to no thing.
  properties: ({ properties }) =>
    names(properties["property"]).filter((name) => !/^\w+:/.test(name) || name.startsWith("schema:")),
};

export function microdataThings(page: Root): Thing[] {
  return thingsOf(page, MICRODATA);
}

export function rdfaThings(page: Root): Thing[] {
  return thingsOf(page, RDFA);
}

function thingsOf(page: Root, notation: Notation): Thing[] {
  const roots: Element[] = [];
  const byId = new Map<string, Element>();
  visit(page, "element", (element: Element) => {
    if (notation.isThing(element) && notation.properties(element).length === 0) roots.push(element);
    const { id } = element.properties;
    if (typeof id === "string" && !byId.has(id)) byId.set(id, element);
  });
  return roots.map((root) => thingOf(root, notation, byId, new Set()));
}

function thingOf(
  root: Element,
  notation: Notation,
  byId: ReadonlyMap<string, Element>,
  outer: ReadonlySet<Element>,
): Thing {
  /** A reference to an element that is being read leads in a circle. */
  const open = new Set([...outer, root]);
  const properties = new Map<string, Value[]>();
  const take = (element: Element): void => {
    const found = notation.properties(element);
    const isThing = notation.isThing(element);
    if (found.length > 0) {
      const value = isThing ? thingOf(element, notation, byId, open) : valueOf(element);
      if (value !== "")
        for (const name of found) properties.set(name, [...(properties.get(name) ?? []), value]);
    }
    if (!isThing) walk(element.children);
  };
  const walk = (children: readonly Nodes[]): void => {
    for (const child of children) if (child.type === "element") take(child);
  };
  walk(root.children);
  // Parts of a thing may stand elsewhere on the page.
  for (const id of names(root.properties["itemRef"])) {
    const part = byId.get(id);
    if (part !== undefined && !open.has(part)) take(part);
  }
  return { types: notation.types(root), properties };
}

function names(value: unknown): string[] {
  const list = Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(/\s+/) : [];
  return list.map(localName).filter((name) => name !== "");
}

/** The value that the element carries: an attribute, where it has one for it, else what is read in it. */
function valueOf({ tagName, properties, children }: Element): string {
  const { content, href, src, dateTime, value } = properties;
  if (typeof content === "string" || typeof content === "number") return String(content);
  if (tagName === "time" && typeof dateTime === "string") return dateTime;
  if ((tagName === "data" || tagName === "meter") && value !== undefined && value !== null)
    return String(value as string);
  if ((tagName === "a" || tagName === "link") && typeof href === "string") {
    const text = textIn(children);
    // `<link itemprop="availability" href="https://schema.org/InStock">`, but a name that is a link.
    return text === "" || /^(?:https?:\/\/(?:www\.)?schema\.org\/|tel:|mailto:)/i.test(href)
      ? href.replace(/^(?:tel|mailto):/i, "")
      : text;
  }
  if (tagName === "img" || tagName === "video" || tagName === "audio")
    return typeof src === "string" ? src : "";
  return textIn(children);
}

const BREAKS = new Set(["p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"]);

function textIn(nodes: readonly Nodes[]): string {
  const read = (node: Nodes): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element" || node.tagName === "script" || node.tagName === "style") return "";
    const text = node.children.map(read).join("");
    return BREAKS.has(node.tagName) ? ` ${text} ` : text;
  };
  return nodes.map(read).join("").replace(/\s+/g, " ").trim();
}
