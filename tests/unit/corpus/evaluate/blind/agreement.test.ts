import { describe, expect, it } from "vitest";
import { measureAgreement } from "../../../../../corpus/evaluate/blind/agreement.ts";
import type { Verdict } from "../../../../../corpus/evaluate/blind/verdict.ts";

const pairs = (first: Verdict, second: Verdict, count: number): [Verdict, Verdict][] =>
  Array.from({ length: count }, () => [first, second]);

describe("measureAgreement", () => {
  it("takes off what two judges with these habits agree in by chance", () => {
    // Worked by hand: 35 of 50 agree; by chance (25·30 + 25·20) / 50² = 0.5.
    const agreement = measureAgreement([
      ...pairs("defended", "defended", 20),
      ...pairs("defended", "not", 5),
      ...pairs("not", "defended", 10),
      ...pairs("not", "not", 15),
    ]);
    expect(agreement).toMatchObject({ count: 50, share: 0.7 });
    expect(agreement.kappa).toBeCloseTo(0.4, 12);
    expect(agreement.table.not.defended).toBe(10);
    expect(agreement.table.defended.not).toBe(5);
  });

  it("is 1 for judges who say the same, 0 at chance, and below 0 for those who contradict", () => {
    const same = [...pairs("half", "half", 3), ...pairs("not", "not", 4)];
    expect(measureAgreement(same).kappa).toBe(1);
    const chance = [
      ...pairs("half", "half", 1),
      ...pairs("half", "not", 1),
      ...pairs("not", "half", 1),
      ...pairs("not", "not", 1),
    ];
    expect(measureAgreement(chance).kappa).toBe(0);
    expect(measureAgreement([...pairs("half", "not", 2), ...pairs("not", "half", 2)]).kappa).toBe(-1);
  });

  it("has no kappa where both say one thing of all, and nothing at all for no answers", () => {
    expect(measureAgreement(pairs("defended", "defended", 5))).toMatchObject({ share: 1, kappa: null });
    expect(measureAgreement([])).toMatchObject({ count: 0, share: null, kappa: null });
  });
});
