import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/** Which of our folders a folder may import, besides itself. */
const ALLOWED: Record<string, string[]> = {
  core: [],
  widget: ["core"],
  worker: ["core"],
  corpus: ["core"],
  demo: ["core"],
};

/** Third-party packages that more than one file imports, with the folder that keeps them together. */
const PACKAGE_FOLDERS: Record<string, string[]> = {
  lit: ["widget/panel", "widget/elements"],
  zod: ["core", "worker"],
};

interface Import {
  file: string;
  specifier: string;
}

function importsOf(folder: string): Import[] {
  return globSync(`${folder}/**/*.ts`, { cwd: ROOT }).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    const pattern =
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
    return [...source.matchAll(pattern)].map((match) => ({ file, specifier: match[1] ?? match[2] ?? "" }));
  });
}

function folderOf(path: string): string {
  return path.split(/[\\/]/, 1)[0] ?? "";
}

/** `lunr-languages/lunr.de.js` → `lunr-languages`, `@lit/context` → itself. */
function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

describe.each(Object.entries(ALLOWED))("%s", (folder, allowed) => {
  const imports = importsOf(folder);

  it("has imports to look at", () => {
    expect(imports.length).toBeGreaterThan(5);
  });

  it(`imports only ${["itself", ...allowed].join(" and ")} of ours`, () => {
    const foreign = imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ file, specifier }) => ({
        file,
        target: relative(ROOT, resolve(ROOT, dirname(file), specifier)),
      }))
      .filter(({ target }) => ![folder, ...allowed].includes(folderOf(target)));
    expect(foreign).toEqual([]);
  });
});

describe("third-party packages", () => {
  it("are each imported by one file, or by one folder that keeps them", () => {
    const importers = new Map<string, Set<string>>();
    for (const { file, specifier } of Object.keys(ALLOWED).flatMap(importsOf)) {
      if (specifier.startsWith(".") || specifier.startsWith("node:") || specifier.startsWith("cloudflare:"))
        continue;
      const name = packageOf(specifier);
      importers.set(name, (importers.get(name) ?? new Set()).add(file));
    }
    const spread = [...importers]
      .map(([name, files]) => [name, places(name, [...files])] as const)
      .filter(([, files]) => files.length > 1);
    expect(spread).toEqual([]);
  });
});

/** The importing files, those of one allowed folder (or of one folder at all) counted once. */
function places(name: string, files: string[]): string[] {
  const folders = PACKAGE_FOLDERS[name] ?? [];
  return [
    ...new Set(files.map((file) => folders.find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file))),
  ].filter((place) => !folders.includes(place));
}
