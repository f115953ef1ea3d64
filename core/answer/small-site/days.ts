/** Days of the week that a text names without their words: those between the ends of "Mon–Fri", and those of a table of hours. */
import { baseLanguage } from "../../language/base-language.ts";

/** Kinds of days, in the order of the week. */
export const DAY_KINDS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Monday first: each the shortest that is written, and how it may go on. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "mon(?:days?)?",
    "tue(?:s(?:days?)?)?",
    "wed(?:s|nesdays?)?",
    "thu(?:rs?(?:days?)?)?",
    "fri(?:days?)?",
    "sat(?:urdays?)?",
    "sun(?:days?)?",
  ],
  de: [
    "mo(?:ntags?)?",
    "di(?:enstags?)?",
    "mi(?:ttwochs?)?",
    "do(?:nnerstags?)?",
    "fr(?:eitags?)?",
    "sa(?:mstags?)?|sonnabends?",
    "so(?:nntags?)?",
  ],
  es: [
    "lun(?:es)?",
    "mar(?:tes)?",
    "mi[eé]r?(?:coles)?",
    "jue(?:ves)?",
    "vie(?:rnes)?",
    "s[aá]b(?:ados?)?",
    "dom(?:ingos?)?",
  ],
  fr: [
    "lun(?:di)?s?",
    "mar(?:di)?s?",
    "mer(?:credi)?s?",
    "jeu(?:di)?s?",
    "ven(?:dredi)?s?",
    "sam(?:edi)?s?",
    "dim(?:anche)?s?",
  ],
  it: [
    "lun(?:ed[iì])?",
    "mar(?:ted[iì])?",
    "mer(?:coled[iì])?",
    "gio(?:ved[iì])?",
    "ven(?:erd[iì])?",
    "sab(?:ato)?",
    "dom(?:enica)?",
  ],
  nl: [
    "ma(?:andags?)?",
    "di(?:nsdags?)?",
    "wo(?:ensdags?)?",
    "do(?:nderdags?)?",
    "vr(?:ijdags?)?",
    "za(?:terdags?)?",
    "zo(?:ndags?)?",
  ],
  pt: [
    "seg(?:unda)?(?:-feira)?|2\\.?ª(?:-feira)?",
    "ter(?:ça)?(?:-feira)?|3\\.?ª(?:-feira)?",
    "qua(?:rta)?(?:-feira)?|4\\.?ª(?:-feira)?",
    "qui(?:nta)?(?:-feira)?|5\\.?ª(?:-feira)?",
    "sex(?:ta)?(?:-feira)?|6\\.?ª(?:-feira)?",
    "s[aá]b(?:ados?)?",
    "dom(?:ingos?)?",
  ],
};

/** Between the first day and the last; "and" names two. */
const TO: Readonly<Record<string, string>> = {
  en: "to|till|til|until|through|thru",
  de: "bis(?: einschlie(?:ß|ss)lich)?(?: zum)?",
  es: "a(?:l)?|hasta(?: el)?",
  fr: "au|à|jusqu'au",
  it: "al?|alla|fino al?",
  nl: "tot(?: en met)?|t/m",
  pt: "a(?:o|té)?|à|até(?: ao?)?",
};

/** "L-V" is Monday to Friday; a letter by itself is none. */
const SPELLED: Readonly<Record<string, (text: string) => string>> = {
  es: (text) =>
    text.replace(/\bl(?: ?[-–] ?| a )([jvsd])\b/gu, (_, last: string) => `lun a ${LAST_DAYS[last] ?? ""}`),
};
const LAST_DAYS: Readonly<Record<string, string>> = { j: "jue", v: "vie", s: "sab", d: "dom" };

interface Ranges {
  days: readonly RegExp[];
  range: RegExp;
}

const rangesOfLanguage = new Map<string, Ranges | undefined>();

function rangesOf(language: string): Ranges | undefined {
  const base = baseLanguage(language);
  if (rangesOfLanguage.has(base)) return rangesOfLanguage.get(base);
  const names = Object.hasOwn(NAMES, base) ? NAMES[base] : undefined;
  let ranges: Ranges | undefined;
  if (names !== undefined) {
    const any = names.join("|");
    ranges = {
      days: names.map((name) => new RegExp(`^(?:${name})$`, "u")),
      range: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(${any})\.?(?: ?[-–—−] ?| (?:${TO[base] ?? ""}) )(${any})(?![\p{L}\p{N}])`,
        "gu",
      ),
    };
  }
  rangesOfLanguage.set(base, ranges);
  return ranges;
}

/** Longer texts are no table of hours. */
const MAX_CHARS = 2000;

/** Kinds of the days from the first to the last of each range in a text. */
export function daysOfRanges(text: string, language: string): Set<string> {
  const days = new Set<string>();
  const ranges = rangesOf(language);
  if (ranges === undefined) return days;
  const place = (name: string): number => ranges.days.findIndex((day) => day.test(name));
  const lower = text.slice(0, MAX_CHARS).toLowerCase().replaceAll("’", "'");
  const spelled = SPELLED[baseLanguage(language)]?.(lower) ?? lower;
  for (const [, first = "", last = ""] of spelled.matchAll(ranges.range)) {
    const from = place(first);
    const to = place(last);
    if (from === -1 || to === -1 || from === to) continue;
    // From Friday to Monday the week goes round.
    for (let at = from; ; at = (at + 1) % DAY_KINDS.length) {
      days.add(DAY_KINDS[at] ?? "");
      if (at === to) break;
    }
  }
  return days;
}

/** A text that names so many days beside times tells of the others by leaving them out. */
const DAYS_OF_TABLE = 4;

/** @param named kinds that a text names. */
export function isTableOfDays(named: ReadonlySet<string>): boolean {
  return DAY_KINDS.filter((day) => named.has(day)).length >= DAYS_OF_TABLE;
}
