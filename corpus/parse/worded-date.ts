/** Dates as people write them into headings, in the languages that the product speaks. */

/** The first letters of the months, which tell them apart in each of the languages. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|f[ée]v)/,
  /^(?:mar|mär|maa|mrt|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ao[uû]|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic|d[ée]c)/,
];

const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** `01.03.2024`: with dots the day comes first everywhere. With slashes nobody can know. */
const DAY_FIRST = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/;
const DAY_MONTH =
  /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)/u;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)/u;
const MONTH_YEAR = /(?<!\p{L})(\p{L}{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)/u;

export interface WordedDate {
  /** ISO 8601; the first of the month where the day is not named. */
  date: string;
  /** As it stands in the text. */
  written: string;
}

/** The first date in a short text. */
export function findWordedDate(text: string): WordedDate | undefined {
  const short = text.slice(0, 300);
  let match = YEAR_FIRST.exec(short);
  if (match !== null) return dated(match[0], match[1], Number(match[3]), match[4]);
  match = DAY_FIRST.exec(short);
  if (match !== null) return dated(match[0], match[3], Number(match[2]), match[1]);
  match = DAY_MONTH.exec(short);
  if (match !== null) return dated(match[0], match[3], monthOf(match[2]), match[1]);
  match = MONTH_DAY.exec(short);
  if (match !== null) return dated(match[0], match[3], monthOf(match[1]), match[2]);
  match = MONTH_YEAR.exec(short);
  return match === null ? undefined : dated(match[0], match[2], monthOf(match[1]), "1");
}

/** 1 to 12; 0 for what is no month. */
function monthOf(name: string | undefined): number {
  const lower = name?.toLowerCase() ?? "";
  return MONTHS.findIndex((month) => month.test(lower)) + 1;
}

function dated(
  written: string,
  year: string | undefined,
  month: number,
  day: string | undefined,
): WordedDate | undefined {
  const value = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  // 31 February is another day, and so no date.
  if (month < 1 || value.getUTCMonth() !== month - 1 || value.getUTCDate() !== Number(day)) return undefined;
  return { date: value.toISOString().slice(0, 10), written };
}
