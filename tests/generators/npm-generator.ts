/**
 * A generator that is installed from npm into the folder of the site. Which file a page was made of is told by a word in
 * the file's text, whatever the generator makes of its name.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { collect, filesIn, type ExpectedPage, type ExpectedPages } from "./collect.ts";
import { installInto } from "./install.ts";
import { find, markedFile, markOf, markPages, textOf } from "./word-marks.ts";

export interface NpmGenerator {
  name: string;
  /** Folder of the trap pages, where it is not named as what is collected. */
  pagesOf?: string;
  /** As npm takes them. */
  packages: string[];
  /** Whether the project's own files are modules; true by default. */
  isModule?: boolean;
  /** Arguments of `npx`. */
  build: string[];
  /** Folder of the built site, below the project. */
  output: string;
  /** Path below which the site lies, without a trailing slash. */
  basePath: string;
  /** Finds the element that holds a page's text. */
  isContent: (element: Element) => boolean;
}

/** What is started runs on the Node that this runs on. */
const ENVIRONMENT = {
  ...process.env,
  NODE_ENV: "production",
  CI: "1",
  PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
};

/** Files whose names tell which pages hold headings to compare. */
const TRAP = /headings|traps/;

export function collectFromNpm(options: NpmGenerator): void {
  const { name, pagesOf = name, packages, isModule = true, build, output } = options;
  collect({
    name,
    pagesOf,
    sites: ["."],
    build: (folder) => {
      markPages(folder);
      markHtml(folder);
      // The package.json of the site is there for the adapter to read.
      const generator = installInto(folder, packages, isModule);
      execFileSync("npx", build, { cwd: folder, stdio: ["ignore", "inherit", "inherit"], env: ENVIRONMENT });
      return { generator, pages: readBuilt(join(folder, output), options) };
    },
  });
}

/** Pages of HTML are made in the same way as others, or copied as they are. */
function markHtml(folder: string): void {
  for (const path of filesIn(folder, "**/*.html")) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, "utf8").replace("</main>", `<p>${markOf(path)}</p></main>`));
  }
}

function readBuilt(output: string, { basePath, isContent }: NpmGenerator): ExpectedPages {
  const pages: ExpectedPages = {};
  for (const file of filesIn(output, "**/*.html")) {
    const html = readFileSync(join(output, file), "utf8");
    const root = unified().use(rehypeParse).parse(html);
    const content = find(root, isContent) ?? find(root, ({ tagName }) => tagName === "body");
    if (content === undefined) continue;
    // A page with several is a list of others.
    const path = markedFile(textOf(content));
    if (path === undefined) continue;
    const page: ExpectedPage = { address: canonicalOf(root) ?? basePath + addressOf(file) };
    if (TRAP.test(path)) Object.assign(page, headingIds(content));
    // A page that is not translated is shown at longer addresses too.
    const before = pages[path];
    if (before === undefined || page.address.length < before.address.length) pages[path] = page;
  }
  return pages;
}

function canonicalOf(root: Root): string | undefined {
  const link = find(
    root,
    ({ tagName, properties }) => tagName === "link" && String(properties["rel"]) === "canonical",
  );
  const href = link?.properties["href"];
  return typeof href === "string" ? new URL(href).pathname : undefined;
}

function addressOf(path: string): string {
  const address = `/${path}`.replace(/(?<=\/)index\.html$/, "");
  return new URL(`https://example.com${encodeURI(address).replace(/#/g, "%23")}`).pathname;
}

function headingIds(content: Element): Pick<ExpectedPage, "ids" | "idsInLists"> {
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

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}
