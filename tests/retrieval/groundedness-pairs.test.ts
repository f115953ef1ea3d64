/** What the check of sentences makes of hand-written true and false ones, the fresh ones of which no rule was made by. */
import { describe, expect, it } from "vitest";
import { judgePairs, pairFigures } from "./groundedness-pairs.ts";

describe("sentences that a model might write", () => {
  it.each([
    // What is reached, not what is wanted: at most .03 marked and .90 caught.
    { part: "tune", marked: 0.01, caught: 0.79 },
    { part: "held", marked: 0.02, caught: 0.6 },
    { part: "fresh", marked: 0.19, caught: 0.42 },
  ] as const)("are seldom marked where they are true ($part)", async ({ part, marked, caught }) => {
    const { trueOnes, trueMarked, falseOnes, falseCaught } = pairFigures(await judgePairs(part));
    expect(trueMarked / trueOnes).toBeLessThanOrEqual(marked);
    expect(falseCaught / falseOnes).toBeGreaterThanOrEqual(caught);
  });
});
