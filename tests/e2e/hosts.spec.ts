import { expect, test } from "@playwright/test";
import { Assistant } from "./assistant.ts";

const QUESTION = "How do I change the accent colour?";

test("works under the strictest policy without a single violation", async ({ page }) => {
  await page.goto("/examples/strict-csp.html");
  const assistant = new Assistant(page);
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  await expect(assistant.citations().first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Violations" }).getByRole("listitem")).toHaveCount(0);
});

test("keeps two assistants on one page apart", async ({ page }) => {
  await page.goto("/examples/two-instances.html");
  const inline = new Assistant(page, { panel: page.locator("#first") });
  await inline.ask(QUESTION);
  await inline.answered();
  const floating = new Assistant(page);
  await floating.launcher.click();
  await expect(floating.panel).toBeVisible();
  await expect(floating.citations()).toHaveCount(0);
});

test("fills its place in the text when it is inline", async ({ page }) => {
  await page.goto("/examples/inline.html");
  const element = page.locator("assistant-chat");
  const assistant = new Assistant(page, { panel: element });
  await assistant.ask(QUESTION);
  await assistant.answered();
  await expect(assistant.citations().first()).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("pushes the page aside as a drawer, and gives the room back", async ({ page }) => {
  await page.goto("/examples/drawer.html");
  const main = page.locator("main");
  const endOf = async (): Promise<number> => {
    const box = await main.boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  const before = await endOf();
  await page.getByRole("button", { name: "Ask the docs" }).click();
  await expect(new Assistant(page).panel).toBeVisible();
  const panelStart = async (): Promise<number> => (await new Assistant(page).panel.boundingBox())?.x ?? 0;
  await expect.poll(async () => (await endOf()) <= (await panelStart()) + 1).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(endOf).toBe(before);
});

test("sits at the other side on a page that reads from right to left", async ({ page }) => {
  await page.goto("/examples/rtl.html");
  const assistant = new Assistant(page);
  const box = await assistant.launcher.boundingBox();
  expect(box?.x).toBeLessThan(200);
  await assistant.open();
  await expect(assistant.panel).toHaveAccessibleName("المساعد");
});

test("runs a question that waited in the queue for a late script", async ({ page }) => {
  await page.goto("/examples/late-load.html");
  const assistant = new Assistant(page);
  await expect(assistant.panel).toBeVisible();
  await assistant.answered();
  await expect(assistant.transcript).toContainText("How do I install it?");
});

test("is not reached by the host's styles", async ({ page }) => {
  await page.goto("/examples/themed-host.html");
  const assistant = new Assistant(page);
  await assistant.ask(QUESTION);
  await assistant.answered();
  const send = assistant.panel.getByRole("button", { name: "Send" });
  await expect(send).toBeVisible();
  await expect(send).toHaveCSS("text-transform", "none");
});

test("leaves what stands inside the element to people without JavaScript", async ({ page }) => {
  await page.goto("/examples/no-script.html");
  await expect(page.getByRole("link", { name: "Read the quick start" })).toBeVisible();
});
