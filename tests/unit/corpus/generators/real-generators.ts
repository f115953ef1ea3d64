/** What real generators made of the trap pages, and what the adapters make of them. */
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { splitFrontMatter } from "../../../../corpus/parse/front-matter.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { generatorOf } from "../../../../corpus/generators/generators.ts";
import type { GeneratorName } from "../../../../corpus/generators/generator-names.ts";
import { placePage, type Site } from "../../../../corpus/generators/site.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import {
  strangeNames,
  type ExpectedPage,
  type ExpectedPages,
  type ExpectedSites,
} from "../../../generators/collect.ts";

const GENERATORS = join(import.meta.dirname, "../../../generators");

export interface TrapSite {
  site: Site;
  problems: string[];
  /** The generator that it was held to, and what it made. */
  generator: string[];
  expected: ExpectedPages;
  /** Every file of a kind that may be a page. */
  files: string[];
  /** What the adapter makes of a file, in the shape in which the real generator's pages are kept. */
  read: (file: string) => (ExpectedPage & { anchors: string[] }) | { leftOut: string };
}

/**
 * @param expected what was collected, where it is not named as the folder: of another version.
 * @param change settings in which that version differs.
 */
export async function openTrapSite(
  folder: string,
  generator: GeneratorName,
  { expected: name = folder, change = {} }: { expected?: string; change?: Record<string, unknown> } = {},
): Promise<TrapSite> {
  const root = join(GENERATORS, "pages", folder);
  const adapter = generatorOf(generator);
  const detected = await adapter.detect(openProjectFolder(root));
  if (detected === undefined) throw new Error(`${generator} does not know ${folder} as its own`);
  const { settings, basePath, content = [""], problems = [] } = detected;
  const changed = { ...(settings as Record<string, unknown>), ...change };
  const site: Site = { generator, root, basePath, content, settings: changed };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:mdx?|html)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .concat(Object.keys(strangeNames(root)))
    .sort();
  const path = join(GENERATORS, "expected", `${name}.json`);
  if (!existsSync(path)) throw new Error(`run tests/generators/collect-${folder}.ts first`);
  const real = JSON.parse(readFileSync(path, "utf8")) as ExpectedSites;
  return {
    site,
    problems,
    generator: real.generator,
    expected: real.sites["."] ?? {},
    files,
    read: (file) => readTrap(site, file),
  };
}

function readTrap(site: Site, file: string): (ExpectedPage & { anchors: string[] }) | { leftOut: string } {
  const text = strangeNames(site.root)[file] ?? readFileSync(join(site.root, file), "utf8");
  if (extname(file) === ".html") {
    const place = placePage(site, { path: file, frontMatter: {} });
    return "leftOut" in place ? place : { address: place.address, anchors: [] };
  }
  const document = readMarkdown({
    path: file,
    sitePath: file,
    bytes: new TextEncoder().encode(text),
    text,
    site,
    language: "en",
    include: () => undefined,
  });
  if (isLeftOut(document)) {
    // A page that its author keeps out of search is one nevertheless.
    const place =
      document.skipped === "noindex" &&
      placePage(site, { path: file, frontMatter: splitFrontMatter(text).fields });
    return place !== false && "address" in place ? { ...place, anchors: [] } : { leftOut: document.skipped };
  }
  const place = placePage(site, { path: file, frontMatter: document.fields });
  if ("leftOut" in place) return place;
  const ids = document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
  return { address: place.address, ids, anchors: document.anchors };
}
