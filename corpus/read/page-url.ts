import type { PageFormat } from "./collect-files.ts";

/**
 * The address of a page: the path below the source folder, without the extension, `index` dropped, with a
 * trailing slash. An HTML file is served under its own name, so it keeps it.
 *
 * @param baseUrl without a trailing slash; "" for root-relative addresses, which work on any host.
 */
export function pageUrl(urlPath: string, format: PageFormat, baseUrl: string): string {
  const path = format === "html" ? urlPath : urlPath.replace(/\.[^./]+$/, "");
  const withoutIndex = path.replace(/(^|\/)_?index(\.html?)?$/i, "$1");
  return `${baseUrl}/${encodePath(format === "html" ? withoutIndex : withTrailingSlash(withoutIndex))}`;
}

/** The address of a page whose front matter names a slug: from the root, whatever the file is called. */
export function slugUrl(slug: string, baseUrl: string): string {
  const path = slug.replace(/^\/+|\/+$/g, "").replace(/(^|\/)index$/, "$1");
  return `${baseUrl}/${encodePath(withTrailingSlash(path))}`;
}

function withTrailingSlash(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}

/** Encodes what a URL cannot hold; a path that is encoded already is not encoded twice. */
function encodePath(path: string): string {
  return path
    .split("/")
    .map((segment) =>
      encodeURIComponent(safeDecode(segment)).replace(/%(40|3A|24|2C|2B|3D|26|3B)/g, decodeURIComponent),
    )
    .join("/");
}

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
