/** Dates of front matter, as generators read them for addresses. */

export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Epoch milliseconds. */
  time: number;
}

const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?/;

/**
 * @param value text as it is written in front matter, or a date of TOML.
 * @param timeZone IANA name of the zone that the generator writes dates in; by default the date is taken in the zone
 * that it is written in.
 */
export function parseDate(value: unknown, timeZone?: string): DateParts | undefined {
  const text = value instanceof Date ? tomlText(value) : typeof value === "string" ? value.trim() : "";
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  if (Number.isNaN(local) || month > 12 || day > 31) return undefined;
  const zone = match[7];
  const time = local - offsetMinutes(zone) * 60_000;
  if (timeZone !== undefined && match[4] !== undefined) {
    const shifted = inZone(time, timeZone);
    if (shifted !== undefined) return { ...shifted, time };
  }
  return { year, month, day, hour, minute, second, time };
}

/** A date of TOML knows how it was written; a plain one is written in UTC. */
function tomlText(value: Date): string {
  const written = value.toISOString();
  return written.includes("T") ? written : `${written}T00:00:00Z`;
}

function offsetMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone ?? "");
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function inZone(time: number, timeZone: string): Omit<DateParts, "time"> | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    const parts = Object.fromEntries(
      format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return { year, month, day, hour, minute, second };
  } catch {
    return undefined;
  }
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** 1 to 366. */
export function dayOfYear({ year, month, day }: DateParts): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

/** Of ISO 8601: the week with the year's first Thursday is its first. Weekdays from 1, Monday, to 7. */
export function isoWeek({ year, month, day }: DateParts): { year: number; week: number; weekday: number } {
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  const thursday = new Date(date.getTime() + (4 - weekday) * 86_400_000);
  const weekYear = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / (7 * 86_400_000)) + 1;
  return { year: weekYear, week, weekday };
}

export const MONTHS =
  "January February March April May June July August September October November December".split(" ");
export const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
