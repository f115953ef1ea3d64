import { describe, expect, it } from "vitest";
import { linesOfPage, readPage } from "../support/dialect-pages.ts";

const RUST =
  "// ANCHOR: main\nfn main() {\n// ANCHOR: call\n    run();\n// ANCHOR_END: call\n}\n// ANCHOR_END: main\nfn other() {}";
const SCRIPT = "// #region start\nstart();\n// #endregion start\nstop();";
const FILES = {
  "/note.md": "---\ntitle: Note\n---\nMind the **gap**.",
  "/docs/deep/part.md": 'From [here](a.md).\n\n--8<-- "docs/deep/inner.md"',
  "/docs/deep/inner.md": "Inner text.",
  "/code.rs": RUST,
  "/code.js": SCRIPT,
  "/lines.md": "One.\n\nTwo.\n\nThree.",
  "/sections.md": "--8<-- [start:a]\nFirst.\n--8<-- [end:a]\n\nSecond.",
  "/_includes/tip.html": "<p>Tip for {{ include.who }}: {{ include.text }}</p>",
  "/program.cs": "// <setup>\nSetUp();\n// </setup>\nRun();",
  "/_part.mdx": "import Inner from './_inner.mdx'\n\n### Part\n\nInstall {props.name} now.\n\n<Inner />",
  "/_inner.mdx": "The innermost.",
  "/hello.md": "Hello [[#who]], it is [[#day Monday]].",
  "/data.json": '{ "price": 5 }',
};

describe("included files", () => {
  it.each([
    ["pymdownx", '--8<-- "note.md"', ["P Mind the gap."]],
    ["pymdownx, a section", '--8<-- "sections.md:a"', ["P First."]],
    ["pymdownx, lines", '--8<-- "lines.md:3:5"', ["P Two.", "P Three."]],
    ["pymdownx, several", "--8<--\nnote.md\nlines.md:1:1\n--8<--", ["P Mind the gap. One."]],
    ["pymdownx, in code", '```js\n--8<-- "code.js"\n```', [`C js: ${SCRIPT}`]],
    ["pymdownx, in includes", '--8<-- "docs/deep/part.md"', ["P From here.", "P Inner text."]],
    ["include-markdown", '{% include-markdown "note.md" %}', ["P Mind the gap."]],
    ["markdown-include", "{! note.md !}", ["P Mind the gap."]],
    ["mdBook", "{{#include note.md}}", ["P Mind the gap."]],
    ["mdBook, an anchor", "```rust\n{{#include code.rs:call}}\n```", ["C rust:     run();"]],
    ["mdBook, lines", "```rust\n{{#include code.rs:8:8}}\n```", ["C rust: fn other() {}"]],
    ["mdBook, a template", "{{#template hello.md who=Ada}}", ["P Hello Ada, it is Monday."]],
    ["MyST, lines", "```{include} lines.md\n:start-line: 2\n:end-line: 3\n```", ["P Two."]],
    ["MyST, between texts", "```{include} lines.md\n:start-after: One.\n:end-before: Three\n```", ["P Two."]],
    [
      "mdBook, an anchor in an anchor",
      "```rust\n{{#rustdoc_include code.rs:main}}\n```",
      ["C rust: fn main() {\n    run();\n}"],
    ],
    ["VitePress, code", "<<< @/code.js#start{1 ts} [start.ts]", ["P `start.ts`", "C ts: start();"]],
    ["VitePress, a part", "<!--@include: ./lines.md{3,}-->", ["P Two.", "P Three."]],
    ["docfx", "[!INCLUDE [note](note.md)]", ["P Mind the gap."]],
    ["docfx, in a line", "Well: [!INCLUDE [note](note.md)] Always.", ["P Well: Mind the gap. Always."]],
    ["docfx, code", "[!code-csharp[Main](program.cs#setup)]", ["C csharp: SetUp();"]],
    [
      "Microsoft Learn, code",
      ':::code language="csharp" source="program.cs" range="4":::',
      ["C csharp: Run();"],
    ],
    ["Hugo", '{{% readfile file="note.md" %}}', ["P Mind the gap."]],
    ["Hugo, code", '{{< readfile file="code.js" code="true" lang="js" >}}', [`C js: ${SCRIPT}`]],
    ["MyST", "```{include} note.md\n```", ["P Mind the gap."]],
    ["MyST, code", "```{literalinclude} code.js\n:language: js\n:lines: 4\n```", ["C js: stop();"]],
    ["Jekyll", '{% include tip.html who="you" text="Try it." %}', ["P Tip for you: Try it."]],
    ["GitBook", '{% include "note.md" %}', ["P Mind the gap."]],
  ])("stand in their places: %s", (_, source, lines) => {
    expect(linesOfPage(source, { files: FILES })).toEqual(lines);
  });

  it("puts partials of MDX in their places, with their properties, headings and partials", () => {
    const source = "import Part from '@site/_part.mdx';\n\n## Title\n\n<Part name=\"npm\" />\n\nAfter.";
    expect(linesOfPage(source, { files: FILES, path: "page.mdx" })).toEqual([
      "H Title #title",
      "H Part #part",
      "P Install npm now.",
      "P The innermost.",
      "P After.",
    ]);
    // Without the property its sentence goes.
    expect(linesOfPage(source.replace(' name="npm"', ""), { files: FILES, path: "page.mdx" })).not.toContain(
      "P Install now.",
    );
  });

  it("lets a partial import what its page imports, and use it inside of an element", () => {
    const files = {
      "/_fees.mdx":
        "import { Box } from '@site/src/box';\nimport Plain, {\n  Frame,\n} from '@site/src/frame';\n\n<Box>\n\nA berth costs nine crowns.\n\n</Box>",
    };
    const source =
      "import Fees from '@site/_fees.mdx';\nimport { Box } from '@site/src/box';\n\n<Fees />\n\nThen:\n\n<Box>\n\n<Fees />\n\n</Box>";
    const page = readPage(source, { files, path: "page.mdx" });
    expect(page.problems).toEqual([]);
    expect(linesOfPage(source, { files, path: "page.mdx" })).toEqual([
      "P A berth costs nine crowns.",
      "P Then:",
      "P A berth costs nine crowns.",
    ]);
  });

  it("shows files that MDX imports as code or as data", () => {
    const source =
      "import Source from '!!raw-loader!./code.js';\nimport prices from './data.json';\n\n<CodeBlock language=\"js\">{Source}</CodeBlock>\n\nIt costs {prices.price} euros.";
    expect(linesOfPage(source, { files: FILES, path: "page.mdx" })).toEqual([
      `C js: ${SCRIPT}`,
      "P It costs 5 euros.",
    ]);
  });

  it.each([
    ["./crane.mjs", "/crane.mts"],
    ["./crane.js", "/crane.tsx"],
    ["./crane", "/crane.mjs"],
    ["./crane.demo", "/crane.demo.ts"],
    ["./\\_crane.js", "/_crane.js"],
  ])("finds a script that is imported as %s in %s", (imported, file) => {
    const source = `import code from "${imported}?raw"\n\n<Code code={code} lang="js" />\n\nAfter.`;
    expect(linesOfPage(source, { files: { [file]: "lift();\n" }, path: "page.mdx" })).toEqual([
      "C js: lift();",
      "P After.",
    ]);
  });

  it("counts those that are not found, and lets go what announces them", () => {
    const page = readPage(
      'First. Write it like so:\n\n```js\n--8<-- "none.js"\n```\n\nThen:\n\n--8<-- "none.md"\n\nAfter.',
    );
    expect(page.items).toEqual([
      { kind: "paragraph", text: "First." },
      { kind: "paragraph", text: "After." },
    ]);
    expect(page.dropped).toEqual([{ reason: "include-missing", words: 2 + 4 + 1, code: 1 }]);
  });

  it("reads no file that includes itself, and no more than a page can hold", () => {
    const files = { "/a.md": 'A.\n\n--8<-- "b.md"', "/b.md": 'B.\n\n--8<-- "a.md"\n\nEnd.' };
    expect(linesOfPage('--8<-- "a.md"', { files })).toEqual(["P A.", "P B.", "P End."]);
    const bomb = Object.fromEntries(
      Array.from({ length: 9 }, (_, level) => [
        `/${level}.md`,
        `--8<-- "${level + 1}.md"\n\n`.repeat(50) + "x.",
      ]),
    );
    const { items, dropped } = readPage('--8<-- "0.md"', { files: bomb });
    expect(items.length).toBeLessThan(1000);
    expect(dropped.map(({ reason }) => reason)).toEqual(["include-missing"]);
  });

  it("keeps samples of includes that are marked as such", () => {
    expect(
      linesOfPage(
        '```md\n\\{{#include a.rs}}\n```\n\n```md\n;--8<-- "a.md"\n```\n\n```md\n<<< @/a.js\n[!INCLUDE [a](b.md)]\n```',
      ),
    ).toEqual(["C md: {{#include a.rs}}", 'C md: --8<-- "a.md"', "C md: <<< @/a.js\n[!INCLUDE [a](b.md)]"]);
  });

  it("lie where pymdownx is told to look, and not beside a page of the same name", () => {
    const files = {
      "/mkdocs.yml":
        "markdown_extensions:\n  - admonition\n  - pymdownx.snippets:\n      base_path: [docs/parts, $config_dir/legal]\n",
      "/docs/guide/oars.md": "The page itself.",
      "/docs/parts/oars.md": "Hold them level.",
      "/legal/terms.md": "No liability.",
    };
    const page = { generator: "mkdocs", files, path: "docs/guide/oars.md" };
    expect(linesOfPage('--8<-- "oars.md"\n\n--8<-- "terms.md"', page)).toEqual([
      "P Hold them level.",
      "P No liability.",
    ]);
  });
});
