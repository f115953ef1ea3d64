/** Whether an amount follows from those of the passages by one step that a reader does in the head. */
import { compareAmounts, isBare, type Amount } from "./amounts.ts";
import type { EvidenceSentence } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import { unitOf } from "./units.ts";

/** "a double appointment" is two of them. */
const FACTORS: readonly [RegExp, number][] = [
  [
    /(?<!\p{L})(?:double|twice|doppel\p{L}*|doble\p{L}*|le double|doppi\p{L}*|dobro|dupl[oa]|dubbel\p{L}*)(?!\p{L})/iu,
    2,
  ],
  [/(?<!\p{L})(?:half|halb\p{L}*|mitad|moitié|metà|metade|helft)(?!\p{L})/iu, 0.5],
  [/(?<!\p{L})(?:triple|dreifach\p{L}*|tripl\p{L}*|drievoud\p{L}*)(?!\p{L})/iu, 3],
  [
    /(?<!\p{L})(?:years?|yearly|annual\p{L}*|jahr\p{L}*|años?|ans?|années?|ann[oi]|anos?|jaar)(?!\p{L})/iu,
    12,
  ],
];

/** "in total" */
const TOTAL =
  /(?<!\p{L})(?:total\p{Ll}?|altogether|combined|sum|all in all|overall|insgesamt|zusammen|gesamt\p{L}*|en tout|au total|complessiv\p{L}*|totale|samen|totaal|together|both|difference|more|less|longer|shorter|left|later|earlier)(?!\p{L})/iu;

/** More is no page, and would cost the square of it. */
const MAX_AMOUNTS = 60;

export function isDerived(amount: Amount, statement: CheckedStatement): boolean {
  const factors = FACTORS.flatMap(([pattern, factor]) => (pattern.test(statement.text) ? [factor] : []));
  // The page may say that something costs half as much.
  for (const [pattern, factor] of FACTORS.slice(0, 2))
    if (statement.cited.some(({ text }) => pattern.test(text))) factors.push(factor);
  const own = [...statement.clauses.flatMap(({ amounts }) => [...amounts]), ...statement.asked].filter(
    (other) => other !== amount && other.isArticle !== true,
  );
  for (const other of own) if (isBare(other)) factors.push(...other.values);
  if (isOfRate(amount, statement) || isWholePeriod(amount, statement)) return true;
  // Whoever reckons shows what with: a sum of numbers that nobody names is made up.
  const isReckoned =
    factors.length > 0 || TOTAL.test(statement.text) || own.some((other) => isComparable(amount, other));
  // "£16 for 200 litres" where the page says £4 per 50 litres.
  const isProportional = (one: Amount, near: readonly Amount[]): boolean =>
    near.some(
      (base) =>
        base !== one &&
        !isBare(base) &&
        base.dimension !== one.dimension &&
        own.some(
          (other) =>
            other.dimension === base.dimension &&
            other.values.some((value) =>
              base.values.some((unit) => unit > 0 && isSame(amount, one, (price) => (price * value) / unit)),
            ),
        ),
    );
  // "10 % off" leaves 90 %.
  const isRest = (one: Amount): boolean =>
    one.dimension === "percent" && isSame(amount, one, (value) => 100 - value);
  // "Sixteen lessons in total": two a week for eight weeks.
  const isProduct = (near: readonly Amount[]): boolean =>
    isBare(amount) &&
    near.some((one) =>
      near.some(
        (other) =>
          other !== one &&
          one.numbers.some((a) => other.numbers.some((b) => b > 1 && a > 1 && amount.values.includes(a * b))),
      ),
    );
  for (const { sentences } of statement.cited) {
    if (
      TOTAL.test(statement.text) &&
      sentences.some(({ amounts }) => isProduct(amounts.slice(0, MAX_AMOUNTS)))
    )
      return true;
    const relative = sentences
      .filter(isRelative)
      .flatMap(({ amounts }) => [...amounts])
      .slice(0, MAX_AMOUNTS);
    for (const { amounts, nearAmounts, group } of sentences) {
      const row =
        group === undefined
          ? []
          : sentences.filter((other) => other.group === group).flatMap((other) => [...other.amounts]);
      const near = [...amounts, ...nearAmounts, ...row].slice(0, MAX_AMOUNTS);
      const counts = amounts.filter(isBare).flatMap(({ values }) => [...values]);
      for (const one of amounts.slice(0, MAX_AMOUNTS)) {
        if (isBare(one) || isRest(one)) {
          if (isBare(one)) continue;
          return true;
        }
        if (isProportional(one, near)) return true;
        const multiples = isReckoned ? [...factors, ...counts] : factors;
        if (multiples.some((factor) => isSame(amount, one, (value) => value * factor))) return true;
        // A time before closing stands anywhere on a page; elsewhere only what stands together is reckoned with.
        const others = one.dimension === "clock" ? [...near, ...relative] : near;
        const isClock = one.dimension === "clock" || one.dimension === "hour";
        // "30 days before the end" of 90 days is told by the page as a step from one to the other.
        const isStep = (other: Amount): boolean =>
          isClock ||
          isReckoned ||
          (one.dimension === "time" && (relative.includes(other) || relative.includes(one)));
        if (others.some((other) => isStep(other) && isSum(amount, one, other))) return true;
      }
    }
  }
  return false;
}

/** "4 hours at €45 an hour" */
export function isOfRate(amount: Amount, { clauses, asked, cited }: CheckedStatement): boolean {
  const times = [...clauses.flatMap(({ amounts }) => [...amounts]), ...asked].filter(
    ({ dimension, isArticle }) => isArticle !== true && (dimension === "time" || dimension === "months"),
  );
  if (times.length === 0) return false;
  return cited.some(({ sentences }) =>
    sentences.some(({ amounts }) =>
      amounts.some((one) => {
        const unit = unitOf(one.period ?? "");
        return (
          unit !== undefined &&
          times.some(
            (time) =>
              time !== amount &&
              time.dimension === unit.dimension &&
              time.values.some((value) => isSame(amount, one, (rate) => (rate * value) / unit.factor)),
          )
        );
      }),
    ),
  );
}

/** "12 months" where the page counts by the year. */
function isWholePeriod({ dimension, values }: Amount, { cited }: CheckedStatement): boolean {
  if (dimension !== "time" && dimension !== "months") return false;
  return cited.some(({ sentences }) =>
    sentences.some(({ amounts }) =>
      amounts.some(({ period }) => {
        const unit = unitOf(period ?? "");
        return unit?.dimension === dimension && values.includes(unit.factor);
      }),
    ),
  );
}

/** Whether a sentence says how long before or after something it is, or how long something takes. */
function isRelative({ keys }: EvidenceSentence): boolean {
  return keys.has("o:order") || keys.has("m:period") || keys.has("m:early");
}

function isSum(amount: Amount, one: Amount, other: Amount): boolean {
  if (other === one || isBare(other) || [one, other].some(({ isArticle }) => isArticle === true))
    return false;
  const isClock = one.dimension === "clock" || one.dimension === "hour";
  // From eight to ten in the evening it is 14 hours.
  if (isClock && (other.dimension === "clock" || other.dimension === "hour"))
    return other.values.some((end) => one.values.some((start) => isLength(amount, end - start)));
  if (one.dimension !== other.dimension && !(isClock && other.dimension === "time")) return false;
  const scale = isClock ? 1 / 60 : 1;
  return other.values.some(
    (step) =>
      isSame(amount, one, (value) => value + step * scale) ||
      isSame(amount, one, (value) => value - step * scale),
  );
}

function isLength({ dimension, values }: Amount, minutes: number): boolean {
  return dimension === "time" && minutes > 0 && values.includes(minutes * 60);
}

function isSame(amount: Amount, from: Amount, change: (value: number) => number): boolean {
  return compareAmounts(amount, { ...from, values: from.values.map(change), numbers: [] }) === "same";
}

function isComparable(a: Amount, b: Amount): boolean {
  return a.dimension === b.dimension || (a.dimension === "clock" && b.dimension === "time");
}
