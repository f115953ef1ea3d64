/** Where a page says that it lies. */
import type { PageHead } from "./head.ts";

/**
 * The path of `rel=canonical`, else of `og:url`; undefined where the page names none that can be its own. The host is
 * left to whoever builds: a site is often rendered for one and shown at another. A page that was fetched keeps to its
 * host: what names another is a copy that a site made of somebody else's page, or a slip of its theme.
 *
 * @param options.place of its file below the root of its site; absent where it was fetched.
 */
export function pageAddress(
  { canonical, socialUrl, base }: PageHead,
  { url, host, place }: { url?: string | undefined; host?: string | undefined; place?: string | undefined },
): string | undefined {
  const named = [canonical, socialUrl]
    .map((target) => readTarget(target, base, url))
    .find((target) => target !== undefined);
  if (named === undefined) return undefined;
  if (url !== undefined && named.host !== "" && named.host !== hostOf(new URL(url))) return undefined;
  // Of a folder the host is known where most of its pages name the same.
  if (url === undefined && named.host !== "" && host !== undefined && named.host !== host) return undefined;
  return place !== undefined && isMisnamed(named.path, place) ? undefined : named.path;
}

/**
 * Themes that put `.html` behind the name of every page do so too where each page has a folder: of `guide/index.html` they
 * say that it is at `guide.html`, where nothing is. Sphinx did up to its version 5 for sites of folders.
 */
function isMisnamed(path: string, place: string): boolean {
  // A page of a folder is called by the folder, which says no less.
  if (/(?:^|\/)index\.x?html?$/i.test(place) && decodedPath(path).endsWith(`/${place}`)) return true;
  const folder = /^(.+)\/index\.x?html?$/i.exec(place)?.[1];
  return folder !== undefined && decodedPath(path).endsWith(`/${folder}.html`);
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Stands for the host where none is named. */
const NOWHERE = "http://nowhere.invalid";

function readTarget(
  target: string | undefined,
  base: string | undefined,
  url: string | undefined,
): { host: string; path: string } | undefined {
  if (target === undefined || target === "") return undefined;
  // Relative to the page, it says no more than where the file lies.
  if (url === undefined && base === undefined && !/^(?:https?:)?\/\/|^\//i.test(target)) return undefined;
  try {
    const resolved = new URL(target, new URL(base ?? "", url ?? NOWHERE));
    if (!/^https?:$/.test(resolved.protocol)) return undefined;
    return {
      host: resolved.origin === NOWHERE ? "" : hostOf(resolved),
      path: `${resolved.pathname}${resolved.search}`,
    };
  } catch {
    return undefined;
  }
}

/** `www.` is the same site to everybody but a resolver. */
function hostOf({ host }: URL): string {
  return host.replace(/^www\./, "");
}
