/**
 * Middleman, and the GOV.UK Tech Docs Template that is built with it: a page is named as what it becomes, with the names
 * of the templates behind: `guide.html.md.erb` is `/guide.html`.
 *
 * @see https://middlemanapp.com/basics/, https://tdt-documentation.london.cloudapps.digital/
 */
import { posix } from "node:path";
import { encodePath, pathBelow } from "../address.ts";
import type { Generator } from "../generator.ts";
import { matchesGlob } from "../glob.ts";
import { languageOfName } from "../language-tags.ts";
import { createKramdownSlugger } from "../jekyll/kramdown-ids.ts";
import { detectMiddleman, MIDDLEMAN_DEFAULTS, type MiddlemanSettings } from "./settings.ts";
import { createRedcarpetSlugger, createTechDocsSlugger } from "./redcarpet-ids.ts";

/** What is rendered; several may stand behind one another. */
const TEMPLATE = /\.(?:erb|md|markdown|mkd|mkdn|mdown|haml|slim|liquid)$/i;

export const middleman: Generator<MiddlemanSettings> = {
  name: "middleman",
  defaults: MIDDLEMAN_DEFAULTS,
  detect: detectMiddleman,
  place({ path, frontMatter }, settings) {
    const below = pathBelow(path, settings.source);
    if (below === undefined)
      return { leftOut: `outside of ${settings.source}, where Middleman has its pages` };
    if (below.split("/").some((name) => /^_[^_]/.test(name))) return { leftOut: "a part of other pages" };
    if (pathBelow(below, settings.layouts) !== undefined) return { leftOut: "a layout" };
    let built = below;
    while (TEMPLATE.test(built)) built = built.replace(TEMPLATE, "");
    const isTemplate = built !== below;
    if (isTemplate && posix.extname(built) === "") {
      if (!settings.impliesHtml)
        return { leftOut: "Middleman makes pages of files named .html.md or .html.md.erb" };
      built += ".html";
    }
    if (matchesGlob(built, settings.ignored) || matchesGlob(below, settings.ignored))
      return { leftOut: "ignored by config.rb" };
    const { path: localised, language } = inLanguage(built, settings.languages);
    const named = languageOfName(language ?? "");
    return {
      ...placed(localised, frontMatter, settings),
      ...(named !== undefined && { language: named }),
    };
  },
  createSlugger({ headingIds }) {
    switch (headingIds) {
      case "tech-docs":
        return createTechDocsSlugger();
      case "redcarpet":
        return createRedcarpetSlugger();
      case "kramdown":
        return createKramdownSlugger({
          rule: "kramdown",
          prefix: "",
          isTransliterated: false,
          isTypographic: true,
          isStripped: false,
        });
      case "none":
        return ({ customId, isElement }) => (isElement ? customId : undefined);
    }
  },
};

/** `guide.fr.html` is `fr/guide.html`; what lies in `localizable/` without a language is in that of the root. */
function inLanguage(
  path: string,
  { names, root }: MiddlemanSettings["languages"],
): { path: string; language?: string | undefined } {
  if (names.length === 0) return { path };
  const below = pathBelow(path, "localizable");
  const [, stem = "", suffix = "", extension = ""] = /^(.*)\.([\w-]+)(\.\w+)$/.exec(below ?? path) ?? [];
  const isSuffix = names.includes(suffix);
  if (!isSuffix && below === undefined) return { path };
  const language = isSuffix ? suffix : (root ?? names[0]);
  const page = isSuffix ? `${stem}${extension}` : (below ?? path);
  return { path: language === root ? page : posix.join(language ?? "", page), language };
}

function placed(
  path: string,
  frontMatter: Readonly<Record<string, unknown>>,
  { directoryIndexes, blog }: MiddlemanSettings,
): { address: string } {
  const address = blogAddress(path, blog) ?? path;
  const isFolder = directoryIndexes && frontMatter["directory_index"] !== false;
  const indexed = isFolder ? address.replace(/(?<!(?:^|\/)index)\.html$/, "/index.html") : address;
  return { address: `/${encodePath(indexed.replace(/(^|\/)index\.html$/, "$1"))}` };
}

/** Of an article whose name has its date, as `middleman-blog` names them; undefined for what is none. */
function blogAddress(path: string, blog: MiddlemanSettings["blog"]): string | undefined {
  const below = blog === undefined ? undefined : pathBelow(path, blog.prefix);
  if (blog === undefined || below === undefined) return undefined;
  const names: string[] = [];
  const pattern = blog.sources
    .split(/(\{\w+\})/)
    .map((part) => {
      if (!/^\{\w+\}$/.test(part)) return part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
      const name = part.slice(1, -1);
      names.push(name);
      if (name === "year") return "(\\d{4})";
      return name === "month" || name === "day" ? "(\\d{2})" : "([^/]+?)";
    })
    .join("");
  const match = new RegExp(`^${pattern}$`).exec(below);
  if (match === null) return undefined;
  const values = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
  const link = blog.permalink.replace(/\{(\w+)\}/g, (word, name: string) => values[name] ?? word);
  return link.includes("{") ? undefined : posix.join(blog.prefix, link.replace(/^\//, ""));
}
