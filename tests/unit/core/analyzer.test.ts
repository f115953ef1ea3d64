import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../core/search/analyzer.ts";
import { STEMMED_LANGUAGES } from "../../../core/search/languages.ts";

async function terms(text: string, language = "en"): Promise<string[]> {
  return (await createAnalyzer(language)).analyze(text).map(({ term }) => term);
}

describe("the analyzer", () => {
  it("trims, lower-cases, stems and drops stop words", async () => {
    expect(await terms("How do I install the Packages?!")).toEqual(["instal", "packag"]);
  });

  it("keeps an identifier and adds its parts", async () => {
    expect(await terms("getStaticPaths() astro.config.mjs max_bytes")).toEqual([
      "getstaticpath",
      "static",
      "path",
      "astro.config.mj",
      "astro",
      "config",
      "mj",
      "max_byt",
      "max",
      "byte",
    ]);
  });

  it("splits what punctuation glues", async () => {
    expect(await terms("client:load std::vector a/bean-cup key=value")).toEqual([
      "client",
      "load",
      "std",
      "vector",
      "bean",
      "cup",
      "key",
      "valu",
    ]);
  });

  it("keeps a name whose parts say nothing apart, besides its parts", async () => {
    expect(await terms("v-show and a T-cell, client-side")).toEqual([
      "v-show",
      "v",
      "show",
      "t-cell",
      "t",
      "cell",
      "client",
      "side",
    ]);
  });

  it("strips the possessive, whatever the apostrophe", async () => {
    expect(await terms("the user's user’s")).toEqual(["user", "user"]);
  });

  it.each(STEMMED_LANGUAGES.map((language) => [language]))("loads the pipeline of %s", async (language) => {
    const samples: Record<string, string> = { ar: "المكتبات", el: "υπολογιστές", ru: "библиотеки" };
    expect(await terms(samples[language] ?? "installationen", language)).toHaveLength(1);
  });

  it("matches inflected forms in other languages, with and without accents", async () => {
    expect(await terms("páginas", "es")).toEqual(await terms("pagina", "es"));
    expect(await terms("Häuser", "de")).toEqual(await terms("Häusern", "de"));
    expect(await terms("l’installation", "fr")).toEqual(await terms("installations", "fr"));
  });

  it("segments scripts without spaces", async () => {
    expect(await terms("東京に行きたい", "ja")).toContain("東京");
  });

  it("takes plain words of a language it does not know", async () => {
    expect(await terms("Dobrý den", "cs")).toEqual(["dobry", "den"]);
  });

  it.each(["", "   ", "?!…", "+ - ~ ^ : *", "\u200b", "👍🏽", "the of and"])(
    "finds nothing to look for in %j",
    async (text) => {
      expect(await terms(text)).toEqual([]);
    },
  );

  it("ignores words of a length that nobody types", async () => {
    expect(await terms(`${"x".repeat(65)} ok`)).toEqual(["ok"]);
  });

  it("reads text that is made to take long", async () => {
    const analyzer = await createAnalyzer("en");
    for (const unit of ["\u2057", "\u2026", "'", "_", ".", "a.", "\uFDFA"]) {
      // By the square of its length this would outlast the test.
      expect(() => analyzer.analyze(`a${unit.repeat(100_000)}b`), JSON.stringify(unit)).not.toThrow();
    }
  });

  it("remembers the word behind a term", async () => {
    const analyzer = await createAnalyzer("en");
    expect(analyzer.analyze("Packages")).toEqual([{ term: "packag", word: "Packages" }]);
  });
});
