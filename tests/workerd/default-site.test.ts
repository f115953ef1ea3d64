import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { corpusKeys } from "../../core/corpus/format.ts";
import { createSiteOf } from "../../worker/default-site.ts";
import { readConfig } from "../../worker/config/config.ts";
import type { LogEntry } from "../../worker/log.ts";
import { createKvPublishedSites } from "../../worker/storage/kv-published-sites.ts";
import { testPublishedSites } from "../contracts/published-sites.ts";
import { publishKettle } from "./support/corpus.ts";
import { createMemoryKv } from "./support/memory-kv.ts";
import { environmentWith, postJson, send } from "./support/request.ts";

beforeEach(async () => {
  await reset();
});

/** Keys as `publish` leaves them. */
function keysOf(sites: readonly { site: string; files: number }[]): string[] {
  return sites.flatMap(({ site, files }) => [
    corpusKeys.pointer(site),
    ...Array.from({ length: files }, (_, index) => corpusKeys.file(site, `passages-${index}.jsonl`)),
  ]);
}

testPublishedSites("KV with the platform's pages of keys", (sites) => {
  const kv = createMemoryKv();
  for (const key of keysOf(sites)) kv.plant(key, "{}");
  return createKvPublishedSites(kv.namespace);
});

test("KV of the platform itself lists its keys in that order", async () => {
  const sites = [{ site: "docs", files: 2 }];
  for (const key of keysOf(sites)) await env.CORPUS.put(key, "{}");
  expect(await createKvPublishedSites(env.CORPUS).onlySite()).toBe("docs");
  for (const key of keysOf([{ site: "shop", files: 2 }])) await env.CORPUS.put(key, "{}");
  expect(await createKvPublishedSites(env.CORPUS).onlySite()).toBeUndefined();
});

test("a site with more files than are read is not taken for the only one", async () => {
  const kv = createMemoryKv();
  for (const key of keysOf([{ site: "docs", files: 10_000 }])) kv.plant(key, "{}");
  expect(await createKvPublishedSites(kv.namespace).onlySite()).toBeUndefined();
});

describe("a request that names no site", () => {
  const vars = { SITES: undefined, DEFAULT_SITE: undefined };
  const searched = async (changes: Record<string, unknown>, query = "q=kettle"): Promise<number> =>
    (await send(`/v1/search?${query}`, {}, environmentWith({ ...vars, ...changes }))).status;

  test("is about the only one that is published", async () => {
    await publishKettle("kettles");
    expect(await searched({})).toBe(200);
    expect(await searched({}, "q=kettle&site=default")).toBe(200);
    expect(await searched({}, "q=kettle&site=other")).toBe(404);
  });

  test("is about the one in DEFAULT_SITE, also where others are published", async () => {
    await publishKettle("kettles");
    await publishKettle("pans");
    expect(await searched({})).toBe(503);
    expect(await searched({ DEFAULT_SITE: "pans" })).toBe(200);
    const config = await send("/v1/sites/default/config", {}, environmentWith({ DEFAULT_SITE: "pans" }));
    expect(await config.json()).toEqual({ site: "pans" });
  });

  test("is about the one that the owner named, else about the one called default", async () => {
    await publishKettle("kettles");
    await publishKettle("pans");
    expect(await searched({ SITES: { pans: {} } })).toBe(200);
    await publishKettle("default");
    expect(await searched({})).toBe(200);
  });

  test("is answered, rated and counted there", async () => {
    await publishKettle("kettles");
    const environment = environmentWith({ ...vars, DEFAULT_SITE: "kettles" });
    const asked = await send("/v1/chat", postJson({ question: "How do I descale it?" }), environment);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain("vinegar");
  });

  test("may not be sent from a page that belongs to another site", async () => {
    await publishKettle("kettles");
    await publishKettle("pans");
    const environment = environmentWith({
      ...vars,
      DEFAULT_SITE: "pans",
      ALLOWED_ORIGINS: { kettles: ["https://kettles.example"], pans: ["https://pans.example"] },
    });
    const from = async (origin: string): Promise<number> =>
      (await send("/v1/search?q=kettle", { headers: { origin } }, environment)).status;
    expect(await from("https://kettles.example")).toBe(403);
    expect(await from("https://pans.example")).toBe(200);
  });
});

describe("the default site", () => {
  const noSites = { onlySite: () => Promise.resolve(undefined) };

  test("is looked for once a minute, and again soon where there was none", async () => {
    let nowMs = 0;
    let lookups = 0;
    let only: string | undefined;
    const siteOf = createSiteOf({
      config: readConfig({}),
      corpora: { find: () => Promise.resolve(undefined) },
      published: {
        onlySite: () => {
          lookups += 1;
          return Promise.resolve(only);
        },
      },
      now: () => nowMs,
      log: () => undefined,
    });
    expect([await siteOf(undefined), await siteOf("default"), lookups]).toEqual(["default", "default", 1]);
    only = "docs";
    nowMs = 10_000;
    expect([await siteOf(undefined), lookups]).toEqual(["docs", 2]);
    nowMs = 69_000;
    expect([await siteOf(undefined), lookups]).toEqual(["docs", 2]);
    nowMs = 70_000;
    await siteOf(undefined);
    expect(lookups).toBe(3);
  });

  test("is the one called default where the store does not answer, and the log says so", async () => {
    const log: LogEntry[] = [];
    const find = (): Promise<never> => Promise.reject(new Error("KV is down"));
    const siteOf = createSiteOf({
      config: readConfig({}),
      corpora: { find },
      published: noSites,
      now: () => 0,
      log: (entry) => log.push(entry),
    });
    expect(await siteOf(undefined)).toBe("default");
    expect(log).toMatchObject([
      { event: "default-site-not-found", detail: expect.stringContaining("KV is down") },
    ]);
  });
});
