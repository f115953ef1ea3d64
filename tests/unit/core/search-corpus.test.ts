import { beforeAll, describe, expect, it } from "vitest";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import { MAX_QUERY_TERMS } from "../../../core/search/retriever.ts";
import { searchCorpus } from "../../../core/search/search-corpus.ts";
import { selectDiverse } from "../../../core/search/select-diverse.ts";
import { SKETCHES, openSketch } from "../../support/corpus.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

describe("searching a corpus", () => {
  it("puts the page that is asked for first, with its section and address", async () => {
    const { results, corpusVersion } = await searchCorpus(corpus, { query: "install with npm", limit: 5 });
    expect(results[0]).toMatchObject({
      title: "Installation",
      section: "With npm",
      url: "/install/#with-npm",
      score: 1,
    });
    expect(corpusVersion).toBe(corpus.manifest.corpusVersion);
  });

  it("restricts to a path", async () => {
    const { results, total } = await searchCorpus(corpus, {
      query: "lumen",
      limit: 5,
      filters: { pathPrefix: "/pricing" },
    });
    expect(total).toBe(1);
    expect(results.map(({ url }) => url)).toEqual(["/pricing/"]);
  });

  it("restricts to a language, whatever its region", async () => {
    const filters = { language: "de-AT" };
    expect((await searchCorpus(corpus, { query: "lumen", limit: 5, filters })).total).toBe(0);
    const mixed = await openSketch([
      ...SKETCHES,
      { title: "Preise", language: "de", blocks: ["Lumen ist kostenlos."] },
    ]);
    expect((await searchCorpus(mixed, { query: "lumen", limit: 5, filters })).results[0]?.title).toBe(
      "Preise",
    );
  });

  it.each([
    "a".repeat(5000),
    "word ".repeat(1000),
    "the of and",
    "?!…",
    "+install -npm ~ ^ : * title:x foo:bar a~9",
    "constructor __proto__ toString hasOwnProperty",
    "\u202Eabc\u200B",
    "👍🏽 💥",
    "العربية עברית 中文 ไทย",
    "\uD800 lone",
  ])("answers any text: %j", async (query) => {
    const response = await searchCorpus(corpus, { query, limit: 5 });
    expect(response.results.length).toBeLessThanOrEqual(response.total);
  });

  it("takes operators as plain characters", async () => {
    const plain = await searchCorpus(corpus, { query: "install npm", limit: 5 });
    const operators = await searchCorpus(corpus, { query: "+install -npm*", limit: 5 });
    expect(operators.results).toEqual(plain.results);
  });

  it("looks up a bounded number of words", () => {
    const question = Array.from({ length: 500 }, (_, index) => `word${index}`).join(" ");
    expect(corpus.retriever.retrieve(question, { limit: 3 }).terms).toHaveLength(MAX_QUERY_TERMS);
  });

  it("weighs a rare word more than a frequent one, and an unknown one most", () => {
    const { terms } = corpus.retriever.retrieve("lumen founded zebra", { limit: 3 });
    const [frequent, rare, unknown] = terms.map(({ weight }) => weight) as [number, number, number];
    expect(frequent).toBeLessThan(rare);
    expect(rare).toBeLessThan(unknown);
    expect(terms.map(({ known }) => known)).toEqual([true, true, false]);
  });
});

describe("selecting diverse chunks", () => {
  const ranked = [9, 8, 7, 6, 5].map((score, ordinal) => ({ ordinal, score }));
  const documentOf = (ordinal: number): string => (ordinal < 3 ? "long" : `page-${ordinal}`);

  it("takes no more of one page than allowed while others are left", () => {
    expect(
      selectDiverse(ranked, { limit: 3, perDocument: 1, documentOf }).map(({ ordinal }) => ordinal),
    ).toEqual([0, 3, 4]);
  });

  it("fills free places with what was passed over, by score", () => {
    expect(
      selectDiverse(ranked, { limit: 5, perDocument: 1, documentOf }).map(({ ordinal }) => ordinal),
    ).toEqual([0, 1, 2, 3, 4]);
  });
});
