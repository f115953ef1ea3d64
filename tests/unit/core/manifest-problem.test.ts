import { beforeAll, describe, expect, it } from "vitest";
import type { CorpusManifest } from "../../../core/corpus/format.ts";
import { manifestProblem } from "../../../core/corpus/manifest-problem.ts";
import { encodeCorpus } from "../../../core/corpus/write-corpus.ts";
import { SKETCHES, sketchChunk } from "../../support/corpus.ts";

let packed: CorpusManifest;
let lunr: CorpusManifest;

beforeAll(async () => {
  const input = { site: "docs", language: "en", chunks: SKETCHES.map(sketchChunk) };
  packed = (await encodeCorpus(input)).manifest;
  lunr = (await encodeCorpus({ ...input, indexFormat: "lunr" })).manifest;
});

describe("a manifest", () => {
  it("has no problem as it was written, with all that it may hold besides, and with fields of later versions", () => {
    const { name, bytes, sha256 } = packed.index;
    const vectors = { name, bytes, sha256, model: "m", dimensions: 256 };
    for (const manifest of [
      packed,
      lunr,
      { ...packed, vectors, preparedAnswers: 3, starters: ["How do I install it?"] },
      { ...packed, starters: [], passages: [] },
      { ...packed, addedLater: true },
    ]) {
      expect(manifestProblem(JSON.parse(JSON.stringify(manifest)))).toBeUndefined();
    }
  });

  it.each<[keyof CorpusManifest, unknown[]]>([
    ["formatVersion", [1, "3", undefined]],
    ["site", ["", "Docs", "../x", "a".repeat(64), 7]],
    ["language", ["", "e", "en US!", null]],
    ["corpusVersion", ["", "0123456789ABCDEF", 1]],
    ["documentCount", [-1, 1.5, "4", Number.NaN, 2 ** 60]],
    ["chunkCount", [-1, undefined]],
    ["index", [undefined, null, {}, [], "index.bin"]],
    ["catalogue", [null, {}, "catalogue.json"]],
    ["vectors", [null, {}]],
    ["preparedAnswers", [-1, "3", null]],
    ["starters", ["Why?", [""], ["x".repeat(301)], Array.from({ length: 100 }, () => "Why?")]],
    ["passages", [undefined, {}, [null], [{}], "passages"]],
  ])("names the field where %s is wrong", (field, values) => {
    for (const value of values) {
      expect(manifestProblem({ ...packed, [field]: value })).toContain(`"${field}"`);
    }
  });

  it.each([
    { name: "../secret" },
    { name: "a".repeat(101) },
    { name: "" },
    { bytes: -1 },
    { bytes: "7" },
    { sha256: "0".repeat(63) },
    { sha256: "Z".repeat(64) },
  ])("names the field of a file with %o", (change) => {
    const [first] = packed.passages;
    expect(manifestProblem({ ...packed, index: { ...packed.index, ...change } })).toContain('"index"');
    expect(manifestProblem({ ...packed, passages: [first, { ...first, ...change }] })).toContain(
      '"passages"',
    );
    expect(manifestProblem({ ...lunr, catalogue: { ...lunr.catalogue, ...change } })).toContain(
      '"catalogue"',
    );
  });

  it("names vectors without a model or dimensions, and an index of an unknown format", () => {
    const vectors = { ...packed.index, model: "m", dimensions: 256 };
    for (const change of [{ model: "" }, { dimensions: 0 }, { dimensions: undefined }]) {
      expect(manifestProblem({ ...packed, vectors: { ...vectors, ...change } })).toContain('"vectors"');
    }
    expect(manifestProblem({ ...packed, index: { ...packed.index, format: "zip" } })).toContain('"index"');
  });

  it("has a catalogue with Lunr's index, and only there", () => {
    expect(manifestProblem({ ...lunr, catalogue: undefined })).toMatch(/catalogue/);
    expect(manifestProblem({ ...packed, catalogue: lunr.catalogue })).toMatch(/catalogue/);
  });

  it.each([undefined, null, 7, "manifest", [], {}])("is not %j", (value) => {
    expect(manifestProblem(value)).toContain("formatVersion");
  });
});
