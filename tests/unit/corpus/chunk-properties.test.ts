import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/corpus/format.ts";
import { chunkPage } from "../../../corpus/chunk/chunk-page.ts";
import { countBlocksWords, countBlockWords } from "../../../corpus/chunk/words.ts";
import type { OutlineItem } from "../../../corpus/parse/outline.ts";

let serial = 0;
/** Words that occur once in a page, so that a lost or doubled one is seen. */
const uniqueWords = (count: number): string[] => Array.from({ length: count }, () => `w${(serial += 1)}`);

const blockArbitrary: fc.Arbitrary<Block> = fc.oneof(
  fc.integer({ min: 1, max: 420 }).map((count): Block => {
    const text = uniqueWords(count).map((word, index) => (index % 12 === 11 ? `${word}.` : word));
    return { kind: "paragraph", text: text.join(" ") };
  }),
  fc
    .integer({ min: 1, max: 500 })
    .map((count): Block => ({ kind: "code", language: "js", code: uniqueWords(count).join("\n") })),
  fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }).map((sizes): Block => ({
    kind: "list",
    ordered: false,
    items: sizes.map((size) => uniqueWords(size).join(" ")),
  })),
  fc
    .integer({ min: 1, max: 200 })
    .map((count): Block => ({ kind: "table", rows: uniqueWords(count).map((word) => [word]) })),
);
const itemArbitrary: fc.Arbitrary<OutlineItem> = fc.oneof(
  { weight: 2, arbitrary: blockArbitrary },
  {
    weight: 1,
    arbitrary: fc
      .record({ depth: fc.integer({ min: 1, max: 4 }), question: fc.boolean() })
      .map(({ depth, question }): OutlineItem => {
        const [word = ""] = uniqueWords(1);
        return { kind: "heading", depth, text: question ? `${word}?` : word, anchor: word };
      }),
  },
);
const pageArbitrary = fc.array(itemArbitrary, { maxLength: 25 });
const chunkItems = (items: readonly OutlineItem[]) =>
  chunkPage({ items, title: "Title", url: "/p/", language: "en" });
const wordsOf = (blocks: readonly Block[]): string[] => JSON.stringify(blocks).match(/\bw\d+\b/g) ?? [];
const isBlock = (item: OutlineItem): item is Block => item.kind !== "heading";

describe("the chunker, on any page", () => {
  it("loses no text, doubles none and keeps its order", () => {
    fc.assert(
      fc.property(pageArbitrary, (items) => {
        const headings = new Set(items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : [])));
        const kept = chunkItems(items)
          .flatMap(({ blocks }) => wordsOf(blocks))
          .filter((word) => !headings.has(word));
        expect(kept).toEqual(wordsOf(items.filter(isBlock)));
      }),
      { numRuns: 150 },
    );
  });

  it("never cuts code or a table", () => {
    fc.assert(
      fc.property(pageArbitrary, (items) => {
        const whole = items.filter((item) => item.kind === "code" || item.kind === "table");
        const kept = chunkItems(items).flatMap(({ blocks }) =>
          blocks.filter(({ kind }) => kind === "code" || kind === "table"),
        );
        expect(kept).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps within 300 words, but for one block that is larger and alone", () => {
    fc.assert(
      fc.property(pageArbitrary, (items) => {
        for (const { blocks } of chunkItems(items)) {
          const isOversize =
            blocks.length === 1 && blocks[0] !== undefined && countBlockWords(blocks[0]) > 300;
          // A merged section's headings are paragraphs on top of the words that were counted.
          expect(isOversize || countBlocksWords(blocks) <= 325).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("puts every heading in exactly one place: the path or the text", () => {
    fc.assert(
      fc.property(pageArbitrary, (items) => {
        for (const { headingPath, blocks } of chunkItems(items)) {
          const inText = new Set(wordsOf(blocks));
          for (const heading of headingPath) expect(inText.has(heading.replace("?", ""))).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives every chunk an id of its own", () => {
    fc.assert(
      fc.property(pageArbitrary, (items) => {
        const ids = chunkItems(items).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 50 },
    );
  });
});
