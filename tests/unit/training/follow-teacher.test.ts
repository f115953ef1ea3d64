import { describe, expect, it } from "vitest";
import { followTeacher } from "../../training/encoder/follow-teacher.ts";
import { principalDirections, rowsOf, turnInto } from "../../training/encoder/principal-directions.ts";
import { createRandom } from "../../support/seeded-random.ts";

const SIZE = 8;

function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  return product / (Math.hypot(...one) * Math.hypot(...other));
}

describe("following a teacher", () => {
  it("makes the sum of rows point where the teacher points, for texts that it was not told of too", () => {
    const random = createRandom(3);
    const words = Array.from({ length: 12 }, () => Float32Array.from({ length: SIZE }, () => random() - 0.5));
    const textOf = (rows: readonly number[]): Float32Array => {
      const sum = new Float32Array(SIZE);
      for (const row of rows) sum.forEach((_, at) => (sum[at] = (sum[at] ?? 0) + (words[row]?.[at] ?? 0)));
      const length = Math.hypot(...sum);
      return sum.map((value) => value / length);
    };
    const pairs = words.flatMap((_, a) => words.slice(a + 1).map((__, b) => [a, a + 1 + b]));
    const told = pairs.filter((_, at) => at % 5 !== 0);
    const texts = Array.from({ length: 200 }, () => told).flat();
    const aims = new Float32Array(texts.length * SIZE);
    texts.forEach((rows, place) => aims.set(textOf(rows), place * SIZE));
    const rows = followTeacher(
      texts.map((own, place) => ({ rows: own, place })),
      aims,
      { size: SIZE, rowCount: words.length },
    );
    const learned = (own: readonly number[]): Float32Array =>
      Float32Array.from({ length: SIZE }, (_, at) =>
        own.reduce((sum, row) => sum + (rows[row * SIZE + at] ?? 0), 0),
      );
    for (const own of pairs.filter((_, at) => at % 5 === 0))
      expect(cosine(learned(own), textOf(own))).toBeGreaterThan(0.9);
  });
});

describe("strongest directions", () => {
  it("keep the cosines of what lies in them", () => {
    const random = createRandom(5);
    const vectors = new Float32Array(400);
    for (let row = 0; row < 100; row++) {
      const [far, near] = [4 * (random() - 0.5), random() - 0.5];
      vectors.set([far, far, near, -near], row * 4);
    }
    const turned = turnInto(vectors, 4, principalDirections(rowsOf(vectors, 4), 4, 2));
    const [plain, kept] = [rowsOf(vectors, 4), rowsOf(turned, 2)];
    for (const [one, other] of [
      [0, 1],
      [3, 70],
    ] as const) {
      expect(cosine(kept[one]!, kept[other]!)).toBeCloseTo(cosine(plain[one]!, plain[other]!), 4);
    }
  });
});
