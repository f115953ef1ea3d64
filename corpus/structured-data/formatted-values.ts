/** Dates, prices, durations and addresses of schema.org as people write them. */
import { isThing, plainText, textOf, textsOf, valuesOf, type Thing } from "./thing.ts";
import type { Speech } from "./words.ts";

/** "Friday, 5 June 2026, 19:30"; the day and the time as they are written, in no other time zone. */
export function dateWords(value: string | undefined, speech: Speech): string | undefined {
  const date = dateOf(value);
  if (date === undefined) return value;
  const day = new Intl.DateTimeFormat(speech.locale, { weekday: "long", timeZone: "UTC" }).format(date);
  const time = /T(\d{2}:\d{2})/.exec(value ?? "")?.[1];
  const words = `${day}, ${dayWords(value, speech) ?? ""}`;
  return time === undefined ? words : `${words}, ${timeWords(time)}`;
}

/** "5 June 2026". */
export function dayWords(value: string | undefined, { locale }: Speech): string | undefined {
  const date = dateOf(value);
  if (date === undefined) return value;
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(date);
}

function dateOf(value: string | undefined): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? "");
  if (match === null) return undefined;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `09:00:00` → "9:00". */
export function timeWords(time: string): string {
  const match = /^T?(\d{1,2})(?::?(\d{2}))?/.exec(time);
  return match === null ? time : `${Number(match[1])}:${match[2] ?? "00"}`;
}

/** ISO 8601: `PT1H30M` → "1 hour 30 minutes". */
export function durationWords(value: string | undefined, { words }: Speech): string | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/i.exec(value ?? "");
  if (match === null) return value;
  const minutes = Number(match[3] ?? 0);
  const hours = Number(match[2] ?? 0) + Math.floor(minutes / 60);
  const parts = [
    Number(match[1] ?? 0) > 0 ? words.day(Number(match[1])) : "",
    hours > 0 ? words.hour(hours) : "",
    minutes % 60 > 0 ? words.minute(minutes % 60) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** "€29.90"; the number as it is written where its currency is not known. */
export function priceWords(price: string, currency: string | undefined, { locale }: Speech): string {
  const amount = amountOf(price);
  if (amount === undefined) return plainText(price);
  const code = currency?.trim().toUpperCase();
  if (code === undefined || !/^[A-Z]{3}$/.test(code)) return plainText(price);
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency: code })
      .format(amount)
      .replace(/[\u00A0\u202F]/g, " ");
  } catch {
    return `${plainText(price)} ${code}`;
  }
}

/** "1,299.00", "1.299,00" and "29" as numbers; undefined for what is none. */
export function amountOf(price: string): number | undefined {
  const digits = price.replace(/[^\d.,-]/g, "");
  if (!/\d/.test(digits)) return undefined;
  const decimal = /[.,](?=\d{1,2}$)/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/[.,]/g, "");
  const amount = Number(decimal === null ? whole : `${whole}.${digits.slice(decimal.index + 1)}`);
  return Number.isFinite(amount) ? amount : undefined;
}

/** "12 Quay Street, 1234 AB Harlingen, Netherlands". */
export function addressWords(thing: Thing, ...names: readonly string[]): string | undefined {
  const [value] = valuesOf(thing, ...names);
  if (value === undefined) return undefined;
  if (!isThing(value)) return plainText(value);
  const inner = valuesOf(value, "address")[0];
  if (isThing(inner)) return addressWords(value, "address");
  const town = [textOf(value, "postalCode"), textOf(value, "addressLocality")].filter(Boolean).join(" ");
  const parts = [
    textOf(value, "streetAddress"),
    textOf(value, "postOfficeBoxNumber"),
    town === "" ? undefined : town,
    textOf(value, "addressRegion"),
    textOf(value, "addressCountry"),
  ].filter((part): part is string => part !== undefined);
  if (parts.length > 0) return [...new Set(parts)].join(", ");
  return textsOf(value, "address", "name")[0];
}
