/**
 * Opening hours in words: "Monday to Friday 9:00–18:00, Saturday 10:00–14:00; closed on Sunday".
 *
 * @see https://schema.org/openingHours
 * @see https://schema.org/OpeningHoursSpecification
 */
import { dayWords, timeWords } from "./formatted-values.ts";
import { localName, plainText, textOf, textsOf, thingsOf, valuesOf, isThing, type Thing } from "./thing.ts";
import type { Speech } from "./words.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Monday. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const HOLIDAYS = 7;

/** "9:00–18:00", or "" for closed; by day, from Monday as 0; 7 are public holidays. */
type Week = Map<number, Set<string>>;

interface Exception {
  from: string;
  until?: string | undefined;
  times: string;
}

/** Undefined where nothing is said about hours. */
export function openingHoursWords(
  thing: Thing,
  speech: Speech,
): { week?: string; exceptions?: string } | undefined {
  const week: Week = new Map();
  const exceptions: Exception[] = [];
  const free: string[] = [];
  for (const value of valuesOf(thing, "openingHours")) {
    if (isThing(value)) addSpecification(value, week, exceptions, speech);
    else if (!addText(plainText(value), week, speech)) free.push(plainText(value));
  }
  for (const part of thingsOf(
    thing,
    "openingHoursSpecification",
    "specialOpeningHoursSpecification",
    "hoursAvailable",
  )) {
    addSpecification(part, week, exceptions, speech);
  }
  const said = [weekWords(week, speech), ...free].filter((text) => text !== "").join("; ");
  const special = exceptions.map((exception) => exceptionWords(exception, speech)).join("; ");
  if (said === "" && special === "") return undefined;
  return { ...(said !== "" && { week: said }), ...(special !== "" && { exceptions: special }) };
}

/** `Mo-Fr 09:00-18:00`, `Sa,Su 10:00-14:00`; false for what is written in other ways. */
function addText(text: string, week: Week, speech: Speech): boolean {
  const parts = text.split(/[;|]|,\s*(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\w*\s*(?:[-–]|\s\d))/i);
  const found: { days: number[]; times: string }[] = [];
  for (const part of parts.map((piece) => piece.trim()).filter((piece) => piece !== "")) {
    const match = /^([a-z]{2,9}(?:\s*[-–,]\s*[a-z]{2,9}){0,7})\.?:?\s*(.*)$/i.exec(part);
    const days = match === null ? undefined : daysOf(match[1] ?? "");
    const rest = match?.[2] ?? part;
    const times = timesOf(rest, speech);
    if (times === undefined || (match !== null && days === undefined)) return false;
    found.push({ days: days ?? [0, 1, 2, 3, 4, 5, 6], times });
  }
  for (const { days, times } of found) for (const day of days) addTimes(week, day, times);
  return found.length > 0;
}

function daysOf(text: string): number[] | undefined {
  const days: number[] = [];
  for (const part of text.split(",")) {
    const [first, last] = part.split(/[-–]/).map((name) => dayOf(name.trim()));
    if (first === undefined) return undefined;
    if (!/[-–]/.test(part)) days.push(first);
    else {
      if (last === undefined) return undefined;
      for (let day = first; ; day = (day + 1) % 7) {
        days.push(day);
        if (day === last) break;
      }
    }
  }
  return days;
}

/** By the first two letters, in English, as the vocabulary has it. */
function dayOf(name: string): number | undefined {
  const lower = localName(name).toLowerCase();
  if (lower === "publicholidays" || lower === "ph") return HOLIDAYS;
  const day = DAYS.findIndex(
    (known) => lower.length >= 2 && known.startsWith(lower.slice(0, lower.length > 4 ? 4 : 2)),
  );
  return day < 0 ? undefined : day;
}

/** Undefined for what are no times. */
function timesOf(text: string, speech: Speech): string | undefined {
  if (text === "" || /^(?:closed|off)$/i.test(text)) return text === "" ? undefined : "";
  const times = text.split(/\s*,\s*/).map((part) => {
    const match = /^(\d{1,2}(?::?\d{2})?)\s*(?:[-–]|to)\s*(\d{1,2}(?::?\d{2})?)$/i.exec(part.trim());
    return match === null ? undefined : interval(match[1] ?? "", match[2] ?? "", speech);
  });
  return times.includes(undefined) ? undefined : times.join(` ${speech.words.and} `);
}

function interval(opens: string, closes: string, { words }: Speech): string {
  const from = timeWords(opens);
  const until = timeWords(closes);
  if (from === "0:00" && (until === "23:59" || until === "24:00")) return words.openAllDay;
  return from === until ? (from === "0:00" ? "" : words.openAllDay) : `${from}–${until}`;
}

function addSpecification(part: Thing, week: Week, exceptions: Exception[], speech: Speech): void {
  const opens = textOf(part, "opens");
  const closes = textOf(part, "closes");
  const times = opens === undefined || closes === undefined ? "" : interval(opens, closes, speech);
  const days = textsOf(part, "dayOfWeek").flatMap((name) => daysOf(localName(name)) ?? []);
  const from = textOf(part, "validFrom");
  const until = textOf(part, "validThrough");
  if (from !== undefined && days.length === 0) exceptions.push({ from, until, times });
  else if (from !== undefined && isWithinMonths(from, until))
    exceptions.push({ from, until, times: withDays(days, times, speech) });
  else if (days.length > 0) for (const day of days) addTimes(week, day, times);
  else if (times !== "") for (let day = 0; day < 7; day++) addTimes(week, day, times);
}

/** Hours of a season are exceptions too; those of a year are the usual ones. */
function isWithinMonths(from: string, until: string | undefined): boolean {
  const days = (Date.parse(until ?? "") - Date.parse(from)) / DAY_MS;
  return days < 300;
}

function withDays(days: readonly number[], times: string, speech: Speech): string {
  return weekWords(new Map(days.map((day) => [day, new Set([times])])), speech, false);
}

function addTimes(week: Week, day: number, times: string): void {
  const known = week.get(day) ?? new Set();
  // Of "closed" beside a time the time is right: the other is what was left over.
  if (times === "" ? known.size === 0 : true) {
    if (times !== "") known.delete("");
    known.add(times);
  }
  week.set(day, known);
}

/** Neighbouring days of the same hours as one; days of which nothing is said are closed, where the others are named. */
function weekWords(week: Week, speech: Speech, namesClosed = true): string {
  if (week.size === 0) return "";
  const { words } = speech;
  const timesOn = (day: number): string =>
    [...(week.get(day) ?? [])]
      .filter((times) => times !== "")
      .sort(byTime)
      .join(` ${words.and} `);
  const runs: { first: number; last: number; times: string }[] = [];
  for (let day = 0; day < 7; day++) {
    if (!week.has(day) && !namesClosed) continue;
    const times = timesOn(day);
    const last = runs.at(-1);
    if (last !== undefined && last.times === times && last.last === day - 1) last.last = day;
    else runs.push({ first: day, last: day, times });
  }
  const daysWords = ({ first, last }: { first: number; last: number }): string => {
    if (first === last) return dayName(first, speech);
    const joint = last === first + 1 ? ` ${words.and} ` : ` ${words.to} `;
    return `${dayName(first, speech)}${joint}${dayName(last, speech)}`;
  };
  const open = runs.filter(({ times }) => times !== "").map((run) => `${daysWords(run)} ${run.times}`);
  const closed = runs.filter(({ times }) => times === "").map(daysWords);
  if (week.has(HOLIDAYS)) {
    const times = timesOn(HOLIDAYS);
    if (times === "") closed.push(words.publicHolidays);
    else open.push(`${words.publicHolidays} ${times}`);
  }
  return [open.join(", "), closed.length === 0 ? "" : `${closed.join(", ")} ${words.closed}`]
    .filter((text) => text !== "")
    .join("; ");
}

function byTime(left: string, right: string): number {
  return Number.parseInt(left, 10) - Number.parseInt(right, 10) || (left < right ? -1 : 1);
}

function dayName(day: number, { locale }: Speech): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    new Date(FIRST_DAY + day * DAY_MS),
  );
}

function exceptionWords({ from, until, times }: Exception, speech: Speech): string {
  const { words } = speech;
  const first = dayWords(from, speech) ?? from;
  const last = until === undefined || until === from ? undefined : dayWords(until, speech);
  const days = last === undefined ? first : `${first} ${words.to} ${last}`;
  return `${days} ${times === "" ? words.closed : times}`;
}
