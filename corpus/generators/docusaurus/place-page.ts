/** The addresses of Docusaurus 2 and 3. @see `slug.ts` and `numberPrefix.ts` of its docs plug-in, `blogUtils.ts` of its blog */
import { posix } from "node:path";
import { encodePath, pathBelow, staticAddress } from "../address.ts";
import type { Placement, SitePage } from "../generator.ts";
import { matchesGlob } from "../glob.ts";
import { contentRootOf, type ContentRoot, type DocusaurusSettings } from "./settings.ts";

export function placePage({ path, frontMatter }: SitePage, settings: DocusaurusSettings): Placement {
  const root = contentRootOf(path, settings.roots);
  const below = root === undefined ? undefined : pathBelow(path, root.folder);
  if (root !== undefined && below !== undefined && /\.mdx?$/.test(path)) {
    if (root.leftOut !== undefined) return { leftOut: root.leftOut };
    if (!matchesGlob(below, root.include) || matchesGlob(below, root.exclude)) {
      return {
        leftOut: "excluded by the configuration of Docusaurus: a partial, or a page that is left out",
      };
    }
    const { language } = root;
    const address = withTrailingSlash(`${root.route}${SLUGS[root.kind](below, frontMatter, root)}`, settings);
    return { address: encodePath(address), ...(language !== undefined && { language }) };
  }
  for (const folder of settings.staticFolders) {
    const file = pathBelow(path, folder);
    if (file !== undefined) return { address: staticAddress(file) };
  }
  return { leftOut: "outside of the folders that Docusaurus makes pages of, or serves files from" };
}

function withTrailingSlash(address: string, { trailingSlash }: DocusaurusSettings): string {
  const path = address.replace(/\/{2,}/g, "/");
  if (path === "" || path === "/") return "/";
  if (trailingSlash === null) return path;
  return path.replace(/\/$/, "") + (trailingSlash ? "/" : "");
}

type SlugOf = (path: string, frontMatter: SitePage["frontMatter"], root: ContentRoot) => string;

/** With a leading slash. */
const SLUGS: Record<ContentRoot["kind"], SlugOf> = { docs: docSlug, blog: postSlug, pages: pageSlug };

function docSlug(path: string, frontMatter: SitePage["frontMatter"], { dropsNumbers }: ContentRoot): string {
  const slug = textField(frontMatter["slug"]);
  if (slug?.startsWith("/") === true) return slug;
  const withoutNumber =
    dropsNumbers && frontMatter["parse_number_prefixes"] !== false
      ? withoutNumberPrefix
      : (name: string): string => name;
  const folders = posix.dirname(path) === "." ? [] : posix.dirname(path).split("/");
  const folder = `/${folders.map((name) => `${withoutNumber(name)}/`).join("")}`;
  const name = posix.basename(path).replace(/\.mdx?$/, "");
  if (slug === undefined && isIndex(name, folders.at(-1))) return folder;
  // An index file by its front matter only is none.
  return posix.join(folder, slug ?? textField(frontMatter["id"]) ?? withoutNumber(name));
}

/** `index.md`, `README.md`, and a file named as its folder. */
function isIndex(name: string, folder: string | undefined): boolean {
  return ["index", "readme", folder?.toLowerCase()].includes(name.toLowerCase());
}

/** `01-intro` → `intro`; dates and versions keep theirs. */
function withoutNumberPrefix(name: string): string {
  if (/^\d+[-_.]\d+/.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name;
}

/** The date that stands last in a path is the day of the post. */
const DATED = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:\/index)?\.mdx?$/;

function postSlug(path: string, frontMatter: SitePage["frontMatter"]): string {
  const slug = textField(frontMatter["slug"]);
  if (slug !== undefined) return `/${slug}`;
  const dated = DATED.exec(path);
  if (dated === null) return `/${path.replace(/(?:\/index)?\.mdx?$/, "")}`;
  const [, folder = "", date = "", text = ""] = dated;
  return `/${date.replace(/-/g, "/")}/${folder}${text}`;
}

function pageSlug(path: string, frontMatter: SitePage["frontMatter"]): string {
  const slug = textField(frontMatter["slug"]);
  if (slug !== undefined) return `/${slug}`;
  const index = /^(.*\/)?index\.mdx?$/i.exec(path);
  return `/${index === null ? path.replace(/\.mdx?$/, "") : (index[1] ?? "")}`;
}

/** YAML reads `id: 12` as a number, which is as good a name. */
function textField(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
