/** Patterns of addresses by section. @see https://gohugo.io/configuration/permalinks/ */
import { dayOfYear, MONTHS, twoDigits, WEEKDAYS, isoWeek, type DateParts } from "../dates.ts";
import { sanitizePath, type PathRules } from "./paths.ts";

export interface PermalinkPage {
  /** Folders of the page below the content, without a bundle's own. */
  sections: readonly string[];
  title: string;
  slug: string | undefined;
  /** Of the file, or of the folder of a bundle. */
  name: string;
  date: DateParts | undefined;
}

/** The path of a page, without slashes at its ends unless the pattern has them. */
export function expandPermalink(pattern: string, page: PermalinkPage, rules: PathRules): string {
  return pattern.replace(
    /(\\?):(\w+)(\[[^\]]{0,20}\])?/g,
    (whole, escape: string, word: string, range?: string) => {
      if (escape !== "") return whole.slice(1);
      const value = valueOf(word, range, page, rules);
      return value ?? whole;
    },
  );
}

function valueOf(
  word: string,
  range: string | undefined,
  { sections, title, slug, name, date }: PermalinkPage,
  rules: PathRules,
): string | undefined {
  const safe = (text: string): string => sanitizePath(text.trim(), rules).replace(/\//g, "-");
  const dated = date === undefined ? undefined : dateValue(word, date);
  if (dated !== undefined) return dated;
  switch (word) {
    case "section":
      return sections[0] ?? "";
    case "sectionslug":
      return safe(sections[0] ?? "");
    case "sections":
    case "sectionslugs":
      return sectionsIn(sections, range).join("/");
    case "title":
      return safe(title);
    case "slug":
      return safe(slug ?? title);
    case "filename":
    case "contentbasename":
      return safe(name);
    case "slugorfilename":
    case "slugorcontentbasename":
      return safe(slug ?? name);
    default:
      // A page without a date has the first of all.
      return dateValue(word, { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, time: 0 });
  }
}

/** `:sections[1:]`, `:sections[last]`. */
function sectionsIn(sections: readonly string[], range: string | undefined): readonly string[] {
  if (range === undefined) return sections;
  const at = (text: string | undefined, otherwise: number): number =>
    text === "last" ? sections.length - 1 : text === undefined || text === "" ? otherwise : Number(text);
  const [from, to] = range.slice(1, -1).split(":");
  if (to === undefined) return sections.slice(at(from, 0), at(from, 0) + 1);
  return sections.slice(at(from, 0), to === "last" ? sections.length - 1 : at(to, sections.length));
}

function dateValue(word: string, date: DateParts): string | undefined {
  switch (word) {
    case "year":
      return String(date.year);
    case "month":
      return twoDigits(date.month);
    case "monthname":
      return MONTHS[date.month - 1]?.toLowerCase();
    case "day":
      return twoDigits(date.day);
    case "weekday":
      return String(isoWeek(date).weekday % 7);
    case "weekdayname":
      return WEEKDAYS[isoWeek(date).weekday - 1]?.toLowerCase();
    case "yearday":
      return String(dayOfYear(date));
    default:
      return undefined;
  }
}
