import { describe, expect, it } from "vitest";
import type { AnswerSection } from "../../../../core/answer/select/answer-sections.ts";
import {
  isReadAtOnce,
  quoteAround,
  type QuoteBounds,
} from "../../../../core/answer/quote/quote-around-best.ts";
import { quotedMarkdown } from "../../../../core/citation/quote.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import { codeBlock, headingBlock, listBlock, prose, sketchSection } from "./section-sketch.ts";

const TABLE: Block = {
  kind: "table",
  rows: [
    ["Plan", "Price"],
    ["Team plan", "12 euros"],
    ["Basic plan", "5 euros"],
  ],
};

const quotedAround = (section: AnswerSection, bounds: QuoteBounds): string[] | undefined =>
  quoteAround(section, bounds)?.map((paragraph) =>
    quotedMarkdown(paragraph, ({ passage }) => passage.source.position),
  );

const readAtOnce = (blocks: (string | Block)[], maxWords: number, asksFact = false): boolean =>
  isReadAtOnce(sketchSection(blocks, ""), { maxWords, asksFact, asksDefinition: false });

/** The names that paragraphs of {@link prose} begin with, in their order, and the blocks of another kind. */
function around(
  blocks: (string | Block)[],
  best: string,
  maxWords: number,
  { asksFact = false, asksDefinition = false, at = 0 } = {},
): string[] | undefined {
  const quoted = quotedAround(sketchSection(blocks, best, { at }), { maxWords, asksFact, asksDefinition });
  return quoted?.map((paragraph) => paragraph.replace(/ word\b.*$/s, ""));
}

describe("a section that is quoted whole", () => {
  it("has no more words than are read at once", () => {
    const blocks = [prose("First", 20), prose("Second", 20)];
    expect(readAtOnce(blocks, 40)).toBe(true);
    expect(readAtOnce(blocks, 39)).toBe(false);
  });

  it("counts the words of its own blocks alone, not those of its neighbours in the passage", () => {
    const blocks = [headingBlock("One"), prose("First", 50), headingBlock("Two"), prose("Second", 5)];
    const bounds = { maxWords: 10, asksFact: false, asksDefinition: false };
    expect(isReadAtOnce(sketchSection(blocks, "First", { at: 0 }), bounds)).toBe(false);
    expect(isReadAtOnce(sketchSection(blocks, "Second", { at: 1 }), bounds)).toBe(true);
  });

  it("may show code besides its words, but no listing", () => {
    const text = "The helper is called like this.";
    expect(readAtOnce([text, codeBlock(40)], 20)).toBe(true);
    expect(readAtOnce([text, codeBlock("x".repeat(1600))], 20)).toBe(false);
    // Two that are short by themselves are long together.
    const half = codeBlock("x".repeat(800));
    expect(readAtOnce([text, half], 20)).toBe(true);
    expect(readAtOnce([text, half, half], 20)).toBe(false);
    // What another section of the passage shows is not read with it.
    const bounds = { maxWords: 20, asksFact: false, asksDefinition: false };
    const blocks = [headingBlock("One"), text, headingBlock("Two"), "More of it.", half, half];
    expect(isReadAtOnce(sketchSection(blocks, text, { at: 0 }), bounds)).toBe(true);
    expect(isReadAtOnce(sketchSection(blocks, "More", { at: 1 }), bounds)).toBe(false);
  });

  it("has no table where a fact is asked for: it stands in one row", () => {
    expect(readAtOnce(["These are the prices.", TABLE], 50)).toBe(true);
    expect(readAtOnce(["These are the prices.", TABLE], 50, true)).toBe(false);
  });
});

describe("what is quoted around the best sentence", () => {
  const FIVE = ["Alpha", "Beta", "Gamma", "Delta", "Omega"].map((name) => prose(name, 10));

  it("is its paragraph first, then what follows, and what comes before only if there is room left", () => {
    expect(around(FIVE, "Gamma", 10)).toEqual(["Gamma"]);
    expect(around(FIVE, "Gamma", 20)).toEqual(["Gamma", "Delta"]);
    expect(around(FIVE, "Gamma", 30)).toEqual(["Gamma", "Delta", "Omega"]);
    expect(around(FIVE, "Gamma", 40)).toEqual(["Beta", "Gamma", "Delta", "Omega"]);
    expect(around(FIVE, "Gamma", 50)).toEqual(["Alpha", "Beta", "Gamma", "Delta", "Omega"]);
  });

  it("is cited, each sentence", () => {
    expect(
      quotedAround(sketchSection(FIVE, "Gamma"), { maxWords: 20, asksFact: false, asksDefinition: false }),
    ).toEqual([FIVE[2], FIVE[3]].map((text) => `${text} [1]`));
  });

  it("of a fact is nothing that comes before it", () => {
    expect(around(FIVE, "Gamma", 50, { asksFact: true })).toEqual(["Gamma", "Delta", "Omega"]);
  });

  it("of a fact is no table and no code beside it, which are about something else", () => {
    const blocks = [prose("Alpha", 10), TABLE, codeBlock(1), prose("Beta", 10)];
    expect(around(blocks, "Alpha", 100, { asksFact: true })).toEqual(["Alpha"]);
    const other = around(blocks, "Alpha", 100)?.join("\n");
    expect(other).toContain("| Team plan | 12 euros |");
    expect(other).toContain("line(0);");
    expect(other).toContain("Beta");
  });

  it("has the block of the next best sentence beside it, where that is nearly as good and no more than is read at once", () => {
    const far = (score: number, words = 10): string[] | undefined => {
      const section = sketchSection([...FIVE, prose("Second", words)], "Alpha");
      const [best] = section.sentences;
      const sentences = section.sentences.map((sentence) => ({
        ...sentence,
        score: sentence === best ? 0 : sentence.text.startsWith("Second") ? score : -9,
      }));
      sentences.sort((a, b) => b.score - a.score);
      const bounds = { maxWords: 20, asksFact: false, asksDefinition: false };
      return quotedAround({ ...section, sentences }, bounds)?.map((text) => text.split(" ")[0] ?? "");
    };
    expect(far(-1)).toEqual(["Alpha", "Beta", "Second"]);
    expect(far(-4)).toEqual(["Alpha", "Beta"]);
    expect(far(-1, 200)).toEqual(["Alpha", "Beta"]);
  });

  it("stays within its section", () => {
    const blocks = [
      headingBlock("One"),
      prose("Alpha", 10),
      headingBlock("Two"),
      prose("Beta", 10),
      headingBlock("Three"),
      prose("Gamma", 10),
    ];
    expect(around(blocks, "Beta", 100, { at: 1 })).toEqual(["Beta"]);
  });

  it("goes back to what a sentence points back to, before it goes on", () => {
    const blocks = [prose("Alpha", 10), prose("Therefore", 10), prose("Gamma", 10)];
    expect(around(blocks, "Therefore", 20)).toEqual(["Alpha", "Therefore"]);
    expect(around(blocks, "Therefore", 20, { asksFact: true })).toEqual(["Alpha", "Therefore"]);
  });

  it("goes back from code or a list to the words that introduce it", () => {
    const blocks = [prose("Alpha", 10), codeBlock(1), prose("Beta", 10)];
    const quoted = around(blocks, "line(0)", 14);
    expect(quoted?.[0]).toBe("Alpha");
    expect(quoted?.[1]).toContain("line(0);");
    expect(quoted).toHaveLength(2);
  });

  it("counts a line of code as several words", () => {
    const blocks = [prose("Alpha", 10), codeBlock(10)];
    expect(around(blocks, "Alpha", 49)).toEqual(["Alpha"]);
    expect(around(blocks, "Alpha", 50)?.join("\n")).toContain("line(9);");
  });

  it("ends in no label of what is not shown any more", () => {
    const blocks = [prose("Alpha", 10), "Options of it", prose("Beta", 90)];
    expect(around(blocks, "Alpha", 20)).toEqual(["Alpha"]);
    expect(around(blocks, "Alpha", 200)).toEqual(["Alpha", "Options of it", "Beta"]);
  });

  it("is not made of headings where there is a sentence", () => {
    expect(around(["Words that look like it", prose("Alpha", 10)], "Words that look", 10)).toEqual(["Alpha"]);
  });

  it("of an option begins with its name only where it is quoted from its beginning", () => {
    const blocks = ["server.port", prose("Alpha", 10), prose("Beta", 10)];
    expect(around(blocks, "Alpha", 10)).toEqual(["server.port: Alpha"]);
    expect(around(blocks, "Beta", 10)).toEqual(["Beta"]);
  });

  it("is left to sentences where its block is too long by itself", () => {
    expect(around([prose("Alpha", 60), prose("Beta", 10)], "Alpha", 50)).toBeUndefined();
    expect(around([prose("Alpha", 10), codeBlock("x".repeat(3000))], "xxx", 50)).toBeUndefined();
    const nothing = { ...sketchSection([prose("Alpha", 10)], "Alpha"), sentences: [] };
    expect(quotedAround(nothing, { maxWords: 50, asksFact: false, asksDefinition: false })).toBeUndefined();
  });
});

describe("a definition", () => {
  const bounds = { maxWords: 60, asksFact: true, asksDefinition: true };

  it("is quoted from the beginning of its section, whatever its best sentence is", () => {
    const blocks = [prose("Alpha", 10), prose("Beta", 10), prose("Gamma", 10)];
    expect(quotedAround(sketchSection(blocks, "Gamma"), bounds)?.map((text) => text.split(" ")[0])).toEqual([
      "Alpha",
      "Beta",
      "Gamma",
    ]);
  });

  it("ends before an example, and before what announces it", () => {
    const blocks = [prose("Alpha", 10), "Here is one:", codeBlock(3), prose("Omega", 10)];
    expect(quotedAround(sketchSection(blocks, "Alpha"), bounds)).toEqual([`${prose("Alpha", 10)} [1]`]);
  });
});

describe("an announcement", () => {
  it("of very much is not quoted with all of it", () => {
    const blocks = ["Alpha is this:", codeBlock(20), "Then that:", codeBlock(20), "At last:", codeBlock(20)];
    const quoted = quotedAround(sketchSection(blocks, "Alpha"), {
      maxWords: 30,
      asksFact: false,
      asksDefinition: false,
    });
    expect(quoted?.filter((text) => text.startsWith("```")).length).toBeLessThan(3);
  });

  const announcement = "Alpha is done in three steps, and these are they:";
  const list = listBlock(prose("One", 20), prose("Two", 20), prose("Three", 20));

  it("is quoted with what it announces, though that is more than is read at once", () => {
    const quoted = around([announcement, list, prose("Beta", 10)], "Alpha", 12);
    expect(quoted).toHaveLength(2);
    expect(quoted?.[0]).toContain("these are they:");
    expect(quoted?.[1]).toMatch(/^- One/);
  });

  it("of a fact too", () => {
    expect(around([announcement, list], "Alpha", 12, { asksFact: true })).toHaveLength(2);
    expect(around([announcement, TABLE], "Alpha", 12, { asksFact: true })?.[1]).toContain("| Plan | Price |");
  });

  it("is quoted with code below the name of its file", () => {
    const quoted = around([announcement, "config.js", codeBlock(30), prose("Beta", 10)], "Alpha", 10);
    expect(quoted?.[1]).toContain("config.js");
    expect(quoted?.[2]).toContain("line(29);");
    expect(quoted).toHaveLength(3);
  });

  it("that is met on the way is quoted with it as well", () => {
    const quoted = around([prose("Alpha", 10), "Beta is this:", list], "Alpha", 14);
    expect(quoted?.[1]).toContain("Beta is this:");
    expect(quoted?.[2]).toMatch(/^- One/);
  });

  it("at the end of a section does not take the next one with it", () => {
    const blocks = [headingBlock("One"), announcement, headingBlock("Two"), codeBlock(2)];
    expect(around(blocks, "Alpha", 100, { at: 0 })).toHaveLength(1);
  });

  it("takes no further paragraph with it", () => {
    expect(around([announcement, prose("Beta", 10)], "Alpha", 12)).toHaveLength(1);
  });
});
