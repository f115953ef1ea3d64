import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { corpusKeys } from "../../core/corpus/format.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import type { SearchResponse } from "../../core/protocol.ts";
import { readConfig } from "../../worker/config/config.ts";
import { createCorpusCache } from "../../worker/corpus-cache.ts";
import type { Env } from "../../worker/env.ts";
import { SKETCHES, sketchChunk } from "../support/corpus.ts";
import { sketchTable } from "../support/encoder-table.ts";
import { encodeKettle, kettleChunks, paragraphChunk, publishKettle, publishTo } from "./support/corpus.ts";
import { migrateDatabase } from "./support/database.ts";
import { createTestApp } from "./support/deps.ts";
import { environmentWith, postJson, send } from "./support/request.ts";

let environment: Env;
beforeEach(async () => {
  await reset();
  environment = environmentWith({ SITES: { docs: { assistantName: "Docs" }, shop: {} } });
});

const get = (path: string, from = environment): Promise<Response> => send(path, {}, from);

describe("every response of the API", () => {
  test.each<[string, RequestInit, number]>([
    ["/v1/health", {}, 503],
    ["/v1/search?q=kettle&site=docs", {}, 503],
    ["/v1/sites/docs/config", {}, 200],
    ["/v1/chat", { method: "POST" }, 415],
    ["/v1/nothing", {}, 404],
    ["/v2/chat", {}, 404],
    ["/", {}, 404],
    ["/v1/chat", { method: "OPTIONS" }, 204],
  ])("%s %j has an id of its own, and headers that keep it data", async (path, init, status) => {
    const first = await send(path, init, environment);
    const second = await send(path, { ...init, headers: { "x-request-id": "mine" } }, environment);
    expect(first.status).toBe(status);
    expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(second.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(first.headers.get("vary")).toContain("Origin");
    expect(first.headers.get("cache-control")).toBe(status === 200 ? "public, max-age=300" : "no-store");
  });

  test.each([
    ["GET", "/v1/chat", "POST, OPTIONS"],
    ["HEAD", "/v1/chat", "POST, OPTIONS"],
    ["PUT", "/v1/chat", "POST, OPTIONS"],
    ["DELETE", "/v1/feedback", "POST, OPTIONS"],
    ["POST", "/v1/search", "GET, HEAD, OPTIONS"],
    ["PATCH", "/v1/health", "GET, HEAD, OPTIONS"],
    ["POST", "/v1/sites/docs/config", "GET, HEAD, OPTIONS"],
  ])("%s %s is refused with the methods that are allowed", async (method, path, allow) => {
    const response = await send(path, { method }, environment);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
    if (method !== "HEAD") {
      expect(await response.json()).toMatchObject({ error: { code: "invalid-request" } });
    }
  });

  test("answers OPTIONS without an origin with the methods", async () => {
    const response = await send("/v1/search", { method: "OPTIONS" }, environment);
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  test("answers HEAD like GET, without a body", async () => {
    await publishKettle("docs");
    const response = await send("/v1/search?q=kettle&site=docs", { method: "HEAD" }, environment);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  test("does not know an address of this API, and says so in JSON", async () => {
    const response = await get("/v1/nothing");
    const requestId = response.headers.get("x-request-id");
    expect(await response.json()).toEqual({
      error: { code: "not-found", message: "There is nothing at this address.", requestId },
    });
  });
});

describe("GET /v1/search", () => {
  test("gives the passages that match, best first", async () => {
    const { manifest } = await publishKettle("docs");
    const response = await get("/v1/search?q=descale+kettle&site=docs&limit=2");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      query: "descale kettle",
      corpusVersion: manifest.corpusVersion,
      total: 3,
      results: [
        {
          title: "Descale the kettle",
          url: "/care/descale/",
          excerpt: expect.stringContaining("vinegar") as string,
          score: 1,
        },
        expect.objectContaining({ title: expect.any(String) as string }),
      ],
    });
  });

  test("finds pages by the beginning of a word, while it is typed", async () => {
    await publishKettle("docs");
    const totalFor = async (query: string): Promise<number> =>
      (await (await get(`/v1/search?site=docs&${query}`)).json<SearchResponse>()).total;
    expect(await totalFor("q=vineg")).toBe(0);
    expect(await totalFor("q=vineg&typing=false")).toBe(0);
    expect(await totalFor("q=vineg&typing=true")).toBeGreaterThan(0);
  });

  test("finds pages in the visitor's language where there are any, and in every language otherwise", async () => {
    const german = {
      ...paragraphChunk("Kettle entkalken", "Den Kettle entkalken.", "/de/"),
      language: "de-AT",
    };
    await publishTo(env.CORPUS, await encodeKettle("docs", [...kettleChunks(), german]));
    const urlsFor = async (locale: string): Promise<string[]> => {
      const response = await get(`/v1/search?q=kettle&site=docs&locale=${locale}`);
      return (await response.json<SearchResponse>()).results.map(({ url }) => url);
    };
    expect(await urlsFor("de-DE")).toEqual(["/de/"]);
    expect(await urlsFor("en-GB")).toHaveLength(3);
    expect(await urlsFor("es")).toHaveLength(4);
  });

  test.each([
    ["/v1/search", "q"],
    ["/v1/search?q=", "q"],
    ["/v1/search?q=%20", "q"],
    [`/v1/search?q=${"x".repeat(5001)}`, "q"],
    ["/v1/search?q=a&limit=0", "limit"],
    ["/v1/search?q=a&limit=51", "limit"],
    ["/v1/search?q=a&limit=1.5", "limit"],
    ["/v1/search?q=a&limit=many", "limit"],
    ["/v1/search?q=a&limit=0x10", "limit"],
    ["/v1/search?q=a&site=No/Such", "site"],
    ["/v1/search?q=a&locale=klingon!", "locale"],
    ["/v1/search?q=a&typing=yes", "typing"],
  ])("%s is refused, naming %s", async (path, field) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: "invalid-request", fields: { [field]: [expect.any(String)] } },
    });
  });

  test.each([
    "*",
    "kettle~9",
    "title:kettle",
    "+a -b",
    "^^^",
    ":",
    "%00",
    "%F0%9F%AB%96",
    "a\u0301",
    "\\",
    "'; DROP TABLE--",
  ])("takes %j for words and not for a query language", async (query) => {
    await publishKettle("docs");
    const response = await get(`/v1/search?site=docs&q=${encodeURIComponent(query)}`);
    expect(response.status).toBe(200);
  });

  test("reports a corpus that lost its passages as unavailable, without a word of the store", async () => {
    const { manifest } = await publishKettle("docs");
    for (const { name } of manifest.passages) await env.CORPUS.delete(corpusKeys.file("docs", name));
    const response = await get("/v1/search?q=kettle&site=docs");
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("passages-");
  });
});

describe("GET /v1/sites/:site/config", () => {
  test("gives what the owner set", async () => {
    const response = await get("/v1/sites/docs/config");
    expect(await response.json()).toEqual({ site: "docs", assistantName: "Docs" });
  });

  test("gives the site alone where nothing is set, for a site known by its corpus too", async () => {
    await publishKettle("unnamed");
    expect(await (await get("/v1/sites/shop/config")).json()).toEqual({ site: "shop" });
    // The only one that has content is what `default` means.
    expect(await (await get("/v1/sites/default/config")).json()).toEqual({ site: "unnamed" });
    expect(await (await get("/v1/sites/unnamed/config")).json()).toEqual({ site: "unnamed" });
  });

  test("gives the starters of the corpus where the owner has set none", async () => {
    await publishKettle("started", { starters: ["How do I descale the kettle?"] });
    expect(await (await get("/v1/sites/started/config")).json()).toEqual({
      site: "started",
      starters: ["How do I descale the kettle?"],
    });
  });

  test.each(["nobody", "No-Site", "a%2Fb", "..%2Fdocs", "%00", "constructor", "__proto__", "a".repeat(64)])(
    "does not know %s",
    async (site) => {
      const response = await get(`/v1/sites/${site}/config`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: "not-found" } });
    },
  );
});

describe("a site without content", () => {
  test("is a warning in the log, once a minute, and no error", async () => {
    let nowMs = 0;
    const { send: sendTo, log } = createTestApp({
      now: () => nowMs,
      config: readConfig({ SITES: { shop: {} } }),
    });
    for (let count = 0; count < 4; count += 1) {
      expect((await sendTo("/v1/search?q=a&site=shop")).status).toBe(503);
      expect((await sendTo("/v1/search?q=a")).status).toBe(503);
      nowMs += 20_000;
    }
    const entry = { level: "warn", event: "request-failed", reason: "corpus-not-published" };
    expect(log.map(({ level, event, reason, site }) => ({ level, event, reason, site }))).toEqual([
      { ...entry, site: "shop" },
      { ...entry, site: "default" },
      { ...entry, site: "shop" },
      { ...entry, site: "default" },
    ]);
  });
});

describe("GET /v1/health", () => {
  test("is ok when the site can answer and feedback can be kept", async () => {
    await migrateDatabase();
    const { manifest } = await publishKettle("docs");
    const response = await get("/v1/health?site=docs");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      corpusVersion: manifest.corpusVersion,
    });
  });

  test("says which site has no corpus and how to publish one", async () => {
    await migrateDatabase();
    const response = await get("/v1/health?site=docs");
    expect(response.status).toBe(503);
    const health = await response.json<{ status: string; message: string }>();
    expect(health.status).toBe("down");
    expect(health.message).toContain("No corpus is published for site docs: run `npx assistant-chat build");
    expect(health.message).toContain("publish");
  });

  test("is degraded while some of the configured sites cannot answer", async () => {
    await migrateDatabase();
    const { manifest } = await publishKettle("docs");
    const response = await get("/v1/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "degraded",
      corpusVersion: manifest.corpusVersion,
      message: expect.stringContaining("site shop") as string,
    });
  });

  test("is degraded, and answers, where the encoder of a corpus is missing", async () => {
    const chunks = SKETCHES.map((sketch, at) => sketchChunk({ ...sketch, headingPath: ["More"] }, at));
    const encoderTable = await sketchTable([["lumen"], ["price"]]);
    const { manifest, files } = await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable });
    const source = {
      readManifest: () => Promise.resolve(manifest),
      readFile: (name: string) => Promise.resolve(name.startsWith("encoder-") ? undefined : files.get(name)),
    };
    const corpora = createCorpusCache({ sourceOf: () => source, now: () => 0, log: () => undefined });
    const { send: sendTo } = createTestApp({ corpora });
    expect((await sendTo("/v1/search?site=docs&q=price")).status).toBe(200);
    const response = await sendTo("/v1/health?site=docs");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "degraded",
      corpusVersion: manifest.corpusVersion,
      message: expect.stringMatching(
        /^Questions of site docs are compared by words alone: .* is missing\. Build and publish/,
      ),
    });
  });

  test("is degraded without the feedback table, and names the command that makes it", async () => {
    await publishKettle("docs");
    const response = await get("/v1/health?site=docs");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "degraded",
      message: expect.stringContaining("npx wrangler d1 migrations apply DB") as string,
    });
  });

  test("says that a damaged corpus must be published again", async () => {
    const { manifest } = await publishKettle("docs");
    await env.CORPUS.put(corpusKeys.file("docs", manifest.index.name), "damaged");
    expect((await get("/v1/search?q=kettle&site=docs")).status).toBe(503);
    const response = await get("/v1/health?site=docs");
    expect(response.status).toBe(503);
    expect((await response.json<{ message: string }>()).message).toContain("cannot be read");
  });

  test("opens no corpus, and asks the stores once in five seconds however often it is asked", async () => {
    let nowMs = 0;
    let checks = 0;
    const found: string[] = [];
    const { send: sendTo } = createTestApp({
      now: () => nowMs,
      corpora: {
        open: () => Promise.reject(new Error("nothing is to be opened")),
        find: (site) => {
          found.push(site);
          return Promise.resolve(undefined);
        },
        shortcomingOf: () => undefined,
      },
      feedback: {
        save: () => Promise.resolve(),
        check: () => {
          checks += 1;
          return Promise.resolve();
        },
      },
    });
    for (let count = 0; count < 10; count += 1) {
      expect((await sendTo("/v1/health?site=docs")).status).toBe(503);
      nowMs += 499;
    }
    expect(found).toEqual(["docs"]);
    expect(checks).toBe(1);
    nowMs += 10;
    await sendTo("/v1/health?site=docs");
    expect(found).toEqual(["docs", "docs"]);
  });

  test("refuses a site that cannot be one", async () => {
    expect((await get("/v1/health?site=../x")).status).toBe(400);
  });

  test("looks at the default site where none is configured", async () => {
    const response = await get("/v1/health", environmentWith({ SITES: "" }));
    expect((await response.json<{ message: string }>()).message).toContain("site default");
  });
});

describe("a wrong configuration", () => {
  test.each([
    ["SITES", { SITES: "{" }],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: '{"docs":["example.com"]}' }],
    ["OPENAI_API_KEY", { OPENAI_MODEL: "gpt" }],
    ["CORPUS", { CORPUS: undefined }],
    ["DB", { DB: undefined }],
  ])("of %s stops every route and is named by health", async (variable, changes) => {
    const broken = environmentWith(changes);
    const health = await get("/v1/health", broken);
    expect(health.status).toBe(503);
    const body = await health.json<{ status: string; message: string }>();
    expect(body.status).toBe("down");
    expect(body.message.startsWith(variable)).toBe(true);
    // Nothing for pages: it names variables.
    const fromPage = await send("/v1/health", { headers: { origin: "https://a.example" } }, broken);
    expect(fromPage.headers.has("access-control-allow-origin")).toBe(false);
    for (const [path, init] of [
      ["/v1/chat", postJson({ question: "How?" })],
      ["/v1/search?q=a", {}],
      ["/v1/sites/docs/config", {}],
      ["/v1/feedback", postJson({})],
    ] as const) {
      const response = await send(path, init, broken);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        error: { code: "unavailable", requestId: response.headers.get("x-request-id") },
      });
    }
  });

  test("is told to the pages of other origins, preflight included", async () => {
    const broken = environmentWith({ SITES: "{" });
    const origin = "https://docs.example";
    const asking = {
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const preflight = await send("/v1/chat", { method: "OPTIONS", headers: { origin, ...asking } }, broken);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
    const response = await send("/v1/chat", postJson({ question: "How?" }, { origin }), broken);
    expect(response.status).toBe(503);
    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
    expect(response.headers.get("access-control-expose-headers")).toContain("x-request-id");
    expect(await response.json()).toMatchObject({ error: { code: "unavailable" } });
  });
});
