import { describe, expect, it } from "vitest";
import { numberQuotes } from "../../../../core/citation/number-quotes.ts";
import { citationOf } from "../../../../core/citation/quote.ts";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import type { Block } from "../../../../core/corpus/format.ts";

function passageOf(blocks: Block[]): Passage {
  const url = "/changes/#v2";
  const chunk = { id: "a", title: "Changes", headingPath: ["2.0.0"], url, language: "en", blocks };
  const source = { position: 1, title: "Changes", url, excerpt: "", score: 1 };
  return { chunk, source, ordinal: 0, relativeScore: 1 };
}

const said = "New in this version are quieter kettles:";
const shown = "The lid closes by itself at night.";
const passage = passageOf([
  { kind: "paragraph", text: said, isUnshown: true },
  { kind: "paragraph", text: shown },
]);

describe("what a page does not show in these words", () => {
  it("is cited without a text fragment", () => {
    expect(citationOf({ passage, blockIndex: 0, text: said }, 1).url).toBe("/changes/#v2");
    expect(citationOf({ passage, blockIndex: 1, text: shown }, 1).url).toContain("#v2:~:text=The%20lid");
  });

  it("is not what its source opens at, where shown words are quoted as well", () => {
    const quotes = [
      { passage, blockIndex: 0, text: said },
      { passage, blockIndex: 1, text: shown },
    ];
    const [numbered, ...more] = numberQuotes([passage], quotes).passages;
    expect(more).toEqual([]);
    expect(numbered?.source.url).toContain(":~:text=The%20lid");
    expect(numberQuotes([passage], quotes.slice(0, 1)).passages[0]?.source.url).toBe("/changes/#v2");
  });
});
