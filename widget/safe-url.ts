/** Schemes that a link may have; everything else stays text. */
const SCHEMES = new Set(["https:", "http:", "mailto:"]);

/**
 * The absolute form of a source's URL, or undefined for what must not become a link. Relative URLs belong to
 * the page's own site; `<base>` of the page has no say, since it may point anywhere.
 */
export function safeUrl(url: string, pageUrl: string = location.href): string | undefined {
  if (!URL.canParse(url, pageUrl)) return undefined;
  const parsed = new URL(url, pageUrl);
  return SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}

/** What names the site of a URL to a reader; empty for a page of this site. */
export function foreignHost(url: string, pageUrl: string = location.href): string {
  const parsed = new URL(url, pageUrl);
  return parsed.host === new URL(pageUrl).host ? "" : parsed.host.replace(/^www\./, "");
}
