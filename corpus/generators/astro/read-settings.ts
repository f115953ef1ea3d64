/** From `astro.config.*` and the folders of an Astro project to the folders that pages lie in. */
import { basePathOf, projectPath } from "../address.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import type { ConfigValue } from "../javascript-config/config-value.ts";
import { readJavaScriptConfig } from "../javascript-config/read-config.ts";
import { readCollections } from "./read-collections.ts";
import type { AstroRoot, AstroSettings } from "./settings.ts";

/** @param wantsStarlight whether only projects with Starlight, or only those without it, are wanted. */
export async function detectAstro(
  folder: ProjectFolder,
  wantsStarlight: boolean,
): Promise<DetectedProject<AstroSettings> | undefined> {
  const read = await readJavaScriptConfig(folder, ["astro.config"]);
  if (read === undefined) return undefined;
  const { config, problems } = read;
  const starlight = starlightOptions(config);
  if ((starlight !== undefined) !== wantsStarlight) return undefined;
  const source = projectPath(config.get("srcDir").text() ?? "src");
  const publicFolder = projectPath(config.get("publicDir").text() ?? "public");
  const below = (path: string): string => (source === "" ? path : `${source}/${path}`);
  const docs: AstroRoot = {
    folder: below("content/docs"),
    kind: "collection",
    route: "",
    readsUnderscored: false,
  };
  const pages: AstroRoot = { folder: below("pages"), kind: "pages", route: "", readsUnderscored: false };
  const collections = await readCollections(folder, source);
  const roots = [pages, ...(starlight === undefined ? [] : [docs]), ...collections];
  const major = await majorVersion(folder);
  return {
    settings: {
      roots,
      publicFolder,
      format: oneOf(config.get("build", "format").text(), ["directory", "file", "preserve"], "directory"),
      trailingSlash: oneOf(config.get("trailingSlash").text(), ["always", "never", "ignore"], "ignore"),
      languages: starlight === undefined ? languagesOfAstro(config) : languagesOfStarlight(starlight),
      readsWithRemark: major === undefined ? undefined : major < 7,
      typesetsDashes: config.get("markdown", "smartypants").flagIfKnown() !== false,
    },
    basePath: basePathOf(config.get("base").text() ?? "/"),
    content: [...new Set([...roots.map((root) => root.folder), publicFolder])],
    output: [projectPath(config.get("outDir").text() ?? "dist"), ".astro"],
    problems,
  };
}

function starlightOptions(config: ConfigValue): ConfigValue | undefined {
  for (const integration of config.get("integrations").items()) {
    const call = integration.call();
    if (call !== undefined && (call.module === "@astrojs/starlight" || call.name === "starlight")) {
      return call.callArguments[0] ?? integration;
    }
  }
  return undefined;
}

function languagesOfStarlight(starlight: ConfigValue): Record<string, string> {
  const languages: Record<string, string> = {};
  const locales = starlight.get("locales").entries();
  for (const [key, locale] of locales) {
    const language = locale.get("lang").text();
    if (key === "root") {
      if (language !== undefined) languages[""] = language;
    } else {
      languages[key] = language ?? key;
    }
  }
  return languages;
}

function languagesOfAstro(config: ConfigValue): Record<string, string> {
  const i18n = config.get("i18n");
  const languages: Record<string, string> = {};
  for (const locale of i18n.get("locales").items()) {
    const name = locale.packageName() ?? locale.get("path").text();
    if (name !== undefined) languages[name] = locale.get("codes").items()[0]?.text() ?? name;
  }
  const first = i18n.get("defaultLocale").text();
  if (first !== undefined) languages[""] = languages[first] ?? first;
  return languages;
}

/** Of Astro, as the project names it, or as it was installed; undefined where neither tells. */
async function majorVersion(folder: ProjectFolder): Promise<number | undefined> {
  const range = rangeOf(await folder.readText("package.json"));
  const named = /^[~^=v]?\s*(\d+)(?:\.|$)/.exec(range)?.[1];
  if (named !== undefined) return Number(named);
  for (const [lock, version] of LOCK_FILES) {
    const installed = version.exec(
      (await folder.readText(lock)) ?? (await folder.readAbove(lock)) ?? "",
    )?.[1];
    if (installed !== undefined) return Number(installed);
  }
  return undefined;
}

const LOCK_FILES: readonly [name: string, version: RegExp][] = [
  ["package-lock.json", /"node_modules\/astro": \{\s*"version": "(\d+)\./],
  ["pnpm-lock.yaml", /^ {2}\/?['"]?astro@(\d+)\./m],
  ["yarn.lock", /^"?astro@[^\n]{0,200}:\n\s+version:? "?(\d+)\./m],
];

function rangeOf(source: string | undefined): string {
  try {
    const { dependencies, devDependencies } = JSON.parse(source ?? "{}") as Record<
      string,
      Record<string, unknown> | undefined
    >;
    const range = dependencies?.["astro"] ?? devDependencies?.["astro"];
    return typeof range === "string" ? range.trim() : "";
  } catch {
    return "";
  }
}

function oneOf<Choice extends string>(
  value: string | undefined,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  return choices.find((choice) => choice === value) ?? fallback;
}
