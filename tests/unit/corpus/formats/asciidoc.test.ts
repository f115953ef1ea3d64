import { describe, expect, it } from "vitest";
import { readAsciidoc } from "../../../../corpus/formats/asciidoc/read-asciidoc.ts";
import { selectLines } from "../../../../corpus/formats/asciidoc/include-lines.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { antora, type AntoraSettings } from "../../../../corpus/generators/antora.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import { unconfiguredSite, type Site } from "../../../../corpus/generators/site.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Options {
  files?: Record<string, string>;
  sitePath?: string;
  site?: Site;
}

const readAny = (
  text: string,
  { files = {}, sitePath = "guide.adoc", site = unconfiguredSite("/") }: Options = {},
) =>
  readAsciidoc({
    path: sitePath,
    sitePath,
    text,
    bytes: new TextEncoder().encode(text),
    site,
    language: "en",
    include: (path) => files[path],
  });

async function read(text: string, options?: Options): Promise<ReadDocument> {
  const result = await readAny(text, options);
  if (isLeftOut(result)) throw new Error(`left out: ${result.skipped}`);
  return result;
}

const itemsOf = async (text: string, options?: Options) => (await read(text, options)).items;
const paragraph = (text: string) => ({ kind: "paragraph", text });

describe("AsciiDoc pages", () => {
  it("reads the header", async () => {
    const page = await read(
      "= A *guide* to keys\nAda Lovelace\n:description: How keys work.\n:revdate: 2024-05-01\n:lang: de\n\nText.",
    );
    expect(page).toMatchObject({
      title: "A guide to keys",
      description: "How keys work.",
      date: "2024-05-01",
      language: "de",
      items: [paragraph("Text.")],
    });
  });

  it.each([
    ["== First steps", "_first_steps"],
    ["== Step 2: *Run* `it`!", "_step_2_run_it"],
    ["[#own]\n== Named", "own"],
    ["[[older]]\n== Named", "older"],
    [":idprefix:\n:idseparator: -\n\n== First steps", "first-steps"],
    ["== Größe & Maß", "_größe_maß"],
  ])("gives %j the id %j, as Asciidoctor does", async (source, id) => {
    const heading = (await itemsOf(`= T\n\n${source}\n\nText.`)).find(({ kind }) => kind === "heading");
    expect(heading).toMatchObject({ anchor: id });
  });

  it("numbers ids that are there already, and knows the ids of blocks", async () => {
    const { items, anchors } = await read("= T\n\n== Usage\n\na\n\n== Usage\n\n[#block]\nb");
    expect(items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []))).toEqual([
      "_usage",
      "_usage_2",
    ]);
    expect(anchors).toContain("block");
  });

  it("reads admonitions, notes, keys, images and what an attribute says", async () => {
    const items = await itemsOf(
      [
        "= T",
        ":product: Acme",
        "",
        "{product} is fast.footnote:[Most days.] Press kbd:[Ctrl+C], then menu:File[Save].",
        "",
        "NOTE: Mind the gap.",
        "",
        "[WARNING]",
        "====",
        "It is hot.",
        "",
        "Really.",
        "====",
        "",
        "image::made-up-name.png[]",
        "",
        "image::a.png[A map of the town]",
      ].join("\n"),
    );
    expect(items).toEqual([
      paragraph("Acme is fast. (Most days.) Press Ctrl+C, then File › Save."),
      paragraph("Note: Mind the gap."),
      paragraph("Warning: It is hot."),
      paragraph("Really."),
      paragraph("A map of the town"),
    ]);
  });

  it("reads code with its callouts, lists and tables", async () => {
    const items = await itemsOf(
      "= T\n\n[source,ruby]\n----\nputs 1 <1>\n----\n<1> Prints it.\n\nThen:\n\n* one\n** below\n* two\n\n|===\n|A |B\n\n|1 |2\n|===",
    );
    expect(items).toEqual([
      { kind: "code", language: "ruby", code: "puts 1 (1)" },
      { kind: "list", ordered: true, items: ["Prints it."] },
      paragraph("Then:"),
      { kind: "list", ordered: false, items: ["one\n  – below", "two"] },
      {
        kind: "table",
        rows: [
          ["A", "B"],
          ["1", "2"],
        ],
      },
    ]);
  });

  it("drops the sentence whose value nobody knows, and counts it; a link keeps its words", async () => {
    const { items, dropped } = await read(
      "= T\n\nIt costs {price} euros. Ask `{us}`. See {url-docs}/a[the manual^].",
    );
    expect(items).toEqual([paragraph("Ask `{us}`. See the manual.")]);
    expect(dropped).toEqual([{ reason: "unknown-value", words: 4 }]);
  });

  it("includes files of the site only, with their tags, and counts those that are missing", async () => {
    const { items, dropped } = await read(
      "= T\n\ninclude::parts/a.adoc[leveloffset=+1]\n\n----\ninclude::code.js[tag=run]\n----\n\ninclude::gone.adoc[]\n\ninclude::https://example.com/x.adoc[]\n\ninclude::maybe.adoc[opts=optional]",
      {
        files: {
          "parts/a.adoc": "= Included\n\ninclude::b.adoc[]",
          "parts/b.adoc": "Deeper.",
          "code.js": "x();\n// tag::run[]\nrun();\n// end::run[]\n",
        },
      },
    );
    expect(items).toEqual([
      { kind: "heading", depth: 2, text: "Included", anchor: "_included" },
      paragraph("Deeper."),
      { kind: "code", language: "", code: "run();" },
    ]);
    expect(dropped).toEqual([{ reason: "include-missing", words: 2 }]);
  });

  it("ends where files include each other", async () => {
    const files = { "a.adoc": "Text.\n\ninclude::a.adoc[]\n\ninclude::a.adoc[]" };
    const { dropped } = await read("= T\n\ninclude::a.adoc[]", { files });
    expect(dropped).toMatchObject([{ reason: "include-missing" }]);
  });

  it.each([
    ["_header.adoc", "= T\n\nText.", "not-a-page"],
    ["partials/a.adoc", "= T\n\nText.", "not-a-page"],
    ["a.adoc", "= T\n:page-robots: noindex\n\nText.", "noindex"],
    ["a.adoc", "= T\n:noindex:\n\nText.", "noindex"],
    ["a.adoc", "---\ndraft: true\n---\n= T\n\nText.", "draft"],
  ])("leaves %s out where it is no page for readers", async (sitePath, text, reason) => {
    expect(await readAny(text, { sitePath })).toMatchObject({ skipped: reason });
  });
});

describe("lines of an included file", () => {
  const text = "a\n// tag::one[]\nb\n// tag::two[]\nc\n// end::two[]\n// end::one[]\nd\n";
  it.each([
    [{}, "a\nb\nc\nd"],
    [{ tags: "one" }, "b\nc"],
    [{ tags: "two" }, "c"],
    [{ tags: "one;!two" }, "b"],
    [{ tags: "**" }, "a\nb\nc\nd"],
    [{ tags: "*" }, "b\nc"],
    [{ tags: "!two" }, "a\nb\nd"],
    [{ lines: "1;3" }, "a\nb"],
    [{ lines: "5..-1" }, "c\n// end::two[]\n// end::one[]\nd"],
  ])("%j", (selection, expected) => {
    expect(selectLines(text, selection)).toBe(expected);
  });
});

describe("Antora", () => {
  async function detect(
    files: Record<string, string>,
  ): Promise<{ settings: AntoraSettings; site: Site; problems: string[] }> {
    const root = await temporaryFolder(files);
    const detected = await antora.detect(openProjectFolder(root));
    if (detected === undefined) throw new Error("not detected");
    const { settings, basePath, problems = [] } = detected;
    return { settings, site: { generator: "antora", root, basePath, content: [""], settings }, problems };
  }
  const component = "name: shop\nversion: '2.1'\nasciidoc:\n  attributes:\n    product: Acme\n";

  it.each([
    ["modules/ROOT/pages/index.adoc", "/shop/2.1/index.html"],
    ["modules/ROOT/pages/a/b c.adoc", "/shop/2.1/a/b%20c.html"],
    ["modules/pay/pages/cards.adoc", "/shop/2.1/pay/cards.html"],
    ["modules/pay/attachments/terms.pdf", "/shop/2.1/pay/_attachments/terms.pdf"],
  ])("places %s at %s", async (path, address) => {
    const { settings } = await detect({ "antora.yml": component });
    expect(antora.place({ path, frontMatter: {} }, settings)).toEqual({ address });
  });

  it.each([
    ["urls:\n  html_extension_style: indexify\n", "modules/ROOT/pages/a.adoc", "/shop/2.1/a/"],
    ["urls:\n  html_extension_style: drop\n", "modules/ROOT/pages/a.adoc", "/shop/2.1/a"],
    ["urls:\n  html_extension_style: drop\n", "modules/ROOT/pages/index.adoc", "/shop/2.1/"],
    ["urls:\n  latest_version_segment: latest\n", "modules/ROOT/pages/a.adoc", "/shop/latest/a.html"],
    ["urls:\n  latest_version_segment: ''\n", "modules/ROOT/pages/a.adoc", "/shop/a.html"],
  ])("heeds the playbook %j", async (playbook, path, address) => {
    const { settings } = await detect({
      "docs/antora.yml": component,
      "antora-playbook.yml": `content:\n  sources:\n  - url: .\n    start_path: docs\n${playbook}`,
    });
    expect(antora.place({ path: `docs/${path}`, frontMatter: {} }, settings)).toEqual({ address });
  });

  it.each([
    "modules/ROOT/nav.adoc",
    "modules/ROOT/partials/a.adoc",
    "modules/ROOT/pages/_a.adoc",
    "README.adoc",
  ])("makes no page of %s", async (path) => {
    const { settings } = await detect({ "antora.yml": component });
    expect(antora.place({ path, frontMatter: {} }, settings)).toHaveProperty("leftOut");
  });

  it("puts a component without a version, or named ROOT, where Antora does, and says what it cannot know", async () => {
    const place = async (description: string) => {
      const { settings, problems } = await detect({ "antora.yml": description });
      return [antora.place({ path: "modules/ROOT/pages/a.adoc", frontMatter: {} }, settings), problems];
    };
    expect(await place("name: shop\nversion: ~\n")).toEqual([{ address: "/shop/a.html" }, []]);
    expect(await place("name: ROOT\nversion: ~\n")).toEqual([{ address: "/a.html" }, []]);
    const [address, problems] = await place("name: shop\nversion: true\n");
    expect(address).toEqual({ address: "/shop/a.html" });
    expect(problems).toEqual([expect.stringContaining("version from the branch")]);
  });

  it("resolves what pages include and link to by their resource ids, and sets the component's attributes", async () => {
    const { site } = await detect({ "antora.yml": component });
    const { items, links } = await read(
      "= T\n\ninclude::partial$hello.adoc[]\n\ninclude::pay:example$a.js[]\n\nSee xref:pay:cards.adoc#limits[cards], xref:b.adoc[b] and xref:other:pay:x.adoc[another].",
      {
        site,
        sitePath: "modules/ROOT/pages/deep/a.adoc",
        files: {
          "/modules/ROOT/partials/hello.adoc": "Hello from {product}.",
          "/modules/pay/examples/a.js": "Paid.",
        },
      },
    );
    expect(items.slice(0, 2)).toEqual([paragraph("Hello from Acme."), paragraph("Paid.")]);
    expect(links.map(({ target }) => target)).toEqual([
      "/shop/2.1/pay/cards.html#limits",
      "/shop/2.1/b.html",
    ]);
  });
});
