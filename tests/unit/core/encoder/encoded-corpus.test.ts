import { describe, expect, it } from "vitest";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import { rankSections } from "../../../../core/answer/select/answer-sections.ts";
import { rankSentences } from "../../../../core/answer/select/rank-sentences.ts";
import type { EncoderCache } from "../../../../core/corpus/open-encoder.ts";
import { openCorpus, openCorpusOf } from "../../../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../../../core/corpus/write-corpus.ts";
import type { SearchFilters } from "../../../../core/protocol.ts";
import { allFiles } from "../../../../core/corpus/format.ts";
import { type ChunkSketch, memorySource, sketchChunk } from "../../../support/corpus.ts";
import { sketchTable } from "../../../support/encoder-table.ts";

/** "Close" and "membership" mean "cancel" and "subscription" to this encoder alone; words find only the other page. */
const table = await sketchTable([
  ["close", "cancel", "end"],
  ["membership", "subscription"],
  ["door", "lock"],
  ["noise", "hinge"],
]);

const PAGES: ChunkSketch[] = [
  {
    title: "Doors",
    headingPath: ["Close"],
    blocks: ["Close the door by the lock. It has a hinge for the noise."],
  },
  {
    title: "Billing",
    headingPath: ["Subscription"],
    blocks: ["Cancel the subscription; you can close the page then."],
  },
  { title: "Garden", headingPath: ["Trees"], blocks: ["Apples grow on trees."] },
];

function build(change: Partial<Parameters<typeof encodeCorpus>[0]> = {}): Promise<EncodedCorpus> {
  const chunks = PAGES.map(sketchChunk);
  return encodeCorpus({ site: "docs", language: "en", chunks, encoderTable: table, ...change });
}

describe("a corpus with an encoder", () => {
  it("names the table among its files", async () => {
    const { manifest, files } = await build();
    expect(manifest.encoder).toMatchObject({ bytes: table.length });
    expect(allFiles(manifest).map(({ name }) => name)).toContain(manifest.encoder?.name);
    expect(files.get(manifest.encoder?.name ?? "")).toEqual(table);
  });

  it("ranks what means what was asked first", async () => {
    const question = "close my membership";
    const first = async (encoded: EncodedCorpus): Promise<number | undefined> => {
      const corpus = await openCorpus(memorySource(encoded));
      return corpus.retriever.retrieve(question, { limit: 3 }).ranked[0]?.ordinal;
    };
    expect(await first(await build({ encoderTable: undefined }))).toBe(0);
    expect(await first(await build())).toBe(1);
  });

  it("names the chunks that are likest in meaning, whatever words they share, of those that pass", async () => {
    const corpus = await openCorpus(memorySource(await build()));
    const likest = (count: number, filters?: SearchFilters): number[] | undefined =>
      corpus.retriever.retrieve("end membership", { limit: 3, filters }).likestChunks?.(count);
    expect(likest(1)).toEqual([1]);
    expect(likest(2)).toEqual([1, 0]);
    expect(likest(9)).toHaveLength(3);
    expect(likest(9, { pathPrefix: "/doors" })).toEqual([0]);
    const byWords = await openCorpus(memorySource(await build({ encoderTable: undefined })));
    expect(byWords.retriever.retrieve("end membership", { limit: 3 }).likestChunks).toBeUndefined();
  });

  it.each<[string, Partial<Parameters<typeof encodeCorpus>[0]>]>([
    ["is of another language", { language: "de" }],
    ["has no sections", { chunks: PAGES.map((page) => sketchChunk({ ...page, headingPath: [] })) }],
    ["has a Lunr index", { indexFormat: "lunr" }],
    ["is empty", { chunks: [] }],
  ])("has none, and the bytes of one built without, where it %s", async (_, change) => {
    const encoded = await build(change);
    expect(encoded.manifest.encoder).toBeUndefined();
    expect(encoded).toEqual(await build({ ...change, encoderTable: undefined }));
  });

  it("has another version with another table", async () => {
    const other = await sketchTable([["close"], ["membership"]]);
    const versions = [
      await build(),
      await build({ encoderTable: other }),
      await build({ encoderTable: undefined }),
    ];
    expect(new Set(versions.map(({ manifest }) => manifest.corpusVersion)).size).toBe(3);
  });
});

describe("the sections of a corpus with an encoder", () => {
  it("are told apart by what they mean, where their words say the same", async () => {
    const blocks = (texts: string[]): ChunkSketch["blocks"] =>
      texts.flatMap((text, at) => [
        { kind: "paragraph", text: `Part ${at + 1}`, isHeading: true, depth: 1 } as const,
        text,
      ]);
    const page: ChunkSketch = {
      title: "Lumen",
      blocks: blocks([
        "You close it by the lock and the hinge.",
        "You close it by an end of the subscription.",
      ]),
    };
    const question = "how do I close my membership";
    const best = async (encoderTable: Uint8Array | undefined): Promise<string | undefined> => {
      const chunks = [sketchChunk(page)];
      const corpus = await openCorpus(
        memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable })),
      );
      const { passages, terms } = await findPassages(corpus, { question }, 6);
      const { terms: termsOf } = corpus.retriever;
      const sentences = rankSentences({ question, passages, terms, termsOf });
      return rankSections({ passages, sentences, termsOf })[0]?.heading;
    };
    expect(await best(undefined)).toBe("Part 1");
    expect(await best(table)).toBe("Part 2");
  });
});

describe("a corpus whose encoder cannot be used", () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array | undefined, RegExp]>([
    ["is missing", () => undefined, /encoder-[0-9a-f]{16}\.bin is missing/],
    ["is cut off", (bytes) => bytes.slice(0, 40), /does not match its hash/],
    [
      "is damaged",
      (bytes) => bytes.map((byte, at) => (at === 90 ? byte ^ 1 : byte)),
      /does not match its hash/,
    ],
  ])("answers by words alone where the table %s, and says so", async (_, damage, reason) => {
    const encoded = await build();
    const files = new Map(encoded.files);
    const name = encoded.manifest.encoder?.name ?? "";
    const bytes = damage(files.get(name) ?? new Uint8Array());
    if (bytes === undefined) files.delete(name);
    else files.set(name, bytes);
    const corpus = await openCorpus(memorySource({ ...encoded, files }));
    expect(corpus.encoderProblem).toMatch(reason);
    expect(corpus.retriever.retrieve("close the door", { limit: 3 }).ranked[0]?.ordinal).toBe(0);
  });

  it("answers by words alone where the table is of another version", async () => {
    const newer = table.slice();
    newer[4] = 2;
    const encoded = await build();
    const { encoder } = (await build()).manifest;
    const sha256 = [...new Uint8Array(await crypto.subtle.digest("SHA-256", newer))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
    const name = encoder?.name ?? "";
    const manifest = { ...encoded.manifest, encoder: { name, bytes: newer.length, sha256 } };
    const files = new Map(encoded.files).set(name, newer);
    const corpus = await openCorpus(memorySource({ manifest, files }));
    expect(corpus.encoderProblem).toContain("has version 2, and this version reads 1");
    expect(corpus.retriever.retrieve("close", { limit: 3 }).ranked).not.toEqual([]);
  });

  it("does not hide that the store fails", async () => {
    const { manifest, files } = await build();
    const source = {
      readFile: (name: string) =>
        name === manifest.encoder?.name
          ? Promise.reject(new Error("the store is down"))
          : Promise.resolve(files.get(name)),
    };
    await expect(openCorpusOf(manifest, source)).rejects.toThrow("the store is down");
  });
});

describe("corpora that were built with one encoder", () => {
  it("read its table once", async () => {
    const { manifest, files } = await build();
    const read: string[] = [];
    const source = {
      readFile: (name: string) => {
        read.push(name);
        return Promise.resolve(files.get(name));
      },
    };
    const encoders: EncoderCache = new Map();
    for (let time = 0; time < 3; time++) await openCorpusOf(manifest, source, encoders);
    expect(read.filter((name) => name === manifest.encoder?.name)).toHaveLength(1);
    expect(encoders.size).toBe(1);
  });
});
