import { describe, expect, test } from "vitest";
import { insertMarks } from "../../../../../core/insert-marks.ts";
import { shownStatements } from "../../../../../core/answer/verify/shown-statements.ts";

const MARK = "*(not confirmed by our pages)*";
const termsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
const statementsOf = (text: string) => shownStatements(text, { termsOf, mark: MARK });

describe("what an answer states", () => {
  test("are its sentences that cite something, with what they cite", () => {
    const text =
      "The team plan costs 12 euros [1]. It has no contract period [2, 3][1]. Ask us for more.\n\n" +
      "- Backups run **every night** [2].\n- Nothing else is known.\n";
    const endOf = (words: string): number => text.indexOf(words) + words.length;
    expect(statementsOf(text)).toEqual([
      { text: "The team plan costs 12 euros .", positions: [1], end: endOf("euros [1].") },
      { text: "It has no contract period .", positions: [2, 3, 1], end: endOf("[2, 3][1].") },
      { text: "Backups run every night .", positions: [2], end: endOf("**every night** [2].") },
    ]);
  });

  test("leaves out code, headings, questions and what was marked before", () => {
    const text = [
      "## Prices of the plans [1]",
      "What does the plan cost [1]?",
      `It costs 99 euros [1]. ${MARK} The trial lasts a week [2]. ${MARK}`,
      "```sh",
      "install the plan [1]",
      "```",
      "Support answers within a day [2].",
    ].join("\n");
    expect(statementsOf(text).map(({ text: plain }) => plain)).toEqual([
      expect.stringContaining("Support answers within a day"),
    ]);
  });

  test("puts a mark behind each sentence, item and row, and before the end of a row", () => {
    const text = [
      "The plan costs 12 euros [1]. It is billed monthly [1].",
      "| Plan | Price |",
      "|---|---|",
      "| Team | 12 euros [1] |",
      "1. Open the settings page [2]",
      "料金は月額で12ユーロです[1]。翌月1日から適用されます[2]。",
    ].join("\n");
    const marks = statementsOf(text).map(({ end }) => ({ at: end, text: " ×" }));
    expect(insertMarks(text, marks).split("\n")).toEqual([
      "The plan costs 12 euros [1]. × It is billed monthly [1]. ×",
      "| Plan | Price |",
      "|---|---|",
      "| Team | 12 euros [1] × |",
      "1. Open the settings page [2] ×",
      "料金は月額で12ユーロです[1]。 ×翌月1日から適用されます[2]。 ×",
    ]);
  });
});

describe("marks in a text", () => {
  test("go where they belong, in whatever order they come, and nowhere else", () => {
    const marks = [
      { at: 4, text: "B" },
      { at: 0, text: "A" },
      { at: 9, text: "X" },
      { at: -1, text: "X" },
    ];
    expect(insertMarks("1234", marks)).toBe("A1234B");
    expect(insertMarks("1234", [])).toBe("1234");
  });
});
