import { describe, expect, it } from "vitest";
import { pointsBack } from "../../../../../core/answer/small-site/points-back.ts";
import type { QuestionUnit } from "../../../../../core/answer/small-site/read-question.ts";

const unit = (weight: number): QuestionUnit => ({
  words: [],
  terms: [],
  related: [],
  synonyms: [],
  kinds: [],
  looseKinds: [],
  weight,
});

describe("a part of a question", () => {
  it.each([
    ["en", "how do I reach him"],
    ["en", "is there parking for it"],
    ["de", "wer macht den"],
    ["nl", "wie doet dat"],
  ])("points back by a word (%s): %s", (language, text) => {
    expect(pointsBack({ text, units: [unit(1)] }, language)).toBe(true);
  });

  it("points back where it names nothing of its own", () => {
    expect(pointsBack({ text: "and how soon", units: [unit(0.7)] }, "en")).toBe(true);
  });

  it.each([
    ["en", "do you repair violins"],
    ["de", "wo ist das nächste Parkhaus"],
    ["fr", "où est le parking"],
  ])("stands by itself (%s): %s", (language, text) => {
    expect(pointsBack({ text, units: [unit(1)] }, language)).toBe(false);
  });
});
