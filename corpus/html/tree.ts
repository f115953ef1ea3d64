/** What the reader of pages asks of the parsed tree. */
import type { Element, Nodes, Root } from "hast";

export type Parent = Element | Root;

/** The text of an attribute, by its property name (`ariaLabel`); "" for one without a value, undefined where it is absent. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}

export function hasAttribute(element: Element, name: string): boolean {
  return attribute(element, name) !== undefined;
}

export function classNames({ properties }: Element): readonly string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function hasClass(element: Element, pattern: RegExp): boolean {
  return classNames(element).some((name) => pattern.test(name));
}

export function elementChildren(parent: Parent): Element[] {
  return (parent.children as Nodes[]).filter(isElement);
}

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === "element";
}

export function headingDepth({ tagName, properties }: Element): number | undefined {
  if (tagName.length === 2 && /^h[1-6]$/.test(tagName)) return Number(tagName[1]);
  if (properties["role"] !== "heading") return undefined;
  const level = Number(properties["ariaLevel"] ?? 2);
  return level >= 1 && level <= 6 ? level : 6;
}

/** Every element below, in document order, without recursion. A visitor that returns false keeps out of the element. */
export function eachElement(
  root: Parent,
  visitor: (element: Element, parent: Parent) => boolean | void,
): void {
  const open: { parent: Parent; next: number }[] = [{ parent: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.parent.children[top.next++];
    if (child === undefined) open.pop();
    else if (child.type === "element" && visitor(child, top.parent) !== false) {
      open.push({ parent: child, next: 0 });
    }
  }
}

/** The first element below that is asked for, in document order. */
export function findElement(root: Parent, matches: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  eachElement(root, (element) => {
    if (found === undefined && matches(element)) found = element;
    return found === undefined;
  });
  return found;
}

/** All text below, as it stands in the source. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
