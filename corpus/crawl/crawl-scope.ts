/** Which addresses belong to the site that is crawled, and which of them are wanted. */
import { compileGlobs, type PathMatcher } from "./path-globs.ts";

export interface ScopeOptions {
  /** The address that the user named. */
  start: URL;
  /** Where it was answered from: a redirect between `www.` and not, or to https, is the same site. */
  answered: URL;
  include: readonly string[];
  exclude: readonly string[];
  /** A sitemap names pages wherever they lie. */
  isSitemap: boolean;
}

export interface CrawlScope {
  /** Below which path pages are read, as the report names it; "/" for all of the host. */
  readonly path: string;
  /** The address as this site writes it; undefined for other hosts. */
  ownAddress: (url: string) => string | undefined;
  /** Whether a page of this site is wanted: `outside` of the start's path, or `excluded` by a pattern. */
  judge: (url: string) => "wanted" | "outside" | "excluded";
}

export function createScope({ start, answered, include, exclude, isSitemap }: ScopeOptions): CrawlScope {
  const hosts = new Set([start.host, answered.host]);
  const path = isSitemap ? "/" : scopePath(start, answered);
  const isBelow: PathMatcher = (candidate) =>
    path.endsWith("/")
      ? candidate.startsWith(path) || candidate === path.slice(0, -1)
      : candidate === path || candidate.startsWith(`${path}/`);
  const isIncluded = include.length === 0 ? isBelow : compileGlobs(include);
  const isExcluded = compileGlobs(exclude);
  return {
    path,
    ownAddress(url) {
      const parsed = new URL(url);
      if (!hosts.has(parsed.host)) return undefined;
      // One page under http and https, or with and without www., is one page.
      return parsed.origin === answered.origin ? url : `${answered.origin}${parsed.pathname}${parsed.search}`;
    },
    judge(url) {
      const { pathname } = new URL(url);
      if (isExcluded(pathname)) return "excluded";
      return isIncluded(pathname) ? "wanted" : "outside";
    },
  };
}

/** `/docs/` and `/docs` stand for what is below; a file, `/docs/start.html`, for its folder. */
function scopePath(start: URL, answered: URL): string {
  const below = (url: URL): string =>
    /\/[^/]+\.[a-z][a-z0-9]{0,5}$/i.test(url.pathname) ? url.pathname.replace(/[^/]*$/, "") : url.pathname;
  const asked = below(start);
  const isStillBelow = asked.endsWith("/")
    ? answered.pathname.startsWith(asked)
    : answered.pathname === asked || answered.pathname.startsWith(`${asked}/`);
  // `/old/` that leads to `/new/` has moved with all that is below it.
  return isStillBelow ? asked : below(answered);
}
