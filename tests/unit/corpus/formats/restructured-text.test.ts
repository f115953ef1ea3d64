import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { restructuredTextReader } from "../../../../corpus/formats/restructured-text.ts";
import { readRestructuredText } from "../../../../corpus/formats/restructured-text/read-restructured-text.ts";
import { sphinx } from "../../../../corpus/generators/sphinx/sphinx.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import type { SphinxSettings } from "../../../../corpus/generators/sphinx/settings.ts";

interface Options {
  settings?: Partial<SphinxSettings["restructured"]>;
  files?: Record<string, string>;
  language?: string;
  generator?: "sphinx" | "plain";
}

function read(
  text: string,
  { settings, files = {}, language = "en", generator = "sphinx" }: Options = {},
): ReadDocument {
  const site = unconfiguredSite("/site", generator);
  if (generator === "sphinx")
    site.settings = { ...sphinx.defaults, restructured: { ...sphinx.defaults.restructured, ...settings } };
  const document = readRestructuredText({
    path: "page.rst",
    sitePath: "page.rst",
    site,
    text,
    bytes: new Uint8Array(0),
    language,
    include: (path) => files[path],
  });
  if (isLeftOut(document)) throw new Error(document.detail);
  return document;
}

const textsOf = (text: string, options?: Options): unknown[] =>
  read(text, options).items.map((item) => {
    if (item.kind === "heading") return `${"#".repeat(item.depth)} ${item.text} {#${item.anchor}}`;
    if (item.kind === "paragraph") return item.text;
    return item.kind === "code"
      ? { [item.language]: item.code }
      : item.kind === "list"
        ? item.items
        : item.rows;
  });

describe("a page of reStructuredText", () => {
  it.each<[what: string, text: string, expected: unknown[], options?: Options]>([
    [
      "sections by the order of their marks",
      "A\n#\n\nB\n=\n\nC\n-\n\nD\n=\n\nx",
      ["# A {#a}", "## B {#b}", "### C {#c}", "## D {#d}", "x"],
    ],
    [
      "a mark where no level can begin",
      "A\n=\n\nB\n-\n\nC\n=\n\nD\n~\n\nx",
      ["# A {#a}", "## B {#b}", "# C {#c}", "## D {#}", "x"],
    ],
    [
      "a title with a line that is too short is one",
      "Long title\n====\n\nx",
      ["# Long title {#long-title}", "x"],
    ],
    ["a short line below a longer text is none", "Text of a line\n--\n\nx", ["Text of a line –", "x"]],
    ["wide letters take two columns", "日本語\n======\n\nx", ["# 日本語 {#id1}", "x"]],
    ["a rule between paragraphs", "one\n\n----\n\ntwo", ["one", "two"]],
    ["a value that is not known takes its sentence", "The price is |price|. Call us.", ["Call us."]],
    [
      "a value of the page",
      "It costs |price|.\n\n.. |price| replace:: ten *pounds*",
      ["It costs ten pounds."],
    ],
    ["values in one another end", "A |a|. End.\n\n.. |a| replace:: |b|\n.. |b| replace:: |a|", ["End."]],
    [
      "a value of the configuration",
      "Since |release|.",
      ["Since 1.2."],
      { settings: { values: { release: "1.2" } } },
    ],
    [
      "a role of links",
      "See :bug:`7` and :bug:`this <8>`.",
      ["See bug 7 and this."],
      { settings: { linkRoles: { bug: "bug %s" } } },
    ],
    ["a default role", "Call `run`.", ["Call `run`."], { settings: { defaultRole: "py:obj" } }],
    [
      "text that looks like markup",
      '2*3*4, a_b_c, __init__, f(x, **kwargs) and "*"',
      ["2*3*4, a_b_c, __init__, f(x, **kwargs) and “*”"],
    ],
    ["a literal keeps its backslashes", "``a\\b`` and a\\*b", ["`a\\b` and a*b"]],
    ["quotes of other languages stay", '"So" -- ja', ['"So" – ja'], { language: "de" }],
    [
      "an unknown directive shows its text",
      ".. unheard:: Title\n   :option: x\n\n   Body of *it*.",
      ["Title", "Body of it."],
    ],
    ["an unknown directive without text is a mark", ".. unheard:: name\n\nText.", ["Text."]],
    [
      "tabs say what they are about",
      ".. tab-set::\n\n   .. tab-item:: Linux\n      :sync: l\n\n      Use apt.\n\n   .. tab-item:: Mac\n\n      Use brew.",
      ["Linux: Use apt.", "Mac: Use brew."],
    ],
    [
      "tabs of code",
      ".. tabs::\n\n   .. code-tab:: py\n\n      run()\n\n   .. group-tab:: Other\n\n      Text.",
      ["py", { py: "run()" }, "Other: Text."],
    ],
    ["a dropdown", ".. dropdown:: More\n\n   Hidden text.", ["More", "Hidden text."]],
    [
      "a piece of a file",
      ".. literalinclude:: a.py\n   :start-after: begin\n   :end-before: end",
      [{ python: "x = 1" }],
      { files: { "a.py": "# begin\nx = 1\n# end\n" } },
    ],
    [
      "a function of a file",
      ".. literalinclude:: a.py\n   :pyobject: K.run",
      [{ python: "    @p\n    def run(self):\n        pass" }],
      { files: { "a.py": "class K:\n    @p\n    def run(self):\n        pass\n\n    def no(self): pass\n" } },
    ],
    [
      "a file that is missing takes what announces it",
      "Run this:\n\n.. literalinclude:: no.py\n\nDone.",
      ["Done."],
    ],
    [
      "values of a file",
      ".. csv-table::\n   :file: a.csv\n   :delim: ;\n",
      [
        [
          ["a", "b"],
          ["1", "2"],
        ],
      ],
      { files: { "a.csv": "a;b\n1;2\n" } },
    ],
    ["HTML", ".. raw:: html\n\n   <p>Some <b>HTML</b></p>\n\n.. raw:: latex\n\n   No", ["Some HTML"]],
    [
      "what is only for print",
      ".. only:: not html\n\n   No.\n\n.. only:: html or latex\n\n   Yes.",
      ["Yes."],
    ],
    [
      "code in a cell",
      "+---+----+\n| a | :: |\n|   |    |\n|   |  x |\n|   |  y |\n+---+----+\n",
      ["a", { "": "x\ny" }],
    ],
    [
      "an option of a program",
      ".. program:: git\n\n.. option:: -m <text>, --message <text>\n\n   Says.",
      ["## -m <text>, --message <text> {#cmdoption-git-m}", "Says."],
    ],
    [
      "what autodoc adds",
      ".. currentmodule:: a.b\n\n.. autoclass:: K\n   :members:\n\n   More of it.\n\n   .. attribute:: x\n\n      Of it.",
      ["## class a.b.K {#a.b.K}", "More of it.", "### x {#a.b.K.x}", "Of it."],
    ],
  ])("%s", (_, text, expected, options) => {
    expect(textsOf(text, options)).toEqual(expected);
  });

  it("has its metadata from fields above the text, and from meta", () => {
    const document = read(
      ":date: 2024-05-06\n\nTitle\n=====\n\n.. meta::\n   :description lang=en: What it says\n\nText.",
    );
    expect(document).toMatchObject({ title: "Title", date: "2024-05-06", description: "What it says" });
    expect(document.items).toHaveLength(2);
  });

  it.each([":nosearch:\n\nTitle\n=====\n", "Title\n=====\n\n.. meta::\n   :robots: noindex\n"])(
    "stays out where its author says so: %j",
    (text) => {
      expect(() => read(text)).toThrow(/nosearch|robots/);
    },
  );

  it("counts what programs make of other files", () => {
    expect(read("Text.\n\n.. automodule:: a.b\n   :members:\n").dropped).toEqual([
      { reason: "component", words: 1 },
    ]);
    expect(read("Text.\n\n.. include:: no.rst\n").dropped).toMatchObject([{ reason: "include-missing" }]);
    expect(read("A |b| c.").dropped).toEqual([{ reason: "unknown-value", words: 2 }]);
  });

  it("tells where links lead", () => {
    const { links } = read(
      "A_ `b c`_ `d <https://d.example>`_ e__ https://f.example/x.\n\n.. _a: https://a.example\n.. _B C: A_\n__ https://e.example\n",
    );
    expect(links.map(({ target }) => target)).toEqual([
      "https://a.example",
      "https://a.example",
      "https://d.example",
      "https://e.example",
      "https://f.example/x",
    ]);
  });

  it("takes the title of a label in a folder without a configuration", () => {
    expect(textsOf("See :ref:`x`.\n\n.. _x:\n\nThe title\n---------\n\ny", { generator: "plain" })[0]).toBe(
      "See The title.",
    );
  });
});

describe("reStructuredText that is not well formed", () => {
  it.each([
    ["a grid that does not meet", "+---+---+\n| a | b\n+---+---+\n\nRest.", /do not meet/],
    ["a table without an end", "==  ==\na   b\n==  ==\n1   2\n\nRest.", undefined],
    [
      "text between columns",
      "===  ===\na    b\n===  ===\nlonger text\n===  ===\n\nRest.",
      /between its columns/,
    ],
    ["a page that includes itself", ".. include:: page.rst\n\nRest.", /includes itself/],
    ["a file that includes itself", ".. include:: self.rst\n\nRest.", /includes itself/],
  ])("says so in a line, and reads the rest: %s", (_, text, problem) => {
    const document = read(text, { files: { "self.rst": ".. include:: self.rst\n\nOnce.\n" } });
    expect(document.items.at(-1)).toMatchObject({ text: "Rest." });
    if (problem !== undefined)
      expect(document.problems).toMatchObject([{ kind: "invalid-markup", detail: problem }]);
  });

  it.each<[string, (count: number) => string]>([
    ["starts without an end", (count) => "*a ``b `c |d _`e :f:`g ".repeat(count)],
    ["a long word", (count) => "a-b.c_d:e+".repeat(count)],
    [
      "lists in one another",
      (count) => Array.from({ length: count / 50 }, (_, depth) => `${"  ".repeat(depth)}- x\n`).join("\n"),
    ],
    ["tops of tables", (count) => "==  ==\nx\n\n===  ==\n".repeat(count)],
    ["marks of grids", (count) => "+--+--+\n| |\n".repeat(count)],
    [
      "directives in one another",
      (count) =>
        Array.from({ length: count / 50 }, (_, depth) => `${"   ".repeat(depth)}.. note::\n`).join("\n"),
    ],
    ["labels", (count) => ".. _label:\n".repeat(count)],
    ["attributions", (count) => `x\n\n${"  -- a\n\n".repeat(count)}`],
    ["fields", (count) => ":a: b\n".repeat(count)],
    ["escapes", (count) => "\\".repeat(count * 3)],
    ["colons", (count) => ":".repeat(count * 3)],
    ["adornments", (count) => "====\n".repeat(count)],
  ])("is read whatever its size: %s", (_, make) => {
    expect(read(`Start.\n\n${make(5000)}\n\nEnd.`).items.length).toBeGreaterThan(0);
  });
});

describe("the reader of reStructuredText", () => {
  const site = unconfiguredSite("/site", "sphinx");
  const input = {
    path: "a.txt",
    sitePath: "a.txt",
    text: "T\n=\n\nx",
    bytes: new Uint8Array(0),
    language: "en",
    include: () => undefined,
  };

  it("reads text files where conf.py names them", async () => {
    expect(await restructuredTextReader.read({ ...input, site })).toEqual([]);
    const settings = { ...sphinx.defaults, suffixes: [".txt"] };
    expect(await restructuredTextReader.read({ ...input, site: { ...site, settings } })).toHaveLength(1);
  });
});
