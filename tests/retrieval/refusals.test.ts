import { describe, expect, it } from "vitest";
import { heldOut, measureRefusals } from "./refusals/measure-refusals.ts";
import { readAllRefusals, readHeldOmissions, readUnseenRefusals } from "./refusals/read-refusals.ts";

/** Not of the weights that are shipped, but of those that are learned in the same way without what is tried. */
describe("refusals in texts that were not learned from", () => {
  const cases = readAllRefusals();

  it.each([
    ["writer", "second", { refusal: 0.95, partial: 0.97, answer: 0.98 }],
    ["number", "part 0", { refusal: 0.945, partial: 0.95, answer: 0.97 }],
  ] as const)("by %s: %s", (by, part, least) => {
    const [held] = heldOut(cases, by, [part]);
    for (const kind of ["refusal", "partial", "answer"] as const) {
      const { right = 0, all = 1 } = held?.shares.get(kind)?.get("all") ?? {};
      expect(right / all, kind).toBeGreaterThanOrEqual(least[kind]);
    }
  });
});

/** Of the weights that are shipped. */
describe("refusals by a writer who was never learned from", () => {
  it("are told apart from answers", () => {
    const shares = measureRefusals(readUnseenRefusals());
    for (const [kind, least] of [
      ["refusal", 0.965],
      ["answer", 0.99],
    ] as const) {
      const { right = 0, all = 0 } = shares.get(kind)?.get("all") ?? {};
      expect(all, kind).toBeGreaterThan(150);
      expect(right / all, kind).toBeGreaterThanOrEqual(least);
    }
  });
});

/** Of the weights that are shipped; half of the writer's texts were learned from. */
describe("answers that tell what a product leaves out", () => {
  it("are told from refusals that cite", () => {
    const shares = measureRefusals(readHeldOmissions());
    for (const [kind, most] of [
      ["refusal", 1],
      ["partial", 0],
      ["answer", 1],
    ] as const) {
      const { right = 0, all = 0 } = shares.get(kind)?.get("all") ?? {};
      expect(all, kind).toBeGreaterThan(5);
      expect(all - right, kind).toBeLessThanOrEqual(most);
    }
  });
});
