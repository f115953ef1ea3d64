/**
 * What the real generators made of the trap pages in `tests/generators/pages`, and what the adapters say of the same
 * files. `tests/generators/collect-<name>.ts` writes the former anew.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isLeftOut, type DocumentResult } from "../../../../corpus/formats/format-reader.ts";
import { mayBeDocument, readersOf } from "../../../../corpus/formats/format-readers.ts";
import { htmlReader } from "../../../../corpus/formats/html.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import type { OutlineItem } from "../../../../corpus/parse/outline.ts";
import { collectFiles, type SourceFile } from "../../../../corpus/read/collect-files.ts";
import { includeReader } from "../../../../corpus/read/include-file.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import {
  copyTraps,
  isAboutText,
  type ExpectedPage,
  type ExpectedSites,
} from "../../../generators/collect.ts";

import { temporaryFolder } from "../support/temporary-folder.ts";

const FOLDER = resolve(import.meta.dirname, "../../../generators");
/** The real ones were built later than this: their future begins in the year 2999. */
const NOW = Date.UTC(2026, 0, 1);

async function pagesOf(traps: string): Promise<Record<string, ReadPage>> {
  // Not every file of it can lie in the repository under its name.
  const folder = existsSync(join(traps, "strange-names.json")) ? await temporaryFolder({}) : traps;
  if (folder !== traps) copyTraps(traps, folder);
  const pages: Record<string, ReadPage> = {};
  const { files } = await collectFiles(["."], { cwd: folder, maxBytes: 1_000_000 });
  for (const file of files) {
    const { pages: read } = await readSource(file, { baseUrl: "", language: "en", now: NOW });
    if (read.length === 0) continue;
    const items = await itemsOf(file);
    for (const { url } of read)
      pages[file.path] = { address: decodeURIComponent(url), ids: headingIds(file, items), items };
  }
  return pages;
}

interface ReadPage extends ExpectedPage {
  items: readonly OutlineItem[];
}

async function itemsOf({ file, path, sitePath, site }: SourceFile): Promise<OutlineItem[]> {
  const bytes = readFileSync(file);
  const text = bytes.toString("utf8");
  const include = includeReader(file, site.root);
  const [reader] = readersOf(path, text);
  if (reader === undefined) return [];
  const [document] = await reader.read({ path, sitePath, site, text, bytes, language: "en", include });
  return document === undefined || isLeftOut(document) ? [] : document.items;
}

function headingIds({ path }: SourceFile, items: readonly OutlineItem[]): string[] {
  if (!hasSource(path)) return [];
  return items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
}

/** Of a page as it was built, by the reader of rendered pages. */
function renderedItems(html: string, path: string): OutlineItem[] {
  const text = `<!doctype html><html><head><title>x</title></head><body><main>${html}</main></body></html>`;
  const [document] = htmlReader.read({
    path,
    sitePath: path,
    site: unconfiguredSite("/"),
    text,
    bytes: new Uint8Array(0),
    language: "en",
    include: () => undefined,
  }) as DocumentResult[];
  return document === undefined || isLeftOut(document) ? [] : document.items;
}

/** Marks of lists, tables and code are not compared; typographic quotes and dashes are those of the generator, and the
 * colon behind a term is ours. */
function wordsOf(items: readonly OutlineItem[]): string[] {
  return items
    .map((item) => {
      if (item.kind === "list") return item.items.join("\n").replace(/^\s*(?:-|\d+\.) /gm, "");
      if (item.kind === "table") return item.rows.flat().join("\n");
      return item.kind === "code" ? item.code : item.text;
    })
    .join("\n")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/…/g, "...")
    .replace(/[–—]|-{2,}/g, "-")
    .replace(/`/g, "")
    .split(/\s+/)
    .map((word) => word.replace(/[:,]$/, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether the ids of a page are made by its generator. */
function hasSource(path: string): boolean {
  return /\.(?:mdx?|markdown|adoc|rst)$/.test(path);
}

for (const name of [
  "hugo",
  "jekyll",
  "mkdocs",
  "sphinx",
  "honkit",
  "antora",
  "nextra",
  "nuxt",
  "fumadocs",
  "hexo",
  "eleventy-templates",
]) {
  const { generator, sites } = JSON.parse(
    readFileSync(join(FOLDER, "expected", `${name}.json`), "utf8"),
  ) as ExpectedSites;
  describe(`pages and ids as ${generator.join(", ")} makes them`, () => {
    it.each(Object.keys(sites))("%s", async (each) => {
      const expected = Object.entries(sites[each] ?? {}).filter(([path]) => mayBeDocument(path));
      const pages = await pagesOf(join(FOLDER, "pages", name, each));
      expect(Object.fromEntries(Object.entries(pages).map(([path, { address }]) => [path, address]))).toEqual(
        Object.fromEntries(expected.map(([path, { address }]) => [path, decodeURIComponent(address)])),
      );
      for (const [path, { ids }] of expected) {
        // What opens on a click begins a section, and has no id of a heading.
        if (hasSource(path) && !isAboutText(each))
          expect({ path, ids: pages[path]?.ids }).toEqual({ path, ids });
      }
      for (const [path, { html }] of expected) {
        if (html === undefined) continue;
        const rendered = wordsOf(renderedItems(html, path));
        expect(rendered.length).toBeGreaterThan(5);
        expect({ path, words: wordsOf(pages[path]?.items ?? []) }).toEqual({ path, words: rendered });
      }
    });
  });
}
