/** The URL of a document that says itself where it lies. */

/**
 * A path is one from the root of the host that the page was rendered for. `baseUrl` stands for that host and for the path
 * that the site lies below there, which is what its own path has before the path of its file.
 *
 * @param address a URL, or a path from the root of the host.
 * @param place from the root of the site, where the file lies.
 * @param baseUrl without a trailing slash; "" for root-relative URLs.
 */
export function documentUrl(
  address: string,
  { place, baseUrl, url }: { place: string | undefined; baseUrl: string; url: string | undefined },
): string {
  if (url !== undefined) return new URL(address, url).href;
  if (baseUrl === "") return address;
  const base = new URL(`${baseUrl}/`);
  if (!address.startsWith("/") || address.startsWith("//")) return new URL(address, base).href;
  const below = place === undefined ? undefined : basePathOf(address, place);
  if (below !== undefined) return `${baseUrl}${address.slice(below.length)}`;
  // A page that keeps the path which its site lies below.
  return address.startsWith(base.pathname) ? new URL(address, base).href : `${baseUrl}${address}`;
}

/** `/docs` of `/docs/guide/` and `/guide/index.html`; undefined where the page lies elsewhere than its file. */
function basePathOf(address: string, place: string): string | undefined {
  const path = comparable(address.replace(/[?#].*$/, ""));
  const file = comparable(place);
  return path.endsWith(file) ? path.slice(0, path.length - file.length) : undefined;
}

/** Without what servers add and leave out at the end. */
function comparable(path: string): string {
  return path.replace(/(?:\/index)?\.html?$|\/$/i, "");
}
