/** From `next.config.*` and the folders of a Nextra project to the folders that pages lie in. */
import { posix } from "node:path";
import { basePathOf } from "../address.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import { readJavaScriptConfig, type ReadConfig } from "../javascript-config/read-config.ts";

interface NextraRoot {
  /** `app`: only files of the name `page` are pages. */
  kind: "content" | "pages" | "app";
  folder: string;
  /** Parts of the route in front of a page's path; `[lang]` for its language. */
  route: string[];
}

export interface NextraSettings {
  roots: NextraRoot[];
  trailingSlash: boolean;
  /** As the configuration names them. */
  locales: string[];
  defaultLocale?: string;
}

/** Routes lie a few folders deep. */
const MAX_DEPTH = 6;

export async function detectNextra(
  folder: ProjectFolder,
): Promise<DetectedProject<NextraSettings> | undefined> {
  const read = await readJavaScriptConfig(folder, ["next.config"]);
  if (read === undefined || !/\bnextra\b/.test(read.source)) return undefined;
  return readNextProject(folder, read, ["content", "pages", "app"]);
}

/** @param kinds of folders that hold pages. */
export async function readNextProject(
  folder: ProjectFolder,
  { config, problems, source: written }: ReadConfig,
  kinds: readonly NextraRoot["kind"][],
): Promise<DetectedProject<NextraSettings>> {
  const roots: NextraRoot[] = [];
  for (const source of ["", "src"]) {
    const names = await folder.list(source);
    const below = (name: string): string => posix.join(source, name);
    if (kinds.includes("content") && names.includes("content")) {
      const route = (await routeOfContent(folder, [below("app")])) ?? partsOf(optionOf(written));
      roots.push({ kind: "content", folder: below("content"), route });
    }
    if (names.includes("pages")) roots.push({ kind: "pages", folder: below("pages"), route: [] });
    if (names.includes("app")) roots.push({ kind: "app", folder: below("app"), route: [] });
  }
  const locales = config.get("i18n", "locales").texts() ?? [];
  const defaultLocale = config.get("i18n", "defaultLocale").text();
  return {
    settings: {
      roots,
      trailingSlash: config.get("trailingSlash").flag() ?? false,
      locales,
      ...(defaultLocale !== undefined && { defaultLocale }),
    },
    basePath: basePathOf(config.get("basePath").text() ?? "/"),
    content: [...roots.map((root) => root.folder), "public"],
    output: [".next", "out"],
    problems,
  };
}

/** Given to Nextra itself, in a call before that with the configuration: `nextra({ … })(nextConfig)`. */
function optionOf(source: string): string | undefined {
  return /\bcontentDirBasePath:\s{0,9}["'`]([^"'`\n]{1,200})["'`]/.exec(source)?.[1];
}

function partsOf(route: string | undefined): string[] {
  return (route ?? "").split("/").filter((part) => part !== "");
}

/** Where the page with the rest parameter lies that shows the folder of content. */
async function routeOfContent(folder: ProjectFolder, open: string[]): Promise<string[] | undefined> {
  const [root = ""] = open;
  let places = open;
  for (let depth = 0; depth < MAX_DEPTH && places.length > 0; depth++) {
    const next: string[] = [];
    for (const place of places) {
      for (const name of await folder.list(place)) {
        if (/^\[\[?\.\.\.\w+\]\]?$/.test(name)) {
          const parts = place.slice(root.length).split("/");
          return parts
            .filter((part) => part !== "" && !/^\(.*\)$/.test(part))
            .map((part) => (/^\[\w+\]$/.test(part) ? "[lang]" : part));
        }
        if (!name.includes(".") && !name.startsWith("_")) next.push(posix.join(place, name));
      }
    }
    places = next;
  }
  return undefined;
}
