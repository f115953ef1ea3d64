import { expect, test } from "@playwright/test";
import { Assistant } from "./assistant.ts";

test("costs a page one request and no shift of its layout before a visitor acts", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as { shift: number }).shift += (
          entry as PerformanceEntry & { value: number }
        ).value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/examples/no-script.html");
  const before = requests.length;
  await page.goto("/examples/rtl.html", { waitUntil: "networkidle" });
  const own = requests.slice(before).filter((url) => !/\/(?:rtl(?:\.html)?|favicon\.ico)$/.test(url));
  expect(own.map((url) => new URL(url).pathname)).toEqual(["/assistant-chat.js"]);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
});

test("loads the panel when it is asked for and the renderer with the first answer, all from its own origin", async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto("/examples/rtl.html", { waitUntil: "networkidle" });
  const assistant = new Assistant(page);
  const closed = scripts.length;
  await assistant.open();
  await page.waitForLoadState("networkidle");
  const opened = scripts.length;
  await assistant.ask("How do I change the accent colour?");
  // The page is in Arabic, and so are the buttons.
  await expect(page.locator(".actions").last()).toBeAttached();
  expect(closed).toBe(1);
  expect(opened).toBeGreaterThan(closed);
  expect(scripts.length).toBeGreaterThan(opened);
  expect(new Set(scripts.map((url) => new URL(url).origin)).size).toBe(1);
  for (const url of scripts.slice(1)) expect(new URL(url).pathname).toMatch(/^\/v\/\d+\.\d+\.\d+\//);
});
