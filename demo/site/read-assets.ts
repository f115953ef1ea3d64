import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { transformWithOxc } from "vite";

/** Files that pages load, by path below the site's root, and a version that changes with any of them. */
export interface Assets {
  files: Map<string, string>;
  version: string;
}

const VERSION_DIGITS = 10;

/** Scripts are modules of the browser, type-stripped one by one; imports name the file that is served. */
async function compileScript(file: string, name: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(file, "utf8"), name);
  return code.replace(/(from\s*"\.\/[^"]+)\.ts"/g, '$1.js"');
}

async function namesIn(folder: string, extension: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(extension)).toSorted();
}

/** @param demoFolder holds `browser/*.ts`, `*.css`, `static/` and `examples/`. */
export async function readAssets(demoFolder: string): Promise<Assets> {
  const files = new Map<string, string>();
  const scripts = path.join(demoFolder, "browser");
  for (const name of await namesIn(scripts, ".ts")) {
    files.set(`site/${name.replace(/\.ts$/, ".js")}`, await compileScript(path.join(scripts, name), name));
  }
  for (const name of await namesIn(demoFolder, ".css")) {
    files.set(`site/${name}`, await readFile(path.join(demoFolder, name), "utf8"));
  }
  const hash = createHash("sha256");
  for (const [name, content] of files) hash.update(`${name}\0${content}\0`);
  const folders = [
    ["static", ""],
    ["examples", "examples/"],
  ] as const;
  for (const [folder, prefix] of folders) {
    for (const name of await namesIn(path.join(demoFolder, folder), "")) {
      files.set(prefix + name, await readFile(path.join(demoFolder, folder, name), "utf8"));
    }
  }
  return { files, version: hash.digest("hex").slice(0, VERSION_DIGITS) };
}
