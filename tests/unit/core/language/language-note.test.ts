import { describe, expect, it } from "vitest";
import { languageNote } from "../../../../core/language/language-note.ts";

describe("the note on the language of the pages", () => {
  it.each([
    ["en", /^Our pages are in German\. I could not translate/],
    ["de", /^Unsere Seiten sind auf Deutsch\. Ich konnte die Frage nicht übersetzen/],
    ["es-MX", /^Nuestras páginas están en alemán\. No he podido traducir/],
    ["fr", /^Nos pages sont en allemand\. Je n'ai pas pu traduire/],
    ["it", /^Le nostre pagine sono in tedesco\. Non ho potuto tradurre/],
    ["pt-BR", /^As nossas páginas estão em alemão\. Não consegui traduzir/],
    ["nl", /^Onze pagina's zijn in het Duits\. Ik kon de vraag niet vertalen/],
    ["ja", /^Our pages are in German\./],
  ])("speaks %s", (locale, expected) => {
    expect(languageNote({ questionLanguage: "pl", corpusLanguages: ["de"], locale })).toMatch(expected);
  });

  it("is absent where the pages have the question's language", () => {
    expect(
      languageNote({ questionLanguage: "pt-BR", corpusLanguages: ["en", "pt"], locale: "en" }),
    ).toBeUndefined();
  });

  it("names each language once, and no more than three", () => {
    const note = languageNote({
      questionLanguage: "pl",
      corpusLanguages: ["en-GB", "en-US", "es", "fr", "it"],
      locale: "en",
    });
    expect(note).toContain("English, Spanish, and French.");
  });

  it("is absent where no language of the pages can be named", () => {
    expect(languageNote({ questionLanguage: "en", corpusLanguages: [], locale: "en" })).toBeUndefined();
    expect(
      languageNote({ questionLanguage: "en", corpusLanguages: ["not a language"], locale: "en" }),
    ).toBeUndefined();
  });
});
