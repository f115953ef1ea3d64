import { describe, expect, it } from "vitest";
import { llmsTxtReader, readLlmsTxt } from "../../../../corpus/formats/llms-txt.ts";
import { splitPages } from "../../../../corpus/formats/llms-txt/split-pages.ts";
import { readersOf } from "../../../../corpus/formats/format-readers.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";

const read = (path: string, text: string) =>
  readLlmsTxt({
    path,
    sitePath: path,
    text,
    bytes: new TextEncoder().encode(text),
    site: unconfiguredSite("/"),
    language: "en",
    include: () => undefined,
  });

const pagesOf = (text: string) =>
  splitPages(text).map(({ address, title, text: body }) => [address, title, body]);

describe("pages of llms-full.txt", () => {
  it.each([
    [
      "a heading with its source below",
      "# Install\nSource: https://a.example/install\n\nRun it.\n\n# Limits\nSource: https://a.example/limits\n\nTen.\n",
      [
        ["https://a.example/install", undefined, "# Install\n\nRun it."],
        ["https://a.example/limits", undefined, "# Limits\n\nTen."],
      ],
    ],
    [
      "an address above the heading, between rules",
      "# Site\n\n> All pages.\n\n---\n\nURL: https://a.example/install\n\n# Install\n\nRun it.\n\n---\n\nURL: https://a.example/limits\n\n# Limits\n\nTen.\n",
      [
        [undefined, undefined, "# Site\n\n> All pages."],
        ["https://a.example/install", undefined, "# Install\n\nRun it."],
        ["https://a.example/limits", undefined, "# Limits\n\nTen."],
      ],
    ],
    [
      "front matter",
      '---\ntitle: "Install it"\nurl: /install\n---\n\nRun it.\n\n---\ntitle: Limits\nurl: /limits\n---\n\nTen.\n',
      [
        ["/install", "Install it", "Run it."],
        ["/limits", "Limits", "Ten."],
      ],
    ],
    [
      "elements",
      '<page url="https://a.example/install" title="Install">\n# Install\n\nRun it.\n</page>\n<doc><source>https://a.example/limits</source><title>Limits</title><content>Ten.</content></doc>\n',
      [
        ["https://a.example/install", "Install", "# Install\n\nRun it."],
        ["https://a.example/limits", "Limits", "Ten."],
      ],
    ],
    [
      "no mark at all",
      "# Install\n\nRun it.\n\n# Limits\n\nTen.\n",
      [[undefined, undefined, "# Install\n\nRun it.\n\n# Limits\n\nTen.\n"]],
    ],
    [
      "marks inside of code and sentences, which are none",
      "# Install\nURL: /install\n\n```\n# Limits\nURL: /limits\n```\n\nThe url: /other is text.\n",
      [["/install", undefined, "# Install\n\n```\n# Limits\nURL: /limits\n```\n\nThe url: /other is text."]],
    ],
  ])("%s", (_, text, expected) => {
    expect(pagesOf(text)).toEqual(expected);
  });

  it("reads elements that are never closed in time that grows with their number", () => {
    expect(pagesOf('<page url="/a">'.repeat(200_000))).toHaveLength(1);
  });
});

describe("llms.txt", () => {
  it("reads each page to a document at its own address, without anchors that are not known", () => {
    const documents = read(
      "docs/llms-full.txt",
      "# Install\nSource: https://a.example/install\n\n## On Linux\n\nRun it.\n",
    );
    expect(documents).toMatchObject([
      {
        address: "https://a.example/install",
        items: [
          { kind: "heading", text: "Install" },
          { kind: "heading", text: "On Linux", anchor: "" },
          { kind: "paragraph", text: "Run it." },
        ],
      },
    ]);
  });

  it("reads the list of links with its notes", () => {
    const [document] = read(
      "llms.txt",
      "# Acme\n\n> Keys for all.\n\n## Docs\n\n- [Install](https://a.example/install): how to begin\n",
    );
    expect(document).toMatchObject({
      items: [
        { kind: "heading", text: "Acme" },
        { kind: "paragraph", text: "Keys for all." },
        { kind: "heading", text: "Docs" },
        { kind: "list", items: ["Install: how to begin"] },
      ],
    });
  });

  it("is known by its name", () => {
    expect(readersOf("llms.txt", "# A")[0]).toBe(llmsTxtReader);
    expect(readersOf("llms-full.txt", "# A")[0]).toBe(llmsTxtReader);
    expect(
      readersOf("about-llms.txt", "A text about models that is long.\nAnd more of it here.")[0]?.name,
    ).toBe("plain text");
  });
});
