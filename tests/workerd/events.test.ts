import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { createD1EventCountStore } from "../../worker/storage/d1-event-count-store.ts";
import { testEventCountStore } from "../contracts/event-count-store.ts";
import { createMemoryEventCountStore } from "../support/memory-event-counts.ts";
import { migrateDatabase } from "./support/database.ts";
import { createTestApp } from "./support/deps.ts";
import { environmentWith, ORIGIN, postJson, send } from "./support/request.ts";

beforeEach(async () => {
  await reset();
});

testEventCountStore("memory", createMemoryEventCountStore);
testEventCountStore("D1", async () => {
  await reset();
  await migrateDatabase();
  return createD1EventCountStore(env.DB);
});

describe("counts in D1", () => {
  test("are kept for 400 days and not longer", async () => {
    await migrateDatabase();
    const store = createD1EventCountStore(env.DB);
    const count = { name: "assistant-open", kind: "", count: 1 };
    await store.add("docs", "2025-10-26", [count]);
    await store.add("docs", "2025-10-27", [count]);
    await store.add("docs", "2026-12-01", [count]);
    expect(await store.read("docs", "2025-10-26")).toEqual([]);
    expect(await store.read("docs", "2025-10-27")).toEqual([count]);
  });
});

describe("POST /v1/events", () => {
  const events = [{ name: "assistant-open" }];
  const sendEvents = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    send("/v1/events", postJson(body, headers), environmentWith({}));

  test("counts by name and kind, on the day of the deployment's time zone", async () => {
    const eventCounts = createMemoryEventCountStore();
    const { send: sendTo } = createTestApp({ eventCounts, now: () => Date.UTC(2026, 10, 30, 23) });
    const body = {
      site: "docs",
      events: [
        { name: "assistant-answer-end", kind: "stop" },
        { name: "assistant-answer-end", kind: "stop" },
        { name: "assistant-answer-end", kind: "refused" },
        { name: "assistant-open" },
      ],
    };
    const response = await sendTo("/v1/events", postJson(body));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(await eventCounts.read("docs", "2026-11-30")).toEqual([
      { name: "assistant-answer-end", kind: "refused", count: 1 },
      { name: "assistant-answer-end", kind: "stop", count: 2 },
      { name: "assistant-open", kind: "", count: 1 },
    ]);
  });

  test("counts nothing that it does not know, and no word of a visitor", async () => {
    const eventCounts = createMemoryEventCountStore();
    const { send: sendTo } = createTestApp({ eventCounts });
    const body = {
      site: "docs",
      events: [
        { name: "assistant-of-tomorrow" },
        { name: "constructor" },
        { name: "assistant-question", kind: "pregnant", text: "Am I?" },
        { name: "assistant-answer-end", kind: "of-tomorrow" },
      ],
    };
    expect((await sendTo("/v1/events", postJson(body))).status).toBe(204);
    expect(await eventCounts.read("docs", "1970-01-01")).toEqual([
      { name: "assistant-answer-end", kind: "", count: 1 },
      { name: "assistant-question", kind: "", count: 1 },
    ]);
  });

  test.each([
    ["body", []],
    ["events", {}],
    ["events", { events: [] }],
    ["events", { events: "assistant-open" }],
    ["events", { events: Array.from({ length: 51 }, () => events[0]) }],
    ["events.0.name", { events: [{}] }],
    ["events.0.name", { events: [{ name: "How do I install it?" }] }],
    ["events.0.kind", { events: [{ name: "assistant-open", kind: "My card is 4111" }] }],
    ["site", { site: "../x", events }],
  ])("refuses a wrong %s", async (field, body) => {
    const response = await sendEvents(body);
    expect(response.status).toBe(400);
    const { error } = await response.json<{ error: { fields: Record<string, string[]> } }>();
    expect(Object.keys(error.fields)).toEqual([field]);
  });

  test("refuses a body beyond 8 KB, other websites, and sites that do not exist", async () => {
    await migrateDatabase();
    const padded = { site: "docs", events, padding: "x".repeat(9000) };
    expect((await sendEvents(padded)).status).toBe(413);
    const foreign = await sendEvents({ site: "docs", events }, { origin: "https://other.example" });
    expect(foreign.status).toBe(403);
    expect((await sendEvents({ site: "nobody", events })).status).toBe(404);
    expect((await sendEvents({ site: "docs", events }, { origin: ORIGIN })).status).toBe(204);
  });

  test("is limited like every other request of a visitor", async () => {
    const rateLimiter = { limit: () => Promise.resolve({ success: false }) };
    const { send: sendTo } = createTestApp({ rateLimiter });
    const headers = { "cf-connecting-ip": "192.0.2.1" };
    expect((await sendTo("/v1/events", postJson({ site: "docs", events }, headers))).status).toBe(429);
  });

  test("without its table is unavailable, and the log says why", async () => {
    const fail = (): Promise<never> => Promise.reject(new Error("no such table: event_counts"));
    const eventCounts = { add: fail, read: fail, check: fail };
    const { send: sendTo, log } = createTestApp({ eventCounts });
    expect((await sendTo("/v1/events", postJson({ site: "docs", events }))).status).toBe(503);
    expect(log).toMatchObject([
      { reason: "events-not-counted", detail: expect.stringContaining("no such table") },
    ]);
    const health = await (await sendTo("/v1/health?site=docs")).json();
    expect(health).toMatchObject({
      status: "degraded",
      message: expect.stringContaining("migrations apply"),
    });
  });
});
