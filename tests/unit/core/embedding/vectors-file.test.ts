import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toUnitVector } from "../../../../core/embedding/unit-vector.ts";
import {
  decodeVectors,
  encodeVectors,
  quantise,
  VectorsError,
} from "../../../../core/embedding/vectors-file.ts";

const vectorArbitrary = (dimensions: number) =>
  fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
    .filter((numbers) => Math.hypot(...numbers) > 0.1)
    .map((numbers) => toUnitVector(numbers, dimensions));

const fileOf = (vectors: Float32Array[], model = "m-1", dimensions = vectors[0]?.length ?? 8): Uint8Array =>
  encodeVectors({ model, dimensions }, vectors.map(quantise));

describe("the vectors file", () => {
  test("says whose vectors it holds, and how near each is, to two decimals", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 70 }).chain((dimensions) =>
          fc.record({
            vectors: fc.array(vectorArbitrary(dimensions), { minLength: 1, maxLength: 12 }),
            query: vectorArbitrary(dimensions),
            model: fc.string({ unit: "grapheme", maxLength: 20 }),
          }),
        ),
        ({ vectors, query, model }) => {
          const opened = decodeVectors(fileOf(vectors, model));
          expect(opened).toMatchObject({ model, dimensions: query.length, count: vectors.length });
          const similarities = opened.similarities(query);
          vectors.forEach((vector, index) => {
            const exact = vector.reduce((sum, number, at) => sum + number * (query[at] ?? 0), 0);
            expect(Math.abs((similarities[index] ?? 9) - exact)).toBeLessThan(0.02);
          });
        },
      ),
    );
  });

  test("finds a vector again among many, and is opened wherever its bytes lie", () => {
    let state = 1;
    const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
    const vectors = Array.from({ length: 500 }, () => toUnitVector(Array.from({ length: 256 }, random), 256));
    const bytes = fileOf(vectors);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    for (const opened of [decodeVectors(bytes), decodeVectors(shifted.subarray(3))]) {
      for (const index of [0, 17, 499]) {
        const similarities = opened.similarities(vectors[index] as Float32Array);
        expect(similarities.indexOf(Math.max(...similarities))).toBe(index);
        expect(similarities[index]).toBeCloseTo(1, 3);
      }
    }
  });

  test("may be empty, and a vector without direction is near nothing", () => {
    expect(decodeVectors(fileOf([], "m", 8)).similarities(new Float32Array(8))).toHaveLength(0);
    const opened = decodeVectors(fileOf([new Float32Array(8)]));
    expect([...opened.similarities(toUnitVector([1, 0, 0, 0, 0, 0, 0, 0], 8))]).toEqual([0]);
  });

  test("is the same for the same vectors", () => {
    const vector = toUnitVector([1, 2, 3, 4], 4);
    expect(fileOf([vector])).toEqual(fileOf([vector]));
  });

  test("takes only vectors of its own length", () => {
    const vector = toUnitVector([1, 2, 3, 4], 4);
    expect(() => encodeVectors({ model: "m", dimensions: 5 }, [quantise(vector)])).toThrow(RangeError);
    expect(() => decodeVectors(fileOf([vector])).similarities(new Float32Array(5))).toThrow(RangeError);
  });

  test("is refused for whatever is wrong with it, with the reason and the fix", () => {
    const bytes = fileOf([toUnitVector([1, 2, 3, 4], 4), toUnitVector([4, 3, 2, 1], 4)]);
    const problemOf = (file: Uint8Array): unknown => {
      try {
        decodeVectors(file);
      } catch (error) {
        expect(error).toBeInstanceOf(VectorsError);
        expect((error as Error).message).toMatch(/Build the corpus again\.$/);
        return (error as VectorsError).problem.reason;
      }
      return undefined;
    };
    expect(problemOf(new Uint8Array(0))).toBe("vectors-foreign");
    expect(problemOf(new TextEncoder().encode('{"version":1,"vectors":[]}'))).toBe("vectors-foreign");
    const newer = bytes.slice();
    newer[4] = 2;
    expect(problemOf(newer)).toBe("vectors-version");
    for (let length = 18; length < bytes.length; length++) {
      expect(problemOf(bytes.subarray(0, length))).toBe("vectors-truncated");
    }
    expect(problemOf(Uint8Array.from([...bytes, 0, 0, 0, 0]))).toBe("vectors-truncated");
    // Every bit counts.
    for (let at = 0; at < bytes.length * 8; at++) {
      const flipped = bytes.slice();
      flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(problemOf(flipped)).toBeDefined();
    }
  });
});
