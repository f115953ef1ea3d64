/** The pages that the sitemaps of a site name. */
import type { CrawlReport } from "./crawl-report.ts";
import type { CrawlScope } from "./crawl-scope.ts";
import { decodeText, isGzip, unpackBody } from "./decode-body.ts";
import { MAX_SITEMAP_ENTRIES, parseSitemap, type SitemapEntry } from "./parse-sitemap.ts";
import type { Robots } from "./robots.ts";
import type { SiteAnswer, SiteClient } from "./site-client.ts";

/** The protocol's own bound, unpacked. */
export const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;
/** An index may name 50,000 sitemaps; a site that needs them has more pages than are read. */
const MAX_SITEMAPS = 500;
/** An index of indexes is not allowed, and done. */
const MAX_NESTING = 3;

/** Where sitemaps lie that nobody names: the usual place, and those of WordPress, Astro and plain lists. */
const USUAL_NAMES = [
  "sitemap.xml",
  "sitemap_index.xml",
  "sitemap-index.xml",
  "wp-sitemap.xml",
  "sitemap.txt",
];

export interface SitemapSearch {
  client: SiteClient;
  robots: Robots;
  scope: CrawlScope;
  /** No more pages are collected. */
  maxPages: number;
}

export interface FoundPages {
  /** In the order of the sitemaps, each once, with the address that the site writes. */
  pages: SitemapEntry[];
  sitemaps: CrawlReport["sitemaps"];
  /** Entries that are not wanted. */
  foreign: string[];
  outside: string[];
  excluded: string[];
  /** True where there were more than `maxPages`. */
  hasMore: boolean;
}

/** Asks those that robots.txt and the start page name; where these give no page, those in the usual places. */
export async function findSitemapPages(
  named: readonly string[],
  folders: readonly string[],
  search: SitemapSearch,
): Promise<FoundPages> {
  const found = newFound();
  const asked = new Set<string>();
  for (const url of named) await readSitemap(url, { search, found, asked, isNamed: true });
  for (const folder of folders) {
    for (const name of USUAL_NAMES) {
      if (found.pages.length > 0) return found;
      await readSitemap(new URL(name, folder).href, { search, found, asked, isNamed: false });
    }
  }
  return found;
}

/** The pages of a sitemap that the user named, which has been fetched. */
export async function readNamedSitemap(
  url: string,
  answer: SiteAnswer & { kind: "body" },
  search: SitemapSearch,
): Promise<FoundPages> {
  const found = newFound();
  await takeSitemap(url, answer, { search, found, asked: new Set([url]), isNamed: true, nesting: 0 });
  return found;
}

function newFound(): FoundPages {
  return { pages: [], sitemaps: [], foreign: [], outside: [], excluded: [], hasMore: false };
}

interface Reading {
  search: SitemapSearch;
  found: FoundPages;
  asked: Set<string>;
  /** Somebody says that it is there: what is wrong with it is reported. */
  isNamed: boolean;
  nesting?: number;
}

async function readSitemap(address: string, reading: Reading): Promise<void> {
  const { search, found, asked, isNamed } = reading;
  const report = (detail: string): void => {
    if (isNamed) found.sitemaps.push({ url: address, pages: 0, detail });
  };
  const url = search.scope.ownAddress(address);
  if (url === undefined) {
    report("lies on another host, and is not read");
    return;
  }
  if (asked.has(url) || asked.size >= MAX_SITEMAPS || found.hasMore) return;
  asked.add(url);
  if (!search.robots.allows(url)) {
    report("robots.txt does not allow it");
    return;
  }
  const answer = await search.client.get({
    url,
    maxBytes: () => MAX_SITEMAP_BYTES,
    refuse: (target) =>
      search.scope.ownAddress(target) === undefined
        ? { kind: "other-host", detail: `leads to ${target}` }
        : undefined,
  });
  if (answer.kind === "body") await takeSitemap(url, answer, reading);
  else report(answer.kind === "failed" ? answer.failure.detail : "answers 304 to a first request");
}

async function takeSitemap(
  url: string,
  answer: SiteAnswer & { kind: "body" },
  { search, found, asked, isNamed, nesting = 0 }: Reading,
): Promise<void> {
  let parsed: ReturnType<typeof parseSitemap>;
  try {
    const bytes = isGzip(answer.bytes) ? unpackBody(answer.bytes, "gzip", MAX_SITEMAP_BYTES) : answer.bytes;
    parsed = parseSitemap(decodeText(bytes, answer.headers["content-type"]).text, answer.url);
  } catch (error) {
    found.sitemaps.push({ url, pages: 0, detail: (error as Error).message });
    return;
  }
  if (parsed === undefined) {
    if (isNamed) found.sitemaps.push({ url, pages: 0, detail: "is no sitemap" });
    return;
  }
  const before = found.pages.length;
  for (const entry of parsed.pages) addPage(entry, search, found);
  const isCut = parsed.pages.length + parsed.sitemaps.length >= MAX_SITEMAP_ENTRIES;
  if (parsed.kind !== "index" || parsed.sitemaps.length === 0) {
    const pages = found.pages.length - before;
    const detail = isCut
      ? `only its first ${MAX_SITEMAP_ENTRIES} entries are read`
      : parsed.pages.length === 0
        ? "names no page"
        : undefined;
    found.sitemaps.push({ url, pages, ...(detail !== undefined && { detail }) });
  }
  if (nesting >= MAX_NESTING) return;
  for (const sitemap of parsed.sitemaps)
    await readSitemap(sitemap.url, { search, found, asked, isNamed: true, nesting: nesting + 1 });
}

function addPage(entry: SitemapEntry, { scope, maxPages }: SitemapSearch, found: FoundPages): void {
  const url = scope.ownAddress(entry.url);
  if (url === undefined) {
    found.foreign.push(entry.url);
    return;
  }
  const verdict = scope.judge(url);
  if (verdict !== "wanted") found[verdict].push(url);
  else if (found.pages.length >= maxPages) found.hasMore = true;
  else found.pages.push({ ...entry, url });
}
