/**
 * Parts of a page that its author keeps out of search, by the attributes that generators and search tools read:
 * Pagefind (Starlight and others), Google (`data-nosnippet`, `googleoff`), Material for MkDocs, Algolia, Elastic,
 * Swiftype, DatoCMS, Yandex (`noindex`) and Yahoo (`robots-nocontent`).
 *
 * @see https://pagefind.app/docs/indexing/
 * @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#data-nosnippet-attr
 */
import type { Comment, Element, Text } from "hast";
import { attribute, classNames, eachElement, hasAttribute, headingDepth, type Parent } from "./tree.ts";

const EXCLUDING = [
  "dataNosnippet",
  "dataSearchExclude",
  "dataAlgoliaIgnore",
  "dataElasticExclude",
  "dataNoIndex",
  "dataNoindex",
  "dataDatocmsNoindex",
];

/** Starlight keeps its trees of files out of its search, for the names in them; their author has said nothing. */
const OF_COMPONENTS: ReadonlySet<string> = new Set(["starlight-file-tree"]);

const COMMENT_OFF = /^\s*(?:noindex|googleoff:\s*(?:index|snippet|all))\s*$/i;
const COMMENT_ON = /^\s*(?:\/noindex|googleon:\s*(?:index|snippet|all))\s*$/i;

const MARKS =
  /data-(?:pagefind|nosnippet|search-exclude|algolia|elastic|swiftype|no-?index|datocms)|noindex|robots-nocontent|googleoff/i;

/** Whether there is anything to look for: most pages have nothing, and are spared the search. */
export function mayOptOut(source: string): boolean {
  return MARKS.test(source);
}

/** Every outermost element that its author keeps out, and all that stands between comments which do so. */
export function findOptedOut(body: Parent): Set<Element | Text> {
  const optedOut = new Set<Element | Text>();
  const asked = findBodies(body);
  const visit = (parent: Parent): void => {
    let isOff = false;
    let sectionDepth: number | undefined;
    for (const child of parent.children) {
      if (child.type === "comment") isOff = switched(child, isOff);
      if (child.type === "text" && (isOff || sectionDepth !== undefined)) optedOut.add(child);
      if (child.type !== "element") continue;
      const depth = headingDepth(child);
      if (depth !== undefined && sectionDepth !== undefined && depth <= sectionDepth)
        sectionDepth = undefined;
      // On a heading, Material's attribute means all that follows up to the next one of its depth.
      if (depth !== undefined && hasAttribute(child, "dataSearchExclude")) sectionDepth = depth;
      const isAsked = isExcluded(child) && !OF_COMPONENTS.has(child.tagName);
      if (isOff || sectionDepth !== undefined || isAsked) optedOut.add(child);
    }
  };
  visit(body);
  eachElement(body, (element) => {
    if (optedOut.has(element)) return false;
    visit(element);
    return undefined;
  });
  if (asked.size > 0) leaveOnly(body, asked, optedOut);
  return optedOut;
}

function switched({ value }: Comment, isOff: boolean): boolean {
  return COMMENT_OFF.test(value) || (isOff && !COMMENT_ON.test(value));
}

/** By an attribute or a class of its own. */
export function isExcluded(element: Element): boolean {
  if (element.tagName === "noindex") return true;
  if (EXCLUDING.some((name) => isOn(attribute(element, name)))) return true;
  if (isOn(attribute(element, "dataPagefindIgnore"))) return true;
  if (attribute(element, "dataSwiftypeIndex") === "false") return true;
  return classNames(element).includes("robots-nocontent");
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "false";
}

/** Where a page marks what is to be read, nothing else is: `data-pagefind-body`, `data-elastic-include`. */
function findBodies(body: Parent): Set<Element> {
  const asked = new Set<Element>();
  eachElement(body, (element) => {
    if (!isOn(attribute(element, "dataPagefindBody")) && !isOn(attribute(element, "dataElasticInclude")))
      return true;
    asked.add(element);
    return false;
  });
  return asked;
}

function leaveOnly(body: Parent, asked: ReadonlySet<Element>, optedOut: Set<Element | Text>): void {
  const around = new Set<Parent>();
  const mark = (parent: Parent, path: Parent[]): void => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      if (asked.has(child)) for (const ancestor of [...path, parent]) around.add(ancestor);
      else mark(child, [...path, parent]);
    }
  };
  mark(body, []);
  for (const parent of around) {
    for (const child of parent.children) {
      if (child.type === "text") optedOut.add(child);
      if (child.type === "element" && !around.has(child) && !asked.has(child)) optedOut.add(child);
    }
  }
}
