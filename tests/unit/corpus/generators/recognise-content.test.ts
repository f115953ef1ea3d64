import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findSites } from "../../../../corpus/generators/find-sites.ts";
import { recogniseContent } from "../../../../corpus/generators/recognise-content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TEXT = "# Kiln\n\nText.\n";

describe("content without configuration", () => {
  it.each([
    ["docusaurus", "", { "ovens/_category_.json": "{}", "ovens/kiln.md": TEXT }],
    ["docusaurus", "", { "a.mdx": "import Tabs from '@theme/Tabs';\n\n# A\n" }],
    ["docusaurus", "", { "a.md": "---\nsidebar_position: 2\n---\n# A\n", "b.md": TEXT }],
    ["docusaurus", "", { "01-a.md": TEXT, "b.md": "---\nunlisted: true\n---\n# B\n" }],
    ["jekyll", "", { "a.md": "---\ntitle: A\nnav_order: 2\n---\nText.\n" }],
    ["mkdocs", "", { "a.md": "---\nhide:\n  - navigation\n---\n# A\n" }],
    ["mkdocs", "", { "a.md": "---\nsearch:\n  boost: 2\n---\n# A\n" }],
    ["starlight", "", { "a.mdx": 'import { Card } from "@astrojs/starlight/components";\n' }],
    ["nextra", "", { "a.mdx": "import { Callout } from 'nextra/components'\n" }],
    ["jekyll", "", { "_posts/2026-01-02-kiln.md": TEXT, "index.html": "<p>Text." }],
    ["hugo", "content", { "archetypes/default.md": "", "content/kiln.md": TEXT, "README.md": TEXT }],
    ["hugo", "", { "ovens/_index.md": TEXT, "ovens/kiln.md": TEXT }],
    ["mdbook", "", { "SUMMARY.md": "# Summary\n\n- [Kiln](./ovens/kiln.md)\n", "ovens/kiln.md": TEXT }],
    ["middleman", "source", { "source/kiln.html.md.erb": TEXT, "README.md": TEXT }],
    ["middleman", "", { "ovens/kiln.html.md": TEXT, "index.html.erb": "<p>Text." }],
    ["mkdocs", "", { "ovens/.pages": "nav:\n  - kiln.md\n", "ovens/kiln.md": TEXT }],
  ])("is %s's in %o", async (generator, folder, files: Record<string, string>) => {
    expect(await recogniseContent(await temporaryFolder(files))).toEqual({ generator, folder });
  });

  it.each<[string, Record<string, string>]>([
    ["plain pages", { "a.md": TEXT, "b/index.md": TEXT }],
    ["notes", { ".obsidian/app.json": "{}", "Kiln.md": TEXT }],
    [
      "a page that shows a generator's lines",
      { "a.md": "# A\n\n```mdx\nimport Tabs from '@theme/Tabs';\n```\n" },
    ],
    ["signs of two generators", { "a/_category_.json": "{}", "_posts/2026-01-02-a.md": TEXT }],
    ["pages of HTML beside them", { "a.md": "---\nsidebar_position: 1\n---\n", "b.html": "<p>Text." }],
    ["a summary of other things", { "SUMMARY.md": "# Summary\n\nWe met on Monday.\n", "a.md": TEXT }],
  ])("is nobody's in %s", async (_, files) => {
    expect(await recogniseContent(await temporaryFolder(files))).toBeUndefined();
  });

  it("is only asked where no project is known, and the owner's word stands", async () => {
    const files = { "docs/_category_.json": "{}", "docs/01-kiln.md": TEXT };
    const generatorIn = async (cwd: string, generator?: "plain"): Promise<unknown> => {
      const site = (await findSites(join(cwd, "docs"), { generator })).siteOf(join(cwd, "docs/01-kiln.md"));
      return "leftOut" in site ? site.leftOut : site.generator;
    };
    expect(await generatorIn(await temporaryFolder(files))).toBe("docusaurus");
    expect(await generatorIn(await temporaryFolder(files), "plain")).toBe("plain");
    expect(await generatorIn(await temporaryFolder({ ...files, "mkdocs.yml": "" }))).toBe("mkdocs");
  });
});
