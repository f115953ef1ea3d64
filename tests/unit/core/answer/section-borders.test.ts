import { describe, expect, it } from "vitest";
import { areSectioned, rankSections } from "../../../../core/answer/select/answer-sections.ts";
import { rankSentences } from "../../../../core/answer/select/rank-sentences.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import {
  codeBlock,
  headingBlock,
  sketchPassages,
  sketchSections,
  termOf,
  wordsOf,
} from "./section-sketch.ts";

const bordersOf = (...blocks: (string | Block)[]): [heading: string, from: number, to: number][] =>
  sketchSections("anything at all", [{ title: "Page", heading: "Above", blocks }]).map(
    ({ heading, from, to }) => [heading, from, to],
  );

describe("sections of one passage", () => {
  it("begin at each heading, and the first of them with the passage", () => {
    expect(
      bordersOf(
        "What stands under the heading above.",
        headingBlock("Backups"),
        "They are made each night.",
        "They are kept for a week.",
        headingBlock("Can they be restored?"),
        "Yes, by the owner.",
      ),
    ).toEqual([
      ["Above", 0, 1],
      ["Backups", 1, 4],
      ["Can they be restored?", 4, 6],
    ]);
  });

  it("begin with a heading that opens the passage", () => {
    expect(bordersOf(headingBlock("Backups"), "They are made each night.")).toEqual([["Backups", 0, 2]]);
  });

  it("are not split between two headings, one of which announces the other", () => {
    expect(
      bordersOf(
        "What stands above.",
        headingBlock("Backups"),
        headingBlock("Each night"),
        "They are made at two.",
      ),
    ).toEqual([
      ["Above", 0, 1],
      ["Backups", 1, 4],
    ]);
  });

  it("begin at the name of an option above what is said of it", () => {
    expect(
      bordersOf(
        "These are the options.",
        "server.port",
        "Where to listen.",
        "`server.host`",
        "Which address to use.",
      ),
    ).toEqual([
      ["Above", 0, 1],
      ["server.port", 1, 3],
      ["`server.host`", 3, 5],
    ]);
  });

  it.each([
    ["a short paragraph", "Read this first", "It says more."],
    ["the name of a file above code", "vite.config.js", codeBlock(1)],
    ["the name of an option above code", "server.port", codeBlock(1)],
    ["the name of a file above a paragraph", "src/main.ts", "It says more."],
  ])("do not begin at %s", (_, label, next) => {
    expect(bordersOf("What stands above.", label, next)).toEqual([["Above", 0, 3]]);
  });

  it("know what is said and how much in their own blocks alone", () => {
    const [first, second] = sketchSections("when are backups kept", [
      {
        title: "Page",
        blocks: [
          headingBlock("Backups"),
          "They are made each night at two.",
          headingBlock("Exports"),
          "On demand only.",
          codeBlock(20),
        ],
      },
    ]);
    expect(first?.sentences.map(({ text }) => text)).not.toContain("On demand only.");
    expect(second?.sentences.map(({ blockIndex }) => blockIndex).sort()).toEqual([3, 4]);
    // The heading and the words of the paragraph; code is no words.
    expect(second?.words).toBe(4);
  });
});

it("passages of single paragraphs have sections where at least half of them stand below a heading", () => {
  const plain = { blocks: ["Nothing but a paragraph."] };
  const sectioned = { heading: "Heading", blocks: ["A paragraph below a heading."] };
  expect(areSectioned(sketchPassages([plain, plain, sectioned]))).toBe(false);
  expect(areSectioned(sketchPassages([plain, sectioned]))).toBe(true);
  expect(areSectioned(sketchPassages([{ blocks: ["One paragraph.", "And another."] }]))).toBe(true);
});

it("sections of the same sentences are ranked once", () => {
  const passages = sketchPassages([{ heading: "Backups", blocks: ["They are kept for a week."] }]);
  const sentences = rankSentences({
    question: "backups",
    passages,
    terms: [termOf("backups")],
    termsOf: wordsOf,
  });
  let calls = 0;
  const termsOf = (text: string): string[] => {
    calls++;
    return wordsOf(text);
  };
  const first = rankSections({ passages, sentences, termsOf });
  const callsOfFirst = calls;
  expect(callsOfFirst).toBeGreaterThan(0);
  expect(rankSections({ passages, sentences, termsOf })).toBe(first);
  expect(calls).toBe(callsOfFirst);
});
