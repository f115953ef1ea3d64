/** The built widget on pages that make it hard: strict policies, hostile scripts, no storage. */
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER_ARGUMENTS, findBrowser } from "../../../support/find-browser.ts";
import { serveBuiltWidget, version, type BuiltWidgetServer } from "./serve-built-widget.ts";

const ANSWER = [
  ["answer-start", { answerId: "answer-0001", conversationId: "c", corpusVersion: "v", mode: "extractive" }],
  ["sources-available", { sources: [{ position: 1, title: "One", url: "/one/", excerpt: "x", score: 1 }] }],
  ["text-delta", { text: "It works [1]." }],
  ["answer-end", { finishReason: "stop", citedPositions: [1], confidence: 1, cached: false }],
]
  .map(([type, data]) => `event: ${type as string}\ndata: ${JSON.stringify(data)}\n\n`)
  .join("");

const TAG = '<script src="/assistant-chat.js" data-site="docs"></script>';
const BASE_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Each page: what stands in its HTML, and its policy. */
const PAGES: Record<string, { html: string; policy?: string }> = {
  "a classic script in the head": { html: `<head>${TAG}</head><body>` },
  "a module script": { html: `<body>${TAG.replace("<script", '<script type="module"')}` },
  "an async script": { html: `<body>${TAG.replace("<script", "<script async")}` },
  "the loader twice": { html: `<body>${TAG}${TAG}` },
  "the immutable copy beside the short-cached one": {
    html: `<body>${TAG}${TAG.replace("/assistant", `/v/${version}/assistant`)}`,
  },
  "a policy without inline styles": { html: `<body>${TAG}`, policy: BASE_POLICY },
  "Trusted Types without a list": {
    html: `<body>${TAG}`,
    policy: `${BASE_POLICY}; require-trusted-types-for 'script'`,
  },
  "Trusted Types that list another policy": {
    html: `<body>${TAG}`,
    policy: `${BASE_POLICY}; require-trusted-types-for 'script'; trusted-types hostapp`,
  },
  "Trusted Types that allow no policy": {
    html: `<body>${TAG}`,
    policy: `${BASE_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  "a sandbox without storage": { html: `<body>${TAG}`, policy: "sandbox allow-scripts" },
  "a base that points elsewhere": {
    html: `<head><base href="https://elsewhere.example/x/">${TAG.replace('"/assist', '"ORIGIN/assist')}</head><body>`,
  },
  "a patched Array prototype": { html: `<body><script src="/patch"></script>${TAG}` },
};

let server: BuiltWidgetServer;
let browser: Browser;

beforeAll(async () => {
  server = await serveBuiltWidget((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const entry = PAGES[url.searchParams.get("page") ?? ""];
    if (url.pathname === "/patch") {
      response.writeHead(200, { "content-type": "text/javascript" });
      response.end("Array.prototype.extra = function () {}; Object.prototype.toJSONLike = 1;");
    } else if (entry && url.pathname === "/") {
      const policy = entry.policy ? { "content-security-policy": entry.policy } : {};
      response.writeHead(200, { "content-type": "text/html", ...policy });
      response.end(
        `<!doctype html><title>t</title>${entry.html.replaceAll("ORIGIN", `http://${request.headers.host}`)}`,
      );
    } else if (url.pathname === "/v1/chat") {
      const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
      response
        .writeHead(200, { "content-type": "text/event-stream", ...cors })
        .end(request.method === "POST" ? ANSWER : "");
    } else if (url.pathname.startsWith("/v1/")) {
      response
        .writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" })
        .end("{}");
    } else {
      // A page without an origin of its own loads modules across origins.
      response.setHeader("access-control-allow-origin", "*");
      return false;
    }
    return true;
  });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (/policy|trusted/i.test(message.text())) problems.push(message.text());
  });
  return problems;
}

describe("a cited answer, one element and no report on", () => {
  test.each(Object.keys(PAGES))("%s", async (name) => {
    const page = await browser.newPage();
    const problems = await problemsOf(page);
    await page.goto(`${server.origin}/?page=${encodeURIComponent(name)}`);
    await page.getByRole("button", { name: "Ask a question" }).click();
    await page.getByRole("textbox").fill("Does it?");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Source 1: One" }).waitFor({ timeout: 10_000 });
    expect(await page.locator("assistant-chat").count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });

  test("costs a page one request before a visitor acts, and shifts nothing", async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${server.origin}/?page=an%20async%20script`);
    await page.getByRole("button", { name: "Ask a question" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(requests.filter((path) => path !== "/" && path !== "/favicon.ico")).toEqual([
      "/assistant-chat.js",
    ]);
    await page.close();
  });
});
