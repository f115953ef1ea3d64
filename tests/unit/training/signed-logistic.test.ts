import { describe, expect, it } from "vitest";
import { createRandom } from "../../support/seeded-random.ts";
import { fitSignedLogistic, type TargetedExample } from "../../training/signed-logistic.ts";

/** Right more often the higher the first signal and the lower the second; the third says nothing. */
function examplesOf(count: number): TargetedExample[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const signals = [random(), random(), random()];
    const chance = 1 / (1 + Math.exp(-(3 * (signals[0] ?? 0) - 4 * (signals[1] ?? 0))));
    return { signals, target: random() < chance ? 1 : 0, weight: 1 };
  });
}

describe("a logistic model with signs", () => {
  const examples = examplesOf(4000);

  it("finds what the examples were made by", () => {
    const { weights, bias } = fitSignedLogistic(examples, [1, -1, 1], 0.1);
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(weights[1]).toBeCloseTo(-4, 0);
    expect(Math.abs(weights[2] ?? 1)).toBeLessThan(0.3);
    expect(Math.abs(bias)).toBeLessThan(0.4);
  });

  it("counts for nothing what would have the other sign", () => {
    const { weights } = fitSignedLogistic(examples, [-1, -1, 1], 0.1);
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeLessThan(-3);
  });

  it("is held to nothing by a large ridge, and keeps the mean", () => {
    const { weights, bias } = fitSignedLogistic(examples, [1, -1, 1], 1e9);
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThan(0.01);
    const mean = examples.reduce((sum, { target }) => sum + target, 0) / examples.length;
    expect(1 / (1 + Math.exp(-bias))).toBeCloseTo(mean, 2);
  });

  it("learns from shares as from whole examples", () => {
    const shared = fitSignedLogistic(
      [
        { signals: [1], target: 0.75, weight: 4 },
        { signals: [0], target: 0.25, weight: 4 },
      ],
      [1],
      0,
    );
    expect(1 / (1 + Math.exp(-(shared.bias + (shared.weights[0] ?? 0))))).toBeCloseTo(0.75, 3);
    expect(1 / (1 + Math.exp(-shared.bias))).toBeCloseTo(0.25, 3);
  });
});
