import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

for (const path of ["/", "/element/attributes/", "/playground/"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} passes the accessibility audit in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}

test("every page of the site map answers, sends its policy and breaks none", async ({ page, request }) => {
  test.setTimeout(90_000);
  const violations: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") violations.push(`${page.url()} ${message.text()}`);
  });
  const siteMap = await (await request.get("/sitemap.xml")).text();
  const paths = [...siteMap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (match) => new URL(match[1] ?? "", "http://localhost").pathname,
  );
  expect(paths.length).toBeGreaterThanOrEqual(25);
  for (const path of paths) {
    const response = await page.goto(path, { waitUntil: "domcontentloaded" });
    expect(response?.status(), path).toBe(200);
    expect(response?.headers()["x-content-type-options"], path).toBe("nosniff");
    await expect(page.locator("h1"), path).toHaveCount(1);
  }
  expect(violations).toEqual([]);
});

test("shows a page for an address that does not exist", async ({ page }) => {
  const response = await page.goto("/no/such/page/");
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toBeVisible();
});

test("the playground's snippet is what it shows", async ({ page }) => {
  await page.goto("/playground/");
  await page
    .getByLabel(/assistant.name/i)
    .first()
    .fill("Zed");
  await expect(page.locator("pre").filter({ hasText: "Zed" }).first()).toBeVisible();
  await expect(page).toHaveURL(/Zed/);
  await page.reload();
  await expect(page.locator("pre").filter({ hasText: "Zed" }).first()).toBeVisible();
});
