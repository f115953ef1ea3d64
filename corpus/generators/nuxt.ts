/**
 * Nuxt Content 2 and 3: pages are the Markdown files of `content/`; numbers in names order them and are no part of the
 * address.
 *
 * @see `path-meta.ts` of `@nuxt/content`, `compiler.ts` of `@nuxtjs/mdc`
 */
import { posix } from "node:path";
import slugify from "slugify";
import { basePathOf, encodePath, projectPath, pathBelow, staticAddress } from "./address.ts";
import type { Generator, HeadingPart, ProjectFolder } from "./generator.ts";
import { createSlugCounter } from "./github-slugs.ts";
import { headingText } from "./heading-text.ts";
import type { ConfigValue } from "./javascript-config/config-value.ts";
import { readExports, readJavaScriptConfig } from "./javascript-config/read-config.ts";
import { matchesGlob } from "./glob.ts";

interface Source {
  /** Below the folder of content. */
  include: string;
  exclude: string[];
  /** In the place of the fixed beginning of `include`; undefined keeps it. */
  prefix?: string;
  /** Below the project's root, where it is not the folder of content. */
  folder?: string;
}

/** Of the `slugify` package, as far as they are plain values. */
interface SlugifyOptions {
  lower?: boolean;
  strict?: boolean;
  replacement?: string;
  locale?: string;
}

export interface NuxtSettings {
  /** Of Nuxt Content: 2 hides drafts and names that begin with a dash, and reads another field for the address. */
  version: 2 | 3;
  /** Of names to parts of addresses. */
  slugs: SlugifyOptions;
  /** Folders at the top of the content that are named for languages. */
  languages: string[];
  contentFolder: string;
  publicFolder: string;
  /** The first that takes a file decides. */
  sources: Source[];
}

const DEFAULTS: NuxtSettings = {
  version: 3,
  slugs: { lower: true },
  languages: [],
  contentFolder: "",
  publicFolder: "public",
  sources: [{ include: "**", exclude: [] }],
};

export const nuxt: Generator<NuxtSettings> = {
  name: "nuxt",
  defaults: DEFAULTS,
  async detect(folder) {
    const read = await readJavaScriptConfig(folder, ["nuxt.config"]);
    if (read === undefined || !(await hasContent(folder, read.config))) return undefined;
    const { config, problems } = read;
    const sourceFolder = projectPath(config.get("srcDir").textIfKnown() ?? "");
    const version = await versionOf(folder);
    const contentFolder = projectPath(
      config.get("content", "srcDir").textIfKnown() ??
        (version === 2 ? posix.join(sourceFolder, "content") : "content"),
    );
    const publicFolder = projectPath(
      config.get("dir", "public").text() ?? posix.join(version === 2 ? sourceFolder : "", "public"),
    );
    const sources = version === 2 ? readStores(config, contentFolder) : await readSources(folder);
    const beside = sources.flatMap((source) => source.folder ?? []);
    return {
      settings: {
        version,
        contentFolder,
        publicFolder,
        sources,
        slugs: slugsOf(config),
        languages: languagesOf(config),
      },
      basePath: basePathOf(config.get("app", "baseURL").text() ?? "/"),
      content: [...new Set([contentFolder, publicFolder, ...beside])],
      output: [".nuxt", ".output", "dist"],
      problems,
    };
  },
  place({ path, frontMatter }, { version, contentFolder, publicFolder, sources, slugs, languages }) {
    const file = pathBelow(path, publicFolder);
    if (file !== undefined) return { address: staticAddress(file) };
    const found = sourceOf(path, contentFolder, sources);
    if (!path.endsWith(".md")) return { leftOut: "Nuxt Content makes pages of .md files" };
    if (found === undefined) return { leftOut: "in no collection of the pages of Nuxt Content" };
    const { below, source } = found;
    if (version === 2) {
      if (below.split("/").some((name) => /^-|['"?#]/.test(name)))
        return { leftOut: "hidden from Nuxt Content by its name" };
      if (/\.draft(?:\/|\.)/.test(below)) return { leftOut: "a draft, by its name" };
    }
    const own = frontMatter[version === 2 ? "_path" : "path"];
    const parts = withPrefix(below, source)
      .replace(/\.md$/, "")
      .split("/")
      .map((name) => pathPart(name, slugs));
    const address =
      typeof own === "string" && own.startsWith("/")
        ? own
        : `/${parts.filter((part) => part !== "").join("/")}`;
    const language = languages.find((name) => pathBelow(below, name) !== undefined);
    return { address: encodePath(address), ...(language !== undefined && { language }) };
  },
  createSlugger() {
    const slugOf = createSlugCounter();
    return ({ parts, isElement, customId }) => {
      // An element with an id of its own keeps it; attributes behind a heading are words of it.
      if (isElement && customId !== undefined) return customId;
      const text = withoutComponents(headingText(parts, textOf));
      return slugOf(text).replace(/-+/g, "-").replace(/^-|-$/g, "").replace(/^(\d)/, "_$1");
    };
  },
};

async function hasContent(folder: ProjectFolder, config: ConfigValue): Promise<boolean> {
  const names = [...config.get("modules").items(), ...config.get("extends").items(), config.get("extends")];
  if (names.some((name) => /@nuxt\/content|docus|ui-pro|undocs/.test(name.packageName() ?? ""))) return true;
  const listed = await folder.list("");
  return listed.some((name) => /^content\.config\.\w+$/.test(name));
}

/** Since version 3, collections have a file of their own; without one, the package says it. */
async function versionOf(folder: ProjectFolder): Promise<2 | 3> {
  const listed = await folder.list("");
  if (listed.some((name) => /^content\.config\.\w+$/.test(name))) return 3;
  const written = (await folder.readText("package.json")) ?? "";
  const required = /"@nuxt\/content(?:-edge|-nightly)?"\s*:\s*"[^"\d]*(\d+)/.exec(written)?.[1];
  return required !== undefined && Number(required) < 3 ? 2 : 3;
}

function slugsOf(config: ConfigValue): SlugifyOptions {
  if (config.get("content", "respectPathCase").flagIfKnown() === true) return {};
  const given = config.get("content", "build", "pathMeta", "slugifyOptions");
  const strict = given.get("strict").flagIfKnown();
  const replacement = given.get("replacement").textIfKnown();
  const locale = given.get("locale").textIfKnown();
  return {
    lower: given.get("lower").flagIfKnown() ?? true,
    ...(strict !== undefined && { strict }),
    ...(replacement !== undefined && { replacement }),
    ...(locale !== undefined && { locale }),
  };
}

function languagesOf(config: ConfigValue): string[] {
  const codes = config
    .get("i18n", "locales")
    .items()
    .flatMap((locale) => locale.textIfKnown() ?? locale.get("code").textIfKnown() ?? []);
  return [...codes, ...(config.get("content", "locales").texts() ?? [])];
}

/** Collections of pages, in the order in which the site names them. */
async function readSources(folder: ProjectFolder): Promise<Source[]> {
  const read = await readExports(folder, ["content.config"]);
  const sources: Source[] = [];
  for (const [, collection] of read?.get("default", "collections").entries() ?? []) {
    const options = collection.call()?.callArguments[0] ?? collection;
    if (options.get("type").text() === "data") continue;
    const source = options.get("source");
    const entries = source.items().length > 0 ? source.items() : [source];
    for (const entry of entries) {
      const include = entry.textIfKnown() ?? entry.get("include").textIfKnown();
      if (include === undefined) continue;
      const prefix = entry.get("prefix").textIfKnown();
      const place = entry.get("cwd").textIfKnown();
      sources.push({
        include,
        exclude: entry.get("exclude").texts() ?? [],
        ...(prefix !== undefined && { prefix }),
        ...(place !== undefined && { folder: projectPath(place) }),
      });
    }
  }
  return sources.length > 0 ? sources : DEFAULTS.sources;
}

/** Of version 2: stores beside the folder of content. */
function readStores(config: ConfigValue, contentFolder: string): Source[] {
  const stores = config
    .get("content", "sources")
    .entries()
    .flatMap(([name, store]): Source[] => {
      const base = store.get("base").textIfKnown();
      if (base === undefined) return [];
      const prefix = store.get("prefix").textIfKnown() ?? "";
      const folder = name === "content" ? contentFolder : projectPath(base.replace(/^\/+/, ""));
      return [{ include: "**", exclude: [], prefix, folder }];
    });
  return [...stores, ...DEFAULTS.sources];
}

/** The first source that takes a file, and its path below the folder of the source. */
function sourceOf(
  path: string,
  contentFolder: string,
  sources: readonly Source[],
): { below: string; source: Source } | undefined {
  for (const source of sources) {
    const below = pathBelow(path, source.folder ?? contentFolder);
    if (below === undefined) continue;
    if (matchesGlob(below, [source.include]) && !matchesGlob(below, source.exclude)) return { below, source };
  }
  return undefined;
}

function withPrefix(path: string, { include, prefix }: Source): string {
  if (prefix === undefined) return path;
  const fixed = include.split("*", 1)[0]?.replace(/[^/]*$/, "") ?? "";
  const rest = path.startsWith(fixed) ? path.slice(fixed.length) : path;
  return `${prefix.replace(/^\/+|\/+$/g, "")}/${rest}`;
}

/** `2.getting-started` → `getting-started`, `index` → nothing; a version keeps its numbers. */
function pathPart(name: string, options: SlugifyOptions): string {
  const part = VERSION.test(name)
    ? name
    : name
        .replace(/^\d+\./, "")
        .replace(/^index(?:\.draft)?$/, "")
        .replace(/\.draft$/, "");
  return slugify(part, options);
}

const VERSION = /^\d+(?:\.\d+)*(?:\.x)?$/;

function textOf({ kind, value }: HeadingPart): string | undefined {
  return kind === "text" || kind === "code" || kind === "directive" ? value : undefined;
}

/** Components in a line, `:icon{name="x"}` and `:badge[new]`, are what stands in their brackets; emoji are no words. */
function withoutComponents(text: string): string {
  return text.includes(":")
    ? text
        .replace(/:[a-z\d_+-]{1,50}:/g, "")
        .replace(
          /(^|\s):[a-z][\w-]{0,50}(?:\[([^\][]{0,300})\])?(?:\{[^{}]{0,300}\})?/g,
          (_, before: string, label = "") => `${before}${label}`,
        )
    : text;
}
