/**
 * Tab groups and accordions: their panels are text whether they are open or not, and a tab's label says what its panel
 * is about ("macOS"). Found by roles, by what labels refer to, and else by their order.
 */
import type { Element } from "hast";
import { accordionTitle } from "./accordions.ts";
import { isHeadingLike, type TextReader } from "./visible-text.ts";
import { attribute, eachElement, elementChildren, findElement, hasClass, type Parent } from "./tree.ts";

export interface TabGroups {
  /** The label that a panel is shown with. */
  labels: ReadonlyMap<Element, string>;
  /** The lists of labels: read with their panels. */
  lists: ReadonlySet<Element>;
  /** Shown when a reader asks for them. */
  panels: ReadonlySet<Element>;
}

const TAB_LIST =
  /^(?:tabs?|tab-?list|nav-tabs|tabbed-labels|tab-?labels|tab-?headers?|tab-?nav|tabs?__(?:list|nav|header))$/i;
const PANEL =
  /^(?:tab-?pane|tab-?panel|tabpanel|tabbed-block|tab-?content|tab__content|tabs__panel|tab-item|collapse|accordion-(?:collapse|content|body|panel|item|answer)|accordion__\w+|details-content|collapsible-content|expandable-content|faq-answer|faq__answer)$/i;
const PANEL_PART = /(?:^|-)tabs?[-_]*(?:content|panel|pane|body)$/i;
/** How far above a list of labels its panels may hang. */
const MAX_LEVELS = 4;

export function findTabGroups(body: Parent, readText: TextReader): TabGroups {
  const labels = new Map<Element, string>();
  const lists = new Set<Element>();
  const panels = new Set<Element>();
  const parents = new Map<Element, Parent>();
  const byId = new Map<string, Element>();
  const candidates: Element[] = [];
  const openers: Element[] = [];
  eachElement(body, (element, parent) => {
    parents.set(element, parent);
    const { id, role } = element.properties;
    if (typeof id === "string" && !byId.has(id)) byId.set(id, element);
    if (role === "tabpanel" || hasClass(element, PANEL)) panels.add(element);
    if (role === "tablist" || hasClass(element, TAB_LIST)) candidates.push(element);
    if (opensPanel(element, parent)) openers.push(element);
  });
  for (const opener of openers) {
    const panel = byId.get(targetOf(opener) ?? "");
    if (panel !== undefined) panels.add(panel);
  }
  for (const [tab, panel] of pairedTabs(body)) {
    panels.add(panel);
    if (!labels.has(panel)) labels.set(panel, readText(tab));
    lists.add(tab);
  }
  for (const list of candidates) {
    if (lists.has(list)) continue;
    const tabs = tabsOf(list);
    if (tabs.length === 0) continue;
    const shown = panelsOf(list, tabs, byId, parents);
    // What holds the panels too is the group, not its list.
    if (shown === undefined || shown.some((panel) => isInside(panel, list, parents))) continue;
    lists.add(list);
    for (const [index, panel] of shown.entries()) {
      panels.add(panel);
      const tab = tabs[index];
      if (tab !== undefined && !labels.has(panel)) labels.set(panel, readText(tab));
    }
  }
  return { labels, lists, panels };
}

/**
 * Tabs that stand each before its panel, as those which need no script do (`<input type="radio"><label><div>`), and
 * tabs of custom elements, which name their panels: `<x-tab panel="mac">`, `<x-tab-panel name="mac">`.
 */
function pairedTabs(body: Parent): [tab: Element, panel: Element][] {
  const pairs: [Element, Element][] = [];
  eachElement(body, (element, parent) => {
    if (element.tagName === "label" && attribute(element, "htmlFor") !== undefined) {
      const siblings = elementChildren(parent);
      const next = siblings[siblings.indexOf(element) + 1];
      const opener = siblings.find((sibling) => attribute(sibling, "id") === attribute(element, "htmlFor"));
      if (next !== undefined && hasClass(next, PANEL_PART) && attribute(opener ?? next, "type") === "radio")
        pairs.push([element, next]);
    } else if (/^[a-z]+(?:-[a-z]+)*-tab$/.test(element.tagName)) {
      const name = attribute(element, "panel");
      const panel =
        name === undefined
          ? undefined
          : findElement(
              parent,
              (child) => /-(?:tab-)?panel$/.test(child.tagName) && attribute(child, "name") === name,
            );
      if (panel !== undefined) pairs.push([element, panel]);
    }
  });
  return pairs;
}

/** A button or a link that opens text on the page. */
function opensPanel(element: Element, parent: Parent): boolean {
  const { tagName } = element;
  if (tagName !== "button" && tagName !== "a" && accordionTitle(element) === undefined) return false;
  if (attribute(element, "role") === "tab") return true;
  const toggles = attribute(element, "dataBsToggle") ?? attribute(element, "dataToggle");
  if (toggles !== undefined) return toggles === "collapse" || toggles === "tab" || toggles === "pill";
  if (attribute(element, "ariaControls") === undefined) return false;
  return (parent.type === "element" && isHeadingLike(parent)) || accordionTitle(element) !== undefined;
}

function targetOf(element: Element): string | undefined {
  const controls = attribute(element, "ariaControls");
  if (controls !== undefined) return controls;
  const target =
    attribute(element, "dataBsTarget") ?? attribute(element, "dataTarget") ?? attribute(element, "href");
  return target?.startsWith("#") === true ? target.slice(1) : undefined;
}

function tabsOf(list: Element): Element[] {
  const tabs: Element[] = [];
  eachElement(list, (element) => {
    const isTab =
      attribute(element, "role") === "tab" ||
      (element.tagName === "label" && attribute(element, "htmlFor") !== undefined) ||
      ["tab", "pill"].includes(
        attribute(element, "dataBsToggle") ?? attribute(element, "dataToggle") ?? "",
      ) ||
      (element.tagName === "a" && attribute(element, "href")?.startsWith("#") === true);
    if (isTab) tabs.push(element);
    return !isTab;
  });
  if (tabs.length > 0) return tabs;
  const children = elementChildren(list);
  return children.every(({ tagName }) => tagName === "li" || tagName === "button") && children.length > 1
    ? children
    : [];
}

function isInside(element: Element, outer: Element, parents: ReadonlyMap<Element, Parent>): boolean {
  for (let parent = parents.get(element); parent?.type === "element"; parent = parents.get(parent)) {
    if (parent === outer) return true;
  }
  return false;
}

/** One for each of the labels, or undefined where that is not sure. */
function panelsOf(
  list: Element,
  tabs: readonly Element[],
  byId: ReadonlyMap<string, Element>,
  parents: ReadonlyMap<Element, Parent>,
): Element[] | undefined {
  const referred = tabs.map((tab) => byId.get(targetOf(tab) ?? "") ?? byId.get(targetOf(linkIn(tab)) ?? ""));
  if (referred.every((panel) => panel !== undefined)) return referred;
  let below: Element = list;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const parent = parents.get(below);
    if (parent === undefined || parent.type !== "element") return undefined;
    const siblings = elementChildren(parent);
    const after = siblings.slice(siblings.indexOf(below) + 1);
    const byRole = after.flatMap((sibling) =>
      outermost(sibling, (element) => element.properties["role"] === "tabpanel"),
    );
    if (byRole.length === tabs.length) return byRole;
    const [next] = after;
    if (next !== undefined) {
      const inside = elementChildren(next);
      if (inside.length === tabs.length && tabs.length > 1) return inside;
      const blocks = after.slice(0, tabs.length);
      if (
        byRole.length === 0 &&
        tabs.length > 1 &&
        blocks.length === tabs.length &&
        blocks.every((block) => hasClass(block, PANEL))
      ) {
        return blocks;
      }
    }
    below = parent;
  }
  return undefined;
}

function linkIn(tab: Element): Element {
  return findElement(tab, ({ tagName }) => tagName === "a" || tagName === "button") ?? tab;
}

function outermost(root: Element, matches: (element: Element) => boolean): Element[] {
  if (matches(root)) return [root];
  const found: Element[] = [];
  eachElement(root, (element) => {
    if (!matches(element)) return true;
    found.push(element);
    return false;
  });
  return found;
}
