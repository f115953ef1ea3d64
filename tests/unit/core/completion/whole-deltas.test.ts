import { describe, expect, test } from "vitest";
import { createWholeDeltas } from "../../../../core/completion/whole-deltas.ts";

const join = (pieces: readonly string[], isMessage = false): string => {
  const deltas = createWholeDeltas();
  return pieces.map((piece) => deltas.push(piece, isMessage)).join("") + deltas.end();
};

describe("pieces that follow one another", () => {
  test.each<[string, string[]]>([
    ["words", ["The", " answer", " is", " here"]],
    ["the same twice", ["ha", "ha", "!"]],
    ["the same three times", ["ha", "ha", "ha", "!"]],
    ["line ends that grow", ["\n", "\n\n", "Text"]],
    ["signs that grow", ["-", "--", "x"]],
    ["one that begins like the first", ["A", "All", "b"]],
    ["a single one", ["A"]],
    ["empty ones between", ["A", "", "B", ""]],
    ["a loop", Array.from({ length: 9 }, () => "The same sentence again and again. ")],
    ["a repeated short beginning", ["No. ", "No. ", "It is not."]],
  ])("are all kept: %s", (_, pieces) => {
    expect(join(pieces)).toBe(pieces.join(""));
    expect(join(pieces, true)).toBe(pieces.join(""));
  });

  test.each<[string, string[], string]>([
    ["growing", ["All", "All of", "All of it", "All of it is here"], "All of it is here"],
    [
      "growing, with one that says nothing new",
      ["All", "All of", "All of it", "All of it", "All of it."],
      "All of it.",
    ],
    [
      "growing from a long one",
      ["All of it is here and nowhere else", "All of it is here and nowhere else, yes"],
      "All of it is here and nowhere else, yes",
    ],
    [
      "once more at the end",
      ["All of it is here", " and nowhere else", "All of it is here and nowhere else"],
      "All of it is here and nowhere else",
    ],
  ])("are said once: %s", (_, pieces, expected) => {
    expect(join(pieces)).toBe(expected);
    expect(join(pieces, true)).toBe(expected);
  });

  test("a message after deltas is what they have said, however short", () => {
    const deltas = createWholeDeltas();
    const text =
      deltas.push("Yes", false) + deltas.push(".", false) + deltas.push("Yes.", true) + deltas.end();
    expect(text).toBe("Yes.");
  });
});
