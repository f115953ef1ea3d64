/** A site as pages are read for it: plain data, so that it reaches threads. */
import type { GeneratorName } from "./generator-names.ts";
import { generatorOf } from "./generators.ts";
import type { HeadingSlugger, Placement, SitePage } from "./generator.ts";
import { fillPattern } from "./url-pattern.ts";

export interface Site {
  generator: GeneratorName;
  /** Absolute folder that paths of pages are relative to. */
  root: string;
  /** Without a trailing slash; "" at the root of its host. */
  basePath: string;
  /** Folders of pages, relative to `root` with forward slashes; "" is the root itself. */
  content: string[];
  /** Of the generator, as it reads them from its configuration. */
  settings: unknown;
  /** Stands in for the generator's own addresses. */
  urlPattern?: string;
}

/** A folder of which no configuration is known. */
export function unconfiguredSite(root: string, generator: GeneratorName = "plain"): Site {
  return { generator, root, basePath: "", content: [""], settings: generatorOf(generator).defaults };
}

/** Pages that the generator leaves out stay out also where a pattern gives the addresses. */
export function placePage(site: Site, page: SitePage): Placement {
  const placed = generatorOf(site.generator).place(page, site.settings);
  if (site.urlPattern === undefined || "leftOut" in placed) return placed;
  const { frontMatter, title } = page;
  const named = frontMatter["lang"] ?? frontMatter["language"];
  const language = typeof named === "string" ? named : placed.language;
  return {
    ...placed,
    address: fillPattern(site.urlPattern, {
      path: pathInContent(site, page.path),
      frontMatter,
      title,
      language,
    }),
  };
}

function pathInContent({ content }: Site, path: string): string {
  const folders = content.filter((folder) => folder === "" || path.startsWith(`${folder}/`));
  const deepest = folders.sort((left, right) => right.length - left.length)[0] ?? "";
  return deepest === "" ? path : path.slice(deepest.length + 1);
}

export function createSlugger(site: Site, page: SitePage): HeadingSlugger {
  return generatorOf(site.generator).createSlugger(site.settings, page);
}

/** The title that a reference of a page shows which has no text of its own. */
export function titleOfTarget(site: Site, target: string, page: string): string | undefined {
  return generatorOf(site.generator).titleOfTarget?.(target, page, site.settings);
}

/** Undefined where the site shows quotes, dashes and dots as they were written. */
export function typesetterOf(site: Site, language: string): ((text: string) => string) | undefined {
  const generator = generatorOf(site.generator);
  if (generator.typeset === undefined) return undefined;
  return (text) => generator.typeset?.(text, language, site.settings) ?? text;
}

/** Values of the project that pages name in double braces. */
export function pageValues(site: Site): Readonly<Record<string, unknown>> | null | undefined {
  return generatorOf(site.generator).pageValues?.(site.settings);
}

/** How the navigation of the site names a page. */
export function navigationTitle(site: Site, page: string): string | undefined {
  return generatorOf(site.generator).navigationTitle?.(page, site.settings);
}

/**
 * The URL of an address of a site: `baseUrl`, where the owner names one, stands for the host and the path that the site
 * lies below; without, URLs are root-relative. A pattern of the owner's is the whole path.
 */
export function siteUrl({ basePath, urlPattern }: Site, address: string, baseUrl: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return `${baseUrl === "" && urlPattern === undefined ? basePath : baseUrl}${address}`;
}
