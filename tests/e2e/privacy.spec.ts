/** What leaves the page and what stays in the browser: everything that the browser does is watched. */
import { expect, test, type Page } from "@playwright/test";
import { Assistant } from "./assistant.ts";

const QUESTION = "How do I change the accent colour?";

/** A page of the site itself with one tag. */
async function openPage(page: Page, attributes: string): Promise<void> {
  await page.route("**/privacy-page/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Page</title><h1>Page</h1>
        <script async src="/assistant-chat.js" data-site="docs" ${attributes}></script>`,
    }),
  );
  await page.goto("/privacy-page/");
}

/** Everything that a browser can keep for a page. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

const NOTHING = { session: [], local: [], cookie: "", databases: [], caches: [], workers: 0 };

function watch(page: Page): { requests: string[]; cookies: string[] } {
  const seen = { requests: [] as string[], cookies: [] as string[] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("response", (response) => {
    if (response.headers()["set-cookie"] !== undefined) seen.cookies.push(response.url());
  });
  return seen;
}

test("sets no cookie and asks no third party, whatever is done with it", async ({
  page,
  context,
  baseURL,
}) => {
  const seen = watch(page);
  await openPage(page, 'data-persist="device" data-analytics="events" data-page-context');
  const assistant = new Assistant(page);
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  await assistant.panel.getByRole("button", { name: "Helpful", exact: true }).last().click();
  await assistant.citations().first().hover();
  await page.reload();
  await assistant.answered();
  expect(seen.requests.length).toBeGreaterThan(5);
  expect(seen.requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(seen.cookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test("keeps and counts nothing before consent where that is required", async ({ page }) => {
  const seen = watch(page);
  const attributes = 'data-persist="device" data-analytics="events" data-consent="required"';
  await openPage(page, attributes);
  const assistant = new Assistant(page);
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  expect(await kept(page)).toEqual(NOTHING);
  expect(seen.requests.filter((url) => url.includes("/v1/events"))).toEqual([]);

  const grant = (): Promise<void> =>
    page.evaluate(async () => {
      await (
        document.querySelector("assistant-chat") as unknown as { consentGranted(): Promise<void> }
      ).consentGranted();
    });
  await grant();
  await expect.poll(async () => ((await kept(page)) as typeof NOTHING).local).toHaveLength(1);

  // On the next page the same holds again: what was kept is not read before consent is.
  await page.reload();
  await expect(assistant.panel.getByRole("heading", { level: 3 })).toBeVisible();
  await expect(assistant.citations()).toHaveCount(0);
  await grant();
  await expect(assistant.citations().first()).toBeVisible();

  await page.evaluate(async () => {
    await (
      document.querySelector("assistant-chat") as unknown as { consentRevoked(): Promise<void> }
    ).consentRevoked();
  });
  expect(await kept(page)).toEqual(NOTHING);
});

test("goes on with an answer, or says quietly that it was cut, when a link is followed in mid-answer", async ({
  page,
}) => {
  let cut = true;
  await page.route("**/v1/chat", async (route) => {
    if (!cut) return route.continue();
    // Never answered: the visitor leaves first.
    await new Promise((resolve) => page.once("framenavigated", resolve));
  });
  await openPage(page, "");
  const assistant = new Assistant(page);
  await assistant.open();
  await assistant.ask(QUESTION);
  await expect(assistant.panel.getByRole("button", { name: "Stop" })).toBeVisible();
  cut = false;
  await page.reload();
  await assistant.answered();
  await expect(assistant.citations().first()).toBeVisible();
  await expect(assistant.panel.locator(".failed")).toHaveCount(0);
});
