/** What of `_config.yml` decides addresses and ids. @see https://jekyllrb.com/docs/configuration/default/ */
import { projectPath } from "../address.ts";
import {
  basePathOf,
  fieldsOf,
  readConfiguration,
  textOf,
  textsOf,
  valueAt,
  type Fields,
} from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";

export interface JekyllSettings {
  /** Folder of the source below the project's root; "" for the root itself. */
  source: string;
  /** Name of a style, or a template. */
  permalink: string;
  collectionsFolder: string;
  collections: Readonly<Record<string, { output: boolean; permalink?: string | undefined }>>;
  /** Of front matter, each for the files of a scope. */
  defaults: readonly { path: string; type?: string | undefined; values: Fields }[];
  include: readonly string[];
  exclude: readonly string[];
  /** With the dot. */
  markdownExtensions: readonly string[];
  /** Markdown without front matter is a page too, and a README the page of its folder, as GitHub Pages has it. */
  isGithubPages: boolean;
  optionalFrontMatter: boolean;
  readmeIndex: boolean;
  /** Folders with a page `index`, which is their page before any README is. */
  foldersWithIndex: readonly string[];
  showsDrafts: boolean;
  showsFuture: boolean;
  /** IANA name. */
  timeZone: string;
  language?: string | undefined;
  /** Of jekyll-polyglot: each but the default one lies below a folder of its name. */
  languages: readonly string[];
  headingIds: KramdownSettings;
}

export interface KramdownSettings {
  /** `none`: another processor, or ids are switched off. */
  rule: "gfm" | "kramdown" | "none";
  prefix: string;
  isTransliterated: boolean;
  isTypographic: boolean;
  /** Ids are made of the text of a heading alone: code and tags are none of it. Of the parser of GFM they always are so. */
  isStripped: boolean;
}

const CONFIGURATIONS = ["_config.yml", "_config.yaml", "_config.toml"];
const DEFAULT_EXCLUDE = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor/bundle/",
  "vendor/cache/",
  "vendor/gems/",
  "vendor/ruby/",
];

export const JEKYLL_DEFAULTS: JekyllSettings = {
  source: "",
  permalink: "date",
  collectionsFolder: "",
  collections: { posts: { output: true } },
  defaults: [],
  include: [".htaccess"],
  exclude: DEFAULT_EXCLUDE,
  markdownExtensions: [".markdown", ".mkdown", ".mkdn", ".mkd", ".md"],
  isGithubPages: false,
  optionalFrontMatter: true,
  readmeIndex: true,
  foldersWithIndex: [],
  showsDrafts: false,
  showsFuture: false,
  timeZone: "UTC",
  languages: [],
  headingIds: { rule: "gfm", prefix: "", isTransliterated: false, isTypographic: true, isStripped: false },
};

export async function detectJekyll(
  folder: ProjectFolder,
): Promise<DetectedProject<JekyllSettings> | undefined> {
  const found = await readConfiguration(folder, CONFIGURATIONS);
  if (found === undefined) return undefined;
  const { fields, problems } = found;
  // Hexo and Jupyter Book call theirs the same.
  if (await isOthers(folder, fields)) return undefined;
  const gemfile = await folder.readText("Gemfile");
  const settings = await readSettings(folder, fields, gemfile);
  return {
    settings,
    basePath: basePathOf(textOf(fields["baseurl"])),
    content: [settings.source],
    output: [projectPath(textOf(fields["destination"]) ?? "_site")],
    problems,
  };
}

async function isOthers(folder: ProjectFolder, fields: Fields): Promise<boolean> {
  if (fields["sphinx"] !== undefined || fields["execute"] !== undefined || fields["public_dir"] !== undefined)
    return true;
  const names = await folder.list("");
  return names.includes("_toc.yml") || names.includes("scaffolds");
}

async function readSettings(
  folder: ProjectFolder,
  fields: Fields,
  gemfile: string | undefined,
): Promise<JekyllSettings> {
  const plugins = [...textsOf(fields["plugins"]), ...textsOf(fields["gems"])];
  // Where nothing says how a site is built, it is GitHub that builds it.
  const isGithubPages = gemfile === undefined || /github-pages/.test(gemfile.replace(/^\s*#.*$/gm, ""));
  const uses = (plugin: string): boolean => isGithubPages || plugins.includes(plugin);
  const source = projectPath(textOf(fields["source"]) ?? "");
  const readmeIndex = uses("jekyll-readme-index") && valueAt(fields, "readme_index", "enabled") !== false;
  const extensions = textOf(fields["markdown_ext"]);
  return {
    source,
    permalink: textOf(fields["permalink"]) ?? JEKYLL_DEFAULTS.permalink,
    collectionsFolder: projectPath(textOf(fields["collections_dir"]) ?? ""),
    collections: collectionsOf(fields["collections"]),
    defaults: defaultsOf(fields["defaults"]),
    include: fields["include"] === undefined ? JEKYLL_DEFAULTS.include : textsOf(fields["include"]),
    exclude: [...textsOf(fields["exclude"]), ...DEFAULT_EXCLUDE],
    markdownExtensions:
      extensions === undefined
        ? JEKYLL_DEFAULTS.markdownExtensions
        : extensions.split(",").map((extension) => `.${extension.trim().toLowerCase()}`),
    isGithubPages,
    optionalFrontMatter:
      uses("jekyll-optional-front-matter") && valueAt(fields, "optional_front_matter", "enabled") !== false,
    readmeIndex,
    foldersWithIndex: readmeIndex ? await foldersWithIndex(folder, source) : [],
    showsDrafts: fields["show_drafts"] === true,
    showsFuture: fields["future"] === true || isGithubPages,
    timeZone: textOf(fields["timezone"]) ?? JEKYLL_DEFAULTS.timeZone,
    language:
      textOf(fields["default_lang"]) ?? textOf(fields["lang"]) ?? textOf(fields["locale"])?.replace("_", "-"),
    languages: plugins.includes("jekyll-polyglot") ? textsOf(fields["languages"]) : [],
    headingIds: kramdownSettings(fields),
  };
}

function collectionsOf(value: unknown): JekyllSettings["collections"] {
  const collections: Record<string, { output: boolean; permalink?: string | undefined }> = {
    posts: { output: true },
  };
  for (const label of Array.isArray(value) ? textsOf(value) : []) collections[label] ??= { output: false };
  for (const [label, described] of Object.entries(fieldsOf(value))) {
    const { output, permalink } = fieldsOf(described);
    collections[label] = { output: output === true || label === "posts", permalink: textOf(permalink) };
  }
  return collections;
}

function defaultsOf(value: unknown): JekyllSettings["defaults"] {
  const old: Readonly<Record<string, string>> = { page: "pages", post: "posts", draft: "drafts" };
  return (Array.isArray(value) ? value : []).flatMap((set) => {
    const { scope, values } = fieldsOf(set);
    const type = textOf(fieldsOf(scope)["type"]);
    return [
      {
        path: (textOf(fieldsOf(scope)["path"]) ?? "").replace(/^\/|\/$/g, ""),
        type: type === undefined ? undefined : (old[type] ?? type),
        values: fieldsOf(values),
      },
    ];
  });
}

function kramdownSettings(fields: Fields): KramdownSettings {
  const kramdown = fieldsOf(fields["kramdown"]);
  const processor = textOf(fields["markdown"])?.toLowerCase() ?? "kramdown";
  const rule = textOf(kramdown["input"])?.toLowerCase() === "kramdown" ? "kramdown" : "gfm";
  return {
    rule: processor !== "kramdown" || kramdown["auto_ids"] === false ? "none" : rule,
    prefix: textOf(kramdown["auto_id_prefix"]) ?? "",
    isTransliterated: kramdown["transliterated_header_ids"] === true,
    isTypographic: !textsOf(kramdown["gfm_quirks"]).join(",").includes("no_auto_typographic"),
    isStripped: kramdown["auto_id_stripping"] === true,
  };
}

async function foldersWithIndex(folder: ProjectFolder, source: string): Promise<string[]> {
  const found = new Set<string>();
  for (const path of await folder.tree(source)) {
    const below = source === "" ? path : path.slice(source.length + 1);
    const [, place = "", name = ""] = /^(?:(.*)\/)?([^/]*)$/.exec(below) ?? [];
    if (/^index\.(?:html?|md|markdown|mkd)$/i.test(name)) found.add(place);
  }
  return [...found];
}
