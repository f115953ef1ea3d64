/** Addresses of pages as people write them in a list of questions, compared with those of an index. */
import { percentDecoded } from "../parse/percent-encoding.ts";

interface PageAddress {
  /** "" for a root-relative address. */
  origin: string;
  /** Without a slash at the end and without `index.html`. */
  path: string;
  /** Without `#` and without a text fragment; "" for the whole page. */
  anchor: string;
}

/** Which words of a section are marked is no part of its address. */
const TEXT_FRAGMENT = /:~:.*$/s;

function parseAddress(text: string): PageAddress {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed)
    ? new URL(trimmed)
    : (URL.parse(trimmed.startsWith("/") ? trimmed : `/${trimmed}`, "http://relative.invalid") ?? undefined);
  if (url === undefined) return { origin: "", path: trimmed, anchor: "" };
  const origin = url.hostname === "relative.invalid" ? "" : url.origin.replace("://www.", "://");
  const path = percentDecoded(url.pathname)
    .replace(/\/index\.html?$/, "/")
    .replace(/\/+$/, "");
  return {
    origin,
    path: path + url.search,
    anchor: percentDecoded(url.hash.slice(1).replace(TEXT_FRAGMENT, "")),
  };
}

/** One spelling for all addresses of a page. */
export function pageKey(url: string): string {
  const { origin, path } = parseAddress(url);
  return `${origin}${path === "" ? "/" : path}`;
}

/**
 * Whether an address of the index is where a question expects its answer. A slash at the end, `index.html`,
 * `www.` and escapes make no difference. An expected address without a host fits any host; one without an anchor
 * fits every section of its page.
 */
export function isExpectedAddress(expected: string, actual: string): boolean {
  const wanted = parseAddress(expected);
  const found = parseAddress(actual);
  if (wanted.path !== found.path) return false;
  if (wanted.anchor !== "" && wanted.anchor !== found.anchor) return false;
  return wanted.origin === "" || found.origin === "" || wanted.origin === found.origin;
}

/** Addresses further apart than this share of their length are not a slip of the pen. */
const NEAREST_MAX_SHARE = 0.6;

/** The page whose address is most like this one, for a message; undefined where none is near. */
export function nearestPage(url: string, pages: readonly string[]): string | undefined {
  const { path } = parseAddress(url);
  const lastSegment = path.split("/").at(-1) ?? "";
  let nearest: string | undefined;
  let least = Math.max(path.length, 4) * NEAREST_MAX_SHARE;
  for (const page of pages) {
    const candidate = parseAddress(page).path;
    if (Math.abs(candidate.length - path.length) >= least && !candidate.endsWith(`/${lastSegment}`)) continue;
    // A page that moved keeps its last segment.
    const moved = lastSegment !== "" && candidate.split("/").at(-1) === lastSegment;
    const distance = moved ? Math.min(1, editDistance(path, candidate)) : editDistance(path, candidate);
    if (distance < least) {
      least = distance;
      nearest = page;
    }
  }
  return nearest;
}

/** Longer addresses are compared by this many characters. */
const COMPARED_CHARS = 200;

/** Insertions, deletions and substitutions between two texts (Levenshtein 1966). */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, COMPARED_CHARS);
  const b = right.slice(0, COMPARED_CHARS);
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
