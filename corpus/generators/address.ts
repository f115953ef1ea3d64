/** Paths as addresses: what generators share. */

export function withTrailingSlash(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}

/** Encodes what a URL cannot hold; a path that is encoded already is not encoded twice. */
export function encodePath(path: string): string {
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
