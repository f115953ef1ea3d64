import { page } from "vitest/browser";
import { afterEach, expect, test } from "vitest";
import { mountAssistant, violations } from "./mount-assistant.ts";

afterEach(() => {
  document.documentElement.removeAttribute("style");
  document.body.replaceChildren();
});

test("text of twice the size passes the audit, and takes buttons and icons along", async () => {
  await page.viewport(1280, 900);
  document.documentElement.style.fontSize = "32px";
  const element = mountAssistant({ config: "local", theme: "light" });
  const launcher = element.root.querySelector(".launcher")!;
  expect(launcher.getBoundingClientRect().height).toBeGreaterThanOrEqual(88);
  expect(launcher.querySelector("svg")!.getBoundingClientRect().width).toBeGreaterThanOrEqual(36);
  await element.show();
  const widthOf = (name: string): number =>
    (page.getByRole("button", { name, exact: true }).element() as HTMLElement).offsetWidth;
  await expect.element(page.getByRole("button", { name: "Close", exact: true })).toBeVisible();
  expect(widthOf("Close")).toBeGreaterThanOrEqual(70);
  expect(widthOf("Send")).toBeGreaterThanOrEqual(70);
  // Of its place, not of the way there.
  expect(await violations(element)).toEqual([]);
  const panel = page.getByRole("dialog").element().getBoundingClientRect();
  expect([panel.top >= 0, panel.bottom < launcher.getBoundingClientRect().top]).toEqual([true, true]);
});

test("a root that is smaller than usual makes nothing small", () => {
  document.documentElement.style.fontSize = "8px";
  const element = mountAssistant({ config: "local" });
  expect(element.root.querySelector(".launcher")!.getBoundingClientRect().height).toBe(56);
});
