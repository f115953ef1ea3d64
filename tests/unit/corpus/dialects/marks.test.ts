import { describe, expect, it } from "vitest";
import { linesOfPage, readPage } from "../support/dialect-pages.ts";

describe("marks inside of lines", () => {
  it.each([
    ["an icon in prose", ":material-check: Done.", "P Done."],
    ["an icon with attributes", ":octicons-tag-16:{ .lg .middle } Since 2.0.", "P Since 2.0."],
    ["marked text", "This is ==marked text== here.", "P This is marked text here."],
    ["inserted text", "This is ^^new^^ here.", "P This is new here."],
    ["keys", "Press ++ctrl+alt+del++ or ++enter++.", "P Press Ctrl+Alt+Del or Enter."],
    ["keys with a text of their own", 'Press ++ctrl+"Any"++ now.', "P Press Ctrl+Any now."],
    [
      "changes under review",
      "{++Added++} {--removed --}{~~old~>new~~} {==kept==}{>>why<<}.",
      "P Added new kept.",
    ],
    ["classes of a link", "See [it](a.md){ .md-button .wide } now.", "P See it now."],
    ["classes of an image", '![A cat](cat.png){ width="300" }', "P A cat"],
    [
      "a wiki link",
      "See [[Getting started]] and [[setup/linux|the setup]].",
      "P See Getting started and the setup.",
    ],
    ["a table of contents", "[TOC]\n\nText.", "P Text."],
    ["an abbreviation", "HTML is text.\n\n*[HTML]: Hyper Text Markup Language", "P HTML is text."],
  ])("reads %s", (_, source, line) => {
    expect(linesOfPage(source)).toEqual([line]);
  });

  it.each([
    "C++: a++ + b++ and i++; then C++/CLI and C++17.",
    "Compare x == y == z, a==b and x === y.",
    "2^^3 and a ^ b ^ c.",
    "Write [[nodiscard]] and [[1, 2], [3, 4]].",
    "Use ${{ secrets.TOKEN }} there.",
    "A set { a, b } and an object { key: 1 }.",
    "The ratio is 3:1 and the note: this.",
    "`==code==` and `++ctrl++` and `:material-x:` stay.",
  ])("leaves ordinary text alone: %s", (text) => {
    expect(linesOfPage(text)).toEqual([`P ${text}`]);
  });

  it.each([
    ["en", "yes", "no"],
    ["de", "ja", "nein"],
    ["xx", "yes", "no"],
  ])("says in %s what an icon says that is alone in a cell", (language, yes, no) => {
    const source =
      "| Plan | A | B |\n|--|--|--|\n| Chat | ✅ | :x: |\n| Mail | :material-check: | ❌ |\n| Note | ✔️ fine | :octicons-alert-16: |\n| Last | :material-check: fine | x |";
    expect(linesOfPage(source, { language })).toEqual([
      "T Plan | A | B",
      `T Chat | ${yes} | ${no}`,
      `T Mail | ${yes} | ${no}`,
      "T Note | ✔️ fine | alert",
      "T Last | fine | x",
    ]);
  });

  it("says what components of icons say that are alone in a cell", () => {
    const source =
      '| A | B | C |\n|--|--|--|\n| <Check /> | <Icon name="lucide:x" /> | <CrossIcon /> no more |';
    expect(linesOfPage(source, { path: "a.mdx" })[1]).toBe("T yes | no | no more");
  });

  it.each([
    ["Term\n:   What it means.", ["P Term: What it means."]],
    ["One\nTwo\n: Both.\n: And more.", ["P One, Two: Both.", "P And more."]],
    ["Term\n\n:   First.\n\n    Second.\n\nAfter.", ["P Term: First.", "P Second.", "P After."]],
    ["A\n: B\n\nC\n: D", ["P A: B", "P C: D"]],
    ["- item\n: no definition", ["L item : no definition"]],
  ])("reads a list of definitions: %j", (source, lines) => {
    expect(linesOfPage(source)).toEqual(lines);
  });

  it.each([
    ["## Setup { #install }", "H Setup #install"],
    ["## Setup {: #install .wide }", "H Setup #install"],
    ["## Setup { .wide #install }", "H Setup #install"],
    ['## Setup {id="install" class="a"}', "H Setup #install"],
    ["## Setup { .wide }", "H Setup #setup"],
    ["## Setup [#install]", "H Setup #install"],
    ["## Setup {/* #install */}", "H Setup #install"],
    ["## Setup <!-- #install -->", "H Setup #install"],
    ["## Setup\n{: #install}", "H Setup #install"],
    ["Setup { #install }\n=====", "H Setup #install"],
    ["Setup\n-----\n{: #install .x}", "H Setup #install"],
  ])("reads the id of %j", (source, line) => {
    expect(linesOfPage(`${source}\n\nText.`)).toEqual([line, "P Text."]);
  });

  it("reads blocks of MkDocs: annotations, options of an API, Markdown in HTML", () => {
    expect(linesOfPage("Some text (1) here (2).\n{ .annotate }\n\n1.  A note.\n2.  Another.")).toEqual([
      "P Some text here.",
      "L A note.",
      "L Another.",
    ]);
    const { items, dropped } = readPage(
      "Before.\n\n::: demo.module.Class\n    options:\n      members: false\n\nAfter.",
    );
    expect(items.map((item) => "text" in item && item.text)).toEqual(["Before.", "After."]);
    expect(dropped).toEqual([{ reason: "component", words: 1 }]);
    expect(
      linesOfPage('<div class="grid cards" markdown>\n-   __Fast__\n\n    ---\n\n    It is.\n</div>'),
    ).toEqual(["L Fast\nIt is."]);
  });

  it("reads references that a plug-in of MkDocs resolves, and those of Markdown", () => {
    expect(
      linesOfPage("Set [`page`][config.page] or [that][own].\n\n[own]: a.md", { generator: "mkdocs" }),
    ).toEqual(["P Set `page` or that."]);
  });

  it("reads kramdown's table of contents and extensions", () => {
    expect(
      linesOfPage(
        '1. TOC\n{:toc}\n\n{::options parse_block_html="true" /}\n\nA [link](b){:target="_blank"} here.\n{: .note }',
      ),
    ).toEqual(["P A link here."]);
  });

  it("leaves the marks of annotations out of code", () => {
    expect(linesOfPage("```py\nrun()  # (1)!\nstop()  # (1) keeps\n```")).toEqual([
      "C py: run()\nstop()  # (1) keeps",
    ]);
    expect(linesOfPage("``` { .py .annotate }\nrun()  # (1)\n```")).toEqual(["C py: run()"]);
  });

  it("are pictures in MkDocs where they name one", () => {
    const files = { "/mkdocs.yml": "markdown_extensions: [pymdownx.emoji]" };
    const page = { generator: "mkdocs", files };
    expect(linesOfPage("## :test_tube: Try it :rocket:", page)).toEqual(["H Try it #try-it"]);
    expect(linesOfPage("## :test_tube: Try", { generator: "mkdocs" })).toEqual([
      "H :test_tube: Try #test_tube-try",
    ]);
    expect(linesOfPage("Ratio 1:2:3 of :+1: `:rocket:`, see :ref:`a`.", page)).toEqual([
      "P Ratio 1:2:3 of `:rocket:`, see :ref:`a`.",
    ]);
  });

  it("are no text inside of a drawing", () => {
    const drawing =
      '<svg width="1">\n<metadata><rdf:RDF>image/svg</rdf:RDF></metadata>\n\n<title>A boat</title></svg>';
    expect(linesOfPage(`${drawing}\nRow on.`)).toEqual(["P Row on."]);
  });

  it("say how large a picture is, and not what it shows", () => {
    expect(linesOfPage("![A map of the harbour|640x480, 75%](map.svg)")).toEqual(["P A map of the harbour"]);
    expect(linesOfPage("![Berths|3 and 4](map.svg)")).toEqual(["P Berths|3 and 4"]);
  });

  it("name no value that only a badge shows", () => {
    const badges =
      "![stage](https://img.shields.io/badge/Stage-new-green) [![build](https://ci.example/a/badge.svg?b=1)](x)";
    expect(linesOfPage(`${badges}\n\nRow <img src="//badgen.net/x" alt="version"> on.`)).toEqual([
      "P Row on.",
    ]);
    expect(linesOfPage("See ![the badges of a club](/images/club-pins.png) there.")).toEqual([
      "P See the badges of a club there.",
    ]);
  });
});
