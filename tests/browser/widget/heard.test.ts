import { page } from "vitest/browser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { holdAnswer, type HeldAnswer } from "./hold-answer.ts";
import { event, mountAssistant, scriptWorker, SOURCES, START } from "./mount-assistant.ts";

let worker: ReturnType<typeof scriptWorker>;
let element: AssistantChatElement;
/** Everything that came into the live region, in its order, each with when it came and when it left. */
let heard: { text: string; node: Node; atMs: number; untilMs?: number }[];
let observer: MutationObserver;

const COMPLETE = { finishReason: "stop", citedPositions: [1, 2], confidence: 1, cached: false };
const texts = (): string[] => heard.map(({ text }) => text);

beforeEach(async () => {
  await page.viewport(1280, 800);
  sessionStorage.clear();
  heard = [];
  worker = scriptWorker();
});

afterEach(() => {
  vi.useRealTimers();
  observer.disconnect();
  worker.restore();
  document.body.replaceChildren();
});

/** Opens the panel, listens to its live region as a screen reader does, and asks. */
async function listen(
  answer: HeldAnswer["respond"] | string,
  attributes: Record<string, string> = {},
): Promise<void> {
  worker.answers = [answer];
  element = mountAssistant(attributes);
  await element.show();
  const region = element.root.querySelector('[aria-live="polite"]')!;
  observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      heard.push({ text: node.textContent!, node, atMs: performance.now() });
    }
    for (const node of records.flatMap(({ removedNodes }) => [...removedNodes])) {
      heard.find((each) => each.node === node)!.untilMs = performance.now();
    }
  });
  observer.observe(region, { childList: true });
  await element.ask("How do I install it?");
}

const MARKDOWN = [
  "Paste **one tag** [1]. It loads the rest [2].",
  "1. Open the template.\n2. Paste the tag [1].\n\n   ```html\n   <script>\n   </script>\n   ```",
  "```js\none();\ntwo();\nthree();\n```",
  "| Name | Values | Default |\n|---|---|---|\n| `a` | b | c |\n| d | e | f |",
  "That is all.",
].join("\n\n");

const whole = (text: string, end: object = COMPLETE): string =>
  START +
  event("sources-available", { sources: SOURCES }) +
  event("text-delta", { text }) +
  event("answer-end", end);

test("an answer that comes at once is heard as one text, with code and tables by their names", async () => {
  await listen(whole(MARKDOWN));
  await vi.waitFor(() => expect(texts().join(" ")).toContain("Answer complete."));
  expect(texts().join("\n")).toBe(
    [
      "Question sent. Looking into it.",
      "Paste one tag. It loads the rest. 1. Open the template. 2. Paste the tag. Code example, 2 lines. " +
        "Code example, 3 lines. Table, 3 columns. That is all. Answer complete. 2 sources.",
    ].join("\n"),
  );
});

test("an answer that is being written is heard sentence by sentence, in a few portions", async () => {
  const answer = holdAnswer(START + event("stage", { stage: "reading", count: 4 }));
  await listen(answer.respond);
  await vi.waitFor(() => expect(texts()).toContain("Reading 4 passages."));
  answer.send("sources-available", { sources: SOURCES });
  const sentences = Array.from({ length: 30 }, (_, index) => `This is sentence ${index} of many.`);
  for (const sentence of sentences) {
    for (const word of sentence.split(/(?<= )/)) answer.write(word);
    answer.write(" ");
    await new Promise((done) => setTimeout(done, 100));
  }
  const before = texts().length;
  expect(texts().join(" ")).toContain("This is sentence 5 of many.");
  expect(texts().join(" ")).not.toContain("This is sentence 29 of many.");
  // Some three seconds: neither each sentence by itself, nor all of them at the end.
  expect(before).toBeGreaterThan(2);
  expect(before).toBeLessThan(8);
  answer.send("answer-end", { ...COMPLETE, citedPositions: [1] });
  answer.close();
  await vi.waitFor(() => expect(texts().at(-1)).toContain("Answer complete. 1 source."));
  const said = texts().join(" ");
  expect(said.match(/This is sentence \d+ of many\./g)).toEqual(sentences);
});

test("nothing is taken away before a slow voice has read it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  await listen(whole("A sentence of some length. ".repeat(40)));
  await vi.waitFor(() => expect(texts().join(" ")).toContain("Answer complete."), { timeout: 5000 });
  const words = texts().join(" ").split(" ").length;
  // 150 words a minute.
  await vi.advanceTimersByTimeAsync((words / 150) * 60_000);
  expect(heard.filter(({ untilMs }) => untilMs !== undefined && untilMs < 5000)).toEqual([]);
  expect(heard.at(-1)!.node.isConnected).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(() => expect(heard.at(-1)!.node.isConnected).toBe(false));
});

test.each([
  [
    "stopped",
    async () => {
      const answer = holdAnswer(START);
      await listen(answer.respond);
      answer.write("Some words that were not wan");
      await vi.waitFor(() => expect(element.root.querySelector(".answer")?.textContent).toContain("Some"));
      await element.stop();
    },
    "You stopped this answer.",
  ],
  [
    "broken",
    async () => {
      const answer = holdAnswer(START);
      await listen(answer.respond);
      answer.write("One sentence. And half");
      await vi.waitFor(() => expect(element.root.querySelector(".answer")?.textContent).toContain("One"));
      answer.close();
    },
    "The connection broke before the answer was complete.",
  ],
  [
    "refused",
    () =>
      listen(
        whole("I could not find this in our pages.", {
          ...COMPLETE,
          finishReason: "refused",
          citedPositions: [],
        }),
      ),
    "I could not find this in our pages. Answer complete.",
  ],
  [
    "failed",
    () => listen(START + event("error", { code: "internal", message: "x", retryable: true })),
    "The answer failed.",
  ],
])("it is heard when an answer was %s", async (_name, act, expected) => {
  await act();
  await vi.waitFor(() => expect(texts().at(-1)).toMatch(new RegExp(`${expected.replaceAll(".", "\\.")}$`)));
});

test("asked again, all is heard again; a restored answer is not", async () => {
  await listen(whole("Here it is."));
  await vi.waitFor(() => expect(texts().join(" ")).toContain("Answer complete."));
  heard.length = 0;
  await page.getByRole("button", { name: "Try again" }).click();
  await vi.waitFor(() => expect(texts().join(" ")).toContain("Question sent. Looking into it. Here it is."));
  observer.disconnect();
  element.remove();
  element = mountAssistant();
  await expect.element(page.getByText("Here it is.")).toBeVisible();
  expect(element.root.querySelector('[aria-live="polite"]')!.textContent).toBe("");
});
