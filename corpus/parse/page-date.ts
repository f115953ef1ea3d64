/** As docfx writes dates: the month first. */
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Epoch milliseconds of a date as a page writes it; NaN for what is none. */
export function parsePageDate(text: string): number {
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    return Date.UTC(Number(monthFirst[3]), Number(monthFirst[1]) - 1, Number(monthFirst[2]));
  }
  return Date.parse(text);
}

/** The same as ISO 8601 date; undefined for what is none. */
export function isoDateOf(text: string | undefined): string | undefined {
  const ms = text === undefined ? Number.NaN : parsePageDate(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().slice(0, 10);
}
