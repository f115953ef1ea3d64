import { expect, test, type Locator, type Page } from "@playwright/test";
import { Assistant } from "./assistant.ts";
import { HOSTILE_PAGES, renderHostilePage, type HostilePage } from "./hosts/hostile-pages.ts";

const QUESTION = "How do I change the accent colour?";

async function visit(page: Page, baseURL: string, host: HostilePage): Promise<void> {
  if (host.viewport) await page.setViewportSize(host.viewport);
  await page.route("**/hostile", (route) =>
    route.fulfill({ contentType: "text/html", body: renderHostilePage(host).replace("ORIGIN", baseURL) }),
  );
  await page.goto("/hostile");
}

/** All of it lies in the window. */
async function expectInWindow(page: Page, target: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const box = await target.boundingBox();
      const { width, height } = page.viewportSize()!;
      if (!box) return "nowhere";
      const isIn =
        box.x >= -1 && box.y >= -1 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
      return isIn && box.width > 40 && box.height > 40 ? "in the window" : JSON.stringify(box);
    })
    .toBe("in the window");
}

for (const host of HOSTILE_PAGES) {
  test(`the whole journey on a page with: ${host.name}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await visit(page, baseURL!, host);
    const element = page.locator("assistant-chat");
    const assistant = new Assistant(page, host.isInline ? { panel: element } : {});
    if (host.isInline) {
      await expect(assistant.input).toBeVisible();
      expect((await element.boundingBox())?.width).toBeGreaterThan(250);
    } else {
      await expectInWindow(page, assistant.launcher);
      await assistant.open();
      await expectInWindow(page, assistant.panel);
    }
    await assistant.ask(QUESTION);
    await assistant.answered();
    const citation = assistant.citations().first();
    await citation.scrollIntoViewIfNeeded();
    await citation.hover();
    await expect(
      page.getByRole("tooltip").or(element.locator(".citation-popover, [popover]:popover-open").last()),
    ).toBeVisible();
    if (host.isInline) return;
    await assistant.panel.getByRole("button", { name: "Close", exact: true }).click();
    await expect(assistant.panel).toBeHidden();
    await page.keyboard.press("Enter");
    // Escape belongs to whatever has the focus.
    await expect(assistant.input).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(assistant.panel).toBeHidden();
    expect(page.url()).toContain("/hostile");
  });
}

test("a page that paints white and says nothing gets a light panel on a dark system", async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await visit(page, baseURL!, { name: "white" });
  const assistant = new Assistant(page);
  await assistant.open();
  await expect(assistant.panel).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

test("neither launcher nor panel is printed", async ({ page, baseURL }) => {
  await visit(page, baseURL!, { name: "print" });
  const assistant = new Assistant(page);
  await assistant.open();
  await page.emulateMedia({ media: "print" });
  await expect(assistant.panel).toBeHidden();
  await expect(page.locator("assistant-chat .launcher")).toBeHidden();
});

test("the bubble outlives a router that replaces the body", async ({ page, baseURL }) => {
  await visit(page, baseURL!, { name: "router" });
  const assistant = new Assistant(page);
  await expect(assistant.launcher).toBeVisible();
  await page.evaluate(() => {
    const body = document.createElement("body");
    body.append("Two");
    document.documentElement.replaceChild(body, document.body);
    history.pushState({}, "", "?two");
  });
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
});

test("the focus goes back to the button of the page that opened the panel", async ({ page, baseURL }) => {
  const button = `<button onclick="AssistantChat.push(['show'])">Ask us here</button>`;
  await visit(page, baseURL!, { name: "own button", body: button });
  const own = page.getByRole("button", { name: "Ask us here" });
  await own.focus();
  await page.keyboard.press("Enter");
  await expect(new Assistant(page).input).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(own).toBeFocused();
});
