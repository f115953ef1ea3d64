/** Which generator makes the pages of a folder, and how it is configured. */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { configuredGenerators } from "./generators.ts";
import type { ProjectFolder } from "./generator.ts";
import { unconfiguredSite, type Site } from "./site.ts";

/** Content mostly lies one or two folders below the configuration: `website/docs`, `docs/src`. */
const MAX_PARENTS = 3;

export interface DetectedSite {
  site: Site;
  /** What of the configuration could not be read. */
  problems: string[];
}

/** Looks at the folder, then at those above it, up to the root of a repository. */
export async function detectSite(folder: string): Promise<DetectedSite> {
  let root = folder;
  for (let parents = 0; parents <= MAX_PARENTS; parents++) {
    const project = openProjectFolder(root);
    for (const generator of configuredGenerators()) {
      const detected = await generator.detect(project);
      if (detected === undefined) continue;
      const { settings, basePath, problems = [] } = detected;
      return { site: { generator: generator.name, root, basePath, settings }, problems };
    }
    if (dirname(root) === root || (await exists(join(root, ".git")))) break;
    root = dirname(root);
  }
  return { site: unconfiguredSite(folder), problems: [] };
}

export function openProjectFolder(root: string): ProjectFolder {
  return {
    root,
    async readText(path) {
      try {
        const real = await realpath(resolve(root, path));
        if (!real.startsWith((await realpath(root)) + sep)) return undefined;
        return await readFile(real, "utf8");
      } catch {
        return undefined;
      }
    },
    async list(path) {
      const names = await readdir(resolve(root, path)).catch(() => []);
      return names.sort((left, right) => (left < right ? -1 : 1));
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
