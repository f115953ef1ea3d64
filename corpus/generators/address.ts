/** Paths as addresses: what generators share. */
import { posix } from "node:path";
import { percentDecoded } from "../parse/percent-encoding.ts";

export function withTrailingSlash(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}

/** Encodes what a URL cannot hold; a path that is encoded already is not encoded twice. */
export function encodePath(path: string): string {
  return path
    .split("/")
    .map((segment) =>
      encodeURIComponent(percentDecoded(segment)).replace(/%(40|3A|24|2C|2B|3D|26|3B)/g, decodeURIComponent),
    )
    .join("/");
}

/** A path as a configuration writes it, below the project's root: `./docs/` → `docs`; "" for the root itself. */
export function projectPath(path: string): string {
  return posix.normalize(path.replace(/\\/g, "/")).replace(/\/+$/, "").replace(/^\.$/, "");
}

/** The path relative to a folder, which is "" for the root; undefined where it is not in it. */
export function pathBelow(path: string, folder: string): string | undefined {
  if (folder === "") return path.startsWith("../") ? undefined : path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The path of a site's base without a trailing slash: `https://example.com/docs/` → `/docs`, `/` → "". */
export function basePathOf(base: string): string {
  const path = base.replace(/^(?:https?:)?\/\/[^/]+/, "").replace(/^\/+|\/+$/g, "");
  return path === "" ? "" : `/${path}`;
}

/** The address of a file that is served as it is; that of an `index.html` is its folder's. */
export function staticAddress(path: string): string {
  return `/${encodePath(path.replace(/(^|\/)index\.html?$/, "$1"))}`;
}
