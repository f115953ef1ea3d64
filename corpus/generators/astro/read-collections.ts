/**
 * Collections of content that a page with a rest parameter shows: `src/pages/blog/[...slug].astro` asks for the
 * entries of `blog`, which `src/content.config.ts` says to lie in `src/content/blog`.
 */
import { posix } from "node:path";
import { projectPath } from "../address.ts";
import type { ProjectFolder } from "../generator.ts";
import { readExports } from "../javascript-config/read-config.ts";
import type { AstroRoot } from "./settings.ts";

/** Pages lie a few folders deep. */
const MAX_DEPTH = 5;
const TEMPLATE = /^\[(?:\.\.\.)?\w+\]\.(?:astro|[jt]sx?)$/;

export async function readCollections(folder: ProjectFolder, source: string): Promise<AstroRoot[]> {
  const below = (path: string): string => (source === "" ? path : `${source}/${path}`);
  const folders = await collectionFolders(folder, below);
  const roots: AstroRoot[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    for (const name of await folder.list(below(posix.join("pages", path)))) {
      if (TEMPLATE.test(name)) {
        const template = (await folder.readText(below(posix.join("pages", path, name)))) ?? "";
        const collection = /\bgetCollection\(\s*["']([\w-]+)["']/.exec(template)?.[1];
        const place = collection === undefined ? undefined : folders.get(collection);
        if (place === undefined) continue;
        const route = path === "" ? "" : `/${path}`;
        roots.push({ folder: place, kind: "collection", route, readsUnderscored: false });
      } else if (!name.includes(".") && !name.startsWith("[") && depth < MAX_DEPTH) {
        await visit(posix.join(path, name), depth + 1);
      }
    }
  };
  await visit("", 0);
  return roots;
}

async function collectionFolders(
  folder: ProjectFolder,
  below: (path: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for (const name of await folder.list(below("content"))) {
    if (!name.includes(".")) folders.set(name, below(`content/${name}`));
  }
  const read = await readExports(folder, [below("content.config"), below("content/config")]);
  for (const [name, collection] of read?.get("collections").entries() ?? []) {
    const loader = collection.get("loader").call();
    const base = loader?.callArguments[0]?.get("base").text();
    if (base !== undefined) folders.set(name, projectPath(base));
  }
  return folders;
}
