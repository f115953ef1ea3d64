import { parse, YAMLParseError } from "yaml";
import { reasonOf } from "../error-reason.ts";
import { readJavaScriptFields } from "../generators/javascript-config/read-fields.ts";
import { findFrontMatter, type FrontMatterBlock } from "./front-matter-block.ts";
import { isObject, parseJson } from "./parse-data.ts";
import { parseToml } from "./toml.ts";

/** What a page says about itself before its text. Absent fields were not given or not usable. */
export interface FrontMatter {
  title?: string;
  description?: string;
  /** BCP 47. */
  language?: string;
  /** True for `draft: true` and `published: false`. */
  draft: boolean;
  /** When the page was last reviewed, as the page writes it: `lastUpdated`, `updated`, `date`, `ms.date`, `last_reviewed_on`. */
  date?: string;
}

export interface SplitPage {
  frontMatter: FrontMatter;
  /** All of its fields, as they were written. */
  fields: Readonly<Record<string, unknown>>;
  /** Whether there is any, be it empty or broken. */
  hasFrontMatter: boolean;
  /** The page without its front matter. */
  body: string;
  /** Why the front matter could not be used; the page is read without it. */
  problem?: string;
}

/** Real front matter repeats a value a handful of times; hundreds of aliases are an attack on memory. */
const MAX_ALIASES = 20;
/** A BCP 47 tag as it is written; undefined for what is none. */
export function languageTag(text: string | undefined): string | undefined {
  const tag = text?.trim().replace(/_/g, "-");
  return tag !== undefined && LANGUAGE_TAG.test(tag) ? tag : undefined;
}

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const DATE_FIELDS = [
  "lastUpdated",
  "last_updated",
  "updated",
  "lastmod",
  "ms.date",
  "last_reviewed_on",
  "date",
];

/** Stands for a permalink that only running the page tells: a template that nobody can fill. */
const UNKNOWN_PERMALINK = "{% known when the site is built %}";

/**
 * Takes the front matter off a page. A page whose front matter is not valid is still a page: its text is returned,
 * with the problem, and never the broken block.
 */
export function splitFrontMatter(source: string): SplitPage {
  const block = findFrontMatter(source);
  if (block === undefined) return { ...NO_FIELDS, hasFrontMatter: false, body: source };
  const read = readBlock(block);
  // A thematic break at the top of a page looks like front matter until it is read.
  if (read === undefined) return { ...NO_FIELDS, hasFrontMatter: false, body: source };
  const { fields, problem } = read;
  return {
    frontMatter: readFields(fields),
    fields,
    hasFrontMatter: true,
    body: block.body,
    ...(problem !== undefined && { problem }),
  };
}

interface ReadBlock {
  fields: Record<string, unknown>;
  problem?: string;
}

/** Undefined where it is no front matter. */
function readBlock({ notation, text }: FrontMatterBlock): ReadBlock | undefined {
  if (notation === "toml") return parseToml(text);
  try {
    if (notation === "javascript") return readJavaScript(text);
    if (notation === "json") {
      // Between marks, the braces may be left out.
      const value = parseJson(/^\s*(?:\{|$)/.test(text) ? text : `{${text}\n}`);
      return isObject(value) ? { fields: { ...value } } : undefined;
    }
    // The core schema knows no tags that construct objects, so a page can only describe plain data.
    const value: unknown = parse(text, { schema: "core", maxAliasCount: MAX_ALIASES, logLevel: "error" });
    if (value === null || value === undefined) return { fields: {} };
    return isObject(value) ? { fields: value as Record<string, unknown> } : undefined;
  } catch (error) {
    return { fields: {}, problem: describe(error) };
  }
}

function readJavaScript(text: string): ReadBlock {
  const { fields, unknown } = readJavaScriptFields(text);
  if (unknown.includes("permalink")) fields["permalink"] = UNKNOWN_PERMALINK;
  const told = unknown.filter((name) => USED_FIELDS.has(name));
  if (told.length === 0) return { fields };
  const verb = told.length === 1 ? "is" : "are";
  return {
    fields,
    problem: `${told.join(", ")} ${verb} only known when the page is run, which is never done`,
  };
}

/** What is asked for of any page. */
const USED_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "draft",
  "permalink",
  "lang",
  "language",
  ...DATE_FIELDS,
]);

const NO_FIELDS: Pick<SplitPage, "frontMatter" | "fields"> = { frontMatter: { draft: false }, fields: {} };

function readFields(fields: Record<string, unknown>): FrontMatter {
  const language = text(fields["language"]) ?? text(fields["lang"]);
  const title = plainText(fields["title"]);
  const description = plainText(fields["description"]);
  const date = DATE_FIELDS.map((field) => text(fields[field])).find((value) => value !== undefined);
  return {
    draft: fields["draft"] === true || fields["published"] === false,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && LANGUAGE_TAG.test(language) && { language }),
    ...(date !== undefined && { date }),
  };
}

const FORMATTED =
  /<(code|kbd|samp|var|em|i|strong|b|mark|small|sub|sup|abbr|cite|q|span|u)(?:\s[^<>]{0,300})?>([^<>]{0,500})<\/\1>/gi;
/** More than this within each other no title has. */
const MAX_NESTED = 3;

/** "Use `<code>tabindex</code>`" is formatted for its readers; "The `<code>` element" names one. */
function plainText(value: unknown): string | undefined {
  let formatted = text(value);
  if (formatted === undefined || !formatted.includes("</") || formatted.includes("`")) return formatted;
  for (let depth = 0; depth < MAX_NESTED; depth++) formatted = formatted.replace(FORMATTED, "$2");
  return text(formatted);
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (typeof value !== "string") return undefined;
  const trimmed = value.replace(/\s+/g, " ").trim();
  return trimmed === "" ? undefined : trimmed;
}

function describe(error: unknown): string {
  if (error instanceof YAMLParseError) {
    const line = error.linePos?.[0].line;
    const sentence = error.message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    // The block starts on line 2 of the page.
    return line === undefined ? sentence : `${sentence} (line ${line + 1})`;
  }
  return reasonOf(error);
}
