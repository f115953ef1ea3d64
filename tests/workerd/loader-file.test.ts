import { describe, expect, test } from "vitest";
import type { ConfigVars } from "../../worker/config/config-vars.ts";
import { readConfig } from "../../worker/config/config.ts";
import { createMisconfiguredApp } from "../../worker/misconfigured-app.ts";
import { ConfigError } from "../../worker/config/read-value.ts";
import { createOriginPolicy } from "../../worker/origins.ts";
import { createTestApp } from "./support/deps.ts";
import { ORIGIN } from "./support/request.ts";

const FILE = "customElements.define();";

function appWith(vars: ConfigVars, file = (): Response => new Response(FILE)) {
  const config = readConfig(vars);
  const origins = createOriginPolicy(config.allowedOrigins);
  const { send } = createTestApp({ config, origins, fetchAsset: () => Promise.resolve(file()) });
  return (headers: Record<string, string> = {}): Promise<Response> => send("/assistant-chat.js", { headers });
}

/** What the script hands to the page. */
async function settingsIn(response: Response): Promise<unknown> {
  const script = await response.text();
  const json = /^globalThis\.AssistantChatSites=([^\n]*);\n/.exec(script)?.[1];
  expect(script.endsWith(FILE)).toBe(true);
  return json === undefined ? undefined : JSON.parse(json);
}

describe("GET /assistant-chat.js", () => {
  const docs = {
    launcherLabel: "Ask </script> \u2028",
    position: "bottom-start",
    accent: "#0b5fff",
    greeting: "Hi",
  };

  test("carries what the launcher shows, and nothing else of the settings", async () => {
    const { greeting: _, ...shown } = docs;
    expect(await settingsIn(await appWith({ SITES: { docs } })())).toEqual({ docs: shown, default: shown });
  });

  test("is the file alone where nothing is set", async () => {
    expect(await settingsIn(await appWith({ SITES: { docs: { greeting: "Hi" } } })())).toBeUndefined();
    expect(await settingsIn(await appWith({})())).toBeUndefined();
  });

  test("names the default site only where it is known without a look", async () => {
    const sites = { docs: { accent: "#111" }, shop: { accent: "#222" } };
    expect(await settingsIn(await appWith({ SITES: sites })())).toEqual(sites);
    expect(await settingsIn(await appWith({ SITES: sites, DEFAULT_SITE: "shop" })())).toEqual({
      ...sites,
      default: sites.shop,
    });
  });

  test("tells a page of its own sites only, where several have lists of origins", async () => {
    const load = appWith({
      SITES: { one: { accent: "#111" }, two: { accent: "#222" } },
      ALLOWED_ORIGINS: { one: ["https://one.example"], two: ["https://two.example"] },
    });
    const from = async (referer: string): Promise<unknown> => settingsIn(await load({ referer }));
    expect(await from("https://one.example/shop?x")).toEqual({ one: { accent: "#111" } });
    expect(await from("https://two.example/")).toEqual({ two: { accent: "#222" } });
    expect(await from("https://three.example/")).toBeUndefined();
    expect(await from("no address")).toBeUndefined();
    expect(await settingsIn(await load())).toBeUndefined();
    expect((await load()).headers.get("vary")).toBe("Referer");
    expect((await appWith({ SITES: { docs } })()).headers.get("vary")).toBeNull();
  });

  test("stays small however many sites there are", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `site-${index}`);
    const SITES = Object.fromEntries(names.map((name) => [name, { launcherLabel: "Ask us anything" }]));
    const script = await (await appWith({ SITES })()).text();
    expect(script.length).toBeLessThan(2_500);
    expect(script).toContain('"site-0"');
  });

  test("may be loaded by every page, is kept for minutes, and is not sent twice", async () => {
    const load = appWith({ SITES: { docs } });
    const response = await load({ origin: "https://anyone.example" });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=300, stale-while-revalidate=86400",
      "content-type": "text/javascript; charset=utf-8",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    const etag = response.headers.get("etag") ?? "";
    const again = await load({ "if-none-match": `"x", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await load({ "if-none-match": '"x"' })).status).toBe(200);
    const changed = await appWith({ SITES: { docs: { ...docs, accent: "#111" } } })();
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("is not found where the widget was not built", async () => {
    const missing = appWith({ SITES: { docs } }, () => new Response("", { status: 404 }));
    expect((await missing()).status).toBe(404);
  });

  test("comes without settings while the configuration is wrong", async () => {
    const app = createMisconfiguredApp(new ConfigError("SITES", "is not valid JSON."), {
      newId: () => "id",
      now: () => 0,
      log: () => undefined,
      version: "1.2.3",
      fetchAsset: () => Promise.resolve(new Response(FILE)),
    });
    const response = await app.fetch(new Request(`${ORIGIN}/assistant-chat.js`));
    expect([response.status, await response.text()]).toEqual([200, FILE]);
  });
});
