import { describe, expect, it } from "vitest";
import { encodePassages, openPassages } from "../../../core/corpus/passage-file.ts";
import { SKETCHES, sketchChunk } from "../../support/corpus.ts";

const chunks = SKETCHES.map(sketchChunk);

function readAll(text: string, count: number): unknown[] {
  const file = openPassages(new TextEncoder().encode(text));
  return Array.from({ length: count }, (_, line) => file.read(line));
}

describe("a passage file", () => {
  it("is read as it was written, whatever its blocks", () => {
    const dated = chunks.map((chunk) => ({ ...chunk, updatedOn: "2026-01-31", title: "Línea\n\u2028東京" }));
    expect(readAll(encodePassages(chunks), chunks.length)).toEqual(chunks);
    expect(readAll(encodePassages(dated), chunks.length)).toEqual(dated);
  });

  it("parses a passage once, and only when it is asked for", () => {
    const [first = "", ...rest] = encodePassages(chunks).split("\n");
    const file = openPassages(new TextEncoder().encode([first, "{ no JSON", ...rest].join("\n")));
    expect(file.read(0)).toEqual(chunks[0]);
    expect(file.read(0)).toBe(file.read(0));
    expect(file.read(1)).toBeUndefined();
    expect(file.read(2)).toEqual(chunks[1]);
  });

  it.each([-1, chunks.length, Number.NaN])("has no passage %d", (line) => {
    expect(openPassages(new TextEncoder().encode(encodePassages(chunks))).read(line)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["a list", [chunks[0]]],
    ["nothing", null],
    ["a text instead of a chunk", "hello"],
    ["a chunk without blocks", { ...chunks[0], blocks: undefined }],
    ["a number for a title", { ...chunks[0], title: 7 }],
    ["a heading that is no text", { ...chunks[0], headingPath: [null] }],
    ["a date that is none", { ...chunks[0], updatedOn: 20_260_131 }],
    ["a block of an unknown kind", { ...chunks[0], blocks: [{ kind: "video" }] }],
    ["a paragraph without text", { ...chunks[0], blocks: [{ kind: "paragraph" }] }],
    [
      "an id that is none",
      { ...chunks[0], blocks: [{ kind: "paragraph", text: "A", isHeading: true, anchor: 7 }] },
    ],
    ["a list without its order", { ...chunks[0], blocks: [{ kind: "list", items: ["a"] }] }],
    ["code without a language", { ...chunks[0], blocks: [{ kind: "code", code: "a" }] }],
    ["a table of texts", { ...chunks[0], blocks: [{ kind: "table", rows: ["a"] }] }],
  ])("gives no passage where a line holds %s", (_, value) => {
    expect(readAll(`${JSON.stringify(value)}\n`, 1)).toEqual([undefined]);
  });

  it("gives no passage of a line that has no end", () => {
    expect(readAll(JSON.stringify(chunks[0]), 1)).toEqual([undefined]);
  });
});
