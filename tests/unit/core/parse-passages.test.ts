import { describe, expect, it } from "vitest";
import { parsePassages } from "../../../core/corpus/parse-passages.ts";
import { SKETCHES, sketchChunk } from "../../support/corpus.ts";

const chunks = SKETCHES.map(sketchChunk);

describe("a passage file", () => {
  it("is read as it was written, whatever its blocks", () => {
    const dated = chunks.map((chunk) => ({ ...chunk, updatedOn: "2026-01-31" }));
    expect(parsePassages(JSON.stringify(chunks))).toEqual(chunks);
    expect(parsePassages(JSON.stringify(dated))).toEqual(dated);
    expect(parsePassages("[]")).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no list", {}],
    ["nothing", null],
    ["a text instead of a chunk", ["hello"]],
    ["a chunk without blocks", [{ ...chunks[0], blocks: undefined }]],
    ["a number for a title", [{ ...chunks[0], title: 7 }]],
    ["a heading that is no text", [{ ...chunks[0], headingPath: [null] }]],
    ["a date that is none", [{ ...chunks[0], updatedOn: 20_260_131 }]],
    ["a block of an unknown kind", [{ ...chunks[0], blocks: [{ kind: "video" }] }]],
    ["a paragraph without text", [{ ...chunks[0], blocks: [{ kind: "paragraph" }] }]],
    ["a list without its order", [{ ...chunks[0], blocks: [{ kind: "list", items: ["a"] }] }]],
    ["code without a language", [{ ...chunks[0], blocks: [{ kind: "code", code: "a" }] }]],
    ["a table of texts", [{ ...chunks[0], blocks: [{ kind: "table", rows: ["a"] }] }]],
  ])("is refused where it holds %s", (_, value) => {
    expect(parsePassages(JSON.stringify(value))).toBeUndefined();
  });

  it("is refused where it is no JSON", () => {
    expect(parsePassages('[{"id":')).toBeUndefined();
  });
});
