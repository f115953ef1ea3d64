import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { fillerWords } from "../../../../core/search/filler-words.ts";
import { buildPackedIndex } from "../../../../core/search/packed/build-packed-index.ts";
import { openPackedIndex } from "../../../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../../../core/search/packed/packed-retriever.ts";
import { filterOf, isRealWord, knowsRealWords } from "../../../../core/search/packed/real-words.ts";
import type { Retrieval, Retriever } from "../../../../core/search/retriever.ts";

const ENGLISH = await createAnalyzer("en");
const SPANISH = await createAnalyzer("es");

function retrieverOf(bodies: readonly string[], analyzer = ENGLISH): Retriever {
  const index = buildPackedIndex(
    {
      chunks: bodies.map((body, page) => ({ title: `Page ${page}`, headingPath: [], body })),
      documents: bodies.map((_, page) => ({
        title: `Page ${page}`,
        url: `/${page}/`,
        section: "",
        language: analyzer.language,
        firstChunk: page,
      })),
      chunkDocuments: bodies.map((_, page) => page),
    },
    analyzer,
  );
  return createPackedRetriever(openPackedIndex(index), { analyzer, fillers: fillerWords(analyzer.language) });
}

describe("a word that the pages do not have", () => {
  const { retrieve } = retrieverOf([
    "Close the lid safely before you order the parts.",
    "An order is enabled by its owner.",
    "React renders components.",
    "Warsaw is looking at the history of its government.",
    "Install Traffik and Colums from the Dentis shop.",
  ]);
  const corrected = (question: string): string[] =>
    retrieve(question, { limit: 1 }).corrections.map(({ to }) => to);

  it.each([
    ["safety of the lid", "safety"],
    ["older parts", "older"],
    ["cooking history", "cooking"],
    ["unabled owner", "unable"],
    ["preact components", "preact"],
    ["which traffic history", "traffic"],
    ["columns of parts", "columns"],
    ["dentist history", "dentist"],
    ["the sorder of parts", undefined],
  ])("is replaced by no other where it is a word of the language: %s", (question, word) => {
    if (word === undefined) expect(corrected(question)).toEqual(["order"]);
    else expect(corrected(question)).toEqual([]);
  });

  it("is looked up as what may have been meant all the same", () => {
    const { ranked, terms } = retrieve("safety", { limit: 3 });
    expect(ranked.map(({ ordinal }) => ordinal)).toEqual([0]);
    expect(terms).toMatchObject([{ term: "safeti", known: false }]);
  });

  it.each([
    ["a first letter that is wrong", "varsaw", "warsaw"],
    ["a first letter that is missing", "overnment of the city", "government"],
    ["a letter before it", "xenabled", "enabled"],
  ])("is replaced where it is none: %s", (_, question, meant) => {
    expect(corrected(question)).toEqual([meant]);
  });

  it("is replaced where it is somebody's", () => {
    const { corrections, ranked } = retrieve("What is Wrasaw's history?", { limit: 1 });
    expect(corrections).toEqual([{ from: "Wrasaw", to: "warsaw" }]);
    expect(ranked[0]?.ordinal).toBe(3);
  });

  it("is left alone at its first letter where the language has no list", () => {
    const spanish = retrieverOf(["El pedido se entrega mañana.", "La tienda abre el lunes."], SPANISH);
    const found = (question: string): Retrieval => spanish.retrieve(question, { limit: 1 });
    expect(found("medido").corrections).toEqual([]);
    expect(found("pedidp").corrections).toEqual([{ from: "pedidp", to: "pedido" }]);
  });
});

describe("the list of English words", () => {
  const stemOf = (word: string): string => ENGLISH.analyze(word)[0]?.term ?? "";

  it("knows words that visitors use and that resemble others", () => {
    for (const word of "safety older cooking traffic birthday refund adapter colour color trial horse torn preact".split(
      " ",
    )) {
      expect(isRealWord(stemOf(word), "en-GB"), word).toBe(true);
    }
  });

  it("takes few slips of the keyboard for words", () => {
    const letter = (value: number): string => String.fromCharCode(97 + (value % 26));
    const slips = Array.from({ length: 676 }, (_, index) => `qx${letter(index)}z${letter(index / 26)}k`);
    expect(slips.filter((slip) => isRealWord(slip, "en")).length).toBeLessThan(0.015 * slips.length);
  });

  it("is asked for no other language", () => {
    expect(knowsRealWords("de")).toBe(false);
    expect(isRealWord(stemOf("safety"), "de")).toBe(false);
  });

  it("is so small that a Worker can hold it", () => {
    expect(filterOf(new Set(Array.from({ length: 1000 }, (_, index) => `stem${index}`))).length).toBe(1500);
  });
});
