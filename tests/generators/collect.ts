/**
 * Builds the trap pages with a real generator, and keeps what it made of them: which files became pages, at which
 * addresses, with which ids of headings. The tests in tests/unit/corpus/generators hold the adapters to it.
 *
 * To collect again, after pages were changed or for a newer version: `node tests/generators/collect-<name>.ts`. The
 * generator is a program of the system (`template-marks.ts`) or installed from npm (`npm-generator.ts`, `install.ts`); it is never a
 * dependency.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";

export interface ExpectedPage {
  /** With the path that the site lies below; percent-encoded. */
  address: string;
  /** Of its headings in order; "" for a heading without. Absent where the page is there for its address alone. */
  ids?: string[];
  /** Of headings in list items, which begin no section. */
  idsInLists?: string[];
  /** What it shows, as HTML: of the sites that are about text. */
  html?: string;
}

/** By the path of the file below the site's folder. What is not there, is no page. */
export type ExpectedPages = Record<string, ExpectedPage>;

export interface ExpectedSites {
  /** Programs or packages, with their versions. */
  generator: string[];
  /** By the folder below that of the generator's trap pages; "." where it is one site. */
  sites: Record<string, ExpectedPages>;
}

export interface Collection {
  /** Of the file that keeps what was collected. */
  name: string;
  /** Folder of the trap pages, where it is not called as what is collected. */
  pagesOf?: string;
  /** Default: each folder below that of the trap pages. */
  sites?: readonly string[];
  /** Builds a copy of a site's folder. */
  build: (folder: string, site: string) => { generator: string[]; pages: ExpectedPages };
}

const FOLDER = import.meta.dirname;

export function collect({ name, pagesOf = name, sites, build }: Collection): void {
  const traps = join(FOLDER, "pages", pagesOf);
  const expected: ExpectedSites = { generator: [], sites: {} };
  for (const site of sites ?? readdirSync(traps).sort()) {
    const folder = mkdtempSync(join(tmpdir(), `${name}-`));
    try {
      copyTraps(join(traps, site), folder);
      const { generator, pages } = build(folder, site);
      if (!isAboutText(site)) for (const page of Object.values(pages)) delete page.html;
      expected.generator = generator;
      expected.sites[site] = Object.fromEntries(
        Object.entries(pages).sort(([left], [right]) => (left < right ? -1 : 1)),
      );
    } finally {
      if (process.env["KEEP"] === undefined) rmSync(folder, { recursive: true, force: true });
      else process.stdout.write(`kept ${folder}\n`);
    }
  }
  const path = join(FOLDER, "expected", `${name}.json`);
  writeFileSync(path, `${JSON.stringify(expected, null, 2)}\n`);
  const counts = Object.entries(expected.sites).map(
    ([site, pages]) => `${site} ${Object.keys(pages).length}`,
  );
  process.stdout.write(`${path}: ${counts.join(", ")} pages of ${expected.generator.join(", ")}\n`);
}

/** Copies a site's folder, with its pages of strange names. */
export function copyTraps(source: string, folder: string): void {
  cpSync(source, folder, { recursive: true, filter: (file) => !file.endsWith(STRANGE_NAMES) });
  for (const [file, text] of Object.entries(strangeNames(source))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Sites whose pages are compared word by word. */
export function isAboutText(site: string): boolean {
  return site.startsWith("text");
}

const STRANGE_NAMES = "strange-names.json";

/** Pages whose names not every system, tool or copy of the repository keeps as they are: with spaces or accents. */
export function strangeNames(folder: string): Record<string, string> {
  const list = join(folder, STRANGE_NAMES);
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Record<string, string>) : {};
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
