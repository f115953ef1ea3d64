import { expect, test } from "vitest";
import { checkSizes, PROMISES } from "../../../widget/check-size.ts";

const budget = { files: { "assistant-chat.js": 3000, "panel.js": 20_000, "renderer.js": 20_000 } };
const sizes = { "assistant-chat.js": 3000, "panel.js": 19_900, "renderer.js": 20_000 };

test("sizes at or just below their numbers pass", () => {
  expect(checkSizes(sizes, budget)).toEqual([]);
});

test("growth, stale numbers, unknown and missing files each get a sentence", () => {
  expect(checkSizes({ ...sizes, "panel.js": 20_001 }, budget)[0]).toContain("1 more than its 20000");
  expect(checkSizes({ ...sizes, "panel.js": 19_000 }, budget)[0]).toContain("lower its number");
  expect(checkSizes({ ...sizes, "new.js": 1 }, budget)[0]).toContain("has no number");
  expect(checkSizes({ "assistant-chat.js": 3000, "panel.js": 20_000 }, budget)[0]).toContain("was not built");
});

test("no number in the budget may break a promise to the page", () => {
  const loader = { "assistant-chat.js": PROMISES.loader + 1 };
  expect(checkSizes(loader, { files: loader })[0]).toContain("a page is promised 3072");
  const all = { "panel.js": PROMISES.afterFirstAnswer + 1 };
  expect(checkSizes(all, { files: all })[0]).toContain("a page is promised 46080");
});
