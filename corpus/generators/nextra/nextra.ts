/**
 * Nextra 2 to 4. Until version 3 pages are the Markdown files of `pages/`; since version 4 those of `content/`, shown by
 * a page with a rest parameter, and `page.mdx` files of `app/`.
 *
 * @see `remark-headings` and `page-map` of `nextra`
 */
import { encodePath, pathBelow, staticAddress } from "../address.ts";
import type { Generator, HeadingPart, Placement } from "../generator.ts";
import { createSlugCounter } from "../github-slugs.ts";
import { headingText } from "../heading-text.ts";
import { detectNextra, type NextraSettings } from "./read-settings.ts";

const DEFAULTS: NextraSettings = {
  roots: [{ kind: "content", folder: "", route: [] }],
  trailingSlash: false,
  locales: [],
};

export const nextra: Generator<NextraSettings> = {
  name: "nextra",
  defaults: DEFAULTS,
  detect: detectNextra,
  place({ path }, settings) {
    const root = settings.roots.find(({ folder }) => pathBelow(path, folder) !== undefined);
    const below = root === undefined ? undefined : pathBelow(path, root.folder);
    if (root !== undefined && below !== undefined && /\.mdx?$/.test(path)) {
      if (root.kind === "app") return placeInApp(below, settings);
      if (root.kind === "pages" && /^_(?:app|document|error)\.mdx?$/.test(below))
        return { leftOut: "a part of every page" };
      if (below.includes("[")) return { leftOut: "a template that Next makes several pages of" };
      if (root.kind === "pages" && below.startsWith("api/")) return { leftOut: "a route of the API" };
      return placeFile(below, root.route, settings);
    }
    const file = pathBelow(path, "public");
    if (file !== undefined) return { address: staticAddress(file) };
    return { leftOut: "outside of the folders of pages" };
  },
  createSlugger() {
    const slugOf = createSlugCounter();
    return ({ parts, depth, isElement, customId }) => {
      if (isElement) return customId;
      // The title of a page has no id, and is not counted.
      if (depth === 1) return undefined;
      const text = headingText(parts, textOf);
      const last = parts.at(-1);
      const custom = last?.kind === "text" ? /\s*\[#([^\]]{1,300})\]\s*$/.exec(text)?.[1] : undefined;
      return slugOf(custom ?? text);
    };
  },
};

function textOf({ kind, value }: HeadingPart): string | undefined {
  return kind === "image" || kind === "footnote" || kind === "break" ? undefined : value;
}

/** `(group)/docs/page.mdx` → `/docs`. */
function placeInApp(path: string, settings: NextraSettings): Placement {
  const names = path.split("/");
  const file = names.pop() ?? "";
  if (!/^page\.mdx?$/.test(file)) return { leftOut: "no page.mdx, so that Next makes no page of it" };
  const parts = names.filter((name) => !/^\(.*\)$/.test(name));
  if (parts.some((name) => /^[[_@]/.test(name)))
    return { leftOut: "a template that Next makes several pages of" };
  return addressed(parts, settings, undefined);
}

function placeFile(path: string, route: readonly string[], settings: NextraSettings): Placement {
  const { locales, defaultLocale } = settings;
  const names = path.replace(/\.mdx?$/, "").split("/");
  const last = names.pop() ?? "";
  // `index.de.mdx`: languages by suffix, of which the first has no folder in addresses.
  const suffix = /\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/.exec(last)?.[1];
  const bySuffix = suffix !== undefined && locales.includes(suffix) ? suffix : undefined;
  const name = bySuffix === undefined ? last : last.slice(0, -bySuffix.length - 1);
  if (name === "404" && names.length === 0)
    return { leftOut: "shown in the place of pages that are not found" };
  const byFolder = bySuffix === undefined && locales.includes(names[0] ?? "") ? names[0] : undefined;
  const parts = [...names.slice(byFolder === undefined ? 0 : 1), ...(name === "index" ? [] : [name])];
  const language = bySuffix ?? byFolder ?? (locales.length > 0 ? defaultLocale : undefined);
  const isPrefixed = byFolder !== undefined || (bySuffix !== undefined && bySuffix !== defaultLocale);
  const withRoute = route.includes(LOCALE)
    ? [...route.map((part) => (part === LOCALE ? (language ?? "") : part)), ...parts]
    : [...(isPrefixed && language !== undefined ? [language] : []), ...route, ...parts];
  return addressed(withRoute, settings, language);
}

/** In a route: the language. */
const LOCALE = "[lang]";

function addressed(
  parts: readonly string[],
  { trailingSlash }: NextraSettings,
  language: string | undefined,
): Placement {
  const path = parts.filter((part) => part !== "").join("/");
  const address = path === "" ? "/" : `/${encodePath(path)}${trailingSlash ? "/" : ""}`;
  return { address, ...(language !== undefined && { language }) };
}
