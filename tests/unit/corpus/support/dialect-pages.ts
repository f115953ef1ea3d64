import { posix } from "node:path";
import type { DroppedText } from "../../../../corpus/formats/document.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import type { GeneratorName } from "../../../../corpus/generators/generator-names.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import type { OutlineItem } from "../../../../corpus/parse/outline.ts";

export interface DialectPage {
  /** As the site's generator is called; default `plain`. */
  generator?: string;
  /** Texts of the project's files, by their path from the root with a leading slash. */
  files?: Record<string, string>;
  /** Of the page, below the root. */
  path?: string;
  language?: string;
}

export interface DialectDocument {
  items: OutlineItem[];
  dropped: DroppedText[];
  problems: { kind: string; detail: string }[];
}

/** Reads a page of a project whose files are given, as a build does. */
export function readPage(source: string, input: DialectPage = {}): DialectDocument {
  const { generator = "plain", files = {}, path = "page.md", language = "en" } = input;
  const document = readMarkdown({
    path,
    sitePath: path,
    text: source,
    bytes: new TextEncoder().encode(source),
    // Names of generators are known to the dialects whether or not an adapter for them is installed.
    site: { ...unconfiguredSite("/", generator as GeneratorName), generator: generator as GeneratorName },
    language,
    include: (file) => files[file.startsWith("/") ? file : posix.join("/", posix.dirname(path), file)],
  });
  if (isLeftOut(document)) throw new Error(`left out: ${document.skipped}`);
  return document;
}

/** One line a block: `H` heading with its id, `P` paragraph, `L` list item, `T` table row, `C` code. */
export function linesOfPage(source: string, input: DialectPage = {}): string[] {
  return linesOf(readPage(source, input).items);
}

export function linesOf(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "heading") return [`H ${item.text} #${item.anchor}`];
    if (item.kind === "list") return item.items.map((text) => `L ${text}`);
    if (item.kind === "table") return item.rows.map((row) => `T ${row.join(" | ")}`);
    return item.kind === "code" ? [`C ${item.language}: ${item.code}`] : [`P ${item.text}`];
  });
}
