import { expect, test } from "vitest";
import { isNamed, relationOf } from "./judge-section.ts";

const answer = { facts: ["90 %"], page: "docs/standards/testing.md", heading: "How much?" };

test("a section is right that holds the facts on the named page, whatever stands above it", () => {
  const section = {
    url: "/standards/testing/#coverage",
    heading: "Coverage",
    text: "At least 90 % of lines.",
  };
  expect(isNamed(section, answer)).toBe(true);
  expect(isNamed({ ...section, text: "As much as you can." }, answer)).toBe(false);
});

test("or stands under the named heading, but not on another page", () => {
  const section = { url: "/standards/testing", heading: "how much", text: "It depends." };
  expect(isNamed(section, answer)).toBe(true);
  expect(isNamed({ ...section, url: "/guides/testing" }, answer)).toBe(false);
});

test("tells a part of the right section from a sibling and from another page", () => {
  const place = (url: string, ...path: string[]) => ({ url, path, share: 0, features: [], isRight: false });
  const right = place("/setup#linux", "Setup", "Linux");
  expect(relationOf(right, place("/setup#snap", "Setup", "Linux", "Snap"))).toMatch("a part of");
  expect(relationOf(right, place("/setup", "Setup"))).toMatch("stands above");
  expect(relationOf(right, place("/setup#macos", "Setup", "macOS"))).toMatch("a sibling");
  expect(relationOf(right, place("/old/setup", "Old", "Linux"))).toMatch("of the same title or heading");
  expect(relationOf(right, place("/usage", "Usage", "Start"))).toMatch(/^other page$/);
});
