/**
 * Fumadocs: collections of pages in folders, each shown below the address of a loader.
 *
 * @see `plugins/slugs.ts`, `storage/content.ts` and `remark-heading.ts` of `fumadocs-core`
 */
import { encodePath, basePathOf, projectPath, pathBelow, staticAddress } from "./address.ts";
import type {
  DetectedProject,
  Generator,
  HeadingPart,
  Placement,
  ProjectFolder,
  SitePage,
} from "./generator.ts";
import { createSlugCounter } from "./github-slugs.ts";
import { headingText } from "./heading-text.ts";
import { readJavaScriptConfig } from "./javascript-config/read-config.ts";

interface Collection {
  /** Below the project's root. */
  folder: string;
  /** Parts of the address in front of a page's path. */
  route: string[];
}

export interface FumadocsSettings {
  collections: Collection[];
  languages: string[];
  defaultLanguage?: string;
  /** How a file names its language: `page.de.mdx`, or `de/page.mdx`. */
  parser: "dot" | "dir";
  hideLocale: "never" | "always" | "default-locale";
  /** Whether a `slug` in the front matter replaces the path. */
  readsSlugs: boolean;
  trailingSlash: boolean;
}

const DEFAULTS: FumadocsSettings = {
  collections: [{ folder: "", route: [] }],
  languages: [],
  parser: "dot",
  hideLocale: "never",
  readsSlugs: false,
  trailingSlash: false,
};

export const fumadocs: Generator<FumadocsSettings> = {
  name: "fumadocs",
  defaults: DEFAULTS,
  detect,
  place(page, settings) {
    for (const { folder, route } of settings.collections) {
      const below = pathBelow(page.path, folder);
      if (below !== undefined && /\.mdx?$/.test(below)) return placeFile(below, page, route, settings);
    }
    const file = pathBelow(page.path, "public");
    return file === undefined
      ? { leftOut: "in no collection of Fumadocs" }
      : { address: staticAddress(file) };
  },
  createSlugger() {
    const slugOf = createSlugCounter();
    const taken = new Set<string>();
    return ({ parts, isElement, customId }) => {
      if (isElement) return customId;
      const last = parts.at(-1);
      const own = last?.kind === "text" ? /\s*\[#([^\]]{1,300})\]\s*$/.exec(last.value)?.[1] : undefined;
      const id = own ?? slugOf(headingText(parts, textOf));
      // An id that an author named is not counted: what is called the same leads there.
      if (taken.has(id)) return undefined;
      taken.add(id);
      return id;
    };
  },
};

function textOf({ kind, value }: HeadingPart): string | undefined {
  return kind === "text" || kind === "code" || kind === "directive" ? value : undefined;
}

/** Where projects keep the loaders of their collections, and their languages. */
const PROGRAM_FOLDERS = ["lib", "src/lib", "utils", "src/utils", "source", "app", "src/app"];
const LANGUAGE_FILES = ["lib/i18n", "src/lib/i18n", "i18n", "src/i18n"];
const MAX_PROGRAMS = 300;

/** The programs that make loaders, one after the other. */
async function readLoaders(folder: ProjectFolder): Promise<string> {
  const files = (await Promise.all(PROGRAM_FOLDERS.map((name) => folder.tree(name)))).flat();
  const programs = files.filter((path) => /\.[cm]?[jt]sx?$/.test(path)).slice(0, MAX_PROGRAMS);
  const texts = await Promise.all(programs.map((path) => folder.readText(path)));
  return texts.filter((text) => text !== undefined && /\bloader\s*\(/.test(text)).join("\n");
}

/** Routes with a parameter behind them: `app/(home)/blog/[slug]/page.tsx` → `blog`. */
async function foldersOfPages(folder: ProjectFolder): Promise<string[]> {
  const files = [...(await folder.tree("app")), ...(await folder.tree("src/app"))];
  return files.flatMap((path) => {
    const [, route] = /^(?:src\/)?app\/(.*)\/\[{1,2}(?:\.\.\.)?\w+\]{1,2}\/page\.[jt]sx?$/.exec(path) ?? [];
    const parts = (route ?? "").split("/").filter((part) => !/^(?:\(.*\)|\[.*\]|)$/.test(part));
    return parts.length === 0 ? [] : [parts.join("/")];
  });
}

async function detect(folder: ProjectFolder): Promise<DetectedProject<FumadocsSettings> | undefined> {
  const config = await readJavaScriptConfig(folder, ["source.config"]);
  if (config === undefined || !/\bfumadocs\b/.test(config.source)) return undefined;
  const loaders = await readLoaders(folder);
  const languages = (await readJavaScriptConfig(folder, LANGUAGE_FILES))?.source ?? "";
  const next = await readJavaScriptConfig(folder, ["next.config"]);
  const collections = collectionsOf(`${config.source}\n${loaders}`, loaders, await foldersOfPages(folder));
  const defaultLanguage = /\bdefaultLanguage:\s{0,9}["'`]([\w-]{2,20})["'`]/.exec(languages)?.[1];
  const list = /\blanguages:\s{0,9}\[([^\]]{0,2000})\]/.exec(languages)?.[1] ?? "";
  const hideLocale = /\bhideLocale:\s{0,9}["'`](always|default-locale)["'`]/.exec(languages)?.[1];
  return {
    settings: {
      collections,
      languages: [...list.matchAll(/["'`]([\w-]{2,20})["'`]/g)].map(([, name = ""]) => name),
      ...(defaultLanguage !== undefined && { defaultLanguage }),
      parser: /\bparser:\s{0,9}["'`]dir["'`]/.test(languages) ? "dir" : "dot",
      hideLocale: (hideLocale as FumadocsSettings["hideLocale"] | undefined) ?? "never",
      readsSlugs: /\bslugsFromData\(/.test(loaders),
      trailingSlash: next?.config.get("trailingSlash").flagIfKnown() ?? false,
    },
    basePath: basePathOf(next?.config.get("basePath").textIfKnown() ?? "/"),
    content: [...collections.map((collection) => collection.folder), "public"],
    output: [".next", ".source", "out"],
  };
}

/** Of `export const docs = defineDocs({ dir: "content/docs" })` and `loader({ baseUrl: "/docs", source: docs.to…() })`. */
function collectionsOf(config: string, loaders: string, routesOfPages: readonly string[]): Collection[] {
  const routes = new Map<string, string>();
  for (const [, text = ""] of loaders.matchAll(/\bloader\((?=([\s\S]{0,1500}))/g)) {
    const own = text.split(/\bloader\(/, 1)[0] ?? "";
    const name =
      /\b(\w{1,80})\.toFumadocsSource\(|\b(?:createMDXSource|toFumadocsSource)\(\s{0,99}(\w{1,80})/.exec(own);
    const route = /\bbaseUrl:\s{0,9}["'`]([^"'`\n]{1,200})["'`]/.exec(own)?.[1];
    if (route !== undefined) routes.set(name?.[1] ?? name?.[2] ?? "", route);
  }
  const defined = [
    ...config.matchAll(
      /\b(?:const|let)\s{1,9}(\w{1,80})\s{0,9}=\s{0,9}define(?:Docs|Collections)\((?=([\s\S]{0,1500}))/g,
    ),
  ].flatMap(([, name = "", text = ""]) => {
    const own = text.split(/\bdefine(?:Docs|Collections)\(/, 1)[0] ?? "";
    if (/\btype:\s{0,9}["'`]meta["'`]/.test(own)) return [];
    const folder = projectPath(/\bdir:\s{0,9}["'`]([^"'`\n]{1,200})["'`]/.exec(own)?.[1] ?? "content/docs");
    const last = folder.split("/").at(-1) ?? "";
    // Without a loader, a page with a parameter shows the collection that is named as its folder.
    const shown = routesOfPages.find((route) => [last, name].includes(route.split("/").at(-1) ?? ""));
    const route = routes.get(name) ?? shown ?? (routes.size === 0 ? last : undefined);
    return route === undefined ? [] : [{ folder, route: partsOf(route) }];
  });
  const [only = "/docs"] = routes.values();
  return defined.length > 0 ? defined : [{ folder: "content/docs", route: partsOf(only) }];
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function placeFile(
  path: string,
  { frontMatter }: SitePage,
  route: readonly string[],
  { languages, defaultLanguage, parser, hideLocale, readsSlugs, trailingSlash }: FumadocsSettings,
): Placement {
  const names = path.replace(/\.mdx?$/, "").split("/");
  let language = languages.length > 0 ? defaultLanguage : undefined;
  const named = parser === "dir" ? names[0] : /\.([\w-]+)$/.exec(names.at(-1) ?? "")?.[1];
  if (named !== undefined && languages.includes(named) && (parser === "dot" || names.length > 1)) {
    language = named;
    if (parser === "dir") names.shift();
    else names.push((names.pop() ?? "").slice(0, -named.length - 1));
  }
  const name = names.pop() ?? "";
  const slugs = names.filter((part) => !/^\(.+\)$/.test(part));
  if (name !== "index") slugs.push(name);
  const slug = readsSlugs ? frontMatter["slug"] : undefined;
  const isHidden =
    hideLocale === "always" || (hideLocale === "default-locale" && language === defaultLanguage);
  const parts = [
    ...(language === undefined || isHidden ? [] : [language]),
    ...route,
    ...(typeof slug === "string" ? partsOf(slug) : slugs),
  ];
  const address = parts.length === 0 ? "/" : `/${encodePath(parts.join("/"))}${trailingSlash ? "/" : ""}`;
  return { address, ...(language !== undefined && { language }) };
}
