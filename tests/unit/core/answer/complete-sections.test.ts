import { beforeAll, describe, expect, it } from "vitest";
import { choosePassages } from "../../../../core/answer/find/choose-passages.ts";
import { completeSections } from "../../../../core/answer/find/complete-sections.ts";
import type { Evidence } from "../../../../core/answer/find/find-evidence.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";
import { createScriptedProvider } from "../../../support/scripted-provider.ts";

const section = (path: string[], ...blocks: ChunkSketch["blocks"]): ChunkSketch => ({
  title: "Guide",
  url: path.length === 0 ? "/guide/" : `/guide/#${path.at(-1)?.toLowerCase() ?? ""}`,
  headingPath: path,
  blocks,
});
const LONG =
  "This is said at such a length that it is understood by itself, with all the words that it takes. ";
const words = (name: string): string => `${name} ${LONG.replace("This", "What is told")}${LONG.repeat(2)}`;

const SKETCHES: ChunkSketch[] = [
  section([], words("Introduction.")),
  section(["Setup"], words("Setup one.")),
  section(["Setup"], words("Setup two.")),
  section(["Setup"], words("Setup three.")),
  section(["Setup", "Linux"], words("Linux.")),
  section(["Usage"], words("Usage.")),
  section(["Usage", "Flags"], "Short."),
  section(["Help"], words("Help.")),
  section(["More"], `It ${words("goes on.")}`),
  { title: "Other", url: "/other/", blocks: [words("Other.")] },
];

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

async function passagesAt(...ordinals: number[]): Promise<Passage[]> {
  const chunks = await corpus.readChunks(ordinals);
  return chunks.map((chunk, index) => ({
    chunk,
    ordinal: ordinals[index] ?? 0,
    relativeScore: 1,
    source: { position: index + 1, title: chunk.title, url: chunk.url, excerpt: "", score: 1 },
  }));
}

const ordinalsOf = (passages: readonly Passage[]): number[] => passages.map(({ ordinal }) => ordinal);

/** Passages that are found before those that a test is about: of the best ones more is read. */
const first = [9, 9, 9, 9];

describe("a section that was found by one of its parts", () => {
  it("is read with the others, and with those inside of it", async () => {
    const found = await passagesAt(...first, 2);
    expect(ordinalsOf(await completeSections(corpus, found)).toSorted()).toEqual([0, 1, 2, 3, 4, 9]);
  });

  it("does not go on into the next section, nor the next page", async () => {
    const found = [...(await passagesAt(9, 0, 1, 2)), ...(await passagesAt(7, 8))];
    const read = ordinalsOf(await completeSections(corpus, found));
    expect(read).not.toContain(5);
    expect(read).not.toContain(6);
  });

  it("is read with its neighbours where it is one of the best", async () => {
    const read = ordinalsOf(await completeSections(corpus, await passagesAt(5)));
    expect(read).toContain(4);
    expect(read).toContain(6);
    expect(read[0]).toBe(5);
  });

  it.each([
    ["says little", 6],
    ["begins by pointing back", 8],
  ])("is read with the introduction of its page where it %s", async (_, ordinal) => {
    expect(ordinalsOf(await completeSections(corpus, await passagesAt(ordinal)))).toContain(0);
  });

  it("is read without the introduction where it is understood alone", async () => {
    expect(ordinalsOf(await completeSections(corpus, await passagesAt(7)))).not.toContain(0);
  });

  it("numbers what is added behind all that was found", async () => {
    const read = await completeSections(corpus, await passagesAt(2, 9));
    expect(read.map(({ source }) => source.position)).toEqual(read.map((_, index) => index + 1));
    expect(ordinalsOf(read).slice(0, 2)).toEqual([2, 9]);
  });
});

describe("the passages of a prompt", () => {
  const choose = async (maxTokens: number, ...ordinals: number[]): Promise<Passage[]> => {
    const passages = await passagesAt(...ordinals);
    const evidence: Evidence = { passages, further: [], terms: [], corrections: [], confidence: 1 };
    const dependencies = {
      corpus,
      provider: createScriptedProvider([]),
      confidenceThreshold: 0.3,
      newId: () => "id",
      promptPassagesMaxTokens: maxTokens,
    };
    const chosen = await choosePassages(evidence, {}, { language: "en", locale: "en" }, dependencies);
    expect(chosen.isWholeSite).toBe(false);
    return chosen.passages;
  };

  it("stand as they are read where they follow one another, the likeliest pages first", async () => {
    const passages = await choose(330, 9, 3, 7, 2);
    expect(ordinalsOf(passages).slice(0, 3)).toEqual([9, 2, 3]);
    expect(passages.slice(0, 3).map(({ source }) => source.position)).toEqual([1, 4, 2]);
  });

  it("have room for what was found before what belongs to it, and hold to the budget", async () => {
    const two = await choose(170, 2, 9);
    expect(ordinalsOf(two).toSorted()).toEqual([2, 9]);
    expect(ordinalsOf(await choose(85, 2, 9))).toEqual([2]);
  });

  it("are those that were found where sentences are quoted", async () => {
    const passages = await passagesAt(2, 9);
    const evidence: Evidence = { passages, further: [], terms: [], corrections: [], confidence: 1 };
    const provider = createExtractiveProvider();
    const dependencies = { corpus, provider, confidenceThreshold: 0.3, newId: () => "id" };
    const chosen = await choosePassages(evidence, {}, { language: "en", locale: "en" }, dependencies);
    expect(chosen).toEqual({ passages, isWholeSite: false });
  });
});
