import { page, userEvent, type Locator } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { ANSWER, mountAssistant, scriptWorker, violations } from "./mount-assistant.ts";

let worker: ReturnType<typeof scriptWorker>;

beforeEach(async () => {
  // What one test keeps is written before the next begins.
  await import("../../../widget/continuity/main.ts");
  await page.viewport(1280, 800);
  sessionStorage.clear();
  localStorage.clear();
  worker = scriptWorker(ANSWER);
});

afterEach(() => {
  worker.restore();
  document.body.replaceChildren();
});

const NAME = "Earlier conversations";

const openAfter = async (...questions: string[]): Promise<AssistantChatElement> => {
  const element = mountAssistant({ persist: "device" });
  await element.show();
  for (const question of questions) {
    await element.clear();
    await element.ask(question);
    await vi.waitFor(async () => expect((await element.getTranscript())[0]?.finishReason).toBe("stop"));
  }
  return element;
};

const titles = (element: AssistantChatElement): (string | undefined)[] =>
  [...element.root.querySelectorAll(".history .title")].map((title) => title.textContent?.trim());

const shown = async (element: AssistantChatElement): Promise<string[]> =>
  (await element.getTranscript()).map(({ question }) => question);

/** `toHaveFocus` ends at the host of a shadow tree. */
const focused = (element: AssistantChatElement, locator: Locator): Promise<void> =>
  vi.waitFor(() => expect(element.root.activeElement).toBe(locator.element()));

describe("the history", () => {
  test.each(["light", "dark"])("passes the audit in %s", async (theme) => {
    const element = await openAfter("First?", "Second?");
    element.setAttribute("theme", theme);
    await page.getByRole("button", { name: NAME }).click();
    await vi.waitFor(() => expect(titles(element)).toEqual(["Second?", "First?"]));
    expect(await violations(element)).toEqual([]);
    await page.getByRole("button", { name: "Delete: First?" }).click();
    await page.getByRole("button", { name: "Rename: Second?" }).click();
    expect(await violations(element)).toEqual([]);
  });

  test("finds and opens a conversation by keyboard, and goes on with it", async () => {
    const element = await openAfter("How do I bake bread?", "How do I fix a zip?", "How do I sing?");
    (page.getByRole("button", { name: NAME }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await focused(element, page.getByRole("searchbox", { name: "Search conversations" }));
    await userEvent.keyboard("ZIP fix");
    await vi.waitFor(() => expect(titles(element)).toEqual(["How do I fix a zip?"]));
    await userEvent.keyboard("{Tab}{Enter}");
    await vi.waitFor(async () => expect(await shown(element)).toEqual(["How do I fix a zip?"]));
    await focused(element, page.getByRole("textbox", { name: "Ask a question" }));
    await element.ask("And then?");
    await vi.waitFor(async () => expect(await shown(element)).toEqual(["How do I fix a zip?", "And then?"]));
    element.remove();
    const next = mountAssistant({ persist: "device" });
    expect(await shown(next)).toEqual(["How do I fix a zip?", "And then?"]);
  });

  test("says when nothing is found, and Escape leads back to where it was opened from", async () => {
    const element = await openAfter("First?");
    await page.getByRole("button", { name: NAME }).click();
    await page.getByRole("searchbox").fill("nowhere");
    await expect.element(page.getByText("No conversation has these words.")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(element.root.querySelector(".history")).toBeNull();
    expect(element.open).toBe(true);
    await focused(element, page.getByRole("button", { name: NAME }));
    expect(await shown(element)).toEqual(["First?"]);
  });

  test("renames a conversation, also the one that is shown, and keeps the name", async () => {
    const element = await openAfter("First?", "Second?");
    await page.getByRole("button", { name: NAME }).click();
    await page.getByRole("button", { name: "Rename: Second?" }).click();
    await userEvent.keyboard("About zips{Enter}");
    await vi.waitFor(() => expect(titles(element)).toEqual(["About zips", "First?"]));
    await userEvent.keyboard("{Escape}");
    await element.ask("And then?");
    await vi.waitFor(async () => expect(await shown(element)).toEqual(["Second?", "And then?"]));
    await page.getByRole("button", { name: NAME }).click();
    await vi.waitFor(() => expect(titles(element)).toEqual(["About zips", "First?"]));
    await page.getByRole("button", { name: "Rename: About zips" }).click();
    await userEvent.keyboard("x{Escape}");
    expect(titles(element)).toEqual(["About zips", "First?"]);
  });

  test("deletes a conversation after a second press, and the one that is shown as well", async () => {
    const element = await openAfter("First?", "Second?");
    await page.getByRole("button", { name: NAME }).click();
    await page.getByRole("button", { name: "Delete: First?" }).click();
    expect(titles(element)).toEqual(["Second?", "First?"]);
    await page.getByRole("button", { name: "Delete for good" }).click();
    await vi.waitFor(() => expect(titles(element)).toEqual(["Second?"]));
    expect((await element.exportData()).history).toEqual([]);
    await page.getByRole("button", { name: "Delete: Second?" }).click();
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(titles(element)).toEqual([]));
    expect(await shown(element)).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  test("is offered only where something may be kept", async () => {
    const element = mountAssistant({ persist: "none" });
    await element.show();
    await expect.element(page.getByRole("button", { name: NAME })).not.toBeInTheDocument();
  });
});

describe("the newest question", () => {
  test("can be edited in its place, and is asked again as it is then", async () => {
    const element = await openAfter("How do I bake bred?");
    await page.getByRole("button", { name: "Edit question" }).click();
    const field = page.getByRole("textbox", { name: "Edit question" });
    await focused(element, field);
    expect(await violations(element)).toEqual([]);
    await userEvent.keyboard("{Escape}");
    expect(element.open).toBe(true);
    await page.getByRole("button", { name: "Edit question" }).click();
    await field.fill("How do I bake bread?");
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(async () => expect(await shown(element)).toEqual(["How do I bake bread?"]));
    await vi.waitFor(async () => expect((await element.getTranscript())[0]?.finishReason).toBe("stop"));
    expect(worker.posted.at(-1)?.body).toMatchObject({ question: "How do I bake bread?", history: [] });
  });

  test("that the page prevents stays as it was", async () => {
    const element = await openAfter("Before?");
    element.addEventListener("assistant-question", (event) => event.preventDefault());
    await page.getByRole("button", { name: "Edit question" }).click();
    await page.getByRole("textbox", { name: "Edit question" }).fill("After?");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    expect(await shown(element)).toEqual(["Before?"]);
  });
});
