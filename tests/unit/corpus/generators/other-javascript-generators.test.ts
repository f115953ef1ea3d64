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
    [NEXTRA_4, "content/en/_partial.mdx"],
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
const HONKIT = {
  "book.json": `{ "title": "Book" }`,
  "SUMMARY.md": "# Summary\n\n* [Intro](README.md)\n* [Part](part/README.md)\n* [Page](part/page.md)\n",
};
const CONTENT = { "SUMMARY.md": "# Table of contents\n\n* [Welcome](README.md)\n* [Setup](setup.md)\n" };

describe("GitBook", () => {
  it.each([
    [GITBOOK, "docs/start.md", "/"],
    [GITBOOK, "docs/guide/install.md", "/guide/install"],
    [GITBOOK, "docs/guide/README.md", "/guide"],
    [GITBOOK, "docs/with space.md", "/with%20space"],
    [HONKIT, "README.md", "/"],
    [HONKIT, "part/README.md", "/part/"],
    [HONKIT, "part/page.md", "/part/page.html"],
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
    [NUXT, "content/.hidden.md"],
    [NUXT, "content/later.draft.md"],
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
      "own-id",
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
