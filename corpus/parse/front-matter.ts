import { parse, YAMLParseError } from "yaml";
import { parseToml } from "./toml.ts";

/** What a page says about itself before its text. Absent fields were not given or not usable. */
export interface FrontMatter {
  title?: string;
  description?: string;
  /** BCP 47. */
  language?: string;
  /** True for `draft: true` and `published: false`. */
  draft: boolean;
  /** When the page was last reviewed, as the page writes it: `lastUpdated`, `updated`, `date`, `ms.date`. */
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

/** `---` at the very top, closed by `---` or `...` on a line of its own. */
const YAML_BLOCK = /^---[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML_BLOCK = /^\+\+\+[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)\+\+\+[ \t]*(?:\r?\n|$)/;

/** Real front matter repeats a value a handful of times; hundreds of aliases are an attack on memory. */
const MAX_ALIASES = 20;
/** A BCP 47 tag as it is written; undefined for what is none. */
export function languageTag(text: string | undefined): string | undefined {
  const tag = text?.trim().replace(/_/g, "-");
  return tag !== undefined && LANGUAGE_TAG.test(tag) ? tag : undefined;
}

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const DATE_FIELDS = ["lastUpdated", "last_updated", "updated", "lastmod", "ms.date", "date"];

/**
 * Takes the front matter off a page. A page with front matter that is not valid YAML is still a page: its
 * text is returned, with the problem, and never the broken block.
 */
export function splitFrontMatter(source: string): SplitPage {
  const toml = TOML_BLOCK.exec(source);
  if (toml !== null) {
    const { fields, problem } = parseToml(toml[1] ?? "");
    const frontMatter = readFields(fields);
    return {
      frontMatter,
      fields,
      hasFrontMatter: true,
      body: source.slice(toml[0].length),
      ...(problem !== undefined && { problem }),
    };
  }
  const yaml = YAML_BLOCK.exec(source);
  if (yaml === null) return { ...NO_FIELDS, hasFrontMatter: false, body: source };
  const body = source.slice(yaml[0].length);
  try {
    // The core schema knows no tags that construct objects, so a page can only describe plain data.
    const value: unknown = parse(yaml[1] ?? "", {
      schema: "core",
      maxAliasCount: MAX_ALIASES,
      logLevel: "error",
    });
    if (value === null || value === undefined) return { ...NO_FIELDS, hasFrontMatter: true, body };
    if (typeof value !== "object" || Array.isArray(value)) {
      // A thematic break at the top of a page looks like front matter until it is read.
      return { ...NO_FIELDS, hasFrontMatter: false, body: source };
    }
    const fields = value as Record<string, unknown>;
    return { frontMatter: readFields(fields), fields, hasFrontMatter: true, body };
  } catch (error) {
    return { ...NO_FIELDS, hasFrontMatter: true, body, problem: describe(error) };
  }
}

const NO_FIELDS: Pick<SplitPage, "frontMatter" | "fields"> = { frontMatter: { draft: false }, fields: {} };

function readFields(fields: Record<string, unknown>): FrontMatter {
  const language = text(fields["language"]) ?? text(fields["lang"]);
  const title = text(fields["title"]);
  const description = text(fields["description"]);
  const date = DATE_FIELDS.map((field) => text(fields[field])).find((value) => value !== undefined);
  return {
    draft: fields["draft"] === true || fields["published"] === false,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && LANGUAGE_TAG.test(language) && { language }),
    ...(date !== undefined && { date }),
  };
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
  return error instanceof Error ? error.message : String(error);
}
