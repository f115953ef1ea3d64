/**
 * Templates of Eleventy, in Liquid or Nunjucks, as they are run over a page before Markdown is read: the data of the page,
 * of its folders and of the site is put in, blocks are taken or left out, included files stand in their places. Blocks of
 * shortcodes keep their text, and their code as code.
 *
 * @see https://www.11ty.dev/docs/languages/
 */
import { posix } from "node:path";
import type { FilterImplOptions } from "liquidjs";
import type { EleventySettings, TemplateEngine } from "../../generators/eleventy/settings.ts";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { withoutMarks } from "../marks.ts";
import { GlobalData, pageData } from "./eleventy-data.ts";
import { nunjucksAsLiquid } from "./nunjucks.ts";
import { runLiquid } from "./run-liquid.ts";
import { isUnknown, UNKNOWN } from "./unknown.ts";

export interface EleventyPage {
  /** From the root of the project. */
  path: string;
  /** Undefined where only the build tells it. */
  address: string | undefined;
  settings: EleventySettings;
  engine: TemplateEngine;
}

/**
 * @param prepare what is done to a text before its templates are read: to the page, and to what it includes.
 * @returns undefined where the templates of the page have an error.
 */
export function fillEleventy(
  source: string,
  context: DialectContext,
  prepare: (text: string) => string,
  { path, address, settings, engine }: EleventyPage,
): string | undefined {
  const { include, fields } = context;
  const { inputFolder, includesFolder, dataFolder } = settings;
  const literals: Record<string, unknown> = {};
  const ready = (text: string): string => {
    const prepared = prepare(withoutMarks(text));
    if (engine === "liquid") return prepared;
    const translated = nunjucksAsLiquid(prepared, Object.keys(literals).length);
    Object.assign(literals, translated.literals);
    return translated.text;
  };
  const scope: Record<string, unknown> = {
    ...pageData(path, { input: inputFolder, include }),
    ...fields,
    page: pageOf(path, address, inputFolder),
  };
  const run = (text: string): string | undefined =>
    runLiquid(text, {
      context,
      scope: { ...scope, ...literals },
      globals: new GlobalData(`/${dataFolder}`, settings.dataExtensions, include),
      timeZone: "UTC",
      includeFolders: [`/${includesFolder}`, `/${inputFolder}`.replace(/\/$/, "")],
      includeEndings: [".liquid", ".html"],
      hasBareParameters: true,
      prepare: (included) => ready(splitFrontMatter(included).body),
      filters: FILTERS,
    });
  const computed = scope["eleventyComputed"];
  if (typeof computed === "object" && computed !== null) {
    for (const [name, value] of Object.entries(computed)) {
      if (typeof value === "string") scope[name] = run(ready(value)) ?? UNKNOWN;
    }
  }
  return run(ready(source));
}

/** @see https://www.11ty.dev/docs/data-eleventy-supplied/ */
function pageOf(path: string, address: string | undefined, input: string): Record<string, unknown> {
  const stem = `/${posix.relative(input, path).replace(/\.[^./]+$/, "")}`;
  return {
    url: address ?? UNKNOWN,
    inputPath: `./${path}`,
    filePathStem: stem,
    fileSlug: posix.basename(stem).replace(/^\d{4}-\d{2}-\d{2}-/, ""),
    outputFileExtension: "html",
    date: UNKNOWN,
    lang: UNKNOWN,
  };
}

/** Those of Eleventy, and of the plug-ins that most sites have. */
const FILTERS: Readonly<Record<string, FilterImplOptions>> = {
  url: (value: unknown) => value,
  htmlBaseUrl: (value: unknown) => value,
  markdown: (value: unknown) => value,
  md: (value: unknown) => value,
  renderContent: (value: unknown) => value,
  highlight: fenced,
};

/** Code that a site colours is code. */
function fenced(value: unknown, language: unknown): unknown {
  if (isUnknown(value) || typeof value !== "string") return UNKNOWN;
  const code = value.replace(/^\s*\n|\s+$/g, "");
  const longest = Math.max(2, ...Array.from(code.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const name = typeof language === "string" ? (/^[\w+#-]+/.exec(language)?.[0] ?? "") : "";
  return `\n\n${fence}${name}\n${code}\n${fence}\n\n`;
}
