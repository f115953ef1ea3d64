/**
 * A first look over some pages of a site: what most of them share is the site's and not the page's. The result is plain
 * data, so that it reaches the threads that read pages.
 */
import type { Element, ElementContent } from "hast";
import { isBlockName } from "./elements.ts";
import { readHead } from "./head.ts";
import { isHidden } from "./hidden.ts";
import { sharedAffixes } from "./page-title.ts";
import { parsePage } from "./parse-page.ts";
import { pageUnits } from "./site-frame.ts";
import { measureOf, measureText, type Measures } from "./text-measure.ts";
import { eachElement, findElement, headingDepth } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

export interface SiteSurvey {
  /** Texts of blocks that most pages have, by {@link textKey}. */
  repeated: readonly string[];
  /** Texts of pieces of pages that most have, however short: of their frame where they begin or end with them. */
  frame: readonly string[];
  /** What most titles begin or end with: the name of the site. */
  affixes: readonly string[];
  /** Of most canonical addresses; absent where pages name none, or several. */
  host?: string;
}

export interface SurveyedPage {
  /** Pages of one name are versions or translations of one page, which share their text and not only their frame. */
  name: string;
  source: string;
}

/** Fewer pages may all say the same because it is what they are about. */
const LEAST_PAGES = 4;
/** Of fewer pages than these, what is the site's stands on each. */
const FEW_PAGES = 6;
const REPEATED_SHARE = 0.6;
const HOST_SHARE = 0.6;

/** What is seen of one page. */
export interface PageSurvey {
  title?: string;
  /** Of its canonical address. */
  host?: string;
  /** Texts of its blocks, by {@link textKey}. */
  blocks: readonly string[];
  /** Texts of its pieces, however short. */
  pieces: readonly string[];
  /** Copies of sites have data under the names of pages. */
  isData?: true;
}

export function surveyPages(pages: readonly SurveyedPage[]): SiteSurvey {
  return joinSurveys(pages.map(({ name, source }) => ({ name, survey: surveyPage(source) })));
}

export function surveyPage(source: string): PageSurvey {
  if (!/^[\s\uFEFF]*(?:<|---)/.test(source)) return { blocks: [], pieces: [], isData: true };
  const page = parsePage(source);
  const { title, canonical } = readHead(page);
  const host = hostOf(canonical);
  const hidden = new Set<Element>();
  eachElement(page, (element) => {
    if (element.tagName === "head") return false;
    if (isHidden(element)) hidden.add(element);
    return !hidden.has(element);
  });
  const measures = measureText(page, (node) => node.type === "element" && hidden.has(node));
  const blocks = new Set<string>();
  eachElement(page, (element) => {
    if (element.tagName === "head" || hidden.has(element)) return false;
    const key = textKey(element, measures);
    if (key !== undefined) blocks.add(key);
    return element.tagName !== "pre" && element.tagName !== "table";
  });
  const body = findElement(page, ({ tagName }) => tagName === "body") ?? page;
  const isHiddenNode = (node: ElementContent): boolean => node.type === "element" && hidden.has(node);
  const pieces = new Set(pageUnits(body, measures, isHiddenNode).map(({ text }) => hashText(text)));
  return {
    ...(title !== undefined && { title }),
    ...(host !== undefined && { host }),
    blocks: [...blocks],
    pieces: [...pieces],
  };
}

export function joinSurveys(pages: readonly { name: string; survey: PageSurvey }[]): SiteSurvey {
  const namesByText = new Map<string, Set<string>>();
  const namesByPiece = new Map<string, Set<string>>();
  const titles: string[] = [];
  const hosts = new Map<string, number>();
  const names = new Set<string>();
  for (const { name, survey } of pages) {
    const { title, host, blocks, pieces, isData } = survey;
    if (isData === true) continue;
    names.add(name);
    if (title !== undefined) titles.push(title);
    if (host !== undefined) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    for (const key of blocks) noteName(namesByText, key, name);
    for (const key of pieces) noteName(namesByPiece, key, name);
  }
  const [mostNamed] = [...hosts].sort(([, left], [, right]) => right - left);
  const isSurveyed = names.size >= LEAST_PAGES;
  const least = names.size * (names.size < FEW_PAGES ? 1 : REPEATED_SHARE);
  const sharedKeys = (namesByKey: Map<string, Set<string>>): string[] =>
    isSurveyed ? [...namesByKey].filter(([, found]) => found.size >= least).map(([key]) => key) : [];
  return {
    repeated: sharedKeys(namesByText),
    frame: sharedKeys(namesByPiece),
    affixes: sharedAffixes(titles),
    ...(mostNamed !== undefined &&
      mostNamed[1] >= Math.max(3, pages.length * HOST_SHARE) && { host: mostNamed[0] }),
  };
}

function noteName(namesByKey: Map<string, Set<string>>, key: string, name: string): void {
  const known = namesByKey.get(key);
  if (known === undefined) namesByKey.set(key, new Set([name]));
  else known.add(name);
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
  try {
    return new URL(address).host.replace(/^www\./, "");
  } catch {
    return undefined;
  }
}

const MIN_CHARS = 16;
const MAX_CHARS = 2000;

/**
 * The text of a block, short. Undefined for what is never taken for the site's: headings, terms and cells ("Parameters",
 * "Returns") are on every page of a reference, and code and tables say what they say however often.
 */
export function textKey(element: Element, measures: Measures): string | undefined {
  const { tagName } = element;
  if (!isBlockName(tagName) || PARTS.has(tagName) || headingDepth(element) !== undefined) return undefined;
  const { chars, blocks, headings, links, linkChars } = measureOf(measures, element);
  if (chars < MIN_CHARS || chars > MAX_CHARS || blocks > 0) return undefined;
  // A short label under a heading is a part of what it introduces.
  if (links === 0 && chars < 40) return undefined;
  if (headings > 0 && links === 0 && linkChars === 0 && chars < 80) return undefined;
  return hashText(oneLine(visibleText(element, isHidden)));
}

const PARTS: ReadonlySet<string> = new Set([
  "html",
  "body",
  "main",
  "dt",
  "dd",
  "td",
  "th",
  "tr",
  "tbody",
  "thead",
  "table",
  "caption",
  "pre",
  "summary",
  "details",
  "legend",
  "figcaption",
]);

/** FNV-1a with the length: two texts of a site with the same are one. */
export function hashText(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length.toString(36)}.${(value >>> 0).toString(36)}`;
}
