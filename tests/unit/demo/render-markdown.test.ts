import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../../demo/site/render-markdown.ts";

describe("renderMarkdown", () => {
  it("gives headings the anchors that GitHub gives them, and numbers repeated ones", async () => {
    const { headings, html } = await renderMarkdown("a.md", "## What's `new`?\n\n## Steps\n\n### Steps\n");
    expect(headings).toEqual([
      { depth: 2, text: "What's new?", slug: "whats-new" },
      { depth: 2, text: "Steps", slug: "steps" },
      { depth: 3, text: "Steps", slug: "steps-1" },
    ]);
    expect(html).toContain('<h3 id="steps-1">Steps<a class="heading-anchor" href="#steps-1"');
  });

  it("puts tables and code into boxes that the keyboard can scroll", async () => {
    const { html } = await renderMarkdown("a.md", "| A |\n| --- |\n| 1 |\n\n```js\na < b\n```\n");
    expect(html).toMatch(/<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>/);
    expect(html).toContain('<span class="code-language">js</span>');
    expect(html).toContain('<pre tabindex="0" role="group" aria-label="Code: js">');
    expect(html).toContain("a &#x3C; b");
  });

  it("names a code block without a language", async () => {
    const { html } = await renderMarkdown("a.md", "    indented\n");
    expect(html).toContain('aria-label="Code"');
  });

  it("collects the links and counts the words", async () => {
    const { links, wordCount } = await renderMarkdown(
      "a.md",
      "One [two](/b/#c) `three`.\n\n[ref]: https://example.com\n\n```\nfour five\n```\n",
    );
    expect(links).toEqual(["/b/#c", "https://example.com"]);
    expect(wordCount).toBe(6);
  });

  it("refuses raw HTML and a first-level heading, naming both at once", async () => {
    const rendering = renderMarkdown("a.md", "# Title\n\n<div>x</div>\n\n<!-- a note -->\n");
    await expect(rendering).rejects.toMatchObject({
      problems: [
        "a.md: line 1 after the front matter: a page has no # heading; its title is in the front matter",
        "a.md: line 3 after the front matter: raw HTML is not rendered; write it as code or as Markdown",
      ],
    });
  });
});
