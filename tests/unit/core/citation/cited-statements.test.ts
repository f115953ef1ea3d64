import { describe, expect, it } from "vitest";
import { citedStatements } from "../../../../core/citation/cited-statements.ts";

const read = (markdown: string): string[] =>
  citedStatements(markdown).map(({ position, statement }) => `${position}: ${statement}`);

describe("the statements that an answer cites", () => {
  it("are the sentences before the marks, in their order", () => {
    expect(read("It boils. [1] It whistles [2]. Both are loud [1][3].")).toEqual([
      "1: It boils.",
      "2: It whistles",
      "1: Both are loud",
      "3: Both are loud",
    ]);
  });

  it("are what stands above a mark on a line of its own: a row, an item, code", () => {
    expect(read("| a | b |\n| --- | --- |\n| cup | tea |\n\n[2]")).toEqual(["2: cup | tea"]);
    expect(read("1. Fill it.\n2. Heat it. [1]")).toEqual(["1: 2. Heat it."]);
    expect(read("```sh\nkettle boil [7]\n```\n\n[1]")).toEqual(["1: kettle boil [7]\n"]);
  });

  it("leave out what is no citation", () => {
    expect(read("An index \\[1\\] and code `a[2]` and `` `[3]` `` say nothing.")).toEqual([]);
    expect(read("~~~\n[1]\n```\n[2]\n~~~\nDone. [3]")).toEqual(["3: Done."]);
  });

  it("are read in time that grows with the text", () => {
    expect(citedStatements("`".repeat(20_000) + "[1]".repeat(20_000)).length).toBeLessThanOrEqual(20_000);
  });
});
