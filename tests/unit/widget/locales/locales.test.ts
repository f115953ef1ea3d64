import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { directionOf } from "../../../../widget/locales/direction.ts";
import { loadLocale } from "../../../../widget/locales/load-locale.ts";
import { LOCALES, matchLocale } from "../../../../widget/locales/match-locale.ts";
import { SEARCH_ENGLISH } from "../../../../widget/search/search-strings.ts";
import { ENGLISH } from "../../../../widget/strings.ts";

type Said = Record<string, unknown>;

/** Every sentence by its path; a function is asked for counts of every plural category, and for words. */
function sentencesOf(strings: Said, path = ""): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of Object.entries(strings)) {
    const at = path === "" ? name : `${path}.${name}`;
    if (typeof value === "string") all.set(at, [value]);
    else if (typeof value === "function") {
      const say = value as (...parameters: unknown[]) => string;
      const isOfWords = /^(ask|searchedFor|rename|remove)$/.test(name);
      const given = isOfWords ? ["kettle"] : [0, 1, 2, 3, 5, 11, 21, 100, 1000];
      all.set(
        at,
        given.map((one) => say(one, "kettle")),
      );
    } else for (const [inner, texts] of sentencesOf(value as Said, at)) all.set(inner, texts);
  }
  return all;
}

describe.each(LOCALES)("the panel in %s", async (locale) => {
  const loaded = (await loadLocale(locale))!;
  const said = sentencesOf({ ...loaded.strings, search: loaded.searchStrings });
  const english = sentencesOf({ ...ENGLISH, search: SEARCH_ENGLISH });

  it("says all that it says in English, and nothing else", () => {
    expect([...said.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("leaves no place for a number or a word unfilled, in any plural", () => {
    for (const [name, texts] of said) {
      for (const text of texts) expect(text.trim(), name).not.toMatch(/^$|#|@|undefined|NaN/);
    }
    for (const name of ["searchedFor", "source", "search.ask"]) {
      for (const text of said.get(name)!) expect(text, name).toContain("kettle");
    }
  });

  it("is hardly ever in English", () => {
    const same = [...said].filter(([name, texts]) => texts.join() === english.get(name)!.join());
    // Some languages have the word "Code", "Stop" or "Sources" too.
    expect(same.length).toBeLessThan(6);
  });

  it("has no exclamation marks", () => {
    for (const texts of said.values()) expect(texts.join(" ")).not.toMatch(/[!！¡]/);
  });
});

describe("the language of the panel", () => {
  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["DE", "de"],
    ["pt-BR", "pt"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-TW", undefined],
    ["zh-Hant", undefined],
    ["iw", "he"],
    ["ar-EG", "ar"],
    ["sr-Latn", undefined],
    ["en-GB", undefined],
    ["fa", undefined],
    ["no such tag", undefined],
    ["", undefined],
  ])("for %j is %j", (tag, locale) => expect(matchLocale(tag)).toBe(locale));

  it.each([
    ["ar", "rtl"],
    ["he-IL", "rtl"],
    ["fa", "rtl"],
    ["ur-Latn", "ltr"],
    ["az-Arab", "rtl"],
    ["ja", "ltr"],
    ["?", "ltr"],
  ])("%s is written %s", (tag, direction) => expect(directionOf(tag)).toBe(direction));
});

describe("each sentence", () => {
  it("is said somewhere", () => {
    const code = readdirSync("widget", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !/locales|strings\.ts$/.test(path))
      .map((path) => readFileSync(`widget/${path}`, "utf8"))
      .join("\n");
    // A stage is worded by its name in the protocol.
    const stages = ["searching", "reading", "writing", "verifying"];
    const unused = [...Object.keys(ENGLISH), ...Object.keys(SEARCH_ENGLISH)].filter(
      (name) => !stages.includes(name) && !new RegExp(`\\b${name}\\b`).test(code),
    );
    expect(unused).toEqual([]);
  });
});
