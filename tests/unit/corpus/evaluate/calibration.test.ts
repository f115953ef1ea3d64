import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestThreshold,
  binOf,
  measureReliability,
  measureThresholds,
} from "../../../../corpus/evaluate/calibration.ts";

describe("measureReliability", () => {
  it("compares confidence and accuracy in each tenth", () => {
    const reliability = measureReliability([
      { confidence: 0.92, isRight: true },
      { confidence: 0.98, isRight: false },
      { confidence: 0.2, isRight: false },
    ]);
    expect(reliability?.count).toBe(3);
    expect(reliability?.bins).toHaveLength(10);
    expect(reliability?.bins[9]).toMatchObject({ from: 0.9, to: 1, count: 2, accuracy: 0.5 });
    expect(reliability?.bins[9]?.meanConfidence).toBeCloseTo(0.95, 10);
    expect(reliability?.bins[2]).toMatchObject({ count: 1, accuracy: 0 });
    expect(reliability?.bins[5]).toMatchObject({ count: 0, accuracy: null, meanConfidence: null });
    // Two thirds at a distance of .45 and one third at .2.
    expect(reliability?.expectedCalibrationError).toBeCloseTo((2 * 0.45 + 0.2) / 3, 10);
  });

  it("finds no error in a confidence that means what it says", () => {
    const honest = Array.from({ length: 10 }, (_, index) => ({ confidence: 0.7, isRight: index < 7 }));
    expect(measureReliability(honest)?.expectedCalibrationError).toBeCloseTo(0, 10);
    expect(measureReliability([])).toBeUndefined();
  });

  it("puts every confidence into one bin, and an error between 0 and 1 on it", () => {
    const judged = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      isRight: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(judged, { minLength: 1 }), (list) => {
        const reliability = measureReliability(list);
        expect(reliability?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        expect(reliability?.expectedCalibrationError).toBeGreaterThanOrEqual(0);
        expect(reliability?.expectedCalibrationError).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keeps what was written as a tenth in its own bin", () => {
    expect([0, 0.1, 0.3, 0.6, 0.7, 0.999, 1].map(binOf)).toEqual([0, 1, 3, 6, 7, 9, 9]);
  });
});

describe("measureThresholds", () => {
  it("counts what each threshold would refuse and let through", () => {
    const rows = measureThresholds([0.2, 0.5, 0.9], [0.1, 0.4]);
    expect(rows).toHaveLength(21);
    expect(rows[0]).toEqual({ threshold: 0, wrongRefusals: 0, wrongAnswers: 2 });
    expect(rows[8]).toEqual({ threshold: 0.4, wrongRefusals: 1, wrongAnswers: 1 });
    expect(rows.at(-1)).toEqual({ threshold: 1, wrongRefusals: 3, wrongAnswers: 0 });
  });
});

describe("bestThreshold", () => {
  it("errs least over both kinds together, and answers more among equals", () => {
    const answerable = [0.3, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8, 0.9, 0.9, 0.9];
    const unanswerable = [0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.3, 0.4, 0.4, 0.9];
    const rows = measureThresholds(answerable, unanswerable);
    const counts = { answerable: answerable.length, unanswerable: unanswerable.length };
    // At .45 one of each is wrong; so it is at .5, .55 and .6.
    expect(bestThreshold(rows, counts)).toEqual({ threshold: 0.45, wrongRefusals: 1, wrongAnswers: 1 });
  });

  it("says nothing of a few questions", () => {
    expect(
      bestThreshold(measureThresholds([0.9], [0.1]), { answerable: 1, unanswerable: 1 }),
    ).toBeUndefined();
  });
});
