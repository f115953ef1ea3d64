import { describe, expect, it } from "vitest";
import { compareAmounts } from "../../../../core/answer/check/amounts.ts";
import { amountsOf } from "../../../../core/answer/check/read-amounts.ts";

const comparison = (one: string, other: string): string | undefined => {
  const [a] = amountsOf(one);
  const [b] = amountsOf(other);
  if (a === undefined || b === undefined) throw new Error(`No amount in "${one}" or "${other}".`);
  return compareAmounts(a, b);
};

describe("two amounts", () => {
  it.each([
    ["half an hour", "30 minutes"],
    ["eine Viertelstunde", "15 Minuten"],
    ["a year and a half", "18 months"],
    ["two days", "48 hours"],
    ["six in the evening", "18:00"],
    ["half past seven", "7:30"],
    ["11 p.m.", "23:00"],
    ["noon", "12:00"],
    ["twice a year", "6 months"],
    ["1 GB", "1024 MB"],
    ["1 GB", "1000 MB"],
    ["31.5 kg", "31,500 grams"],
    ["20p", "£0.20"],
    ["29 cents", "€0.29"],
    ["8 €", "€8"],
    ["a fifth", "20 %"],
    ["twenty-five people", "25"],
    ["1.25 million", "1,250,000"],
    ["3 cubic metres", "three cubic metres"],
    ["03/2024", "March 2024"],
  ])("are the same: %s, %s", (one, other) => {
    expect(comparison(one, other)).toBe("same");
  });

  it.each([
    ["24 minutes", "24 hours", "other-unit"],
    ["1.2 kg", "1.2 litres", "other-unit"],
    ["12 euros", "12 dollars", "other-unit"],
    ["3 cubic metres", "3 cubic feet", "other-unit"],
    ["12", "12 euros", "bare"],
    ["12 euros", "13 euros", undefined],
    ["TLS 1.2", "TLS 1.3", undefined],
  ])("differ: %s, %s", (one, other, expected) => {
    expect(comparison(one, other)).toBe(expected);
  });

  it("share the unit of a range", () => {
    expect(amountsOf("4 to 6 working days").map(({ dimension }) => dimension)).toEqual(["time", "time"]);
    expect(amountsOf("6 bis 22 Uhr").map(({ values }) => values[0])).toEqual([360, 1320]);
  });
});
