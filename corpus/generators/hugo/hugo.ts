/** Hugo. */
import { encodePath } from "../address.ts";
import { textOf, type Fields } from "../configuration.ts";
import { parseDate } from "../dates.ts";
import type { Generator, Placement, SitePage } from "../generator.ts";
import { createGoldmarkSlugger } from "./goldmark-ids.ts";
import { sanitizePath } from "./paths.ts";
import { expandPermalink } from "./permalinks.ts";
import { detectHugo } from "./read-settings.ts";
import { HUGO_DEFAULTS, type ContentMount, type HugoSettings } from "./settings.ts";

const PAGE = /\.(?:md|markdown|mdown|html?|adoc|asciidoc|ad|org|rst|pandoc|pdc)$/i;

export const hugo: Generator<HugoSettings> = {
  name: "hugo",
  detect: detectHugo,
  defaults: HUGO_DEFAULTS,
  place(page, settings) {
    const mount = settings.mounts.find(({ folder }) => folder === page.path || isBelow(page.path, folder));
    const folder = settings.staticFolders.find((each) => each !== "" && isBelow(page.path, each));
    const isStatic = folder !== undefined && (mount === undefined || folder.length > mount.folder.length);
    if (isStatic) return { address: `/${encodePath(page.path.slice(folder.length + 1))}` };
    if (mount === undefined) return { leftOut: "outside of the content" };
    return placeContent(page, settings, mount);
  },
  createSlugger: ({ headingIds }) => createGoldmarkSlugger(headingIds),
};

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function placeContent(page: SitePage, settings: HugoSettings, mount: ContentMount): Placement {
  const inMount = mount.folder === "" ? page.path : page.path.slice(mount.folder.length + 1);
  if (/(?:^|\/)[.#]|~$/.test(inMount)) return { leftOut: "Hugo does not read hidden files" };
  // A file may be mounted by itself.
  const path = [mount.target, inMount].filter((part) => part !== "").join("/");
  if (settings.ignored.some((expression) => testExpression(expression, page.path))) {
    return { leftOut: "ignored by the configuration" };
  }
  const bundle = bundleOf(page.path, settings);
  if (!PAGE.test(path)) return { address: `/${encodePath(path)}` };
  const fields = lowerNames(page.frontMatter);
  const unpublished = whyUnpublished(fields, page.now, settings);
  if (unpublished !== undefined) return { leftOut: unpublished };
  const { name, language, folders } = nameOf(path, settings, mount.language);
  const isBundle = name === "index";
  const ownFolder = page.path.includes("/") ? page.path.slice(0, page.path.lastIndexOf("/")) : "";
  if (bundle !== undefined && !(isBundle && bundle === ownFolder))
    return { leftOut: `part of the page ${bundle}` };
  if (settings.languages.length > 0 && !settings.languages.includes(language))
    return { leftOut: "its language is not built" };
  const address = addressOf(page, fields, { name, language, folders, settings });
  return { address: encodePath(address), language: settings.languageTags[language] ?? language };
}

/** The folder of the outermost leaf bundle that a file lies in. */
function bundleOf(path: string, { leafBundles }: HugoSettings): string | undefined {
  const above = leafBundles.filter((folder) => folder !== "" && path.startsWith(`${folder}/`));
  return above.sort((left, right) => left.length - right.length)[0];
}

interface PageName {
  /** Without extension and language. */
  name: string;
  language: string;
  folders: string[];
}

/** `guide/install.de.md` → `install`, `de`, [`guide`]. */
function nameOf(
  path: string,
  { languages, defaultLanguage }: HugoSettings,
  mounted: string | undefined,
): PageName {
  const folders = path.split("/");
  const stem = (folders.pop() ?? "").replace(PAGE, "");
  const [, before = "", suffix = ""] = /^(.*)\.([^.]+)$/.exec(stem) ?? [];
  const isLanguage = suffix !== "" && [...languages, defaultLanguage].includes(suffix.toLowerCase());
  return {
    name: isLanguage ? before : stem,
    language: isLanguage ? suffix.toLowerCase() : (mounted ?? defaultLanguage),
    folders,
  };
}

function addressOf(
  page: SitePage,
  fields: Fields,
  { name, language, folders, settings }: PageName & { settings: HugoSettings },
): string {
  const isDefault = language === settings.defaultLanguage;
  const hasSeveral = settings.languages.length > 1 || !isDefault;
  const prefix =
    (isDefault && !settings.defaultLanguageInSubfolder) ||
    (!hasSeveral && !settings.defaultLanguageInSubfolder)
      ? ""
      : `/${language}`;
  const url = textOf(fields["url"]);
  const section = folders[0] ?? "";
  const isUgly =
    typeof settings.uglyUrls === "boolean"
      ? settings.uglyUrls
      : settings.uglyUrls[section.toLowerCase()] === true;
  if (url !== undefined) return urlAddress(url, { prefix, isUgly });
  if (name === "_index") {
    const pattern = settings.sectionPermalinks[section.toLowerCase()];
    const path = pattern === undefined || folders.length === 0 ? folders.join("/") : expand(pattern);
    return path === "" ? `${prefix}/` : finish(path);
  }
  const isBundle = name === "index";
  const slug = textOf(fields["slug"]);
  const last = isBundle ? (folders.at(-1) ?? "") : withoutDate(name, settings);
  const sections = isBundle ? folders.slice(0, -1) : folders;
  const pattern =
    settings.permalinks[section.toLowerCase()] ??
    (sections.length === 0 ? settings.permalinks["/"] : undefined);
  if (pattern !== undefined && sections.length > 0) return finish(expand(pattern));
  return finish([...sections, slug ?? last].join("/"));

  function expand(template: string): string {
    const own =
      name === "_index" ? folders : sections.slice(0, sectionDepth(page.path, sections.length, settings));
    const date =
      parseDate(fields["date"] ?? fields["publishdate"]) ??
      (settings.datesFromNames ? parseDate(name) : undefined);
    const title = textOf(fields["title"]) ?? page.title ?? "";
    return expandPermalink(template, { sections: own, title, slug, name: last, date }, settings);
  }
  function safe(path: string): string {
    return sanitizePath(path, settings);
  }
  function finish(path: string): string {
    const clean = `${prefix}/${safe(path)}`.replace(/\/{2,}/g, "/");
    if (/\.html?$/.test(clean)) return clean;
    const bare = clean.replace(/\/+$/, "");
    return isUgly ? `${bare}.html` : `${bare}/`;
  }
}

/** How many of the folders above a page are sections: the first one, and down to the last with a page `_index`. */
function sectionDepth(path: string, depth: number, { branchBundles, mounts }: HugoSettings): number {
  const mount = mounts.find(({ folder }) => isBelow(path, folder))?.folder ?? "";
  const folders = path.slice(mount === "" ? 0 : mount.length + 1).split("/");
  for (let count = depth; count > 1; count--) {
    const folder = folders.slice(0, count).join("/");
    if (branchBundles.includes(mount === "" ? folder : `${mount}/${folder}`)) return count;
  }
  return Math.min(depth, 1);
}

/** `url` of the front matter: the whole path, below the language unless it begins with a slash. */
function urlAddress(url: string, { prefix, isUgly }: { prefix: string; isUgly: boolean }): string {
  const full = `${url.startsWith("/") ? "" : prefix}/${url}`.replace(/\/{2,}/g, "/");
  if (/\.[a-z0-9]{1,5}$/i.test(full) || full.endsWith("/")) return full;
  return isUgly ? `${full}.html` : `${full}/`;
}

/** `2024-01-31-title` → `title`, where names tell dates. */
function withoutDate(name: string, { datesFromNames }: HugoSettings): string {
  return datesFromNames ? name.replace(/^\d{4}-\d{2}-\d{2}(?:T[\d-]+)?[-_]?(?=.)/, "") : name;
}

function whyUnpublished(fields: Fields, now: number | undefined, settings: HugoSettings): string | undefined {
  if (fields["headless"] === true) return "headless: true";
  const build = fields["build"] ?? fields["_build"];
  const render = typeof build === "object" && build !== null && "render" in build ? build.render : undefined;
  if (render === false || render === "never" || render === "link")
    return "its build options keep it from being rendered";
  if (now === undefined) return undefined;
  const published = parseDate(
    fields["publishdate"] ?? fields["pubdate"] ?? fields["published"] ?? fields["date"],
  );
  if (published !== undefined && published.time > now && !settings.buildsFuture) return "dated in the future";
  const expires = parseDate(fields["expirydate"] ?? fields["unpublishdate"]);
  return expires !== undefined && expires.time <= now && !settings.buildsExpired ? "expired" : undefined;
}

function lowerNames(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
}

function testExpression(expression: string, path: string): boolean {
  try {
    return expression.length < 500 && new RegExp(expression).test(path);
  } catch {
    return false;
  }
}
