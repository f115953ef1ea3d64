/**
 * Amounts of a text: numbers with what they measure, in one unit for each kind of measure, so that half an hour is
 * 30 minutes, 1 GB is 1024 MB, and six in the evening is 18:00.
 */
import type { Amount } from "./amounts.ts";
import { FIXED_AMOUNTS } from "./fixed-amounts.ts";
import { numberWordsIn, numericForms, monthAt, ordinalWordsIn, SCALES } from "./number-words.ts";
import { periodBehind, unitOf, type Dimension } from "./units.ts";

/** A number in digits, with its sign of money before it, and what follows closely. */
const DIGITS =
  /(?<![\p{L}\p{N}_.])(v|[$€£]\s?)?(\d{1,3}(?: \d{3}){1,4}(?! ?\d)|\d{1,15}(?:[.,'’\u00A0\u202F]\d{1,15}){0,5})(?![\p{N}])/gu;
const CLOCK =
  /(?<![\p{N}.,:])([01]?\d|2[0-4])(?::([0-5]\d)(?!:?\d)|\s?(?:h|uhr|uur)\s?(?:([0-5]\d)(?!\s?min))?(?![\p{L}\p{N}]))/giu;
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g;

/** "6 p.m.", "six in the evening", "las siete de la tarde". */
const AFTERNOON =
  /^\s?(?:p\.?m\.?|in the (?:evening|afternoon)|at night|abends|nachmittags|am (?:abend|nachmittag)|de la (?:tarde|noche)|du soir|de l['’]après-midi|(?:di|della) (?:sera|notte)|del pomeriggio|da (?:tarde|noite)|['’]s (?:avonds|middags))(?!\p{L})/iu;
const MORNING =
  /^\s?(?:a\.?m\.?|in the morning|(?:o['’]clock )?(?:in the )?morning|morgens|vormittags|am morgen|de la mañana|du matin|(?:di|del) mattin[ao]|da manhã|['’]s (?:ochtends|morgens))(?!\p{L})/iu;
const OCLOCK = /^\s?(?:o['’]clock|uhr|uur)(?!\p{L})/iu;
/** What comes before an hour that is a bare number. */
const BEFORE_HOUR =
  /(?:^|[\s(])(?:at|until|till|by|from|to|before|after|than|um|bis|ab|von|las?|les?|à|à?s|alle|dalle|le|om|tot|vanaf|às|das|até)\s$/iu;
/** "half past seven", "quarter to six". */
const PAST = /(?<!\p{L})(half past|(?:a )?quarter past|(?:a )?quarter to) (\p{L}+|\d{1,2})(?!\p{L})/giu;

/** "twice a year" is also every six months. */
const FREQUENCY =
  /^\s?(?:times |-?mal |veces |fois |volte |vezes |keer )?(?:a|an|per|each|every|pro|im|am|in der|al|a la|por|par|all['’]|per|ao|à|per)\s(\p{L}+)/iu;
const REPEATED: readonly [RegExp, number][] = [
  [
    /(?<!\p{L})(?:twice|two times|zweimal|dos veces|deux fois|due volte|duas vezes|tweemaal|twee keer)(?!\p{L})/giu,
    2,
  ],
];

/** Two numbers of one unit: "4 to 6 days". */
const RANGE = /^\s?(?:to|–|-|—|and|or|bis|und|oder|a|y|o|à|et|ou|e|até|tot|en|of|al|ai)\s?$/iu;

/** Words between a number and its unit. */
const BETWEEN =
  /^[\s-]?(?:(?:working|business|calendar|full|whole|more|further|consecutive|cubic|square|nautical|Kubik|metros|mètres|metri) )?/iu;

/** The amounts of a text in their order. */
export function amountsOf(text: string): Amount[] {
  const amounts: Amount[] = [];
  const taken: [number, number][] = [];
  const isTaken = (from: number): boolean => taken.some(([start, end]) => from >= start && from < end);
  const add = (amount: Amount): void => {
    if (isTaken(amount.from)) return;
    taken.push([amount.from, amount.to]);
    amounts.push(amount);
  };
  const fixed = (from: number, whole: string, values: readonly number[], dimension: Dimension): void =>
    add({
      text: whole,
      from,
      to: from + whole.length,
      values,
      dimension,
      numbers: dimension === "count" ? values : [],
      isWord: true,
      isArticle: dimension === "percent",
    });

  for (const match of text.matchAll(PAST)) {
    const hour = Number(match[2]) || numberWordsIn(match[2] ?? "")[0]?.value;
    if (hour === undefined) continue;
    const shift = { h: 30, q: 15, a: 15 }[(match[1] ?? "h").charAt(0).toLowerCase()] ?? 30;
    const minutes = hour * 60 + (/ to$/i.test(match[1] ?? "") ? -shift : shift);
    fixed(match.index, match[0], [minutes, minutes + 720], "clock");
  }
  for (const [pattern, value, dimension] of FIXED_AMOUNTS)
    for (const match of text.matchAll(pattern)) fixed(match.index, match[0], [value], dimension);
  for (const match of text.matchAll(ISO_DATE)) {
    [match[1], match[2], match[3]].forEach((part, index) => {
      if (part === undefined) return;
      const from = match.index + [0, 5, 8][index]!;
      amounts.push({
        text: part,
        from,
        to: from + part.length,
        values: [Number(part)],
        dimension: index === 1 ? "month" : "count",
        numbers: [Number(part)],
        isWord: false,
      });
    });
    taken.push([match.index, match.index + match[0].length]);
  }
  for (const match of text.matchAll(CLOCK)) {
    const [whole, hours = "", minutes, later] = match;
    const value = Number(hours) * 60 + Number(minutes ?? later ?? 0);
    const rest = text.slice(match.index + whole.length);
    const values = AFTERNOON.test(rest) && value < 720 ? [value + 720] : [value];
    // "24 h" may be a duration.
    if (minutes === undefined && later === undefined) {
      add({
        text: whole,
        from: match.index,
        to: match.index + whole.length,
        values,
        dimension: "hour",
        numbers: [Number(hours)],
        isWord: false,
      });
    } else fixed(match.index, whole, values, "clock");
  }
  for (const [pattern, count] of REPEATED) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const unit = unitOf(FREQUENCY.exec(text.slice(end))?.[1] ?? "");
      if (unit !== undefined && count > 1)
        fixed(match.index, match[0], [unit.factor / count], unit.dimension);
    }
  }
  for (const match of text.matchAll(DIGITS)) {
    const [whole, sign = "", digits = ""] = match;
    if (isTaken(match.index)) continue;
    const ordinal = ORDINAL_END.exec(text.slice(match.index + whole.length, match.index + whole.length + 3));
    if (ordinal !== null && sign === "") {
      const to = match.index + whole.length + ordinal[0].length;
      const values = [Number(digits)];
      add({
        text: whole,
        from: match.index,
        to,
        values,
        dimension: "ordinal",
        numbers: values,
        isWord: false,
      });
      continue;
    }
    addNumber(match.index, whole, numericForms(digits), sign.trim(), false, digits);
  }
  for (const { from, to, value, isOne, text: word } of numberWordsIn(text)) {
    if (isTaken(from)) continue;
    const before = amounts.length;
    addNumber(from, text.slice(from, to), [value], "", true);
    const added = amounts[before];
    if (!isOne || added === undefined) continue;
    // "One" alone is rather a pronoun, "a" an article.
    if (added.dimension === "count" || added.dimension === "hour-or-count") amounts.pop();
    else if (!/^one$/i.test(word) && !RELATIVE.test(text.slice(added.to, added.to + MAX_UNIT_CHARS)))
      added.isArticle = true;
  }
  for (const { from, to, text: word, value } of ordinalWordsIn(text))
    add({
      text: word,
      from,
      to,
      values: [value],
      dimension: "ordinal",
      numbers: [value],
      isWord: false,
      // "First, open the settings."
      isArticle: value <= 3,
    });
  for (const month of monthAt(text))
    amounts.push({ ...month, values: [month.value], dimension: "month", numbers: [], isWord: false });
  amounts.sort((a, b) => a.from - b.from);
  shareUnits(amounts, text);
  joinDurations(amounts, text);
  for (const amount of amounts) {
    const period = periodBehind(text.slice(amount.to, amount.to + MAX_PERIOD_CHARS));
    if (period !== undefined && !/^(?:clock|month|ordinal|date)$/.test(amount.dimension))
      amount.period = period;
  }
  return amounts;

  function addNumber(
    from: number,
    whole: string,
    forms: readonly number[],
    sign: string,
    isWord: boolean,
    digits = "",
  ): void {
    const end = from + whole.length;
    const rest = text.slice(end, end + MAX_UNIT_CHARS);
    let values = [...forms];
    const scaled = isWord ? null : /^\s?(\p{L}+)/u.exec(rest);
    const scale = SCALES.get(scaled?.[1]?.toLowerCase() ?? "");
    let to = end;
    if (scale !== undefined && scaled !== null) {
      values = values.map((value) => value * scale);
      to += scaled[0].length;
    }
    const behind = text.slice(to, to + MAX_UNIT_CHARS);
    const money = unitOf(sign);
    if (money !== undefined)
      return add({
        text: whole,
        from,
        to,
        values: values.map((value) => value * money.factor),
        dimension: money.dimension,
        numbers: values,
        isWord,
      });
    if (AFTERNOON.test(behind) || MORNING.test(behind) || OCLOCK.test(behind)) {
      const isLate = AFTERNOON.test(behind);
      const clocks = values.flatMap((value) =>
        isLate
          ? [(value % 12) * 60 + 720]
          : MORNING.test(behind)
            ? [value * 60]
            : [value * 60, value * 60 + 720],
      );
      return add({ text: whole, from, to, values: clocks, dimension: "clock", numbers: values, isWord });
    }
    const between = BETWEEN.exec(behind)?.[0] ?? "";
    const word = /^(?:°\s?\p{L}{0,2}|[%€$£](?!\s?\d)|\p{L}+)/u.exec(behind.slice(between.length))?.[0] ?? "";
    const power = /cubic|kubik/i.test(between)
      ? "cubic "
      : /square/i.test(between)
        ? "square "
        : /nautical/i.test(between)
          ? "nautical "
          : "";
    const unit = unitOf(power + word) ?? unitOf(word.toLowerCase() === word ? word : word.toLowerCase());
    if (unit !== undefined && (isWord || word !== "")) {
      const factors = unit.binary === undefined ? [unit.factor] : [unit.factor, unit.binary];
      return add({
        text: whole,
        from,
        to: to + between.length + word.length,
        values: values.flatMap((value) => factors.map((factor) => value * factor)),
        dimension: unit.dimension,
        numbers: values,
        isWord,
      });
    }
    const parts = digits.split(".");
    const isDate =
      /\d[/.-]$/.test(text.slice(Math.max(0, from - 2), from)) || /^[/-]\d/.test(text.slice(end, end + 2));
    const hours =
      BEFORE_HOUR.test(text.slice(Math.max(0, from - 8), from)) &&
      values.every((value) => value > 0 && value <= 24);
    add({
      text: whole,
      from,
      to,
      values,
      dimension: isDate ? "date" : hours ? "hour-or-count" : "count",
      numbers: values,
      isWord,
      ...(parts.length > 2 && { version: digits }),
    });
  }
}

const MAX_UNIT_CHARS = 40;
const MAX_PERIOD_CHARS = 40;
/** "1st", "15th", "2e", "1º". */
const ORDINAL_END = /^(?:st|nd|rd|th|er|re|e|º|ª)(?![\p{L}\p{N}])/u;
/** "an hour before" is one hour. */
const RELATIVE =
  /^\s(?:before|after|earlier|later|ahead|in advance|vor|vorher|nach|antes|después|avant|après|prima|dopo|depois|voor|na|vooraf)(?!\p{L})/iu;

/** In "4 to 6 working days" both are days. */
function shareUnits(amounts: Amount[], text: string): void {
  for (let index = amounts.length - 2; index >= 0; index--) {
    const [one, next] = [amounts[index], amounts[index + 1]];
    if (one === undefined || next === undefined) continue;
    const isBare = one.dimension === "count" || one.dimension === "hour-or-count";
    if (!isBare || !RANGE.test(text.slice(one.to, next.from))) continue;
    const unit = /^(?:°\s?\p{L}{0,2}|[%€$£]|\p{L}+)/u.exec(
      text.slice(next.from + next.text.length).replace(BETWEEN, ""),
    )?.[0];
    const factor =
      next.dimension === "clock" || next.dimension === "hour"
        ? 60
        : unitOf(unit?.toLowerCase() ?? "")?.factor;
    if (factor === undefined) continue;
    amounts[index] = { ...one, values: one.values.map((value) => value * factor), dimension: next.dimension };
  }
}

/** "2 h 15 min" and "two hours and fifteen minutes" are one duration. */
function joinDurations(amounts: Amount[], text: string): void {
  for (let index = amounts.length - 2; index >= 0; index--) {
    const [one, next] = [amounts[index], amounts[index + 1]];
    if (one === undefined || next?.dimension !== "time") continue;
    if (one.dimension !== "time" && one.dimension !== "hour") continue;
    if (!/^\s?(?:and|und|y|et|e|en)?\s?$/u.test(text.slice(one.to, next.from))) continue;
    const longer = one.dimension === "hour" ? one.values.map((value) => value * 60) : one.values;
    if (!longer.every((value) => next.values.every((step) => step < value))) continue;
    const values = longer.flatMap((value) => next.values.map((step) => value + step));
    const { from, isWord } = one;
    const joined = { text: text.slice(from, next.to), from, to: next.to, values, numbers: [], isWord };
    amounts.splice(index, 2, { ...joined, dimension: "time" });
  }
}
