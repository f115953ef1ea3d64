/** What of Hugo's configuration decides addresses and ids. @see https://gohugo.io/configuration/all/ */
import {
  basePathOf,
  cleanPath,
  fieldsOf,
  parseConfiguration,
  textOf,
  textsOf,
  valueAt,
  type Fields,
} from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";

export interface HugoSettings {
  /** Folders of content, below the project's root. The first that a file lies in counts. */
  mounts: readonly ContentMount[];
  /** Folders whose files are served from the root as they are. */
  staticFolders: readonly string[];
  defaultLanguage: string;
  /** Keys of the languages, in lower case. */
  languages: readonly string[];
  /** BCP 47, by key. */
  languageTags: Readonly<Record<string, string>>;
  defaultLanguageInSubfolder: boolean;
  /** Of all sections, or of those that are named. */
  uglyUrls: boolean | Readonly<Record<string, boolean>>;
  /** Of pages, by section. */
  permalinks: Readonly<Record<string, string>>;
  /** Of pages of sections, by section. */
  sectionPermalinks: Readonly<Record<string, string>>;
  keepsCase: boolean;
  removesAccents: boolean;
  /** A date in the name of a file is none of its address. */
  datesFromNames: boolean;
  buildsDrafts: boolean;
  buildsFuture: boolean;
  buildsExpired: boolean;
  /** Expressions of paths. */
  ignored: readonly string[];
  /** Folders with a page `_index`, from the project's root. */
  branchBundles: readonly string[];
  /** Folders with a page `index`, from the project's root: what lies in them is part of that page. */
  leafBundles: readonly string[];
  headingIds: GoldmarkSettings;
}

export interface ContentMount {
  /** Below the project's root; "" for the root itself. */
  folder: string;
  /** Where it is mounted below the content; "" for its root. */
  target: string;
  /** Key of the language that its files have; absent where their names tell. */
  language?: string | undefined;
}

export interface GoldmarkSettings {
  rule: "github" | "github-ascii" | "blackfriday" | "none";
  hasTitleAttributes: boolean;
}

export const HUGO_DEFAULTS: HugoSettings = {
  mounts: [{ folder: "", target: "" }],
  staticFolders: [],
  defaultLanguage: "en",
  languages: [],
  languageTags: {},
  defaultLanguageInSubfolder: false,
  uglyUrls: false,
  permalinks: {},
  sectionPermalinks: {},
  keepsCase: false,
  removesAccents: false,
  datesFromNames: false,
  buildsDrafts: false,
  buildsFuture: false,
  buildsExpired: false,
  ignored: [],
  leafBundles: [],
  branchBundles: [],
  headingIds: { rule: "github", hasTitleAttributes: true },
};

const EXTENSIONS = ["toml", "yaml", "yml", "json"];
/** Folders that only a project of Hugo has beside a file with so common a name as `config.toml`. */
const HUGO_FOLDERS = ["content", "archetypes", "layouts", "themes"];

export async function detectHugo(folder: ProjectFolder): Promise<DetectedProject<HugoSettings> | undefined> {
  const found = await readConfiguration(folder);
  if (found === undefined) return undefined;
  const { fields, problems } = found;
  const mounts = mountsOf(fields);
  const staticFolders = ["", ...Array.from({ length: 11 }, (_, index) => String(index))]
    .flatMap((suffix) => textsOf(fields[`staticdir${suffix}`]))
    .map(cleanPath);
  if (staticFolders.length === 0) staticFolders.push("static");
  const settings: HugoSettings = {
    ...readSettings(fields),
    mounts,
    staticFolders,
    ...(await bundlesOf(folder, mounts)),
  };
  return {
    settings,
    basePath: basePathOf(textOf(fields["baseurl"])),
    content: [...new Set([...mounts.map((mount) => mount.folder), ...staticFolders])],
    output: [cleanPath(textOf(fields["publishdir"]) ?? "public"), "resources"],
    ...(problems.length > 0 && { problems }),
  };
}

interface FoundConfiguration {
  /** All names in lower case, as Hugo reads them. */
  fields: Fields;
  problems: string[];
}

async function readConfiguration(folder: ProjectFolder): Promise<FoundConfiguration | undefined> {
  const names = await folder.list("");
  const problems: string[] = [];
  let fields: Fields | undefined;
  const read = async (path: string): Promise<Fields | undefined> => {
    const text = await folder.readText(path);
    if (text === undefined) return undefined;
    const parsed = parseConfiguration(text, path);
    if (parsed.problem !== undefined) problems.push(parsed.problem);
    return lowerKeys(parsed.fields);
  };
  for (const stem of ["hugo", "config"]) {
    for (const extension of EXTENSIONS) {
      const path = `${stem}.${extension}`;
      if (fields !== undefined || !names.includes(path)) continue;
      const candidate = await read(path);
      if (candidate === undefined || !isHugos(stem, candidate, names)) {
        problems.length = 0;
        continue;
      }
      fields = candidate;
    }
  }
  if (names.includes("config")) {
    const inFolder = await readFolder(folder, "config/_default", read);
    if (inFolder !== undefined) fields = { ...inFolder, ...fields };
    if (fields !== undefined)
      fields = mergeTables(fields, (await readFolder(folder, "config/production", read)) ?? {});
  }
  return fields === undefined ? undefined : { fields, problems };
}

function isHugos(stem: string, fields: Fields, names: readonly string[]): boolean {
  if (stem === "hugo") return true;
  if (fields["base_url"] !== undefined) return false;
  const hasFolder = HUGO_FOLDERS.some((name) => names.includes(name));
  return (
    hasFolder &&
    (["baseurl", "theme", "languagecode", "module", "contentdir"].some((key) => key in fields) ||
      names.includes("layouts"))
  );
}

/** `config/_default/hugo.toml`, and a file for each of its tables: `languages.toml`, `menus.en.toml`. */
async function readFolder(
  folder: ProjectFolder,
  path: string,
  read: (path: string) => Promise<Fields | undefined>,
): Promise<Fields | undefined> {
  const names = (await folder.list(path)).filter((name) =>
    EXTENSIONS.some((extension) => name.endsWith(`.${extension}`)),
  );
  if (names.length === 0) return undefined;
  let merged: Fields = {};
  for (const name of names) {
    const [key = "", language] = name.toLowerCase().split(".").slice(0, -1);
    const fields = await read(`${path}/${name}`);
    if (fields === undefined) continue;
    merged = mergeTables(merged, tableOf(key, language, fields));
  }
  return merged;
}

/** `languages.de.toml` is of one language, `languages.toml` of all, `hugo.toml` of everything. */
function tableOf(key: string, language: string | undefined, fields: Fields): Fields {
  if (key === "hugo" || key === "config") return fields;
  if (key === "languages" && language !== undefined) return { languages: { [language]: fields } };
  const isNamed = key in fields && Object.keys(fields).length === 1;
  const table = { [key]: isNamed ? fields[key] : fields };
  return language === undefined ? table : { languages: { [language]: table } };
}

function mergeTables(below: Fields, above: Fields): Fields {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const both = Object.keys(fieldsOf(merged[key])).length > 0 && Object.keys(fieldsOf(value)).length > 0;
    merged[key] = both ? mergeTables(fieldsOf(merged[key]), fieldsOf(value)) : value;
  }
  return merged;
}

function lowerKeys(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isTable =
        typeof each === "object" && each !== null && !Array.isArray(each) && !(each instanceof Date);
      const items = Array.isArray(each)
        ? each.map((item) => (isPlainTable(item) ? lowerKeys(item) : (item as unknown)))
        : each;
      return [key.toLowerCase(), isTable ? lowerKeys(each as Fields) : items];
    }),
  );
}

function isPlainTable(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function readSettings(
  fields: Fields,
): Omit<HugoSettings, "mounts" | "staticFolders" | "leafBundles" | "branchBundles"> {
  const disabled = textsOf(fields["disablelanguages"]);
  const languages = Object.keys(fieldsOf(fields["languages"])).filter(
    (key) => !disabled.includes(key) && valueAt(fields, "languages", key, "disabled") !== true,
  );
  const defaultLanguage = textOf(fields["defaultcontentlanguage"])?.toLowerCase() ?? "en";
  const all = [...new Set([defaultLanguage, ...languages])];
  const tagOf = (key: string): string =>
    textOf(valueAt(fields, "languages", key, "languagecode")) ??
    textOf(valueAt(fields, "languages", key, "locale")) ??
    (languages.length < 2 ? (textOf(fields["languagecode"]) ?? textOf(fields["locale"])) : undefined) ??
    key;
  const permalinks = fieldsOf(fields["permalinks"]);
  const textsIn = (table: Fields): Record<string, string> =>
    Object.fromEntries(
      Object.entries(table).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    );
  const ugly = fields["uglyurls"];
  return {
    defaultLanguage,
    languages,
    languageTags: Object.fromEntries(all.map((key) => [key, tagOf(key)])),
    defaultLanguageInSubfolder: fields["defaultcontentlanguageinsubdir"] === true,
    uglyUrls: isPlainTable(ugly)
      ? Object.fromEntries(Object.entries(ugly).map(([key, value]) => [key, value === true]))
      : ugly === true,
    permalinks: { ...textsIn(permalinks), ...textsIn(fieldsOf(permalinks["page"])) },
    sectionPermalinks: textsIn(fieldsOf(permalinks["section"])),
    keepsCase: fields["disablepathtolower"] === true,
    removesAccents: fields["removepathaccents"] === true,
    datesFromNames: textsOf(valueAt(fields, "frontmatter", "date")).includes(":filename"),
    buildsDrafts: fields["builddrafts"] === true,
    buildsFuture: fields["buildfuture"] === true,
    buildsExpired: fields["buildexpired"] === true,
    ignored: textsOf(fields["ignorefiles"]),
    headingIds: goldmarkSettings(fields),
  };
}

function goldmarkSettings(fields: Fields): GoldmarkSettings {
  const parser = fieldsOf(valueAt(fields, "markup", "goldmark", "parser"));
  const handler = textOf(valueAt(fields, "markup", "defaultmarkdownhandler"))?.toLowerCase() ?? "goldmark";
  const type = textOf(parser["autoheadingidtype"] ?? parser["autoidtype"]) ?? "github";
  const rule = (["github", "github-ascii", "blackfriday"] as const).find((each) => each === type);
  const hasIds = parser["autoheadingid"] !== false && (handler === "goldmark" || handler === "blackfriday");
  return {
    rule: !hasIds ? "none" : handler === "blackfriday" ? "blackfriday" : (rule ?? "none"),
    hasTitleAttributes: valueAt(parser, "attribute", "title") !== false,
  };
}

/** Folders of content by mounts of modules, by languages, else `content`. */
function mountsOf(fields: Fields): ContentMount[] {
  const mounts = valueAt(fields, "module", "mounts");
  const content = (Array.isArray(mounts) ? mounts : []).map(fieldsOf).flatMap((mount) => {
    const source = textOf(mount["source"]);
    const [, target] = /^content(?:\/(.*))?$/.exec(cleanPath(textOf(mount["target"]) ?? "")) ?? [
      undefined,
      undefined,
    ];
    const isContent = /^content(?:\/|$)/.test(cleanPath(textOf(mount["target"]) ?? ""));
    // What a package or a module brings is not here.
    if (source === undefined || !isContent || /^(?:node_modules|_vendor)(?:\/|$)/.test(cleanPath(source)))
      return [];
    return [
      { folder: cleanPath(source), target: target ?? "", language: textOf(mount["lang"])?.toLowerCase() },
    ];
  });
  if (content.length > 0) return deepestFirst(content);
  const byLanguage = Object.entries(fieldsOf(fields["languages"])).flatMap(([language, described]) => {
    const folder = textOf(fieldsOf(described)["contentdir"]);
    return folder === undefined ? [] : [{ folder: cleanPath(folder), target: "", language }];
  });
  const own = cleanPath(textOf(fields["contentdir"]) ?? "content");
  // Only languages without a folder of their own have this one.
  const languages = Object.keys(fieldsOf(fields["languages"]));
  const isTaken = byLanguage.length > 0 && byLanguage.length === languages.length;
  return deepestFirst([...byLanguage, ...(isTaken ? [] : [{ folder: own, target: "" }])]);
}

function deepestFirst(mounts: ContentMount[]): ContentMount[] {
  return mounts.sort((left, right) => right.folder.length - left.folder.length);
}

const BUNDLE_PAGE =
  /(?:^|\/)(_?)index\.(?:[a-z-]{2,12}\.)?(?:md|markdown|mdown|html?|adoc|asciidoc|org|rst|pandoc|pdc)$/i;

async function bundlesOf(
  folder: ProjectFolder,
  mounts: readonly ContentMount[],
): Promise<Pick<HugoSettings, "leafBundles" | "branchBundles">> {
  const leaves = new Set<string>();
  const branches = new Set<string>();
  for (const mount of mounts) {
    for (const path of await folder.tree(mount.folder)) {
      const match = BUNDLE_PAGE.exec(path);
      if (match !== null) (match[1] === "_" ? branches : leaves).add(path.slice(0, match.index));
    }
  }
  return { leafBundles: [...leaves], branchBundles: [...branches] };
}
