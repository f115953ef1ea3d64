/** The addresses of Eleventy. @see `TemplatePermalink.js` and `TemplateFileSlug.js` of `@11ty/eleventy` */
import { posix } from "node:path";
import { encodePath, pathBelow, staticAddress } from "../address.ts";
import type { Placement, SitePage } from "../generator.ts";
import { matchesGlob } from "../glob.ts";
import { fillTemplate } from "./fill-template.ts";
import type { EleventySettings } from "./settings.ts";

export function placePage({ path, frontMatter }: SitePage, settings: EleventySettings): Placement {
  for (const { folder, route } of settings.passedThrough) {
    const file = pathBelow(path, folder);
    if (file !== undefined) return { address: staticAddress(posix.join(route, file).replace(/^\/+/, "")) };
  }
  const below = pathBelow(path, settings.inputFolder);
  if (below === undefined) return { leftOut: `outside of ${settings.inputFolder}, Eleventy's input` };
  if (!/\.(?:md|markdown|html?|njk|liquid)$/.test(path)) return { leftOut: "no template of Eleventy" };
  const isPart = settings.notPages.some((folder) => pathBelow(path, folder) !== undefined);
  if (isPart || path.split("/").includes("node_modules")) return { leftOut: "a layout, an include or data" };
  if (matchesGlob(path, settings.ignored)) return { leftOut: "ignored by the configuration of Eleventy" };
  if (frontMatter["pagination"] !== undefined) {
    return { leftOut: "a template that Eleventy makes several pages of" };
  }
  const stem = below.replace(/\.\w+$/, "");
  const permalink = permalinkOf(path, frontMatter, settings);
  if (permalink === false) return { leftOut: "not written: its permalink is false" };
  if (permalink === null) return { leftOut: "its permalink is only known when the site is built" };
  if (permalink === undefined) return { address: encodePath(`/${defaultAddress(stem)}`) };
  const filled = fillTemplate(permalink, { frontMatter, page: pageData(stem) });
  if (filled === undefined) {
    return { leftOut: `its permalink ${permalink} is only known when the site is built` };
  }
  return { address: encodePath(`/${filled.replace(/^\/+/, "").replace(/(^|\/)index(?:\.html)?$/, "$1")}`) };
}

/** Undefined where there is none, null where it can't be known. */
function permalinkOf(
  path: string,
  frontMatter: SitePage["frontMatter"],
  { permalinks }: EleventySettings,
): string | false | null | undefined {
  const computed = frontMatter["eleventyComputed"];
  const own =
    (typeof computed === "object" && computed !== null
      ? (computed as Record<string, unknown>)["permalink"]
      : undefined) ?? frontMatter["permalink"];
  if (typeof own === "string") return own;
  if (own === false) return false;
  if (typeof own === "object" && own !== null) {
    const { build } = own as Record<string, unknown>;
    return typeof build === "string" ? build : false;
  }
  const stem = path.replace(/\.\w+$/, "");
  let nearest: (typeof permalinks)[number] | undefined;
  for (const given of permalinks) {
    const isIts = given.path === stem || pathBelow(path, given.path) !== undefined;
    if (isIts && (nearest === undefined || given.path.length > nearest.path.length)) nearest = given;
  }
  return nearest === undefined ? undefined : (nearest.permalink ?? null);
}

/** `docs/install` → `docs/install/`; a file named `index`, or as its folder, is the folder's page. */
function defaultAddress(stem: string): string {
  const folder = posix.dirname(stem) === "." ? "" : `${posix.dirname(stem)}/`;
  const name = posix.basename(stem);
  return name === "index" || name === posix.basename(folder) ? folder : `${folder}${name}/`;
}

function pageData(stem: string): Record<string, string> {
  const withoutDate = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
  const folder = posix.dirname(stem) === "." ? "" : posix.dirname(stem);
  const name = withoutDate(posix.basename(stem));
  return {
    fileSlug: name === "index" ? withoutDate(posix.basename(folder)) : name,
    filePathStem: `/${posix.join(folder, name)}`,
    outputFileExtension: "html",
  };
}
