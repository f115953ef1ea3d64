import { describe, expect, it } from "vitest";
import { holdsFact, holdsGoldAnswer, plainWords } from "../../../../corpus/evaluate/text-match.ts";

const holds = (text: string, fact: string): boolean => holdsFact(plainWords(text), fact);

describe("holdsFact", () => {
  it.each([
    ["You have **30 days** to return it. [1]", "30 days"],
    ["Set `CONFIDENCE_THRESHOLD` to 0.4.", "confidence_threshold"],
    ["At most 1,200 tokens", "1200"],
    ["At most 1200 tokens", "1,200"],
    ["At most 1\u202F200 tokens", "1200"],
    ["It’s “free” – really", 'it\'s "free" - really'],
    ["See\\_this \\[draft\\]", "see_this [draft]"],
    ["Your invoices are here", "invoice"],
    ["| Plan | Price |\n| --- | --- |\n| Team | 12 euros |", "12 euros"],
    ['<assistant-chat mode="drawer">', 'mode="drawer"'],
    ["It costs 60.", "60"],
    ["60, at most", "60"],
    ["420px wide", "420"],
    ["請參閱價格表", "價格"],
    ["The answer\nspans lines", "answer spans"],
  ])("finds in %j the fact %j", (text, fact) => {
    expect(holds(text, fact)).toBe(true);
  });

  it.each([
    ["It costs 600.", "60"],
    ["It costs 160.", "60"],
    ["It costs 60.5.", "60"],
    ["It is unpaid", "paid"],
    ["Nothing", ""],
    ["Nothing", "  "],
    ["Sentence [30] of it", "30"],
  ])("does not find in %j the fact %j", (text, fact) => {
    expect(holds(text, fact)).toBe(false);
  });
});

describe("holdsGoldAnswer", () => {
  it("compares without case and punctuation, as SQuAD does", () => {
    expect(holdsGoldAnswer("They won, in 1066.", ["in 1066"])).toBe(true);
    expect(holdsGoldAnswer("They won.", ["lost", "WON"])).toBe(true);
    expect(holdsGoldAnswer("They won.", ["lost", "..."])).toBe(false);
  });
});
