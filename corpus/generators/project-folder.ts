import { readdirSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { ProjectFolder } from "./generator.ts";

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
  };
}

function listSync(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
