/** Middleman is not at hand for tests: its rules were read from its source, and these were worked out by them. */
import { describe, expect, it } from "vitest";
import { findSites } from "../../../../corpus/generators/find-sites.ts";
import { middleman } from "../../../../corpus/generators/middleman/middleman.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TECH_DOCS = { "config/tech-docs.yml": "host: https://docs.example.org/kilns\nservice_name: Kilns\n" };
const TEXT = "\nBricks are fired for two days.\n";

function page(title: string, body = TEXT): string {
  return `---\ntitle: ${title}\n---\n\n# <%= current_page.data.title %>\n${body}`;
}

async function read(files: Record<string, string>, source = ".") {
  const cwd = await temporaryFolder(files);
  const collected = await collectFiles([source], { cwd });
  const results = await Promise.all(
    collected.files.map((file) => readSource(file, { baseUrl: "", language: "en" })),
  );
  return {
    collected,
    pages: results.flatMap(({ pages }) => pages),
    skipped: [...collected.skipped, ...results.flatMap(({ skipped }) => skipped)],
  };
}

async function addressesOf(files: Record<string, string>): Promise<string[]> {
  const { pages } = await read(files);
  return pages.map(({ url }) => url);
}

async function idsOf(files: Record<string, string>): Promise<string[]> {
  const { pages } = await read(files);
  return pages[0]?.anchors ?? [];
}

describe("a site of the Tech Docs Template", () => {
  it("has its pages where Middleman builds them, below the path of its host", async () => {
    const files = {
      ...TECH_DOCS,
      "README.md": "# Ours\n",
      "source/index.html.md.erb": page("Start"),
      "source/guide/index.html.md": `# Guide\n${TEXT}`,
      "source/guide/dry bricks.html.md.erb": page("Drying"),
      "source/old.html.markdown": `# Old\n${TEXT}`,
      "source/guide/_stack.md": TEXT,
      "source/_pieces/coal.html.md": TEXT,
      "source/notes.md": TEXT,
      "source/layouts/core.html.erb": "<%= yield %>",
    };
    const { pages, skipped } = await read(files);
    expect(pages.map(({ url, title }) => [url, title])).toEqual([
      ["/kilns/guide/dry%20bricks.html", "Drying"],
      ["/kilns/guide/", "Guide"],
      ["/kilns/", "Start"],
      ["/kilns/old.html", "Old"],
    ]);
    expect(skipped.map(({ path, detail }) => [path, detail])).toEqual([
      ["README.md", expect.stringContaining("outside of source")],
      ["source/_pieces/coal.html.md", "a part of other pages"],
      ["source/guide/_stack.md", "a part of other pages"],
      ["source/layouts/core.html.erb", "a layout"],
      ["source/notes.md", expect.stringContaining(".html.md.erb")],
    ]);
  });

  it("is known by its configuration in Ruby, or by its settings as a template", async () => {
    const source = { "source/a.html.md.erb": page("A") };
    expect(
      await addressesOf({
        "config.rb": "require 'govuk_tech_docs'\n\nGovukTechDocs.configure(self)\n",
        ...source,
      }),
    ).toEqual(["/a.html"]);
    expect(
      await addressesOf({
        "config/tech-docs.yml.erb": 'host: https://<%= ENV["HOST"] %>/\nphase: <%= ENV["PHASE"] %>\n',
        ...source,
      }),
    ).toEqual(["/a.html"]);
  });

  it("says when a page was reviewed, and keeps out what asks for it", async () => {
    const { pages, skipped } = await read({
      ...TECH_DOCS,
      "source/a.html.md.erb": `---\ntitle: A\nlast_reviewed_on: 2025-03-04\nreview_in: 6 months\nweight: 3\nhide_in_navigation: true\n---\n${TEXT}`,
      "source/b.html.md.erb": `---\ntitle: B\nprevent_indexing: true\n---\n${TEXT}`,
    });
    expect(pages.map(({ title, date }) => [title, date])).toEqual([["A", "2025-03-04"]]);
    expect(skipped).toEqual([
      { path: "source/b.html.md.erb", reason: "noindex", detail: "prevent_indexing: true" },
    ]);
  });

  it("makes ids of headings as the template does", async () => {
    const body = [
      "## Don't panic & carry on",
      "### Set up",
      "## Use `--dry-run` *now*",
      "### Set up",
      "### Set up",
      "##No space",
      '## "Über" <b>bold</b> &copy; 2.0!',
      "<h2>Element</h2>",
      '<h2 id="own">Element</h2>',
      "# Set up",
    ].join(`\n${TEXT}\n`);
    expect(
      await idsOf({ ...TECH_DOCS, "source/a.html.md.erb": page("Kilns", `${TEXT}\n${body}\n${TEXT}`) }),
    ).toEqual([
      "kilns",
      "don-39-t-panic-amp-carry-on",
      "set-up",
      "use-dry-run-now",
      "use-dry-run-now-set-up",
      "use-dry-run-now-set-up-2",
      "no-space",
      "quot-ber-quot-bold-copy-2-0",
      "own",
      "set-up-2",
    ]);
  });

  it("heads rows as Redcarpet's table does, and says that a reference of an interface is made by the build", async () => {
    const table = "| Kiln | Days |\n|---|---|\n|# Ring kiln | 9 |\n";
    const { pages } = await read({
      ...TECH_DOCS,
      "source/a.html.md.erb": page(
        "A",
        `${TEXT}\n${table}\napi> /kilns get\n\n\`\`\`\napi> /kilns\n\`\`\`\n`,
      ),
    });
    const blocks = pages.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.blocks));
    expect(blocks).toContainEqual(
      expect.objectContaining({
        rows: [
          ["Kiln", "Days"],
          ["Ring kiln", "9"],
        ],
      }),
    );
    expect(blocks).toContainEqual(expect.objectContaining({ code: "api> /kilns" }));
    expect(JSON.stringify(blocks)).not.toContain("api> /kilns get");
    expect(pages[0]?.dropped).toEqual([expect.objectContaining({ reason: "component" })]);
  });

  it("shows braces as they are written", async () => {
    const { pages } = await read({
      ...TECH_DOCS,
      "source/a.html.md.erb": page("A", "\nWrite {{ name }} and {% if %} into the letter.\n"),
    });
    expect(JSON.stringify(pages[0]?.chunks)).toContain("Write {{ name }} and {% if %} into the letter.");
  });

  it("is read from the folder of its pages alone, and from one file", async () => {
    const files = {
      "kilns/guide/a.html.md.erb": page("A", "<%= partial 'guide/coal' %>\n"),
      "kilns/guide/_coal.md": "Coal is dear.\n",
    };
    const { pages } = await read(files, "kilns");
    expect(pages.map(({ url }) => url)).toEqual(["/guide/a.html"]);
    expect(JSON.stringify(pages[0]?.chunks)).toContain("Coal is dear.");
    const inFolder = await read(files, "kilns/guide");
    expect(JSON.stringify(inFolder.pages[0]?.chunks)).toContain("Coal is dear.");
    expect((await read(files, "kilns/guide/a.html.md.erb")).pages.map(({ url }) => url)).toEqual(["/a.html"]);
  });

  it("has addresses by a pattern as well", async () => {
    const cwd = await temporaryFolder({ ...TECH_DOCS, "source/guide/a.html.md.erb": page("A") });
    const { files } = await collectFiles(["."], { cwd, urlPattern: "/help/{path}/" });
    const [file] = files;
    if (file === undefined) throw new Error("no file");
    const { pages } = await readSource(file, { baseUrl: "", language: "en" });
    expect(pages.map(({ url }) => url)).toEqual(["/help/guide/a/"]);
  });
});

describe("another site of Middleman", () => {
  const GEMS = { Gemfile: 'gem "middleman", "~> 4.5"\n' };

  it("has folders for addresses where that is activated, but for pages that do not want it", async () => {
    expect(
      await addressesOf({
        ...GEMS,
        "config.rb":
          'activate :directory_indexes\nset :http_prefix, "/docs"\nignore "drafts/*"\n# activate :blog\n',
        "source/a.html.md": TEXT,
        "source/b.html.md": `---\ndirectory_index: false\n---\n${TEXT}`,
        "source/c.html": `<p>${TEXT}</p>`,
        "source/drafts/d.html.md": TEXT,
        "source/index.html.erb": `<main><h1>Start</h1><p><%= link_to "Bricks", "/a.html" %> ${TEXT}</p></main>`,
      }),
    ).toEqual(["/docs/a/", "/docs/b.html", "/docs/c/", "/docs/"]);
  });

  it("has articles where the blog puts them", async () => {
    expect(
      await addressesOf({
        ...GEMS,
        "config.rb":
          'activate :blog do |blog|\n  blog.prefix = "news"\n  blog.permalink = "{year}/{title}.html"\nend\n',
        "source/news/2024-05-06-first-fire.html.md": TEXT,
        "source/news/about.html.md": TEXT,
      }),
    ).toEqual(["/news/2024/first-fire.html", "/news/about.html"]);
  });

  it("has languages below folders of their names", async () => {
    const { pages } = await read({
      ...GEMS,
      "config.rb": "activate :i18n, langs: [:en, :fr]\n",
      "source/a.html.md": TEXT,
      "source/localizable/b.html.md": TEXT,
      "source/localizable/b.fr.html.md": TEXT,
    });
    expect(pages.map(({ url, language }) => [url, language])).toEqual([
      ["/a.html", "en"],
      ["/fr/b.html", "fr"],
      ["/b.html", "en"],
    ]);
  });

  it("of version 3 makes pages of files that do not name what they become", async () => {
    const files = { "config.rb": "activate :livereload\n", "source/a.md": TEXT, "source/b.html.md": TEXT };
    expect(await addressesOf({ ...files, Gemfile: 'gem "middleman", "~> 3.4"\n' })).toEqual([
      "/a.html",
      "/b.html",
    ]);
    expect(await addressesOf({ ...files, ...GEMS })).toEqual(["/b.html"]);
  });

  it.each([
    ["kramdown, which is the default", "activate :livereload\n", ["whats-new-in-20", "set-up", "set-up-1"]],
    [
      "Redcarpet where it is told to",
      "set :markdown_engine, :redcarpet\nset :markdown, with_toc_data: true\n",
      ["whats-new-in-2-0", "set-up"],
    ],
    ["no id of Redcarpet's own accord", "set :markdown_engine, :redcarpet\n", []],
  ])("has ids by %s", async (_, config, ids) => {
    const body = `## What’s new in 2.0?\n${TEXT}\n## Set up\n${TEXT}\n## Set up\n${TEXT}`;
    const { pages } = await read({
      ...GEMS,
      "config.rb": config,
      "source/a.html.md": body.replace("’", "'"),
    });
    const anchors = pages[0]?.anchors ?? [];
    expect(anchors.filter((anchor) => anchor !== "")).toEqual(ids);
  });

  it("is not what Compass configures, or a program in Ruby", async () => {
    const compass = await temporaryFolder({ "config.rb": 'css_dir = "css"\n', "source/a.scss": "" });
    expect(await middleman.detect(openProjectFolder(compass))).toBeUndefined();
    const rails = await temporaryFolder({ "app/views/kilns/index.html.erb": "<p>Kilns</p>", "a.md": TEXT });
    const { files, otherTypes } = await collectFiles(["."], { cwd: rails });
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(otherTypes).toEqual({ ".erb": 1 });
    expect((await findSites(rails, {})).isProjectRoot(rails)).toBe(false);
  });

  it("names a configuration that can't be read", async () => {
    const { collected } = await read({
      "config/tech-docs.yml": "host: [\n",
      "source/a.html.md.erb": page("A"),
    });
    expect(collected.problems).toEqual([expect.stringContaining("config/tech-docs.yml cannot be read")]);
  });
});
