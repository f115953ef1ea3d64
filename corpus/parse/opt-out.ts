/**
 * Fields of front matter by which authors keep a page out of search. Each is read by the generator or the search tool
 * that is named beside it; only the values count that keep a page out there.
 */
import { isObject } from "./parse-data.ts";

type Wish = (value: unknown) => boolean;

const isTrue: Wish = (value) => value === true || /^(?:true|yes)$/i.test(String(value));
const isFalse: Wish = (value) => value === false || /^(?:false|no)$/i.test(String(value));
const isNoindex: Wish = (value) =>
  typeof value === "string"
    ? /\b(?:noindex|none)\b/i.test(value)
    : Array.isArray(value)
      ? value.some((entry) => isNoindex(entry))
      : isObject(value) && (isFalse(value["index"]) || isTrue(value["noindex"]));
const isExcluded: Wish = (value) =>
  typeof value === "string" && /^(?:exclude|excluded|false|no|never|hidden)$/i.test(value.trim());

/** By the name of the field without regard to case and to `-` and `_`; a dot leads into a field. */
const WISHES: readonly [field: string, keepsOut: Wish][] = [
  // Docusaurus: the page is built, and in no sidebar, sitemap or search.
  ["unlisted", isTrue],
  // Mintlify, Jekyll SEO, Docusaurus themes, GitBook exports, Ghost.
  ["noindex", isTrue],
  ["no_index", isTrue],
  ["seo.noindex", isTrue],
  // PaperMod and other themes of Hugo.
  ["robotsNoIndex", isTrue],
  // Hugo, Gatsby, Nuxt Robots and Eleventy templates write it into the meta tag; Microsoft Learn and docfx in capitals.
  ["robots", (value) => value === false || isNoindex(value)],
  ["robots.index", isFalse],
  ["googlebot", isNoindex],
  ["meta.robots", isNoindex],
  ["seo.robots", isNoindex],
  // Material for MkDocs.
  ["search.exclude", isTrue],
  // VitePress, VuePress, Quarto, Minimal Mistakes; `search: exclude` of the Documentation theme for Jekyll.
  ["search", (value) => value === false || isExcluded(value)],
  ["search.enabled", isFalse],
  // Just the Docs.
  ["search_exclude", isTrue],
  // Docsy.
  ["exclude_search", isTrue],
  ["exclude_from_search", isTrue],
  // Hextra, Congo and Blowfish.
  ["excludeFromSearch", isTrue],
  ["hide_from_search", isTrue],
  ["disable_search", isTrue],
  // LoveIt, DoIt and FixIt.
  ["hiddenFromSearch", isTrue],
  // Obsidian Publish and what else reads its vaults.
  ["publish", isFalse],
  // Hugo Book.
  ["bookSearchExclude", isTrue],
  // PaperMod.
  ["searchHidden", isTrue],
  // Starlight, and others that search with Pagefind.
  ["pagefind", (value) => value === false || isExcluded(value)],
  // Nextra, Retype.
  ["searchable", isFalse],
  // Zola.
  ["in_search_index", isFalse],
  // Sphinx and MyST: metadata of a file.
  ["nosearch", isTrue],
  ["no-search", isTrue],
  // GOV.UK Tech Docs Template.
  ["prevent_indexing", isTrue],
  // hexo-generator-search.
  ["indexing", isFalse],
  // hexo-algoliasearch, jekyll-algolia.
  ["algolia", isFalse],
  ["docsearch", isFalse],
  // Jekyll and Eleventy: out of the sitemap is out of all search engines.
  ["sitemap", (value) => value === false || isExcluded(value)],
  ["sitemap.exclude", isTrue],
  ["sitemap.disable", isTrue],
  // Eleventy: a page that no collection holds is in no index that is made of one; without an address it is no page.
  ["eleventyExcludeFromCollections", isTrue],
  ["permalink", (value) => value === false],
  // Hugo: what is not rendered is no page; what is in no list is in no index that is made of one.
  ["_build.render", isNeverBuilt],
  ["build.render", isNeverBuilt],
  ["_build.list", isNeverBuilt],
  ["build.list", isNeverBuilt],
  ["headless", isTrue],
  // Zola.
  ["render", isFalse],
  // Mintlify, GitBook, ReadMe, Relearn: in no navigation and in no search.
  ["hidden", isTrue],
  // Hugo Blox, Gatsby starters, ReadMe.
  ["private", isTrue],
  // Retype.
  ["visibility", (value) => typeof value === "string" && /^(?:hidden|private|protected)$/i.test(value)],
  // Pelican, and collections of editors with a workflow.
  ["status", (value) => typeof value === "string" && /^(?:hidden|private|draft)$/i.test(value)],
  // MyST, which writes these into the head of the page.
  ["html_meta.robots", isNoindex],
  ["myst.html_meta.robots", isNoindex],
];

/** As a report shows it: `search.exclude: true`. Undefined where the author does not mind. */
export function optOutOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const [field, keepsOut] of WISHES) {
    const value = valueAt(fields, field.split("."));
    if (value !== undefined && value !== null && keepsOut(value)) return `${field}: ${shown(value)}`;
  }
  // Hugo: what themes read may stand there.
  const { params } = fields;
  const ofTheme = isObject(params) ? optOutOf(params) : undefined;
  if (ofTheme !== undefined) return `params.${ofTheme}`;
  return headOptOut(fields["head"] ?? fields["meta"]);
}

function isNeverBuilt(value: unknown): boolean {
  return value === false || /^(?:never|false)$/i.test(String(value));
}

/** `head` of VitePress and VuePress (a list of lists) and of Starlight (a list of elements). */
function headOptOut(head: unknown): string | undefined {
  if (!Array.isArray(head)) return undefined;
  const isRobots = (attributes: unknown): boolean =>
    isObject(attributes) &&
    /^(?:robots|googlebot)$/i.test(String(attributes["name"])) &&
    isNoindex(attributes["content"]);
  const found = (head as unknown[]).some((entry) =>
    Array.isArray(entry)
      ? isRobots(entry[1])
      : isObject(entry) && (isRobots(entry["attrs"]) || isRobots(entry)),
  );
  return found ? "head: robots noindex" : undefined;
}

function valueAt(fields: unknown, path: readonly string[]): unknown {
  let value = fields;
  for (const name of path) {
    if (!isObject(value)) return undefined;
    const key = Object.keys(value).find((known) => plain(known) === plain(name));
    value = key === undefined ? undefined : value[key];
  }
  return value;
}

/** `search_exclude`, `search-exclude` and `searchExclude` are one field to those who write them. */
function plain(name: string): string {
  const bare = name.replace(/[-_]/g, "").toLowerCase();
  return name.startsWith("_") ? `_${bare}` : bare;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, 80);
}
