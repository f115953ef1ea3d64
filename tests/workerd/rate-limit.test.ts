import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import wranglerToml from "../../wrangler.toml?raw";
import { readConfig } from "../../worker/config/config.ts";
import { RATE_LIMIT_PERIOD_SECONDS } from "../../worker/constants.ts";
import type { LogEntry } from "../../worker/log.ts";
import { createOriginPolicy } from "../../worker/origins.ts";
import { addressPrefix, createVisitorKeyOf, visitorSaltKey } from "../../worker/visitor-key.ts";
import { createTestApp } from "./support/deps.ts";
import { createMemoryKv } from "./support/memory-kv.ts";
import { environmentWith, postJson, send as sendToWorker } from "./support/request.ts";

/** A limiter that lets `limit` requests of a key pass, and remembers the keys. */
function countingLimiter(limit: number) {
  const counts = new Map<string, number>();
  const rateLimiter: RateLimit = {
    limit: ({ key }) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return Promise.resolve({ success: count <= limit });
    },
  };
  return { rateLimiter, counts };
}

const QUESTION = { question: "Who founded Lumen?", site: "docs" };
const from = (address: string, headers: Record<string, string> = {}): RequestInit =>
  postJson(QUESTION, { "cf-connecting-ip": address, ...headers });

describe("the rate limit", () => {
  test("answers 429 with Retry-After, as JSON, and never reads the body", async () => {
    const { rateLimiter } = countingLimiter(0);
    const { send } = createTestApp({ rateLimiter });
    let wasRead = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          wasRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const response = await send("/v1/chat", {
      method: "POST",
      headers: { "content-type": "application/json", "cf-connecting-ip": "192.0.2.1" },
      body,
    });
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toMatchObject({ error: { code: "rate-limited" } });
    expect(wasRead).toBe(false);
  });

  test("covers questions, searches and feedback, and neither health nor preflights", async () => {
    const { rateLimiter } = countingLimiter(0);
    const { send } = createTestApp({ rateLimiter });
    const headers = { "cf-connecting-ip": "192.0.2.1" };
    expect((await send("/v1/search?q=a&site=docs", { headers })).status).toBe(429);
    expect((await send("/v1/search?q=a&site=docs", { method: "HEAD", headers })).status).toBe(429);
    expect((await send("/v1/feedback", { ...postJson({}), headers })).status).toBe(429);
    expect((await send("/v1/health", { headers })).status).toBe(200);
    expect((await send("/v1/sites/docs/config", { headers })).status).toBe(200);
    expect((await send("/v1/chat", { method: "OPTIONS", headers })).status).toBe(204);
  });

  test("covers whatever is asked about sites that the owner has not named", async () => {
    const { rateLimiter, counts } = countingLimiter(2);
    const { send } = createTestApp({ rateLimiter });
    const headers = { "cf-connecting-ip": "192.0.2.1" };
    const paths = ["/v1/sites/a/config", "/v1/health?site=b", "/v1/sites/c/config", "/v1/health?site=d"];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await send(path, { headers })).status);
    expect(statuses).toEqual([404, 503, 429, 429]);
    for (const path of ["/v1/sites/default/config", "/v1/health?site=docs"]) {
      expect((await send(path, { headers })).status).toBe(200);
    }
    expect([...counts.values()]).toEqual([4]);
  });

  test.each<[string, RequestInit[]]>([
    [
      "headers that a client may send",
      [
        from("192.0.2.1", { "x-forwarded-for": "203.0.113.1" }),
        from("192.0.2.1", { "x-forwarded-for": "203.0.113.2", "x-real-ip": "203.0.113.2" }),
        from("192.0.2.1", { "true-client-ip": "203.0.113.3", "forwarded": "for=203.0.113.3" }),
      ],
    ],
    ["spellings of the header", [from("192.0.2.1"), postJson(QUESTION, { "CF-Connecting-IP": "192.0.2.1" })]],
    [
      "addresses of one IPv6 network",
      [from("2001:db8:1:2::1"), from("2001:DB8:1:2:ffff::9"), from("2001:0db8:0001:0002:0:0:0:a")],
    ],
    [
      "an IPv4 address dressed as IPv6",
      [from("192.0.2.1"), from("::ffff:192.0.2.1"), from("::FFFF:c000:201")],
    ],
    [
      "other questions, conversations and sites",
      [
        postJson({ ...QUESTION, question: "WHO?" }, { "cf-connecting-ip": "192.0.2.1" }),
        postJson({ ...QUESTION, conversationId: "conversation-1" }, { "cf-connecting-ip": "192.0.2.1" }),
        postJson({ ...QUESTION, site: "other" }, { "cf-connecting-ip": "192.0.2.1" }),
      ],
    ],
    ["user agents", [from("192.0.2.1", { "user-agent": "a" }), from("192.0.2.1", { "user-agent": "b" })]],
    [
      "origins of this machine",
      [
        from("192.0.2.1", { origin: "http://localhost:1" }),
        from("192.0.2.1", { origin: "http://localhost:2" }),
      ],
    ],
  ])("is not escaped by %s", async (_, requests) => {
    const { rateLimiter, counts } = countingLimiter(1);
    const kv = createMemoryKv();
    const visitorKeyOf = createVisitorKeyOf({
      namespace: kv.namespace,
      now: () => Date.UTC(2026, 10, 21),
      newSalt: () => "salt",
      log: () => undefined,
    });
    const { send } = createTestApp({ rateLimiter, visitorKeyOf });
    for (const [index, init] of requests.entries()) {
      const response = await send("/v1/chat", init);
      await response.body?.cancel();
      expect(response.status === 429).toBe(index > 0);
    }
    expect(counts.size).toBe(1);
  });

  test("counts visitors apart, and one visitor apart for each site that lists their page's origin", async () => {
    const { rateLimiter, counts } = countingLimiter(10);
    const allowedOrigins = { docs: ["https://docs.example"], shop: ["https://shop.example"] };
    const { send } = createTestApp({
      rateLimiter,
      origins: createOriginPolicy(readConfig({ ALLOWED_ORIGINS: allowedOrigins }).allowedOrigins),
    });
    const ask = async (address: string, origin?: string): Promise<void> => {
      const response = await send("/v1/chat", from(address, origin === undefined ? {} : { origin }));
      await response.body?.cancel();
    };
    await ask("192.0.2.1", "https://docs.example");
    await ask("192.0.2.1", "https://shop.example");
    await ask("192.0.2.2", "https://docs.example");
    await ask("192.0.2.1");
    expect([...counts.keys()]).toEqual(["docs 192.0.2.1", "shop 192.0.2.1", "docs 192.0.2.2", "- 192.0.2.1"]);
  });

  test.each<[string, RateLimit["limit"]]>([
    [
      "throws",
      () => {
        throw new Error("broken");
      },
    ],
    ["rejects", () => Promise.reject(new Error("broken"))],
    ["hangs", () => new Promise(() => undefined)],
  ])("lets everyone pass when it %s, and says so in the log", async (_, limit) => {
    const { send, log } = createTestApp({ rateLimiter: { limit } });
    const response = await send("/v1/chat", from("192.0.2.1"));
    expect(response.status).toBe(200);
    await response.body?.cancel();
    expect(log).toContainEqual(expect.objectContaining({ level: "error", event: "rate-limiter-failed" }));
  });

  test("is the platform's own in the Worker, and holds", async () => {
    await reset();
    const environment = environmentWith({});
    const statuses: number[] = [];
    for (let count = 0; count < 62; count += 1) {
      const response = await sendToWorker(
        "/v1/search",
        { headers: { "cf-connecting-ip": "198.51.100.7" } },
        environment,
      );
      statuses.push(response.status);
    }
    expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
  });

  test("tells the period that wrangler.toml sets", () => {
    const period = /simple = \{[^}]*period = (\d+)/.exec(wranglerToml)?.[1];
    expect(Number(period)).toBe(RATE_LIMIT_PERIOD_SECONDS);
  });
});

describe("addressPrefix", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["::ffff:a00:1", "10.0.0.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
    ["not:an:address", "not:an:address"],
    ["", ""],
  ])("of %j is %j", (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix);
  });
});

describe("the visitor key", () => {
  beforeEach(async () => {
    await reset();
  });
  const create = (options: Partial<Parameters<typeof createVisitorKeyOf>[0]> = {}) => {
    const log: LogEntry[] = [];
    let salts = 0;
    const keyOf = createVisitorKeyOf({
      namespace: env.ANSWERS,
      now: () => Date.UTC(2026, 10, 21, 12),
      newSalt: () => `salt-${(salts += 1)}-${Math.random()}`,
      log: (entry) => log.push(entry),
      ...options,
    });
    return { keyOf, log };
  };

  test("holds no address, and is another for another site, visitor or day", async () => {
    let nowMs = Date.UTC(2026, 10, 21, 12);
    const { keyOf } = create({ now: () => nowMs });
    const key = await keyOf("docs", "192.0.2.1");
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf("docs", "192.0.2.1")).toBe(key);
    const others = [
      await keyOf("shop", "192.0.2.1"),
      await keyOf(undefined, "192.0.2.1"),
      await keyOf("docs", "192.0.2.2"),
    ];
    nowMs += 12 * 60 * 60 * 1000;
    others.push(await keyOf("docs", "192.0.2.1"));
    expect(new Set([key, ...others]).size).toBe(5);
  });

  test("is the same in every isolate, by a salt that is gone after two days", async () => {
    const key = await create().keyOf("docs", "192.0.2.1");
    expect(await create().keyOf("docs", "192.0.2.1")).toBe(key);
    const { keys } = await env.ANSWERS.list<unknown>({ prefix: "visitor-salt/" });
    expect(keys.map(({ name }) => name)).toEqual([visitorSaltKey("2026-11-21")]);
    const lifetimeSeconds = (keys[0]?.expiration ?? 0) - Date.now() / 1000;
    expect(Math.abs(lifetimeSeconds - 48 * 60 * 60)).toBeLessThan(120);
  });

  test("does without its salt when the store fails or hangs", async () => {
    for (const spoil of ["breakDown", "hang"] as const) {
      const kv = createMemoryKv();
      kv[spoil]();
      const { keyOf, log } = create({ namespace: kv.namespace });
      const key = await keyOf("docs", "192.0.2.1");
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(await keyOf("docs", "192.0.2.1")).toBe(key);
      expect(log).toMatchObject([{ event: "visitor-salt-unavailable" }]);
    }
  });
});
