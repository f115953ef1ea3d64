/** Amounts: numbers with what they measure, and whether two are the same. */
import type { Dimension } from "./units.ts";

export interface Amount {
  /** As it was written. */
  text: string;
  /** Where it begins and ends in its text. */
  from: number;
  to: number;
  /** All that it may mean, in the unit of its dimension; bytes may be counted by 1000 or by 1024. */
  values: readonly number[];
  dimension: Dimension;
  /** The number alone, whatever its unit; empty where a phrase stands for all of it. */
  numbers: readonly number[];
  /** Of "a year" and of "a quarter": it may well say no number. */
  isArticle?: boolean;
  /** Written as a word: small ones may have been counted by whoever wrote. */
  isWord: boolean;
  /** What it is counted by: "month" of "€5 a month". */
  period?: string;
  /** A number with several points, which is no quantity: a version, an address. */
  version?: string;
}

/** Whether two amounts are the same, whatever unit they were written in; `bare` where one has the other's number and no unit. */
export function compareAmounts(a: Amount, b: Amount): "same" | "bare" | "other-unit" | undefined {
  if (a.version !== undefined || b.version !== undefined)
    return a.version === b.version || a.text.startsWith(`${b.text}.`) || b.text.startsWith(`${a.text}.`)
      ? "same"
      : undefined;
  if (a.dimension === b.dimension) {
    if (meet(a.values, b.values)) return "same";
    return !isBare(a) && meet(a.numbers, b.numbers) ? "other-unit" : undefined;
  }
  const [one, other] = [inCommon(a, b.dimension), inCommon(b, a.dimension)];
  if (one !== undefined && other !== undefined && meet(one, other)) return "same";
  if (a.dimension === "time" && b.dimension === "months" && spans(a, b)) return "same";
  if (a.dimension === "months" && b.dimension === "time" && spans(b, a)) return "same";
  if ((a.dimension === "ordinal" && isBare(b)) || (b.dimension === "ordinal" && isBare(a)))
    return b.dimension !== "month" && a.dimension !== "month" && meet(a.numbers, b.numbers)
      ? "same"
      : undefined;
  // "03/2024" and "March 2024".
  if (DATES.has(a.dimension) && DATES.has(b.dimension) && a.dimension !== b.dimension)
    return (a.dimension === "date" || b.dimension === "date") && meet(a.values, b.values)
      ? "same"
      : undefined;
  if (!meet(a.numbers, b.numbers)) return undefined;
  return isBare(a) || isBare(b) ? "bare" : "other-unit";
}

export function isBare({ dimension }: Amount): boolean {
  return /^(?:count|ordinal|hour-or-count|month|date)$/.test(dimension);
}

const DATES: ReadonlySet<string> = new Set(["month", "date", "count"]);
const MONEY: ReadonlySet<string> = new Set(["EUR", "USD", "GBP"]);
const CLOCKS: ReadonlySet<string> = new Set(["clock", "hour", "hour-or-count"]);

/** The values of an amount as they compare with another dimension; undefined where they do not. */
function inCommon({ dimension, values }: Amount, other: Dimension): readonly number[] | undefined {
  const isMoney = (name: Dimension): boolean => MONEY.has(name);
  if ((dimension === "cents" && isMoney(other)) || (isMoney(dimension) && other === "cents")) return values;
  if (CLOCKS.has(dimension) && CLOCKS.has(other)) {
    if (dimension === "hour-or-count") return values.flatMap((value) => [value * 60, value * 60 + 720]);
    return values.flatMap((value) => [value, ...(value === 1440 ? [0] : value === 0 ? [1440] : [])]);
  }
  if (dimension === "hour" && other === "time") return values.map((value) => value * 60);
  if (dimension === "time" && other === "hour") return values;
  return undefined;
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  return a.some((one) => b.some((other) => Math.abs(one - other) <= Math.abs(one) * 1e-6));
}

/** Whether days may be so many months. */
function spans(time: Amount, months: Amount): boolean {
  return time.values.some((seconds) =>
    months.values.some(
      (count) => seconds / 86_400 >= count * 28 && seconds / 86_400 <= count * 31 && count > 0,
    ),
  );
}
