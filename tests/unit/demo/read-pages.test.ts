import { describe, expect, it } from "vitest";
import { parsePage, urlOfFile } from "../../../demo/site/read-pages.ts";
import { SiteError } from "../../../demo/site/site-error.ts";

function problemsOf(file: string, text: string): readonly string[] {
  try {
    parsePage(file, text);
  } catch (error) {
    if (error instanceof SiteError) return error.problems;
    throw error;
  }
  return [];
}

describe("the address of a page", () => {
  it.each([
    ["index.md", "/"],
    ["playground.md", "/playground/"],
    ["guide/install.md", "/guide/install/"],
    ["guide/index.md", "/guide/"],
    ["guide/reindex.md", "/guide/reindex/"],
  ])("of %s is %s", (file, url) => {
    expect(urlOfFile(file)).toBe(url);
  });
});

describe("parsePage", () => {
  it("splits front matter and Markdown", () => {
    const page = parsePage(
      "a.md",
      "---\ntitle: A page\ndescription: What it says\nlabel: A\nstarters:\n  - One?\n  - 2\n---\n\nText\n",
    );
    expect(page).toEqual({
      file: "a.md",
      url: "/a/",
      title: "A page",
      description: "What it says",
      label: "A",
      starters: ["One?", "2"],
      markdown: "\nText\n",
    });
  });

  it("keeps a rule in the text that looks like front matter", () => {
    const page = parsePage("a.md", "---\ntitle: A\ndescription: B\n---\nOne\n\n---\n\nTwo\n");
    expect(page.markdown).toBe("One\n\n---\n\nTwo\n");
  });

  it.each([
    ["without front matter", "Text\n", "a.md: begins without front matter; add title and description"],
    ["without a title", "---\ndescription: B\n---\n", "a.md: front matter needs a title and a description"],
    ["with an empty title", '---\ntitle: " "\ndescription: B\n---\n', "a.md: front matter needs"],
    ["with a number for a description", "---\ntitle: A\ndescription: 3\n---\n", "a.md: front matter needs"],
    ["with broken YAML", "---\ntitle: [A\n---\n", "a.md: front matter is not valid YAML"],
  ])("refuses a page %s", (_, text, problem) => {
    expect(problemsOf("a.md", text)).toEqual([expect.stringContaining(problem)]);
  });
});
