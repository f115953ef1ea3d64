import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRepetitionGuard } from "../../../../core/completion/repetition-guard.ts";

function read(
  text: string,
  { size = text.length, isCut = true } = {},
): { text: string; repeatsItself: boolean } {
  const guard = createRepetitionGuard();
  let passed = "";
  for (let start = 0; start < text.length; start += size)
    passed += guard.push(text.slice(start, start + size));
  passed += guard.end(isCut);
  return { text: passed, repeatsItself: guard.repeatsItself };
}

const list = (item: (index: number) => string, count: number): string =>
  Array.from({ length: count }, (_, index) => item(index)).join("");

describe("a loop is cut where it begins", () => {
  test.each<[string, string, string]>([
    ["a sentence", `You set it [1]. ${"It is dark [2]. ".repeat(60)}`, "You set it [1]. It is dark [2]."],
    [
      "a list",
      `So:\n\n${"- Install it [1].\n- Start it [2].\n".repeat(30)}`,
      "So:\n\n- Install it [1].\n- Start it [2].",
    ],
    [
      "numbered items",
      list((index) => `${index + 1}. Install the package [1].\n`, 60),
      "1. Install the package [1].",
    ],
    ["a word", `Very ${"good ".repeat(200)}`, "Very good"],
    ["a line", "Yes.\n".repeat(300), "Yes."],
    [
      "other case",
      list((index) => (index % 2 === 0 ? "it is dark [1]. " : "It Is Dark [1]. "), 60),
      "it is dark [1].",
    ],
    ["no spaces", "它支持暗色主题[1]。".repeat(60), "它支持暗色主题[1]。"],
    [
      "a paragraph that its limit cuts",
      "First. " + `${list((index) => `Option ${index} is on by default [1]. `, 12)}\n\n`.repeat(2),
      "First. " + list((index) => `Option ${index} is on by default [1]. `, 12).trimEnd(),
    ],
  ])("%s", (_, text, expected) => {
    const whole = read(text);
    expect(whole).toEqual({ text: expected, repeatsItself: true });
    for (const size of [1, 3, 17]) expect(read(text, { size })).toEqual(whole);
  });

  test("a text that ends by itself keeps its end, without what it said three times", () => {
    const once = "It is dark by default, in every mode [1].";
    expect(read(`${once} ${once} ${once}`, { isCut: false })).toEqual({ text: once, repeatsItself: false });
    expect(read(`${once} ${once}`, { isCut: false })).toEqual({
      text: `${once} ${once}`,
      repeatsItself: false,
    });
  });
});

describe("what only looks alike passes", () => {
  test.each<[string, string]>([
    ["a table", list((row) => `| ${row} | yes | no | yes | no |\n`, 20)],
    ["rules", "| --- | --- | --- | --- |\n|:---:|:---:|\n------------------------------\n"],
    ["code", `\`\`\`js\n${list((index) => `  add(${index}, { on: true, off: false });\n`, 30)}}}}}\n\`\`\``],
    ["a matrix", "[0, 0, 0, 0]\n".repeat(3)],
    [
      "sentences with another word",
      list((index) => `The option ${"abcdefghij"[index]} is on by default [1]. `, 10),
    ],
    ["a refrain", "Install it [1]. Then a and b. Install it [1]. Then c and d. Install it [1]. Then e."],
    ["nothing", ""],
    ["spaces", "  \n\n  "],
  ])("%s", (_, text) => {
    for (const size of [1, 5, 1_000])
      for (const isCut of [true, false])
        expect(read(text, { size, isCut })).toEqual({ text, repeatsItself: false });
  });

  test("whatever is written, the cuts decide nothing, and what comes out is its beginning", () => {
    const words = fc.array(fc.constantFrom("a ", "b ", "c. ", "\n", "[1]", "1. ", "--", "好"), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), fc.boolean(), (parts, size, isCut) => {
        const text = parts.join("");
        const whole = read(text, { isCut });
        expect(read(text, { size, isCut })).toEqual(whole);
        expect(text.startsWith(whole.text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("takes time in proportion to the text", () => {
    const text = list(
      (index) => `${["a", "b", "c d", "e"][(index * 7_919) % 4]} ${(index * index) % 59_999} `,
      60_000,
    );
    expect(read(text, { size: 7 }).text === text).toBe(true);
  });
});
