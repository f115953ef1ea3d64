/**
 * Addresses by a pattern that the owner gives: `/help/{path}.html`, `/{lang}/docs/{path}/`, `/blog/{year}/{slug}`.
 * The words in braces come from the place of the file and its front matter; what is empty leaves no double slash.
 */
import { withoutExtension } from "../without-extension.ts";
import { encodePath } from "./address.ts";
import { languageOfName, splitLanguageSuffix } from "./language-tags.ts";
import { slugifyWords } from "./slugify-words.ts";

/** Each with what it stands for, as help and errors show it. */
export const PATTERN_WORDS = {
  path: "path below the content folder, without extension; index and README only where a file name must follow",
  dir: "folder of the file, below the content folder",
  name: "name of the file without extension",
  slug: "slug of the front matter, else {name}",
  lang: "language of the page, where its place or its front matter tells it",
  title: "title in lower case with hyphens",
  year: "of the date in the front matter or in the name of the file",
  month: "two digits",
  day: "two digits",
} as const;
type PatternWord = keyof typeof PATTERN_WORDS;

const WORD = /\{([^{}]*)\}/g;

export interface PatternPage {
  /** Below the content folder, with forward slashes and extension. */
  path: string;
  frontMatter: Readonly<Record<string, unknown>>;
  title?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
}

/** What is wrong with a pattern, as a sentence; undefined for a good one. */
export function patternProblem(pattern: string): string | undefined {
  if (!/^(?:\/|https?:\/\/[^/{}]+(?:\/|$))/.test(pattern))
    return "It begins with a slash, or with http:// or https://";
  const words = [...pattern.matchAll(WORD)].map(([, word = ""]) => word);
  const unknown = words.find((word) => !Object.hasOwn(PATTERN_WORDS, word));
  if (unknown !== undefined) return `There is no {${unknown}}`;
  if (/[{}]/.test(pattern.replace(WORD, ""))) return "A brace has no partner";
  if (!words.some((word) => word === "path" || word === "name" || word === "slug" || word === "title")) {
    return "All pages would have the same address";
  }
  return undefined;
}

/** The address of a page: a path with a leading slash, or a URL where the pattern is one. */
export function fillPattern(pattern: string, page: PatternPage): string {
  const [, origin = "", path = ""] = /^(https?:\/\/[^/]+)?(.*)$/s.exec(pattern) ?? [];
  const inLanguage = path.includes("{lang}") ? { ...page, path: withoutLanguage(page) } : page;
  const values = valuesOf(inLanguage, /\{(?:path|name|slug)\}(?![/?#]|$)/.test(path));
  const filled = path.replace(WORD, (_, word: PatternWord) => values[word]).replace(/\/{2,}/g, "/");
  return `${origin}${encodePath(filled.startsWith("/") ? filled : `/${filled}`)}`;
}

/** A pattern that says where the language stands means the path without it: `de/a.md` and `a.de.md` are `a.md`. */
function withoutLanguage({ path, language }: PatternPage): string {
  const [, first = "", below = ""] = /^([^/]*)\/(.*)$/s.exec(path) ?? [];
  if (language === undefined) return path;
  if (languageOfName(first) === languageOfName(language)) return below;
  const [, before = "", extension = ""] = /^(.*)(\.[^./]+)$/s.exec(path) ?? [];
  const suffix = splitLanguageSuffix(before);
  return suffix.language === languageOfName(language) ? suffix.name + extension : path;
}

/** @param keepsIndex whether a page `index` needs a name: `/guide/index.html`, but `/guide/`. */
function valuesOf(
  { path, frontMatter, title, language }: PatternPage,
  keepsIndex: boolean,
): Record<PatternWord, string> {
  const stem = withoutExtension(path);
  const slash = stem.lastIndexOf("/");
  const dir = slash < 0 ? "" : stem.slice(0, slash);
  const fileName = stem.slice(slash + 1);
  const isIndex = /^(?:_?index|readme)$/i.test(fileName);
  const name = isIndex ? (keepsIndex ? "index" : "") : fileName;
  const { slug } = frontMatter;
  const [year = "", month = "", day = ""] = dateOf(frontMatter["date"], fileName);
  return {
    path: [dir, name].filter((part) => part !== "").join("/"),
    dir,
    name,
    slug: typeof slug === "string" && slug.trim() !== "" ? slug.trim().replace(/^\/+|\/+$/g, "") : name,
    lang: language ?? "",
    title: slugifyWords(title ?? "") || name,
    year,
    month,
    day,
  };
}

function dateOf(date: unknown, fileName: string): string[] {
  const text = date instanceof Date ? date.toISOString() : typeof date === "string" ? date : "";
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? /^(\d{4})-(\d{2})-(\d{2})-/.exec(fileName);
  return match === null ? [] : match.slice(1);
}
