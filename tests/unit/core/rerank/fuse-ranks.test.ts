import { describe, expect, test } from "vitest";
import { fuseRanks } from "../../../../core/rerank/fuse-ranks.ts";
import { createRandom } from "../../../support/seeded-random.ts";

const COUNT = 30;
const places = [...Array(COUNT).keys()];

describe("two orders made into one", () => {
  test("stay as they were where the reranker agrees, finds all alike or says of one only what is known", () => {
    expect(fuseRanks(places.map((place) => -place))).toEqual(places);
    expect(fuseRanks(places.map(() => 0.5))).toEqual(places);
    expect(fuseRanks([0.9, undefined, undefined])).toEqual([0, 1, 2]);
    expect(fuseRanks([])).toEqual([]);
  });

  test.each(places.slice(1))(
    "put what a reranker likes best among the first five, from place %i",
    (place) => {
      const scores = places.map((at) => (at === place ? 9 : -at));
      expect(fuseRanks(scores).indexOf(place)).toBeLessThan(5);
    },
  );

  test("heed a reranker that likes one text among many alike, wherever it stood", () => {
    for (const place of places.slice(2)) {
      expect(fuseRanks(places.map((at) => (at === place ? 1 : 0))).indexOf(place)).toBeLessThan(2);
      // A server may return the best alone.
      expect(fuseRanks(places.map((at) => (at === place ? 1 : undefined))).indexOf(place)).toBeLessThan(2);
    }
  });

  test("keep what the search had first among the first three, whatever a reranker says", () => {
    const random = createRandom(3);
    for (let round = 0; round < 200; round++) {
      const scores = places.map((place) => (place === 0 ? -1e9 : random()));
      expect(fuseRanks(scores).indexOf(0)).toBeLessThan(3);
    }
    expect(fuseRanks(places.map((place) => place)).indexOf(0)).toBeLessThan(3);
  });

  test("are the same for logits, probabilities and what has none", () => {
    const random = createRandom(11);
    const logits = places.map(() => 12 * random() - 8);
    const probabilities = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    expect(fuseRanks(probabilities)).toEqual(fuseRanks(logits));
    const worst = Math.min(...logits);
    const withoutWorst = logits.map((logit) => (logit === worst ? undefined : logit));
    expect(fuseRanks(withoutWorst)).toEqual(fuseRanks(logits));
  });

  test("hold each place once", () => {
    const random = createRandom(5);
    const scores = places.map(() => (random() < 0.3 ? undefined : random()));
    expect(fuseRanks(scores).toSorted((a, b) => a - b)).toEqual(places);
  });
});
