import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Assistant } from "./assistant.ts";

const QUESTION = "How do I change the accent colour?";

let assistant: Assistant;
test.beforeEach(async ({ page }) => {
  assistant = new Assistant(page);
  await page.goto("/guide/quick-start/");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`passes the accessibility audit, closed, open and with an answer, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const audit = async (): Promise<unknown[]> => (await new AxeBuilder({ page }).analyze()).violations;
    expect(await audit()).toEqual([]);
    await assistant.open();
    expect(await audit()).toEqual([]);
    await assistant.ask(QUESTION);
    await assistant.answered();
    expect(await audit()).toEqual([]);
  });
}

test("answers with citations that lead to a page which exists and says so", async ({ page, request }) => {
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  const citation = assistant.citations().first();
  await expect(citation).toBeVisible();
  const url = new URL((await citation.getAttribute("href")) ?? "", page.url());
  const target = await request.get(url.pathname);
  expect(target.ok()).toBe(true);
  const anchor = decodeURIComponent(url.hash.slice(1).split(":~:")[0] ?? "");
  if (anchor !== "") expect(await target.text()).toContain(`id="${anchor}"`);
  await expect(
    assistant.panel.getByRole("list", { name: "Sources" }).getByRole("listitem").first(),
  ).toContainText("Theming");
});

test("asks a starter question in one click", async () => {
  await assistant.open();
  const starter = assistant.panel.getByRole("button", { name: /\?$/ }).first();
  const question = (await starter.textContent())?.trim() ?? "";
  await starter.click();
  await expect(assistant.transcript).toContainText(question);
  await assistant.answered();
});

test("can be used with the keyboard alone, and gives the focus back", async ({ page }) => {
  await assistant.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(assistant.input).toBeFocused();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press("Enter");
  await assistant.answered();
  await expect(assistant.input).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(assistant.panel).toBeHidden();
  await expect(assistant.launcher).toBeFocused();
});

test("is there again after a reload and on another page, and gone after a new conversation", async ({
  page,
}) => {
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  // They come in a file of their own, below the answer.
  await expect(assistant.transcript.getByText("Pages that may help")).toBeVisible();
  const answer = await assistant.transcript.innerText();
  for (const visit of [() => page.reload(), () => page.goto("/element/theming/")]) {
    await visit();
    if (!(await assistant.panel.isVisible())) await assistant.open();
    await expect(assistant.citations().first()).toBeVisible();
    await expect.poll(() => assistant.transcript.innerText()).toBe(answer);
  }
  await assistant.panel.getByRole("button", { name: "New conversation" }).click();
  await expect(assistant.citations()).toHaveCount(0);
  await page.reload();
  if (!(await assistant.panel.isVisible())) await assistant.open();
  await expect(assistant.citations()).toHaveCount(0);
});

test("refuses what the pages do not hold, and offers the nearest ones", async () => {
  await assistant.open();
  await assistant.ask("Which vaccine protects hippopotamuses against measles?");
  await expect(assistant.transcript).toContainText("could not find");
  await expect(assistant.citations()).toHaveCount(0);
});

test("keeps a thumb", async ({ page }) => {
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  const stored = page.waitForResponse((response) => response.url().endsWith("/v1/feedback"));
  await assistant.panel.getByRole("button", { name: "Helpful", exact: true }).click();
  expect((await stored).ok()).toBe(true);
  await expect(assistant.panel.getByRole("button", { name: "Helpful", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("copies an answer as text with its sources", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await assistant.open();
  await assistant.ask(QUESTION);
  await assistant.answered();
  await assistant.panel.getByRole("button", { name: "Copy", exact: true }).last().click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  // What writes the copy is loaded with the first click on it.
  await expect.poll(copied).toContain("accent");
  expect(await copied()).toContain("/element/theming/");
});

test("says plainly that the Worker fails, keeps the question and tries again", async ({ page }) => {
  await page.route(
    "**/v1/chat",
    (route) =>
      route.fulfill({ status: 503, json: { error: { code: "unavailable", message: "x", requestId: "r" } } }),
    { times: 1 },
  );
  await assistant.open();
  await assistant.ask(QUESTION);
  const again = assistant.panel.getByRole("button", { name: "Try again" });
  await expect(assistant.transcript).toContainText("not available");
  await expect(assistant.transcript).toContainText(QUESTION);
  await again.first().click();
  await assistant.answered();
  await expect(assistant.citations().first()).toBeVisible();
});

test("never ends in silence when the stream is cut", async ({ page }) => {
  const cut =
    'id: 1\nevent: answer-start\ndata: {"answerId":"abcdefgh","conversationId":"abcdefgh","corpusVersion":"v","mode":"generative"}\n\nid: 2\nevent: text-delta\ndata: {"text":"Half an ans"}\n\n';
  await page.route("**/v1/chat", (route) => route.fulfill({ contentType: "text/event-stream", body: cut }), {
    times: 1,
  });
  await assistant.open();
  await assistant.ask(QUESTION);
  await expect(assistant.transcript).toContainText("before the answer was complete");
  await expect(assistant.panel.getByRole("button", { name: "Ask again" }).first()).toBeVisible();
});

test("says that it cannot be reached where what shows answers does not load, and asks again once it does", async ({
  page,
}) => {
  await page.route("**/conversation.js*", (route) => route.abort());
  await assistant.open();
  await assistant.ask(QUESTION);
  await expect(assistant.panel.getByText("cannot be reached")).toBeVisible();
  await expect(assistant.input).toBeEnabled();
  await page.unroute("**/conversation.js*");
  await assistant.input.fill("And then?");
  await expect(assistant.transcript).toContainText(QUESTION);
  await assistant.panel.getByRole("button", { name: "Try again" }).first().click();
  await assistant.answered();
  // What was heard of it is still there for slow voices; nobody sees it.
  await expect(page.locator(".banner, .failed")).toHaveCount(0);
});

test("stops an answer that is being written", async ({ page }) => {
  // The extractive answer is over too soon to be stopped: this one never ends by itself.
  await page.addInitScript(() => {
    const realFetch = window.fetch.bind(window);
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.endsWith("/v1/chat")) return realFetch(input, init);
      const event = (type: string, data: object): string =>
        `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
      const start = event("answer-start", {
        answerId: "abcdefgh",
        conversationId: "abcdefgh",
        corpusVersion: "v",
        mode: "generative",
      });
      const body = new ReadableStream<Uint8Array>({
        start: (controller) =>
          controller.enqueue(new TextEncoder().encode(start + event("text-delta", { text: "It begins" }))),
        cancel: () => document.documentElement.setAttribute("data-cancelled", ""),
      });
      init?.signal?.addEventListener("abort", () =>
        document.documentElement.setAttribute("data-cancelled", ""),
      );
      return Promise.resolve(new Response(body, { headers: { "content-type": "text/event-stream" } }));
    };
  });
  await page.reload();
  await assistant.open();
  await assistant.ask(QUESTION);
  await expect(assistant.transcript).toContainText("It begins");
  await assistant.panel.getByRole("button", { name: "Stop" }).click();
  await expect(assistant.transcript).toContainText("stopped");
  await expect(page.locator("html")).toHaveAttribute("data-cancelled", "");
  await expect(assistant.panel.getByRole("button", { name: "Send" })).toBeVisible();
});

test("says that it is offline and keeps what was written", async ({ context }) => {
  await assistant.open();
  await context.setOffline(true);
  await assistant.input.fill("A question for later");
  await expect(assistant.panel.getByText(/offline/).first()).toBeVisible();
  await expect(assistant.input).toHaveValue("A question for later");
  await context.setOffline(false);
});
