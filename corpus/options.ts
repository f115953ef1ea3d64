/** Checks of option values that several commands take. Each throws a `CliError` that names the fix. */
import { DEFAULT_SITE, INDEX_FORMATS, SITE_ID_PATTERN, type IndexFormat } from "../core/corpus/format.ts";
import { CliError } from "./cli-error.ts";
import type { OptionReader } from "./command.ts";
import { API_PATTERN_WORDS, apiPatternProblem } from "./formats/openapi/api-address.ts";
import { GENERATOR_NAMES } from "./generators/generator-names.ts";
import type { SiteChoice } from "./generators/find-sites.ts";
import { PATTERN_WORDS, patternProblem } from "./generators/url-pattern.ts";

export const DEFAULT_CORPUS_FOLDER = "dist/corpus";
export const DEFAULT_LANGUAGE = "en";
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export function siteOption(options: OptionReader): string {
  const site = options.text("site") ?? DEFAULT_SITE;
  if (!SITE_ID_PATTERN.test(site)) throw new CliError("site-invalid", site);
  return site;
}

export function languageOption(options: OptionReader): string {
  const language = options.text("language") ?? DEFAULT_LANGUAGE;
  if (!LANGUAGE_TAG.test(language)) throw new CliError("language-invalid", language);
  return language;
}

export function indexFormatOption(options: OptionReader): IndexFormat {
  const text = options.text("format") ?? INDEX_FORMATS[0];
  const format = INDEX_FORMATS.find((known) => known === text);
  if (format === undefined) throw new CliError("format-invalid", text, INDEX_FORMATS.join(" or "));
  return format;
}

/** Of whose site the sources are, and how addresses are made; both absent where they are found out. */
export function siteChoiceOptions(options: OptionReader): SiteChoice {
  const text = options.text("generator");
  const generator = GENERATOR_NAMES.find((known) => known === text?.toLowerCase());
  if (text !== undefined && generator === undefined) {
    throw new CliError("generator-invalid", text, GENERATOR_NAMES.join(", "));
  }
  const urlPattern = options.text("url-pattern");
  const problem = urlPattern === undefined ? undefined : patternProblem(urlPattern);
  if (urlPattern !== undefined && problem !== undefined) {
    const words = Object.keys(PATTERN_WORDS).map((word) => `{${word}}`);
    throw new CliError("url-pattern-invalid", urlPattern, problem, words.join(", "));
  }
  return { generator, urlPattern };
}

/** Without a trailing slash; "" where URLs are to be root-relative. */
export function baseUrlOption(options: OptionReader): string {
  const text = options.text("base-url");
  if (text === undefined) return "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new CliError("base-url-invalid", text);
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Undefined where none is given. */
export function apiUrlPatternOption(options: OptionReader): string | undefined {
  const pattern = options.text("api-url-pattern");
  const problem = pattern === undefined ? undefined : apiPatternProblem(pattern);
  if (pattern !== undefined && problem !== undefined) {
    const words = Object.keys(API_PATTERN_WORDS).map((word) => `{${word}}`);
    throw new CliError("api-url-pattern-invalid", pattern, problem, words.join(", "));
  }
  return pattern;
}

export function integerOption(
  options: OptionReader,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const text = options.text(name);
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new CliError("number-invalid", name, text, `a whole number from ${min} to ${max}`);
  }
  return value;
}

/** Undefined where the bound of a file is that of its kind. */
export function maxBytesOption(options: OptionReader): number | undefined {
  if (options.text("max-bytes") === undefined) return undefined;
  return integerOption(options, "max-bytes", { fallback: 0, min: 1, max: 2 ** 31 });
}
