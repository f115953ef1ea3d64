import { describe, expect, it } from "vitest";
import { readOutline } from "../../../corpus/parse/read-outline.ts";
import { createGithubSlugger } from "../../../corpus/generators/plain.ts";
import { parseMarkdown } from "../../../corpus/parse/parse-markdown.ts";
import { markdownItems, paragraph, textOf } from "./support/pages.ts";

describe("blocks of Markdown", () => {
  it("keeps code spans in backticks and turns literal backticks into apostrophes", () => {
    expect(textOf(markdownItems("Call `a(b)` and \\`this\\`, or ``x`y``."))).toBe(
      "Call `a(b)` and 'this', or `x'y`.",
    );
    expect(textOf(markdownItems("**`CRect`**`x`"))).toBe("`CRectx`");
  });

  it("turns links and emphasis into words, images into their alternative text", () => {
    expect(textOf(markdownItems("See *the* [**guide**](/g) ![a cat](c.png) and [ref][r].\n\n[r]: /r"))).toBe(
      "See the guide a cat and ref.",
    );
    expect(markdownItems("![](decoration.png)")).toEqual([]);
  });

  it("reads an address of mail or of a phone as its readers know it", () => {
    expect(textOf(markdownItems("Write to <mailto:desk@kiln.example> or <tel:+4930123456>."))).toBe(
      "Write to desk@kiln.example or +4930123456.",
    );
  });

  it("keeps hard breaks as line breaks and joins soft ones", () => {
    expect(markdownItems("*`Type`*\\\nThe element\ntype.")).toEqual([paragraph("`Type`\nThe element type.")]);
    expect(markdownItems("one<br>two")).toEqual([paragraph("one\ntwo")]);
  });

  it("flattens nested lists readably", () => {
    expect(markdownItems("- a\n  - b\n    1. c\n    2. d\n- e")).toEqual([
      { kind: "list", ordered: false, items: ["a\n  – b\n    1. c\n    2. d", "e"] },
    ]);
  });

  it("keeps the numbers of steps that hold code", () => {
    expect(markdownItems("3. Run:\n\n   ```sh\n   npm i\n   ```\n\n4. Done.")).toEqual([
      paragraph("3. Run:"),
      { kind: "code", language: "sh", code: "npm i" },
      paragraph("4. Done."),
    ]);
  });

  it("reads tables with their inline text, every row as wide as the widest", () => {
    expect(markdownItems("|A|B|\n|-|-|\n|`x`<br>y|[z](/z)|\n|1|")).toEqual([
      {
        kind: "table",
        rows: [
          ["A", "B"],
          ["`x`\ny", "z"],
          ["1", ""],
        ],
      },
    ]);
  });

  it("reads no row of badges, and other pictures by what they show", () => {
    const row =
      "[![npm version](https://badge.fury.io/js/kiln.svg)](https://example.com) ![Build](https://img.shields.io/a/b.svg)";
    expect(markdownItems(`${row}\n\nIt bakes.`)).toEqual([paragraph("It bakes.")]);
    expect(markdownItems(`${row} shows the state.`)).toHaveLength(1);
    expect(markdownItems("[![A red door](/door.png)](https://example.com)")).toEqual([
      { ...paragraph("A red door"), isPicture: true },
    ]);
    expect(markdownItems("![A red door](/door.png) opens.")).toEqual([paragraph("A red door opens.")]);
    expect(markdownItems('<p align="center"><img src="/door.png" alt="A red door"></p>')).toEqual([
      { ...paragraph("A red door"), isPicture: true },
    ]);
    expect(markdownItems("- Open it.\n\n  ![A red door](/door.png)\n- ![A blue door](/blue.png)")).toEqual([
      { kind: "list", ordered: false, items: ["Open it.", "A blue door"] },
    ]);
  });

  it("puts a footnote behind the block that refers to it", () => {
    expect(markdownItems("Fast.[^1] More.\n\nNext.\n\n[^1]: Measured.")).toEqual([
      paragraph("Fast. More."),
      paragraph("Measured."),
      paragraph("Next."),
    ]);
  });

  it("puts a footnote that many refer to behind the first of them", () => {
    expect(markdownItems("Fast.[^1]\n\n- Near.[^1]\n- Dry.[^1]\n\n[^1]: Measured.")).toEqual([
      paragraph("Fast."),
      paragraph("Measured."),
      { kind: "list", ordered: false, items: ["Near.", "Dry."] },
    ]);
  });

  it("reads quotes as paragraphs, and lists with headings as sections", () => {
    expect(markdownItems("> Said.\n>\n> And again.")).toEqual([paragraph("Said."), paragraph("And again.")]);
    expect(markdownItems("- # Before\n\n  Long.\n- # After\n\n  Short.")).toEqual([
      { kind: "heading", depth: 1, text: "Before", anchor: "before" },
      paragraph("Long."),
      { kind: "heading", depth: 1, text: "After", anchor: "after" },
      paragraph("Short."),
    ]);
  });

  it("drops known tags, keeps text that only looks like one", () => {
    expect(textOf(markdownItems("A <b>bold</b> <kbd>Ctrl</kbd> vector<int> of <T>."))).toBe(
      "A bold Ctrl vector<int> of <T>.",
    );
    expect(textOf(markdownItems("10<sup>2</sup> H<sub>2</sub>O"))).toBe("10^2 H2O");
    expect(textOf(markdownItems('a <my-el x="1">b</my-el> <Badge type="tip" text="new" /> c'))).toBe(
      "a b new c",
    );
    expect(textOf(markdownItems("x <script>alert(1)</script> y <style>b{}</style> z"))).toBe("x y z");
  });

  it("reads HTML blocks: text, tables and details stay, scripts and players go", () => {
    const html = [
      "<details>\n<summary>More</summary>\n\nInside **it**.\n\n</details>",
      "<table><tr><th>K</th></tr><tr><td>V</td></tr></table>",
      "<script setup>\nconst a = 1\n\nconst b = 2\n</script>",
      '<video controls><source src="a.mp4"></video>',
    ].join("\n\n");
    expect(markdownItems(html)).toEqual([
      paragraph("More"),
      paragraph("Inside it."),
      { kind: "table", rows: [["K"], ["V"]] },
    ]);
  });

  it("drops the sentence of a template expression, outside code only", () => {
    expect(textOf(markdownItems("Version {{ site.version }} is out. Write `{{ x }}` for it."))).toBe(
      "Write `{{ x }}` for it.",
    );
  });

  it("knows the links and the anchors of a page", () => {
    const { root, source } = parseMarkdown('[a](/a#b)\n\n<a id="here"></a>\n\n## Sec\n\n[r]\n\n[r]: ../r.md');
    const { links, anchors } = readOutline(root, { source, slugger: createGithubSlugger() });
    expect(links.map(({ target }) => target)).toEqual(["/a#b", "../r.md"]);
    expect(anchors).toEqual(expect.arrayContaining(["here", "sec"]));
  });

  it("survives a list nested two hundred deep", () => {
    const source = Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
    expect(() => markdownItems(source)).not.toThrow();
  });
});

describe("code blocks", () => {
  it("introduces code by its title", () => {
    for (const meta of ['title="src/a.ts" {1,3}', "[src/a.ts]", "title='src/a.ts'"]) {
      expect(markdownItems(`\`\`\`ts ${meta}\nlet a;\n\`\`\``)).toEqual([
        paragraph("`src/a.ts`"),
        { kind: "code", language: "ts", code: "let a;" },
      ]);
    }
  });

  it("removes marks for the highlighter and keeps the code", () => {
    const code = "a() // [!code ++]\nb() # [!code focus:2]\nc() // keep";
    expect(markdownItems(`\`\`\`js{1,2}:line-numbers\n${code}\n\`\`\``)).toEqual([
      { kind: "code", language: "js", code: "a()\nb()\nc() // keep" },
    ]);
  });

  it("shows of a twoslash sample what its readers see", () => {
    const code = "// @noErrors\nimport x from 'x'\n// ---cut---\nx()\n// ^?\n// ---cut-after---\nhidden()";
    expect(markdownItems(`\`\`\`ts twoslash\n${code}\n\`\`\``)).toEqual([
      { kind: "code", language: "ts", code: "x()" },
    ]);
  });

  it("begins the cut of a twoslash sample of Vue below the tag of its script", () => {
    const code =
      "<script setup lang=\"ts\">\nimport 'x'\n// ---cut---\nx()\n</script>\n\n<template>\n  <p />\n</template>";
    expect(markdownItems(`\`\`\`vue twoslash\n${code}\n\`\`\``)).toMatchObject([
      { code: '<script setup lang="ts">\nx()\n</script>\n\n<template>\n  <p />\n</template>' },
    ]);
  });

  it("leaves out every piece that a twoslash sample cuts", () => {
    const code =
      "a()\n// ---cut-start---\nhidden()\n// ---cut-end---\nb()\n  // ---cut-start---\n  also()\n  // ---cut-end---\nc()";
    expect(markdownItems(`\`\`\`ts twoslash\n${code}\n\`\`\``)).toMatchObject([{ code: "a()\nb()\nc()" }]);
  });

  it.each([
    ["js [app.js ~devicon:javascript~]", "js", "`app.js`"],
    ["[_headers ~vscode-icons:file-type-light-netlify~]", "", "`_headers`"],
  ])("takes a label without its icon, for a language too: %s", (info, language, label) => {
    expect(markdownItems(`\`\`\`${info}\nx()\n\`\`\``)).toEqual([
      paragraph(label),
      { kind: "code", language, code: "x()" },
    ]);
  });

  it("keeps indentation and drops empty blocks", () => {
    expect(markdownItems("```\n\n  a\n    b\n\n```\n\n```js\n```")).toEqual([
      { kind: "code", language: "", code: "  a\n    b" },
    ]);
  });
});
