/** From `eleventy.config.*` or `.eleventy.js`, and the data files of folders. */
import { posix } from "node:path";
import { basePathOf, projectPath } from "../address.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import { readExports, readJavaScriptConfig, type ReadConfig } from "../javascript-config/read-config.ts";
import {
  DEFAULT_SETTINGS,
  type DataPermalink,
  type EleventySettings,
  type EleventySlugs,
} from "./settings.ts";

/** Data files lie beside pages, a few folders deep. */
const MAX_DEPTH = 6;
const MAX_FOLDERS = 400;
const DATA_FILE = /^(.+?)(?:\.11tydata)?\.(json|[cm]?js)$/;

export async function detectEleventy(
  folder: ProjectFolder,
): Promise<DetectedProject<EleventySettings> | undefined> {
  const read = await readJavaScriptConfig(folder, ["eleventy.config", ".eleventy"]);
  if (read === undefined) return undefined;
  const { source } = read;
  const exported = await readExports(folder, ["eleventy.config", ".eleventy"]);
  const named = (name: string): string | undefined =>
    read.config.get("dir", name).textIfKnown() ?? exported?.get("config", "dir", name).textIfKnown();
  const inputFolder = projectPath(named("input") ?? callOf(source, "setInputDirectory") ?? ".");
  const below = (path: string): string => projectPath(posix.join(inputFolder, path));
  const output = projectPath(named("output") ?? callOf(source, "setOutputDirectory") ?? "_site");
  const includesFolder = below(named("includes") ?? callOf(source, "setIncludesDirectory") ?? "_includes");
  const dataFolder = below(named("data") ?? callOf(source, "setDataDirectory") ?? "_data");
  const notPages = [
    includesFolder,
    below(named("layouts") ?? callOf(source, "setLayoutsDirectory") ?? "_layouts"),
    dataFolder,
    output,
  ];
  const engineOf = (name: string): Pick<EleventySettings, "markdownEngine"> => {
    const value = read.config.get(name);
    const exportedValue = exported?.get("config", name);
    if (value.flagIfKnown() === false || exportedValue?.flagIfKnown() === false) return {};
    const engine = value.textIfKnown() ?? exportedValue?.textIfKnown() ?? "liquid";
    return engine === "njk" || engine === "liquid" ? { markdownEngine: engine } : {};
  };
  const { markdownEngine } = engineOf("markdownTemplateEngine");
  const { markdownEngine: htmlEngine } = engineOf("htmlTemplateEngine");
  const { markdownEngine: _, htmlEngine: __, ...defaults } = DEFAULT_SETTINGS;
  const ignoreFile = (await folder.readText(".eleventyignore")) ?? "";
  const isConfigured = (place: string): boolean => place !== "" && place !== inputFolder;
  const prefix =
    read.config.get("pathPrefix").textIfKnown() ?? exported?.get("config", "pathPrefix").textIfKnown();
  return {
    settings: {
      ...defaults,
      inputFolder,
      includesFolder,
      dataFolder,
      dataExtensions: dataExtensions(source),
      ...(markdownEngine !== undefined && { markdownEngine }),
      ...(htmlEngine !== undefined && { htmlEngine }),
      notPages: notPages.filter(isConfigured),
      ignored: [...ignoredByCalls(source), ...ignoreFile.split("\n").map((line) => line.trim())]
        .filter((pattern) => pattern !== "" && !pattern.startsWith("#"))
        .map((pattern) =>
          /[*.]/.test(posix.basename(pattern)) ? pattern : `${pattern.replace(/\/$/, "")}/**`,
        ),
      passedThrough: passedThrough(source, inputFolder),
      permalinks: await readPermalinks(folder, inputFolder),
      ...slugsOf(read),
    },
    basePath: basePathOf(prefix ?? "/"),
    content: [inputFolder, ...passedThrough(source, inputFolder).map((passed) => passed.folder)],
    output: [output],
    // What is not known of the configuration's value is said in calls.
    problems: read.problems.filter((problem) => problem.includes("can't be parsed")),
  };
}

function callOf(source: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\(\\s{0,9}["'\`]([^"'\`\\n]{1,200})["'\`]`).exec(source)?.[1];
}

function dataExtensions(source: string): string[] {
  const calls = source.matchAll(/\baddDataExtension\(\s{0,9}["'`]([\w, ]{1,60})["'`]/g);
  const named = [...calls].flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
  return named.filter((name) => /^(?:ya?ml|toml)$/.test(name));
}

function ignoredByCalls(source: string): string[] {
  return [...source.matchAll(/\bignores\.add\(\s{0,9}["'`]([^"'`\n]{1,200})["'`]/g)].map(
    (match) => match[1] ?? "",
  );
}

/** `addPassthroughCopy("assets")`, or `addPassthroughCopy({ "public": "/" })`. Globs serve no pages. */
function passedThrough(source: string, inputFolder: string): EleventySettings["passedThrough"] {
  const passed: EleventySettings["passedThrough"] = [];
  for (const [, argument = ""] of source.matchAll(
    /\baddPassthroughCopy\(\s{0,9}(\{[^{}]{0,2000}\}|["'`][^"'`\n]{1,200}["'`])/g,
  )) {
    const pairs = argument.startsWith("{")
      ? [...argument.matchAll(/["'`]?([\w./-]+)["'`]?\s{0,9}:\s{0,9}["'`]([^"'`\n]{0,200})["'`]/g)]
      : [[argument, argument.slice(1, -1), undefined]];
    for (const [, from = "", to] of pairs) {
      const folder = projectPath(from);
      if (folder === "" || /[*?{]/.test(folder) || /\.\w+$/.test(folder)) continue;
      const inInput =
        inputFolder !== "" && folder.startsWith(`${inputFolder}/`)
          ? folder.slice(inputFolder.length + 1)
          : folder;
      passed.push({ folder, route: to ?? inInput });
    }
  }
  return passed;
}

function slugsOf({
  source,
}: ReadConfig): Pick<EleventySettings, "slugs" | "minimumDepth" | "readsAttributes"> {
  const readsAttributes = /markdown-it-attrs/.test(source);
  const level = /\blevel\s{0,9}:\s{0,9}\[?\s{0,9}(\d)/.exec(source)?.[1];
  return { slugs: ruleOf(source), minimumDepth: level === undefined ? 1 : Number(level), readsAttributes };
}

function ruleOf(source: string): EleventySlugs {
  const withoutComments = source
    .replace(/\/\*[\s\S]{0,5000}?\*\//g, "")
    .replace(/(?:^|(?<=[\s,;{(]))\/\/.*$/gm, "");
  if (/markdown-it-anchor/.test(withoutComments)) {
    const rule = /\bslugify\s{0,9}(?::|\()\s{0,9}([^\n]{0,200})/.exec(withoutComments)?.[1];
    if (rule === undefined || !/\bslugify\s{0,9}:/.test(withoutComments)) return "anchor";
    if (/getFilter\(\s{0,9}["'`]slugify["'`]/.test(rule)) return "anchor-filter";
    return /github/i.test(rule) ? "anchor-github" : "unknown";
  }
  const options = /addPlugin\(\s{0,9}IdAttributePlugin\s{0,9}(?:,([^)]{0,2000}))?\)/.exec(withoutComments);
  // Another rule or another choice of headings is the site's own.
  if (options !== null && !/\w/.test(options[1] ?? "")) return "id-attribute";
  return /IdAttributePlugin|anchor|slugger|heading/i.test(withoutComments) ? "unknown" : "none";
}

async function readPermalinks(folder: ProjectFolder, inputFolder: string): Promise<DataPermalink[]> {
  const found: DataPermalink[] = [];
  let open = [inputFolder];
  let seen = 0;
  for (let depth = 0; depth < MAX_DEPTH && open.length > 0; depth++) {
    const next: string[] = [];
    for (const place of open) {
      seen += 1;
      if (seen > MAX_FOLDERS) return found;
      for (const name of await folder.list(place)) {
        const path = place === "" ? name : `${place}/${name}`;
        const [, stem = "", extension = ""] = DATA_FILE.exec(name) ?? [];
        if (stem !== "" && (name.includes(".11tydata.") || extension === "json")) {
          const permalink = await permalinkIn(folder, path, extension);
          if (permalink === undefined) continue;
          const isOfFolder = stem === posix.basename(place);
          found.push({ path: isOfFolder ? place : posix.join(place, stem), permalink: permalink.value });
        } else if (!name.includes(".") && !/^(?:node_modules|_.*)$/.test(name)) {
          next.push(path);
        }
      }
    }
    open = next;
  }
  return found;
}

/** Undefined where the file names none. */
async function permalinkIn(
  folder: ProjectFolder,
  path: string,
  extension: string,
): Promise<{ value: string | false | undefined } | undefined> {
  if (extension === "json") {
    try {
      const { permalink } = JSON.parse((await folder.readText(path)) ?? "{}") as Record<string, unknown>;
      if (permalink === false || typeof permalink === "string") return { value: permalink };
    } catch {
      // No data of a page.
    }
    return undefined;
  }
  const read = await readJavaScriptConfig(folder, [path.slice(0, -extension.length - 1)]);
  const permalink = read?.config.get("permalink");
  if (permalink === undefined || !(permalink.isSet || permalink.isUnknown)) return undefined;
  return { value: permalink.flagIfKnown() === false ? false : permalink.textIfKnown() };
}
