import { describe, expect, it } from "vitest";
import { collectFiles } from "../../../corpus/read/collect-files.ts";
import { generatedByPath, pagesOfCopy } from "../../../corpus/read/generated-files.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** What is read of a folder with these files, in their order. */
async function filesOf(names: readonly string[]): Promise<{ read: string[]; leftOut: string[] }> {
  const cwd = await temporaryFolder(Object.fromEntries(names.map((name) => [`site/${name}`, "text"])));
  const { files, skipped } = await collectFiles(["site"], { cwd });
  return {
    read: files.map(({ sitePath }) => sitePath),
    leftOut: skipped.map(({ path, reason }) => `${reason} ${path.slice("site/".length)}`),
  };
}

const OUTPUTS: [generator: string, pages: string[], machinery: string[], leftOut: string[]][] = [
  [
    "Sphinx",
    ["guide/start.html", "index.html"],
    [
      "_downloads/a1/sample.txt",
      "_modules/tool/core.html",
      "_sources/guide/start.rst.txt",
      "_static/frame.html",
      "genindex-A.html",
      "genindex.html",
      "objects.inv",
      "py-modindex.html",
      "search.html",
    ],
    [
      "_downloads/a1/sample.txt",
      "_modules",
      "_sources",
      "_static",
      "genindex-A.html",
      "genindex.html",
      "py-modindex.html",
      "search.html",
    ],
  ],
  [
    "mdBook",
    ["chapter/print.html", "index.html"],
    ["print.html", "toc.html", "toc-1f2e3d4c.js"],
    ["print.html", "toc.html"],
  ],
  [
    "MkDocs",
    ["about/index.html", "index.html"],
    ["404.html", "print_page/index.html", "search/search_index.json", "sitemap.xml.gz"],
    ["404.html", "print_page", "search"],
  ],
  [
    "Doxygen",
    ["classKiln.html", "index.html", "open_source_8md.html"],
    [
      "annotated.html",
      "classKiln-members.html",
      "dir_0123456789abcdef0123456789abcdef.html",
      "doxygen.css",
      "functions_vars.html",
      "kiln_8h_source.html",
      "search/all_0.html",
    ],
    [
      "annotated.html",
      "classKiln-members.html",
      "dir_0123456789abcdef0123456789abcdef.html",
      "functions_vars.html",
      "kiln_8h_source.html",
      "search",
    ],
  ],
  [
    "javadoc",
    ["index.html", "org/kiln/Oven.html", "org/kiln/package-summary.html"],
    [
      "allclasses-index.html",
      "element-list",
      "help-doc.html",
      "index-files/index-1.html",
      "org/kiln/class-use/Oven.html",
      "org/kiln/package-tree.html",
    ],
    [
      "allclasses-index.html",
      "help-doc.html",
      "index-files",
      "org/kiln/class-use",
      "org/kiln/package-tree.html",
    ],
  ],
  [
    "rustdoc",
    ["kiln/index.html", "kiln/struct.Oven.html"],
    [
      "help.html",
      "kiln/all.html",
      "search-index.js",
      "settings.html",
      "src/kiln/lib.rs.html",
      "static.files/a.txt",
    ],
    ["help.html", "kiln/all.html", "settings.html", "src", "static.files"],
  ],
  [
    "YARD",
    ["Oven.html", "index.html"],
    ["_index.html", "class_list.html"],
    ["_index.html", "class_list.html"],
  ],
  ["JSDoc", ["Oven.html", "index.html"], ["oven.js.html", "scripts/a.js", "styles/a.css"], ["oven.js.html"]],
  [
    "docfx",
    ["api/Oven.html", "index.html"],
    ["api/toc.html", "toc.html", "xrefmap.yml"],
    ["api/toc.html", "toc.html"],
  ],
  [
    "copies for programs",
    ["guide/index.html", "index.html", "notes.md", "use.html"],
    ["404.html/keep.css", "guide.md", "sitemap.xml", "use.html.md", "use.md"],
    ["guide.md", "use.html.md", "use.md"],
  ],
  [
    "lists for programs",
    ["guide/index.html", "index.html"],
    ["_llms-txt/api.txt", "de/llms.txt", "llms-full.txt", "llms.txt", "sitemap.xml"],
    ["_llms-txt", "de/llms.txt", "llms-full.txt", "llms.txt"],
  ],
];

describe("what generators write beside pages", () => {
  it.each(OUTPUTS)("%s", async (_, pages, machinery, leftOut) => {
    const found = await filesOf([...pages, ...machinery]);
    expect(found.read.filter((path) => !/\.(?:xml|yml)$/.test(path))).toEqual(pages);
    expect(found.leftOut.sort()).toEqual(leftOut.map((path) => `not-a-page ${path}`).sort());
  });

  it("reads pages of the same names where no generator wrote the folder", async () => {
    const names = ["annotated.html", "help.html", "print.html", "search/index.html", "src/a.md", "toc.html"];
    expect(await filesOf(names)).toEqual({ read: names, leftOut: [] });
  });

  it("reads a page beside one of another format where the folder is no rendered site", async () => {
    const names = ["guide.html", "guide.md"];
    expect(await filesOf(names)).toEqual({ read: names, leftOut: [] });
  });

  it("reads the list for programs of a site that its scripts fill", async () => {
    const names = ["404.html", "index.html", "llms.txt"];
    expect((await filesOf(names)).read).toContain("llms.txt");
  });

  it("knows by an address alone what only one generator writes", () => {
    expect(generatedByPath("/en/latest/_sources/start.md.txt")).toBe(
      "sources of pages, as Sphinx and Jupyter Book copy them",
    );
    expect(generatedByPath("/en/_modules/kiln/oven.html")).toBeDefined();
    expect(generatedByPath("/assets/js/ovens.3f2a.js.LICENSE.txt")).toBeDefined();
    for (const page of ["/open_source.html", "/sources/a.html", "/static/a.html", "/modules/a.html"])
      expect(generatedByPath(page)).toBeUndefined();
  });

  it("names the pages that a file may be a copy of", () => {
    expect(pagesOfCopy("use.html.md")).toEqual(["use.html", "use/index.html"]);
    expect(pagesOfCopy("use.html")).toEqual([]);
  });
});
