import { describe, expect, it } from "vitest";
import { markRepeats } from "../../../corpus/chunk/mark-repeats.ts";
import type { Block, Chunk } from "../../../core/corpus/format.ts";

function chunk(headingPath: string[], ...blocks: Block[]): Chunk {
  return { id: "0", title: "Kettles", headingPath, url: "/", language: "en", blocks };
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const repeated = (chunks: Chunk[]): boolean[] =>
  markRepeats(chunks).flatMap(({ blocks }) => blocks.map((block) => block.repeats !== undefined));

describe("what a page says twice", () => {
  it("is marked where it is said again, in whatever passage, and never where it is said first", () => {
    expect(
      repeated([
        chunk([], paragraph("Fill it. Rinse it with cold water.")),
        chunk(["Care"], paragraph("Pour it out."), {
          kind: "list",
          ordered: false,
          items: ["Rinse it with cold water"],
        }),
      ]),
    ).toEqual([false, false, true]);
  });

  it("is looked for in headings and cells, and not in code or in words that the page does not show", () => {
    expect(
      repeated([
        chunk(
          ["Rinse it cold"],
          {
            kind: "table",
            rows: [
              ["What", "How"],
              ["Lid", "Rinse it cold"],
            ],
          },
          { kind: "code", language: "", code: "Rinse it cold" },
          { ...paragraph("Rinse it cold"), isUnshown: true },
        ),
      ]),
    ).toEqual([true, false, false]);
  });

  it("is told by as much as a link names: the beginning of a long sentence", () => {
    const long = "A kettle of this kind boils a litre of water in about three minutes";
    expect(repeated([chunk([], paragraph(`${long}.`), paragraph(`${long}, and whistles.`))])).toEqual([
      false,
      true,
    ]);
    expect(repeated([chunk([], paragraph("See it."), paragraph("See it."))])).toEqual([false, false]);
  });

  it("leaves pages that say nothing twice as they are", () => {
    const chunks = [chunk([], paragraph("Fill the kettle."))];
    expect(markRepeats(chunks)[0]).toBe(chunks[0]);
  });
});
