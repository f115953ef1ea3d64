/** What opens on a click is read alike in Markdown, in MDX and in rendered pages. */
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../corpus/formats/markdown.ts";
import { htmlReader } from "../../../corpus/formats/html.ts";
import type { FormatInput } from "../../../corpus/formats/format-reader.ts";
import { unconfiguredSite } from "../../../corpus/generators/site.ts";

function inputOf(name: string, text: string): FormatInput {
  return {
    path: name,
    sitePath: name,
    bytes: new TextEncoder().encode(text),
    text,
    site: unconfiguredSite("/site", undefined),
    language: "en",
    include: () => undefined,
  };
}

async function outlineOf(name: string, text: string): Promise<string[]> {
  const input = inputOf(name, text);
  const [document] = name.endsWith(".html") ? await htmlReader.read(input) : [readMarkdown(input)];
  if (document === undefined || "skipped" in document) throw new Error("left out");
  return document.items.map((item) => {
    if (item.kind === "heading")
      return `${"#".repeat(item.depth)} ${item.text}${item.anchor && ` {${item.anchor}}`}`;
    return item.kind === "paragraph" ? item.text : item.kind;
  });
}

const CASES: [string, string, string[]][] = [
  [
    "questions begin their answers",
    `# Help

<details>

<summary>Where is the key?</summary>

Under the mat.

</details>

<details>

<summary>Who may open?</summary>

Whoever has the key.

</details>
`,
    ["# Help", "## Where is the key?", "Under the mat.", "## Who may open?", "Whoever has the key."],
  ],
  [
    "a title between questions is no part of the answer before it",
    `# Help

<details>

<summary>Where is the key?</summary>

Under the mat.

</details>

<details>

<summary>I lost the key!</summary>

Ring the bell.

</details>
`,
    ["# Help", "## Where is the key?", "Under the mat.", "## I lost the key!", "Ring the bell."],
  ],
  [
    "text behind the last one would be taken for its answer",
    `# Help

<details>

<summary>Where is the key?</summary>

Under the mat.

</details>

This concerns all doors.
`,
    ["# Help", "Where is the key?", "Under the mat.", "This concerns all doors."],
  ],
  [
    "a section follows",
    `# Help

<details>

<summary>Where is the key?</summary>

Under the mat.

</details>

## Doors

All of them.
`,
    ["# Help", "## Where is the key?", "Under the mat.", "## Doors {doors}", "All of them."],
  ],
  [
    "what is no question is a title of its text",
    `# Help

<details>

<summary>More on keys</summary>

They are old.

</details>
`,
    ["# Help", "More on keys", "They are old."],
  ],
  [
    "an id can be linked to",
    `# Help

<details id="keys">

<summary>More on keys</summary>

They are old.

</details>
`,
    ["# Help", "## More on keys {keys}", "They are old."],
  ],
  [
    "one in another",
    `# Help

<details>

<summary>Where is the key?</summary>

Under the mat.

<details>

<summary>Which mat?</summary>

The red one.

</details>

</details>
`,
    ["# Help", "## Where is the key?", "Under the mat.", "## Which mat?", "The red one."],
  ],
];

const withoutAnchors = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/^(# .*) \{.*\}$/, "$1"));

describe("what opens on a click", () => {
  it.each(CASES)("in Markdown: %s", async (_, source, outline) => {
    expect(withoutAnchors(await outlineOf("help.md", source))).toEqual(outline);
  });

  it.each(CASES)("in MDX: %s", async (_, source, outline) => {
    expect(withoutAnchors(await outlineOf("help.mdx", source))).toEqual(outline);
  });

  it.each(CASES)("in a rendered page: %s", async (_, source, outline) => {
    const body = source
      .replace(/^(#+) (.*)$/gm, (__, marks: string, text: string) => {
        const id = marks.length === 1 ? "" : ` id="${text.toLowerCase()}"`;
        return `<h${marks.length}${id}>${text}</h${marks.length}>`;
      })
      .replace(/^(?!<).+$/gm, "<p>$&</p>");
    const read = await outlineOf("help.html", `<html><body><main>${body}</main></body></html>`);
    expect(withoutAnchors(read)).toEqual(outline);
  });

  it.each([
    ["a component with a title", `<Accordion title="Where is the key?">\n\nUnder the mat.\n\n</Accordion>\n`],
    [
      "emphasis in it",
      `<details>\n<summary><b>Where</b> is the key?</summary>\n\nUnder the mat.\n\n</details>\n`,
    ],
  ])("in MDX: %s", async (_, source) => {
    expect(await outlineOf("help.mdx", `import A from "a";\n\n${source}`)).toEqual([
      "## Where is the key?",
      "Under the mat.",
    ]);
  });

  it("is read in Markdown with its summary beside its tag", async () => {
    const source = "<details><summary>Where is the key?</summary>\n\nUnder the mat.\n\n</details>\n";
    expect(await outlineOf("help.md", source)).toEqual(["## Where is the key?", "Under the mat."]);
  });

  it("stays text in lists", async () => {
    const source = `- one\n\n  <details id="x"><summary>Where is the key?</summary>Under the mat.</details>\n`;
    const [list] = await outlineOf("help.md", source);
    expect(list).toBe("list");
    const [document] = [readMarkdown(inputOf("help.md", source))];
    expect(JSON.stringify(document)).toContain("Where is the key?");
    expect(JSON.stringify(document)).not.toMatch(/[\uFDD0-\uFDEF]/);
  });
});
