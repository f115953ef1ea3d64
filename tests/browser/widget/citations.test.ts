import { page, userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { mergeCitations } from "../../../widget/conversation/merge-citations.ts";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import {
  ANSWER,
  END,
  event,
  mountAssistant,
  scriptWorker,
  SOURCES,
  START,
  violations,
} from "./mount-assistant.ts";

let worker: ReturnType<typeof scriptWorker>;

beforeEach(async () => {
  await page.viewport(1280, 800);
  sessionStorage.clear();
  worker = scriptWorker(ANSWER);
});

afterEach(() => {
  worker.restore();
  document.body.replaceChildren();
});

async function answered(
  text?: string,
  attributes: Record<string, string> = {},
): Promise<AssistantChatElement> {
  if (text !== undefined) {
    worker.answers = [
      START + event("sources-available", { sources: SOURCES }) + event("text-delta", { text }) + END,
    ];
  }
  const element = mountAssistant(attributes);
  await element.show();
  await element.ask("How?");
  await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
  return element;
}

const first = page.getByRole("link", { name: "Source 1: Install" }).first();

/** What a page hears of a finger. */
function tap(target: Element): void {
  for (const type of ["pointerdown", "pointerup", "click"]) {
    const options = { pointerType: "touch", bubbles: true, cancelable: true, composed: true };
    target.dispatchEvent(new PointerEvent(type, options));
  }
}

describe("the passage behind a citation", () => {
  test.each(["light", "dark"])("passes the audit when it was tapped, in %s", async (theme) => {
    const element = await answered(undefined, { theme });
    tap(first.element());
    await expect.element(page.getByRole("dialog", { name: "Source 1: Install" })).toBeVisible();
    expect(await violations(element)).toEqual([]);
  });

  test("opens by a tap, with the way to the page, and closes by a tap elsewhere", async () => {
    const element = await answered();
    const clicks: unknown[] = [];
    element.addEventListener("assistant-source-click", ({ detail }) => clicks.push(detail));
    const passage = page.getByRole("dialog", { name: "Source 1: Install" });
    tap(first.element());
    await vi.waitFor(() => expect(passage.element().textContent).toContain("Paste one tag."));
    const link = page.getByRole("link", { name: "Open page" });
    await expect.element(link).toHaveAttribute("href", new URL("/install/#one-tag", location.href).href);
    expect(element.root.activeElement).toBe(link.element());
    expect(link.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(clicks).toEqual([]);
    tap(element.root.querySelector(".question")!);
    await expect.element(passage).not.toBeInTheDocument();
    expect(element.root.activeElement).toBe(first.element());

    tap(first.element());
    await expect.element(link).toBeVisible();
    link.element().addEventListener("click", (click) => click.preventDefault());
    await link.click();
    expect(clicks).toEqual([{ url: new URL("/install/#one-tag", location.href).href, position: 1 }]);
    await expect.element(passage).not.toBeInTheDocument();
  });

  test("describes its citation to who has the focus there, and no longer", async () => {
    const element = await answered();
    await page.getByRole("log").click({ position: { x: 5, y: 5 } });
    await userEvent.keyboard("{Tab}");
    await vi.waitFor(() => expect(element.root.activeElement).toBe(first.element()));
    await expect.element(first).toHaveAccessibleDescription("Paste one tag.");
    await userEvent.keyboard("{Escape}");
    await expect.element(first).not.toHaveAttribute("aria-describedby");
    expect(element.open).toBe(true);
  });

  test.each([
    ["at the edge of the panel", "A few words and more than that of them so that it ends at the edge [1]."],
    ["at the top of the text", "One [1]."],
    ["at the end of the text", `${"A line of text.\n\n".repeat(9)}One [1].`],
  ])("stays inside of the panel %s", async (_name, text) => {
    worker.answers = [];
    const long = { ...SOURCES[0], excerpt: "A passage that is as long as passages are. ".repeat(20) };
    worker.answers = [
      START + event("sources-available", { sources: [long] }) + event("text-delta", { text }) + END,
    ];
    const element = mountAssistant();
    await element.show();
    await element.ask("How?");
    await userEvent.hover(first);
    const passage = (): HTMLElement | null => element.root.querySelector(".popover:popover-open");
    await vi.waitFor(() => expect(passage()).not.toBeNull());
    const box = passage()!.getBoundingClientRect();
    const panel = element.root.querySelector(".panel")!.getBoundingClientRect();
    const header = element.root.querySelector(".header")!.getBoundingClientRect();
    const chip = first.element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(panel.left);
    expect(box.right).toBeLessThanOrEqual(panel.right);
    expect(box.top).toBeGreaterThanOrEqual(header.bottom);
    expect(box.bottom).toBeLessThanOrEqual(panel.bottom);
    expect(box.bottom <= chip.top || box.top >= chip.bottom).toBe(true);
  });
});

describe("citations", () => {
  test("can be hit: 24 px at least, on lines as high as without them", async () => {
    const element = await answered("One [1].\n\nTwo");
    const { width, height } = first.element().getBoundingClientRect();
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
    const [cited, plain] = [...element.root.querySelectorAll(".answer p")];
    expect(cited!.getBoundingClientRect().height).toBeCloseTo(plain!.getBoundingClientRect().height, 0);
  });

  const shown = (element: Element): string =>
    [...element.querySelectorAll<HTMLElement>(".citation")]
      .map((chip) => (chip.hidden ? "-" : chip.textContent))
      .join("");

  test.each([
    ["a run of sentences on one source", "<p>a[1]. b[1]. c[1].</p>", "--1"],
    ["two sources in turn", "<p>a[1]. b[2]. c[1].</p>", "121"],
    ["a run, then another", "<p>a[1]. b[1]. c[2]. d[2].</p>", "-1-2"],
    ["the same source twice in one place", "<p>a[1][1].</p>", "1-"],
    ["pairs of the same sources", "<p>a[1][2]. b[2] [1].</p>", "--21"],
    ["a pair and one of it", "<p>a[1][2]. b[1].</p>", "121"],
    ["paragraphs of their own", "<p>a[1].</p><p>b[1].</p>", "11"],
    ["items of a list", "<ul><li>a[1]</li><li>b[1]</li></ul>", "11"],
    ["within bold text", "<p><b>a[1]</b> b[1].</p>", "-1"],
  ])("merge where neighbours have the same source: %s", (_name, markup, expected) => {
    const answer = document.createElement("div");
    answer.innerHTML = markup.replace(/\[(\d)\]/g, '<a class="citation">$1</a>');
    mergeCitations(answer);
    expect(shown(answer)).toBe(expected);
    mergeCitations(answer);
    expect(shown(answer)).toBe(expected);
  });

  test("merge in an answer, where no gap is left", async () => {
    const element = await answered("Paste it [1]. Allow it [1]. Then look [1].");
    const answer = element.root.querySelector<HTMLElement>(".answer")!;
    await vi.waitFor(() => expect(shown(answer)).toBe("--1"));
    expect(answer.innerText).toBe("Paste it. Allow it. Then look1.");
    const chip = [...answer.querySelectorAll(".citation")].at(-1)!;
    const stop = document.createRange();
    stop.setStart(chip.nextSibling!, 0);
    stop.setEnd(chip.nextSibling!, 1);
    expect(stop.getBoundingClientRect().left - chip.getBoundingClientRect().right).toBeLessThan(0.5);
  });
});
