import { describe, expect, it } from "vitest";
import { textOfRuns } from "../../../../corpus/formats/pdf/line-text.ts";
import type { TextRun } from "../../../../corpus/formats/pdf/pdf-page.ts";

/** As they are drawn, from left to right, each beside the one before. */
function line(texts: readonly string[]): string {
  let left = 50;
  const runs = texts.map((text): TextRun => {
    const right = left + text.length * 5;
    const run = {
      text,
      left,
      right,
      baseline: 100,
      size: 10,
      degrees: 0,
      isBold: false,
      isMonospaced: false,
    };
    left = right;
    return run;
  });
  return textOfRuns(runs, 10, 100, false);
}

describe("lines of a PDF that run from right to left", () => {
  it.each([
    // A reader looks for the letters of the alphabet, not for the forms in which they are drawn.
    ["drawn forms of Arabic letters", ["ن", "ﺎ", "ﻤ", "ﻀ", "ﻟ", "ا", " ", "ﻣﺪة"], "مدة الضمان"],
    ["a ligature", ["ل", "ﻼ", "ﺧ"], "خلال"],
    ["the end of a sentence behind a number", [".17:00", " ", "לפני"], "לפני 17:00."],
    ["a number in the middle", ["בלבד", " ", "3.5", " ", "מחיר"], "מחיר 3.5 בלבד"],
  ])("%s", (_, texts, expected) => {
    expect(line(texts)).toBe(expected);
  });

  it("leaves lines from left to right as they are", () => {
    expect(line(["See", " ", ".17:00"])).toBe("See .17:00");
  });
});
