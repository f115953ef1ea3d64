/** Amounts that one phrase stands for, number and unit together: "half an hour", "noon", "a dozen". */
import type { Dimension } from "./units.ts";

/** Each with its value in the unit of its dimension. */
export const FIXED_AMOUNTS: readonly [RegExp, number, Dimension][] = [
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
