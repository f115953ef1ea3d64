import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { ANSWER, mountAssistant, scriptWorker, violations } from "./mount-assistant.ts";

describe("the language of the panel", () => {
  let worker: ReturnType<typeof scriptWorker>;
  beforeEach(() => {
    worker = scriptWorker(ANSWER);
  });
  afterEach(() => {
    worker.restore();
    document.body.replaceChildren();
    sessionStorage.clear();
  });

  const open = async (attributes: Record<string, string>): Promise<AssistantChatElement> => {
    const element = mountAssistant({ config: "local", ...attributes });
    await element.show();
    return element;
  };

  test("passes the audit from right to left", async () => {
    const element = await open({ lang: "ar" });
    await vi.waitFor(() => expect(element.root.querySelector(".footer")?.getAttribute("dir")).toBe("rtl"));
    expect(await violations(element)).toEqual([]);
  });

  test("is never English first", async () => {
    const element = await open({ lang: "de" });
    const panel = element.root.querySelector<HTMLElement>("[part=panel]")!;
    expect(panel.checkVisibility()).toBe(true);
    expect(panel.textContent).toContain("Was möchten Sie wissen?");
    await expect.element(page.getByRole("textbox", { name: "Frage stellen" })).toBeVisible();
    expect(element.root.activeElement?.localName).toBe("textarea");
    await expect.element(page.getByRole("button", { name: "Schließen" })).toBeVisible();
  });

  test("follows the attribute while the panel is open, answers included", async () => {
    const element = await open({ lang: "de" });
    await element.ask("how?");
    await expect.element(page.getByRole("list", { name: "Quellen" })).toBeVisible();
    element.lang = "he";
    await expect.element(page.getByRole("list", { name: "מקורות" })).toBeVisible();
    const direction = (): string => getComputedStyle(element.root.querySelector(".question")!).direction;
    expect(direction()).toBe("rtl");
    element.lang = "en-GB";
    await expect.element(page.getByRole("list", { name: "Sources" })).toBeVisible();
    expect(direction()).toBe("ltr");
  });

  test("gives way to what the attributes say", async () => {
    await open({ lang: "fr", greeting: "Bonjour du magasin" });
    await expect.element(page.getByText("Bonjour du magasin")).toBeVisible();
  });

  test("that there is no file for is English, written in its own direction", async () => {
    const element = await open({ lang: "fa" });
    await expect.element(page.getByRole("textbox", { name: "Ask a question" })).toBeVisible();
    expect(element.root.querySelector(".footer")?.getAttribute("dir")).toBe("rtl");
  });
});
