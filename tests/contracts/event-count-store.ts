import { beforeEach, describe, expect, test } from "vitest";
import type { EventCountStore } from "../../worker/storage/event-count-store.ts";

const OPEN = { name: "assistant-open", kind: "" };
const STOP = { name: "assistant-answer-end", kind: "stop" };
const DAY = "2026-11-30";

/** What the Worker relies on in every store of counts. */
export function testEventCountStore(
  name: string,
  create: () => EventCountStore | Promise<EventCountStore>,
): void {
  describe(`${name} as a store of event counts`, () => {
    let store: EventCountStore;
    beforeEach(async () => {
      store = await create();
    });

    test("adds up what comes one after the other", async () => {
      await store.add("docs", DAY, [
        { ...OPEN, count: 1 },
        { ...STOP, count: 2 },
      ]);
      await store.add("docs", DAY, [{ ...STOP, count: 3 }]);
      expect(await store.read("docs", DAY)).toEqual([
        { ...STOP, count: 5 },
        { ...OPEN, count: 1 },
      ]);
    });

    test("adds up what comes at the same time", async () => {
      await Promise.all(Array.from({ length: 8 }, () => store.add("docs", DAY, [{ ...OPEN, count: 1 }])));
      expect(await store.read("docs", DAY)).toEqual([{ ...OPEN, count: 8 }]);
    });

    test("keeps sites, days and kinds apart", async () => {
      await store.add("docs", DAY, [{ ...STOP, count: 1 }]);
      await store.add("docs", DAY, [{ ...STOP, kind: "refused", count: 1 }]);
      await store.add("docs", "2026-12-01", [{ ...STOP, count: 1 }]);
      await store.add("shop", DAY, [{ ...STOP, count: 1 }]);
      expect(await store.read("docs", DAY)).toEqual([
        { ...STOP, kind: "refused", count: 1 },
        { ...STOP, count: 1 },
      ]);
      expect(await store.read("shop", "2026-12-01")).toEqual([]);
    });

    test("can say that it works", async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}
