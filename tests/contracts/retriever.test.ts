import { describe, expect, it } from "vitest";
import { INDEX_FORMATS } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { SKETCHES, memorySource, sketchChunk } from "../support/corpus.ts";
import { testRetriever } from "./retriever.ts";

for (const format of INDEX_FORMATS) testRetriever(format);

describe("the two formats of an index", () => {
  it("have the same candidates for the same question", async () => {
    const chunks = SKETCHES.map(sketchChunk);
    const [packed, lunr] = await Promise.all(
      INDEX_FORMATS.map(async (indexFormat) =>
        openCorpus(memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, indexFormat }))),
      ),
    );
    const words = ["lumen", "install", "npm", "deploy", "price", "founded", "team", "2019", "the", "zebras"];
    for (const first of words) {
      for (const second of words) {
        const [one, other] = [packed, lunr].map((corpus) =>
          corpus?.retriever.retrieve(`${first} ${second}`, { limit: 50 }),
        );
        const ordinals = (retrieval: typeof one): number[] =>
          (retrieval?.ranked ?? []).map(({ ordinal }) => ordinal).sort((a, b) => a - b);
        expect(ordinals(one)).toEqual(ordinals(other));
        expect(one?.total).toBe(other?.total);
      }
    }
  });
});
