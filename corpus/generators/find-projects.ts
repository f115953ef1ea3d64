/** Which projects of generators lie in a folder, around it and beside it. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { GeneratorName } from "./generator-names.ts";
import { configuredGenerators } from "./generators.ts";
import { openProjectFolder } from "./project-folder.ts";
import type { Site } from "./site.ts";

export interface FoundProject {
  site: Site;
  /** Absolute. */
  content: string[];
  /** Absolute. */
  output: string[];
  problems: string[];
}

/** Content mostly lies one or two folders below the configuration: `website/docs`, `docs/src`. */
const MAX_PARENTS = 5;
/** A site lies this deep in its repository at most. */
const MAX_DEPTH = 6;
/** A larger tree is no repository of a site. */
const MAX_FOLDERS = 20_000;
/** Folders in which a project has its site, whose content may lie beside it: `website/` and `docs/`. */
const SITE_FOLDERS = [
  "website",
  "site",
  "www",
  "web",
  "docs",
  "doc",
  "documentation",
  "docusaurus",
  "packages/docs",
];
/** What lies in these is a sample of a project, or what a project is made of. */
const NO_PROJECTS =
  /^(?:node_modules|vendor|third_party|tests?|__tests__|spec|testdata|fixtures?|examples?|exampleSite|samples?|templates?|themes?|archetypes|_site|_build|dist|target|\..*)$/;

/** All generators that know the folder as theirs, in the order of their registry. */
async function projectsAt(root: string, only: GeneratorName | undefined): Promise<FoundProject[]> {
  const folder = openProjectFolder(root);
  const found: FoundProject[] = [];
  for (const generator of configuredGenerators()) {
    if (only !== undefined && generator.name !== only) continue;
    const detected = await generator.detect(folder);
    if (detected === undefined) continue;
    const { settings, basePath, content = [""], output = [], problems = [] } = detected;
    const absolute = (path: string): string => resolve(root, path);
    found.push({
      site: { generator: generator.name, root, basePath, content, settings },
      content: content.map(absolute),
      output: output.map(absolute),
      problems,
    });
  }
  return found;
}

/** The nearest project that the folder belongs to: its own, one above, or one beside a folder above. */
export async function projectsAround(
  folder: string,
  only: GeneratorName | undefined,
): Promise<FoundProject[]> {
  let root = folder;
  for (let parents = 0; parents <= MAX_PARENTS; parents++) {
    const here = await projectsAt(root, only);
    if (root === folder && here.length > 0) return here;
    for (const name of SITE_FOLDERS) {
      const beside = join(root, name);
      if (beside !== folder && existsSync(beside)) here.push(...(await projectsAt(beside, only)));
    }
    const claiming = here.filter((project) => holdsPagesIn(project, folder));
    if (claiming.length > 0) return claiming;
    if (dirname(root) === root || existsSync(join(root, ".git"))) break;
    root = dirname(root);
  }
  return [];
}

/** The projects of the folders below a folder. */
export async function projectsBelow(
  folder: string,
  only: GeneratorName | undefined,
): Promise<FoundProject[]> {
  const found: FoundProject[] = [];
  let open = [folder];
  let seen = 0;
  for (let depth = 1; depth <= MAX_DEPTH && seen < MAX_FOLDERS; depth++) {
    const next: string[] = [];
    for (const parent of open) {
      const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isDirectory() && !NO_PROJECTS.test(entry.name)) next.push(join(parent, entry.name));
      }
    }
    next.sort();
    for (const child of next.slice(0, MAX_FOLDERS - seen)) found.push(...(await projectsAt(child, only)));
    seen += next.length;
    open = next;
  }
  return found;
}

/** Whether what lies in the folder, or the file itself, is read as the project's source: its deepest folder decides. */
export function holdsPagesIn({ content, output }: FoundProject, path: string): boolean {
  const around = (folders: readonly string[]): number =>
    Math.max(-1, ...folders.filter((folder) => isWithin(path, folder)).map((folder) => folder.length));
  const source = around(content);
  return source >= 0 && source >= around(output);
}

/** Whether a path is the folder or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
