/**
 * VitePress: `.vitepress/config.*` lies in the project's root; pages are the Markdown files below `srcDir`.
 *
 * @see https://vitepress.dev/reference/site-config and `@mdit-vue/shared` for the slug rule.
 */
import { basePathOf, encodePath, projectPath, pathBelow, staticAddress } from "./address.ts";
import type { DetectedProject, Generator, HeadingPart, Placement } from "./generator.ts";
import { matchesGlob } from "./glob.ts";
import {
  markdownItAnchorSlugger,
  markdownItText,
  takeAttributes,
  type AttributeDelimiters,
} from "./heading-text.ts";
import { readJavaScriptConfig } from "./javascript-config/read-config.ts";
import type { ConfigValue } from "./javascript-config/config-value.ts";
import { applyTextRule, type TextStep } from "./text-rule.ts";
import { compileRewrite, type Rewrite } from "./vitepress-rewrites.ts";

export interface VitePressSettings {
  /** Below the project's root; "" for the root itself. */
  contentFolder: string;
  cleanUrls: boolean;
  /** Glob patterns below the folder of content. */
  excluded: string[];
  /** From and to, below the folder of content, in their order. */
  rewrites: [from: string, to: string][];
  /** BCP 47 by folder; "" for pages in none of them. */
  languages: Record<string, string>;
  /** Of the site itself; "unknown" where it has one that can't be told, absent for that of VitePress. */
  slugRule?: readonly TextStep[] | "unknown";
  attributeDelimiters?: AttributeDelimiters;
}

const DEFAULTS: VitePressSettings = {
  contentFolder: "",
  cleanUrls: false,
  excluded: [],
  rewrites: [],
  languages: {},
};

/** Built and installed files, whatever the configuration says. */
const ALWAYS_EXCLUDED = ["**/node_modules/**", "**/dist/**"];

export const vitepress: Generator<VitePressSettings> = {
  name: "vitepress",
  defaults: DEFAULTS,
  async detect(folder) {
    const read = await readJavaScriptConfig(folder, [".vitepress/config", ".vitepress/config/index"]);
    if (read === undefined) {
      const own = await folder.list(".vitepress");
      return own.includes("theme") ? { settings: DEFAULTS, basePath: "" } : undefined;
    }
    return detected(read.config, read.problems);
  },
  place({ path }, settings) {
    const content = pathBelow(path, settings.contentFolder);
    if (content === undefined) return { leftOut: `outside of ${settings.contentFolder}, VitePress's srcDir` };
    if (!content.endsWith(".md")) return placeStatic(content);
    if (matchesGlob(content, [...ALWAYS_EXCLUDED, ...settings.excluded])) {
      return { leftOut: "excluded by srcExclude of VitePress" };
    }
    if (/(?:^|\/)\./.test(content)) return { leftOut: "VitePress makes no page of hidden files" };
    if (/\[\w+\]/.test(content)) return { leftOut: "a template that VitePress makes several pages of" };
    const page = rewritten(content, settings.rewrites);
    const withoutIndex = page.replace(/(^|\/)index\.md$/, "$1");
    const address = withoutIndex.replace(/\.md$/, settings.cleanUrls ? "" : ".html");
    const language = languageOf(page, settings.languages);
    return { address: `/${encodePath(address)}`, ...(language !== undefined && { language }) };
  },
  createSlugger({ slugRule, attributeDelimiters }) {
    return markdownItAnchorSlugger((parts) => {
      const { text, id } = takeAttributes(markdownItText(asMarkdownIt(parts)), attributeDelimiters);
      if (id !== undefined || slugRule === "unknown") return id;
      return slugRule === undefined ? slugify(text) : applyTextRule(slugRule, text);
    });
  },
};

function detected(config: ConfigValue, problems: string[]): DetectedProject<VitePressSettings> {
  // Settings that a base configuration gives are those that the site does not name itself.
  const setting = (...keys: string[]): ConfigValue => {
    const own = config.get(...keys);
    return own.isSet || own.isUnknown ? own : config.get("extends", ...keys);
  };
  const base = setting("base").text() ?? "/";
  const languages: Record<string, string> = {};
  const language = setting("lang").text();
  if (language !== undefined) languages[""] = language;
  for (const [key, locale] of setting("locales").entries()) {
    const tag = locale.get("lang").text();
    if (key === "root") {
      if (tag !== undefined) languages[""] = tag;
    } else {
      languages[key] = tag ?? key;
    }
  }
  const rewrites = setting("rewrites");
  if (rewrites.isFunction) rewrites.note("pages that it moves get wrong addresses. Write it as an object.");
  const slugRule = slugRuleOf(setting("markdown", "anchor", "slugify"));
  // VitePress 2 has another package for attributes, which names its options otherwise.
  const delimiter = (...names: string[]): string | undefined =>
    names.map((name) => setting("markdown", "attrs", name).text()).find((text) => text !== undefined);
  const left = delimiter("leftDelimiter", "left") ?? "{";
  const right = delimiter("rightDelimiter", "right") ?? "}";
  const contentFolder = projectPath(setting("srcDir").text() ?? ".");
  return {
    settings: {
      contentFolder,
      cleanUrls: setting("cleanUrls").flag() ?? false,
      excluded: setting("srcExclude").texts() ?? [],
      rewrites: rewrites.isFunction
        ? []
        : rewrites.entries().flatMap(([from, to]): [string, string][] => {
            const target = to.text();
            return target === undefined ? [] : [[from, target]];
          }),
      languages,
      ...(slugRule !== undefined && { slugRule }),
      ...((left !== "{" || right !== "}") && { attributeDelimiters: [left, right] as const }),
    },
    basePath: basePathOf(base),
    content: [contentFolder],
    output: [projectPath(setting("outDir").text() ?? ".vitepress/dist")],
    problems,
  };
}

/** Of the package whose rule VitePress itself has. */
const OWN_SLUGS = "@mdit-vue/shared";

function slugRuleOf(slugify: ConfigValue): VitePressSettings["slugRule"] {
  const isOwn = !slugify.isSet && !slugify.isUnknown;
  if (isOwn || slugify.packageName() === OWN_SLUGS) return undefined;
  const rule = slugify.textRule();
  if (rule === undefined) slugify.note("citations open at the top of pages.");
  return rule ?? "unknown";
}

function placeStatic(content: string): Placement {
  const path = pathBelow(content, "public");
  if (path === undefined)
    return { leftOut: "VitePress makes pages of .md files, and publishes files of public/" };
  return { address: staticAddress(path) };
}

const compiledRewrites = new WeakMap<VitePressSettings["rewrites"], Rewrite[]>();

function rewritten(page: string, rules: VitePressSettings["rewrites"]): string {
  let rewrites = compiledRewrites.get(rules);
  if (rewrites === undefined) {
    rewrites = rules.map(([from, to]) => compileRewrite(from, to));
    compiledRewrites.set(rules, rewrites);
  }
  for (const rewrite of rewrites) {
    const target = rewrite(page);
    if (target !== undefined) return target;
  }
  return page;
}

function languageOf(page: string, languages: Record<string, string>): string | undefined {
  const folder = Object.keys(languages).find((key) => key !== "" && page.startsWith(`${key}/`));
  return languages[folder ?? ""];
}

const COMBINING = /[\u0300-\u036F]/g;
// oxlint-disable-next-line no-control-regex -- as the rule has it
const CONTROL = /[\u0000-\u001f]/g;
const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;

/** Of `@mdit-vue/shared`. */
export function slugify(text: string): string {
  return text
    .normalize("NFKD")
    .replace(COMBINING, "")
    .replace(CONTROL, "")
    .replace(SPECIAL, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(/^(\d)/, "_$1")
    .toLowerCase();
}

const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ATTRIBUTES_OF_PREVIOUS = /^\{[^{}\n]{1,300}\}/;
const EMOJI = /(?<![\w:]):(?:[+-]1|[a-z][a-z0-9_+-]*):(?![\w:])/g;

/**
 * Entities stay as they are written, attributes of a link or of code are none of the text, and neither is an emoji that is
 * written as its name.
 */
function asMarkdownIt(parts: readonly HeadingPart[]): HeadingPart[] {
  const joined: HeadingPart[] = [];
  for (const [index, part] of parts.entries()) {
    const previous = joined.at(-1);
    if (part.kind !== "text" && part.kind !== "directive") {
      joined.push(part);
      continue;
    }
    let value = part.written?.replace(ESCAPE, "$1") ?? part.value;
    if (index > 0 && part.kind === "text") value = value.replace(ATTRIBUTES_OF_PREVIOUS, "");
    // The grammar reads `:name` as a directive, and leaves the mark behind it to the text.
    if (previous?.kind === "text")
      joined[joined.length - 1] = { kind: "text", value: previous.value + value };
    else joined.push({ kind: "text", value });
  }
  return joined.map((part) =>
    part.kind === "text" ? { kind: "text", value: part.value.replace(EMOJI, "") } : part,
  );
}
