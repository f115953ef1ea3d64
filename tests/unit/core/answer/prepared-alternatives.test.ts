import { describe, expect, it } from "vitest";
import { alternatives } from "../../../../core/answer/prepared/alternatives.ts";
import { plainlyAsked } from "../../../../core/answer/prepared/plainly-asked.ts";

describe("a question that names several things", () => {
  it.each([
    [
      "How do I add it to VitePress, Hugo or Eleventy?",
      ["How do I add it to VitePress?", "How do I add it to Hugo?", "How do I add it to Eleventy?"],
    ],
    ["Does it read AsciiDoc and plain text?", ["Does it read AsciiDoc?", "Does it read plain text?"]],
    [
      "Does it work in Arabic, Hebrew and other right-to-left languages?",
      ["Does it work in Arabic?", "Does it work in Hebrew?", "Does it work in right-to-left languages?"],
    ],
  ])("%s", (question, expected) => {
    expect(alternatives(question).map((one) => one.question)).toEqual(expected);
  });

  it.each([
    "How do I build and publish it?",
    "Can I hide it on some pages or for some people?",
    "How do I change the colour?",
    "React or Vue, which one?",
    "",
  ])("%s has no parts of that kind", (question) => {
    expect(alternatives(question)).toEqual([]);
  });
});

describe("what is said around a question", () => {
  it.each([
    ["Hi, can you tell me how to change the colour?", "how to change the colour?"],
    ["I would like to know if it works offline", "it works offline"],
    ["is there a way to hide it", "hide it"],
    ["Does it support PDF?", "Does it PDF?"],
    ["Is PDF supported?", "Is PDF?"],
    ["please", "please"],
    ["Support hours on Sunday?", "Support hours on Sunday?"],
  ])("%s", (question, expected) => {
    expect(plainlyAsked(question, "en")).toBe(expected);
  });

  it("is known in German, and left alone elsewhere", () => {
    expect(plainlyAsked("Hallo, können Sie mir sagen ob es PDF liest?", "de")).toBe("es PDF liest?");
    expect(plainlyAsked("please hide it", "fi")).toBe("please hide it");
  });
});
