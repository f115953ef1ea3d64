import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaUnderCurve,
  mean,
  ndcgAt,
  recallAt,
  shareInterval,
} from "../../../../corpus/evaluate/metrics.ts";

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("ndcgAt", () => {
  it("is what one works out by hand", () => {
    // Places 1 and 3 of three: 1 + 1/log2(4) = 1.5, of 1 + 1/log2(3) = 1.6309 at best.
    expect(ndcgAt(10, [1, 0, 1], [1, 1])).toBeCloseTo(1.5 / 1.63093, 5);
    expect(ndcgAt(10, [0, 1], [1])).toBeCloseTo(1 / Math.log2(3), 10);
    // The example of Järvelin and Kekäläinen's grades, cut to three places.
    expect(ndcgAt(3, [3, 2, 3], [3, 3, 2])).toBeCloseTo(
      (3 + 2 / Math.log2(3) + 3 / 2) / (3 + 3 / Math.log2(3) + 2 / 2),
      10,
    );
  });

  it("is 1 for the best order, and 0 where nothing relevant is found or exists", () => {
    expect(ndcgAt(10, [2, 1, 0, 0], [1, 2])).toBe(1);
    expect(ndcgAt(10, [0, 0], [1])).toBe(0);
    expect(ndcgAt(10, [0, 0], [])).toBe(0);
  });

  it("does not see what lies deeper", () => {
    expect(ndcgAt(2, [0, 0, 1], [1])).toBe(0);
    // More is relevant than fits: the best that fits counts as all.
    expect(ndcgAt(2, [1, 1], [1, 1, 1, 1])).toBe(1);
  });

  it("stays between 0 and 1, and never falls when a better one moves up", () => {
    fc.assert(
      fc.property(grades, fc.nat(28), (ranked, at) => {
        const judged = ranked.filter((grade) => grade > 0);
        const before = ndcgAt(10, ranked, judged);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1 + 1e-12);
        const [left, right] = [ranked[at], ranked[at + 1]];
        if (left === undefined || right === undefined || right <= left) return;
        const swapped = ranked.with(at, right).with(at + 1, left);
        expect(ndcgAt(10, swapped, judged)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("recallAt", () => {
  it("is the share of what is relevant among the first", () => {
    expect(recallAt(5, [0, 1, 0, 0, 2, 1], 4)).toBe(0.5);
    expect(recallAt(10, [0, 1, 0, 0, 2, 1], 4)).toBe(0.75);
    expect(recallAt(5, [], 3)).toBe(0);
    expect(recallAt(5, [1], 0)).toBe(0);
  });
});

describe("areaUnderCurve", () => {
  it("is what one counts by hand", () => {
    // Pairs: .9 beats all three, .4 beats .1, ties with .4 and loses to .5.
    expect(areaUnderCurve([0.9, 0.4], [0.5, 0.4, 0.1])).toBeCloseTo((3 + 1.5) / 6, 10);
    expect(areaUnderCurve([1], [0])).toBe(1);
    expect(areaUnderCurve([0], [1])).toBe(0);
    expect(areaUnderCurve([0.5, 0.5], [0.5])).toBe(0.5);
  });

  it("is not defined where there is nothing to compare", () => {
    expect(areaUnderCurve([], [1])).toBeUndefined();
    expect(areaUnderCurve([1], [])).toBeUndefined();
  });

  it("agrees with counting all pairs, and turns round with its lists", () => {
    const rounded = values.map((list) => list.map((value) => Math.round(value * 10) / 10));
    fc.assert(
      fc.property(rounded, rounded, (positives, negatives) => {
        let wins = 0;
        for (const positive of positives) {
          for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
        }
        const area = areaUnderCurve(positives, negatives) ?? Number.NaN;
        expect(area).toBeCloseTo(wins / (positives.length * negatives.length), 10);
        expect(areaUnderCurve(negatives, positives)).toBeCloseTo(1 - area, 10);
      }),
    );
  });
});

describe("mean and interval", () => {
  it("knows that a mean of nothing is nothing", () => {
    expect(mean([])).toBeUndefined();
    expect(mean([1, 2, 6])).toBe(3);
    expect(shareInterval(0, 0)).toBeUndefined();
  });

  it("gives Wilson's bounds, which hold the share and narrow as questions are added", () => {
    // Published example: 8 of 10 is between .490 and .943.
    const [low, high] = shareInterval(8, 10) ?? [0, 0];
    expect(low).toBeCloseTo(0.49, 2);
    expect(high).toBeCloseTo(0.943, 2);
    const width = (hits: number, count: number): number => {
      const [from, to] = shareInterval(hits, count) ?? [0, 0];
      return to - from;
    };
    expect(width(80, 100)).toBeLessThan(width(8, 10));
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (hits, misses) => {
        if (hits + misses === 0) return;
        const [from, to] = shareInterval(hits, hits + misses) ?? [Number.NaN, Number.NaN];
        const share = hits / (hits + misses);
        expect(from).toBeLessThanOrEqual(share + 1e-9);
        expect(to).toBeGreaterThanOrEqual(share - 1e-9);
      }),
    );
  });
});
