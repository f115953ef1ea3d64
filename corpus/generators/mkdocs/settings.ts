/** What of `mkdocs.yml` decides addresses and ids. @see https://www.mkdocs.org/user-guide/configuration/ */
import { decodeReferences } from "../../parse/character-references.ts";
import { projectPath } from "../address.ts";
import {
  basePathOf,
  fieldsOf,
  mergeTables,
  readConfiguration,
  textOf,
  textsOf,
  type Fields,
  type FoundConfiguration,
} from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";

export interface MkdocsSettings {
  /** Folder of the pages, below the project's root; "" where the root itself is. */
  docs: string;
  usesDirectoryUrls: boolean;
  /** Folders with a page `index`, beside which a README is no page. */
  foldersWithIndex: readonly string[];
  /** Patterns of `exclude_docs` and `draft_docs`, as of .gitignore. */
  excluded: readonly string[];
  /** Folder of templates below the pages; absent where there is none. */
  templates?: string | undefined;
  language?: string | undefined;
  /** Of the i18n plugin; absent without it. */
  languages?: { structure: "folder" | "suffix"; default: string; all: readonly string[] } | undefined;
  blog?: { folder: string; postFormat: string; dateFormat: string; postsFolder: string } | undefined;
  /** By path below the folder of pages, as the navigation names them. */
  navigation: Readonly<Record<string, string>>;
  headingIds: TocSettings;
}

export interface TocSettings {
  /** `unknown`: a function of the project's own, of which no id can be known. */
  rule: "python-markdown" | "unicode" | "pymdownx" | "unknown";
  separator: string;
  /** Of pymdownx. */
  letterCase: "none" | "lower" | "lower-ascii" | "fold";
  isPercentEncoded: boolean;
  hasAttributes: boolean;
  /** Headings then show the number of a note, which counts over the page. */
  hasFootnotes: boolean;
}

export const MKDOCS_DEFAULTS: MkdocsSettings = {
  docs: "",
  usesDirectoryUrls: true,
  foldersWithIndex: [],
  excluded: [],
  navigation: {},
  headingIds: {
    rule: "python-markdown",
    separator: "-",
    letterCase: "none",
    isPercentEncoded: false,
    hasAttributes: true,
    hasFootnotes: false,
  },
};

export async function detectMkdocs(
  folder: ProjectFolder,
): Promise<DetectedProject<MkdocsSettings> | undefined> {
  const own = await readConfiguration(folder, ["mkdocs.yml", "mkdocs.yaml"]);
  if (own === undefined) return undefined;
  const { fields, problems } = await withInherited(folder, own);
  const docs = projectPath(textOf(fields["docs_dir"]) ?? "docs");
  return {
    settings: await readSettings(folder, fields, docs),
    basePath: basePathOf(textOf(fields["site_url"])),
    content: [docs],
    output: [projectPath(textOf(fields["site_dir"]) ?? "site")],
    problems,
  };
}

const MAX_INHERITED = 5;

async function withInherited(
  folder: ProjectFolder,
  own: FoundConfiguration,
  depth = 0,
): Promise<FoundConfiguration> {
  const path = textOf(own.fields["INHERIT"]);
  const parent =
    path === undefined || depth >= MAX_INHERITED
      ? undefined
      : await readConfiguration(folder, [projectPath(path)]);
  if (parent === undefined) return own;
  const { fields, problems } = await withInherited(folder, parent, depth + 1);
  return {
    name: own.name,
    fields: mergeTables(fields, own.fields),
    problems: [...own.problems, ...problems],
  };
}

async function readSettings(folder: ProjectFolder, fields: Fields, docs: string): Promise<MkdocsSettings> {
  const plugins = namedOptions(fields["plugins"]);
  const theme = fieldsOf(fields["theme"]);
  const i18n = plugins.get("i18n");
  const blog = plugins.get("blog") ?? plugins.get("material/blog");
  const blogFolder = textOf(blog?.["blog_dir"]) ?? "blog";
  return {
    docs,
    usesDirectoryUrls: fields["use_directory_urls"] !== false,
    foldersWithIndex: await foldersWithIndex(folder, docs),
    excluded: [fields["exclude_docs"], fields["draft_docs"], plugins.get("exclude")?.["glob"]].flatMap(
      patternsOf,
    ),
    templates: templatesBelow(docs, textOf(theme["custom_dir"])),
    language: textOf(theme["language"]) ?? textOf(theme["locale"])?.replace("_", "-"),
    languages: i18n === undefined ? undefined : languagesOf(i18n),
    blog:
      blog === undefined
        ? undefined
        : {
            folder: blogFolder === "." ? "" : blogFolder,
            postFormat: textOf(blog["post_url_format"]) ?? "{date}/{slug}",
            dateFormat: textOf(blog["post_url_date_format"]) ?? "yyyy/MM/dd",
            postsFolder: (textOf(blog["post_dir"]) ?? "{blog}/posts")
              .replace("{blog}", blogFolder)
              .replace(/^\.\//, ""),
          },
    navigation: Object.fromEntries(navigationTitles(fields["nav"] ?? fields["pages"], 0)),
    headingIds: tocSettings(namedOptions(fields["markdown_extensions"])),
  };
}

const MAX_NAVIGATION_DEPTH = 20;

/** `- Title: page.md`, and lists of them below the title of a section. */
function navigationTitles(entry: unknown, depth: number): [path: string, title: string][] {
  if (depth > MAX_NAVIGATION_DEPTH) return [];
  if (Array.isArray(entry)) return entry.flatMap((each) => navigationTitles(each, depth + 1));
  return Object.entries(fieldsOf(entry)).flatMap(([title, below]): [string, string][] => {
    if (typeof below !== "string") return navigationTitles(below, depth + 1);
    const plain = decodeReferences(title)
      .replace(/<[^<>]{0,300}>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return plain === "" ? [] : [[projectPath(below), plain]];
  });
}

function templatesBelow(docs: string, customFolder: string | undefined): string | undefined {
  const folder = projectPath(customFolder ?? "");
  if (docs === "") return folder === "" ? undefined : folder;
  return folder.startsWith(`${docs}/`) ? folder.slice(docs.length + 1) : undefined;
}

function patternsOf(value: unknown): string[] {
  const lines = typeof value === "string" ? value.split("\n") : textsOf(value);
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

/** Of a list such as `[search, {i18n: {…}}]`, or of a map. */
function namedOptions(value: unknown): Map<string, Fields> {
  const named = new Map<string, Fields>();
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item === "string") named.set(item, {});
    for (const [name, options] of Object.entries(fieldsOf(item))) named.set(name, fieldsOf(options));
  }
  return named;
}

/** Of mkdocs-static-i18n, before and since its version 1. */
function languagesOf(options: Fields): MkdocsSettings["languages"] {
  const { languages } = options;
  const listed = Array.isArray(languages)
    ? languages
        .map(fieldsOf)
        .map((each) => ({ locale: textOf(each["locale"]) ?? "", isDefault: each["default"] === true }))
    : Object.keys(fieldsOf(languages)).map((locale) => ({ locale, isDefault: false }));
  const all = listed
    .map(({ locale }) => locale)
    .filter((locale) => locale !== "" && locale !== "default" && locale !== "null");
  const chosen =
    textOf(options["default_language"]) ??
    listed.find(({ isDefault }) => isDefault)?.locale ??
    all[0] ??
    "en";
  return { structure: options["docs_structure"] === "folder" ? "folder" : "suffix", default: chosen, all };
}

function tocSettings(extensions: ReadonlyMap<string, Fields>): TocSettings {
  const toc = extensions.get("toc") ?? extensions.get("markdown.extensions.toc") ?? {};
  const { slugify } = toc;
  const options = fieldsOf(fieldsOf(slugify)["kwds"]);
  const name = textOf(slugify) ?? textOf(fieldsOf(slugify)["python"]) ?? "";
  return {
    ...ruleOf(name, options),
    separator: typeof toc["separator"] === "string" ? toc["separator"] : "-",
    hasAttributes: [
      "attr_list",
      "extra",
      "markdown.extensions.attr_list",
      "markdown.extensions.extra",
      "pymdownx.extra",
    ].some((extension) => extensions.has(extension)),
    hasFootnotes: [
      "footnotes",
      "extra",
      "markdown.extensions.footnotes",
      "markdown.extensions.extra",
      "pymdownx.extra",
    ].some((extension) => extensions.has(extension)),
  };
}

/** @see https://facelessuser.github.io/pymdown-extensions/extras/slugs/ */
function ruleOf(
  name: string,
  options: Fields,
): Pick<TocSettings, "rule" | "letterCase" | "isPercentEncoded"> {
  const plain = { letterCase: "none", isPercentEncoded: false } as const;
  if (name === "") return { rule: "python-markdown", ...plain };
  const called = name.slice(name.lastIndexOf(".") + 1).replace(/:.*$/, "");
  if (/markdown\.extensions\.toc/.test(name)) {
    if (called === "slugify_unicode") return { rule: "unicode", ...plain };
    return { rule: called === "slugify" ? "python-markdown" : "unknown", ...plain };
  }
  if (!/pymdownx\.slugs/.test(name)) return { rule: "unknown", ...plain };
  const isPercentEncoded = called.endsWith("_encoded") || options["percent_encode"] === true;
  const given = (["lower", "lower-ascii", "fold"] as const).find((each) => each === options["case"]);
  const byName = /^uslugify(?:_encoded)?$/.test(called)
    ? "lower"
    : called.startsWith("gfm")
      ? "lower-ascii"
      : "none";
  return { rule: "pymdownx", letterCase: given ?? byName, isPercentEncoded };
}

async function foldersWithIndex(folder: ProjectFolder, docs: string): Promise<string[]> {
  const found = new Set<string>();
  for (const path of await folder.tree(docs)) {
    const below = docs === "" ? path : path.slice(docs.length + 1);
    const [, place = "", name = ""] = /^(?:(.*)\/)?([^/]*)$/.exec(below) ?? [];
    if (/^index\.(?:md|markdown|mdown|mkdn|mkd|html)$/.test(name)) found.add(place);
  }
  return [...found];
}
