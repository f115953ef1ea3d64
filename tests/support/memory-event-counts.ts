import type { EventCount, EventCountStore } from "../../worker/storage/event-count-store.ts";

/** Counts of events in memory, without retention. */
export function createMemoryEventCountStore(): EventCountStore {
  const counts = new Map<string, EventCount>();
  const keyOf = (site: string, day: string, { name, kind }: EventCount): string =>
    JSON.stringify([site, day, name, kind]);
  return {
    add(site, day, added) {
      for (const entry of added) {
        const before = counts.get(keyOf(site, day, entry))?.count ?? 0;
        counts.set(keyOf(site, day, entry), { ...entry, count: before + entry.count });
      }
      return Promise.resolve();
    },
    read(site, day) {
      const own = [...counts].filter(([key, entry]) => key === keyOf(site, day, entry));
      const sorted = own
        .map(([, entry]) => entry)
        .toSorted((a, b) => (a.name < b.name || (a.name === b.name && a.kind < b.kind) ? -1 : 1));
      return Promise.resolve(sorted);
    },
    check: () => Promise.resolve(),
  };
}
