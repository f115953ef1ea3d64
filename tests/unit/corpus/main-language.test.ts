import { describe, expect, it } from "vitest";
import { languageOfPage, mainLanguageOf } from "../../../corpus/main-language.ts";
import { paragraph } from "./support/pages.ts";

describe("the language of a page that names none", () => {
  it.each([
    ["هذا الغطاء ساخن جدا", "en", "ar"],
    ["Крышка очень горячая, и её нельзя трогать", "en-GB", "ru"],
    ["ふたがとても熱いです", "de", "ja"],
    ["The lid is hot", "en", "en"],
    // Names of another script are no language.
    ["The shop is called 茶 and sells tea from all over the world", "en", "en"],
    // A language with a script of its own is believed.
    ["هذا الغطاء ساخن جدا", "fa", "fa"],
    ["Press `كوب` to boil a cup of water", "en", "en"],
  ])("%s, supposed to be %s, is %s", (text, supposed, expected) => {
    expect(languageOfPage([paragraph(text)], supposed)).toBe(expected);
  });
});

describe("the language of a page by its small words", () => {
  const GERMAN =
    "Öffnen Sie die Seite Ihres Kontos und klicken Sie auf die Kündigung. Sie gilt bis zum Ende des Monats, ohne dass Sie etwas zahlen.";
  const FRENCH =
    "Vous pouvez retourner un article dans les trente jours après la livraison, avec le bon que vous trouvez dans le colis.";
  const ENGLISH =
    "Open the page of your account and click on the button. It ends with the month, and you pay nothing for it.";

  it.each([
    [GERMAN, "en", "de"],
    [FRENCH, "en", "fr"],
    [ENGLISH, "de", "en"],
    [ENGLISH, "en", "en"],
    [GERMAN, "de-CH", "de-CH"],
    // Too few to tell, and words that several languages have.
    ["Das Konto", "en", "en"],
    ["Installation, Konfiguration, Version", "en", "en"],
    [`${ENGLISH} ${ENGLISH} ${GERMAN}`, "en", "en"],
  ])("%s, supposed to be %s, is %s", (text, supposed, expected) => {
    expect(languageOfPage([paragraph(text)], supposed)).toBe(expected);
  });

  it("is what the owner or the place of the page says, where they do", () => {
    expect(languageOfPage([paragraph(GERMAN)], "en", { isNamed: true })).toBe("en");
  });
});

describe("the language of a corpus", () => {
  const pages = (...counts: [language: string, words: number][]) =>
    counts.map(([language, words]) => ({ language, words }));
  it.each([
    [pages(["ar", 500]), "ar"],
    [pages(["en", 300], ["de", 500]), "en"],
    [pages(["en", 100], ["de", 300], ["de-CH", 200]), "de"],
    [[], "en"],
  ])("is that of most words, where the usual one is hardly there", (list, expected) => {
    expect(mainLanguageOf(list, "en")).toBe(expected);
  });
});
