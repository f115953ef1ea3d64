import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { SPHINX_DEFAULTS, type SphinxSettings } from "../../../../corpus/generators/sphinx/settings.ts";
import { setTypographically } from "../../../../corpus/generators/sphinx/typography.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import type { OutlineItem } from "../../../../corpus/parse/outline.ts";

describe("quotes, dashes and dots as Sphinx sets them", () => {
  it.each([
    ['It\'s "open" -- or not ...', "It’s “open” – or not …"],
    ["Named '`+`' and \"`a`\", `b`'s too", "Named ‘`+`’ and “`a`”, `b`’s too"],
    ["`a -- 'b'` stays", "`a -- 'b'` stays"],
    ["A --- B ('Focal')", "A — B (‘Focal’)"],
  ])("%s", (text, set) => {
    expect(setTypographically(text, "en")).toBe(set);
  });

  it("keeps the quotes of a language that has others, and all of those that are excluded", () => {
    expect(setTypographically('Er sagt "ja" -- nein', "de")).toBe('Er sagt "ja" – nein');
    expect(setTypographically("a -- 'b'", "ja")).toBe("a -- 'b'");
  });
});

describe("MyST", () => {
  const read = (text: string, settings: SphinxSettings): readonly OutlineItem[] => {
    const document = readMarkdown({
      path: "clocks.md",
      sitePath: "clocks.md",
      text,
      bytes: new Uint8Array(),
      site: { ...unconfiguredSite("/", "sphinx"), settings },
      language: "en",
      include: () => undefined,
    });
    if (isLeftOut(document)) throw new Error(`left out: ${document.skipped}`);
    return document.items;
  };
  const SOURCE =
    "# The clock's face\n\nIt's \"open\".\n\n- A -- b\n\n| 'c' |\n| --- |\n| d... |\n\n```sh\necho 'a' -- b\n```\n";

  it("is set in headings, paragraphs, lists and tables, and not in code; ids stay", () => {
    expect(read(SOURCE, SPHINX_DEFAULTS)).toMatchObject([
      { kind: "heading", text: "The clock’s face", anchor: "the-clock-s-face" },
      { kind: "paragraph", text: "It’s “open”." },
      { kind: "list", items: ["A – b"] },
      { kind: "table", rows: [["‘c’"], ["d…"]] },
      { kind: "code", code: "echo 'a' -- b" },
    ]);
  });

  it("shows what conf.py says of the project's own links", () => {
    const { restructured } = SPHINX_DEFAULTS;
    const linkRoles = { bug: "bug #%s" };
    const settings = { ...SPHINX_DEFAULTS, restructured: { ...restructured, linkRoles } };
    expect(read("Mended ({bug}`12`, {bug}`and another <13>`).", settings)).toMatchObject([
      { text: "Mended (bug #12, and another)." },
    ]);
  });

  it("stays as it is written where conf.py turns it off", () => {
    const { restructured } = SPHINX_DEFAULTS;
    const settings = { ...SPHINX_DEFAULTS, restructured: { ...restructured, isTypographic: false } };
    expect(read(SOURCE, settings)).toMatchObject([
      { text: "The clock's face" },
      { text: 'It\'s "open".' },
      { items: ["A -- b"] },
      { rows: [["'c'"], ["d..."]] },
      { kind: "code" },
    ]);
  });
});
