/** Folders that tools write to: at the root of a project they are no sources. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Nobody writes pages in a folder of such a name. */
const ALWAYS = new Set(["node_modules", "_site", "_build", "dist", "target", ".next", ".nuxt", ".output"]);
/** These may be either: what lies in them tells. */
const MAYBE = new Set(["build", "public", "site", "out", "book", "output", "coverage"]);
/** Marks of a project's root, besides the configuration of a generator. */
const ROOT_MARKS = new Set([
  "package.json",
  "Gemfile",
  "pyproject.toml",
  "setup.py",
  "Cargo.toml",
  "go.mod",
  "composer.json",
  "Makefile",
  "make.bat",
]);
const MAX_DEPTH = 3;

export function isRootOfPackage(names: Iterable<string>): boolean {
  for (const name of names) if (ROOT_MARKS.has(name)) return true;
  return false;
}

/** Whether a folder at the root of a project was written by a tool. */
export async function isOutputFolder(folder: string, name: string): Promise<boolean> {
  if (ALWAYS.has(name)) return true;
  return MAYBE.has(name) && ((await isRendered(folder)) || !(await holdsMarkdown(folder, MAX_DEPTH)));
}

async function isRendered(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => /^(?:index|404)\.html?$|^sitemap\.xml$/i.test(name));
}

async function holdsMarkdown(folder: string, depth: number): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && /\.(?:mdx?|markdown|rst|adoc)$/i.test(entry.name)))
    return true;
  if (depth === 0) return false;
  for (const entry of entries) {
    if (entry.isDirectory() && (await holdsMarkdown(join(folder, entry.name), depth - 1))) return true;
  }
  return false;
}
