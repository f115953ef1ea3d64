/** Addresses and ids of generators whose rules are read in their sources and documentation, and not collected. */
import { describe, expect, it } from "vitest";
import { generatorOf } from "../../../../corpus/generators/generators.ts";
import type { GeneratorName } from "../../../../corpus/generators/generator-names.ts";
import type { HeadingPart, ProjectFolder } from "../../../../corpus/generators/generator.ts";

function folderOf(files: Record<string, string>): ProjectFolder {
  return {
    root: "/project",
    readText: (path) => Promise.resolve(files[path]),
    readAbove: () => Promise.resolve(undefined),
    tree: (folder) => Promise.resolve(Object.keys(files).filter((path) => path.startsWith(folder))),
    list: (folder) => {
      const prefix = folder === "" ? "" : `${folder}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(prefix));
      return Promise.resolve(
        [...new Set(below.map((path) => path.slice(prefix.length).split("/", 1)[0] ?? ""))].sort(),
      );
    },
  };
}

async function place(
  generator: GeneratorName,
  files: Record<string, string>,
  path: string,
  frontMatter: Record<string, unknown> = {},
) {
  const adapter = generatorOf(generator);
  const detected = await adapter.detect(folderOf(files));
  if (detected === undefined) throw new Error("not detected");
  const placed = adapter.place({ path, frontMatter }, detected.settings);
  return { detected, placed };
}

function idsOf(generator: GeneratorName, headings: (string | HeadingPart[])[]): (string | undefined)[] {
  const adapter = generatorOf(generator);
  const slugger = adapter.createSlugger(adapter.defaults, { path: "page.md", frontMatter: {} });
  return headings.map((heading) => {
    const parts: HeadingPart[] = typeof heading === "string" ? [{ kind: "text", value: heading }] : heading;
    const text = parts.map(({ value }) => value).join("");
    return slugger({ text, source: text, parts, isElement: false, depth: 2 });
  });
}

const NEXTRA_4 = {
  "next.config.mjs": `import nextra from "nextra"; const withNextra = nextra({ search: true });
    export default withNextra({ basePath: "/base", i18n: { locales: ["en", "de"], defaultLocale: "en" } });`,
  "app/[lang]/docs/[[...mdxPath]]/page.jsx": "",
  "app/about/page.mdx": "",
  "content/en/index.mdx": "",
};
const NEXTRA_2 = {
  "next.config.js": `const withNextra = require("nextra")({ theme: "nextra-theme-docs" });
    module.exports = withNextra({ i18n: { locales: ["en-US", "zh-CN"], defaultLocale: "en-US" }, trailingSlash: true });`,
  "theme.config.jsx": "",
  "pages/index.en-US.mdx": "",
};
const NEXTRA_4_PLAIN = {
  "next.config.ts": `import nextra from "nextra"; export default nextra({ contentDirBasePath: "/docs" })();`,
  "src/content/index.mdx": "",
};

describe("Nextra", () => {
  it.each([
    [NEXTRA_4, "content/en/index.mdx", "/en/docs", "en"],
    [NEXTRA_4, "content/de/guide/install.mdx", "/de/docs/guide/install", "de"],
    [NEXTRA_4, "app/(site)/about/page.mdx", "/about", undefined],
    [NEXTRA_4, "public/manual.pdf", "/manual.pdf", undefined],
    [NEXTRA_2, "pages/index.en-US.mdx", "/", "en-US"],
    [NEXTRA_2, "pages/index.zh-CN.mdx", "/zh-CN/", "zh-CN"],
    [NEXTRA_2, "pages/docs/v1.2.en-US.mdx", "/docs/v1.2/", "en-US"],
    [NEXTRA_2, "pages/docs/guide/index.zh-CN.md", "/zh-CN/docs/guide/", "zh-CN"],
    [NEXTRA_4_PLAIN, "src/content/guide/Upper Case.mdx", "/docs/guide/Upper%20Case", undefined],
    [NEXTRA_4_PLAIN, "src/content/index.mdx", "/docs", undefined],
  ])("%#: places %s", async (files, path, address, language) => {
    const { placed } = await place("nextra", files, path);
    expect(placed).toEqual({ address, ...(language !== undefined && { language }) });
  });

  it.each([
    [NEXTRA_4, "app/about/part.mdx"],
    [NEXTRA_4, "app/[slug]/page.mdx"],
    [NEXTRA_4, "README.md"],
    [NEXTRA_2, "pages/_app.mdx"],
    [NEXTRA_2, "pages/api/x.md"],
    [NEXTRA_2, "pages/404.mdx"],
  ])("%#: makes no page of %s", async (files, path) => {
    const { placed } = await place("nextra", files, path);
    expect(placed).toHaveProperty("leftOut");
  });

  it("is not every project of Next", async () => {
    const files = { "next.config.js": `module.exports = { basePath: "/x" };`, "pages/index.mdx": "" };
    expect(await generatorOf("nextra").detect(folderOf(files))).toBeUndefined();
  });

  it("reads the base of the configuration that is given last", async () => {
    const { detected } = await place("nextra", NEXTRA_4, "README.md");
    expect(detected.basePath).toBe("/base");
  });

  it("gives ids, and those in brackets that authors name", () => {
    expect(idsOf("nextra", ["What's new?", "Custom [#own]", "Custom", "own", "Item [1]"])).toEqual([
      "whats-new",
      "own",
      "custom",
      "own-1",
      "item-1",
    ]);
  });
});

const GITBOOK = {
  ".gitbook.yaml": "root: ./docs/\nstructure:\n  readme: start.md\n  summary: toc.md\n",
  "docs/toc.md":
    "# Table of contents\n\n* [Start](start.md)\n* [Install](guide/install.md)\n  * [Folder](guide/README.md)\n* [Space](<with space.md>)\n",
};
const CONTENT = { "SUMMARY.md": "# Table of contents\n\n* [Welcome](README.md)\n* [Setup](setup.md)\n" };

describe("GitBook", () => {
  it.each([
    [GITBOOK, "docs/start.md", "/"],
    [GITBOOK, "docs/guide/install.md", "/guide/install"],
    [GITBOOK, "docs/guide/README.md", "/guide"],
    [GITBOOK, "docs/with space.md", "/with%20space"],
    [CONTENT, "README.md", "/"],
    [CONTENT, "setup.md", "/setup"],
  ])("%#: places %s", async (files, path, address) => {
    const { placed } = await place("gitbook", files, path);
    expect(placed).toEqual({ address });
  });

  it.each([
    [GITBOOK, "docs/toc.md"],
    [GITBOOK, "docs/unlisted.md"],
    [GITBOOK, "README.md"],
    [CONTENT, "SUMMARY.md"],
  ])("%#: makes no page of %s", async (files, path) => {
    const { placed } = await place("gitbook", files, path);
    expect(placed).toHaveProperty("leftOut");
  });

  it("is not every folder with a SUMMARY", async () => {
    const files = { "SUMMARY.md": "# Summary of the year\n\nIt went well.\n", "README.md": "# Report\n" };
    expect(await generatorOf("gitbook").detect(folderOf(files))).toBeUndefined();
  });

  it("reads a broken configuration as far as its defaults, and says so", async () => {
    const { detected, placed } = await place("gitbook", { ".gitbook.yaml": "root: [", "a.md": "" }, "a.md");
    expect(placed).toEqual({ address: "/a" });
    expect(detected.problems).toHaveLength(1);
  });

  it("gives only the ids that are sure", () => {
    expect(idsOf("gitbook", ["Getting started", "Getting started", "1. First", "What's new"])).toEqual([
      "getting-started",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

const NUXT = {
  "nuxt.config.ts": `export default defineNuxtConfig({ modules: ["@nuxt/content"], app: { baseURL: "/base/" } });`,
};
const NUXT_3 = {
  "nuxt.config.ts": `export default defineNuxtConfig({ modules: ["@nuxt/content"] });`,
  "content.config.ts": `import { defineContentConfig, defineCollection } from "@nuxt/content";
    export default defineContentConfig({ collections: {
      docs: defineCollection({ type: "page", source: { include: "docs/**", prefix: "/", exclude: ["docs/old/**"] } }),
      authors: defineCollection({ type: "data", source: "authors/**.md" }),
    } });`,
};

const NUXT_OF_PACKAGE_2 = { ...NUXT, "package.json": `{ "devDependencies": { "@nuxt/content": "~2.8.0" } }` };

describe("Nuxt Content", () => {
  it.each([
    [NUXT, "content/index.md", {}, "/"],
    [NUXT, "content/1.guide/2.getting-started.md", {}, "/guide/getting-started"],
    [NUXT, "content/2.Upper Case/10.Some_Name.md", {}, "/upper-case/some_name"],
    [NUXT, "content/guide/1.index.md", {}, "/guide"],
    [NUXT, "content/3.0/page.md", {}, "/3.0/page"],
    [NUXT, "content/größe & co.md", {}, "/grosse-and-co"],
    [NUXT, "content/x.md", { path: "/own/place" }, "/own/place"],
    [NUXT, "public/manual.pdf", {}, "/manual.pdf"],
    [NUXT_3, "content/docs/1.start/2.install.md", {}, "/start/install"],
  ])("%#: places %s", async (files, path, frontMatter, address) => {
    const { placed } = await place("nuxt", files, path, frontMatter);
    expect(placed).toEqual({ address });
  });

  it.each([
    [NUXT_OF_PACKAGE_2, "content/later.draft.md"],
    [NUXT, "README.md"],
    [NUXT_3, "content/docs/old/x.md"],
    [NUXT_3, "content/authors/ann.md"],
  ])("%#: makes no page of %s", async (files, path) => {
    const { placed } = await place("nuxt", files, path);
    expect(placed).toHaveProperty("leftOut");
  });

  it("gives ids without signs in a row, and none that begins with a number", () => {
    expect(idsOf("nuxt", ["Setup & configure", "1. First", "Own {#own-id}", "First", "First"])).toEqual([
      "setup-configure",
      "_1-first",
      "own-own-id",
      "first",
      "first-1",
    ]);
  });
});

const ASTRO = {
  "astro.config.mjs": `import { defineConfig } from "astro/config";
    export default defineConfig({ trailingSlash: "never", i18n: { defaultLocale: "en", locales: ["en", { path: "de", codes: ["de-AT"] }] } });`,
  "src/content.config.ts": `import { defineCollection } from "astro:content"; import { glob } from "astro/loaders";
    const posts = defineCollection({ loader: glob({ pattern: "**/*.md", base: "./src/data/posts" }) });
    export const collections = { posts };`,
  "src/pages/index.astro": "",
  "src/pages/blog/[...id].astro": `---\nconst posts = await getCollection("posts");\n---`,
};

describe("Astro without Starlight", () => {
  it.each([
    ["src/pages/about.md", {}, "/about", "en"],
    ["src/pages/de/index.md", {}, "/de", "de-AT"],
    ["src/data/posts/2024/My First Post.md", {}, "/blog/2024/my-first-post", "en"],
    ["src/data/posts/x.md", { slug: "own" }, "/blog/own", "en"],
  ])("places %s", async (path, frontMatter, address, language) => {
    const { placed } = await place("astro", ASTRO, path, frontMatter);
    expect(placed).toEqual({ address, language });
  });

  it.each(["src/content/other/x.md", "src/pages/_part.md", "src/pages/404.md", "README.md"])(
    "makes no page of %s",
    async (path) => {
      const { placed } = await place("astro", ASTRO, path);
      expect(placed).toHaveProperty("leftOut");
    },
  );
});

describe("folders of content without configuration", () => {
  it.each<[GeneratorName, string, Record<string, unknown>, string]>([
    ["docusaurus", "numbered/02-Getting-Started/01-install.md", {}, "/numbered/Getting-Started/install"],
    ["docusaurus", "own/README.md", {}, "/own/"],
    ["docusaurus", "own/x.md", { slug: "/absolute/here" }, "/absolute/here"],
    ["vitepress", "guide/install.md", {}, "/guide/install.html"],
    ["starlight", "Guides/My Page.md", {}, "/guides/my-page/"],
    ["nextra", "guide/index.mdx", {}, "/guide"],
    ["gitbook", "guide/README.md", {}, "/guide"],
    ["eleventy", "guide/install.md", {}, "/guide/install/"],
    ["nuxt", "1.guide/2.install.md", {}, "/guide/install"],
  ])("%s places %s", (generator, path, frontMatter, address) => {
    const adapter = generatorOf(generator);
    expect(adapter.place({ path, frontMatter }, adapter.defaults)).toEqual({ address });
  });
});

describe("Eleventy's rule for ids", () => {
  const anchor = `import anchor from "markdown-it-anchor"; export default (config) => { config.amendLibrary("md", (md) => md.use(anchor`;
  it.each([
    ["export default (config) => { config.addPlugin(IdAttributePlugin); }", "id-attribute"],
    ["export default (c) => { c.addPlugin(IdAttributePlugin, {\n  // slugify: own,\n}); }", "id-attribute"],
    ["export default (c) => { c.addPlugin(IdAttributePlugin, { slugify: own }); }", "unknown"],
    [`${anchor})); }`, "anchor"],
    [`${anchor}, { slugify: config.getFilter("slugify") })); }`, "anchor-filter"],
    [`${anchor}, { slugify: (text) => own(text) })); }`, "unknown"],
    ["export default () => ({ dir: { input: 'src' } });", "none"],
  ])("%#: of a configuration", async (source, slugs) => {
    const detected = await generatorOf("eleventy").detect(folderOf({ "eleventy.config.js": source }));
    expect(detected?.settings).toMatchObject({ slugs });
  });
});

const DOCFX = {
  "docfx.json": `{
    // Comments and commas at ends are taken.
    "build": {
      "content": [
        { "files": ["*.md", "toc.yml"], "exclude": ["draft*.md"] },
        { "files": "articles/**.md" },
        { "src": "text", "files": ["**/*.{md,yml}"], "dest": "manual" },
        { "src": "../shared", "files": ["**/*.md"], "dest": "shared" },
      ],
      "resource": [{ "files": ["files/**"] }],
      "sitemap": { "baseUrl": "https://example.com/kiln/" },
      "output": "_out",
    },
  }`,
};

describe("docfx", () => {
  it.each<[string, string | undefined]>([
    ["index.md", "/index.html"],
    ["README.md", "/README.html"],
    ["draft-a.md", undefined],
    ["articles/deep/a b.md", "/articles/deep/a%20b.html"],
    ["text/use/Oven.md", "/manual/use/Oven.html"],
    ["text/toc.md", undefined],
    ["../shared/terms.md", "/shared/terms.html"],
    ["files/plan.pdf", "/files/plan.pdf"],
    ["other/a.md", undefined],
  ])("places %s at %s", async (path, address) => {
    const { placed, detected } = await place("docfx", DOCFX, path);
    expect("leftOut" in placed ? undefined : placed.address).toBe(address);
    expect(detected).toMatchObject({
      basePath: "/kiln",
      content: ["", "text", "../shared"],
      output: ["_out"],
      problems: [],
    });
  });

  it("leaves out what leads to another page, and says where the configuration is broken", async () => {
    expect((await place("docfx", DOCFX, "index.md", { redirect_url: "/new" })).placed).toHaveProperty(
      "leftOut",
    );
    const { detected, placed } = await place("docfx", { "docfx.json": '{ "build": ,, }' }, "a/b.md");
    expect(placed).toEqual({ address: "/a/b.html" });
    expect(detected.problems).toEqual([expect.stringMatching(/^docfx\.json can't be read/)]);
  });

  it("makes ids as Markdig does for GitHub", () => {
    const anchor: HeadingPart[] = [
      { kind: "html", value: '<a name="own-id">' },
      { kind: "html", value: "</a>" },
      { kind: "text", value: "Named" },
    ];
    const table: [string | HeadingPart[], string | undefined][] = [
      ["What's new in C# 9.0?", "whats-new-in-c-90"],
      ["a  b - c_d", "a--b---c_d"],
      ["Über Öfen", "über-öfen"],
      ["Setup", "setup"],
      ["Setup", "setup-1"],
      ["!?", "section"],
      ["Fire 🔥 now", "fire--now"],
      [
        [
          { kind: "code", value: "dotnet run" },
          { kind: "text", value: " it" },
        ],
        "dotnet-run-it",
      ],
      ["Use :tada: here", undefined],
      ["See @Kiln.Oven", undefined],
      [anchor, "own-id"],
      ["Named", "named-1"],
    ];
    expect(
      idsOf(
        "docfx",
        table.map(([heading]) => heading),
      ),
    ).toEqual(table.map(([, id]) => id));
  });

  it("counts the headings of each included file for itself", () => {
    const heading = { source: "Links", text: "Links", parts: [], isElement: false, depth: 2 } as const;
    const parts: HeadingPart[] = [{ kind: "text", value: "Links" }];
    const idsIn = (hasIncludes: boolean): (string | undefined)[] => {
      const { createSlugger, defaults } = generatorOf("docfx");
      const slugger = createSlugger(defaults, { path: "a.md", frontMatter: {}, hasIncludes });
      return [slugger({ ...heading, parts }), slugger({ ...heading, parts })];
    };
    expect(idsIn(false)).toEqual(["links", "links-1"]);
    expect(idsIn(true)).toEqual(["links", undefined]);
  });
});

const FUMADOCS = {
  "source.config.ts": `import { defineDocs, defineCollections, defineConfig } from "fumadocs-mdx/config";
    export const docs = defineDocs({ dir: "content/docs" });
    export const blog = defineCollections({ type: "doc", dir: "content/blog", schema });
    export default defineConfig();`,
  "lib/source.ts": `import { docs, blog as posts } from "@/.source"; import { loader } from "fumadocs-core/source";
    export const source = loader({ baseUrl: "/", source: docs.toFumadocsSource(), i18n });
    export const blog = loader({ baseUrl: "/news", source: createMDXSource(blog) });`,
  "lib/i18n.ts": `import { defineI18n } from "fumadocs-core/i18n";
    export const i18n = defineI18n({ defaultLanguage: "en", languages: ["en", "cn"], hideLocale: "default-locale" });`,
  "next.config.mjs": `export default withMDX({ basePath: "/base" });`,
};

describe("Fumadocs", () => {
  it.each<[string, string | undefined, string?]>([
    ["content/docs/index.mdx", "/", "en"],
    ["content/docs/(guide)/start.mdx", "/start", "en"],
    ["content/docs/ui/index.cn.mdx", "/cn/ui", "cn"],
    ["content/docs/ui/page.v2.mdx", "/ui/page.v2", "en"],
    ["content/blog/hello.mdx", "/news/hello", "en"],
    ["content/docs/meta.json", undefined],
    ["content/other/a.mdx", undefined],
  ])("places %s at %s", async (path, address, language) => {
    const { placed, detected } = await place("fumadocs", FUMADOCS, path);
    expect(placed).toEqual(address === undefined ? { leftOut: expect.any(String) } : { address, language });
    expect(detected.basePath).toBe("/base");
  });

  it("shows its one collection below /docs where nothing else is said", async () => {
    const files = {
      "source.config.ts":
        'import { defineDocs } from "fumadocs-mdx/config"; export const docs = defineDocs();',
      "lib/source.ts": 'export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource() });',
    };
    expect((await place("fumadocs", files, "content/docs/a/index.mdx")).placed).toEqual({
      address: "/docs/a",
    });
  });

  it("makes ids of GitHub's rule, and takes the author's", () => {
    expect(idsOf("fumadocs", ["Set up", "Set up", "Other [#own]", "Other"])).toEqual([
      "set-up",
      "set-up-1",
      "own",
      "other",
    ]);
  });
});

describe("Next with MDX", () => {
  const FILES = {
    "next.config.mjs": `import createMDX from "@next/mdx";
      const withMDX = createMDX({ options: { rehypePlugins: ["rehype-slug"] } });
      export default withMDX({ pageExtensions: ["mdx", "tsx"], trailingSlash: true });`,
    "src/app/(site)/about/page.mdx": "",
  };

  it.each<[string, string | undefined]>([
    ["src/app/(site)/about/page.mdx", "/about/"],
    ["src/app/page.mdx", "/"],
    ["src/app/about/note.mdx", undefined],
    ["src/app/[slug]/page.mdx", undefined],
  ])("places %s at %s", async (path, address) => {
    const { placed } = await place("next", FILES, path);
    expect("leftOut" in placed ? undefined : placed.address).toBe(address);
  });

  it("has ids only where a plug-in gives them", async () => {
    expect(idsOf("next", ["Set up"])).toEqual([undefined]);
    const { detected } = await place("next", FILES, "src/app/page.mdx");
    expect(detected.settings).toMatchObject({ slugsHeadings: true });
  });
});
