import { describe, expect, it } from "vitest";
import { splitCompound } from "../../../../core/language/compounds.ts";

const known =
  (...words: string[]) =>
  (part: string): boolean =>
    words.includes(part);

describe("a word that is put together of others", () => {
  it.each([
    ["de", "kinderermäßigung", ["kinder", "ermäßigung"]],
    ["de", "terminabsage", ["termin", "absage"]],
    ["de", "eintrittspreis", ["eintritt", "preis"]],
    ["nl", "huurprijs", ["huur", "prijs"]],
    ["nl", "verjaardagstaart", ["verjaardag", "taart"]],
  ] as const)("falls into its parts, without what links them: %s %s", (language, word, parts) => {
    expect(splitCompound(word, language, known(...parts))).toEqual(parts);
  });

  it("ends in the longest word that it can", () => {
    expect(
      splitCompound("parkplatzgebühr", "de", known("park", "parkplatz", "platzgebühr", "gebühr")),
    ).toEqual(["park", "platzgebühr"]);
  });

  it.each([
    ["en", "doghouse", ["dog", "house"]],
    ["fr", "portefeuille", ["porte", "feuille"]],
    ["de", "terminwunsch", ["termin"]],
    ["de", "teeei", ["tee", "ei"]],
    ["de", "", [""]],
    ["de", `${"haus".repeat(20)}tür`, ["haus", "tür", "haus".repeat(20)]],
  ] as const)(
    "is one word where the language puts none together, a part is none, or it is data: %s %s",
    (language, word, parts) => {
      expect(splitCompound(word, language, known(...parts))).toBeUndefined();
    },
  );
});
