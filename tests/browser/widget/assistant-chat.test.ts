import { page, userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { eventsRequestSchema } from "../../../core/protocol-schema.ts";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import {
  ANSWER,
  END,
  event,
  heldOpen,
  mountAssistant,
  scriptWorker,
  SOURCES,
  START,
  violations,
} from "./mount-assistant.ts";

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

const ask = async (element: AssistantChatElement, question = "How?"): Promise<void> => {
  await element.ask(question);
  await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
};

describe("accessibility", () => {
  test("the closed launcher passes the audit", async () => {
    expect(await violations(mountAssistant())).toEqual([]);
  });

  test.each(["light", "dark"])("the empty panel passes the audit in %s", async (theme) => {
    const element = await open({ theme, starters: "One?, Two?" });
    expect(await violations(element)).toEqual([]);
  });

  test.each(["light", "dark"])("a cited answer passes the audit in %s", async (theme) => {
    const element = await open({ theme });
    await ask(element);
    expect(await violations(element)).toEqual([]);
  });

  test("an answer is announced apart from the log, stage first", async () => {
    const element = await open();
    await ask(element);
    const status = (): string =>
      [...element.root.querySelectorAll('[aria-live="polite"] p')].map((p) => p.textContent).join("|");
    await vi.waitFor(() => expect(status()).toContain("Answer complete."));
    expect(status()).toContain("Looking into it");
    expect(status()).toContain("Paste one tag and allow it.");
    await expect.element(page.getByRole("log", { name: "Conversation" })).toHaveAttribute("aria-live", "off");
  });
});

describe("the launcher", () => {
  test("shows and says that an answer came while the panel was closed", async () => {
    let finish: (() => void) | undefined;
    worker.answers = [
      () =>
        new Response(
          new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(new TextEncoder().encode(START));
              finish = () => {
                controller.enqueue(new TextEncoder().encode(ANSWER.slice(START.length)));
                controller.close();
              };
            },
          }),
          { headers: { "content-type": "text/event-stream" } },
        ),
    ];
    const element = await open();
    await element.ask("slow");
    await vi.waitFor(() => expect(finish).toBeDefined());
    await element.hide();
    const launcher = page.getByRole("button", { name: "Ask a question" });
    await expect.element(launcher).not.toHaveAttribute("aria-description");
    finish!();
    await expect.element(launcher).toHaveAttribute("aria-description", "New answer");
    const dot = (): string => getComputedStyle(element.frame, "::after").content;
    expect(dot()).not.toBe("none");
    await launcher.click();
    await expect.element(launcher).not.toHaveAttribute("aria-description");
    expect(dot()).toBe("none");
  });

  test("opens a dialog, moves the focus in, and gets it back on Escape", async () => {
    const element = mountAssistant({ "assistant-name": "Helper" });
    const events: string[] = [];
    for (const name of ["assistant-open", "assistant-close"]) {
      document.body.addEventListener(name, () => events.push(name), { once: true });
    }
    await page.getByRole("button", { name: "Ask a question" }).click();
    await expect.element(page.getByRole("dialog", { name: "Helper" })).toBeVisible();
    await expect.element(page.getByRole("textbox", { name: "Ask a question" })).toBeVisible();
    await vi.waitFor(() => expect(element.root.activeElement?.localName).toBe("textarea"));
    expect(element.open).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog", { name: "Helper" })).not.toBeInTheDocument();
    expect(element.root.activeElement?.className).toBe("launcher");
    expect(events).toEqual(["assistant-open", "assistant-close"]);
  });

  test("a panel that is open from the start leaves the focus where it is", async () => {
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    mountAssistant({ open: "" });
    await expect.element(page.getByRole("dialog")).toBeVisible();
    expect(document.activeElement).toBe(field);
  });

  test("text on the accent is black or white, whichever contrasts more", async () => {
    for (const [accent, ink] of [
      ["#ffd400", "0 0 0"],
      ["#0b5fff", "1 1 1"],
      ["white", "0 0 0"],
      ["black", "1 1 1"],
    ]) {
      const element = mountAssistant({ accent: accent! });
      const color = getComputedStyle(element.root.querySelector(".launcher")!).color;
      const [x, y, z] = color
        .match(/[\d.]+/g)!
        .slice(-3)
        .map(Number) as [number, number, number];
      expect([x > 0.5, y > 0.5, z > 0.5], accent).toEqual(ink!.split(" ").map((part) => part === "1"));
      element.remove();
    }
  });

  test("the hotkey opens and closes", async () => {
    const element = mountAssistant({ hotkey: "ctrl+shift+u" });
    await userEvent.keyboard("{Control>}{Shift>}u{/Shift}{/Control}");
    await vi.waitFor(() => expect(element.open).toBe(true));
    await userEvent.keyboard("{Control>}{Shift>}u{/Shift}{/Control}");
    await vi.waitFor(() => expect(element.open).toBe(false));
  });

  test("a panel that does not load is said, and tried again", async () => {
    const { AssistantChatElement: Class } = await import("../../../widget/loader/assistant-chat-element.ts");
    const load = Class.loadFile;
    Class.loadFile = () => Promise.reject(new Error("offline"));
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const element = mountAssistant();
    element.innerHTML = '<a href="/contact">Contact us</a>';
    await page.getByRole("button").click();
    await expect.element(page.getByRole("button", { name: /did not load/ })).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Contact us" })).toBeVisible();
    Class.loadFile = load;
    logged.mockRestore();
    await page.getByRole("button", { name: /did not load/ }).click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Ask a question" })).toBeVisible();
  });
});

describe("a question", () => {
  test("comes back with an answer, citations and sources", async () => {
    const element = await open({ "site": "docs", "page-context": "" });
    const ended: CustomEvent[] = [];
    element.addEventListener("assistant-answer-end", (end) => ended.push(end));
    await page.getByRole("textbox").fill("How do I install it?");
    await userEvent.keyboard("{Enter}");
    await expect
      .element(page.getByRole("link", { name: "Source 1: Install" }))
      .toHaveAttribute("href", new URL("/install/#one-tag", location.href).href);
    await expect.element(page.getByRole("list", { name: "Sources" })).toBeVisible();
    expect(element.root.querySelectorAll(".citation")).toHaveLength(2);
    expect(element.root.querySelector("script")).toBeNull();
    expect(worker.posted[0]?.body).toMatchObject({
      question: "How do I install it?",
      site: "docs",
      history: [],
      page: { url: location.href },
    });
    expect(ended[0]?.detail).toMatchObject({ finishReason: "stop", citedPositions: [1, 2] });
    expect(await element.getTranscript()).toMatchObject([{ question: "How do I install it?" }]);
  });

  test("lets each citation open at its own words, once the answer tells where they stand", async () => {
    const citations = [
      { position: 1, url: "/install/#script:~:text=Paste%20one%20tag", section: "Script" },
      { position: 1, url: "/install/#policy:~:text=Allow%20it", section: "Policy" },
    ];
    const end = { finishReason: "stop", citedPositions: [1], confidence: 1, cached: false, citations };
    worker.answers = [
      [
        START,
        event("sources-available", { sources: SOURCES }),
        event("text-delta", { text: "Paste it [1]. Then allow it [1]." }),
        event("answer-end", end),
      ].join(""),
    ];
    const element = await open();
    await element.ask("How do I install it?");
    const expected = ["#script:~:text=Paste%20one%20tag", "#policy:~:text=Allow%20it"];
    const addresses = (selector: string): string[] =>
      [...element.root.querySelectorAll(selector)].map((link) =>
        (link.getAttribute("href") ?? "").replace(/^.*(?=#)/, ""),
      );
    await vi.waitFor(() => expect(addresses(".citation")).toEqual(expected));
    expect(addresses("a.source")).toEqual(expected.slice(0, 1));
    const [transcript] = (await element.getTranscript()) as { sources: { url: string }[] }[];
    expect(transcript?.sources[0]?.url).toBe(citations[0]?.url);
  });

  test("is not sent by Enter while an input method composes, nor by Shift+Enter", async () => {
    const element = await open();
    await page.getByRole("textbox").fill("かな");
    const input = element.root.querySelector("textarea")!;
    const press = (init: KeyboardEventInit) =>
      input.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }),
      );
    press({ isComposing: true });
    press({ shiftKey: true });
    expect(worker.posted).toEqual([]);
    press({});
    await vi.waitFor(() => expect(worker.posted).toHaveLength(1));
  });

  test("can be prevented by the page", async () => {
    const element = await open();
    element.addEventListener("assistant-question", (question) => question.preventDefault(), { once: true });
    await element.ask("no");
    expect(worker.posted).toEqual([]);
  });

  test("shows its stage, can be stopped, and can be tried again", async () => {
    let aborted = false;
    const element = await open();
    const begun = START + event("stage", { stage: "searching", count: 148 });
    worker.answers = [heldOpen(begun, () => (aborted = true)), ANSWER];
    await element.ask("slow");
    await expect.element(page.getByText("Searching 148 pages").first()).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect.element(page.getByText("You stopped this answer.").first()).toBeVisible();
    await vi.waitFor(() => expect(aborted).toBe(true));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByRole("link", { name: "Source 1: Install" })).toBeVisible();
  });

  test("that is stopped, breaks off or is cut in the middle of markup shows none of it", async () => {
    const text = "It is **very imp";
    const delta = event("text-delta", { text });
    const cut = event("answer-end", {
      finishReason: "length",
      citedPositions: [],
      confidence: 1,
      cached: false,
    });
    const ends: [answer: ReturnType<typeof heldOpen> | string, note: string][] = [
      [heldOpen(START + delta, () => undefined), "You stopped this answer."],
      [START + delta, "The connection broke before the answer was complete."],
      [START + delta + cut, "The answer was cut short."],
    ];
    for (const [answer, note] of ends) {
      const element = await open();
      worker.answers = [answer];
      await element.ask("slow");
      await expect.element(page.getByText("It is very imp").first()).toBeVisible();
      if (typeof answer !== "string") await page.getByRole("button", { name: "Stop" }).click();
      await expect.element(page.getByText(note, { exact: false }).first()).toBeVisible();
      expect(element.root.querySelector(".answer")?.textContent).toBe("It is very imp");
      element.remove();
      sessionStorage.clear();
    }
  });

  test("that fails says so in one sentence and keeps the question", async () => {
    const element = await open();
    worker.answers = [() => new Response("{}", { status: 503 }), ANSWER];
    const codes: string[] = [];
    element.addEventListener("assistant-error", (error) => codes.push(error.detail.code));
    await element.ask("How?");
    await expect
      .element(page.getByText("The assistant is not available at the moment.").first())
      .toBeVisible();
    expect(codes).toEqual(["unavailable"]);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByRole("link", { name: "Source 1: Install" })).toBeVisible();
  });

  test("that is refused gets the nearest pages and the way to a person", async () => {
    worker.answers = [
      [
        START,
        event("sources-available", { sources: SOURCES }),
        event("text-delta", { text: "I could not find this in our pages." }),
        event("answer-end", { finishReason: "refused", citedPositions: [], confidence: 0, cached: false }),
      ].join(""),
    ];
    const element = await open();
    element.innerHTML = '<a href="/contact">Contact us</a>';
    await ask(element);
    await expect.element(page.getByText("Pages that may help")).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Contact us" })).toBeVisible();
  });

  test("that is refused with quotations cites them, and offers only the other pages below", async () => {
    const other = {
      ...SOURCES[0]!,
      position: 2,
      title: "Upgrade",
      url: "/upgrade/",
      excerpt: "Call the program.",
    };
    const url = `${SOURCES[0]!.url.split("#")[0]}#by-hand`;
    worker.answers = [
      [
        START,
        event("sources-available", { sources: [SOURCES[0]!, other] }),
        event("text-delta", {
          text: "No direct answer.\n\n**Install › By hand** [1]\n\n- Unpack it.\n- Run it.",
        }),
        event("answer-end", {
          finishReason: "refused",
          citedPositions: [1],
          citations: [{ position: 1, url }],
          confidence: 0.2,
          cached: false,
        }),
      ].join(""),
    ];
    const element = await open();
    element.innerHTML = '<a href="/contact">Contact us</a>';
    await ask(element);
    const citation = page.getByRole("link", { name: "Source 1: Install" });
    await expect.element(citation).toHaveAttribute("href", expect.stringContaining("#by-hand"));
    await expect.element(page.getByText("Install › By hand")).toBeVisible();
    await expect.element(page.getByText("Unpack it.")).toBeVisible();
    await expect.element(page.getByText("Pages that may help")).toBeVisible();
    const cards = page.getByRole("list", { name: "Sources" }).getByRole("link").elements();
    expect(cards.map((card) => card.textContent)).toEqual([expect.stringContaining("Call the program.")]);
    await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Contact us" })).toBeVisible();
  });

  test("that is refused with quotations of all that is near offers no page below", async () => {
    worker.answers = [
      [
        START,
        event("sources-available", { sources: [SOURCES[0]!] }),
        event("text-delta", { text: "No direct answer.\n\n**Install** [1]\n\nUnpack it." }),
        event("answer-end", { finishReason: "refused", citedPositions: [1], confidence: 0.2, cached: false }),
      ].join(""),
    ];
    await ask(await open());
    await expect.element(page.getByRole("button", { name: "Not helpful" })).toBeVisible();
    expect(page.getByText("Pages that may help").elements()).toEqual([]);
    expect(page.getByRole("list", { name: "Sources" }).elements()).toEqual([]);
  });

  test("can come from a starter, a follow-up, and the queue", async () => {
    const element = await open({ starters: "First?\nSecond?" });
    await page.getByRole("button", { name: "Second?" }).click();
    await page.getByRole("button", { name: "And then?" }).click();
    await vi.waitFor(() => expect(worker.posted).toHaveLength(2));
    expect(worker.posted.map(({ body }) => body["question"])).toEqual(["Second?", "And then?"]);
    await element.stop();
    window.AssistantChat = [["ask", "queued"]];
    const { takeOverCommandQueue } = await import("../../../widget/loader/command-queue.ts");
    takeOverCommandQueue();
    window.AssistantChat.push(["ask", "pushed"]);
    await vi.waitFor(() => expect(worker.posted).toHaveLength(4));
    expect(worker.posted.slice(2).map(({ body }) => body["question"])).toEqual(["queued", "pushed"]);
  });
});

describe("an answer", () => {
  const LONG = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} of a long answer.`).join("\n\n");
  const started = START + event("sources-available", { sources: SOURCES });

  const CARDS = [
    {
      ...SOURCES[0]!,
      position: 3,
      title: "Keys",
      section: "Rotate",
      url: "/keys/#rotate",
      excerpt: "Press the button.",
    },
    { ...SOURCES[0]!, position: 4, title: "Terminal", url: "/terminal/", excerpt: "Call the program." },
    { ...SOURCES[0]!, position: 5, title: "Elsewhere", url: "/else/", excerpt: "Not offered." },
  ];
  const withCards = (further: unknown): string =>
    START +
    event("sources-available", { sources: [...SOURCES, ...CARDS] }) +
    event("text-delta", { text: "Paste one tag [1] and allow it [2]." }) +
    event("answer-end", {
      finishReason: "stop",
      citedPositions: [1, 2],
      confidence: 0.4,
      cached: false,
      further,
    });

  test("offers further places below it, closed, which open by a key or a tap", async () => {
    const label = "Vielleicht steht es auch hier";
    worker.answers = [withCards({ label, positions: [4, 3] })];
    const element = await open();
    await ask(element);
    const list = page.getByRole("list", { name: label, exact: true });
    await expect.element(list).toBeVisible();
    const cards = [...list.element().querySelectorAll("details")];
    expect(cards.map((card) => card.querySelector("summary")?.textContent?.trim())).toEqual([
      "Terminal One tag",
      "Keys Rotate",
    ]);
    await expect.element(page.getByText("Call the program.")).not.toBeVisible();
    await expect.element(page.getByText("Pages that may help")).not.toBeInTheDocument();
    cards[0]?.querySelector("summary")?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Call the program.")).toBeVisible();
    cards[1]?.querySelector("summary")?.click();
    await expect.element(page.getByText("Press the button.")).toBeVisible();
    await expect.element(page.getByText("Not offered.")).not.toBeInTheDocument();
    expect(cards[1]?.querySelector("a")?.getAttribute("href")).toBe(`${location.origin}/keys/#rotate`);
    expect(await violations(element)).toEqual([]);
  });

  test.each([{}, { label: 7, positions: "3" }, { positions: [99] }, null, "x"])(
    "is shown as ever where what is told of further places makes no sense: %j",
    async (further) => {
      worker.answers = [withCards(further)];
      await ask(await open());
      await expect.element(page.getByText("Pages that may help")).toBeVisible();
    },
  );

  test("names each cited source once, and then further pages, each once", async () => {
    const pages = ["/a/#one", "/a/#two", "/install/#other", "/b/", "/c/", "/d/", "javascript:alert(1)"];
    const further = pages.map((url, index) => ({ ...SOURCES[0]!, position: index + 3, title: url, url }));
    worker.answers = [
      START +
        event("sources-available", { sources: [...SOURCES, ...further] }) +
        event("text-delta", { text: "Paste one tag [1] and allow it [2]." }) +
        END,
    ];
    const element = await open();
    await ask(element);
    await expect.element(page.getByText("Pages that may help")).toBeVisible();
    const titles = (name: string): (string | undefined)[] =>
      [...page.getByRole("list", { name, exact: true }).element().querySelectorAll("a")].map((link) =>
        (link.querySelector("b") ?? link).textContent?.trim(),
      );
    expect(titles("Sources")).toEqual(["Install", "Policy"]);
    expect(titles("Pages that may help")).toEqual(["/a/#one", "/b/", "/c/"]);
    const clicked: unknown[] = [];
    element.addEventListener("assistant-source-click", (click) => {
      clicked.push(click.detail);
    });
    element.addEventListener("click", (click) => click.preventDefault());
    await page.getByRole("link", { name: "/b/" }).click();
    expect(clicked).toEqual([{ url: `${location.origin}/b/`, position: 6 }]);
  });

  test("shows four sources, and the others on request", async () => {
    const sources = Array.from({ length: 6 }, (_, index) => ({
      ...SOURCES[0]!,
      position: index + 1,
      title: `Page ${index + 1}`,
      url: `/page/${index + 1}/`,
    }));
    const end = { finishReason: "stop", citedPositions: [1, 2, 3, 4, 5, 6], confidence: 1, cached: false };
    worker.answers = [
      START +
        event("sources-available", { sources }) +
        event("text-delta", { text: "All [1] [2] [3] [4] [5] [6]." }) +
        event("answer-end", end),
    ];
    await ask(await open());
    const list = page.getByRole("list", { name: "Sources" });
    expect(list.getByRole("listitem").elements()).toHaveLength(4);
    await page.getByRole("button", { name: "2 more" }).click();
    expect(list.getByRole("listitem").elements()).toHaveLength(6);
  });

  test("comes with its sources and actions, never after them", async () => {
    const element = await open();
    let early = 0;
    const observer = new MutationObserver(() => {
      const empty = element.root.querySelector(".answer:empty");
      if (empty && element.root.querySelector(".actions, .sources, .follow-ups")) early++;
    });
    observer.observe(element.root, { childList: true, subtree: true });
    await ask(element);
    observer.disconnect();
    expect(early).toBe(0);
  });

  test("is copied as it was written, and without sources when it cites none", async () => {
    const text = "Do this:\n\n2. Build\n3. Publish\n\n- or\n- not";
    const end = { finishReason: "stop", citedPositions: [], confidence: 1, cached: false };
    worker.answers = [started + event("text-delta", { text }) + event("answer-end", end)];
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const element = await open();
    await ask(element);
    const before = element.root.querySelectorAll(".answer").length;
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await vi.waitFor(() => expect(write).toHaveBeenLastCalledWith(text));
    expect(element.root.querySelectorAll(".answer")).toHaveLength(before);
    write.mockRestore();
  });

  test("says nothing of copying where the browser does not allow it", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    const element = await open();
    await ask(element);
    const copies = vi.fn();
    element.addEventListener("assistant-copy", copies);
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("button", { name: "Copy code" }).click();
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
    expect(copies).not.toHaveBeenCalled();
    write.mockRestore();
  });

  test("that comes at once is read from its question on", async () => {
    worker.answers = [started + event("text-delta", { text: LONG }) + END];
    const element = await open();
    const scroller = (): HTMLElement => element.root.querySelector(".transcript")!;
    const questionAtTop = (): number =>
      [...element.root.querySelectorAll(".question")].at(-1)!.getBoundingClientRect().top -
      scroller().getBoundingClientRect().top;
    for (const question of ["First?", "Second?"]) {
      await ask(element, question);
      await vi.waitFor(() => expect(questionAtTop()).toBeCloseTo(20, 0));
      await expect.element(page.getByText("Paragraph 39 of a long answer.").last()).toBeInTheDocument();
      await vi.waitFor(() => expect(scroller().scrollHeight).toBeGreaterThan(2 * scroller().clientHeight));
      expect(questionAtTop()).toBeCloseTo(20, 0);
    }
  });

  test("is followed while it streams, until the reader looks elsewhere", async () => {
    let send: (text: string) => void = () => undefined;
    worker.answers = [
      () =>
        new Response(
          new ReadableStream<Uint8Array>({
            start(controller) {
              send = (text) => controller.enqueue(new TextEncoder().encode(event("text-delta", { text })));
              controller.enqueue(new TextEncoder().encode(START));
            },
          }),
          { headers: { "content-type": "text/event-stream" } },
        ),
    ];
    const element = await open();
    await element.ask("long");
    await vi.waitFor(() => expect(worker.posted).toHaveLength(1));
    const scroller = element.root.querySelector<HTMLElement>(".transcript")!;
    const toEnd = (): number => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    send(LONG);
    await vi.waitFor(() => expect(scroller.scrollTop).toBeGreaterThan(200));
    expect(toEnd()).toBeLessThan(2);
    scroller.scrollTop = 0;
    scroller.dispatchEvent(new Event("scroll"));
    send(`\n\n${LONG}`);
    const button = page.getByRole("button", { name: "New text" });
    await expect.element(button).toBeVisible();
    expect(scroller.scrollTop).toBe(0);
    await button.click();
    await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
    await expect.element(button).not.toBeInTheDocument();
  });

  test("that is small talk can be copied, and neither rated nor had again", async () => {
    const talk = START.replace('"extractive"', '"conversation"');
    worker.answers = [talk + event("text-delta", { text: "You're welcome." }) + END];
    const element = await open();
    await element.ask("thanks");
    await expect.element(page.getByRole("button", { name: "Copy" })).toBeVisible();
    for (const name of ["Helpful", "Try again"])
      await expect.element(page.getByRole("button", { name, exact: true })).not.toBeInTheDocument();
  });

  test("has what can be done with it below its text, above its sources", async () => {
    const element = await open();
    await ask(element);
    const actions = element.root.querySelector(".actions")!;
    const sources = element.root.querySelector(".sources")!;
    expect(actions.compareDocumentPosition(sources) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  test("that was prepared says so, quietly", async () => {
    const prepared = {
      finishReason: "stop",
      citedPositions: [],
      confidence: 1,
      cached: false,
      prepared: true,
    };
    worker.answers = [started + event("text-delta", { text: "Ready" }) + event("answer-end", prepared)];
    await ask(await open());
    await expect.element(page.getByText("Prepared answer.")).toBeVisible();
  });

  test("that was cut short, or cannot be asked again, says so", async () => {
    const cut = { finishReason: "length", citedPositions: [], confidence: 1, cached: false };
    worker.answers = [
      started + event("text-delta", { text: "Half" }) + event("answer-end", cut),
      () => Response.json({ error: { code: "too-large" } }, { status: 413 }),
    ];
    const element = await open();
    await ask(element);
    await expect.element(page.getByText("The answer was cut short.")).toBeVisible();
    await element.ask("long");
    await expect.element(page.getByText("This question is too long.").first()).toBeVisible();
  });

  test("can be copied and rated", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const element = await open({ site: "docs" });
    await ask(element);
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    const copied = [
      "Paste **one tag** [1] and allow it [2] [9].\n\n```html\n<script>\n```\n\n**Sources**\n",
      `- [1] [Install](${location.origin}/install/#one-tag)`,
      "- [2] [Policy](https://other.example/policy/)\n",
    ];
    await vi.waitFor(() => expect(write).toHaveBeenLastCalledWith(copied.join("\n")));
    await page.getByRole("button", { name: "Copy code" }).click();
    await vi.waitFor(() => expect(write).toHaveBeenLastCalledWith("<script>"));
    await page.getByRole("button", { name: "Wrap" }).click();
    await vi.waitFor(() => expect(element.root.querySelector(".code-block")?.className).toContain("wrapped"));
    await page.getByRole("button", { name: "Helpful", exact: true }).click();
    await vi.waitFor(() => expect(worker.posted.at(-1)?.path).toBe("/v1/feedback"));
    expect(worker.posted.at(-1)?.body).toEqual({ answerId: "answer-0001", rating: "up", site: "docs" });
    write.mockRestore();
  });

  test("shows the passage behind a citation, which Escape closes before the panel", async () => {
    const element = await open();
    await ask(element);
    await userEvent.hover(page.getByRole("link", { name: "Source 1: Install" }));
    const tooltip = (): HTMLElement | null => element.root.querySelector('[role="tooltip"]:popover-open');
    await vi.waitFor(() => expect(tooltip()?.textContent).toContain("Paste one tag."));
    await userEvent.keyboard("{Escape}");
    expect(tooltip()).toBeNull();
    expect(element.open).toBe(true);
  });
});

describe("a conversation", () => {
  test("is restored in the same tab, and begun anew on request", async () => {
    const first = await open();
    await ask(first);
    first.remove();
    const second = mountAssistant();
    await expect.element(page.getByRole("link", { name: "Source 1: Install" })).toBeVisible();
    expect(second.open).toBe(true);
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect.element(page.getByText("From the server")).toBeVisible();
    expect(await second.getTranscript()).toEqual([]);
  });

  test.each([
    ["persist=none", { persist: "none" }],
    ["consent that was not given", { consent: "required" }],
  ])("with %s nothing is stored", async (_name, attributes) => {
    const element = await open(attributes as Record<string, string>);
    await ask(element);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });

  test("is stored once consent is given, and forgotten when it is revoked", async () => {
    const element = await open({ consent: "required", persist: "device" });
    await ask(element);
    await element.consentGranted();
    expect(localStorage.length).toBe(1);
    expect(await element.exportData()).toMatchObject({ site: "default", turns: [{ question: "How?" }] });
    await element.consentRevoked();
    expect(localStorage.length).toBe(0);
    await element.consentGranted();
    await element.deleteData();
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect(await element.getTranscript()).toEqual([]);
  });
});

describe("the modes and the host page", () => {
  test("inline needs no launcher and no dialog", async () => {
    mountAssistant({ "mode": "inline", "assistant-name": "Helper" });
    await expect.element(page.getByRole("region", { name: "Helper" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Close" })).not.toBeInTheDocument();
  });

  test("a drawer pushes the page, can be resized by keyboard, and puts the page back", async () => {
    await page.viewport(1400, 800);
    const element = await open({ mode: "drawer", push: "" });
    const margin = () => document.documentElement.style.marginInlineEnd;
    await vi.waitFor(() => expect(margin()).toBe("420px"));
    const edge = page.getByRole("separator", { name: "Resize" });
    (edge.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await vi.waitFor(() => expect(edge.element().getAttribute("aria-valuenow")).toBe("444"));
    await element.hide();
    await vi.waitFor(() => expect(margin()).toBe(""));
  });

  test("auto follows the page's theme while it changes", async () => {
    const element = await open();
    document.documentElement.dataset["theme"] = "dark";
    await vi.waitFor(() => expect(element.frame.dataset["theme"]).toBe("dark"));
    document.documentElement.dataset["theme"] = "light";
    await vi.waitFor(() => expect(element.frame.dataset["theme"]).toBe("light"));
    delete document.documentElement.dataset["theme"];
  });

  test("diagnostics name what is wrong, and debug shows them", async () => {
    const element = mountAssistant({ mode: "drower", debug: "" });
    const messages: string[] = [];
    element.addEventListener("assistant-diagnostic", ({ detail }) => messages.push(detail.message));
    await expect.element(page.getByText(/mode="drower" is not one of/)).toBeVisible();
    expect(messages).toEqual(['mode="drower" is not one of floating, inline, drawer (using floating).']);
  });

  test("events reach the endpoint without any text, and only with consent where it is required", async () => {
    const counted = (): unknown[] =>
      worker.posted
        .filter(({ path }) => path === "/v1/events")
        .flatMap(({ body }) => (body["events"] as { name: string }[]).map(({ name }) => name));
    const element = await open({ analytics: "events", consent: "required", site: "docs" });
    await ask(element, "a secret question");
    expect(counted()).toEqual([]);
    await element.consentGranted();
    await ask(element, "a secret question");
    // What came together goes together, and at the latest when the visitor turns away.
    await vi.waitFor(() => {
      document.dispatchEvent(new Event("visibilitychange"));
      expect(counted()).toEqual(["assistant-question", "assistant-answer-start", "assistant-answer-end"]);
    });
    const sent = worker.posted.filter(({ path }) => path === "/v1/events");
    expect(sent.flatMap(({ body }) => body["events"])).toEqual([
      { name: "assistant-question" },
      { name: "assistant-answer-start", kind: "extractive" },
      { name: "assistant-answer-end", kind: "stop" },
    ]);
    for (const { body } of sent) expect(eventsRequestSchema.safeParse(body).success).toBe(true);
    expect(JSON.stringify(sent)).not.toContain("secret");
    expect(sent[0]?.body["site"]).toBe("docs");
  });

  test("a conversation kept on the device is there in another tab's element", async () => {
    const first = await open({ persist: "device" });
    await ask(first, "Kept?");
    first.remove();
    sessionStorage.clear();
    const second = await open({ persist: "device" });
    expect(await second.getTranscript()).toMatchObject([{ question: "Kept?" }]);
    await second.consentRevoked();
    expect(localStorage.length).toBe(0);
  });

  test("a drawer is resized by pointer too, within its limits", async () => {
    await page.viewport(1400, 800);
    const element = await open({ mode: "drawer", position: "start" });
    await vi.waitFor(() => expect(element.root.querySelector(".separator")).not.toBeNull());
    const edge = element.root.querySelector<HTMLElement>(".separator")!;
    edge.setPointerCapture = () => undefined;
    const pointer = (type: string, clientX: number) =>
      edge.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }));
    await vi.waitFor(() =>
      expect(element.root.querySelector(".panel")!.getBoundingClientRect().left).toBe(0),
    );
    pointer("pointerdown", 420);
    pointer("pointermove", 520);
    await vi.waitFor(() => expect(edge.getAttribute("aria-valuenow")).toBe("520"));
    pointer("pointermove", 5000);
    await vi.waitFor(() => expect(edge.getAttribute("aria-valuenow")).toBe("720"));
    pointer("lostpointercapture", 0);
    pointer("pointermove", 400);
    expect(edge.getAttribute("aria-valuenow")).toBe("720");
    edge.focus();
    await userEvent.keyboard("{ArrowLeft}{a}");
    await vi.waitFor(() => expect(edge.getAttribute("aria-valuenow")).toBe("696"));
  });

  test("a rating that does not arrive is taken back", async () => {
    const element = await open();
    await ask(element);
    const real = window.fetch;
    window.fetch = (input, init) =>
      String(input).endsWith("/v1/feedback") ? Promise.reject(new Error("gone")) : real(input, init);
    const helpful = page.getByRole("button", { name: "Helpful", exact: true });
    await helpful.click();
    await expect.element(helpful).toHaveAttribute("aria-pressed", "false");
    window.fetch = real;
  });

  test("the panel can be expanded and shrunk", async () => {
    const element = await open();
    const width = (): number => element.root.querySelector<HTMLElement>(".panel")!.offsetWidth;
    await page.getByRole("button", { name: "Expand" }).click();
    await vi.waitFor(() => expect(width()).toBe(680));
    await page.getByRole("button", { name: "Shrink" }).click();
    await vi.waitFor(() => expect(width()).toBe(400));
  });

  test("being offline is said while it lasts, and the draft stays", async () => {
    await open();
    await page.getByRole("textbox").fill("For later");
    window.dispatchEvent(new Event("offline"));
    await expect.element(page.getByText("You are offline.")).toBeVisible();
    window.dispatchEvent(new Event("online"));
    await expect.element(page.getByText("You are offline.")).not.toBeInTheDocument();
    await expect.element(page.getByRole("textbox")).toHaveValue("For later");
  });

  test("a counter appears near the limit of a question", async () => {
    await open();
    await page.getByRole("textbox").fill("x".repeat(4999));
    await expect.element(page.getByText("1 character left")).toBeVisible();
  });

  test("no part of the panel is a landmark of the page, except an inline panel itself", async () => {
    const element = await open();
    await ask(element);
    expect(element.root.querySelectorAll("header, footer, main, nav, aside")).toHaveLength(0);
    expect(element.root.querySelectorAll('[role="region"]')).toHaveLength(0);
  });

  test("analytics reach the data layer without any text", async () => {
    const layer: Record<string, unknown>[] = [];
    Object.assign(window, { dataLayer: layer });
    const element = await open({ analytics: "datalayer" });
    await ask(element, "a secret question");
    await vi.waitFor(() => expect(layer.map((entry) => entry["event"])).toContain("assistant_answer_end"));
    expect(JSON.stringify(layer)).not.toContain("secret");
  });

  test("survives `* { all: unset }` and an ancestor form", async () => {
    const form = document.createElement("form");
    const style = document.createElement("style");
    style.textContent = "* { all: unset }";
    const submitted = vi.fn((submit: Event) => submit.preventDefault());
    form.addEventListener("submit", submitted);
    document.body.append(style, form);
    const element = mountAssistant();
    form.append(element);
    await element.show();
    await page.getByRole("textbox").fill("How?");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("link", { name: "Source 1: Install" })).toBeVisible();
    expect(submitted).not.toHaveBeenCalled();
    expect(getComputedStyle(element.frame).position).toBe("fixed");
  });

  test("properties mirror attributes", () => {
    const element = mountAssistant();
    element.starters = ["a, b", "c"] as unknown as string;
    element.pageContext = true;
    element.assistantName = "Helper";
    expect(element.getAttribute("starters")).toBe('["a, b","c"]');
    expect([element.pageContext, element.getAttribute("assistant-name")]).toEqual([true, "Helper"]);
    element.pageContext = false;
    expect(element.hasAttribute("page-context")).toBe(false);
  });

  test("a removed element ends its answer and leaves nothing behind", async () => {
    let aborted = false;
    worker.answers = [heldOpen(START, () => (aborted = true))];
    const element = await open();
    await element.ask("slow");
    element.remove();
    await vi.waitFor(() => expect(aborted).toBe(true));
    expect(element.root.querySelector(".panel")).toBeNull();
  });
});
