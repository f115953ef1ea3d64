/** A parsed page as a browser shows it: shadow roots that are written out, and one main content where it is in pieces. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { isHidden } from "./hidden.ts";
import { showPricedOptions } from "./priced-options.ts";
import { showProtectedAddresses } from "./protected-addresses.ts";
import { attribute, eachElement, elementChildren, hasAttribute, textOf, type Parent } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

/** Changes the tree. */
export function composePage(page: Root, source: string): Root {
  if (/shadowroot(?:mode)?\s*=/i.test(source)) attachShadowRoots(page);
  if ((source.match(/<main[\s>]|role=["']?main\b/gi)?.length ?? 0) > 1) joinMains(page);
  if (/<noscript/i.test(source)) showFallback(page);
  showProtectedAddresses(page, source);
  if (/<select/i.test(source)) showPricedOptions(page, source);
  return page;
}

/**
 * The content of `<template shadowrootmode>` takes the place of its host's, which it shows where its slots are.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
 */
function attachShadowRoots(page: Root): void {
  const hosts: { host: Element; template: Element }[] = [];
  const find = (parent: Parent): void =>
    eachElement(parent, (element) => {
      if (element.tagName !== "template") {
        const template = elementChildren(element).find(isShadowRoot);
        if (template !== undefined) hosts.push({ host: element, template });
        return true;
      }
      if (isShadowRoot(element) && element.content !== undefined) find(element.content);
      return false;
    });
  find(page);
  for (const { host, template } of hosts) {
    const light = host.children.filter((child) => child !== template && !isShadowTemplate(child));
    const shadow = (template.content?.children ?? []) as ElementContent[];
    fillSlots(shadow, light);
    host.children = shadow;
  }
}

function isShadowRoot(element: Element): boolean {
  return (
    element.tagName === "template" &&
    (hasAttribute(element, "shadowRootMode") || hasAttribute(element, "shadowroot"))
  );
}

function isShadowTemplate(node: ElementContent): boolean {
  return node.type === "element" && isShadowRoot(node);
}

function fillSlots(shadow: readonly ElementContent[], light: readonly ElementContent[]): void {
  const root: Root = { type: "root", children: [...shadow] };
  const filled = new Set<string>();
  eachElement(root, (slot) => {
    if (slot.tagName !== "slot") return true;
    const name = attribute(slot, "name") ?? "";
    if (filled.has(name)) return false;
    filled.add(name);
    const given = light.filter(
      (child) => (child.type === "element" ? (attribute(child, "slot") ?? "") : "") === name,
    );
    // A slot that is given nothing shows what it holds.
    if (given.some((child) => textOf(child).trim() !== "")) slot.children = given;
    return false;
  });
}

/** A page that has its main content in two pieces has all of it in the first. One for each width is the same twice. */
function joinMains(page: Root): void {
  const mains: { element: Element; parent: Parent }[] = [];
  eachElement(page, (element, parent) => {
    if (isHidden(element)) return false;
    if (element.tagName !== "main" && attribute(element, "role") !== "main") return true;
    mains.push({ element, parent });
    return false;
  });
  const [first, ...others] = mains;
  if (first === undefined || others.length === 0) return;
  const seen = new Set([plainText(first.element)]);
  for (const { element, parent } of others) {
    const text = plainText(element);
    (parent.children as RootContent[]).splice((parent.children as RootContent[]).indexOf(element), 1);
    if (text === "" || seen.has(text)) continue;
    seen.add(text);
    element.tagName = "div";
    delete element.properties["role"];
    first.element.children.push(element);
  }
}

function plainText(element: Element): string {
  return oneLine(visibleText(element, isHidden));
}

/** A page of less text than this says nothing without its scripts. */
const MAX_EMPTY_CHARS = 40;
const ASKS_FOR_SCRIPTS = /java\s?script/i;

/** A page that its scripts fill may say without them what it is about. */
function showFallback(page: Root): void {
  const fallbacks: Element[] = [];
  let body: Element | undefined;
  eachElement(page, (element) => {
    if (element.tagName === "head") return false;
    if (element.tagName === "body") body ??= element;
    if (element.tagName === "noscript") fallbacks.push(element);
    return true;
  });
  if (body === undefined || fallbacks.length === 0 || plainText(body).length > MAX_EMPTY_CHARS) return;
  for (const fallback of fallbacks) {
    const text = oneLine(textOf(fallback));
    if (text.length > MAX_EMPTY_CHARS && !(ASKS_FOR_SCRIPTS.test(text) && text.length < 300))
      fallback.tagName = "div";
  }
}
