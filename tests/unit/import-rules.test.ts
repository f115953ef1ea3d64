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

/**
 * Where a third-party package may be imported. What is not named here belongs to the one file, or the files of
 * the one folder, that import it.
 */
const PACKAGE_PLACES: Record<string, string[]> = {
  hono: ["worker"],
  lit: ["widget"],
  zod: ["core", "worker", "corpus"],
  // The documentation site reads the same Markdown as the command does, and may not import the command.
  ...Object.fromEntries(
    [
      "unified",
      "remark-parse",
      "remark-gfm",
      "github-slugger",
      "mdast-util-to-string",
      "unist-util-visit",
      "yaml",
    ].map((name) => [name, ["corpus", "demo"]]),
  ),
  vite: ["widget/build", "demo/site"],
};

/** Types only: nothing of them is in a program. */
const TYPE_PACKAGES: ReadonlySet<string> = new Set(["mdast", "hast"]);

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
      // Every side names its version as the package does.
      .filter(({ target }) => target !== "package.json")
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
      if (TYPE_PACKAGES.has(name)) continue;
      importers.set(name, (importers.get(name) ?? new Set()).add(file));
    }
    const spread = [...importers]
      .map(([name, files]) => ({ name, places: strayPlaces(name, [...files]) }))
      .filter(({ places }) => places.length > 0);
    expect(spread).toEqual([]);
  });
});

/** The folders that import a package beside where it belongs: none is right. */
function strayPlaces(name: string, files: string[]): string[] {
  const allowed = PACKAGE_PLACES[name];
  if (allowed !== undefined)
    return files.filter((file) => !allowed.some((place) => file.startsWith(`${place}/`)));
  const folders = [...new Set(files.map((file) => dirname(file)))];
  return folders.length > 1 ? folders : [];
}

describe("public corpora", () => {
  it("are looked for in one place, so that all tests that need them are known", () => {
    const files = globSync("tests/**/*.ts", { cwd: ROOT }).map((file) => file.split("\\").join("/"));
    const knowing = files.filter((file) => {
      const source = readFileSync(join(ROOT, file), "utf8");
      return /ASSISTANT_CORPORA|shared\/corpora/.test(source) && !file.endsWith("import-rules.test.ts");
    });
    expect(knowing.sort()).toEqual(["tests/run.ts", "tests/support/corpora.ts"]);
  });
});
