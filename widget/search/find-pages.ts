import type { SearchResult } from "../../core/protocol.ts";
import { safeUrl } from "../safe-url.ts";

/** Results that are shown at once: as many as a glance takes in. */
const MAX_RESULTS = 8;

/** A page as the list shows it. */
export interface FoundPage {
  title: string;
  section: string;
  /** Absolute. */
  url: string;
  excerpt: string;
}

export interface FindPagesOptions {
  /** Origin of the Worker. */
  endpoint: string;
  site: string;
  /** BCP 47: pages of this language come first, where the site has any. */
  locale: string;
  /** Of the page that the field stands in: relative addresses are its site's. */
  pageUrl: string;
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
}

/**
 * Pages that match what was typed so far, by `GET /v1/search`; each page once, at its best passage.
 *
 * @throws where the server can't be reached, or answers with an error or with something else than results.
 */
export async function findPages(query: string, options: FindPagesOptions): Promise<FoundPage[]> {
  const { endpoint, site, locale, pageUrl, fetch, signal } = options;
  const parameters = new URLSearchParams({
    q: query,
    site,
    locale,
    limit: String(MAX_RESULTS * 2),
    typing: "true",
  });
  const response = await fetch(`${endpoint}/v1/search?${parameters}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  const { results } = (await response.json()) as { results: SearchResult[] };
  const pages = new Map<string, FoundPage>();
  for (const { title, section = "", url, excerpt } of results) {
    const target = safeUrl(url, pageUrl);
    const page = target?.replace(/#.*$/s, "");
    if (!target || !page || pages.has(page)) continue;
    pages.set(page, { title, section, url: target, excerpt });
  }
  return [...pages.values()].slice(0, MAX_RESULTS);
}
