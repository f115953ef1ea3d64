/** Units of measure by what they are written as, with what turns them into one unit of their kind. */

/**
 * What an amount measures. `clock` is a time of the day in minutes, `hour` what may be one or a number of hours,
 * `hour-or-count` a bare number that may be an hour, `count` any other number.
 */
export type Dimension = string;

export interface Unit {
  dimension: Dimension;
  factor: number;
  /** Of bytes counted by 1024. */
  binary?: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ["percent", 1, "% percent prozent procent"],
      ["EUR", 1, "€ eur euro euros"],
      ["USD", 1, "$ usd dollar dollars dólares dólar"],
      ["GBP", 1, "£ gbp pound pounds pfund libras"],
      ["GBP", 0.01, "p pence"],
      ["cents", 0.01, "cent cents ct centimes centesimi céntimos cêntimos centavos"],
      ["time", 0.001, "ms millisecond milliseconds millisekunden milisegundos millisecondes"],
      [
        "time",
        1,
        "s sec secs second seconds sekunde sekunden segundo segundos seconde secondes secondo secondi seconden",
      ],
      ["time", 60, "min mins minute minutes minuten minuto minutos minuti minuut"],
      ["time", 3_600, "h hr hrs hour hours stunde stunden hora horas heure heures ora ore uur uren std"],
      ["time", 86_400, "d day days tag tage tagen día días jour jours giorno giorni dia dias dag dagen"],
      ["time", 604_800, "week weeks woche wochen semana semanas semaine semaines settimana settimane weken"],
      ["months", 1, "month months monat monate monaten mes meses mois mese mesi mês maand maanden"],
      [
        "months",
        12,
        "year years jahr jahre jahren año años an ans année années anno anni ano anos jaar jaren",
      ],
      ["bytes", 1, "b byte bytes", 1],
      ["bytes", 1e3, "kb kib kilobyte kilobytes", 1_024],
      ["bytes", 1e6, "mb mib megabyte megabytes", 1_048_576],
      ["bytes", 1e9, "gb gib gigabyte gigabytes", 1_073_741_824],
      ["bytes", 1e12, "tb tib terabyte terabytes", 1_099_511_627_776],
      ["length", 0.001, "mm millimetre millimetres millimeter millimeters milímetros"],
      [
        "length",
        0.01,
        "cm centimetre centimetres centimeter centimeters zentimeter centímetros centimètres centimetri",
      ],
      ["length", 1, "m metre metres meter meters metros mètres metri metro mètre"],
      [
        "length",
        1_000,
        "km kilometre kilometres kilometer kilometers kilómetros kilomètres chilometri quilómetros",
      ],
      ["length", 1_609.344, "mile miles meilen millas"],
      ["length", 0.3048, "ft foot feet"],
      ["length", 0.0254, "inch inches zoll pulgadas"],
      ["volume", 0.001, "ml millilitre millilitres milliliter milliliters mililitros"],
      ["volume", 1, "l litre litres liter liters litro litros litri"],
      ["area", 1, "m² qm sqm"],
      ["mass", 1, "g gram grams gramm gramme grammes gramos grammi gramas"],
      ["mass", 1_000, "kg kilo kilos kilogram kilograms kilogramm chili quilos"],
      ["mass", 1e6, "tonne tonnes tons tonnen toneladas"],
      ["mass", 453.6, "lb lbs"],
      ["celsius", 1, "°c °"],
      ["hardness", 1, "°dh °d"],
      ["fahrenheit", 1, "°f"],
      ["px", 1, "px pixel pixels"],
    ] as const
  ).flatMap(([dimension, factor, words, binary]) =>
    words
      .split(" ")
      .map((word) => [word, { dimension, factor, ...(binary !== undefined && { binary }) }] as const),
  ),
);

const NAUTICAL_MILE_METRES = 1_852;

/** @param word in lower case; lengths may be "cubic metres" and "square metres" */
export function unitOf(word: string): Unit | undefined {
  if (/^nautical miles?$/.test(word)) return { dimension: "length", factor: NAUTICAL_MILE_METRES };
  const power = /^(cubic|square) (.+)$/.exec(word);
  if (power === null) return UNITS.get(word.replace(/\s/g, ""));
  const unit = UNITS.get((power[2] ?? "").toLowerCase());
  if (unit === undefined) return undefined;
  return {
    dimension: `${power[1] ?? ""} ${unit.dimension}`,
    factor: unit.factor ** (power[1] === "cubic" ? 3 : 2),
  };
}

const PERIODS: ReadonlyMap<string, string> = new Map(
  [
    "hour h hr stunde hora heure ora uur",
    "day tag día jour giorno dia dag night nacht noche nuit notte noite",
    "week woche semana semaine settimana",
    "month mo monat mes mois mese mês maand monthly monatlich mensual mensuel mensuelle mensile mensal maandelijks",
    "quarter quartal trimestre kwartaal quarterly",
    "year yr jahr año an année anno ano jaar yearly annually annual jährlich anual annuel annuelle annuale jaarlijks",
  ].flatMap((line) => {
    const [name = "", ...others] = line.split(" ");
    return [name, ...others].map((word) => [word, name] as const);
  }),
);

/** "/ month", "per fiscal quarter", "of leave a year"; behind "in", "for" and the like it is a length of time. */
const PERIOD_BEHIND =
  /^(?:\s(?:of|an|de|di|van|von)\s\p{L}+|\s(?!(?:in|within|for|after|before|over|once|until|lasts?|takes?|per|an?|each|every|pro|por|par|each|if|when|is|are)\s)\p{L}+)?\s?(?:\/\s?|(?:per|an?|each|every|pro|im|am|al|por|par|ogni|ao|all['’]|à l['’])\s?(?:(?:calendar|fiscal|full|single)\s)?)(\p{L}+)/iu;
const PERIOD_ADVERB =
  /^\s(monthly|quarterly|yearly|annually|monatlich|jährlich|maandelijks|jaarlijks)(?!\p{L})/iu;

/** The period that an amount is counted by, from what follows it: "month" of "per month". */
export function periodBehind(behind: string): string | undefined {
  const word = (PERIOD_ADVERB.exec(behind) ?? PERIOD_BEHIND.exec(behind))?.[1];
  return PERIODS.get(word?.toLowerCase() ?? "");
}
