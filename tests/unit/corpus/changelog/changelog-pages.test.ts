import { describe, expect, it } from "vitest";
import { pageOf } from "../support/pages.ts";

const read = (source: string, path = "CHANGELOG.md", language = "en") =>
  pageOf(source, { path, url: "/changes/", language });
const outline = (source: string, path?: string) =>
  read(source, path).chunks.map(({ headingPath, url, updatedOn }) => [
    headingPath.join(" > "),
    url,
    updatedOn,
  ]);

describe("changelogs", () => {
  it("keeps every release apart, with its date, and an empty one is nothing", () => {
    const source = `# Changelog\n\n## [Unreleased]\n\n## [2.1.0] - 2024-03-01\n\n### Added\n\n- Dark mode\n
## [2.0.0] - 2024-01-10\n\n### Removed\n\n- Old browsers\n\n[2.1.0]: https://example.com/2.1.0\n`;
    expect(outline(source)).toEqual([
      ["2.1.0 - 2024-03-01", "/changes/#210---2024-03-01", "2024-03-01"],
      ["2.0.0 - 2024-01-10", "/changes/#200---2024-01-10", "2024-01-10"],
    ]);
  });

  it("says in words which version a list belongs to", () => {
    const blocks = read(
      "# Changes\n\n## 1.2.0 (2024-03-01)\n\n### Added\n\n- Export\n\n### Fixed\n\n- A crash\n\n## 1.1.0\n\nSmall things.\n",
    ).chunks.map((chunk) => chunk.blocks);
    expect(blocks).toEqual([
      [
        { kind: "paragraph", text: "Added", isHeading: true, anchor: "added", depth: 2 },
        { kind: "paragraph", text: "New in version 1.2.0, released on 2024-03-01 – Added:", isUnshown: true },
        { kind: "list", ordered: false, items: ["Export"] },
        { kind: "paragraph", text: "Fixed", isHeading: true, anchor: "fixed", depth: 2 },
        { kind: "paragraph", text: "Version 1.2.0 – Fixed:", isUnshown: true },
        { kind: "list", ordered: false, items: ["A crash"] },
      ],
      [
        { kind: "paragraph", text: "New in version 1.1.0:", isUnshown: true },
        { kind: "paragraph", text: "Small things." },
      ],
    ]);
  });

  it.each([
    ["de", "Neu in Version 1.1.0, veröffentlicht am 2024-03-01:"],
    ["pt-BR", "Novidades da versão 1.1.0, publicada em 2024-03-01:"],
    ["ja", "Text"],
  ])("in the language of the page: %s", (language, text) => {
    const [chunk] = read("# Changelog\n\n## 1.1.0 - 2024-03-01\n\nText\n", "CHANGELOG.md", language).chunks;
    expect(chunk?.blocks[0]).toMatchObject({ kind: "paragraph", text });
  });

  it("puts releases of several depths beside each other, and their sections below them", () => {
    const source = `## [1.1.1](https://example.com) (2024-03-02)\n\n### Bug Fixes\n\n- one\n
# [1.1.0](https://example.com) (2024-03-01)\n\n### Features\n\n- two\n\n## [1.0.1](https://example.com) (2024-02-01)\n
### Bug Fixes\n\n- three\n`;
    expect(outline(source).map(([heading]) => heading)).toEqual([
      "1.1.1 (2024-03-02)",
      "1.1.0 (2024-03-01)",
      "1.0.1 (2024-02-01)",
    ]);
    expect(read(source).title).toBe("CHANGELOG");
  });

  it("takes no unreleased changes for the title of all", () => {
    const page = read("# Unreleased changes\n\n- one\n\n# 1.0.0 / 2024-01-01\n\n- two\n", "History.md");
    expect([page.title, ...page.chunks.map(({ headingPath }) => headingPath[0])]).toEqual([
      "History",
      "Unreleased changes",
      "1.0.0 / 2024-01-01",
    ]);
  });

  it("reads lines of their own where there are no headings", () => {
    expect(
      outline("**1.2.0 / 2024-03-01**\n\n- one\n\n**1.1.0 / 2024-02-01**\n\n- two\n", "HISTORY.md"),
    ).toEqual([
      ["1.2.0 / 2024-03-01", "/changes/", "2024-03-01"],
      ["1.1.0 / 2024-02-01", "/changes/", "2024-02-01"],
    ]);
  });

  it("splits a long release under its own headings", () => {
    const long = Array.from({ length: 60 }, (_, index) => `- change number ${index} of it`).join("\n");
    const headings = outline(
      `# Changelog\n\n## 2.0.0\n\n### Added\n\n${long}\n\n### Fixed\n\n${long}\n\n## 1.0.0\n\nFirst.\n`,
    );
    expect(new Set(headings.map(([heading]) => heading))).toEqual(
      new Set(["2.0.0 > Added", "2.0.0 > Fixed", "1.0.0"]),
    );
  });

  it("reads a section of releases in an ordinary page alike, and numbered sections as before", () => {
    const source = "# Plugin\n\n## Use\n\nText.\n\n## Changes\n\n### v1.1.0\n\nOne.\n\n### v1.0.0\n\nTwo.\n";
    expect(outline(source, "plugin.md").map(([heading]) => heading)).toEqual([
      "Use",
      "Changes > v1.1.0",
      "Changes > v1.0.0",
    ]);
    const numbered = "# Terms\n\n## 1.1 Scope\n\nOne.\n\n## 1.2 Prices\n\nTwo.\n";
    expect(outline(numbered, "terms.md")).toHaveLength(1);
  });

  it.each([
    ["changes.md", true],
    ["CHANGES-7.0.md", true],
    ["news_2023.md", true],
    ["history.de.md", true],
    ["changelog-server.md", true],
    ["history-mode.md", false],
    ["updates-by-mail.md", false],
    ["versions-of-the-protocol.md", false],
  ])("takes %s for a changelog by its name: %s", (path, isChangelog) => {
    const source = "# Servers\n\n## Caddy v2\n\nOne.\n\n## Caddy v1\n\nTwo.\n";
    const texts = read(source, path).chunks.flatMap(({ blocks }) =>
      blocks.map((block) => JSON.stringify(block)),
    );
    expect(texts.some((text) => text.includes("New in version"))).toBe(isChangelog);
  });

  it("gives the page the day of its newest release", () => {
    const { chunks } = read(
      "# Changelog\n\nAbout this.\n\n## 1.0.0 - 2024-01-01\n\nA\n\n## 1.1.0 - 2024-02-01\n\nB\n",
    );
    expect(chunks[0]?.updatedOn).toBe("2024-02-01");
  });
});
