import { beforeAll, describe, expect, it } from "vitest";
import {
  createGroundednessFilter,
  type GroundednessFilter,
} from "../../../../core/answer/check/groundedness.ts";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { sketchChunk } from "../../../support/corpus.ts";

const TEXTS = [
  "Tours take place on Saturdays at noon. The kiln fires at 1,200 degrees. Members may book the kiln for two days.",
  "Record every expense of the shop each evening, and keep all receipts for seven years.",
  "Cameras watch the entrance and the car park.",
  "A visitor who wants a recording writes to the office and names the date and the time.",
];

let termsOf: (text: string) => string[];
beforeAll(async () => {
  const analyzer = await createAnalyzer("en");
  termsOf = (text) => analyzer.analyze(text).map(({ term }) => term);
});

function filterOf(): GroundednessFilter {
  const passages: Passage[] = TEXTS.map((text, index) => {
    const chunk = sketchChunk({
      title: `Page ${index}`,
      blocks: [{ kind: "paragraph", text }],
    });
    const source = { position: index + 1, title: chunk.title, url: chunk.url, excerpt: "", score: 1 };
    return { chunk, ordinal: index, relativeScore: 1, source };
  });
  return createGroundednessFilter({ passages, termsOf, locale: "en", unsupported: "mark" });
}

function shown(reply: string): string {
  const outcomes = [1, 5, reply.length].map((size) => {
    const filter = filterOf();
    let output = "";
    for (let at = 0; at < reply.length; at += size) output += filter.push(reply.slice(at, at + size));
    return output + filter.end();
  });
  expect(new Set(outcomes).size).toBe(1);
  return outcomes[0] ?? "";
}

describe("a sentence that its model did not cite", () => {
  it.each([
    ["The kiln fires at 1,200 degrees.", 1],
    ["Members may book the kiln for two days.", 1],
    ["A visitor who wants a recording should write to the office, with the date and the time.", 4],
  ])("is given the passage that says it: %s", (reply, position) => {
    expect(shown(reply)).toBe(`${reply} [${position}]`);
  });

  it.each([
    "Don't record it as an expense.",
    "Our pages do not mention the price of the kiln.",
    "So there's no number of days for the kiln on our pages.",
    "I don't know how many days members may book the kiln.",
    "Whether receipts can be photographed is not covered by our pages.",
    "Let me know if you have any other questions about the kiln!",
    "| Kiln booking | not stated on our pages |",
    "Yes, both are covered.",
    "Here is what our pages say of the kiln:",
    "May members book the kiln for two days?",
  ])("is given none where none says it, or nothing is said: %s", (reply) => {
    const before = "Tours take place on Saturdays at noon [1].\n\n";
    expect(shown(before + reply)).not.toMatch(/\[\d\](?!\.\n)/);
  });

  it("keeps its full stop", () => {
    expect(shown("Our pages don't say that it warns you beforehand.")).not.toMatch(/\n|\s\./);
  });
});

describe("a sentence that cites too much", () => {
  it("keeps what holds it", () => {
    expect(shown("The kiln fires at 1,200 degrees [1][2][3][4].")).toBe(
      "The kiln fires at 1,200 degrees [1].",
    );
  });
});

describe("a sentence that cites the wrong passage", () => {
  it("is given the one that says it, where its own says nothing of the kind", () => {
    expect(shown("The kiln fires at 1,200 degrees [3].")).toBe("The kiln fires at 1,200 degrees [1].");
    expect(shown("In [3], the kiln fires at 1,200 degrees.")).toBe(
      "In [3], the kiln fires at 1,200 degrees. [1]",
    );
  });

  it("keeps its own where that is near enough, or no other says it", () => {
    const near = "Members of the shop keep every receipt of an expense for seven years [2].";
    expect(shown(near)).toBe(near);
    const wrong = "The kiln fires at 900 degrees [3].";
    expect(shown(wrong)).toContain("[3]");
    expect(shown(wrong)).not.toContain("[1]");
  });
});

describe("a sentence that is nearly true", () => {
  it.each([
    "The kiln fires at 1,300 degrees.",
    "Members may not book the kiln for two days.",
    "Record every expense of the shop each morning, and keep all receipts for five years.",
  ])("is given no source: %s", (reply) => {
    expect(shown(reply)).not.toMatch(/\[\d\]/);
  });
});
