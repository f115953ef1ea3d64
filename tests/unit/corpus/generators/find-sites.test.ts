import { describe, expect, it } from "vitest";
import { collectFiles, type CollectedFiles } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TEXT = "# Title\n\nText of the page.\n";

async function addressesIn(collected: CollectedFiles): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const file of collected.files) {
    const { pages } = await readSource(file, { baseUrl: "", language: "xx" });
    for (const page of pages) addresses[file.path] = page.url;
  }
  return addresses;
}

function reasonsIn({ skipped }: CollectedFiles): Record<string, string> {
  return Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]));
}

describe("the site of a file", () => {
  it("is the nearest project's, and what lies outside of its content is no page", async () => {
    const cwd = await temporaryFolder({
      "README.md": TEXT,
      "package.json": "{}",
      "docs/mkdocs.yml": "site_name: A\n",
      "docs/docs/a.md": TEXT,
      "docs/notes.md": TEXT,
      "blog/hugo.toml": 'baseURL = "/blog/"\n',
      "blog/content/B.md": TEXT,
      "blog/archetypes/default.md": TEXT,
    });
    const collected = await collectFiles(["."], { cwd });
    expect(await addressesIn(collected)).toEqual({
      "blog/content/B.md": "/blog/b/",
      "docs/docs/a.md": "/a/",
    });
    expect(reasonsIn(collected)).toEqual({
      "README.md": "outside-content",
      "blog/archetypes/default.md": "outside-content",
      "docs/notes.md": "outside-content",
    });
  });

  it("is the site of a project above or beside, where its content is the source", async () => {
    const files = { "mkdocs.yml": "docs_dir: text\n", "text/guide/README.md": TEXT, "text/a.md": TEXT };
    const above = await temporaryFolder(files);
    expect(await addressesIn(await collectFiles(["text"], { cwd: above }))).toEqual({
      "text/a.md": "/a/",
      "text/guide/README.md": "/guide/",
    });
    const beside = await temporaryFolder({
      "website/hugo.toml": '[[module.mounts]]\nsource = "../docs"\ntarget = "content"\n',
      "docs/Mixed Case.md": TEXT,
    });
    expect(await addressesIn(await collectFiles(["docs"], { cwd: beside }))).toEqual({
      "docs/Mixed Case.md": "/mixed-case/",
    });
  });

  it("is none where a folder of a project is named that is not of its content", async () => {
    const cwd = await temporaryFolder({
      "mkdocs.yml": "site_name: A\n",
      "docs/a.md": TEXT,
      "site/page/index.html": "<title>A</title><main><h1>A</h1><p>Text of the rendered page.</p></main>",
      "notes/x.md": TEXT,
    });
    expect(await addressesIn(await collectFiles(["site"], { cwd }))).toEqual({
      "site/page/index.html": "/page/",
    });
    expect(await addressesIn(await collectFiles(["notes"], { cwd }))).toEqual({ "notes/x.md": "/x/" });
  });

  it.each([
    [".vitepress/dist", { ".vitepress/config.js": "export default {}" }],
    ["out", { ".vitepress/config.js": 'export default { outDir: "out" }' }],
    ["_site", { "_config.yml": "title: A\n" }],
    ["_site", { ".eleventy.js": "module.exports = {}" }],
  ])("is none where what the generator wrote to %s is named", async (output, configuration) => {
    const page = "<html><main><h1>Title</h1><p>Text of the page.</p></main></html>";
    const cwd = await temporaryFolder({
      ...configuration,
      "index.md": TEXT,
      [`${output}/index.html`]: page,
      [`${output}/guide/start.html`]: page,
    });
    expect(await addressesIn(await collectFiles([output], { cwd }))).toEqual({
      [`${output}/index.html`]: "/",
      [`${output}/guide/start.html`]: "/guide/start.html",
    });
  });

  it("is the one that the owner names, with or without its configuration", async () => {
    const cwd = await temporaryFolder({ "docs/Some Page.md": TEXT, "docs/guide/README.md": TEXT });
    const addresses = async (generator: "hugo" | "mdbook" | "plain"): Promise<string[]> =>
      Object.values(await addressesIn(await collectFiles(["docs"], { cwd, generator })));
    expect(await addresses("hugo")).toEqual(["/some-page/", "/guide/readme/"]);
    expect(await addresses("mdbook")).toEqual(["/Some%20Page.html", "/guide/"]);
    expect(await addresses("plain")).toEqual(["/Some%20Page/", "/guide/README/"]);
  });

  it("has addresses by the owner's pattern below its content", async () => {
    const cwd = await temporaryFolder({ "mkdocs.yml": "site_name: A\n", "docs/guide/a.md": TEXT });
    const collected = await collectFiles(["."], { cwd, urlPattern: "/help/{path}.html" });
    expect(await addressesIn(collected)).toEqual({ "docs/guide/a.md": "/help/guide/a.html" });
  });

  it("is read with the generator's defaults where its configuration is broken", async () => {
    const cwd = await temporaryFolder({
      "mkdocs.yml": "site_name: [A\n",
      "docs/a.md": TEXT,
      "book/book.toml": "[book\n",
      "book/src/SUMMARY.md": "- [B](b.md)\n",
      "book/src/b.md": TEXT,
    });
    const collected = await collectFiles(["."], { cwd });
    expect(await addressesIn(collected)).toEqual({ "book/src/b.md": "/b.html", "docs/a.md": "/a/" });
    expect(collected.problems).toEqual([
      expect.stringMatching(/^mkdocs\.yml cannot be read: .*--url-pattern\.$/),
      expect.stringMatching(/^book\.toml cannot be read: /),
    ]);
  });
});

describe("folders that tools write to", () => {
  it("are not read at the root of a project, and said; elsewhere they are folders as others", async () => {
    const html = "<title>A</title><main><h1>A</h1><p>Text of the page.</p></main>";
    const cwd = await temporaryFolder({
      "package.json": "{}",
      "guide/a.md": TEXT,
      "guide/dist/b.md": TEXT,
      "dist/index.html": html,
      "build/page.html": html,
      "public/robots.html": html,
      "site/a.md": TEXT,
      "_site/a.md": TEXT,
    });
    const collected = await collectFiles(["."], { cwd });
    const pages = collected.files.map(({ path }) => path).filter((path) => path !== "package.json");
    expect(pages).toEqual(["guide/a.md", "guide/dist/b.md", "site/a.md"]);
    expect(reasonsIn(collected)).toEqual({
      _site: "output-folder",
      build: "output-folder",
      dist: "output-folder",
      public: "output-folder",
    });
    const rendered = await collectFiles(["dist"], { cwd });
    expect(rendered.files.map(({ path }) => path)).toEqual(["dist/index.html"]);
  });
});
