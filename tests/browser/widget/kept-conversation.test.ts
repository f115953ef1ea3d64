import { page } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { ANSWER, END, event, heldOpen, mountAssistant, scriptWorker, violations } from "./mount-assistant.ts";

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

const open = async (attributes?: Record<string, string>): Promise<AssistantChatElement> => {
  const element = mountAssistant(attributes);
  await element.show();
  return element;
};

const questions = async (element: AssistantChatElement): Promise<string[]> =>
  (await element.getTranscript()).map(({ question }) => question);

const answered = (element: AssistantChatElement, count: number): Promise<void> =>
  vi.waitFor(async () => {
    const turns = await element.getTranscript();
    expect(turns.filter(({ finishReason }) => finishReason === "stop")).toHaveLength(count);
  });

/** The next page: what stood on this one is gone, what is kept stays. */
const leave = (element: AssistantChatElement): void => {
  window.dispatchEvent(new PageTransitionEvent("pagehide"));
  element.remove();
};

const START = event(
  "answer-start",
  { answerId: "a-1", conversationId: "c-1", corpusVersion: "v", mode: "extractive" },
  1,
);
const HALF = START + event("text-delta", { text: "The first half," }, 2);

describe("an answer that was cut by leaving the page", () => {
  test("passes the audit, says so in one quiet line, and can be asked again", async () => {
    worker.answers = [heldOpen(HALF, () => undefined), ANSWER];
    const first = await open();
    await first.ask("slow");
    await expect.element(page.getByText("The first half,")).toBeVisible();
    leave(first);
    const second = mountAssistant();
    const line = page.getByText("The answer was cut off when the page", { exact: false }).first();
    await expect.element(line).toBeVisible();
    await expect.element(page.getByText("The first half,")).toBeVisible();
    expect(second.root.querySelector(".failed")).toBeNull();
    expect(await violations(second)).toEqual([]);
    expect(worker.resumed).toEqual([["GET", "/v1/chat/a-1", "2"]]);
    await page.getByRole("button", { name: "Ask again" }).click();
    await answered(second, 1);
    expect(worker.posted.map(({ body }) => body["question"])).toEqual(["slow", "slow"]);
  });

  test("goes on where its server kept it", async () => {
    worker.answers = [heldOpen(HALF, () => undefined)];
    worker.resume = event("text-delta", { text: " and the second." }, 3) + END;
    const first = await open();
    await first.ask("slow");
    await expect.element(page.getByText("The first half,")).toBeVisible();
    leave(first);
    const second = mountAssistant();
    await expect.element(page.getByText("The first half, and the second.")).toBeVisible();
    await answered(second, 1);
    expect(worker.posted).toHaveLength(1);
  });

  test("is asked again by itself where nothing had been shown", async () => {
    worker.answers = [heldOpen(START, () => undefined), ANSWER];
    const first = await open();
    await first.ask("slow");
    await vi.waitFor(() => expect(sessionStorage.length).toBeGreaterThan(0));
    leave(first);
    const second = mountAssistant();
    await answered(second, 1);
    expect(worker.posted.map(({ body }) => body["question"])).toEqual(["slow", "slow"]);
    expect(await questions(second)).toEqual(["slow"]);
  });
});

describe("consent", () => {
  test("that is given on each page brings the conversation back instead of erasing it", async () => {
    const consent = { consent: "required", persist: "device" };
    const first = await open(consent);
    await first.consentGranted();
    await first.ask("Kept?");
    await answered(first, 1);
    leave(first);
    const second = mountAssistant(consent);
    expect(await questions(second)).toEqual([]);
    await second.ask("Before consent?");
    await answered(second, 1);
    await second.consentGranted();
    expect(await questions(second)).toEqual(["Kept?", "Before consent?"]);
    leave(second);
    const third = await open(consent);
    expect(await questions(third)).toEqual([]);
    await third.consentGranted();
    expect(await questions(third)).toEqual(["Kept?", "Before consent?"]);
    await third.consentRevoked();
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });

  test("that is given while the panel is open remembers that it is open", async () => {
    const first = await open({ consent: "required" });
    expect(sessionStorage.length).toBe(0);
    await first.consentGranted();
    leave(first);
    const second = mountAssistant({ consent: "required" });
    await vi.waitFor(() => expect(second.open).toBe(true));
  });
});

describe("several tabs and elements", () => {
  test("two elements of one site on a page keep apart, also after a reload", async () => {
    const pair = (): AssistantChatElement[] => [
      mountAssistant({ site: "docs" }),
      mountAssistant({ site: "docs" }),
      mountAssistant({ site: "docs", id: "help" }),
    ];
    const before = pair();
    for (const [index, element] of before.entries()) await element.ask(`Question ${index}?`);
    for (const element of before) await answered(element, 1);
    for (const element of before) leave(element);
    const after = pair();
    expect(await Promise.all(after.map(questions))).toEqual([
      ["Question 0?"],
      ["Question 1?"],
      ["Question 2?"],
    ]);
  });

  test("a tab shows what another one wrote, and loses nothing of its own", async () => {
    const element = await open({ persist: "device" });
    await element.ask("Mine?");
    await answered(element, 1);
    const [key = ""] = Object.keys(localStorage);
    const before = localStorage.getItem(key)!;
    const thread = JSON.parse(before) as { turns: { id: string; question: string; askedAtMs: number }[] };
    thread.turns.push({ ...thread.turns[0]!, id: "theirs", question: "Theirs?", askedAtMs: Date.now() });
    const after = JSON.stringify(thread);
    localStorage.setItem(key, after);
    window.dispatchEvent(
      new StorageEvent("storage", { key, oldValue: before, newValue: after, storageArea: localStorage }),
    );
    await vi.waitFor(async () => expect(await questions(element)).toEqual(["Mine?", "Theirs?"]));
    await element.ask("And mine?");
    await answered(element, 3);
    const stored = JSON.parse(localStorage.getItem(key)!) as typeof thread;
    expect(stored.turns.map(({ question }) => question)).toEqual(["Mine?", "Theirs?", "And mine?"]);
    localStorage.clear();
    window.dispatchEvent(new StorageEvent("storage", { key: null, storageArea: localStorage }));
    await vi.waitFor(async () => expect(await questions(element)).toEqual([]));
  });

  test("no room is said in one line, and the conversation goes on", async () => {
    const element = await open({ persist: "device" });
    await element.ask("Kept?");
    await answered(element, 1);
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await element.ask("Too much?");
    await answered(element, 2);
    const line = page.getByText("There is no room to keep this conversation. It ends with this page.");
    await expect.element(line).toBeVisible();
    full.mockRestore();
    await element.ask("Room again?");
    await answered(element, 3);
    await expect.element(line).not.toBeInTheDocument();
  });

  test("a conversation of version 1 is shown, and a poisoned one is passed over", async () => {
    const [turn] = await (async () => {
      const element = await open();
      await element.ask("Old?");
      await answered(element, 1);
      leave(element);
      const key = Object.keys(sessionStorage).find((each) => /:2:default:/.test(each))!;
      return (JSON.parse(sessionStorage.getItem(key)!) as { turns: object[] }).turns;
    })();
    sessionStorage.clear();
    sessionStorage.setItem("assistant-chat:1:default", JSON.stringify({ turns: [turn], draft: "unsent" }));
    const second = await open();
    expect(await questions(second)).toEqual(["Old?"]);
    await expect.element(page.getByRole("textbox")).toHaveValue("unsent");
    leave(second);
    sessionStorage.clear();
    sessionStorage.setItem("assistant-chat:1:default", "{");
    sessionStorage.setItem("assistant-chat:2-tab:default", "[]");
    const third = await open();
    expect(await questions(third)).toEqual([]);
    await third.ask("New?");
    await answered(third, 1);
  });
});

describe("a stop", () => {
  test("ends the answer in the events too, and at the server where it keeps answers", async () => {
    const start = { answerId: "a-1", conversationId: "c", corpusVersion: "v", mode: "extractive" };
    worker.answers = [
      heldOpen(event("answer-start", { ...start, resumable: true }, 1), () => undefined),
      ANSWER,
    ];
    const element = await open();
    const ended: Record<string, unknown>[] = [];
    const order: string[] = [];
    for (const name of ["assistant-stop", "assistant-answer-end"]) {
      element.addEventListener(name, (each) => {
        order.push(name);
        if (name === "assistant-answer-end") ended.push((each as CustomEvent<never>).detail);
      });
    }
    await element.ask("slow");
    await vi.waitFor(() => expect(worker.posted).toHaveLength(1));
    await expect.element(page.getByText("Looking into it").first()).toBeVisible();
    await vi.waitFor(async () => {
      await element.stop();
      expect(order).toEqual(["assistant-stop", "assistant-answer-end"]);
    });
    expect(worker.resumed).toEqual([["DELETE", "/v1/chat/a-1", null]]);
    expect(ended[0]).toMatchObject({ finishReason: "stopped", citedPositions: [] });
    expect(ended[0]?.["latency"]).toBe(ended[0]?.["latencyMs"]);
    await element.ask("fast");
    await answered(element, 1);
    expect(ended.map(({ finishReason }) => finishReason)).toEqual(["stopped", "stop"]);
  });
});
