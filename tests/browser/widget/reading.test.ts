import { page, userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { holdAnswer, type HeldAnswer } from "./hold-answer.ts";
import { ANSWER, event, mountAssistant, scriptWorker, SOURCES, START } from "./mount-assistant.ts";

let worker: ReturnType<typeof scriptWorker>;
let answer: HeldAnswer;
let element: AssistantChatElement;

const PARAGRAPHS = Array.from({ length: 20 }, (_, index) => `Paragraph ${index} of a long answer [1].`).join(
  "\n\n",
);
const COMPLETE = { finishReason: "stop", citedPositions: [1, 2], confidence: 1, cached: false };

const scroller = (): HTMLElement => element.root.querySelector<HTMLElement>(".transcript")!;
const toEnd = (): number => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

beforeEach(async () => {
  await page.viewport(1280, 800);
  sessionStorage.clear();
  answer = holdAnswer(START + event("sources-available", { sources: SOURCES }));
  worker = scriptWorker(answer.respond);
  element = mountAssistant();
  await element.show();
  await element.ask("Long?");
  await vi.waitFor(() => expect(worker.posted).toHaveLength(1));
});

afterEach(() => {
  worker.restore();
  document.body.replaceChildren();
});

async function followed(): Promise<void> {
  answer.write(PARAGRAPHS);
  await vi.waitFor(() => expect(scroller().scrollTop).toBeGreaterThan(200));
  await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
}

describe("an answer that grows", () => {
  test("is followed although a scroll event comes late, after more text", async () => {
    await followed();
    for (let round = 0; round < 5; round++) {
      const before = scroller().scrollHeight;
      // What a busy page does: the event of the last scroll is handled when the text has grown on already.
      const growth = document.createElement("p");
      growth.style.height = "900px";
      element.root.querySelector(".turns")!.append(growth);
      scroller().dispatchEvent(new Event("scroll"));
      await frame();
      answer.write(`\n\n${PARAGRAPHS}`);
      await vi.waitFor(() => expect(scroller().scrollHeight).toBeGreaterThan(before + 900));
      await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
    }
    expect(element.root.querySelector(".cue")).toBeNull();
  });

  const leave = {
    "the wheel": () => userEvent.wheel(scroller(), { delta: { y: -120 } }),
    "a key": async () => {
      scroller().focus();
      await userEvent.keyboard("{PageUp}");
    },
    "whatever moves the view": () => scroller().scrollBy({ top: -40, behavior: "instant" }),
    "a selection": () => {
      const text = element.root.querySelector(".answer p")!.firstChild!;
      const selection = (element.root as ShadowRoot & { getSelection(): Selection }).getSelection();
      selection.setBaseAndExtent(text, 0, text, 5);
    },
  };
  test.each(Object.entries(leave))(
    "is left alone after %s, until the reader comes back",
    async (_name, act) => {
      await followed();
      await act();
      await frame();
      await frame();
      const leftAt = scroller().scrollTop;
      const heightBefore = scroller().scrollHeight;
      answer.write(`\n\n${PARAGRAPHS}`);
      const button = page.getByRole("button", { name: "New text" });
      await expect.element(button).toBeVisible();
      await vi.waitFor(() => expect(scroller().scrollHeight).toBeGreaterThan(heightBefore + 200));
      // A scroll that eases out may still be under way.
      expect(scroller().scrollTop).toBeLessThanOrEqual(leftAt);
      expect(toEnd()).toBeGreaterThan(200);
      getSelection()?.removeAllRanges();
      await button.click();
      await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
      await expect.element(button).not.toBeInTheDocument();
      // The focus did not leave with the button.
      expect(element.root.activeElement).toBe(scroller());
      const before = scroller().scrollHeight;
      answer.write(`\n\n${PARAGRAPHS}`);
      await vi.waitFor(() => expect(scroller().scrollHeight).toBeGreaterThan(before + 200));
      await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
    },
  );
});

describe("the end of an answer", () => {
  test("that comes with its last text shows that text, and names the sources below", async () => {
    await followed();
    answer.write("\n\nThe last words, which came with the end.");
    answer.send("answer-end", COMPLETE);
    answer.close();
    const cue = page.getByRole("button", { name: "2 sources below" });
    await expect.element(cue).toBeVisible();
    const last = [...element.root.querySelectorAll(".answer p")].at(-1)!;
    expect(last.textContent).toContain("The last words");
    expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(
      scroller().getBoundingClientRect().bottom,
    );
    await cue.click();
    await expect.element(page.getByRole("list", { name: "Sources" })).toBeInViewport();
    await expect.element(cue).not.toBeInTheDocument();
    // Who has seen them is not told again.
    scroller().scrollTop = 0;
    await frame();
    await frame();
    expect(element.root.querySelector(".cue")).toBeNull();
  });

  test("that came at once stays at its question, and what is below is named", async () => {
    answer.write(PARAGRAPHS);
    answer.send("answer-end", COMPLETE);
    answer.close();
    await expect.element(page.getByRole("button", { name: "2 sources below" })).toBeVisible();
    const questionTop = (): number => element.root.querySelector(".question")!.getBoundingClientRect().top;
    // The panel may still be growing to its size.
    await vi.waitFor(() => expect(questionTop() - scroller().getBoundingClientRect().top).toBeCloseTo(20, 0));
  });

  test("that broke is in view with the button that helps, above the input", async () => {
    await followed();
    answer.close();
    const again = page
      .getByRole("button", { name: "Try again" })
      .or(page.getByRole("button", { name: "Ask again" }));
    await expect.element(again.first()).toBeInViewport();
    const composer = element.root.querySelector(".composer")!.getBoundingClientRect();
    expect(again.first().element().getBoundingClientRect().bottom).toBeLessThan(composer.top);
  });

  test("whose sources are in view needs no cue", async () => {
    answer.write("Short [1].");
    answer.send("answer-end", COMPLETE);
    answer.close();
    await expect.element(page.getByRole("list", { name: "Sources" })).toBeInViewport();
    await frame();
    expect(element.root.querySelector(".cue")).toBeNull();
  });
});

test("a new question goes to the top, and nothing moves while its answer begins below", async () => {
  await followed();
  answer.send("answer-end", COMPLETE);
  answer.close();
  await vi.waitFor(() => expect(element.root.querySelector(".actions")).not.toBeNull());
  const next = holdAnswer(START + event("sources-available", { sources: SOURCES }));
  worker.answers = [next.respond, ANSWER];
  await element.ask("Next?");
  const top = (): number =>
    [...element.root.querySelectorAll(".question")].at(-1)!.getBoundingClientRect().top -
    scroller().getBoundingClientRect().top;
  await vi.waitFor(() => expect(top()).toBeCloseTo(20, 0));
  await vi.waitFor(() => expect(worker.posted).toHaveLength(2));
  for (const text of ["One. ", "Two. ", "Three.\n\nFour."]) {
    next.write(text);
    await vi.waitFor(() =>
      expect(element.root.querySelectorAll(".answer")[1]!.textContent).toContain(text.trim().slice(-5)),
    );
    expect(top()).toBeCloseTo(20, 0);
  }
});
