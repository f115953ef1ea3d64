import { beforeAll, describe, expect, it } from "vitest";
import { findPassages } from "../../../../core/answer/find-passages.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import { openSketch } from "../../../support/corpus.ts";

const LIMIT = 3;
let corpus: Corpus;

beforeAll(async () => {
  // Each page that speaks of both sides outranks the one that is about one of them.
  const both = ["one", "two", "three", "four"].map((name) => ({
    title: `Rendering, part ${name}`,
    blocks: [`The difference of static rendering and server rendering, part ${name}: rendering, rendering.`],
  }));
  corpus = await openSketch([
    ...both,
    { title: "Static pages", blocks: ["Made once, at the build."] },
    { title: "Server pages", blocks: ["Made for each visitor."] },
  ]);
});

async function titles(question: string): Promise<string[]> {
  const { passages } = await findPassages(corpus, { question }, LIMIT);
  expect(passages.map(({ source }) => source.position)).toEqual(passages.map((_, index) => index + 1));
  return passages.map(({ source }) => source.title);
}

describe("passages of a comparison", () => {
  it("have what is best about each side, in the last places", async () => {
    const found = await titles("What is the difference between static pages and server pages?");
    expect(found).toHaveLength(LIMIT);
    expect(found).toEqual(expect.arrayContaining(["Static pages", "Server pages"]));
  });

  it("are those of any question where no two sides are named", async () => {
    const found = await titles("What is the difference of static rendering?");
    expect(found.every((title) => title.startsWith("Rendering"))).toBe(true);
  });
});
