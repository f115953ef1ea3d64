/** Whether an amount can be reckoned from two others in one step, whatever they measure. */
import type { Amount } from "./amounts.ts";
import type { CheckedStatement } from "./sentence-context.ts";

/** More is no page, and would cost the square of it. */
const MAX_NUMBERS = 70;

/** Numbers of the passages and of what else the sentence says. */
function numbersFor(amount: Amount, { cited, clauses, asked }: CheckedStatement): number[] {
  const own = clauses.flatMap(({ amounts }) => [...amounts]).filter((other) => other !== amount);
  const there = cited.flatMap(({ sentences }) => sentences.flatMap(({ amounts }) => [...amounts]));
  const all = [...own, ...asked, ...there].flatMap(({ numbers, values }) => [...numbers, ...values]);
  return [...new Set([...all, ...USUAL, ...cited.flatMap(({ counts }) => [...counts])])].slice(
    0,
    MAX_NUMBERS,
  );
}

/** Days of a week, months of a year, hours of a day, twice and half. */
const USUAL = [2, 3, 4, 7, 12, 24, 60, 100];

export function isReckoned(amount: Amount, statement: CheckedStatement): boolean {
  const numbers = numbersFor(amount, statement);
  const targets = [...new Set([...amount.numbers, ...amount.values])];
  const isTarget = (value: number): boolean =>
    targets.some((target) => Math.abs(target - value) <= Math.abs(target) * 1e-4);
  return numbers.some((a, index) =>
    numbers
      .slice(index)
      .some(
        (b) =>
          isTarget(a + b) ||
          isTarget(Math.abs(a - b)) ||
          isTarget(Math.abs(a - b) + 1) ||
          isTarget(a * b) ||
          (b !== 0 && isTarget(a / b)) ||
          (a !== 0 && isTarget(b / a)) ||
          isTarget(a * (1 - b / 100)) ||
          isTarget((a * b) / 100) ||
          isTarget(a * (1 + b / 100)),
      ),
  );
}
