import { expect, test } from "@playwright/test";

test("health names the version that is published", async ({ request }) => {
  const response = await request.get("/v1/health?site=docs");
  expect(response.headers()["x-request-id"]).toBeTruthy();
  expect(await response.json()).toMatchObject({
    status: "ok",
    corpusVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

test("the answer's stream holds numbered events and exactly one end", async ({ request }) => {
  const response = await request.post("/v1/chat", {
    data: { question: "How do I change the accent colour?", site: "docs" },
  });
  expect(response.headers()["content-type"]).toMatch(/^text\/event-stream/);
  const frames = (await response.text())
    .split("\n\n")
    .filter((frame) => frame.startsWith("id:"))
    .map(
      (frame) =>
        Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2))) as Record<
          string,
          string
        >,
    );
  expect(frames.map(({ id }) => Number(id))).toEqual(frames.map((_, index) => index + 1));
  expect(frames[0]?.["event"]).toBe("answer-start");
  expect(frames.filter(({ event }) => event === "answer-end" || event === "error")).toHaveLength(1);
  expect(frames.at(-1)?.["event"]).toBe("answer-end");
});

test("search finds a page by its title", async ({ request }) => {
  const { results } = (await (await request.get("/v1/search?site=docs&q=theming")).json()) as {
    results: { title: string }[];
  };
  expect(results[0]?.title).toBe("Theming");
});

test("an unknown site is not found, and the answer carries the id of the request", async ({ request }) => {
  const response = await request.post("/v1/chat", { data: { question: "Hi there", site: "nowhere" } });
  expect(response.status()).toBe(404);
  expect(await response.json()).toMatchObject({
    error: { code: "not-found", requestId: expect.stringMatching(/./) },
  });
});

test("a page of another origin is refused", async ({ request }) => {
  const response = await request.post("/v1/chat", {
    data: { question: "Hi there", site: "docs" },
    headers: { origin: "https://evil.example" },
  });
  expect(response.status()).toBe(403);
});

test("the loader is kept for minutes, its chunks for a year, and any site may load both", async ({
  request,
}) => {
  const loader = await request.get("/assistant-chat.js");
  expect(loader.headers()["cache-control"]).toContain("max-age=300");
  const { version } = (await (await request.get("/v1/health?site=docs")).json()) as { version: string };
  const panel = await request.get(`/v/${version}/assistant-chat.js`);
  expect(panel.headers()["cache-control"]).toContain("immutable");
  for (const response of [loader, panel]) {
    expect(response.headers()["access-control-allow-origin"]).toBe("*");
    expect(response.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
  }
});
