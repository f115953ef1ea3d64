/**
 * Nuxt Content 2 and 3: pages are the Markdown files of `content/`; numbers in names order them and are no part of the
 * address.
 *
 * @see `path-meta.ts` of `@nuxt/content`, `compiler.ts` of `@nuxtjs/mdc`
 */
import { basePathOf, encodePath, folderPath, pathBelow, staticAddress } from "./address.ts";
import type { Generator, HeadingPart, ProjectFolder } from "./generator.ts";
import { createSlugCounter } from "./github-slugs.ts";
import { headingText } from "./heading-text.ts";
import type { ConfigValue } from "./javascript-config/config-value.ts";
import { readExports, readJavaScriptConfig } from "./javascript-config/read-config.ts";
import { matchesGlob } from "./glob.ts";

interface Source {
  /** Below the folder of content. */
  include: string;
  exclude: string[];
  /** In the place of the fixed beginning of `include`; undefined keeps it. */
  prefix?: string;
}

export interface NuxtSettings {
  contentFolder: string;
  publicFolder: string;
  /** The first that takes a file decides. */
  sources: Source[];
}

const DEFAULTS: NuxtSettings = {
  contentFolder: "",
  publicFolder: "public",
  sources: [{ include: "**", exclude: [] }],
};

export const nuxt: Generator<NuxtSettings> = {
  name: "nuxt",
  defaults: DEFAULTS,
  async detect(folder) {
    const read = await readJavaScriptConfig(folder, ["nuxt.config"]);
    if (read === undefined || !(await hasContent(folder, read.config))) return undefined;
    const { config, problems } = read;
    const contentFolder = folderPath(config.get("content", "srcDir").textIfKnown() ?? "content");
    const publicFolder = folderPath(config.get("dir", "public").text() ?? "public");
    return {
      settings: { contentFolder, publicFolder, sources: await readSources(folder) },
      basePath: basePathOf(config.get("app", "baseURL").text() ?? "/"),
      content: [contentFolder, publicFolder],
      output: [".nuxt", ".output", "dist"],
      problems,
    };
  },
  place({ path, frontMatter }, { contentFolder, publicFolder, sources }) {
    const file = pathBelow(path, publicFolder);
    if (file !== undefined) return { address: staticAddress(file) };
    const below = pathBelow(path, contentFolder);
    if (below === undefined || !path.endsWith(".md")) {
      return { leftOut: `Nuxt Content makes pages of the .md files of ${contentFolder || "its folder"}` };
    }
    if (below.split("/").some((name) => /^[.-]/.test(name)))
      return { leftOut: "hidden from Nuxt Content by its name" };
    if (below.endsWith(".draft.md")) return { leftOut: "a draft, by its name" };
    const own = frontMatter["path"] ?? frontMatter["_path"];
    if (typeof own === "string" && own.startsWith("/")) return { address: encodePath(own) };
    const source = sources.find(
      ({ include, exclude }) => matchesGlob(below, [include]) && !matchesGlob(below, exclude),
    );
    if (source === undefined) return { leftOut: "in no collection of the pages of Nuxt Content" };
    if (
      /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}\p{Script=Armenian}]/u.test(
        below,
      )
    ) {
      return {
        leftOut:
          "its address is written in Latin letters, by a table that is not known; set `path` in its front matter",
      };
    }
    const parts = withPrefix(below, source).replace(/\.md$/, "").split("/").map(pathPart);
    const address = `/${parts.filter((part) => part !== "").join("/")}`;
    return { address: encodePath(address) };
  },
  createSlugger() {
    const slugOf = createSlugCounter();
    return ({ parts, isElement, customId }) => {
      if (isElement) return customId;
      const { text, id } = takeId(headingText(parts, textOf));
      return (id ?? slugOf(text)).replace(/-+/g, "-").replace(/^-|-$/g, "").replace(/^(\d)/, "_$1");
    };
  },
};

async function hasContent(folder: ProjectFolder, config: ConfigValue): Promise<boolean> {
  const names = [...config.get("modules").items(), ...config.get("extends").items(), config.get("extends")];
  if (names.some((name) => /@nuxt\/content|docus|ui-pro|undocs/.test(name.packageName() ?? ""))) return true;
  const listed = await folder.list("");
  return listed.some((name) => /^content\.config\.\w+$/.test(name));
}

/** Collections of pages, in the order in which the site names them. */
async function readSources(folder: ProjectFolder): Promise<Source[]> {
  const read = await readExports(folder, ["content.config"]);
  const sources: Source[] = [];
  for (const [, collection] of read?.get("default", "collections").entries() ?? []) {
    const options = collection.call()?.callArguments[0] ?? collection;
    if (options.get("type").text() === "data") continue;
    const source = options.get("source");
    const entries = source.items().length > 0 ? source.items() : [source];
    for (const entry of entries) {
      const include = entry.textIfKnown() ?? entry.get("include").textIfKnown();
      if (include === undefined) continue;
      const prefix = entry.get("prefix").textIfKnown();
      const exclude = entry.get("exclude").texts() ?? [];
      sources.push({ include, exclude, ...(prefix !== undefined && { prefix }) });
    }
  }
  return sources.length > 0 ? sources : DEFAULTS.sources;
}

function withPrefix(path: string, { include, prefix }: Source): string {
  if (prefix === undefined) return path;
  const fixed = include.split("*", 1)[0]?.replace(/[^/]*$/, "") ?? "";
  const rest = path.startsWith(fixed) ? path.slice(fixed.length) : path;
  return `${prefix.replace(/^\/+|\/+$/g, "")}/${rest}`;
}

/** Of the `slugify` package, as far as names of files have them. */
const WORDS: Readonly<Record<string, string>> = {
  "$": "dollar",
  "%": "percent",
  "&": "and",
  "<": "less",
  ">": "greater",
  "|": "or",
  "ß": "ss",
  "æ": "ae",
  "Æ": "ae",
  "ø": "o",
  "Ø": "o",
  "ł": "l",
  "Ł": "l",
  "đ": "d",
  "Đ": "d",
};

/** `2.getting-started` → `getting-started`, `index` → nothing; a version keeps its numbers. */
function pathPart(name: string): string {
  const part = VERSION.test(name) ? name : name.replace(/^\d+\./, "").replace(/^index$/, "");
  return part
    .replace(/[$%&<>|ßæÆøØłŁđĐ]/g, (character) => WORDS[character] ?? "")
    .normalize("NFD")
    .replace(/[^\w\s$*+~.()'"!\-:@]+/g, "")
    .trim()
    .replace(/[\s-]+/g, "-")
    .toLowerCase();
}

const VERSION = /^\d+(?:\.\d+)*(?:\.x)?$/;

function textOf({ kind, value }: HeadingPart): string | undefined {
  return kind === "text" || kind === "code" || kind === "directive" ? value : undefined;
}

/** Attributes at the end of a heading, which may name its id. */
function takeId(text: string): { text: string; id?: string } {
  const match = /\s*\{#([\w-]+)[^{}]*\}\s*$/.exec(text);
  return match === null ? { text } : { text: text.slice(0, match.index), id: match[1] ?? "" };
}
