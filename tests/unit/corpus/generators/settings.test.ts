import { describe, expect, it } from "vitest";
import { hugo } from "../../../../corpus/generators/hugo/hugo.ts";
import type { Generator, Placement } from "../../../../corpus/generators/generator.ts";
import { mkdocs } from "../../../../corpus/generators/mkdocs/mkdocs.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import { readPythonValues } from "../../../../corpus/generators/sphinx/python-values.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Where files lie by a configuration: their front matter by their path. */
async function placesOf<Settings>(
  generator: Generator<Settings>,
  files: Record<string, string>,
  pages: Record<string, Record<string, unknown>>,
): Promise<Record<string, Placement>> {
  const root = await temporaryFolder(files);
  const detected = await generator.detect(openProjectFolder(root));
  if (detected === undefined) throw new Error("not detected");
  return Object.fromEntries(
    Object.entries(pages).map(([path, frontMatter]) => [
      path,
      generator.place({ path, frontMatter }, detected.settings),
    ]),
  );
}

describe("MkDocs", () => {
  it("has languages by suffix or by folder, the default one at the root", async () => {
    const plugin = (structure: string): string =>
      `plugins:\n  - search\n  - i18n:\n      docs_structure: ${structure}\n      languages:\n` +
      "        - {locale: en, default: true, name: English}\n        - {locale: pt_BR, name: Português}\n";
    expect(
      await placesOf(
        mkdocs,
        { "mkdocs.yml": plugin("suffix") },
        { "docs/a.md": {}, "docs/a.pt_BR.md": {}, "docs/index.pt_BR.md": {}, "docs/v1.2.md": {} },
      ),
    ).toEqual({
      "docs/a.md": { address: "/a/", language: "en" },
      "docs/a.pt_BR.md": { address: "/pt_BR/a/", language: "pt-BR" },
      "docs/index.pt_BR.md": { address: "/pt_BR/", language: "pt-BR" },
      "docs/v1.2.md": { address: "/v1.2/", language: "en" },
    });
    expect(
      await placesOf(
        mkdocs,
        { "mkdocs.yml": plugin("folder") },
        { "docs/en/a.md": {}, "docs/pt_BR/a.md": {}, "docs/img/a.md": {} },
      ),
    ).toEqual({
      "docs/en/a.md": { address: "/a/", language: "en" },
      "docs/pt_BR/a.md": { address: "/pt_BR/a/", language: "pt-BR" },
      "docs/img/a.md": { address: "/img/a/", language: "en" },
    });
  });

  it("takes what it inherits, leaves out what it excludes, and dates the posts of a blog", async () => {
    const places = await placesOf(
      mkdocs,
      {
        "base.yml": "docs_dir: text\nuse_directory_urls: false\ntheme:\n  language: de\n",
        "mkdocs.yml":
          "INHERIT: base.yml\nplugins: [blog]\nexclude_docs: |\n  drafts/\n  *.tmp.md\n  !kept.tmp.md\n",
      },
      {
        "text/a.md": {},
        "text/drafts/a.md": {},
        "text/x.tmp.md": {},
        "text/kept.tmp.md": {},
        "text/blog/posts/p.md": { date: "2024-03-05", slug: "the-post" },
      },
    );
    expect(places).toEqual({
      "text/a.md": { address: "/a.html", language: "de" },
      "text/drafts/a.md": { leftOut: "excluded by mkdocs.yml" },
      "text/x.tmp.md": { leftOut: "excluded by mkdocs.yml" },
      "text/kept.tmp.md": { address: "/kept.tmp.html", language: "de" },
      "text/blog/posts/p.md": { address: "/blog/2024/03/05/the-post.html", language: "de" },
    });
  });
});

describe("Hugo", () => {
  it("reads a table a file, a language a file, and mounts of content", async () => {
    expect(
      await placesOf(
        hugo,
        {
          "config/_default/hugo.yaml": "baseURL: https://e.com/x/\ndefaultContentLanguage: en\n",
          "config/_default/languages.en.toml": 'contentDir = "text/en"\n',
          "config/_default/languages.de.toml": 'contentDir = "text/de"\nlanguageCode = "de-AT"\n',
        },
        { "text/en/a.md": {}, "text/de/a.md": {}, "static/m.html": {}, "other/a.md": {} },
      ),
    ).toEqual({
      "text/en/a.md": { address: "/a/", language: "en" },
      "text/de/a.md": { address: "/de/a/", language: "de-AT" },
      "static/m.html": { address: "/m.html" },
      "other/a.md": { leftOut: "outside of the content" },
    });
    const mounts = [
      '[[module.mounts]]\nsource = "../docs"\ntarget = "content/docs"',
      '[[module.mounts]]\nsource = "pages"\ntarget = "content"',
    ].join("\n");
    expect(await placesOf(hugo, { "hugo.toml": mounts }, { "../docs/A b.md": {}, "pages/c.md": {} })).toEqual(
      {
        "../docs/A b.md": { address: "/docs/a-b/", language: "en" },
        "pages/c.md": { address: "/c/", language: "en" },
      },
    );
  });

  it("is not what has a configuration of another by the same name", async () => {
    const detect = async (files: Record<string, string>) =>
      hugo.detect(openProjectFolder(await temporaryFolder(files)));
    expect(
      await detect({ "config.toml": 'base_url = "https://zola.example"\n', "content/a.md": "" }),
    ).toBeUndefined();
    expect(await detect({ "config.yaml": "port: 80\n", "src/a.md": "" })).toBeUndefined();
    expect(await detect({ "config.yaml": "baseURL: /\n", "content/a.md": "" })).toBeDefined();
  });
});

describe("values of a Python file", () => {
  it("are those that are written out", () => {
    const values = readPythonValues(
      [
        'name = "a" "b"  # comment',
        "nested = {'x': ['1', (2, None)], 'y': call('z'), \"w\": True}",
        "exclude: list[str] = [",
        "    'one',  # first",
        '    os.path.join("a", "b"),',
        "    r'two\\d',",
        "]",
        "exclude += ['three']",
        'computed = "a" + name',
        'formatted = "a".format(1)',
        "if name == 'x':",
        "    name = 'inner'",
        'open_text = """long',
        'text"""',
      ].join("\n"),
    );
    expect(Object.fromEntries(values)).toEqual({
      name: "ab",
      nested: { x: ["1", [2, null]], y: null, w: true },
      exclude: ["one", "two\\d", "three"],
      open_text: "long\ntext",
    });
  });

  it("of a file that ends in the middle are none", () => {
    expect(Object.fromEntries(readPythonValues("a = ['x',\n"))).toEqual({});
    expect(Object.fromEntries(readPythonValues("a = {'x': "))).toEqual({});
    expect(Object.fromEntries(readPythonValues("a = 'x\nb = 1"))).toEqual({ b: 1 });
  });
});
