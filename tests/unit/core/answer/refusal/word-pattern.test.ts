import { describe, expect, it } from "vitest";
import { wordPattern } from "../../../../../core/answer/refusal/word-pattern.ts";

describe("a pattern of words", () => {
  const pattern = wordPattern("no, nothing, *n't, menti*, gibt .. an, n', look into, n/a, *liste");

  it.each([
    ["there is no price", "no", 9],
    ["nobody knows", undefined, undefined],
    ["it doesn't say", "doesn't", 3],
    ["it is unmentioned, not mentioned", "mentioned", 23],
    ["sie gibt den preis nicht an.", "gibt den preis nicht an", 4],
    ["sie gibt den preis. an", undefined, undefined],
    ["il n'est pas là", "n'", 3],
    ["they look-into it", "look-into", 5],
    ["n/a", "n/a", 0],
    ["die preisliste", "preisliste", 4],
    ["nothing, no", "nothing", 0],
  ])("stands in %j", (text, found, index) => {
    const match = pattern.exec(text);
    expect(match?.[0]).toBe(found);
    expect(match?.index).toBe(index);
    expect(pattern.test(text)).toBe(found !== undefined);
  });
});
