/**
 * Builds the trap pages with a real generator, and keeps what it made of them: which files became pages, at which
 * addresses, with which ids of headings. `node tests/generators/collect-<name>.ts` with the generator installed.
 */
import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";

export interface ExpectedPage {
  /** With the path that the site lies below; percent-encoded. */
  address: string;
  /** Of its headings in order; "" for a heading without. */
  ids: string[];
  /** What it shows, as HTML: of the cases that are about text. */
  html?: string;
}
/** By the path of the file below the case's folder. */
export type ExpectedPages = Record<string, ExpectedPage>;

const FOLDER = import.meta.dirname;

export function collect(
  generator: string,
  version: string,
  build: (folder: string, name: string) => ExpectedPages,
): void {
  const pagesFolder = join(FOLDER, "pages", generator);
  const cases: Record<string, ExpectedPages> = {};
  for (const name of readdirSync(pagesFolder).sort()) {
    const folder = mkdtempSync(join(tmpdir(), `${generator}-`));
    try {
      cpSync(join(pagesFolder, name), folder, { recursive: true });
      const pages = build(folder, name);
      if (!isAboutText(name)) for (const page of Object.values(pages)) delete page.html;
      cases[name] = Object.fromEntries(
        Object.entries(pages).sort(([left], [right]) => (left < right ? -1 : 1)),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const path = join(FOLDER, "expected", `${generator}.json`);
  writeFileSync(path, `${JSON.stringify({ generator: `${generator} ${version}`, cases }, null, 2)}\n`);
  const counts = Object.entries(cases).map(([name, pages]) => `${name} ${Object.keys(pages).length}`);
  process.stdout.write(`${path}: ${counts.join(", ")}\n`);
}

/** Cases whose pages are compared word by word. */
export function isAboutText(name: string): boolean {
  return name.startsWith("text");
}

export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** Files below a folder, with forward slashes. */
export function filesIn(folder: string, pattern = "**/*"): string[] {
  return globSync(pattern, { cwd: folder, exclude: [] })
    .map((path) => path.split(sep).join("/"))
    .sort();
}

/**
 * Pages that a template marked with `<main data-file="…" data-address="…">`, and files that were copied as they are.
 *
 * @param output folder of what was built.
 * @param source folder that the files are named from.
 * @param copied folders whose files are served as they are, below the base.
 */
export function readMarkedPages(
  output: string,
  source: string,
  copied: { folders: readonly string[]; base: string },
): ExpectedPages {
  const pages: ExpectedPages = {};
  for (const path of filesIn(output, "**/*.html")) {
    const html = readFileSync(join(output, path), "utf8");
    const [, file, address = ""] = /<main data-file="([^"]*)" data-address="([^"]*)">/.exec(html) ?? [];
    if (file !== undefined && file !== "") {
      pages[unescapeHtml(file).replace(`${resolve(source)}/`, "")] = {
        address: encoded(unescapeHtml(address)),
        ids: idsOf(html),
        html: mainOf(html),
      };
      continue;
    }
    for (const folder of copied.folders) {
      const original = folder === "" ? path : `${folder}/${path}`;
      if (filesIn(source, original).length > 0 && readFileSync(join(source, original), "utf8") === html) {
        pages[original] = { address: copied.base + encodeURI(path), ids: [] };
      }
    }
  }
  return pages;
}

/** Generators may leave it to the browser to encode an address. */
function encoded(address: string): string {
  return /%[\da-f]{2}/i.test(address) ? address : encodeURI(address);
}

function mainOf(html: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1]?.trim() ?? "";
}

export function idsOf(html: string): string[] {
  return [...mainOf(html).matchAll(/<h[1-6]((?:\s[^>]*)?)>/g)].map(([, attributes = ""]) =>
    unescapeHtml(/\sid="([^"]*)"/.exec(attributes)?.[1] ?? ""),
  );
}

export function unescapeHtml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
