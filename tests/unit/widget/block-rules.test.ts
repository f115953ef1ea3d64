import { expect, test } from "vitest";
import { shortenRules } from "../../../widget/renderer/block-rules.ts";

const NAMES = ["blockquote", "def", "html", "lheading", "table", "paragraph"];

/** Rules that say what they were tried on. */
function rules(): { tried: string[]; rules: Parameters<typeof shortenRules>[0] } {
  const tried: string[] = [];
  const rule = (name: string) => ({
    exec: (source: string) => (tried.push(name), /^.*/.exec(source)),
    test: (source: string) => (tried.push(name), source !== ""),
  });
  return { tried, rules: Object.fromEntries(NAMES.map((name) => [name, rule(name)])) };
}

test.each([
  ["A line of text", []],
  ["A line of text\n\n> and a quote", []],
  ["> a quote", ["blockquote"]],
  ["  [a]: /b", ["def"]],
  ["<div>", ["html"]],
  ["Title\n===\n", ["lheading", "paragraph"]],
  ["| a |\n| - |", ["table", "paragraph"]],
  ["one\ntwo", ["paragraph"]],
])("%j is tried on what could match alone", (source, expected) => {
  const { tried, rules: shortened } = rules();
  shortenRules(shortened);
  for (const name of NAMES) shortened[name]!.exec(source);
  expect(tried).toEqual(expected);
});

test("a line that nothing follows is its paragraph, without its end", () => {
  const { tried, rules: shortened } = rules();
  shortenRules(shortened);
  expect(shortened["paragraph"]!.exec("One\n\nTwo")).toEqual(["One", "One"]);
  expect(shortened["paragraph"]!.exec("One\n")).toEqual(["One", "One"]);
  expect(shortened["lheading"]!.test("One\nTwo")).toBe(false);
  expect(tried).toEqual([]);
});
