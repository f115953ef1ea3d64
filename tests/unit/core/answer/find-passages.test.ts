import { beforeAll, describe, expect, it } from "vitest";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
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

describe("passages of how something is done", () => {
  const PAGE = (index: number, headingPath: string[], text: string) => ({
    title: "Track downloads",
    url: `/downloads/#s${index}`,
    headingPath,
    blocks: [text],
  });
  const SITE = [
    { title: "About", url: "/about/", blocks: ["We sell lamps."] },
    PAGE(0, [], "To track downloads tells which files are wanted. Follow these steps:"),
    PAGE(1, ["Step 1"], "Open the settings."),
    PAGE(2, ["Step 2"], "Paste the snippet."),
    PAGE(3, ["Step 3"], "Wait."),
    { title: "Prices", url: "/prices/", blocks: ["Lamps cost much."] },
  ];
  const read = async (question: string, limit = 4) => {
    const { passages } = await findPassages(await openSketch(SITE), { question }, limit);
    return passages.map(({ chunk, ordinal, continues }) => ({
      at: chunk.headingPath[0],
      ordinal,
      continues,
    }));
  };

  it("are read on below the beginning of a page, though its steps do not say again what is done", async () => {
    const found = await read("How do I track downloads?");
    expect(found.map(({ at }) => at)).toEqual(expect.arrayContaining([undefined, "Step 1", "Step 2"]));
    const chunkIds = (await openSketch(SITE)).readChunks([1, 2]);
    const [beginning, first] = await chunkIds;
    expect(found.find(({ at }) => at === "Step 1")).toMatchObject({ ordinal: 2, continues: beginning?.id });
    expect(found.find(({ at }) => at === "Step 2")).toMatchObject({ ordinal: 3, continues: first?.id });
  });

  it("stay as many as wanted, and on their page", async () => {
    expect(await read("How do I track downloads?", 2)).toHaveLength(2);
    expect((await read("How do lamps cost much?", 6)).every(({ continues }) => continues === undefined)).toBe(
      true,
    );
  });

  it("are not read on for other questions", async () => {
    expect(
      (await read("Which downloads are tracked?", 6)).every(({ continues }) => continues === undefined),
    ).toBe(true);
  });
});
