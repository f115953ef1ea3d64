import { describe, expect, test } from "vitest";
import { describeUsage, totalUsage } from "../../../../corpus/evaluate/usage-totals.ts";

describe("what the answers of an evaluation cost", () => {
  test("is nothing where no model was asked", () => {
    expect(totalUsage([])).toBeUndefined();
  });

  test("is counted by what models were asked for", () => {
    const named = { provider: "p", model: "m" };
    const totals = totalUsage([
      {
        ...named,
        inputTokens: 1_200,
        outputTokens: 80,
        calls: [
          { ...named, purpose: "reranking", inputTokens: 400 },
          { ...named, purpose: "writing", inputTokens: 800, outputTokens: 80 },
        ],
      },
      // An older Worker tells the sums alone.
      { ...named, inputTokens: 700, outputTokens: 20 },
    ]);
    expect(totals).toEqual({
      inputTokens: 1_900,
      outputTokens: 100,
      calls: { reranking: 1, writing: 2 },
    });
    expect(totals && describeUsage(totals)).toBe("1 reranking, 2 writing; 1,900 tokens in, 100 out");
  });
});
