/**
 * The id that opens a page at a heading: the one that the page's own link beside the heading names, else its own, else
 * that of what wraps or precedes it. Never made up: where the page has none, the anchor is "".
 */
import type { Element } from "hast";
import { percentDecoded } from "../parse/percent-encoding.ts";
import { elementKinds } from "./names.ts";
import { attribute, eachElement, findElement, headingDepth, type Parent } from "./tree.ts";
import { visibleText } from "./visible-text.ts";

/** Every id of a page, and every name of an anchor. */
export function findIds(root: Parent): Set<string> {
  const ids = new Set<string>();
  eachElement(root, (element) => {
    const id = ownId(element);
    if (id !== undefined) ids.add(id);
  });
  return ids;
}

function ownId(element: Element): string | undefined {
  const id = attribute(element, "id") ?? (element.tagName === "a" ? attribute(element, "name") : undefined);
  return id === undefined || id.trim() === "" ? undefined : id;
}

/** Elements that lay out a page: their ids name no part of its text. */
const LAYOUT: ReadonlySet<string> = new Set(["main", "body", "html", "form"]);
const MAX_PRECEDING = 3;
/** Javadoc and landing pages put the anchor of a heading before the list or the section that begins with it. */
const MAX_LEVELS_OUT = 5;
/** Farther out than this, only what is nothing but an anchor counts. */
const NEAR_LEVELS = 2;
const MAX_BESIDE = 12;

/**
 * @param path from the page down to the heading's parent.
 * @param ids all of the page.
 */
export function headingAnchor(heading: Element, path: readonly Parent[], ids: ReadonlySet<string>): string {
  const linked = permalinkTarget(heading, path, ids);
  if (linked !== undefined) return linked;
  const own = ownId(heading);
  if (own !== undefined) return own;
  const inside = findElement(
    heading,
    (element) => ownId(element) !== undefined && element.tagName !== "button" && element.tagName !== "svg",
  );
  if (inside !== undefined) return ownId(inside) ?? "";
  return wrapperId(heading, path) ?? precedingId(heading, path) ?? insideId(heading) ?? "";
}

function insideId(heading: Element): string | undefined {
  const inside = findElement(heading, (element) => ownId(element) !== undefined);
  return inside === undefined ? undefined : ownId(inside);
}

/** Of the link that a generator puts in or beside the heading for readers to copy. */
function permalinkTarget(
  heading: Element,
  path: readonly Parent[],
  ids: ReadonlySet<string>,
): string | undefined {
  const link = findElement(heading, (element) => localTarget(element, ids) !== undefined);
  if (link !== undefined && (isAbout(link, heading) || isMark(link))) return localTarget(link, ids);
  const parent = path.at(-1);
  if (parent?.type !== "element" || parent.children.length > 6) return undefined;
  const beside = parent.children
    .filter((child): child is Element => child.type === "element" && child !== heading && isMark(child))
    .map((mark) => localTarget(mark, ids) ?? prefixedTarget(mark))
    .find((target) => target !== undefined);
  return beside;
}

/** GitHub gives the link itself the id, with a prefix, and lets a script find it: `id="user-content-x" href="#x"`. */
function prefixedTarget(mark: Element): string | undefined {
  const id = mark.tagName === "a" ? ownId(mark) : undefined;
  const target = /^#(.+)$/.exec(attribute(mark, "href") ?? "")?.[1];
  return id !== undefined && target !== undefined && id.endsWith(`-${target}`) ? id : undefined;
}

function localTarget(element: Element, ids: ReadonlySet<string>): string | undefined {
  if (element.tagName !== "a") return undefined;
  const target = /^[^#]*#(.+)$/.exec(attribute(element, "href") ?? "")?.[1];
  if (target === undefined) return undefined;
  return [target, percentDecoded(target)].find((id) => ids.has(id));
}

/** The heading as a whole is the link to itself. */
function isAbout(link: Element, heading: Element): boolean {
  return (
    (attribute(link, "href") ?? "").startsWith("#") &&
    visibleText(link).trim() === visibleText(heading).trim()
  );
}

const PERMALINK_CLASS =
  /(?:^|[-_\s])(?:header|heading|hash|anchor|perma|headerlink|permalink|deep|self|section|sl-anchor|direct)[-_]?(?:link|anchor|header)?s?(?:[-_\s]|$)/i;
const PERMALINK_WORDS =
  /^(?:permalink|link to|direct link|section titled|copy link|anchor|share this section|permanent link)/i;

/** "¶", "#", an icon, "Section titled …": for readers to copy the address of the heading beside it. */
export function isPermalink(element: Element, parent: Parent): boolean {
  if (element.tagName !== "a" || !(attribute(element, "href") ?? "").includes("#")) return false;
  const text = visibleText(element).trim();
  if (/^[\s#¶§🔗⚓∞◆◇\u200B\uE000-\uF8FF[\]]*$/u.test(text))
    return ownId(element) === undefined || text !== "";
  // It stands in its heading, or with little else beside it.
  if (parent.children.length > MAX_BESIDE || !isMark(element)) return false;
  // A link that is all of the heading is the heading, and one around its first words is these words: a link within the
  // heading's own ends the one around it.
  const heading = visibleText(parent).trim();
  return heading !== text && !isNamedBy(element, heading);
}

/** Whether the id that the link leads to is made of the heading's words, those of the link among them. */
export function isNamedBy(link: Element, heading: string): boolean {
  const target = /#(.+)$/.exec(attribute(link, "href") ?? "")?.[1] ?? "";
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const own = letters(visibleText(link));
  return own !== "" && letters(target) === letters(heading);
}

function isMark(link: Element): boolean {
  const text = visibleText(link).trim();
  const label = attribute(link, "ariaLabel") ?? attribute(link, "title") ?? "";
  return (
    /^[\s#¶§🔗⚓∞◆◇\u200B\uE000-\uF8FF[\]]*$/u.test(text) ||
    PERMALINK_CLASS.test(attribute(link, "className") ?? "") ||
    PERMALINK_WORDS.test(text) ||
    PERMALINK_WORDS.test(label)
  );
}

/**
 * Of the innermost section around the heading, which begins with it. Of elements that lay out a page too, only one that
 * holds no other heading of its depth is such a section.
 */
function wrapperId(heading: Element, path: readonly Parent[]): string | undefined {
  const depth = headingDepth(heading) ?? 6;
  let inner: Element = heading;
  for (const parent of path.toReversed()) {
    if (parent.type !== "element" || LAYOUT.has(parent.tagName) || !beginsWith(parent, inner))
      return undefined;
    if (parent.tagName !== "section" && hasOtherHeading(parent, heading, depth)) return undefined;
    const id = ownId(parent);
    if (id !== undefined) return id;
    inner = parent;
  }
  return undefined;
}

function beginsWith(parent: Element, inner: Element): boolean {
  for (const child of parent.children) {
    if (child === inner) return true;
    if (visibleText(child).trim() !== "") return false;
  }
  return false;
}

function hasOtherHeading(parent: Element, heading: Element, depth: number): boolean {
  let isFound = false;
  eachElement(parent, (element, around) => {
    const other = element === heading ? undefined : headingDepth(element);
    // "Caution" above a note is no heading of the page.
    const isNote = around.type === "element" && elementKinds(around).has("note");
    isFound ||= other !== undefined && other <= depth && !isNote;
    return !isFound;
  });
  return isFound;
}

/** Of empty anchors right before the heading, or before what wraps it. */
function precedingId(heading: Element, path: readonly Parent[]): string | undefined {
  let inner: Element = heading;
  for (const [level, parent] of path.toReversed().slice(0, MAX_LEVELS_OUT).entries()) {
    const siblings = parent.children as Element["children"];
    let looked = 0;
    for (let index = siblings.indexOf(inner) - 1; index >= 0; index--) {
      const sibling = siblings[index];
      if (sibling === undefined) break;
      if (sibling.type === "comment" || (sibling.type === "text" && sibling.value.trim() === "")) continue;
      if (sibling.type !== "element" || visibleText(sibling).trim() !== "" || looked++ >= MAX_PRECEDING)
        break;
      const id = ownId(sibling) ?? insideId(sibling);
      if (id === undefined || sibling.tagName === "img") continue;
      if (level < NEAR_LEVELS || isAnchorAlone(sibling)) return id;
    }
    if (parent.type !== "element" || !beginsWith(parent, inner)) return undefined;
    inner = parent;
  }
  return undefined;
}

/** Empty, and there to be linked to. */
function isAnchorAlone(element: Element): boolean {
  if (element.children.some(({ type }) => type === "element")) return false;
  return element.tagName === "a"
    ? attribute(element, "href") === undefined
    : ANCHOR_CLASS.test(attribute(element, "className") ?? "");
}

const ANCHOR_CLASS =
  /(?:^|[-_\s])(?:anchor|target|jump-?(?:target|mark)|scroll-?(?:to|target|anchor))(?:[-_\s]|$)/i;
