/** A page of HTML as its main content, and an account of the rest. */
import type { Element, ElementContent, Root } from "hast";
import type { DropReason, DroppedText } from "../formats/document.ts";
import type { PageLink } from "../parse/inline-text.ts";
import { firstTopHeading, type OutlineItem } from "../parse/outline.ts";
import { bareHeadingsAsText } from "./bare-headings.ts";
import { isFurniture, type FurnitureContext } from "./furniture.ts";
import { isForScreenReaders, isHidden } from "./hidden.ts";
import { findIds } from "./ids.ts";
import { findMainContent, type MainContent } from "./main-content.ts";
import { markFurniture } from "./mark-furniture.ts";
import { markRepeated } from "./mark-repeated.ts";
import { markFrame } from "./site-frame.ts";
import { withoutRunningText } from "./running-text.ts";
import { hashText, type SiteSurvey } from "./survey.ts";
import { isAffixOf } from "./page-title.ts";
import { pageDate } from "./page-date.ts";
import { findOptedOut, mayOptOut } from "./opt-out.ts";
import { accountForText } from "./page-words.ts";
import { readContent } from "./read-content.ts";
import { findTabGroups, type TabGroups } from "./tabs.ts";
import { linkDensity, measureOf, measureText, type Measures } from "./text-measure.ts";
import { attribute, eachElement, findElement, headingDepth, type Parent } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

export interface ReadPage {
  items: OutlineItem[];
  links: PageLink[];
  /** Every id of the page. */
  anchors: string[];
  dropped: DroppedText[];
  /** The page's own heading: in its main content, else above it. */
  heading?: string;
  /** Of the page's last change, as it writes it beside its text. */
  date?: string;
  /** What of the page was taken for its text, for those who judge its kind. */
  main: {
    chars: number;
    linkChars: number;
    links: number;
    /** Characters of the form that asks for a password, if one does; all where it is no form. */
    passwordFormChars?: number;
  };
}

export interface PageContext {
  /** Of the page's head. */
  title?: string | undefined;
  /** What the pages of its site share. */
  survey?: SiteSurvey | undefined;
}

/** @param source what the tree was parsed from. */
export function readPage(page: Root, source: string, { title = "", survey }: PageContext = {}): ReadPage {
  const body = findElement(page, ({ tagName }) => tagName === "body") ?? page;
  const unseen = findUnseen(page, body, source);
  let read = readAs("named", { page, body, title, survey }, unseen);
  // A page is never nothing while it has text: what looked like furniture is then all there is.
  if (!hasText(read) && measureOf(unseen.measures, body).chars > 0)
    read = readAs("body", { page, body, title, survey }, unseen);
  if (!hasText(read) && measureOf(unseen.measures, body).chars > 0)
    read = readAs("everything", { page, body, title, survey }, unseen);
  return read;
}

function hasText({ items }: ReadPage): boolean {
  return items.some(({ kind }) => kind !== "heading");
}

/** What no reader of the page sees, and what its author keeps out of search. */
interface Unseen {
  reasons: ReadonlyMap<ElementContent, DropReason>;
  tabs: TabGroups;
  measures: Measures;
  ids: Set<string>;
}

function findUnseen(page: Root, body: Parent, source: string): Unseen {
  const tabs = findTabGroups(body, (tab) => oneLine(visibleText(tab, isHidden)));
  const reasons = new Map<ElementContent, DropReason>();
  if (mayOptOut(source)) for (const node of findOptedOut(body)) reasons.set(node, "opted-out");
  const spoken = spokenTexts(body, source);
  eachElement(body, (element) => {
    if (reasons.has(element)) return false;
    if (tabs.panels.has(element) || !isHidden(element)) return undefined;
    // What is shown to the eyes alone because ears have it elsewhere is text.
    if (isSeen(element) && spoken.has(oneLine(visibleText(element)))) return undefined;
    reasons.set(element, "hidden");
    return false;
  });
  const measures = measureText(page, (node) => reasons.has(node));
  return { reasons, tabs, measures, ids: findIds(body) };
}

/** What is said to screen readers alone, where something of the page is kept from them. */
function spokenTexts(body: Parent, source: string): ReadonlySet<string> {
  const texts = new Set<string>();
  if (!/aria-hidden/i.test(source)) return texts;
  eachElement(body, (element) => {
    if (!isForScreenReaders(element)) return true;
    const text = oneLine(visibleText(element));
    if (text.length >= MIN_SPOKEN_CHARS) texts.add(text);
    return false;
  });
  return texts;
}

/** Shorter ones are the names of icons. */
const MIN_SPOKEN_CHARS = 6;

/** Hidden from screen readers, and from nobody else. */
function isSeen(element: Element): boolean {
  if (attribute(element, "ariaHidden") !== "true") return false;
  const { ariaHidden: _, ...properties } = element.properties;
  return !isHidden({ ...element, properties });
}

type Breadth = "named" | "body" | "everything";

function readAs(
  breadth: Breadth,
  { page, body, title, survey }: { page: Root; body: Parent; title: string; survey: SiteSurvey | undefined },
  { reasons: unseen, tabs, measures, ids }: Unseen,
): ReadPage {
  const reasons = new Map(unseen);
  const isUnseen = (node: ElementContent): boolean => reasons.has(node);
  const base: FurnitureContext = {
    measures,
    proseChars: proseOf(measures, body),
    isInMain: false,
    trustsNames: breadth !== "everything",
    isPanel: (element) => tabs.panels.has(element),
  };
  const main: MainContent =
    breadth === "named"
      ? findMainContent(page, measures, isUnseen, (element, parent) => isFurniture(element, parent, base))
      : { root: body, path: [page], isNamed: false };
  markFurniture(main.root, {
    ...base,
    proseChars: proseOf(measures, main.root),
    isInMain: main.isNamed,
    isLeftOut: isUnseen,
    mark: (element) => reasons.set(element, "furniture"),
  });
  if (survey !== undefined && breadth !== "everything") {
    markRepeated(main.root, {
      measures,
      survey,
      isLeftOut: isUnseen,
      mark: (element) => reasons.set(element, "repeated"),
    });
  }
  // A page that names its content has its frame around it.
  if (survey !== undefined && survey.frame.length > 0 && breadth === "named" && !main.isNamed) {
    const shared = new Set(survey.frame);
    markFrame(main.root, {
      measures,
      isShared: (text) => shared.has(hashText(text)),
      isLeftOut: isUnseen,
      mark: (element) => reasons.set(element, "repeated"),
    });
  }
  const links: PageLink[] = [];
  const isLeftOut = (node: ElementContent): boolean => reasons.has(node) || tabs.lists.has(node as Element);
  const emptied = new Set<OutlineItem>();
  const context = {
    measures,
    emptied,
    ids,
    labels: tabs.labels,
    isLeftOut,
    onLink: (link: PageLink) => links.push(link),
  };
  const own = findElement(
    main.root,
    (element) => headingDepth(element) === 1 && measureOf(measures, element).chars > 0,
  );
  const higher = headingAbove(main, body, measures, isUnseen, survey?.affixes ?? []);
  const above =
    own === undefined || (higher !== undefined && isTitle(higher.root, title) && !isTitle(own, title))
      ? higher
      : undefined;
  if (above !== undefined) {
    markFurniture(above.root, {
      ...base,
      proseChars: proseOf(measures, above.root),
      isInMain: true,
      isLeftOut: isUnseen,
      mark: (element) => reasons.set(element, "furniture"),
    });
  }
  const items = withoutRunningText([
    ...(above === undefined ? [] : readContent(above.root, above.path, context)),
    ...readContent(main.root, main.path, context),
  ]);
  const heading = firstTopHeading(items);
  const isPageTitle = (text: string): boolean => title.startsWith(text) || title.endsWith(text);
  const date = pageDate(body);
  const measure = measureOf(measures, main.root);
  return {
    items: bareHeadingsAsText(items, { isEmptied: (item) => emptied.has(item), isTitle: isPageTitle }),
    links,
    anchors: [...ids],
    dropped: accountForText({
      body,
      isMain: (parent) => parent === main.root || parent === above?.root,
      reasonOf: (node) => reasons.get(node),
    }),
    ...(heading !== undefined && { heading }),
    ...(date !== undefined && { date }),
    main: {
      chars: measure.chars,
      linkChars: measure.linkChars,
      links: measure.links,
      ...passwordForm(main.root, measures),
    },
  };
}

function passwordForm(root: Parent, measures: Measures): { passwordFormChars?: number } {
  const holdsField = (parent: Parent): boolean =>
    findElement(
      parent,
      ({ tagName, properties }) => tagName === "input" && properties["type"] === "password",
    ) !== undefined;
  if (!holdsField(root)) return {};
  // Pages of ASP.NET are forms.
  const forms: Element[] = [];
  eachElement(root, (element) => {
    if (element.tagName === "form" && holdsField(element)) forms.push(element);
  });
  return { passwordFormChars: measureOf(measures, forms.at(-1) ?? (root as Element)).chars };
}

function proseOf(measures: Measures, parent: Parent): number {
  const { chars, linkChars } = measureOf(measures, parent);
  return chars - linkChars;
}

/** More prose than this above the main content is not its heading. */
const MAX_HEADING_CHARS = 600;

/** The h1 of a page that has it above its main content, with the lines around it. */
function headingAbove(
  main: MainContent,
  body: Parent,
  measures: Measures,
  isLeftOut: (element: Element) => boolean,
  affixes: readonly string[],
): { root: Element; path: Parent[] } | undefined {
  const around = new Set<Parent>([...main.path, main.root]);
  let found: { root: Element; path: Parent[] } | undefined;
  const visit = (parent: Parent, path: Parent[]): void => {
    for (const child of parent.children) {
      if (child === main.root || found !== undefined) return;
      if (child.type !== "element" || isLeftOut(child)) continue;
      const measure = measureOf(measures, child);
      if (!around.has(child)) {
        if (headingDepth(child) === 1 && measure.chars > 0 && !isSiteHeading(child, affixes))
          found = { root: child, path: [...path, parent] };
        if (!measure.hasTopHeading) continue;
      }
      const isHeadingBlock =
        !around.has(child) &&
        measure.chars - measure.linkChars <= MAX_HEADING_CHARS &&
        linkDensity(measure) < 0.3 &&
        !holdsSiteHeading(child, affixes);
      if (isHeadingBlock) found = { root: child, path: [...path, parent] };
      else visit(child, [...path, parent]);
    }
  };
  visit(body, []);
  return found;
}

/** Whether the title of the page names what a heading says, before or after the name of the site. */
function isTitle(element: Element, title: string): boolean {
  const heading =
    headingDepth(element) === 1 ? element : findElement(element, (child) => headingDepth(child) === 1);
  const text = heading === undefined ? "" : oneLine(visibleText(heading));
  return text !== "" && (title.startsWith(text) || title.endsWith(text));
}

function holdsSiteHeading(element: Element, affixes: readonly string[]): boolean {
  return (
    findElement(element, (child) => headingDepth(child) === 1 && isSiteHeading(child, affixes)) !== undefined
  );
}

/** The name of the site: it leads to the start page, as a logo does, or the titles of most pages end with it. */
function isSiteHeading(heading: Element, affixes: readonly string[]): boolean {
  const text = oneLine(visibleText(heading));
  if (affixes.some((affix) => isAffixOf(affix, text))) return true;
  const link = findElement(heading, ({ tagName }) => tagName === "a");
  return link !== undefined && oneLine(visibleText(link)) === text;
}
