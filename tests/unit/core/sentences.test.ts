import { describe, expect, it } from "vitest";
import { passageSentences, splitSentences } from "../../../core/answer/sentences.ts";

describe("splitting sentences", () => {
  it.each([
    ["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
    ["Use e.g. Node.js 20.1 or newer. Then go.", ["Use e.g. Node.js 20.1 or newer.", "Then go."]],
    ["Dr. Marsh met J. R. Smith. They spoke.", ["Dr. Marsh met J. R. Smith.", "They spoke."]],
    ["No. It does not.", ["No.", "It does not."]],
    ["See No. 5 of it. Then go.", ["See No. 5 of it.", "Then go."]],
    ["Run `a. B` now. Done.", ["Run `a. B` now.", "Done."]],
    ['He said "Stop." Then he left.', ['He said "Stop."', "Then he left."]],
    ["Wait... and see. Next", ["Wait... and see.", "Next"]],
    ["これは一つ。これは二つ。", ["これは一つ。", "これは二つ。"]],
    ["¿Cuánto cuesta? ¡Nada! Es gratis.", ["¿Cuánto cuesta?", "¡Nada!", "Es gratis."]],
    ["", []],
  ])("%j", (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe("the sentences of a passage", () => {
  it("are those of paragraphs, list items and table rows, with their place", () => {
    const sentences = passageSentences([
      { kind: "paragraph", text: "First of them all. It is followed by this list:" },
      { kind: "list", ordered: false, items: ["one item of it", "no"] },
      { kind: "code", language: "", code: "never quoted. As a sentence." },
      {
        kind: "table",
        rows: [
          ["Plan", "Price"],
          ["Team plan", "12 euros"],
        ],
      },
    ]);
    expect(sentences).toEqual([
      { text: "First of them all.", blockIndex: 0, order: 0, endsBlock: false, introduces: false },
      { text: "It is followed by this list:", blockIndex: 0, order: 1, endsBlock: true, introduces: true },
      { text: "one item of it", blockIndex: 1, order: 2, endsBlock: false, introduces: false },
      { text: "Team plan – 12 euros", blockIndex: 3, order: 3, endsBlock: true, introduces: false },
    ]);
  });

  it("leave out fragments but keep what introduces a block", () => {
    expect(passageSentences([{ kind: "paragraph", text: "Note. Example:" }]).map(({ text }) => text)).toEqual(
      ["Example:"],
    );
  });
});
