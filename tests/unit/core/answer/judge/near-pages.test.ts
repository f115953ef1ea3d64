import { describe, expect, it } from "vitest";
import { isNearPages, type NearPagesInput } from "../../../../../core/answer/judge/near-pages.ts";
import { sketchPassages, termOf, wordsOf } from "../section-sketch.ts";

const passages = sketchPassages([
  { title: "Watches", heading: "Pair a watch", blocks: ["Open the app and hold the watch beside it."] },
  { title: "Alarms", heading: "Set an alarm", blocks: ["An alarm rings on the phone."] },
]);
const unknown = (word: string, weight = 1) => termOf(word, { known: false, weight });

function isNear(evidence: Partial<NearPagesInput["evidence"]>): boolean {
  return isNearPages({ evidence: { confidence: 0.1, terms: [], ...evidence }, passages, termsOf: wordsOf });
}

describe("a question is near the pages", () => {
  it("where they know a good part of its words", () => {
    expect(isNear({ terms: [termOf("watch"), termOf("app"), unknown("garmin")] })).toBe(true);
  });

  it.each([
    [
      "hardly a word is known",
      [unknown("hippopotamus"), unknown("vaccine"), unknown("measles"), termOf("app")],
    ],
    ["no word is", [unknown("hippopotamus")]],
    ["there is no word", []],
  ])("not where %s", (_, terms) => {
    expect(isNear({ terms })).toBe(false);
  });

  it("not where the one word that it is about is missing", () => {
    const terms = [unknown("garmin", 6), termOf("watch", { weight: 3 })];
    expect(isNear({ terms })).toBe(false);
    // Known on the site, though not where the rest of it stands.
    const elsewhere = [
      termOf("alarm", { weight: 6 }),
      termOf("watch", { weight: 1 }),
      termOf("app", { weight: 1 }),
    ];
    expect(isNear({ terms: elsewhere })).toBe(true);
    expect(isNear({ terms: [termOf("keyboard", { weight: 6 }), termOf("watch", { weight: 3 })] })).toBe(
      false,
    );
  });

  it("also by what people say for its words", () => {
    const terms = [
      termOf("timepiece", { known: false, weight: 6, synonyms: ["watch"] }),
      unknown("garmin", 3),
    ];
    expect(isNear({ terms })).toBe(true);
  });

  it("not where the confidence is next to nothing, or none", () => {
    const terms = [termOf("watch"), termOf("app")];
    expect(isNear({ terms, confidence: 0.019 })).toBe(false);
    expect(isNear({ terms, confidence: Number.NaN })).toBe(false);
    expect(isNear({ terms, confidence: 0.02 })).toBe(true);
  });

  it("of a small site by its confidence alone", () => {
    const terms = [unknown("poodle")];
    expect(isNear({ terms, sections: [], confidence: 0.05 })).toBe(true);
    expect(isNear({ terms, sections: [], confidence: 0.049 })).toBe(false);
    expect(isNear({ terms, sections: [], confidence: Number.NaN })).toBe(false);
  });

  it("not where nothing was found", () => {
    const evidence = { confidence: 0.2, terms: [termOf("watch")] };
    expect(isNearPages({ evidence, passages: [], termsOf: wordsOf })).toBe(false);
  });
});
