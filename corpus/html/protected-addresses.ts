/**
 * E-mail addresses that are kept from harvesters: a script writes them into the page, which says "[email protected]" until
 * then. They are decoded as that script does, and the words in their place are dropped where they can't be.
 */
import type { Element, ElementContent } from "hast";
import { decodeReferences } from "../parse/character-references.ts";
import { attribute, eachElement, elementChildren, hasClass, textOf, type Parent } from "./tree.ts";

/** Changes the tree. */
export function showProtectedAddresses(page: Parent, source: string): void {
  if (/data-cfemail|email-protection#/i.test(source)) showEncoded(page);
  if (/id=["']?cloak|\baddy\w*\s*=/i.test(source)) showCloaked(page);
}

/** Of Cloudflare: hexadecimal bytes, each of which the first one has changed. */
function showEncoded(page: Parent): void {
  eachElement(page, (element) => {
    const code =
      attribute(element, "dataCfemail") ??
      /\/email-protection#([\da-f]+)$/i.exec(attribute(element, "href") ?? "")?.[1];
    if (code === undefined) return true;
    // A link with words of its own only leads to the address.
    if (!/^\s*\[email\s(?:protected|\S{1,20})\]\s*$/iu.test(textOf(element))) return true;
    say(element, decodeHex(code));
    return false;
  });
}

function decodeHex(code: string): string {
  const bytes = (code.match(/[\da-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16));
  const [key = 0, ...rest] = bytes;
  const text = new TextDecoder().decode(Uint8Array.from(rest, (byte) => byte ^ key));
  return isAddress(text) ? text : "";
}

/** Of Joomla: a script after the words puts strings together, and writes them into their element. */
function showCloaked(page: Parent): void {
  const cloaked = new Map<string, Element>();
  const scripts: { script: Element; parent: Parent }[] = [];
  eachElement(page, (element, parent) => {
    const id = attribute(element, "id") ?? "";
    if (/^cloak\w/.test(id)) cloaked.set(id, element);
    if (element.tagName === "script") scripts.push({ script: element, parent });
    return element.tagName !== "script";
  });
  for (const { script, parent } of scripts) {
    const code = textOf(script);
    if (code.length > MAX_SCRIPT_CHARS || !/\baddy/.test(code)) continue;
    const address = joinedAddress(code);
    const id = /getElementById\(['"](cloak\w+)['"]\)/.exec(code)?.[1];
    const place = id === undefined ? undefined : cloaked.get(id);
    if (place !== undefined) say(place, address);
    else if (/document\.write/.test(code)) writeAddress(script, parent, address);
  }
}

const MAX_SCRIPT_CHARS = 4000;

/** Older versions write the address where the script stands, and hide the words behind it by two more scripts. */
function writeAddress(script: Element, parent: Parent, address: string): void {
  const siblings = parent.children as ElementContent[];
  const at = siblings.indexOf(script);
  const hides = siblings.findIndex((node, index) => index > at && isHidingScript(node));
  const end = siblings.findIndex(
    (node, index) => index > hides && node.type === "element" && node.tagName === "script",
  );
  const count = hides === -1 || end === -1 ? 1 : end - at + 1;
  siblings.splice(at, count, { type: "text", value: address });
}

function isHidingScript(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "script" && /display:\s*none/.test(textOf(node));
}

const STATEMENT = /(?:var\s+)?(addy\w*)\s*=\s*((?:'[^']*'|"[^"]*"|addy\w*|\s|\+)+)/g;

/** The value of the variable that is shown, else of the one that is linked. */
function joinedAddress(code: string): string {
  const values = new Map<string, string>();
  for (const [, name = "", expression = ""] of code.matchAll(STATEMENT)) {
    const pieces = expression.match(/'[^']*'|"[^"]*"|addy\w*/g) ?? [];
    values.set(
      name,
      pieces.map((piece) => (/^['"]/.test(piece) ? piece.slice(1, -1) : (values.get(piece) ?? ""))).join(""),
    );
  }
  const shown = [...values].find(([name]) => name.startsWith("addy_text")) ?? [...values][0];
  return decodeReferences(shown?.[1] ?? "");
}

function isAddress(text: string): boolean {
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(text);
}

function say(element: Element, text: string): void {
  const [only] = elementChildren(element);
  // The link in a span, or the span in a link, is replaced with its words.
  const place = only !== undefined && hasClass(only, /^__cf_email__$/) ? only : element;
  place.children = text === "" ? [] : [{ type: "text", value: text }];
}
