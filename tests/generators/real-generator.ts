/**
 * Runs a real generator on the trap pages and keeps what it made of them: the address of each file, and the ids of its
 * headings. The table tests in tests/unit/corpus/generators hold the adapters to it.
 *
 * The generator is installed from npm into a temporary folder and is never a dependency. To collect again, after the
 * pages were changed or for a newer version: `node tests/generators/collect-vitepress.ts`.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, extname, join, relative, sep } from "node:path";
import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { EXIT, SKIP, visit } from "unist-util-visit";

export interface RealPage {
  /** From the site's base, with a leading slash. */
  address: string;
  /** Of the headings in order; "" for one without an id. Absent where the page is no page of traps. */
  ids?: string[];
  /** Of headings in list items, which begin no section. */
  idsInLists?: string[];
}

export interface RealSite {
  /** Package and version, in the order in which they were asked for. */
  generator: string[];
  /** By file below the folder of trap pages. What is not there, is no page. */
  pages: Record<string, RealPage>;
}

export interface CollectOptions {
  name: string;
  /** Folder of the trap pages, where it is not named as what is collected. */
  pagesOf?: string;
  /** As npm takes them. */
  packages: string[];
  /** Whether the project's own files are modules; true by default. */
  isModule?: boolean;
  /** Arguments of `npx`. */
  build: string[];
  /** Folders of the built site, below the project. */
  output: string;
  /** Path below which the site lies, without a trailing slash. */
  basePath: string;
  /** Finds the element that holds a page's text. */
  isContent: (element: Element) => boolean;
  environment?: Record<string, string>;
  /** Files whose names tell which pages hold headings to compare. */
  isTrap?: (file: string) => boolean;
  /** Changes the project's folder before the build. */
  prepare?: (folder: string) => void;
}

const PAGES = join(import.meta.dirname, "pages");
const EXPECTED = join(import.meta.dirname, "expected");
/** What is started runs on the Node that this runs on. */
const ENVIRONMENT = {
  ...process.env,
  NODE_ENV: "production",
  CI: "1",
  PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
};
const MARK = /zqmark([0-9a-f]+)zq/g;

export function collect(options: CollectOptions): RealSite {
  const folder = mkdtempSync(join(tmpdir(), `real-${options.name}-`));
  try {
    const generator = install(folder, options);
    const source = join(PAGES, options.pagesOf ?? options.name);
    // The package.json of the pages is there for the adapter to read.
    cpSync(source, folder, {
      recursive: true,
      filter: (file) => !/(?:package|strange-names)\.json$/.test(file),
    });
    const strange = strangeNames(source);
    for (const [file, text] of Object.entries(strange)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const files = [
      ...walk(source).map((file) => relative(source, file).split(sep).join("/")),
      ...Object.keys(strange),
    ];
    for (const file of files) mark(join(folder, file), file);
    options.prepare?.(folder);
    execFileSync("npx", options.build, {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...ENVIRONMENT, ...options.environment },
    });
    const site = { generator, pages: readBuilt(join(folder, options.output), options) };
    mkdirSync(EXPECTED, { recursive: true });
    writeFileSync(join(EXPECTED, `${options.name}.json`), `${JSON.stringify(site, null, 2)}\n`);
    const found = Object.keys(site.pages).length;
    console.log(`${options.name}: ${found} of ${files.length} files are pages of ${generator.join(", ")}`);
    return site;
  } finally {
    if (process.env["KEEP"] === undefined) rmSync(folder, { recursive: true, force: true });
    else console.log(`kept ${folder}`);
  }
}

/** Pages whose names not every system, tool or copy of the repository keeps as they are: with spaces or accents. */
export function strangeNames(folder: string): Record<string, string> {
  const list = join(folder, "strange-names.json");
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Record<string, string>) : {};
}

function install(folder: string, { packages, isModule = true }: CollectOptions): string[] {
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "traps", private: true, ...(isModule && { type: "module" }) }),
  );
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return packages.map((spec) => {
    const name = spec.replace(/(?<=.)@.*$/, "");
    const { version } = JSON.parse(
      readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"),
    ) as { version: string };
    return `${name}@${version}`;
  });
}

/** Writes into a page which file it was made of; the mark is a word of its text. */
function mark(file: string, path: string): void {
  const word = `zqmark${Buffer.from(path).toString("hex")}zq`;
  const extension = extname(file);
  if (extension === ".md" || extension === ".mdx") {
    writeFileSync(file, `${readFileSync(file, "utf8")}\n\n${word}\n`);
  } else if (extension === ".html") {
    writeFileSync(file, readFileSync(file, "utf8").replace("</main>", `<p>${word}</p></main>`));
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? (entry.name === "node_modules" ? [] : walk(path)) : [path];
    })
    .sort();
}

function readBuilt(output: string, options: CollectOptions): Record<string, RealPage> {
  const pages: Record<string, RealPage> = {};
  for (const file of walk(output)) {
    if (extname(file) !== ".html") continue;
    const html = readFileSync(file, "utf8");
    const root = unified().use(rehypeParse).parse(html);
    const content = find(root, options.isContent) ?? find(root, ({ tagName }) => tagName === "body");
    if (content === undefined) continue;
    const marks = new Set([...textOf(content).matchAll(MARK)].map((match) => match[1] ?? ""));
    const [mark] = marks;
    // A page with several is a list of others.
    if (mark === undefined || marks.size > 1) continue;
    const path = Buffer.from(mark, "hex").toString();
    const { basePath, isTrap = (name) => /headings|traps/.test(name) } = options;
    const page: RealPage = { address: canonicalOf(root, basePath) ?? addressOf(relative(output, file)) };
    if (isTrap(path)) Object.assign(page, headingIds(content));
    // A page that is not translated is shown at longer addresses too.
    const before = pages[path];
    if (before === undefined || page.address.length < before.address.length) pages[path] = page;
  }
  return Object.fromEntries(Object.entries(pages).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function find(root: Root, matches: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, "element", (element) => {
    if (!matches(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

function canonicalOf(root: Root, basePath: string): string | undefined {
  const link = find(
    root,
    ({ tagName, properties }) => tagName === "link" && String(properties["rel"]) === "canonical",
  );
  const href = link?.properties["href"];
  return typeof href === "string" ? new URL(href).pathname.slice(basePath.length) : undefined;
}

function addressOf(path: string): string {
  const address = `/${path.split(sep).join("/")}`.replace(/(?<=\/)index\.html$/, "");
  return new URL(`https://example.com${encodeURI(address).replace(/#/g, "%23")}`).pathname;
}

function headingIds(content: Element): Pick<RealPage, "ids" | "idsInLists"> {
  const ids: string[] = [];
  const idsInLists: string[] = [];
  const read = (node: Nodes, isInList: boolean): void => {
    visit(node, "element", (element) => {
      if (element.tagName === "li" && element !== node) {
        read(element, true);
        return SKIP;
      }
      // The list of footnotes has a heading of its own.
      if (element.properties["dataFootnotes"] !== undefined) return SKIP;
      if (!/^h[1-6]$/.test(element.tagName)) return undefined;
      const { id } = element.properties;
      (isInList ? idsInLists : ids).push(typeof id === "string" ? id : "");
      return SKIP;
    });
  };
  read(content, false);
  return { ids, ...(idsInLists.length > 0 && { idsInLists }) };
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}
