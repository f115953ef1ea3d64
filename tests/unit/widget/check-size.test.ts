import { expect, test } from "vitest";
import { checkSizes, PROMISES } from "../../../widget/check-size.ts";

const budget = { files: { "assistant-chat.js": 3000, "panel.js": 16_000, "renderer.js": 16_000 } };
const sizes = { "assistant-chat.js": 3000, "panel.js": 15_900, "renderer.js": 16_000 };

test("sizes at or just below their numbers pass", () => {
  expect(checkSizes(sizes, budget)).toEqual([]);
});

test("growth, stale numbers, unknown and missing files each get a sentence", () => {
  expect(checkSizes({ ...sizes, "panel.js": 16_001 }, budget)[0]).toContain("1 more than its 16000");
  expect(checkSizes({ ...sizes, "panel.js": 15_000 }, budget)[0]).toContain("lower its number");
  expect(checkSizes({ ...sizes, "new.js": 1 }, budget)[0]).toContain("has no number");
  expect(checkSizes({ "assistant-chat.js": 3000, "panel.js": 16_000 }, budget)[0]).toContain("was not built");
});

test("no number in the budget may break a promise to the page", () => {
  const loader = { "assistant-chat.js": PROMISES.loader + 1 };
  expect(checkSizes(loader, { files: loader })[0]).toContain("a page is promised 3072");
  const open = { "panel.js": PROMISES.panelOpen + 1 };
  expect(checkSizes(open, { files: open })[0]).toContain(`a page is promised ${PROMISES.panelOpen}`);
  const half = PROMISES.afterFirstAnswer / 2 + 1;
  const all = { "conversation.js": half, "renderer.js": half };
  expect(checkSizes(all, { files: all })[0]).toContain(`a page is promised ${PROMISES.afterFirstAnswer}`);
});
