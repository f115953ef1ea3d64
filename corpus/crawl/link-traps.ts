/** Keeps a crawl from pages without end: calendars, filters of a shop, links that grow by following themselves. */
export interface LinkTraps {
  /** Whether a link is followed; counts it where it is. */
  admit: (url: string, depth: number) => boolean;
  /** Tells that a page said what another had said already. */
  foundSame: (url: string) => void;
  /** The kinds of addresses of which some were not followed, with how many. */
  refused: () => { pattern: string; count: number }[];
}

/** Links of links of links … A site that is read by its links has no page farther from its start. */
const MAX_DEPTH = 64;
const MAX_SEGMENTS = 24;
/** `/a/b/a/b/a/b/a/b/`: a relative link that a server answers wherever it is asked. */
const MAX_SAME_SEGMENT = 4;
/** When so many pages of a kind said the same as others, the rest of the kind does too. */
const SAME_TO_CLOSE = 20;

/** @param maxSimilar pages whose addresses differ in their numbers or their parameters only. */
export function createLinkTraps(maxSimilar: number): LinkTraps {
  const admitted = new Map<string, number>();
  const same = new Map<string, number>();
  const refusals = new Map<string, number>();
  const refuse = (pattern: string): false => {
    refusals.set(pattern, (refusals.get(pattern) ?? 0) + 1);
    return false;
  };
  return {
    admit(url, depth) {
      const { pathname } = new URL(url);
      const segments = pathname.split("/").filter((segment) => segment !== "");
      if (depth > MAX_DEPTH) return refuse(`more than ${MAX_DEPTH} links from the start`);
      if (segments.length > MAX_SEGMENTS || repeats(segments)) return refuse("paths that repeat themselves");
      const pattern = addressPattern(url);
      if (pattern === undefined) return true;
      const count = admitted.get(pattern) ?? 0;
      if (count >= maxSimilar || (same.get(pattern) ?? 0) >= SAME_TO_CLOSE) return refuse(pattern);
      admitted.set(pattern, count + 1);
      return true;
    },
    foundSame(url) {
      const pattern = addressPattern(url);
      if (pattern !== undefined) same.set(pattern, (same.get(pattern) ?? 0) + 1);
    },
    refused: () => [...refusals].map(([pattern, count]) => ({ pattern, count })),
  };
}

/** `/calendar/2026/12?view=list` → `/calendar/#/#?view`; undefined where nothing in it varies endlessly. */
export function addressPattern(url: string): string | undefined {
  const { pathname, search } = new URL(url);
  const path = pathname.replace(/\d+/g, "#");
  if (search === "") return path === pathname ? undefined : path;
  const names = search
    .slice(1)
    .split("&")
    .map((part) => part.split("=", 1)[0] ?? "");
  return `${path}?${[...new Set(names)].sort().join("&")}`;
}

function repeats(segments: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1;
    if (count >= MAX_SAME_SEGMENT) return true;
    counts.set(segment, count);
  }
  return false;
}
