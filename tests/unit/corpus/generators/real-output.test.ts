/**
 * What the real generators made of the trap pages in `tests/generators/pages`, and what the adapters say of the same
 * files. `tests/generators/collect-<name>.ts` writes the former anew.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { mayBeDocument } from "../../../../corpus/formats/format-readers.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { collectFiles, type SourceFile } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import type { ExpectedPages } from "../../../generators/collect.ts";

const FOLDER = resolve(import.meta.dirname, "../../../generators");
/** The real ones were built later than this: their future begins in the year 2999. */
const NOW = Date.UTC(2026, 0, 1);

interface Expected {
  generator: string;
  cases: Record<string, ExpectedPages>;
}

async function pagesOf(folder: string): Promise<ExpectedPages> {
  const pages: ExpectedPages = {};
  const { files } = await collectFiles(["."], { cwd: folder, maxBytes: 1_000_000 });
  for (const file of files) {
    const { pages: read } = await readSource(file, { baseUrl: "", language: "en", now: NOW });
    for (const { url } of read)
      pages[file.path] = { address: decodeURIComponent(url), ids: headingIds(file) };
  }
  return pages;
}

function headingIds({ file, path, sitePath, site }: SourceFile): string[] {
  if (!isMarkdown(path)) return [];
  const text = readFileSync(file, "utf8");
  const bytes = new Uint8Array(0);
  const document = readMarkdown({
    path,
    sitePath,
    site,
    text,
    bytes,
    language: "en",
    include: () => undefined,
  });
  if (isLeftOut(document)) return [];
  return document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/.test(path);
}

for (const name of ["hugo", "jekyll", "mkdocs", "sphinx"]) {
  const { generator, cases } = JSON.parse(
    readFileSync(join(FOLDER, "expected", `${name}.json`), "utf8"),
  ) as Expected;
  describe(`pages and ids as ${generator} makes them`, () => {
    it.each(Object.keys(cases))("%s", async (each) => {
      const expected = Object.entries(cases[each] ?? {}).filter(([path]) => mayBeDocument(path));
      const pages = await pagesOf(join(FOLDER, "pages", name, each));
      expect(Object.fromEntries(Object.entries(pages).map(([path, { address }]) => [path, address]))).toEqual(
        Object.fromEntries(expected.map(([path, { address }]) => [path, decodeURIComponent(address)])),
      );
      for (const [path, { ids }] of expected) {
        if (isMarkdown(path)) expect({ path, ids: pages[path]?.ids }).toEqual({ path, ids });
      }
    });
  });
}
