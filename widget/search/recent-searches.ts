/** Kept at most; the newest first. */
const MAX_RECENT = 5;

/** A longer one is a question rather than something that one looks for again. */
const MAX_CHARS = 120;

/** What this visitor looked for before. */
export interface RecentSearches {
  list(): string[];
  add(query: string): void;
  clear(): void;
}

/**
 * @param area where they are kept, asked for anew each time; undefined while nothing may be kept. It may throw.
 * @param key of the entry in it.
 */
export function createRecentSearches(area: () => Storage | undefined, key: string): RecentSearches {
  const list = (): string[] => {
    try {
      const value: unknown = JSON.parse(area()?.getItem(key) ?? "[]");
      if (!Array.isArray(value)) return [];
      return value
        .filter((item): item is string => typeof item === "string" && item !== "")
        .slice(0, MAX_RECENT);
    } catch {
      // Without storage, and with what somebody else put there, nothing was looked for.
      return [];
    }
  };
  return {
    list,
    add(query) {
      const text = query.trim();
      if (text === "" || text.length > MAX_CHARS) return;
      const others = list().filter((item) => item.toLowerCase() !== text.toLowerCase());
      try {
        area()?.setItem(key, JSON.stringify([text, ...others].slice(0, MAX_RECENT)));
      } catch {
        // A full storage forgets this search, and nothing else.
      }
    },
    clear() {
      try {
        area()?.removeItem(key);
      } catch {
        // Where nothing can be kept, nothing is.
      }
    },
  };
}
