import { describe, expect, it } from "vitest";
import { linesOfPage, readPage } from "../support/dialect-pages.ts";

const FIELDS = "---\ntitle: T\nversion: 2.5\nproduct: { name: Demo }\n---\n";
const JEKYLL = {
  generator: "jekyll",
  files: { "/_config.yml": "name: Demo site\nlimits:\n  max: 10", "/_data/plans.yml": "free:\n  price: 0" },
};

describe("values in a page", () => {
  it.each([
    ["Liquid", "Version {{ page.version }} of {{ page.product.name | upcase }}.", "P Version 2.5 of DEMO."],
    ["VitePress", "Version {{ $frontmatter.version }}.", "P Version 2.5."],
    ["Hugo", 'Version {{< param "version" >}}.', "P Version 2.5."],
    [
      "variables",
      '{% assign a = "x" %}{% capture b %}y{% endcapture %}Is {{ a }} and {{ b }}.',
      "P Is x and y.",
    ],
    ["a literal", "Write {{ '{{ x }}' }} there.", "P Write {{ x }} there."],
    ["raw", "Write {% raw %}{{ x }}{% endraw %} there.", "P Write {{ x }} there."],
    ["a condition that holds", "A{% if page.version %} b{% else %} c{% endif %}.", "P A b."],
    ["a condition that does not", 'A{% if page.product == "x" %} b{% else %} c{% endif %}.', "P A c."],
    ["text of Vue", "Write <span v-pre>{{ x }}</span> there.", "P Write {{ x }} there."],
    ["a comment", "A{% comment %} b {% endcomment %} c.", "P A c."],
    ["an escaped shortcode", "Write {{</* note */>}} there.", "P Write {{< note >}} there."],
  ])("are put in where they are known: %s", (_, source, line) => {
    expect(linesOfPage(FIELDS + source)).toEqual([line]);
  });

  it.each([
    [
      "Jekyll",
      "{{ site.name }} allows {{ site.limits.max }}, from {{ site.data.plans.free.price }} euros.",
      JEKYLL,
      "P Demo site allows 10, from 0 euros.",
    ],
    [
      "Hugo",
      'Version {{< param "v" >}}.',
      { generator: "hugo", files: { "/hugo.toml": '[params]\nv = "3"' } },
      "P Version 3.",
    ],
    [
      "MkDocs",
      "Version {{ v }}.",
      { generator: "mkdocs", files: { "/mkdocs.yml": "extra:\n  v: 4\ntheme: !ENV x" } },
      "P Version 4.",
    ],
    ["mdBook, which has none", "Write {{ x }}.", { generator: "mdbook" }, "P Write {{ x }}."],
  ])("come from the project of %s", (_, source, project, line) => {
    expect(linesOfPage(source, project)).toEqual([line]);
  });

  it.each([
    "Price is {{ site.price }} euros.",
    'Price is {{< param "price" >}} euros.',
    "Price is {{% price %}} euros.",
    "Price is {{ price }} euros.",
    "Price is {{ $t('price') }} euros.",
  ])("take their sentence along where they are not: %s", (sentence) => {
    const page = readPage(
      `It is good. ${sentence} Buy it.\n\n- ${sentence}\n- Kept.\n\n| A | B |\n|--|--|\n| ${sentence} | b |`,
    );
    expect(page.items).toEqual([
      { kind: "paragraph", text: "It is good. Buy it." },
      { kind: "list", ordered: false, items: ["Kept."] },
      {
        kind: "table",
        rows: [
          ["A", "B"],
          ["", "b"],
        ],
      },
    ]);
    expect(page.dropped).toEqual([{ reason: "unknown-value", words: 9 }]);
  });

  it("takes no braces of JSX for a template", () => {
    const source = "import A from './a';\n\n<div style={{ color: 'red', margin: 1 }}>\n\nText.\n\n</div>";
    expect(linesOfPage(source, { path: "page.mdx" })).toEqual(["P Text."]);
  });

  it("fills in what stands in code where templates come first", () => {
    expect(
      linesOfPage('Get `{{< param "v" >}}` now.', {
        generator: "hugo",
        files: { "/hugo.toml": '[params]\nv = "3"' },
      }),
    ).toEqual(["P Get `3` now."]);
    expect(linesOfPage("Write `{{< note >}}` there.")).toEqual(["P Write `{{< note >}}` there."]);
  });

  it("knows no id of a heading whose text is not known", () => {
    expect(linesOfPage("## Install {{ x }}\n\nText.\n\n## Use {{ x }} {#use}\n\nText.")).toEqual([
      "H Install #",
      "P Text.",
      "H Use #use",
      "P Text.",
    ]);
  });

  it.each([
    [
      "constants of the page",
      "export const a = 'x', b = { c: [1, 2] };\n\nIs {a}, {b.c[1]} and {`${a}y`}.",
      ["P Is x, 2 and xy."],
    ],
    ["front matter", "Is {frontMatter.version}.", ["P Is 2.5."]],
    ["arithmetic", "Is {1 + 1}{' '}good.{/* no text */}", ["P Is 2 good."]],
    ["nothing known", "One. Is {a} good. Two.", ["P One. Two."]],
    [
      "a component in a sentence",
      'One. It costs <Price plan="a" /> a month. Click <GearIcon /> Settings.',
      ["P One. Click Settings."],
    ],
    [
      "a list that a program makes",
      "One.\n\n{items.map((item) => <li>{item}</li>)}\n\nTwo.",
      ["P One.", "P Two."],
    ],
  ])("in MDX: %s", (_, source, lines) => {
    expect(linesOfPage(FIELDS + source, { path: "page.mdx" })).toEqual(lines);
  });

  it("goes on where blocks of a template are nested wrongly, or without end", () => {
    expect(linesOfPage("A.\n\n{% if a %}{% for b in c %}\n\nB.\n\n{% endif %}\n\nC.")).toEqual([
      "P A.",
      "P B.",
      "P C.",
    ]);
    expect(readPage(`${"{% if a %}".repeat(20_000)}A.`).items).toEqual([{ kind: "paragraph", text: "A." }]);
    expect(readPage(`${"{% raw %}".repeat(20_000)}A.`).items).toEqual([{ kind: "paragraph", text: "A." }]);
  });

  it("are filled into code where MkDocs runs macros, and nowhere else", () => {
    const source = "```sh\nget {{ name }} {{ url('a') }} {% raw %}{{ x }}{% endraw %}\n```";
    const configuration = "plugins:\n  - search\n  - macros:\n      module_name: m\nextra:\n  name: oars\n";
    const project = { generator: "mkdocs", files: { "/mkdocs.yml": configuration } };
    expect(linesOfPage(source, project)).toEqual(["C sh: get oars … {{ x }}"]);
    expect(linesOfPage("Default: `{% raw %}a-{{ .B }}{% endraw %}`.", project)).toEqual([
      "P Default: `a-{{ .B }}`.",
    ]);
    const plain = { generator: "mkdocs", files: { "/mkdocs.yml": "extra:\n  name: oars\n" } };
    expect(linesOfPage("```sh\nget {{ name }}\n```", plain)).toEqual(["C sh: get {{ name }}"]);
  });
});
