import { beforeAll, describe, expect, test } from "vitest";
import type { CorpusFileSource } from "../../core/corpus/corpus.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../core/corpus/write-corpus.ts";
import { SKETCHES, sketchChunk } from "../support/corpus.ts";

/** The ways in which a source may hold a corpus. */
export interface CorpusFileSourceSubject {
  /** Holds the corpus as it was published. */
  published: CorpusFileSource;
  /** Where nothing was ever published. */
  empty: CorpusFileSource;
}

/** What opening a corpus relies on in every source of its files. */
export function testCorpusFileSource(
  name: string,
  create: (corpus: EncodedCorpus) => CorpusFileSourceSubject | Promise<CorpusFileSourceSubject>,
): void {
  describe(`${name} as a source of corpus files`, () => {
    let corpus: EncodedCorpus;
    let subject: CorpusFileSourceSubject;
    beforeAll(async () => {
      corpus = await encodeCorpus({ site: "docs", language: "en", chunks: SKETCHES.map(sketchChunk) });
      subject = await create(corpus);
    });

    test("reads the manifest as it was written", async () => {
      expect(await subject.published.readManifest()).toEqual(corpus.manifest);
    });

    test("reads every file byte for byte", async () => {
      for (const [file, bytes] of corpus.files) {
        expect(await subject.published.readFile(file)).toEqual(bytes);
      }
    });

    test("has no manifest where nothing is published", async () => {
      expect(await subject.empty.readManifest()).toBeUndefined();
    });

    test("has no file under a name that was never written", async () => {
      expect(await subject.published.readFile("index-0000000000000000.json")).toBeUndefined();
      expect(await subject.empty.readFile(corpus.manifest.index.name)).toBeUndefined();
    });

    test("opens as a corpus that can be searched", async () => {
      const opened = await openCorpus(subject.published);
      const { ranked } = opened.retriever.retrieve("Who founded Lumen?", { limit: 1 });
      const [chunk] = await opened.readChunks(ranked.map(({ ordinal }) => ordinal));
      expect(chunk?.title).toBe("History");
    });
  });
}
