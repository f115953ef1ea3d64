import { describe, expect, it } from "vitest";
import { passageSentences, splitSentences } from "../../../core/text/sentences.ts";

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
  it.each([
    ["Die Firma kommt z. B. am Montag. Dann nicht.", ["Die Firma kommt z. B. am Montag.", "Dann nicht."]],
    ["Stellen Sie sie am 3. Mai vor die Tür. Danke.", ["Stellen Sie sie am 3. Mai vor die Tür.", "Danke."]],
    ["Bis 12. August 2024 gilt es. Dann nicht.", ["Bis 12. August 2024 gilt es.", "Dann nicht."]],
    ["Seit dem 19. Jahrhundert steht sie.", ["Seit dem 19. Jahrhundert steht sie."]],
    ["It costs 3. Then it is free.", ["It costs 3.", "Then it is free."]],
    ["We have 12. May you like them.", ["We have 12.", "May you like them."]],
  ])("%s", (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it("are those of paragraphs, list items and table rows, with their place", () => {
    const sentences = passageSentences([
      { kind: "paragraph", text: "First of them all. It is followed by this list:" },
      { kind: "list", ordered: false, items: ["one item of it", "no"] },
      { kind: "code", language: "", code: "quoted. As a whole." },
      {
        kind: "table",
        rows: [
          ["Plan", "Price"],
          ["Team plan", "12 euros"],
        ],
      },
    ]);
    expect(sentences).toEqual([
      {
        kind: "sentence",
        text: "First of them all.",
        blockIndex: 0,
        order: 0,
        endsBlock: false,
        introduces: false,
      },
      {
        kind: "sentence",
        text: "It is followed by this list:",
        blockIndex: 0,
        order: 1,
        endsBlock: true,
        introduces: true,
      },
      { kind: "item", text: "one item of it", blockIndex: 1, order: 2, endsBlock: false, introduces: false },
      {
        kind: "code",
        text: "quoted. As a whole.",
        blockIndex: 2,
        order: 3,
        endsBlock: true,
        introduces: false,
      },
      {
        kind: "row",
        text: "Team plan – 12 euros",
        blockIndex: 3,
        order: 4,
        endsBlock: true,
        introduces: false,
      },
    ]);
  });

  it("know the label that they stand under", () => {
    const sentences = passageSentences([
      { kind: "paragraph", text: "Before any of them." },
      { kind: "paragraph", text: "server.port" },
      { kind: "list", ordered: false, items: ["Default: it is 5173"] },
      { kind: "paragraph", text: "It can be changed." },
    ]);
    expect(sentences.map(({ text, label }) => [text, label])).toEqual([
      ["Before any of them.", undefined],
      ["Default: it is 5173", "server.port"],
      ["It can be changed.", "server.port"],
    ]);
  });

  it("leave out fragments but keep what introduces a block", () => {
    expect(passageSentences([{ kind: "paragraph", text: "Note. Example:" }]).map(({ text }) => text)).toEqual(
      ["Example:"],
    );
  });
});
