/** What a template of Jekyll may name: `site`, `page`, `jekyll`. @see https://jekyllrb.com/docs/variables/ */
import { Drop } from "liquidjs";
import { parse } from "yaml";
import { parseDelimited } from "../parse-delimited.ts";
import { parseToml } from "../toml.ts";
import { ABSENT, PossibleValue, UNKNOWN } from "./unknown.ts";

type Fields = Readonly<Record<string, unknown>>;
type ReadFile = (path: string) => string | undefined;

/** Jekyll makes them when it builds the site. */
const OF_THE_BUILD = new Set(
  "time pages posts documents collections tags categories static_files html_pages html_files related_posts github".split(
    " ",
  ),
);
const OF_THE_PAGE = new Set(
  "url path dir name id content excerpt next previous collection date relative_path slug ext output tags categories".split(
    " ",
  ),
);

export interface SiteScope {
  /** Folder of the sources below the root, with a leading slash; "" for the root itself. */
  source: string;
  /** IANA name, default `UTC`. */
  timeZone: string;
  scope: object;
}

/** @param fields of the page's front matter. */
export function createSiteScope(fields: Fields, include: ReadFile): SiteScope {
  const configuration = configurationOf(include);
  const source = folderOf(configuration?.["source"]);
  const data = new DataFolder(
    `${source}/${folderOf(configuration?.["data_dir"] ?? "_data").slice(1)}`,
    include,
  );
  return {
    source,
    timeZone: typeof configuration?.["timezone"] === "string" ? configuration["timezone"] : "UTC",
    scope: {
      site: new SiteValues(configuration, data),
      page: new PageValues(fields, configuration?.["defaults"]),
      jekyll: { environment: "production", version: UNKNOWN },
      layout: UNKNOWN,
      content: UNKNOWN,
      paginator: UNKNOWN,
      theme: UNKNOWN,
    },
  };
}

function folderOf(value: unknown): string {
  const path = typeof value === "string" ? value.replace(/^[./]+|\/+$/g, "") : "";
  return path === "" ? "" : `/${path}`;
}

class SiteValues extends Drop {
  readonly #configuration: Fields | undefined;
  readonly #data: DataFolder;

  constructor(configuration: Fields | undefined, data: DataFolder) {
    super();
    this.#configuration = configuration;
    this.#data = data;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const name = String(key);
    if (name === "data") return this.#data;
    if (name === "source" || name === "destination") return UNKNOWN;
    const collections = this.#configuration?.["collections"];
    const isCollection = Array.isArray(collections)
      ? collections.includes(name)
      : hasField(collections, name);
    if (OF_THE_BUILD.has(name) || isCollection) return UNKNOWN;
    return hasField(this.#configuration, name) ? this.#configuration[name] : ABSENT;
  }
}

class PageValues extends Drop {
  readonly #fields: Fields;
  readonly #defaults: unknown;

  constructor(fields: Fields, defaults: unknown) {
    super();
    this.#fields = fields;
    this.#defaults = defaults;
  }

  override liquidMethodMissing(key: string | number): unknown {
    const name = String(key);
    if (hasField(this.#fields, name)) return this.#fields[name];
    // Which pages a default is for is a matter of their places; it is known where it is for all.
    const sets = (Array.isArray(this.#defaults) ? this.#defaults : []) as unknown[];
    const named = sets.filter((set) => hasField(fieldOf(set, "values"), name));
    const [only] = named;
    if (only !== undefined) {
      const path = fieldOf(fieldOf(only, "scope"), "path") ?? "";
      const isForAll =
        named.length === 1 && path === "" && fieldOf(fieldOf(only, "scope"), "type") === undefined;
      return isForAll ? fieldOf(fieldOf(only, "values"), name) : UNKNOWN;
    }
    return OF_THE_PAGE.has(name) ? UNKNOWN : ABSENT;
  }
}

/** `_data/`: files by their names, and folders of files. */
class DataFolder extends PossibleValue {
  readonly #path: string;
  readonly #include: ReadFile;

  constructor(path: string, include: ReadFile) {
    super();
    this.#path = path;
    this.#include = include;
  }

  override liquidMethodMissing(key: string | number = ""): this {
    const name = String(key);
    if (!/^[\w][\w -]{0,200}$/.test(name)) return ABSENT as unknown as this;
    for (const extension of ["yml", "yaml", "json", "csv", "tsv", "toml"]) {
      const path = `${this.#path}/${name}.${extension}`;
      const text = this.#include(path);
      if (text !== undefined) return parsedData(path, text) as this;
    }
    return new DataFolder(`${this.#path}/${name}`, this.#include) as this;
  }
}

/** Pages of one site name the same files: each is parsed once. */
const parsed = new Map<string, { text: string; value: unknown }>();
const MAX_PARSED_FILES = 64;

function parsedData(path: string, text: string): unknown {
  const known = parsed.get(path);
  if (known?.text === text) return known.value;
  let value: unknown;
  try {
    value = parseData(path, text);
  } catch {
    // Whoever reads the file for its own sake reports what is wrong with it.
    value = UNKNOWN;
  }
  if (parsed.size >= MAX_PARSED_FILES) parsed.clear();
  parsed.set(path, { text, value });
  return value;
}

function parseData(path: string, text: string): unknown {
  if (path.endsWith(".json")) return JSON.parse(text);
  if (path.endsWith(".toml")) return parseToml(text).fields;
  if (/\.[ct]sv$/.test(path)) {
    const [head = [], ...rows] = parseDelimited(text);
    return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
  }
  return parse(text, { logLevel: "error", maxAliasCount: 100 });
}

function configurationOf(include: ReadFile): Fields | undefined {
  for (const path of ["/_config.yml", "/_config.yaml", "/_config.toml"]) {
    const text = include(path);
    const value = text === undefined ? undefined : parsedData(path, text);
    if (isRecord(value)) return value;
  }
  return undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value !== UNKNOWN;
}

function hasField(value: unknown, name: string): value is Fields {
  return isRecord(value) && Object.hasOwn(value, name) && value[name] !== null;
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
