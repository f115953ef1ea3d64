import { EVENT_COUNT_RETENTION_DAYS } from "../constants.ts";
import type { EventCount, EventCountStore } from "./event-count-store.ts";

const ADD = `
  INSERT INTO event_counts (site, day, name, kind, count) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (site, day, name, kind) DO UPDATE SET count = count + excluded.count`;

const PURGE = `DELETE FROM event_counts WHERE site = ?1 AND day < date(?2, '-${EVENT_COUNT_RETENTION_DAYS} days')`;

const READ = "SELECT name, kind, count FROM event_counts WHERE site = ?1 AND day = ?2 ORDER BY name, kind";

/**
 * Counts in D1: at most some forty rows for a site and a day. Each addition takes the days along that are too old,
 * so that retention needs no job of its own.
 */
export function createD1EventCountStore(database: D1Database): EventCountStore {
  return {
    async add(site, day, counts) {
      await database.batch([
        ...counts.map(({ name, kind, count }) => database.prepare(ADD).bind(site, day, name, kind, count)),
        database.prepare(PURGE).bind(site, day),
      ]);
    },
    async read(site, day) {
      return (await database.prepare(READ).bind(site, day).all<EventCount>()).results;
    },
    async check() {
      await database.prepare("SELECT 1 FROM event_counts LIMIT 1").all();
    },
  };
}
