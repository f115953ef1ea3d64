import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import { publishKettle } from "./support/corpus.ts";
import { environmentWith, postJson, send } from "./support/request.ts";
import { framesOf, readEvents, readText } from "./support/sse.ts";

beforeEach(async () => {
  await reset();
});

const QUESTION = { question: "How do I descale the kettle?", site: "docs" };

describe("POST /v1/chat", () => {
  test("streams a cited answer in the contract's order, numbered from 1", async () => {
    const { manifest } = await publishKettle("docs");
    const response = await send("/v1/chat", postJson(QUESTION), environmentWith({}));
    expect(response.status).toBe(200);
    const received = await readEvents(response);
    const types = received.map(({ event }) => event.type);
    expect(types.slice(0, 5)).toEqual(["answer-start", "stage", "sources-available", "stage", "stage"]);
    expect(types.at(-1)).toBe("answer-end");
    expect(types.slice(5, -1).every((type) => type === "text-delta")).toBe(true);
    expect(received.map(({ id }) => Number(id))).toEqual(received.map((_, index) => index + 1));
    const start = received[0]?.event;
    expect(start).toMatchObject({ mode: "extractive", corpusVersion: manifest.corpusVersion });
    const end = received.at(-1)?.event;
    expect(end).toMatchObject({ finishReason: "stop", cached: false, citedPositions: [1] });
    const text = received.map(({ event }) => (event.type === "text-delta" ? event.text : "")).join("");
    expect(text).toContain("equal parts of water and vinegar");
    expect(text).toContain("[1]");
  });

  test("sends the headers that keep a stream flowing through proxies", async () => {
    await publishKettle("docs");
    const response = await send("/v1/chat", postJson(QUESTION), environmentWith({}));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "content-encoding": "identity",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
    await readText(response.body);
  });

  test("begins with a comment, so that the first byte does not wait for the answer", async () => {
    await publishKettle("docs");
    const response = await send("/v1/chat", postJson(QUESTION), environmentWith({}));
    const text = await readText(response.body);
    expect(text.startsWith(":\n\n")).toBe(true);
    const frames = framesOf(text);
    expect(frames[0]).toMatch(/^id: 1\nevent: answer-start\ndata: \{"answerId":"[0-9a-f]{32}"/);
    expect(frames[1]).toBe('id: 2\nevent: stage\ndata: {"stage":"searching","count":3}');
  });

  test("answers the same question again from the cache, under an id of its own", async () => {
    await publishKettle("docs");
    const environment = environmentWith({});
    const first = await readEvents(await send("/v1/chat", postJson(QUESTION), environment));
    expect((await env.ANSWERS.list({ prefix: "answer/" })).keys).toHaveLength(1);
    const second = await readEvents(
      await send(
        "/v1/chat",
        postJson({ ...QUESTION, question: "how do I descale   the kettle" }),
        environment,
      ),
    );
    expect(second.at(-1)?.event).toMatchObject({ type: "answer-end", cached: true, finishReason: "stop" });
    const idOf = (events: typeof first): unknown =>
      events[0]?.event.type === "answer-start" ? events[0].event.answerId : undefined;
    expect(idOf(second)).not.toBe(idOf(first));
  });

  test("keeps no answer where the cache is switched off", async () => {
    await publishKettle("docs");
    const environment = environmentWith({ ANSWER_CACHE_TTL_SECONDS: 0 });
    await readEvents(await send("/v1/chat", postJson(QUESTION), environment));
    expect((await env.ANSWERS.list({ prefix: "answer/" })).keys).toHaveLength(0);
  });

  test("refuses what the corpus does not answer, with the nearest pages", async () => {
    await publishKettle("docs");
    const question = "Which kettle did Napoleon Bonaparte prefer in Saint Helena exile?";
    const events = await readEvents(
      await send("/v1/chat", postJson({ question, site: "docs" }), environmentWith({})),
    );
    expect(events.at(-1)?.event).toMatchObject({ type: "answer-end", finishReason: "refused" });
  });

  test("says that nothing is published yet for a site that the owner has named", async () => {
    const response = await send("/v1/chat", postJson(QUESTION), environmentWith({}));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "unavailable" } });
  });

  test("does not know a site that is neither named nor published", async () => {
    const response = await send("/v1/chat", postJson({ ...QUESTION, site: "nobody" }), environmentWith({}));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "not-found" } });
  });

  test("answers from the corpus of the site that was asked and of no other", async () => {
    await publishKettle("docs");
    const sites = { SITES: { docs: {}, shop: {} } };
    const response = await send("/v1/chat", postJson({ ...QUESTION, site: "shop" }), environmentWith(sites));
    expect(response.status).toBe(503);
  });
});
