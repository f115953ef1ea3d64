/** Jekyll, also as GitHub Pages runs it. */
import { encodePath } from "../address.ts";
import { optOutOf } from "../../parse/opt-out.ts";
import type { Generator, Placement, SitePage } from "../generator.ts";
import { globSource } from "../shell-glob.ts";
import { languageOfName } from "../language-tags.ts";
import { DATED_NAME, dateOfDocument, documentAddress, pageAddress, postTemplate } from "./address.ts";
import { withDefaults } from "./front-matter-defaults.ts";
import { createKramdownSlugger } from "./kramdown-ids.ts";
import { detectJekyll, JEKYLL_DEFAULTS, type JekyllSettings } from "./settings.ts";

/** Files of a repository that are no pages of its site, where front matter is optional. */
const REPOSITORY_FILE =
  /^(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)$/i;

export const jekyll: Generator<JekyllSettings> = {
  name: "jekyll",
  detect: detectJekyll,
  defaults: JEKYLL_DEFAULTS,
  place(page, settings) {
    const path = settings.source === "" ? page.path : page.path.slice(settings.source.length + 1);
    const place = placeFile({ ...page, path }, settings);
    if ("leftOut" in place) return place;
    const named = page.frontMatter["lang"];
    const language = typeof named === "string" ? named : (folderLanguage(path) ?? settings.language);
    const isDefault = settings.languages[0] === language;
    const prefix = settings.languages.includes(language ?? "") && !isDefault ? `/${language}` : "";
    return { address: `${prefix}${place.address}`, ...(language !== undefined && { language }) };
  },
  createSlugger: ({ headingIds }) => createKramdownSlugger(headingIds),
};

/** A folder alone may have a short name of another meaning: only those with a region or of the best known are taken. */
function folderLanguage(path: string): string | undefined {
  const [top = ""] = path.split("/", 1);
  return path.includes("/") && (/[-_]/.test(top) || /^(?:de|en|es|fr|ja|zh|pt|ru|ko)$/.test(top))
    ? languageOfName(top)
    : undefined;
}

function placeFile(page: SitePage, settings: JekyllSettings): Placement {
  const { path } = page;
  if (isExcluded(path, settings)) return { leftOut: "excluded by _config.yml" };
  const segments = path.split("/");
  const name = segments.at(-1) ?? "";
  const postsAt = segments.findIndex((segment) => segment === "_posts" || segment === "_drafts");
  const above = settings.collectionsFolder === "" ? [] : settings.collectionsFolder.split("/");
  const isInCollections = above.every((segment, index) => segments[index] === segment);
  const [first = "", ...below] = isInCollections ? segments.slice(above.length) : [];
  const label = first.startsWith("_") ? first.slice(1) : "";
  if (postsAt >= 0 && postsAt < segments.length - 1 && (above.length === 0 || isInCollections)) {
    return placePost(page, settings, {
      categories: segments.slice(above.length, postsAt),
      isDraft: segments[postsAt] === "_drafts",
    });
  }
  if (Object.hasOwn(settings.collections, label) && label !== "posts" && below.length > 0) {
    return placeDocument(page, settings, { label, below: below.join("/") });
  }
  const special = segments.find((segment) => /^[._#~]|~$/.test(segment));
  if (special !== undefined && !isIncluded(path, settings))
    return { leftOut: `Jekyll does not read ${special}` };
  return placePage(page, settings, name);
}

function placePage(page: SitePage, settings: JekyllSettings, name: string): Placement {
  const { path } = page;
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const [, basename = name, extension = ""] = /^(.+?)(\.[^.]*)$/.exec(name) ?? [];
  const isMarkdown = settings.markdownExtensions.includes(extension.toLowerCase());
  const isReadme = /^readme$/i.test(basename);
  if (page.hasFrontMatter !== true) {
    if (!isMarkdown) return { address: `/${encodePath(path)}` };
    const isIndex = settings.readmeIndex && isReadme && !settings.foldersWithIndex.includes(folder);
    if (isIndex) return { address: `/${encodePath(folder === "" ? "" : `${folder}/`)}` };
    if (!settings.optionalFrontMatter || (REPOSITORY_FILE.test(basename) && !isIncluded(path, settings))) {
      return { leftOut: "no front matter: Jekyll makes no page of it" };
    }
  }
  const data = withDefaults(settings.defaults, { path, type: "pages", data: page.frontMatter });
  const wish = leftOutBy(data);
  if (wish !== undefined) return wish;
  const outputExtension = isMarkdown ? ".html" : extension;
  const stem = basename.replace(/\.+$/, "");
  return {
    address: pageAddress({ folder, basename: stem, outputExtension }, data["permalink"], settings.permalink),
  };
}

function placePost(
  page: SitePage,
  settings: JekyllSettings,
  { categories, isDraft }: { categories: string[]; isDraft: boolean },
): Placement {
  if (isDraft && !settings.showsDrafts) return { leftOut: "a draft" };
  const name = page.path.slice(page.path.lastIndexOf("/") + 1);
  if (!isDraft && !DATED_NAME.test(name)) return { leftOut: "posts have names such as 2024-01-31-title.md" };
  const above = settings.collectionsFolder === "" ? "" : `${settings.collectionsFolder}/`;
  const path = page.path.slice(above.length);
  const data = withDefaults(settings.defaults, {
    path,
    type: isDraft ? "drafts" : "posts",
    data: page.frontMatter,
  });
  const { permalink = postTemplate(settings.permalink) } = settings.collections["posts"] ?? {};
  const inFolder = path.slice(path.search(/_(?:posts|drafts)\//) + (isDraft ? "_drafts/" : "_posts/").length);
  return documentPlacement(
    page,
    settings,
    { collection: "posts", path: inFolder, categories, data },
    permalink,
  );
}

function placeDocument(
  page: SitePage,
  settings: JekyllSettings,
  { label, below }: { label: string; below: string },
): Placement {
  const { output = false, permalink } = settings.collections[label] ?? {};
  if (!output) return { leftOut: `the collection ${label} has no pages` };
  if (page.hasFrontMatter !== true) return { leftOut: "no front matter: Jekyll makes no page of it" };
  const data = withDefaults(settings.defaults, {
    path: `_${label}/${below}`,
    type: label,
    data: page.frontMatter,
  });
  return documentPlacement(
    page,
    settings,
    { collection: label, path: below, categories: [], data },
    permalink,
  );
}

function documentPlacement(
  page: SitePage,
  settings: JekyllSettings,
  document: { collection: string; path: string; categories: string[]; data: SitePage["frontMatter"] },
  permalink: string | undefined,
): Placement {
  const { timeZone } = settings;
  const { data, path } = document;
  const wish = leftOutBy(data);
  if (wish !== undefined) return wish;
  const date = dateOfDocument(path.slice(path.lastIndexOf("/") + 1), data, timeZone);
  if (date !== undefined && page.now !== undefined && date.time > page.now && !settings.showsFuture) {
    return { leftOut: "dated in the future" };
  }
  return { address: documentAddress({ ...document, timeZone }, permalink, settings.permalink) };
}

/** Of the front matter together with the defaults of the configuration. */
function leftOutBy(data: SitePage["frontMatter"]): { leftOut: string } | undefined {
  if (data["published"] === false) return { leftOut: "not published" };
  const wish = optOutOf(data);
  return wish === undefined ? undefined : { leftOut: `the defaults of _config.yml say ${wish}` };
}

function isExcluded(path: string, settings: JekyllSettings): boolean {
  return settings.exclude.some((pattern) => matches(path, pattern)) && !isIncluded(path, settings);
}

function isIncluded(path: string, { include }: JekyllSettings): boolean {
  return include.some(
    (pattern) =>
      matches(path, pattern) || path.split("/").some((segment) => segment === pattern.replace(/\/$/, "")),
  );
}

/** A pattern is a glob, or the beginning of a path. */
function matches(path: string, pattern: string): boolean {
  const clean = pattern.replace(/^\.?\/+/, "");
  if (clean === "") return false;
  return (
    path.startsWith(clean) || (clean.includes("*") && new RegExp(`^${globSource(clean)}(?:/|$)`).test(path))
  );
}
