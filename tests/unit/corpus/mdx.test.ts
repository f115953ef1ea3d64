import { describe, expect, it } from "vitest";
import { stripMdx } from "../../../corpus/parse/mdx-fallback.ts";
import { parseMdx } from "../../../corpus/parse/parse-markdown.ts";
import { mdxItems, pageOf, paragraph, textOf } from "./support/pages.ts";

describe("MDX", () => {
  it("drops imports, exports, comments and expressions, and keeps the text of components", () => {
    const source = [
      "import { Steps } from '@site/components';",
      "export const year = 2024;",
      "{/* a comment */}",
      "<Steps>\n1. First.\n2. Second.\n</Steps>",
      'It is {year} and {\'literal\'}. <Badge text="New" /> <Since v="2" />',
    ].join("\n\n");
    expect(mdxItems(source)).toEqual([
      { kind: "list", ordered: true, items: ["First.", "Second."] },
      paragraph("It is 2024 and literal. New"),
    ]);
  });

  it("keeps what components show of their attributes", () => {
    expect(
      mdxItems('<LinkCard title="Install" description="Set it up" href="/install" icon="rocket" />'),
    ).toEqual([paragraph("Install"), paragraph("Set it up")]);
    expect(textOf(mdxItems('<Tabs>\n<TabItem label="npm">\n\nRun it.\n\n</TabItem>\n</Tabs>'))).toBe(
      "npm: Run it.",
    );
    expect(
      textOf(mdxItems('<ManagerTabs>\n<Fragment slot="pnpm">\nRun it.\n</Fragment>\n</ManagerTabs>')),
    ).toBe("pnpm: Run it.");
  });

  it("reads HTML written as JSX: paragraphs, breaks, tables, lists, headings, code", () => {
    expect(mdxItems('<p>**Type:** `string`<br />**Default:** `x`<br /><Since v="1" /></p>')).toEqual([
      paragraph("Type: `string`\nDefault: `x`"),
    ]);
    expect(mdxItems("<table>\n<tr><th>K</th></tr>\n<tr><td>**V**</td></tr>\n</table>")).toEqual([
      { kind: "table", rows: [["K"], ["V"]] },
    ]);
    expect(mdxItems("<ul>\n<li>a</li>\n<li>b</li>\n</ul>")).toEqual([
      { kind: "list", ordered: false, items: ["a", "b"] },
    ]);
    const steps =
      '<Steps>\n<ol start="3">\n<li id="mix">\nMix it:\n\n```sh\nmix --slow\n```\n\nThen wait.\n</li><li>\nBake.\n</li>\n</ol>\n</Steps>';
    expect(mdxItems(steps)).toEqual([
      paragraph("3. Mix it:"),
      { kind: "code", language: "sh", code: "mix --slow" },
      paragraph("Then wait."),
      paragraph("4. Bake."),
    ]);
    expect(mdxItems("<ol>\n<li>a <b>c</b></li>\n<li>\n\nb\n\n- d\n\n</li>\n</ol>")).toEqual([
      { kind: "list", ordered: true, items: ["a c", "b\n  – d"] },
    ]);
    expect(mdxItems('<PackageManagers pkg="kiln" dev />').slice(0, 3)).toEqual([
      paragraph("npm:"),
      { kind: "code", language: "sh", code: "npm i -D kiln" },
      paragraph("pnpm:"),
    ]);
    expect(mdxItems('<PackageManagers type="bake" pkg="kiln" />')).toEqual([]);
    expect(mdxItems('<h2 id="own">Title</h2>')).toEqual([
      { kind: "heading", depth: 2, text: "Title", anchor: "own" },
    ]);
    expect(mdxItems('<Code lang="ts" code={`let a = 1`} />')).toEqual([
      { kind: "code", language: "ts", code: "let a = 1" },
    ]);
    expect(mdxItems("<style>{`p { color: red }`}</style>\n\nText.")).toEqual([paragraph("Text.")]);
  });

  it.each([
    ["imports components", "import Box from '@site/src/Box';\n\n<Box title=\"Try it.\" />", "Try it."],
    ["ids in comments", "## Use {/*use*/}\n\n<Note>\n\nTry it.\n\n</Note>", "Try it."],
  ])("is recognised in a file named .md: %s", (_, source, text) => {
    expect(textOf(pageOf(source).chunks.flatMap(({ blocks }) => blocks))).toBe(text);
  });

  it.each([
    ["in code", '```js\nimport a from "a";\n```\n\n1 < 2 {x}'],
    ["in the script of a Vue page", '<script setup>\nimport a from "a";\n</script>\n\n1 < 2 {x}'],
  ])("is not taken for what it looks like %s", (_, source) => {
    expect(textOf(pageOf(source).chunks.flatMap(({ blocks }) => blocks))).toContain("1 < 2 {x}");
  });

  it("accepts custom heading ids and HTML comments, which MDX itself does not", () => {
    const parsed = parseMdx("## Setup {#go}\n\n<!-- note -->\n\nText.");
    expect(parsed.problem).toBeUndefined();
    expect(mdxItems("## Setup {#go}\n\n<!-- note -->\n\nText.")).toEqual([
      { kind: "heading", depth: 2, text: "Setup", anchor: "go" },
      paragraph("Text."),
    ]);
  });

  it("reads a page that does not compile without its components, and says why", () => {
    const source =
      "import A from './a'\n\n<Open title=\"Shown\">\n\nText {with} a hole. Text {'with'} `{code}` and <b>tags</b>.\n\n```js\nconst a = {b}\n```\n";
    const page = pageOf(source, { path: "a.mdx" });
    expect(page.problems).toEqual([{ kind: "invalid-mdx", detail: expect.stringMatching(/\S/) as string }]);
    expect(page.chunks[0]?.blocks).toEqual([
      paragraph("Shown"),
      paragraph("Text with `{code}` and tags."),
      { kind: "code", language: "js", code: "const a = {b}" },
    ]);
  });

  it("strips exports of several lines up to the next blank one", () => {
    expect(stripMdx("export const a = {\n  b: 1,\n}\n\nText.").trim()).toBe("Text.");
    expect(stripMdx("export const a = 1").trim()).toBe("");
  });
});
