import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marked, type Tokens } from "marked";
import {
  blockMarkdown,
  excerptOf,
  inlineMarkdown,
  passageMarkdown,
  passageText,
  promptMarkdown,
  shorten,
} from "../../../core/passage-text.ts";

/** What a Markdown reader shows, as text. */
function shown(markdown: string): string {
  return marked
    .parse(markdown, { async: false })
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("a passage in a prompt", () => {
  it("has every character as it stands on the page, but for what a model could take for a citation", () => {
    const text = "Set max_age_seconds, write to hello@shop.test, see [1] and [2, 3]; `list[1]` stays.";
    expect(promptMarkdown([{ kind: "paragraph", text }])).toBe(
      "Set max_age_seconds, write to hello@shop.test, see \\[1] and \\[2, 3]; `list[1]` stays.",
    );
  });

  it("keeps lists and tables, and the cells apart", () => {
    const markdown = promptMarkdown([
      { kind: "list", ordered: true, items: ["Open *Settings*.", "Choose a_b."] },
      {
        kind: "table",
        rows: [
          ["Name", "Values"],
          ["mode", "`a|b` or c|d"],
        ],
      },
    ]);
    expect(markdown).toBe(
      "1. Open *Settings*.\n2. Choose a_b.\n\n| Name | Values |\n| --- | --- |\n| mode | `a\\|b` or c\\|d |",
    );
  });
});

describe("quoting a passage as Markdown", () => {
  it("keeps code spans and shows everything else as it was written", () => {
    expect(shown(inlineMarkdown("Use `a[1]` *not* [1] <b> _x_ ~y~ 1 < 2 | 3")).trim()).toBe(
      "Use a[1] *not* [1] <b> _x_ ~y~ 1 < 2 | 3",
    );
  });

  it.each([
    "# not a heading",
    "- not a list",
    "1. not a list",
    "2) neither",
    "+ no",
    "> no quote",
    "--- no rule",
    "=== no",
  ])("does not let %j become a block", (text) => {
    expect(shown(inlineMarkdown(text)).trim()).toBe(text);
    expect(marked.parse(inlineMarkdown(text), { async: false })).toMatch(/^<p>/);
  });

  it("makes no link of an address in the text", () => {
    const html = marked.parse(inlineMarkdown("see https://a.example/x, www.b.example and c@d.example"), {
      async: false,
    });
    expect(html).not.toContain('href="http');
  });

  it("shows any text without spans as itself", () => {
    const words = fc.stringMatching(/^[\w*_[\]()<>#+.!|~-]{1,12}( [\w*_[\]()<>#+.!|~-]{1,12}){0,5}$/);
    fc.assert(
      fc.property(words, (text) => {
        expect(shown(inlineMarkdown(text)).trim()).toBe(text.trim());
      }),
      { numRuns: 500 },
    );
  });

  it("fences code that holds fences", () => {
    const markdown = blockMarkdown({ kind: "code", language: "md", code: "```js\nx\n```" });
    expect(markdown).toBe("````md\n```js\nx\n```\n````");
  });

  it("writes a table whose cells hold pipes, in code too, and loses none of them", () => {
    const rows = [
      ["option", "type", "meaning"],
      ["`size`", "`string | number`", "the size | more"],
      ["only one"],
    ];
    const [token] = marked.lexer(blockMarkdown({ kind: "table", rows }));
    const cells = (token as Tokens.Table).rows.map((row) => row.map((cell) => shown(cell.text).trim()));
    expect(cells).toEqual([
      ["size", "string | number", "the size | more"],
      ["only one", "", ""],
    ]);
  });

  it.each([
    "Title\n===",
    "\tindented",
    "    indented",
    "a@b.example",
    "ftp://a.example xhttps://b.example",
    "&#91;9&#93; &amp;",
  ])("shows %j as words and nothing else", (text) => {
    const html = marked.parse(inlineMarkdown(text), { async: false });
    expect(html).toMatch(/^<p>[^<]*<\/p>\n$/);
  });

  it("numbers an ordered list and marks another", () => {
    expect(
      passageMarkdown([
        { kind: "list", ordered: true, items: ["a", "b"] },
        { kind: "list", ordered: false, items: ["c"] },
      ]),
    ).toBe("1. a\n2. b\n\n- c");
  });
});

describe("the plain text of a passage", () => {
  it("holds the words of every kind of block, without code marks", () => {
    const text = passageText([
      { kind: "paragraph", text: "run `build`" },
      { kind: "list", ordered: false, items: ["an `item`"] },
      { kind: "code", language: "js", code: "let x = `y`" },
      { kind: "table", rows: [["h"], ["`cell`"]] },
    ]);
    expect(text).toBe("run build\nan item\nlet x = `y`\nh\ncell");
  });

  it("prefers prose in an excerpt, and cuts at a word", () => {
    const blocks = [
      { kind: "code" as const, language: "", code: "code" },
      { kind: "paragraph" as const, text: "word ".repeat(200) },
    ];
    const excerpt = excerptOf(blocks);
    expect(excerpt).toMatch(/^word .* word…$/);
    expect(excerpt.length).toBeLessThanOrEqual(300);
    expect(excerptOf(blocks.slice(0, 1))).toBe("code");
  });

  it("does not cut a character in half", () => {
    expect(shorten("😀".repeat(20), 12)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(shorten("short", 12)).toBe("short");
  });
});
