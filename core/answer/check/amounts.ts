/**
 * Amounts of a text: numbers with what they measure, in one unit for each kind of measure, so that half an hour is
 * 30 minutes, 1 GB is 1024 MB, and six in the evening is 18:00.
 */
import { numberWordsIn, numericForms, monthAt, SCALES } from "./number-words.ts";
import { unitOf, type Dimension } from "./units.ts";

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
  /** A number with several points, which is no quantity: a version, an address. */
  version?: string;
}

/** A number in digits, with its sign of money before it, and what follows closely. */
const DIGITS = /(?<![\p{L}\p{N}_.])([v$€£])?(\d{1,15}(?:[.,'’\u00A0\u202F]\d{1,15}){0,5})(?![\p{N}])/gu;
const CLOCK =
  /(?<![\p{N}.,:])([01]?\d|2[0-4])(?::([0-5]\d)(?!:?\d)|\s?(?:h|uhr|uur)\s?([0-5]\d)?(?![\p{L}\p{N}]))/giu;
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
const FIXED: readonly [RegExp, number, Dimension][] = [
  [/(?<!\p{L})(?:noon|midday|mittags|mediodía|midi|mezzogiorno|meio-dia)(?!\p{L})/giu, 720, "clock"],
  [
    /(?<!\p{L})(?:midnight|mitternacht|medianoche|minuit|mezzanotte|meia-noite|middernacht)(?!\p{L})/giu,
    1440,
    "clock",
  ],
  [
    /(?<!\p{L})(?:half an hour|half-hour|halbe stunde|media hora|demi-heure|mezz['’]ora|meia hora|half uur)(?!\p{L})/giu,
    1800,
    "time",
  ],
  [
    /(?<!\p{L})(?:quarter of an hour|viertelstunde|cuarto de hora|quart d['’]heure|quarto d['’]ora|quarto de hora|kwartier)(?!\p{L})/giu,
    900,
    "time",
  ],
  [
    /(?<!\p{L})(?:an hour and a half|one and a half hours|anderthalb stunden|eineinhalb stunden|hora y media|heure et demie|ora e mezz[ao]|hora e meia|anderhalf uur)(?!\p{L})/giu,
    5400,
    "time",
  ],
  [
    /(?<!\p{L})(?:a year and a half|one and a half years|anderthalb jahre|eineinhalb jahre|año y medio|an et demi|anno e mezzo|ano e meio|anderhalf jaar)(?!\p{L})/giu,
    18,
    "months",
  ],
  [
    /(?<!\p{L})(?:half a year|half-year|halbes jahr|halben jahr|medio año|mezz['’]anno|meio ano|half jaar)(?!\p{L})/giu,
    6,
    "months",
  ],
  [/(?<!\p{L})(?:fortnight|quinzaine|quinzena)(?!\p{L})/giu, 1_209_600, "time"],
  [/(?<!\p{L})(?:a dozen|dozen|dutzend|docena|douzaine|dozzina|dúzia|dozijn)(?!\p{L})/giu, 12, "count"],
  [
    /(?<!\p{L})(?:a third|one third|ein drittel|un tercio|un tiers|un terzo|um terço|een derde)(?!\p{L})/giu,
    100 / 3,
    "percent",
  ],
  [
    /(?<!\p{L})(?:a quarter|one quarter|ein viertel|un cuarto|un quart|un quarto|um quarto|een kwart)(?!\p{L})/giu,
    25,
    "percent",
  ],
  [
    /(?<!\p{L})(?:a fifth|one fifth|ein fünftel|una quinta parte|un cinquième|un quinto|um quinto|een vijfde)(?!\p{L})/giu,
    20,
    "percent",
  ],
  [
    /(?<!\p{L})(?:a tenth|one tenth|ein zehntel|una décima parte|un dixième|un decimo|um décimo|een tiende)(?!\p{L})/giu,
    10,
    "percent",
  ],
];

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
  // "03/2024" and "March 2024".
  if (DATES.has(a.dimension) && DATES.has(b.dimension) && a.dimension !== b.dimension)
    return (a.dimension === "date" || b.dimension === "date") && meet(a.values, b.values)
      ? "same"
      : undefined;
  if (!meet(a.numbers, b.numbers)) return undefined;
  return isBare(a) || isBare(b) ? "bare" : "other-unit";
}

export function isBare({ dimension }: Amount): boolean {
  return (
    dimension === "count" || dimension === "hour-or-count" || dimension === "month" || dimension === "date"
  );
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
  /^[\s-]?(?:(?:working|business|calendar|full|whole|more|further|consecutive|cubic|square|Kubik|metros|mètres|metri) )?/iu;

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
      numbers: [],
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
  for (const [pattern, value, dimension] of FIXED)
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
    addNumber(match.index, whole, numericForms(digits), sign, false, digits);
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
  for (const month of monthAt(text))
    amounts.push({ ...month, values: [month.value], dimension: "month", numbers: [], isWord: false });
  amounts.sort((a, b) => a.from - b.from);
  shareUnits(amounts, text);
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
    const scaled = /^\s?(\p{L}+)/u.exec(rest);
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
    const word = /^(?:°\s?\p{L}{0,2}|[%€$£]|\p{L}+)/u.exec(behind.slice(between.length))?.[0] ?? "";
    const power = /cubic|kubik/i.test(between) ? "cubic " : /square/i.test(between) ? "square " : "";
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
