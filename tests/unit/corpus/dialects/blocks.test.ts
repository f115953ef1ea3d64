import { describe, expect, it } from "vitest";
import { normalizeDialects } from "../../../../corpus/parse/dialects.ts";
import { standaloneContext } from "../../../../corpus/parse/dialects/dialect-context.ts";
import { linesOfPage } from "../support/dialect-pages.ts";

describe("tabs say their label first", () => {
  it.each([
    [
      "Docusaurus, labels on the group",
      "<Tabs values={[{label: 'macOS', value: 'mac'}, {label: 'Windows', value: 'win'}]}>\n<TabItem value=\"mac\">Use the dmg file.</TabItem>\n<TabItem value=\"win\">\n\nUse the msi file.\n\n</TabItem>\n</Tabs>",
    ],
    [
      "Docusaurus, labels on the tabs",
      '<Tabs>\n  <TabItem value="mac" label="macOS">\n    Use the dmg file.\n  </TabItem>\n  <TabItem value="w" label="Windows">Use the msi file.</TabItem>\n</Tabs>',
    ],
    [
      "Docusaurus, a constant",
      "export const tabs = [{label: 'macOS', value: 'm'}, {label: 'Windows', value: 'w'}];\n\n<Tabs values={tabs}>\n<TabItem value=\"m\">Use the dmg file.</TabItem>\n<TabItem value=\"w\">Use the msi file.</TabItem>\n</Tabs>",
    ],
    [
      "Nextra",
      "<Tabs items={['macOS', 'Windows']}>\n  <Tabs.Tab>Use the dmg file.</Tabs.Tab>\n  <Tabs.Tab>Use the msi file.</Tabs.Tab>\n</Tabs>",
    ],
    [
      "Fumadocs",
      "<Tabs items={['macOS', 'Windows']}>\n<Tab value=\"macOS\">Use the dmg file.</Tab>\n<Tab value=\"Windows\">Use the msi file.</Tab>\n</Tabs>",
    ],
    [
      "Mintlify",
      '<Tabs>\n<Tab title="macOS">\nUse the dmg file.\n</Tab>\n<Tab title="Windows">\nUse the msi file.\n</Tab>\n</Tabs>',
    ],
  ])("of %s", (_, source) => {
    expect(linesOfPage(source, { path: "page.mdx" })).toEqual([
      "P macOS: Use the dmg file.",
      "P Windows: Use the msi file.",
    ]);
  });

  it.each([
    ["MkDocs", '=== "macOS"\n\n    Use the dmg file.\n\n=== "Windows"\n\n    Use the msi file.'],
    [
      "Hugo",
      '{{< tabs >}}\n{{< tab name="macOS" >}}\nUse the dmg file.\n{{< /tab >}}\n{{< tab name="Windows" >}}\nUse the msi file.\n{{< /tab >}}\n{{< /tabs >}}',
    ],
    [
      "Hugo, by position",
      '{{% tabs %}}{{% tab "macOS" %}}Use the dmg file.{{% /tab %}}{{% tab "Windows" %}}Use the msi file.{{% /tab %}}{{% /tabs %}}',
    ],
    [
      "Hextra",
      '{{< tabs items="macOS,Windows" >}}\n{{< tab >}}Use the dmg file.{{< /tab >}}\n{{< tab >}}Use the msi file.{{< /tab >}}\n{{< /tabs >}}',
    ],
    [
      "GitBook",
      '{% tabs %}\n{% tab title="macOS" %}\nUse the dmg file.\n{% endtab %}\n\n{% tab title="Windows" %}\nUse the msi file.\n{% endtab %}\n{% endtabs %}',
    ],
    [
      "MyST",
      "::::{tab-set}\n:::{tab-item} macOS\nUse the dmg file.\n:::\n:::{tab-item} Windows\n:sync: win\nUse the msi file.\n:::\n::::",
    ],
    [
      "VuePress",
      "::: tabs\n\n@tab macOS\n\nUse the dmg file.\n\n@tab:active Windows\n\nUse the msi file.\n\n:::",
    ],
    ["VitePress plug-in", ":::tabs\n== macOS\nUse the dmg file.\n== Windows\nUse the msi file.\n:::"],
    [
      "docfx",
      "# [macOS](#tab/mac)\n\nUse the dmg file.\n\n# [Windows](#tab/win)\n\nUse the msi file.\n\n---",
    ],
  ])("of %s, in Markdown", (_, source) => {
    expect(linesOfPage(source)).toEqual(["P macOS: Use the dmg file.", "P Windows: Use the msi file."]);
  });

  it("as a paragraph of its own before code and lists", () => {
    expect(
      linesOfPage('=== "npm"\n\n    ```sh\n    npm ci\n    ```\n\n=== "Steps"\n\n    - One.\n\nAfter.'),
    ).toEqual(["P npm", "C sh: npm ci", "P Steps:", "L One.", "P After."]);
    expect(
      linesOfPage(
        '{{< tabpane >}}\n{{< tab header="Linux" lang="sh" >}}\nrun me\n{{< /tab >}}\n{{< /tabpane >}}\n\nAfter.',
      ),
    ).toEqual(["P Linux", "C sh: run me", "P After."]);
  });
});

describe("blocks of dialects", () => {
  it.each([
    [
      "Hugo, a note",
      '{{% alert title="Mind" color="warning" %}}\nTry it.\n{{% /alert %}}',
      ["P Mind", "P Try it."],
    ],
    ["Hugo, details", '{{< details "Why?" >}}\nSo.\n{{< /details >}}', ["P Why?", "P So."]],
    ["Hugo, code", '{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}', ["C go: x := 1"]],
    [
      "Hugo, data",
      "{{< code-toggle file=hugo >}}\n[params]\na = 1\n{{< /code-toggle >}}",
      ["C toml: [params]\na = 1"],
    ],
    [
      "Hugo, a figure",
      '{{< figure src="a.png" alt="A cat" caption="Our cat." >}}',
      ["P A cat", "P Our cat."],
    ],
    [
      "Hugo, a reference",
      'See [there]({{< ref "a.md" >}}) and {{< icon "star" >}} it.',
      ["P See there and it."],
    ],
    ["Hugo, keys", 'Press {{< kbd "Esc" >}} now.', ["P Press Esc now."]],
    ["Hugo, a term", 'A {{< glossary_tooltip text="pod" term_id="pod" >}} runs.', ["P A pod runs."]],
    ["Hugo, a drawing", "{{< mermaid >}}\ngraph TD\nA-->B\n{{< /mermaid >}}\n\nText.", ["P Text."]],
    [
      "Hugo, cards",
      '{{< cards >}}\n{{< card link="a" title="Fast" subtitle="It is." >}}\n{{< /cards >}}',
      ["P Fast", "P It is."],
    ],
    [
      "Hugo, ends without a name",
      '{{< feature title="Caching" >}}\nBuilds are fast.\n{{</>}}\n\n{{% note %}}\nMind it.\n{{% / %}}\n\nMore.',
      ["P Caching", "P Builds are fast.", "P Mind it.", "P More."],
    ],
    [
      "MyST, what a terminal shows",
      "```{terminal}\n:input: box list\n:user: root\n\n# NAME\nweb\n```",
      ["C : box list\n\n# NAME\nweb"],
    ],
    [
      "HTML, a table that lays a page out",
      '<table><tr><td><img src="a.png" alt=""><p>Once.</p></td><td><h2>Clocks</h2>\n\nThey tell.\n\n<h2>Towers</h2>\n\nThey stand.\n</td></tr></table>',
      ["P Once.", "H Clocks #clocks", "P They tell.", "H Towers #towers", "P They stand."],
    ],
    [
      "HTML, a table whose cells hold blocks",
      "<table><tr><th>A</th></tr><tr><td><p>One.</p><p>Two.</p></td></tr><tr><td>Three <div>four</div> five</td></tr></table>",
      ["T A", "T One.\nTwo.", "T Three\nfour\nfive"],
    ],
    [
      "MyST, code that begins an item",
      "- ```{code-block} sh\n  :linenos:\n  run\n  ```\n- ```sh\n  walk\n  ```\n\n```{note}\nTry it.\n```\n\n## On",
      ["C sh: run", "C sh: walk", "P Try it.", "H On #on"],
    ],
    [
      "MyST, a note that begins an item",
      "1. ```{note}\n   Try it.\n   ```\n2. :::{tip}\n   Or not.\n   :::\n\n## On",
      ["L Try it.", "L Or not.", "H On #on"],
    ],
    [
      "MyST, code that means a term",
      "Run it\n: Quickly.\n: ```{terminal}\n  :dir: /tmp\n  run\n  ```\n\nWalk\n: Slowly.\n\n```{terminal}\n:dir: /\nwalk\n```\n\n## On",
      ["P Run it: Quickly.", "C : run", "P Walk: Slowly.", "C : walk", "H On #on"],
    ],
    ["MyST, a note", "```{note}\nTry it.\n```", ["P Try it."]],
    ["MyST, a title", "```{admonition} Mind this\n:class: tip\nTry it.\n```", ["P Mind this", "P Try it."]],
    [
      "MyST, code",
      "```{code-block} python\n:linenos:\n:caption: run.py\nrun()\n```",
      ["P `run.py`", "C python: run()"],
    ],
    ["MyST, a table of contents", "```{toctree}\n:maxdepth: 2\na\nb\n```\n\nText.", ["P Text."]],
    ["MyST, in one another", "````{tip}\nOne.\n```{warning}\nTwo.\n```\n````", ["P One.", "P Two."]],
    [
      "MyST, roles",
      "See {ref}`the guide <guide>`, {doc}`../setup-guide`, {py:func}`~a.b.run` and {abbr}`HTML (text)`.",
      ["P See the guide, setup guide, `run` and HTML."],
    ],
    [
      "MyST, roles without a target",
      "See {manpage}`the page <clock(8)>` and press {kbd}`Ctrl`.",
      ["P See the page <clock(8)> and press Ctrl."],
    ],
    [
      "MyST, a card",
      ":::{card} Title\nHead\n^^^\nText.\n+++\nFoot\n:::",
      ["P Title", "P Head", "P Text.", "P Foot"],
    ],
    ["MyST, attributes", "{#here}\nText.", ["P Text."]],
    ["docfx, a film", "[!Video https://example.com/a]\n\nText.", ["P Text."]],
    ["MyST, a target", "(my-label)=\n\n## Title\n\nText.", ["H Title #title", "P Text."]],
    ["MyST, a version", "```{versionadded} 2.0\nIt works.\n```", ["P Added in version 2.0: It works."]],
    ["notebooks", "```{python}\nx = 1\n```", ["C python: x = 1"]],
    ["GitBook, a hint", '{% hint style="info" %}\nTry it.\n{% endhint %}', ["P Try it."]],
    ["GitBook, code", '{% code title="a.js" %}\n```js\na()\n```\n{% endcode %}', ["P `a.js`", "C js: a()"]],
    [
      "GitBook, a reference",
      '{% content-ref url="set-up.md" %}\n[set-up.md](set-up.md)\n{% endcontent-ref %}',
      ["P set up"],
    ],
    [
      "GitBook, cards",
      '<table data-view="cards"><thead><tr><th></th><th data-hidden></th></tr></thead><tbody><tr><td>Setup</td><td><a href="a.md">a.md</a></td></tr></tbody></table>',
      ["T Setup"],
    ],
    [
      "mdBook",
      "```rust,editable\n# fn main() {\nlet x = 5;\n##[a]\n#![b]\n# }\n```",
      ["C rust: let x = 5;\n#[a]\n#![b]"],
    ],
    ["mdBook, other languages", "```python,hidelines=~\n~import a\nrun()\n```", ["C python: run()"]],
    [
      "mdbook-admonish",
      '```admonish warning title="Mind **this**"\nA *word*.\n\n~~~sh\nrun\n~~~\n```\n\n````admonish\nB.\n````\n\n```admonish tip "Short"\nC.\n```\nD.',
      ["P Mind this", "P A word.", "C sh: run", "P B.", "P Short", "P C.", "P D."],
    ],
    [
      "mdbook-tabs",
      '{{#tabs }}\n{{#tab name="Linux" }}\nA.\n{{#endtab }}\n{{#tab name="macOS" }}\nB.\n{{#endtab }}\n{{#endtabs }}\nC.',
      ["P Linux: A.", "P macOS: B.", "P C."],
    ],
    ["mdBook, a title", "{{#title Other}}\n# Title\n\nText.", ["H Title #title", "P Text."]],
    ["Pandoc", '``` {.python title="a.py"}\nx = 1\n```', ["P `a.py`", "C python: x = 1"]],
    ["Quarto", '::: {.callout-note title="Mind"}\nTry it.\n:::', ["P Mind", "P Try it."]],
  ])("are read for what they say: %s", (_, source, lines) => {
    expect(linesOfPage(source)).toEqual(lines);
  });

  it("hides the lines of mdBook, and nobody else's comments", () => {
    expect(linesOfPage("```rust\n# fn main() {\nrun();\n# }\n```")).toEqual(["C rust: run();"]);
    expect(linesOfPage('```rust\nlet s = r#"\n# Title\n"#;\n```')).toEqual([
      'C rust: let s = r#"\n# Title\n"#;',
    ]);
    expect(linesOfPage("```sh\n# a comment\nrun\n```")).toEqual(["C sh: # a comment\nrun"]);
    expect(linesOfPage("```rust\n#[derive(Debug)]\nstruct A;\n```")).toEqual([
      "C rust: #[derive(Debug)]\nstruct A;",
    ]);
  });

  it("hides lines of other languages as the configuration of the book says", () => {
    const files = { "/book.toml": '[output.html.code.hidelines]\npython = "~"' };
    expect(linesOfPage("```python\n~import a\nrun()\n```", { generator: "mdbook", files })).toEqual([
      "C python: run()",
    ]);
    expect(linesOfPage("```sh\n~run\n```", { generator: "mdbook", files })).toEqual(["C sh: ~run"]);
  });

  it("reads marks in time that grows with their number", () => {
    const marks = [
      "{{< a ",
      "{{< a >}}",
      "```{note}\n",
      ":::{tab-item} a\n",
      "a\n: b\n",
      '{% tab title="a" %}\n',
      "==a ",
      "++ctrl+",
      "{++a",
      "[[a|",
      "`a ``b ",
      "{ .a ",
      '--8<-- "a"\n',
      "{{#include a}} ",
      "<!--@include: a",
      "{% if a %}{% for b in c %}",
      "::: a.b\n    c: d\n",
      "| :material-a: ",
      "(a)=\n",
      "<div markdown ",
      "{{/* ",
      "{::comment}",
      '<table data-view="cards"> ',
      "{% content-ref a %} [a](",
      "```admonish\n",
      "````admonish\n```\n",
      "```{list-table}\n* - a\n",
    ];
    for (const mark of marks)
      expect(typeof normalizeDialects(mark.repeat(300_000 / mark.length))).toBe("string");
    const jekyll = { ...standaloneContext(), generator: "jekyll" };
    for (const mark of [
      "<div>\n",
      '<div markdown="1">\n',
      "<p>a\n\n</p>\n",
      "<ul>\n<li>\n",
      "{::nomarkdown}a",
    ])
      expect(typeof normalizeDialects(mark.repeat(300_000 / mark.length), jekyll)).toBe("string");
  }, 60_000);
});

describe("blocks of code of Hexo", () => {
  it("are code, below their title", () => {
    const page =
      "{% codeblock Start it lang:js https://example.com a link %}\nlet a = 1;\n{% endcodeblock %}\n";
    expect(normalizeDialects(page, standaloneContext())).toContain(
      "Start it a link\n\n```js\nlet a = 1;\n```",
    );
  });
});
