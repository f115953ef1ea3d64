/** Addresses of pages, posts and documents of collections. @see https://jekyllrb.com/docs/permalinks/ */
import { encodePath } from "../address.ts";
import { textOf, textsOf, type Fields } from "../configuration.ts";
import { dayOfYear, isoWeek, MONTHS, parseDate, twoDigits, WEEKDAYS, type DateParts } from "../dates.ts";

const STYLES: Readonly<Record<string, string>> = {
  pretty: "/:categories/:year/:month/:day/:title/",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

export const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

export function postTemplate(style: string): string {
  return STYLES[style] ?? style;
}

/** What the style of the site adds to the path of a page or a document. */
function withSuffix(template: string, style: string): string {
  if (style === "pretty") return `${template}/`;
  if (style === "date" || style === "ordinal" || style === "none") return `${template}:output_ext`;
  if (style.endsWith("/")) return `${template}/`;
  return style.endsWith(":output_ext") ? `${template}:output_ext` : template;
}

export interface PagePath {
  /** Of the folder, below the source; "" for the source itself. */
  folder: string;
  /** Without the extension. */
  basename: string;
  /** With the dot: `.html` for what is rendered. */
  outputExtension: string;
}

export function pageAddress(
  { folder, basename, outputExtension }: PagePath,
  permalink: unknown,
  style: string,
): string {
  const isHtml = /^\.(?:html?|xhtml)$/.test(outputExtension);
  const template = isHtml
    ? basename === "index"
      ? "/:path/"
      : withSuffix("/:path/:basename", style)
    : "/:path/:basename:output_ext";
  const words: Readonly<Record<string, string>> = { path: folder, basename, output_ext: outputExtension };
  const filled = (textOf(permalink) ?? template).replace(
    /:(path|basename|output_ext)/g,
    (_, word: string) => words[word] ?? "",
  );
  return sanitize(filled);
}

export interface DocumentPath {
  collection: string;
  /** Below the folder of the collection, with extension. */
  path: string;
  /** Of the folders above `_posts`. */
  categories: readonly string[];
  data: Fields;
  timeZone?: string | undefined;
}

/** Of a document without a date, only where the template asks for none. */
export function documentAddress(
  { collection, path, categories, data, timeZone }: DocumentPath,
  template: string | undefined,
  style: string,
): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const basename = name.replace(/\.[^.]+$/, "");
  const dated = DATED_NAME.exec(name);
  const slug = textOf(data["slug"]) ?? dated?.[2] ?? basename.replace(/\.+$/, "");
  const date = parseDate(data["date"], timeZone) ?? parseDate(fourDigitYear(dated?.[1]));
  const allCategories = [
    ...categories,
    ...textOfList(data["categories"]),
    ...textOfList(data["category"], false),
  ];
  const words: Record<string, string> = {
    collection,
    path: `/${path.replace(/\.[^.]+$/, "").replace(/\.+$/, "")}`,
    name: slugify(basename),
    title: slugify(slug, "pretty"),
    slug: slugify(slug),
    categories: [...new Set(allCategories.map((category) => category.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(allCategories.map((category) => slugify(category)))].join("/"),
    output_ext: ".html",
    ...(date !== undefined && dateWords(date)),
  };
  const url = textOf(data["permalink"]) ?? template ?? withSuffix("/:collection/:path", style);
  const filled = url.replace(/:([a-z_]+)/g, (whole, word: string) => {
    const known = [word, word.replace(/_$/, "")].find((key) => Object.hasOwn(words, key));
    return known === undefined ? whole : words[known] + word.slice(known.length);
  });
  return sanitize(filled);
}

export function dateOfDocument(
  name: string,
  data: Fields,
  timeZone: string | undefined,
): DateParts | undefined {
  return parseDate(data["date"], timeZone) ?? parseDate(fourDigitYear(DATED_NAME.exec(name)?.[1]));
}

function fourDigitYear(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{2}-/.test(date) ? `20${date}` : date;
}

/** A text is split at its spaces. */
function textOfList(value: unknown, splits = true): string[] {
  return typeof value === "string" && splits
    ? value.split(/\s+/).filter((word) => word !== "")
    : textsOf(value);
}

function dateWords(date: DateParts): Record<string, string> {
  const { year, month, day, hour, minute, second } = date;
  const week = isoWeek(date);
  const weekday = WEEKDAYS[week.weekday - 1] ?? "";
  const monthName = MONTHS[month - 1] ?? "";
  return {
    year: String(year),
    month: twoDigits(month),
    day: twoDigits(day),
    hour: twoDigits(hour),
    minute: twoDigits(minute),
    second: twoDigits(second),
    i_day: String(day),
    i_month: String(month),
    short_month: monthName.slice(0, 3),
    long_month: monthName,
    short_year: twoDigits(year % 100),
    w_year: String(week.year),
    week: twoDigits(week.week),
    w_day: String(week.weekday),
    short_day: weekday.slice(0, 3),
    long_day: weekday,
    y_day: String(dayOfYear(date)).padStart(3, "0"),
  };
}

/** Of `Jekyll::Utils.slugify`: `pretty` keeps case and what a URL may hold. */
function slugify(text: string, mode: "default" | "pretty" = "default"): string {
  const unwanted = mode === "pretty" ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu;
  const slug = text.replace(unwanted, "-").replace(/^-|-$/g, "");
  return mode === "pretty" ? slug : slug.toLowerCase();
}

function sanitize(url: string): string {
  const path = `/${url}`
    .replace(/\.\./g, "/")
    .replace(/\.\//g, "")
    .replace(/\/{2,}/g, "/");
  return encodePath(path);
}
