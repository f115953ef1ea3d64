/**
 * The addresses of Astro and Starlight.
 *
 * @see `getContentEntryIdAndSlug` of Astro, `slugs.ts` and `createPathFormatter.ts` of Starlight
 */
import { encodePath, pathBelow, staticAddress } from "../address.ts";
import type { Placement, SitePage } from "../generator.ts";
import { githubSlug } from "../github-slugs.ts";
import type { AstroRoot, AstroSettings } from "./settings.ts";

const MARKDOWN = /\.(?:markdown|mdown|mkdn|mkd|mdwn|md|mdx)$/;

export function placePage({ path, frontMatter }: SitePage, settings: AstroSettings): Placement {
  const root = rootOf(path, settings.roots);
  const below = root === undefined ? undefined : pathBelow(path, root.folder);
  if (root !== undefined && below !== undefined && (MARKDOWN.test(path) || path.endsWith(".html"))) {
    if (!root.readsUnderscored && isPartial(below, root)) {
      return { leftOut: "Astro makes no page of names that begin with an underscore" };
    }
    if (/\[[^/]*\]/.test(below)) return { leftOut: "a template that Astro makes several pages of" };
    const slug = root.kind === "pages" ? below.replace(/\.\w+$/, "") : slugOf(below, frontMatter);
    if (/(?:^|\/)404$/.test(slug)) return { leftOut: "shown in the place of pages that are not found" };
    const route = `${root.route}/${slug}`;
    const language = languageOf(route, settings.languages);
    return {
      address: encodePath(addressOf(route.normalize(), settings)),
      ...(language !== undefined && { language }),
    };
  }
  const file = pathBelow(path, settings.publicFolder);
  if (file !== undefined) return { address: staticAddress(file) };
  return { leftOut: "outside of the folders that Astro makes pages of, or serves files from" };
}

function rootOf(path: string, roots: readonly AstroRoot[]): AstroRoot | undefined {
  let deepest: AstroRoot | undefined;
  for (const root of roots) {
    const isIn = pathBelow(path, root.folder) !== undefined;
    if (isIn && (deepest === undefined || root.folder.length > deepest.folder.length)) deepest = root;
  }
  return deepest;
}

/** A folder is a partial among pages only. */
function isPartial(path: string, { kind }: AstroRoot): boolean {
  const names = path.split("/");
  return kind === "pages"
    ? names.some((name) => name.startsWith("_"))
    : names.at(-1)?.startsWith("_") === true;
}

/** Each name of the path as GitHub makes ids: lower case, dots and signs dropped, spaces as hyphens. */
function slugOf(path: string, frontMatter: SitePage["frontMatter"]): string {
  const { slug } = frontMatter;
  if (typeof slug === "string" && slug !== "") return slug.replace(/^\/+|\/+$/g, "");
  return path.replace(MARKDOWN, "").split("/").map(githubSlug).join("/");
}

function addressOf(route: string, { format, trailingSlash }: AstroSettings): string {
  const isIndex = route.endsWith("/index");
  const path = route.replace(/\/(?:index)?$/, "");
  if (path === "") return "/";
  const isFile = format === "file" || (format === "preserve" && !isIndex);
  if (isFile) return `${path}${trailingSlash === "never" ? "" : ".html"}`;
  return `${path}${trailingSlash === "never" ? "" : "/"}`;
}

function languageOf(route: string, languages: Readonly<Record<string, string>>): string | undefined {
  const [, first = ""] = route.split("/");
  return (first === "" ? undefined : languages[first]) ?? languages[""];
}
