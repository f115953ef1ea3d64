import { describe, expect, it } from "vitest";
import {
  languageFoldersOf,
  languageOfName,
  splitLanguageSuffix,
} from "../../../../corpus/generators/language-tags.ts";

describe("languages in names", () => {
  it.each([
    ["de", "de"],
    ["pt-br", "pt-BR"],
    ["zh_CN", "zh-CN"],
    ["zh-hans", "zh-Hans"],
    ["es-419", "es-419"],
    ["go", undefined],
    ["docs", undefined],
    ["ts", undefined],
    ["index", undefined],
  ])("%s is %s", (name, language) => expect(languageOfName(name)).toBe(language));

  it.each([
    ["page.de", { name: "page", language: "de" }],
    ["node.js", { name: "node.js" }],
    ["v1.2", { name: "v1.2" }],
    [".de", { name: ".de" }],
  ])("splits %s", (name, split) => expect(splitLanguageSuffix(name)).toEqual(split));

  it("takes folders for languages where there are several of them, or a region is named", () => {
    expect(languageFoldersOf(["de", "en", "img"])).toEqual(["de", "en"]);
    expect(languageFoldersOf(["it", "hardware"])).toEqual([]);
    expect(languageFoldersOf(["pt-br", "img"])).toEqual(["pt-br"]);
  });
});
