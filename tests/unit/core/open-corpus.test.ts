import { beforeAll, describe, expect, it } from "vitest";
import type { CorpusFileSource } from "../../../core/corpus/corpus.ts";
import { PASSAGES_PER_FILE } from "../../../core/corpus/format.ts";
import { CorpusError, KEPT_PASSAGE_BYTES, openCorpus } from "../../../core/corpus/open-corpus.ts";
import { sha256Hex } from "../../../core/corpus/hash.ts";
import { encodeCorpus, type EncodedCorpus } from "../../../core/corpus/write-corpus.ts";
import { SKETCHES, memorySource, sketchChunk } from "../../support/corpus.ts";

const input = { site: "docs", language: "en", chunks: SKETCHES.map(sketchChunk) };
let encoded: EncodedCorpus;

beforeAll(async () => {
  encoded = await encodeCorpus(input);
});

async function problemOf(source: CorpusFileSource): Promise<unknown> {
  return openCorpus(source).then(
    () => "opened",
    (error: unknown) => (error instanceof CorpusError ? error.problem : error),
  );
}

describe("a corpus artefact", () => {
  it("has the same bytes for the same chunks", async () => {
    const again = await encodeCorpus(structuredClone(input));
    expect(again.manifest).toEqual(encoded.manifest);
    expect([...again.files]).toEqual([...encoded.files]);
  });

  it("has another version for another text, site or language", async () => {
    const versions = await Promise.all(
      [
        { ...input, chunks: input.chunks.slice(1) },
        { ...input, site: "other" },
        { ...input, language: "de" },
      ].map(async (changed) => (await encodeCorpus(changed)).manifest.corpusVersion),
    );
    expect(new Set([...versions, encoded.manifest.corpusVersion]).size).toBe(4);
  });

  it("counts pages by their address and gives chunks back as they were", async () => {
    const corpus = await openCorpus(memorySource(encoded));
    expect(corpus.manifest).toMatchObject({ documentCount: 4, chunkCount: 5 });
    expect(corpus.documentOf(1)).toEqual({ url: "/install/", title: "Installation", language: "en" });
    expect(await corpus.readChunks([4, 0])).toEqual([input.chunks[4], input.chunks[0]]);
  });

  it("reads only the passage files that are asked for, and each once", async () => {
    const chunks = Array.from({ length: PASSAGES_PER_FILE * 3 }, (_, ordinal) =>
      sketchChunk({ title: `Page ${ordinal}`, blocks: [`Word${ordinal} and more.`] }, ordinal),
    );
    const large = await encodeCorpus({ ...input, chunks });
    const source = memorySource(large);
    const read: string[] = [];
    const corpus = await openCorpus({
      ...source,
      readFile: (name) => (read.push(name), source.readFile(name)),
    });
    read.length = 0;
    await corpus.readChunks([PASSAGES_PER_FILE, PASSAGES_PER_FILE + 1]);
    await corpus.readChunks([PASSAGES_PER_FILE + 2]);
    expect(read).toEqual([large.manifest.passages[1]?.name]);
  });

  it("keeps the passage files that were read last, up to so many bytes", async () => {
    // Three files, of which two are kept.
    const blocks = ["x".repeat(Math.ceil(KEPT_PASSAGE_BYTES / PASSAGES_PER_FILE / 2.5))];
    const chunks = Array.from({ length: PASSAGES_PER_FILE * 3 }, (_, ordinal) =>
      sketchChunk({ title: `Page ${ordinal}`, blocks }, ordinal),
    );
    const large = await encodeCorpus({ ...input, chunks });
    const source = memorySource(large);
    const read: (number | undefined)[] = [];
    const corpus = await openCorpus({
      ...source,
      readFile: (name) => {
        read.push(large.manifest.passages.findIndex((file) => file.name === name));
        return source.readFile(name);
      },
    });
    read.length = 0;
    for (const file of [0, 1, 0, 2, 0, 1]) await corpus.readChunks([file * PASSAGES_PER_FILE]);
    expect(read).toEqual([0, 1, 2, 1]);
  });

  it("tries a passage file again after a failure", async () => {
    const source = memorySource(encoded);
    let failures = 1;
    const corpus = await openCorpus({
      ...source,
      readFile: (name) =>
        name.startsWith("passages") && failures-- > 0
          ? Promise.reject(new Error("offline"))
          : source.readFile(name),
    });
    await expect(corpus.readChunks([0])).rejects.toThrow("offline");
    await expect(corpus.readChunks([0])).resolves.toHaveLength(1);
  });

  it("has no chunk beyond its last", async () => {
    const corpus = await openCorpus(memorySource(encoded));
    await expect(corpus.readChunks([99])).rejects.toThrow(RangeError);
    expect(() => corpus.documentOf(99)).toThrow(RangeError);
  });

  it("opens when it is empty, and finds nothing", async () => {
    const empty = await openCorpus(memorySource(await encodeCorpus({ ...input, chunks: [] })));
    expect(empty.retriever.retrieve("anything", { limit: 5 })).toMatchObject({ total: 0, ranked: [] });
  });
});

describe("opening a corpus refuses, with the reason,", () => {
  it("a place where nothing is published", async () => {
    expect(
      await problemOf({ ...memorySource(encoded), readManifest: () => Promise.resolve(undefined) }),
    ).toEqual({
      reason: "not-published",
    });
  });

  it("a manifest of another format", async () => {
    const readManifest = () => Promise.resolve({ ...encoded.manifest, formatVersion: 99 });
    expect(await problemOf({ ...memorySource(encoded), readManifest })).toEqual({
      reason: "format-unsupported",
      found: 99,
      supported: 3,
    });
  });

  it.each([
    ["a text", "hello"],
    ["a list", []],
    ["a missing field", { formatVersion: 3 }],
    ["a hostile file name", "traversal"],
  ])("a manifest that is %s", async (_name, value) => {
    const manifest =
      value === "traversal"
        ? { ...encoded.manifest, index: { ...encoded.manifest.index, name: "../../secret" } }
        : value;
    expect(
      await problemOf({ ...memorySource(encoded), readManifest: () => Promise.resolve(manifest) }),
    ).toMatchObject({
      reason: "manifest-invalid",
    });
  });

  it.each<[string, (encoded: EncodedCorpus) => object]>([
    ["fewer passages than the catalogue has", () => ({ chunkCount: 0, passages: [] })],
    ["no passage files", () => ({ passages: [] })],
    ["another number of pages", () => ({ documentCount: 99 })],
    ["a language that is none", () => ({ language: "en US!" })],
  ])("files that do not belong together: %s", async (_name, change) => {
    const manifest = { ...encoded.manifest, ...change(encoded) };
    expect(
      await problemOf({ ...memorySource(encoded), readManifest: () => Promise.resolve(manifest) }),
    ).toMatchObject({
      reason: "manifest-invalid",
    });
  });

  it("a file that is no index, though its hash is right", async () => {
    for (const content of ["{}", "null", "[]"]) {
      const bytes = new TextEncoder().encode(content);
      const sha256 = await sha256Hex(bytes);
      const index = { format: "packed" as const, name: "index-0.bin", bytes: bytes.length, sha256 };
      const files = new Map(encoded.files).set(index.name, bytes);
      const source = memorySource({ manifest: { ...encoded.manifest, index }, files });
      expect(await problemOf(source)).toMatchObject({ reason: "file-corrupt", file: "index-0.bin" });
    }
  });

  it("a missing file", async () => {
    const name = encoded.manifest.index.name;
    const files = new Map(encoded.files);
    files.delete(name);
    expect(await problemOf(memorySource({ ...encoded, files }))).toEqual({
      reason: "file-missing",
      file: name,
    });
  });

  it("a file with one bit flipped, wherever it is", async () => {
    const lunr = await encodeCorpus({ ...input, indexFormat: "lunr" });
    for (const [corpus, name] of [
      [encoded, encoded.manifest.index.name],
      [lunr, lunr.manifest.index.name],
      [lunr, lunr.manifest.catalogue?.name ?? ""],
    ] as const) {
      const original = corpus.files.get(name) as Uint8Array;
      for (const at of [0, Math.floor(original.length / 2), original.length - 1]) {
        const damaged = Uint8Array.from(original);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        const files = new Map(corpus.files).set(name, damaged);
        expect(await problemOf(memorySource({ ...corpus, files }))).toMatchObject({
          reason: "file-corrupt",
          file: name,
        });
      }
    }
  });

  it("a truncated passage file, when it is read", async () => {
    const name = encoded.manifest.passages[0]?.name ?? "";
    const files = new Map(encoded.files).set(name, (encoded.files.get(name) as Uint8Array).slice(0, -1));
    const corpus = await openCorpus(memorySource({ ...encoded, files }));
    await expect(corpus.readChunks([0])).rejects.toThrow(/damaged.*Build and publish/);
  });
});
