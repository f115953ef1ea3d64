import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import type { Env } from "../../worker/env.ts";
import { publishKettle } from "./support/corpus.ts";
import { ORIGIN, environmentWith, postJson, send } from "./support/request.ts";
import { readText } from "./support/sse.ts";

let environment: Env;
beforeEach(async () => {
  await reset();
  await publishKettle("docs");
  await publishKettle("shop");
  environment = environmentWith({
    ALLOWED_ORIGINS: {
      docs: ["https://docs.example", "https://*.preview.example"],
      shop: ["https://shop.example"],
    },
  });
});

function ask(origin: string | undefined, site = "docs"): Promise<Response> {
  const headers = origin === undefined ? {} : { origin };
  return send("/v1/chat", postJson({ question: "How do I descale the kettle?", site }, headers), environment);
}

describe("a page", () => {
  test.each(["https://docs.example", "https://pr-7.preview.example", ORIGIN])(
    "of the allowed origin %s reads the answer",
    async (origin) => {
      const response = await ask(origin);
      expect(response.status).toBe(200);
      expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
      expect(response.headers.get("vary")).toContain("Origin");
      expect(response.headers.has("access-control-allow-credentials")).toBe(false);
      await readText(response.body);
    },
  );

  test.each([
    "https://evil.example",
    "https://docs.example.evil.io",
    "http://docs.example",
    "null",
    "",
    "http://localhost:3000",
  ])("of the origin %j is refused", async (origin) => {
    const response = await ask(origin);
    expect(response.status).toBe(403);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
    expect(response.headers.get("vary")).toContain("Origin");
    expect(await response.json()).toMatchObject({ error: { code: "origin-not-allowed" } });
  });

  test("of one site may not ask another site, and can read why", async () => {
    const response = await ask("https://shop.example", "docs");
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    for (const path of ["/v1/search?q=kettle&site=docs", "/v1/sites/docs/config"]) {
      const other = await send(path, { headers: { origin: "https://shop.example" } }, environment);
      expect(other.status).toBe(403);
    }
  });

  test("can read errors of its own requests", async () => {
    const response = await send("/v1/chat", postJson({}, { origin: "https://docs.example" }), environment);
    expect(response.status).toBe(400);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://docs.example");
  });
});

test("a program without an origin may ask: the header keeps out websites, not programs", async () => {
  const response = await ask(undefined);
  expect(response.status).toBe(200);
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
  await readText(response.body);
});

describe("a preflight", () => {
  const preflight = (origin: string, path = "/v1/chat"): Promise<Response> =>
    send(
      path,
      {
        method: "OPTIONS",
        headers: {
          "origin": origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      },
      environment,
    );

  test.each(["https://docs.example", "https://shop.example", "https://a.preview.example"])(
    "of %s is answered for any site's page, since it cannot name its site",
    async (origin) => {
      const response = await preflight(origin);
      expect(response.status).toBe(204);
      expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      expect(response.headers.get("access-control-allow-methods")).toContain("POST");
      expect(response.headers.get("access-control-allow-headers")).toBe("content-type");
      expect(response.headers.get("access-control-max-age")).toBe("7200");
      expect(response.headers.get("vary")).toContain("Origin");
      expect(response.headers.has("access-control-allow-credentials")).toBe(false);
    },
  );

  test.each(["https://evil.example", "null", "https://b.a.preview.example"])(
    "of %s is refused",
    async (origin) => {
      const response = await preflight(origin);
      expect(response.status).toBe(403);
      expect(response.headers.has("access-control-allow-origin")).toBe(false);
    },
  );
});
