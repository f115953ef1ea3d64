import { expect, test } from "vitest";
import { findStrayText, type ShownText } from "./shown-text.ts";

const shown = (text: string, block = ""): ShownText => {
  const characters = [...text].filter((character) => character.trim() !== "");
  return { characters, blocks: characters.map(() => block) };
};

test.each([
  ["a beginning", "It is", "It is bold"],
  ["a sign that became text after all", "2 3", "2*3"],
  ["a number that was held back at the end", "It", "It 1"],
])("%s is in order", (_name, beginning, whole) => {
  expect(findStrayText(shown(beginning), shown(whole))).toBeUndefined();
});

test.each([
  ["a mark", "It is **bold", "It is bold"],
  ["a bracket", "see [the", "see the guide"],
  ["the head of a table as text", "| a | b", "a b"],
  ["words that are not there", "one three", "one two three"],
])("%s is found", (_name, beginning, whole) => {
  expect(findStrayText(shown(beginning), shown(whole))).toContain("where the whole has");
});

test("a heading that is none is found, and a line that becomes one is not", () => {
  expect(findStrayText(shown("a", " h4"), shown("a", ""))).toContain("belongs in");
  expect(findStrayText(shown("a", " ul"), shown("a", " ol"))).toContain("belongs in");
  expect(findStrayText(shown("a", ""), shown("a", " h4"))).toBeUndefined();
});
