import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { ProjectFolder } from "./generator.ts";

const MAX_PARENTS = 5;
const MAX_FILES = 100_000;

/** Opens a folder for generators to look into. What they ask for most is not there: that costs no access. */
export function openProjectFolder(root: string): ProjectFolder {
  const entries = listSync(root);
  let realRoot: Promise<string> | undefined;
  return {
    root,
    async readText(path) {
      if (!entries.has(path.split("/", 1)[0] ?? "")) return undefined;
      try {
        const real = await realpath(resolve(root, path));
        if (!real.startsWith((await (realRoot ??= realpath(root))) + sep)) return undefined;
        return await readFile(real, "utf8");
      } catch {
        return undefined;
      }
    },
    async list(path) {
      const first = path.split("/", 1)[0] ?? "";
      if (first !== "" && first !== "." && first !== ".." && !entries.has(first)) return [];
      const names = await readdir(resolve(root, path)).catch(() => []);
      return names.sort((left, right) => (left < right ? -1 : 1));
    },
    tree: (path) => treeOf(root, path),
    async readAbove(name) {
      let folder = root;
      for (let parents = 0; parents < MAX_PARENTS && !existsSync(join(folder, ".git")); parents++) {
        folder = dirname(folder);
        const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function listSync(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

async function treeOf(root: string, path: string): Promise<string[]> {
  const files: string[] = [];
  const open = [resolve(root, path)];
  for (let folder = open.pop(); folder !== undefined && files.length < MAX_FILES; folder = open.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile()) files.push(relative(root, join(folder, entry.name)).split(sep).join("/"));
      else if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
        open.push(join(folder, entry.name));
    }
  }
  return files.sort((left, right) => (left < right ? -1 : 1));
}
