/** MkDocs, and Material for MkDocs. */
import { encodePath } from "../address.ts";
import { matchesIgnore } from "../ignore-pattern.ts";
import { textOf } from "../configuration.ts";
import { parseDate, twoDigits } from "../dates.ts";
import type { Generator, Placement, SitePage } from "../generator.ts";
import { createTocSlugger, slugifyTitle } from "./toc-ids.ts";
import { detectMkdocs, MKDOCS_DEFAULTS, type MkdocsSettings } from "./settings.ts";

const MARKDOWN = /\.(?:markdown|mdown|mkdn|mkd|md)$/;

export const mkdocs: Generator<MkdocsSettings> = {
  name: "mkdocs",
  detect: detectMkdocs,
  defaults: MKDOCS_DEFAULTS,
  place(page, settings) {
    const { docs, excluded, language } = settings;
    const path = docs === "" ? page.path : page.path.slice(docs.length + 1);
    if (path.split("/").some((segment) => segment.startsWith(".")))
      return { leftOut: "MkDocs does not read hidden files" };
    if (excluded.length > 0 && matchesIgnore(excluded, path)) return { leftOut: "excluded by mkdocs.yml" };
    const isTemplate = ["templates", settings.templates ?? "templates"].some((folder) =>
      path.startsWith(`${folder}/`),
    );
    if (isTemplate && !MARKDOWN.test(path)) return { leftOut: "a template of the theme" };
    return placeInLanguage({ ...page, path }, settings, language);
  },
  navigationTitle: (page, { docs, navigation }) => {
    const path = docs === "" ? page : page.slice(docs.length + 1);
    return Object.hasOwn(navigation, path) ? navigation[path] : undefined;
  },
  createSlugger: ({ headingIds }, { explicitIds }) => createTocSlugger(headingIds, explicitIds),
};

/** `page.de.md` or `de/page.md`, by mkdocs-static-i18n: the default language lies at the root. */
function placeInLanguage(page: SitePage, settings: MkdocsSettings, language: string | undefined): Placement {
  const { languages } = settings;
  if (languages === undefined) {
    const place = placeFile(page, settings);
    return "leftOut" in place || language === undefined ? place : { ...place, language };
  }
  let { path } = page;
  let own = languages.default;
  if (languages.structure === "folder") {
    const [top = ""] = path.split("/", 1);
    if (languages.all.includes(top)) {
      own = top;
      path = path.slice(top.length + 1);
    }
  } else {
    const [, before = "", suffix = "", extension = ""] = /^(.*)\.([A-Za-z_-]+)(\.[^./]+)$/.exec(path) ?? [];
    if (languages.all.includes(suffix) || suffix === languages.default) {
      own = suffix;
      path = before + extension;
    }
  }
  const place = placeFile({ ...page, path }, settings);
  if ("leftOut" in place) return place;
  return {
    address: own === languages.default ? place.address : `/${own}${place.address}`,
    language: own.replace("_", "-"),
  };
}

function placeFile(page: SitePage, settings: MkdocsSettings): Placement {
  const { path } = page;
  const { usesDirectoryUrls, foldersWithIndex, blog } = settings;
  if (!MARKDOWN.test(path)) {
    const isIndex = usesDirectoryUrls && /(?:^|\/)index\.html$/.test(path);
    return { address: `/${encodePath(isIndex ? path.slice(0, -"index.html".length) : path)}` };
  }
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const name = path.slice(folder === "" ? 0 : folder.length + 1).replace(/\.[^.]*$/, "");
  if (name === "README" && foldersWithIndex.includes(folder)) {
    return { leftOut: "README beside an index, which is the page of its folder" };
  }
  if (blog !== undefined && path.startsWith(`${blog.postsFolder}/`)) {
    if (page.frontMatter["draft"] === true) return { leftOut: "a draft" };
    return { address: addressOf(postPath(page, settings, blog), usesDirectoryUrls) };
  }
  const isIndex = name === "index" || name === "README";
  const above = folder === "" ? "" : `${folder}/`;
  if (isIndex) return { address: `/${encodePath(usesDirectoryUrls ? above : `${above}index.html`)}` };
  return { address: addressOf(above + name, usesDirectoryUrls) };
}

function addressOf(path: string, usesDirectoryUrls: boolean): string {
  return `/${encodePath(path)}${usesDirectoryUrls ? "/" : ".html"}`;
}

/** A post of Material's blog. @see https://squidfunk.github.io/mkdocs-material/plugins/blog/#config.post_url_format */
function postPath(
  { path, frontMatter, title }: SitePage,
  { headingIds }: MkdocsSettings,
  { folder, postFormat, dateFormat }: NonNullable<MkdocsSettings["blog"]>,
): string {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const { date } = frontMatter;
  const created = parseDate(
    typeof date === "object" && date !== null && "created" in date ? date.created : date,
  );
  const dated =
    created === undefined
      ? ""
      : dateFormat
          .replace(/yyyy/g, String(created.year))
          .replace(/yy/g, twoDigits(created.year % 100))
          .replace(/MM/g, twoDigits(created.month))
          .replace(/dd/g, twoDigits(created.day));
  const [category = ""] = Array.isArray(frontMatter["categories"])
    ? (frontMatter["categories"] as unknown[])
    : [];
  const words: Readonly<Record<string, string>> = {
    date: dated,
    slug: textOf(frontMatter["slug"]) ?? slugifyTitle(title ?? file, headingIds),
    file,
    categories: slugifyTitle(textOf(category) ?? "", headingIds),
  };
  const filled = postFormat
    .replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "")
    .replace(/^\/+|\/+$/g, "");
  return folder === "" ? filled : `${folder}/${filled}`;
}
