/**
 * Where the text of a page is: what the page itself names, else its article, else what is named as the content, else
 * where most of the prose is.
 */
import type { Element, Root } from "hast";
import { elementKinds } from "./names.ts";
import { linkDensity, measureOf, type Measures, type TextMeasure } from "./text-measure.ts";
import { attribute, eachElement, elementChildren, findElement, headingDepth, type Parent } from "./tree.ts";

export interface MainContent {
  root: Parent;
  /** From the page down to the parent of `root`. */
  path: Parent[];
  /** True where the page itself says so: what is beside it is not its text, and what is in it mostly is. */
  isNamed: boolean;
}

/** A named main content with less of the page's prose is an empty frame. */
const LEAST_SHARE = 0.1;
/** An article, or what is named content, with this much of the prose is the page's. */
const ARTICLE_SHARE = 0.5;
const SAME_SHARE = 0.75;
const NEARLY_ALL = 0.85;

export function findMainContent(
  page: Root,
  measures: Measures,
  isLeftOut: (element: Element) => boolean,
  isFurnitureOf: (element: Element, parent: Parent) => boolean,
): MainContent {
  const paths = new Map<Element, Parent[]>();
  const named: Element[] = [];
  const articles: Element[] = [];
  const bodies: Element[] = [];
  const contents: Element[] = [];
  let body: Element | undefined;
  const visit = (parent: Parent, path: Parent[], isInArticle: boolean): void => {
    for (const element of elementChildren(parent)) {
      if (isLeftOut(element)) continue;
      if (element.tagName === "body") body ??= element;
      const measure = measureOf(measures, element);
      if (measure.chars === 0) continue;
      const here = [...path, parent];
      const isMain = element.tagName === "main" || attribute(element, "role") === "main";
      const itemProp = attribute(element, "itemProp") ?? "";
      const isArticle = element.tagName === "article" && !isInArticle;
      const isContent = elementKinds(element).has("content");
      if (isMain || isArticle || isContent || itemProp !== "") paths.set(element, here);
      if (isMain) named.push(element);
      else if (element !== body && element.tagName !== "html" && isFurnitureOf(element, parent)) continue;
      if (isArticle) articles.push(element);
      if (/(?:^|\s)articleBody(?:\s|$)/.test(itemProp)) bodies.push(element);
      if (isContent && element.tagName !== "body") contents.push(element);
      // What is in a line, a paragraph or a block of code is not the content of a page.
      if (
        measure.hasBlock &&
        element.tagName !== "p" &&
        element.tagName !== "pre" &&
        headingDepth(element) === undefined
      )
        visit(element, here, isInArticle || isArticle);
    }
  };
  visit(page, [], false);
  const whole: Parent = body ?? page;
  const wholePath = body === undefined ? [] : pathTo(page, body);
  const prose = proseOf(measureOf(measures, whole));
  const main = largest(named, measures);
  if (main !== undefined && proseOf(measureOf(measures, main)) >= prose * LEAST_SHARE) {
    return { root: main, path: paths.get(main) ?? [], isNamed: true };
  }
  const article = largest(articles, measures);
  if (article !== undefined && isTheArticle(article, articles, measures, prose)) {
    return { root: article, path: paths.get(article) ?? [], isNamed: true };
  }
  const chosen = largest(bodies, measures) ?? innermost(contents, measures, prose);
  if (chosen !== undefined && proseOf(measureOf(measures, chosen)) >= prose * ARTICLE_SHARE) {
    return { root: chosen, path: paths.get(chosen) ?? [], isNamed: true };
  }
  return { ...densest(whole, wholePath, measures, isLeftOut, isFurnitureOf), isNamed: false };
}

function proseOf({ chars, linkChars }: TextMeasure): number {
  return chars - linkChars;
}

function largest(elements: readonly Element[], measures: Measures): Element | undefined {
  let found: Element | undefined;
  for (const element of elements) {
    if (found === undefined || proseOf(measureOf(measures, element)) > proseOf(measureOf(measures, found)))
      found = element;
  }
  return found;
}

/** One with the page's heading, or most of the text beside teasers of others. A list of teasers has no such. */
function isTheArticle(article: Element, all: readonly Element[], measures: Measures, prose: number): boolean {
  const measure = measureOf(measures, article);
  if (measure.hasTopHeading && all.filter((other) => measureOf(measures, other).hasTopHeading).length === 1)
    return true;
  return proseOf(measure) >= prose * ARTICLE_SHARE || (all.length === 1 && proseOf(measure) > 200);
}

/** `#content` may hold `.entry-content` and a sidebar: the inner one, where it has the same text and heading. */
function innermost(contents: readonly Element[], measures: Measures, prose: number): Element | undefined {
  let found: Element | undefined;
  for (const element of contents) {
    const measure = measureOf(measures, element);
    if (proseOf(measure) < prose * ARTICLE_SHARE) continue;
    if (found === undefined) found = element;
    else {
      const outer = measureOf(measures, found);
      const isInside = findElement(found, (child) => child === element) !== undefined;
      const keepsHeading = measure.hasTopHeading || !outer.hasTopHeading;
      if (isInside && keepsHeading && proseOf(measure) >= proseOf(outer) * SAME_SHARE) found = element;
    }
  }
  return found;
}

/** Down from the body as long as one element has nearly all of the prose, and the heading. */
function densest(
  whole: Parent,
  wholePath: readonly Parent[],
  measures: Measures,
  isLeftOut: (element: Element) => boolean,
  isFurnitureOf: (element: Element, parent: Parent) => boolean,
): { root: Parent; path: Parent[] } {
  let root = whole;
  const path = [...wholePath];
  for (;;) {
    const parent = root;
    const children = elementChildren(parent).filter(
      (child) => !isLeftOut(child) && !isFurnitureOf(child, parent),
    );
    const prose = children.reduce(
      (sum, child) => sum + proseOf(measureOf(measures, child)),
      ownProse(parent, measures),
    );
    const next = children.find((child) => proseOf(measureOf(measures, child)) >= prose * NEARLY_ALL);
    if (next === undefined || !CONTAINERS.has(next.tagName)) return { root, path };
    if (measureOf(measures, parent).hasTopHeading && !measureOf(measures, next).hasTopHeading)
      return { root, path };
    if (
      children.some(
        (child) =>
          child !== next &&
          measureOf(measures, child).headings > 0 &&
          linkDensity(measureOf(measures, child)) < 0.5,
      )
    ) {
      return { root, path };
    }
    path.push(root);
    root = next;
  }
}

const CONTAINERS: ReadonlySet<string> = new Set([
  "div",
  "section",
  "article",
  "form",
  "center",
  "td",
  "table",
  "tbody",
  "tr",
  "font",
]);

function ownProse(parent: Parent, measures: Measures): number {
  const inChildren = elementChildren(parent).reduce(
    (sum, child) => sum + proseOf(measureOf(measures, child)),
    0,
  );
  return Math.max(0, proseOf(measureOf(measures, parent)) - inChildren);
}

function pathTo(page: Root, target: Element): Parent[] {
  const parents = new Map<Element, Parent>();
  eachElement(page, (element, parent) => {
    parents.set(element, parent);
    return element !== target;
  });
  const path: Parent[] = [];
  for (
    let parent = parents.get(target);
    parent !== undefined;
    parent = parent.type === "element" ? parents.get(parent) : undefined
  ) {
    path.unshift(parent);
  }
  return path;
}
