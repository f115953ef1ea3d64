import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { fillerWords } from "../../../../core/search/filler-words.ts";
import { buildPackedIndex } from "../../../../core/search/packed/build-packed-index.ts";
import { openPackedIndex } from "../../../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../../../core/search/packed/packed-retriever.ts";

const analyzer = await createAnalyzer("en");

function search(pages: Record<string, string>): (text: string, isLastWordOpen?: boolean) => string[] {
  const titles = Object.keys(pages);
  const index = buildPackedIndex(
    {
      chunks: titles.map((title) => ({ title, headingPath: [], body: pages[title]! })),
      documents: titles.map((title, page) => ({
        title,
        url: `/${page}/`,
        section: "",
        language: "en",
        firstChunk: page,
      })),
      chunkDocuments: titles.map((_, page) => page),
    },
    analyzer,
  );
  const { retrieve } = createPackedRetriever(openPackedIndex(index), {
    analyzer,
    fillers: fillerWords("en"),
  });
  return (text, isLastWordOpen = true) =>
    retrieve(text, { limit: 9, isLastWordOpen }).ranked.map(({ ordinal }) => titles[ordinal]!);
}

describe("a text that is still being typed", () => {
  const find = search({
    Installation: "How the kettle is installed on a wall.",
    Consent: "The visitor gives consent before anything is kept.",
    Words: "How a page becomes words.",
    WordPress: "The plugin for WordPress puts the kettle into each page.",
    Opening: "The shop opens at nine on each day of the week.",
  });

  it("is found by words that begin as its last one does", () => {
    expect(find("inst")).toEqual(["Installation"]);
    expect(find("kettle on a wa")[0]).toBe("Installation");
    expect(find("visitor cons")).toEqual(["Consent"]);
    expect(find("ope")).toEqual(["Opening"]);
  });

  it("keeps what is whole already before what it may become", () => {
    expect(find("word")).toEqual(["Words", "WordPress"]);
    expect(find("wordp")).toEqual(["WordPress"]);
  });

  it("is completed in the company of its other words", () => {
    const both = search({
      "Consent banner": "The banner asks a visitor for consent.",
      "Consoles": "A console for those who own many consoles, in the console room.",
      "Console": "The console shows what was asked.",
    });
    expect(both("visitor banner cons")[0]).toBe("Consent banner");
  });

  it("has no open word after a space, in a single letter, or without being typed", () => {
    for (const text of ["inst ", "i", "inst?", ""]) expect(find(text), text).toEqual([]);
    expect(find("inst", false)).toEqual([]);
  });
});
