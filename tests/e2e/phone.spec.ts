import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Assistant } from "./assistant.ts";

test("passes the accessibility audit and fills the screen on a phone, with the input in view", async ({
  page,
}) => {
  await page.goto("/guide/quick-start/");
  const assistant = new Assistant(page);
  await assistant.launcher.tap();
  await expect(assistant.panel).toBeVisible();
  const viewport = page.viewportSize();
  await expect
    .poll(async () => {
      const box = await assistant.panel.boundingBox();
      return [box?.x, box?.y, box?.width, box?.height].map((value) => Math.round(value ?? -1));
    })
    .toEqual([0, 0, viewport?.width, viewport?.height]);
  await expect(assistant.input).toBeInViewport();
  const fontSize = await assistant.input.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  );
  expect(fontSize).toBeGreaterThanOrEqual(16);
  await assistant.ask("How do I change the accent colour?");
  await assistant.answered();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await assistant.panel.getByRole("button", { name: "Close" }).tap();
  await expect(assistant.panel).toBeHidden();
});
