import { describe, expect, it } from "vitest";
import { learnGroups, type Group, type Row } from "../../training/encoder/listwise.ts";

const DIMENSIONS = 8;

/** Six words, each with a direction of its own: 0 to 2 are asked, 3 to 5 answer them. */
function tableOfWords(): Float32Array {
  return Float32Array.from({ length: 6 * DIMENSIONS }, (_, at) => Math.sin(at * 12.9898) / 2);
}

const rowsOf = (...words: number[]): Row[] => words.map((row) => ({ row, weight: 1 }));

const group: Group = {
  passages: [rowsOf(3), rowsOf(4), rowsOf(5)],
  questions: [0, 1, 2].map((word) => ({ rows: rowsOf(word), right: [word], unsure: [] })),
};

function cosine(table: Float32Array, a: number, b: number): number {
  const rowAt = (row: number): Float32Array => table.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const [one, other] = [rowAt(a), rowAt(b)];
  const product = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  return product / (Math.hypot(...one) * Math.hypot(...other));
}

/** How much nearer a question is to its passage than to the others, at least. */
function margin(table: Float32Array): number {
  return Math.min(
    ...[0, 1, 2].flatMap((word) =>
      [3, 4, 5]
        .filter((passage) => passage !== word + 3)
        .map((passage) => cosine(table, word, word + 3) - cosine(table, word, passage)),
    ),
  );
}

describe("learning a table from questions with known passages", () => {
  it("brings questions nearer to what answers them than they were", () => {
    const table = tableOfWords();
    learnGroups(
      table,
      DIMENSIONS,
      Array.from({ length: 30 }, () => group),
    );
    expect(margin(table)).toBeGreaterThan(margin(tableOfWords()) + 0.1);
  });

  it("moves neither what nothing was asked of, nor from passages that may be right", () => {
    const table = tableOfWords();
    const unsure: Group = {
      ...group,
      questions: [{ rows: rowsOf(0), right: [0], unsure: [1, 2] }],
    };
    learnGroups(table, DIMENSIONS, [unsure, unsure]);
    expect(table).toEqual(tableOfWords());
  });

  it("learns the same twice", () => {
    const [once, again] = [tableOfWords(), tableOfWords()];
    learnGroups(once, DIMENSIONS, [group, group]);
    learnGroups(again, DIMENSIONS, [group, group]);
    expect(once).toEqual(again);
  });
});
