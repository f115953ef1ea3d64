import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { createD1FeedbackStore } from "../../worker/storage/d1-feedback-store.ts";
import { publishKettle } from "./support/corpus.ts";
import { migrateDatabase } from "./support/database.ts";
import { environmentWith, postJson, send } from "./support/request.ts";

const ANSWER_ID = "0123456789abcdef0123456789abcdef";
const DAY_MS = 24 * 60 * 60 * 1000;

interface Row {
  site: string;
  answer_id: string;
  rating: string;
  reasons: string | null;
  comment: string | null;
  created_at: number;
  expires_at: number;
}

const rows = async (): Promise<Row[]> =>
  (await env.DB.prepare("SELECT * FROM feedback ORDER BY answer_id").all<Row>()).results;

beforeEach(async () => {
  await reset();
});

describe("POST /v1/feedback", () => {
  const rate = (body: Record<string, unknown>): Promise<Response> =>
    send("/v1/feedback", postJson({ answerId: ANSWER_ID, site: "docs", ...body }), environmentWith({}));

  test("keeps a rating with reasons and comment, and nothing about the visitor", async () => {
    await migrateDatabase();
    const response = await rate({
      rating: "down",
      reasons: ["wrong", "outdated"],
      comment: "It's '); DROP TABLE feedback;--",
    });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(Object.keys(row ?? {}).sort()).toEqual([
      "answer_id",
      "comment",
      "created_at",
      "expires_at",
      "rating",
      "reasons",
      "site",
    ]);
    expect(row).toMatchObject({
      site: "docs",
      answer_id: ANSWER_ID,
      rating: "down",
      reasons: '["wrong","outdated"]',
      comment: "It's '); DROP TABLE feedback;--",
    });
    expect((row?.expires_at ?? 0) - (row?.created_at ?? 0)).toBe(90 * 24 * 60 * 60);
  });

  test("is the same when it is sent again", async () => {
    await migrateDatabase();
    await rate({ rating: "up" });
    const before = await rows();
    expect((await rate({ rating: "up" })).status).toBe(204);
    expect(await rows()).toEqual(before);
  });

  test("adds a comment that comes after the thumb, and keeps it when the thumb is sent again", async () => {
    await migrateDatabase();
    await rate({ rating: "down" });
    await rate({ rating: "down", comment: "The page is gone." });
    await rate({ rating: "down", comment: " " });
    expect(await rows()).toMatchObject([{ rating: "down", comment: "The page is gone." }]);
  });

  test("lets a visitor change their mind, and drops what explained the first one", async () => {
    await migrateDatabase();
    await rate({ rating: "down", reasons: ["wrong"], comment: "No." });
    await rate({ rating: "up" });
    expect(await rows()).toMatchObject([{ rating: "up", reasons: null, comment: null }]);
  });

  test.each([
    ["answerId", { answerId: "short", rating: "up" }],
    ["answerId", { answerId: 5, rating: "up" }],
    ["rating", {}],
    ["rating", { rating: "sideways" }],
    ["reasons.0", { rating: "up", reasons: ["because"] }],
    ["comment", { rating: "up", comment: "x".repeat(2001) }],
    ["site", { rating: "up", site: "../x" }],
  ])("refuses a wrong %s", async (field, body) => {
    const response = await rate(body);
    expect(response.status).toBe(400);
    const { error } = await response.json<{ error: { fields: Record<string, string[]> } }>();
    expect(Object.keys(error.fields)).toEqual([field]);
  });

  test("is refused for a site that does not exist, and kept for one known by its corpus", async () => {
    await migrateDatabase();
    expect((await rate({ rating: "up", site: "nobody" })).status).toBe(404);
    await publishKettle("unnamed");
    expect((await rate({ rating: "up", site: "unnamed" })).status).toBe(204);
    expect(await rows()).toMatchObject([{ site: "unnamed" }]);
  });

  test("is refused for the default site too, until it is published or named", async () => {
    await migrateDatabase();
    const refused = await rate({ rating: "up", site: undefined });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
    expect(await rows()).toEqual([]);
    await publishKettle("default");
    const init = postJson({ answerId: ANSWER_ID, rating: "up" });
    expect((await send("/v1/feedback", init, environmentWith({}))).status).toBe(204);
    expect(await rows()).toMatchObject([{ site: "default" }]);
  });

  test("is unavailable without its table, and says nothing of the database", async () => {
    const response = await rate({ rating: "up" });
    expect(response.status).toBe(503);
    const { error } = await response.json<{ error: { message: string } }>();
    expect(error.message).not.toMatch(/table|D1|SQL/i);
  });
});

describe("retention", () => {
  test("takes expired rows along with every new one, and only those", async () => {
    await migrateDatabase();
    let nowMs = Date.UTC(2026, 0, 1);
    const store = createD1FeedbackStore(env.DB, () => nowMs);
    await store.save({ site: "docs", answerId: "answer-1", rating: "up" });
    nowMs += 30 * DAY_MS;
    await store.save({ site: "docs", answerId: "answer-2", rating: "up" });
    nowMs += 59 * DAY_MS;
    await store.save({ site: "docs", answerId: "answer-3", rating: "up" });
    expect((await rows()).map((row) => row.answer_id)).toEqual(["answer-1", "answer-2", "answer-3"]);
    nowMs += DAY_MS;
    await store.save({ site: "docs", answerId: "answer-4", rating: "up" });
    expect((await rows()).map((row) => row.answer_id)).toEqual(["answer-2", "answer-3", "answer-4"]);
  });
});
