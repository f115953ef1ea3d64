/** mdBook is not at hand for tests: its rules were read from its source, and these were worked out by them. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PAGES = resolve(import.meta.dirname, "../../../generators/pages/mdbook");

async function read(name: string) {
  const collected = await collectFiles(["."], { cwd: join(PAGES, name) });
  const addresses: Record<string, string> = {};
  const ids: Record<string, string[]> = {};
  for (const file of collected.files) {
    const { pages } = await readSource(file, { baseUrl: "", language: "en" });
    for (const page of pages) {
      addresses[file.path] = decodeURIComponent(page.url);
      const text = readFileSync(file.file, "utf8");
      const include = () => undefined;
      const document = readMarkdown({ ...file, text, bytes: new Uint8Array(0), language: "en", include });
      if (isLeftOut(document)) continue;
      ids[file.path] = document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
    }
  }
  return { addresses, ids, collected };
}

describe("a book", () => {
  it("has the pages that its table of contents names", async () => {
    const { addresses, collected } = await read("default");
    expect(addresses).toEqual({
      "src/README.md": "/book-base/",
      "src/appendix.md": "/book-base/appendix.html",
      "src/guide/README.md": "/book-base/guide/",
      "src/guide/UPPER.md": "/book-base/guide/UPPER.html",
      "src/guide/encoded name.md": "/book-base/guide/encoded name.html",
      "src/guide/install.md": "/book-base/guide/install.html",
      "src/guide/v1.2.md": "/book-base/guide/v1.2.html",
      "src/guide/with space.md": "/book-base/guide/with space.html",
      "src/headings.md": "/book-base/headings.html",
      "src/more.md": "/book-base/more.html",
      "src/other/index.md": "/book-base/other/",
      "src/preface.md": "/book-base/preface.html",
      "src/raw.html": "/book-base/raw.html",
    });
    expect(collected.skipped).toEqual([
      { path: "README.md", reason: "outside-content", detail: expect.stringContaining("src") as string },
    ]);
  });

  it("names a page without a heading as its table of contents does", async () => {
    const cwd = await temporaryFolder({
      "book.toml": "[book]\n",
      "src/SUMMARY.md": "# Summary\n\n- [Where `rye` [and oats] grow](./grain.md)\n- [Milling](mill.md)\n",
      "src/grain.md": "## In the north\n\nIt is cold there.\n",
      "src/mill.md": "# The mill\n\nIt grinds.\n",
    });
    const { files } = await collectFiles(["."], { cwd });
    const read = await Promise.all(files.map((file) => readSource(file, { baseUrl: "", language: "en" })));
    const titles = read.flatMap(({ pages }) => pages.map(({ title }) => title));
    expect(titles).toEqual(["Where rye [and oats] grow", "The mill"]);
  });

  it("makes ids of what a heading says", async () => {
    const { ids } = await read("default");
    expect(ids["src/headings.md"]).toEqual(HEADINGS);
    expect(ids["src/more.md"]).toEqual([
      "top-of-the-second",
      "one",
      "one-1",
      "one-2",
      "html-own",
      "heading-without-id",
      "two",
      "heading-in-a-quote",
      "two-1",
      "own-name",
    ]);
  });

  it("of a version before 0.5 keeps capital letters beyond ASCII", async () => {
    const { addresses, ids } = await read("older");
    expect(Object.keys(addresses)).toEqual(["text/headings.md", "text/start.md"]);
    expect(ids["text/headings.md"]?.[2]).toBe("Überblick-und-größe");
    expect(ids["text/headings.md"]).toContain("Привет-мир");
  });
});

/** Letters and digits of any script stay; a virama or a dot above is neither. */
const HEADINGS = [
  "whats-new-in-20",
  "setup--configure",
  "überblick-und-größe",
  "repeated",
  "repeated-1",
  "repeated-1-1",
  "repeated-2",
  "configyml-options",
  "c--c-notes",
  "1-first-step",
  "nodejs-v201",
  "foo_bar-baz",
  "emoji--party",
  "dont-panic--ever",
  "日本語の見出し",
  "a--b---spaces",
  "español-qué-es",
  "button-props",
  "the-bold-and-link-title",
  "ends-with-dash--",
  "--verbose-and----and-----dashes",
  "quoted-words-and-more",
  "snake_case-and-emphasis-here",
  "100--50--60--40",
  "third-level-with-brackets-and-more",
  "fourthlevel-escaped",
  "hello-world",
  "an--image",
  "trailing-hashes",
  "привет-мир",
  "istanbul-ﬁle-²-ⅷ",
  "हिनदी-शीरषक",
  "scopepackage",
  "key-value--x",
  "struck-text",
  "-and--entities",
  "setext-heading-one",
  "",
  "-1",
  "last-part",
];
