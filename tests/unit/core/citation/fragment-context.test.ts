import { describe, expect, it } from "vitest";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import { citationOf } from "../../../../core/citation/quote.ts";
import type { Block, Chunk } from "../../../../core/corpus/format.ts";

/** The text directive of a citation, its parts decoded and parted by bars. */
function directive(blocks: Block[], blockIndex: number, text: string, chunk: Partial<Chunk> = {}): string {
  const passage: Passage = {
    chunk: {
      id: "0",
      title: "Kettles",
      headingPath: [],
      url: "/kettles#care",
      language: "en",
      blocks,
      ...chunk,
    },
    source: { position: 1, title: "Kettles", url: "/kettles", excerpt: "", score: 1 },
    ordinal: 0,
    relativeScore: 1,
  };
  const { url } = citationOf({ passage, blockIndex, text }, 1);
  return (url.split(":~:text=")[1] ?? "").split(",").map(decodeURIComponent).join(" | ");
}

const paragraph = (text: string, more: Partial<Block> = {}): Block =>
  ({ kind: "paragraph", text, ...more }) as Block;
const RINSE = "Rinse it with cold water.";

describe("words that stand earlier on the page", () => {
  it("are told from the others by what stands right before them in their line", () => {
    const blocks = [paragraph(RINSE), paragraph(`Once a month, vinegar does it. ${RINSE}`)];
    expect(directive(blocks, 0, RINSE)).toBe("Rinse it with cold water");
    expect(directive(blocks, 1, RINSE)).toBe("month, vinegar does it.- | Rinse it with cold water");
  });

  it("by the line before, across blocks, but not where code or words of our own stand there", () => {
    const code: Block = { kind: "code", language: "sh", code: "boil" };
    const own = paragraph("Costs 4 cups.", { isUnshown: true });
    expect(directive([paragraph(RINSE), paragraph("Pour it out"), paragraph(RINSE)], 2, RINSE)).toBe(
      "Pour it out- | Rinse it with cold water",
    );
    expect(directive([paragraph(RINSE), code, paragraph(RINSE)], 2, RINSE)).toBe("");
    expect(directive([paragraph(RINSE), own, paragraph(RINSE)], 2, RINSE)).toBe("");
  });

  it("by the heading where they begin their section", () => {
    expect(
      directive([paragraph(RINSE, { repeats: ["rinseitwithcoldwater"] })], 0, RINSE, {
        headingPath: ["Care", "Large ones"],
      }),
    ).toBe("Large ones- | Rinse it with cold water");
  });

  it("by what stands behind them where nothing before is sure", () => {
    const blocks = [
      paragraph(`${RINSE} It is dry soon.`),
      paragraph('So the book says: "pour". It is'),
      paragraph(`"Well": ${RINSE} It hangs over the stove.`),
    ];
    expect(directive(blocks, 2, RINSE)).toBe("Rinse it with cold water | -. It hangs over");
  });

  it("by no more than the anchor where nothing tells them apart, and by themselves where there is none", () => {
    const blocks = [paragraph(RINSE), paragraph(RINSE), paragraph(RINSE)];
    expect(directive(blocks, 2, RINSE)).toBe("");
    expect(directive(blocks, 2, RINSE, { url: "/kettles" })).toBe("Rinse it with cold water");
  });

  it("are looked for in titles, cells and items, without case and marks of code", () => {
    const list: Block = {
      kind: "list",
      ordered: true,
      items: ["Open the lid", "Rinse `it` with cold water"],
    };
    expect(directive([list, paragraph(`Dry it. ${RINSE}`)], 1, RINSE)).toBe(
      "Dry it.- | Rinse it with cold water",
    );
    expect(directive([paragraph(`Dry it. ${RINSE}`)], 0, RINSE, { title: "Rinse it with cold water" })).toBe(
      "Dry it.- | Rinse it with cold water",
    );
  });
});
