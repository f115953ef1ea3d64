import { describe, expect, it } from "vitest";
import { hugo } from "../../../../corpus/generators/hugo/hugo.ts";
import type { Generator, Placement } from "../../../../corpus/generators/generator.ts";
import { mkdocs } from "../../../../corpus/generators/mkdocs/mkdocs.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import { sphinx } from "../../../../corpus/generators/sphinx/sphinx.ts";
import { readMystRoles } from "../../../../corpus/parse/dialects/myst-roles.ts";
import { standaloneContext } from "../../../../corpus/parse/dialects/dialect-context.ts";
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

describe("titles that a configuration gives", () => {
  it("are those of the navigation of MkDocs, at any depth", async () => {
    const navigation =
      "nav:\n  - Home: index.md\n  - plain.md\n  - Guide:\n      - 'Post-Install &amp; more': guide/post.md\n      - 'The <code>box</code> command': ./guide/box.md\n";
    const folder = openProjectFolder(await temporaryFolder({ "mkdocs.yml": navigation }));
    const detected = await mkdocs.detect(folder);
    if (detected === undefined) throw new Error("not detected");
    const titleOf = (page: string): string | undefined => mkdocs.navigationTitle?.(page, detected.settings);
    expect(titleOf("docs/guide/post.md")).toBe("Post-Install & more");
    expect(titleOf("docs/guide/box.md")).toBe("The box command");
    expect(titleOf("docs/index.md")).toBe("Home");
    expect(titleOf("docs/plain.md")).toBeUndefined();
    expect(titleOf("docs/constructor")).toBeUndefined();
  });

  it("are those of labels and documents of Sphinx", async () => {
    const folder = openProjectFolder(
      await temporaryFolder({
        "conf.py": "project = 'x'\nextensions = ['myst_parser']\n",
        "index.md": "(top)=\n# Welcome\n\nText.\n\n(loose)=\nText.\n",
        "how/to.md":
          "---\na: 1\n---\n\n(How-To)=\n(second  name)=\n\n# Set up {abbr}`VMs (virtual machines)` {#own}\n\n```sh\n(code)=\n# comment\n```\n",
        "old.rst": ".. _old-label:\n\nOld ``way``\n=========\n\nText.\n",
      }),
    );
    const detected = await sphinx.detect(folder);
    if (detected === undefined) throw new Error("not detected");
    const titleOf = (target: string, page = "how/to.md"): string | undefined =>
      sphinx.titleOfTarget?.(target, page, detected.settings);
    expect(titleOf("how-to")).toBe("Set up VMs (virtual machines)");
    expect(titleOf("#Second name")).toBe("Set up VMs (virtual machines)");
    expect(titleOf("top")).toBe("Welcome");
    expect(titleOf("loose")).toBeUndefined();
    expect(titleOf("code")).toBeUndefined();
    expect(titleOf("old-label")).toBe("Old `way`");
    expect(titleOf("../index")).toBe("Welcome");
    expect(titleOf("/how/to.md", "index.md")).toBe("Set up VMs (virtual machines)");
    expect(titleOf("to.md#part")).toBeUndefined();
    expect(titleOf("https://example.com/index")).toBeUndefined();
  });

  it("stand where a reference has no text", () => {
    const context = { ...standaloneContext(), generator: "sphinx", titleOf };
    function titleOf(target: string): string | undefined {
      return target === "set-up" || target === "a.md" ? "Set up a `box`" : undefined;
    }
    expect(
      readMystRoles(
        "See {ref}`set-up`, {ref}`this <set-up>`, [](a.md), [](b.md), {doc}`b`, {term}`Box`.",
        context,
      ),
    ).toBe("See Set up a `box`, this, Set up a `box`, [](b.md), b, Box.");
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

  it("reads no hidden files, but those that are mounted by themselves", async () => {
    const mounts = [
      '[[module.mounts]]\nsource = "content"\ntarget = "content"',
      '[[module.mounts]]\nsource = "content/.common/shared.md"\ntarget = "content/guide/shared.md"',
    ].join("\n");
    expect(
      await placesOf(
        hugo,
        { "hugo.toml": mounts },
        { "content/.common/shared.md": {}, "content/.common/other.md": {}, "content/a.md": {} },
      ),
    ).toEqual({
      "content/.common/shared.md": { address: "/guide/shared/", language: "en" },
      "content/.common/other.md": { leftOut: "Hugo does not read hidden files" },
      "content/a.md": { address: "/a/", language: "en" },
    });
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
