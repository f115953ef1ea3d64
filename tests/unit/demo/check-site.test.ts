import { describe, expect, it } from "vitest";
import { checkSite, type CheckedPage } from "../../../demo/site/check-site.ts";
import { SiteError } from "../../../demo/site/site-error.ts";

function page(url: string, links: string[] = [], slugs: string[] = []): CheckedPage {
  const headings = slugs.map((slug) => ({ depth: 2, text: slug, slug }));
  return { file: `${url}file.md`, url, links, headings };
}

function problems(pages: CheckedPage[], order: string[]): readonly string[] {
  try {
    checkSite(pages, order);
  } catch (error) {
    if (error instanceof SiteError) return error.problems;
    throw error;
  }
  return [];
}

describe("checkSite", () => {
  it("is content with links to pages, to their headings and to other sites", () => {
    const pages = [
      page("/", ["/a/", "/a/#one", "#top", "https://example.com", "mailto:a@example.com"], ["top"]),
      page("/a/", [], ["one"]),
    ];
    expect(problems(pages, ["/", "/a/"])).toEqual([]);
  });

  it.each([
    ["/b/", "/file.md: links to /b/, which is not a page"],
    ["/a", "/file.md: links to /a, which is not a page"],
    ["/a/#two", "/file.md: links to /a/#two, but /a/file.md has no heading with this anchor"],
    ["#two", "/file.md: links to #two, but /file.md has no heading with this anchor"],
    ["a.md", "/file.md: write the link a.md from the root, such as /guide/install/"],
  ])("names the broken link %s", (link, problem) => {
    expect(problems([page("/", [link]), page("/a/", [], ["one"])], ["/", "/a/"])).toEqual([problem]);
  });

  it("names every difference between navigation and pages at once", () => {
    expect(problems([page("/"), page("/a/")], ["/", "/b/", "/"])).toEqual([
      "navigation.ts: lists /b/, which has no page",
      "navigation.ts: lists / twice",
      "/a/file.md: is missing from navigation.ts; add /a/",
    ]);
  });
});
