import { describe, expect, it } from "vitest";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import { withFurtherPassages } from "../../../../core/answer/find/further-passages.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import { openCorpus } from "../../../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../../../core/corpus/write-corpus.ts";
import { memorySource, sketchChunk } from "../../../support/corpus.ts";
import { sketchTable } from "../../../support/encoder-table.ts";

/** Forty pages speak of a gull; one says what is asked, in no word of the question. */
const SAID_OTHERWISE = 40;
const CHUNKS = [
  ...Array.from({ length: SAID_OTHERWISE }, (_, at) =>
    sketchChunk({
      title: `Page ${at}`,
      headingPath: ["Gull"],
      blocks: [`A gull sits on lock ${at}.`],
    }),
  ),
  sketchChunk({ title: "Harbour", headingPath: ["Sailor"], blocks: ["Anchor the sailor."] }),
];
const question = "moor gull";

async function open(hasEncoder: boolean): Promise<Corpus> {
  const table = await sketchTable([["moor", "anchor"], ["gull", "sailor"], ["lock"], ["page"]]);
  const encoderTable = hasEncoder ? table : undefined;
  return openCorpus(
    memorySource(await encodeCorpus({ site: "docs", language: "en", chunks: CHUNKS, encoderTable })),
  );
}

async function found(corpus: Corpus, count: number): Promise<number[]> {
  const { passages } = await findPassages(corpus, { question }, 6);
  const all = await withFurtherPassages(corpus, passages, { question }, count);
  expect(all.map(({ source }) => source.position)).toEqual(all.map((_, at) => at + 1));
  return all.map(({ ordinal }) => ordinal);
}

describe("further passages", () => {
  it("are the likest in meaning behind the first twenty, each once, though they share no word", async () => {
    const ordinals = await found(await open(true), 30);
    expect(ordinals).toHaveLength(30);
    expect(new Set(ordinals).size).toBe(30);
    expect(ordinals.indexOf(SAID_OTHERWISE)).toBeGreaterThanOrEqual(0);
  });

  it("are the next by the ranking up to twenty, and without an encoder all", async () => {
    expect(await found(await open(true), 20)).not.toContain(SAID_OTHERWISE);
    const byWords = await found(await open(false), 30);
    expect(byWords).toHaveLength(30);
    expect(byWords).not.toContain(SAID_OTHERWISE);
  });

  it("are none where enough was found, or nothing", async () => {
    const corpus = await open(true);
    expect(await found(corpus, 6)).toHaveLength(6);
    expect(await withFurtherPassages(corpus, [], { question }, 30)).toEqual([]);
  });
});

describe("passages of which fewer hold a word of the question than are looked for", () => {
  const openHarbour = async (hasEncoder = true): Promise<Corpus> => {
    const table = await sketchTable([["moor", "anchor"], ["gull", "sailor"], ["lock"], ["page"]]);
    const chunks = CHUNKS.slice(SAID_OTHERWISE - 2);
    const encoderTable = hasEncoder ? table : undefined;
    return openCorpus(
      memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable })),
    );
  };
  const titlesOf = async (asked: string, corpus: Corpus): Promise<[string, number][]> => {
    const { passages } = await findPassages(corpus, { question: asked }, 6);
    expect(passages.map(({ source }) => source.position)).toEqual(passages.map((_, at) => at + 1));
    return passages.map(({ source, relativeScore }) => [source.title, relativeScore]);
  };

  it("are the likest in meaning too, behind those, without a score", async () => {
    const titles = await titlesOf("moor gull", await openHarbour());
    expect(titles.map(([title]) => title)).toEqual(["Page 38", "Page 39", "Harbour"]);
    expect(titles.at(-1)?.[1]).toBe(0);
  });

  it("are those alone where none holds any", async () => {
    expect(await titlesOf("moor", await openHarbour())).toEqual([["Harbour", 0]]);
  });

  it("are no others where nothing is like it, or without an encoder", async () => {
    expect(await titlesOf("zebra", await openHarbour())).toEqual([]);
    expect(await titlesOf("moor", await openHarbour(false))).toEqual([]);
  });
});
