import { page } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { ANSWER, mountAssistant, scriptWorker, violations } from "./mount-assistant.ts";

let worker: ReturnType<typeof scriptWorker>;

beforeEach(async () => {
  await page.viewport(1280, 800);
  sessionStorage.clear();
  worker = scriptWorker(ANSWER);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  worker.restore();
  document.body.replaceChildren();
});

const open = async (): Promise<AssistantChatElement> => {
  const element = mountAssistant();
  await element.show();
  return element;
};

const tooMany = (seconds: string) => (): Response =>
  Response.json({ error: { code: "rate-limited" } }, { status: 429, headers: { "retry-after": seconds } });

describe("a visitor who asked too often", () => {
  test("passes the audit, sees how long to wait, and can ask again at the end of it", async () => {
    worker.answers = [tooMany("30"), ANSWER];
    const element = await open();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    await element.ask("How?");
    const button = (): HTMLButtonElement => element.root.querySelector("acx-retry-after button")!;
    // Frames pass while the clock stands still.
    while (!button()) await new Promise(requestAnimationFrame);
    expect(button().textContent?.trim()).toBe("Try again in 30 s");
    expect(button().getAttribute("aria-disabled")).toBe("true");
    button().click();
    expect(worker.posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(button().textContent?.trim()).toBe("Try again in 18 s");
    // A clock that jumps back makes nobody wait for longer than was said.
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(button().textContent?.trim()).toBe("Try again in 17 s");
    await vi.advanceTimersByTimeAsync(17_000);
    expect(button().textContent?.trim()).toBe("Try again");
    expect(button().getAttribute("aria-disabled")).toBe("false");
    vi.useRealTimers();
    expect(await violations(element)).toEqual([]);
    button().click();
    await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
    expect(worker.posted.map(({ body }) => body["question"])).toEqual(["How?", "How?"]);
  });
});

describe("a visitor without a network", () => {
  test("reads it once, keeps the question, and has it asked when the network is back", async () => {
    const element = await open();
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    window.dispatchEvent(new Event("offline"));
    await element.ask("How?");
    const kept = page.getByText("Your question is kept, and asked when you are online again.");
    await expect.element(kept.first()).toBeVisible();
    await expect.element(page.getByText("You are offline.", { exact: true })).toBeVisible();
    expect(element.root.querySelector(".panel")!.textContent?.match(/You are offline/g)).toHaveLength(1);
    expect(element.root.querySelector(".failed")).toBeNull();
    expect(await violations(element)).toEqual([]);
    expect(worker.posted).toEqual([]);
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
    await expect.element(page.getByText("You are offline.")).not.toBeInTheDocument();
    expect(element.root.querySelector(".turn")!.textContent).not.toContain("online again");
    expect(worker.posted.map(({ body }) => body["question"])).toEqual(["How?"]);
  });
});
