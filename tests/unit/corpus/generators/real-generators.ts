/** What real generators made of the trap pages, and what the adapters make of them. */
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { generatorOf } from "../../../../corpus/generators/generators.ts";
import type { GeneratorName } from "../../../../corpus/generators/generator-names.ts";
import { placePage, type Site } from "../../../../corpus/generators/site.ts";
import { openProjectFolder } from "../../../../corpus/generators/project-folder.ts";
import type { RealPage, RealSite } from "../../../generators/real-generator.ts";

const GENERATORS = join(import.meta.dirname, "../../../generators");

export interface TrapSite {
  site: Site;
  problems: string[];
  real: RealSite;
  /** Every file of a kind that may be a page. */
  files: string[];
  /** What the adapter makes of a file, in the shape in which the real generator's pages are kept. */
  read: (file: string) => (RealPage & { anchors: string[] }) | { leftOut: string };
}

export async function openTrapSite(folder: string, generator: GeneratorName): Promise<TrapSite> {
  const root = join(GENERATORS, "pages", folder);
  const adapter = generatorOf(generator);
  const detected = await adapter.detect(openProjectFolder(root));
  if (detected === undefined) throw new Error(`${generator} does not know ${folder} as its own`);
  const { settings, basePath, content = [""], problems = [] } = detected;
  const site: Site = { generator, root, basePath, content, settings };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:mdx?|html)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const expected = join(GENERATORS, "expected", `${folder}.json`);
  if (!existsSync(expected)) throw new Error(`run tests/generators/collect-${folder}.ts first`);
  return {
    site,
    problems,
    real: JSON.parse(readFileSync(expected, "utf8")) as RealSite,
    files,
    read: (file) => readTrap(site, file),
  };
}

function readTrap(site: Site, file: string): (RealPage & { anchors: string[] }) | { leftOut: string } {
  const text = readFileSync(join(site.root, file), "utf8");
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
  if (isLeftOut(document)) return { leftOut: document.skipped };
  const place = placePage(site, { path: file, frontMatter: document.fields });
  if ("leftOut" in place) return place;
  const ids = document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
  return { address: place.address, ids, anchors: document.anchors };
}
