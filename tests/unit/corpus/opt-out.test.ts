import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../../corpus/parse/front-matter.ts";
import { optOutOf } from "../../../corpus/parse/opt-out.ts";
import { readTestPage } from "./support/pages.ts";

function wishOf(frontMatter: string): string | undefined {
  return optOutOf(splitFrontMatter(`---\n${frontMatter}\n---\nText.`).fields);
}

describe("pages whose authors keep them out of search", () => {
  it.each([
    ["Docusaurus", "unlisted: true", "unlisted: true"],
    ["Mintlify", "noindex: true", "noindex: true"],
    ["robots", "robots: noindex, nofollow", "robots: noindex, nofollow"],
    ["robots, a list", "robots: [noindex]", 'robots: ["noindex"]'],
    ["robots none", "robots: none", "robots: none"],
    ["Microsoft Learn", "ROBOTS: NOINDEX", "robots: NOINDEX"],
    ["Nuxt Robots", "robots: false", "robots: false"],
    ["Material for MkDocs", "search:\n  exclude: true", "search.exclude: true"],
    ["VitePress and Quarto", "search: false", "search: false"],
    ["Documentation theme for Jekyll", "search: exclude", "search: exclude"],
    ["Just the Docs", "search_exclude: true", "search_exclude: true"],
    ["Docsy", "exclude_search: true", "exclude_search: true"],
    ["Hextra", "excludeSearch: true", "exclude_search: true"],
    ["hide_from_search", "hideFromSearch: true", "hide_from_search: true"],
    ["disable_search", "disableSearch: true", "disable_search: true"],
    ["LoveIt", "hiddenFromSearch: true", "hiddenFromSearch: true"],
    ["Obsidian Publish", "publish: false", "publish: false"],
    ["exclude_from_search", "exclude_from_search: true", "exclude_from_search: true"],
    ["Blowfish", "excludeFromSearch: yes", "exclude_from_search: yes"],
    ["Hugo Book", "bookSearchExclude: true", "bookSearchExclude: true"],
    ["PaperMod", "searchHidden: true", "searchHidden: true"],
    ["PaperMod, robots", "robotsNoIndex: true", "robotsNoIndex: true"],
    ["Starlight", "pagefind: false", "pagefind: false"],
    ["Nextra", "searchable: false", "searchable: false"],
    ["Zola", "in_search_index: false", "in_search_index: false"],
    ["Sphinx", "nosearch: true", "nosearch: true"],
    ["Hexo", "indexing: false", "indexing: false"],
    ["Algolia", "algolia: false", "algolia: false"],
    ["sitemap", "sitemap: false", "sitemap: false"],
    ["Eleventy", "eleventyExcludeFromCollections: true", "eleventyExcludeFromCollections: true"],
    ["Eleventy, no page", "permalink: false", "permalink: false"],
    ["Hugo, not rendered", "_build:\n  render: never", "_build.render: never"],
    ["Hugo, in no list", "build:\n  list: never", "build.list: never"],
    ["Hugo, headless", "headless: true", "headless: true"],
    ["Mintlify, hidden", "hidden: true", "hidden: true"],
    ["private", "private: true", "private: true"],
    ["Retype", "visibility: private", "visibility: private"],
    ["Pelican", "status: hidden", "status: hidden"],
    ["Pelican, a draft", "Status: draft", "status: draft"],
    ["MyST", "html_meta:\n  robots: noindex", "html_meta.robots: noindex"],
    [
      "MyST, below its own field",
      'myst:\n  html_meta:\n    "robots": "noindex"',
      "myst.html_meta.robots: noindex",
    ],
    ["Hugo, for its theme", "params:\n  excludeFromSearch: true", "params.exclude_from_search: true"],
    [
      "VitePress, head",
      "head:\n  - - meta\n    - name: robots\n      content: noindex",
      "head: robots noindex",
    ],
    [
      "Starlight, head",
      "head:\n  - tag: meta\n    attrs: { name: robots, content: noindex }",
      "head: robots noindex",
    ],
  ])("%s", (_, frontMatter, wish) => {
    expect(wishOf(frontMatter)).toBe(wish);
  });

  it.each([
    "unlisted: false",
    "noindex: false",
    "robots: index, follow",
    "search: true",
    "search:\n  boost: 2",
    "search:\n  exclude: false",
    "pagefind: true",
    "hidden: false",
    "nav_exclude: true",
    "sitemap:\n  priority: 0.5",
    "permalink: /a/",
    "_build:\n  list: always",
    "status: new",
    "private: null",
    "render: true",
    "hide: [toc, navigation]",
    "head:\n  - - meta\n    - name: description\n      content: noindex is a word",
  ])("are not those that say %s", (frontMatter) => {
    expect(wishOf(frontMatter)).toBeUndefined();
  });

  it("are left out with the field that says so", () => {
    expect(readTestPage("---\nsearch:\n  exclude: true\n---\nText.")).toEqual({
      skipped: "noindex",
      detail: "search.exclude: true",
      problems: [],
    });
  });

  it.each([
    [
      "in the text",
      '# Page\n\n<head>\n  <meta name="robots" content="noindex, nofollow" />\n</head>\n\nText.',
      "page.mdx",
    ],
    [
      "on the body",
      "<html><body data-pagefind-ignore><main><h1>Page</h1><p>Text.</p></main></body></html>",
      "page.html",
    ],
  ])("are left out by what stands %s", (_, source, path) => {
    expect(readTestPage(source, { path })).toMatchObject({ skipped: "noindex" });
  });

  const ROBOTS_TAG = '<meta name="robots" content="noindex">';
  it.each([
    ["a block", `# Page\n\n\`\`\`html\n${ROBOTS_TAG}\n\`\`\`\n`],
    ["a span", `# Page\n\nWrite \`a\` or \`${ROBOTS_TAG}\` into the head of the page.\n`],
  ])("are not those that show in %s of code how it is written", (_, source) => {
    expect(readTestPage(source)).not.toHaveProperty("skipped");
  });

  it("are those that ask behind a span of code that shows how", () => {
    const source = `# Page\n\nAs \`${ROBOTS_TAG}\` does:\n\n<head>${ROBOTS_TAG}</head>\n`;
    expect(readTestPage(source)).toMatchObject({ skipped: "noindex" });
  });

  it("lose a section or a paragraph that Material for MkDocs keeps out, and count it", () => {
    const source =
      "# Page\n\nFirst.\n\n## Secret { data-search-exclude }\n\nHidden.\n\n### Deeper\n\nHidden too.\n\n## Public\n\nSecond.\n\nThird.\n{ data-search-exclude }\n\nFourth.\n";
    const page = readTestPage(source);
    const shown = JSON.stringify("chunks" in page ? page.chunks : page);
    expect(shown).not.toMatch(/Secret|Hidden|Deeper|Third|data-search/);
    expect(shown).toMatch(/First\..*Public.*Second\..*Fourth\./);
    expect(page).toMatchObject({ dropped: [{ reason: "opted-out" }] });
  });
});
