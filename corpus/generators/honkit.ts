/**
 * HonKit, and the former program of GitBook whose books it builds: `book.json` or `book.js`, pages as SUMMARY lists them,
 * written as `.html`. A book in several languages has a folder for each, which LANGS lists.
 *
 * @see `fileToOutput.ts`, `parsePagesList.ts` and `addHeadingId.ts` of `honkit`, and `github-slugid`
 */
import { posix } from "node:path";
import { projectPath, pathBelow, staticAddress } from "./address.ts";
import { fieldsOf, readConfiguration, textOf, type Fields } from "./configuration.ts";
import type { DetectedProject, Generator, HeadingPart, ProjectFolder } from "./generator.ts";
import { headingText } from "./heading-text.ts";
import { readJavaScriptConfig } from "./javascript-config/read-config.ts";
import { languageOfName } from "./language-tags.ts";

/** One of a language, or the only one. */
interface Book {
  /** Below the folder of content; "" for the only book. */
  folder: string;
  language?: string;
  /** Files that are pages, below the book's folder; undefined where no table of contents is known. */
  listed?: string[];
}

export interface HonkitSettings {
  /** Below the project's root; "" for the root itself. */
  contentFolder: string;
  /** Below the folder of a book. */
  readme: string;
  summary: string;
  books: Book[];
}

const DEFAULTS: HonkitSettings = {
  contentFolder: "",
  readme: "README.md",
  summary: "SUMMARY.md",
  books: [{ folder: "" }],
};

const PAGE = /\.(?:md|markdown|mdown|adoc|asciidoc)$/i;

export const honkit: Generator<HonkitSettings> = {
  name: "honkit",
  defaults: DEFAULTS,
  detect,
  place({ path }, { contentFolder, readme, summary, books }) {
    const below = pathBelow(path, contentFolder);
    if (below === undefined) return { leftOut: `outside of ${contentFolder}, the root of the book` };
    const book = books.find(({ folder }) => pathBelow(below, folder) !== undefined);
    if (book === undefined) return { leftOut: "in no folder of a language that LANGS lists" };
    const file = pathBelow(below, book.folder) ?? "";
    if (!PAGE.test(file)) return { address: staticAddress(below) };
    if (stemOf(file) === stemOf(summary)) return { leftOut: "the table of contents" };
    if (book.listed !== undefined && file !== readme && !book.listed.includes(file)) {
      return { leftOut: `not listed in ${summary}, so that HonKit makes no page of it` };
    }
    const isFolderPage = file === readme || posix.basename(stemOf(file)) === "README";
    const page = isFolderPage ? posix.join(posix.dirname(file), "index.html") : `${stemOf(file)}.html`;
    const { language } = book;
    return {
      address: staticAddress(posix.join(book.folder, page)),
      ...(language !== undefined && { language }),
    };
  },
  createSlugger() {
    const taken = new Set<string>();
    return ({ parts, customId }) => {
      const id = customId ?? slugOf(headingText(parts, wordsOf));
      // What is there twice has the same id, which leads to the first.
      if (id === "" || taken.has(id)) return undefined;
      taken.add(id);
      return id;
    };
  },
};

function wordsOf({ kind, value }: HeadingPart): string | undefined {
  return kind === "text" || kind === "code" || kind === "directive" ? value : undefined;
}

const SIGNS = /[[\]!"'#$%&()*+,./:;<=>?@\\^_`{|}~©∑®†“”‘’∂ƒ™℠…œŒ˚ºª•∆∞♥]+/g;

function slugOf(text: string): string {
  return text.replace(SIGNS, "").replace(/ /g, "-").toLowerCase().replace(/^-/, "");
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, "");
}

async function detect(folder: ProjectFolder): Promise<DetectedProject<HonkitSettings> | undefined> {
  const problems: string[] = [];
  const config = await readBook(folder, problems);
  if (config === undefined) return undefined;
  const structure = fieldsOf(config["structure"]);
  const contentFolder = projectPath(textOf(config["root"]) ?? ".");
  const settings: HonkitSettings = {
    contentFolder,
    readme: projectPath(textOf(structure["readme"]) ?? DEFAULTS.readme),
    summary: projectPath(textOf(structure["summary"]) ?? DEFAULTS.summary),
    books: [],
  };
  const glossary = projectPath(textOf(structure["glossary"]) ?? "GLOSSARY.md");
  const languages = await readStructure(folder, contentFolder, textOf(structure["langs"]) ?? "LANGS.md");
  const folders = languages === undefined ? [""] : linksOf(languages).map((path) => path.replace(/\/$/, ""));
  for (const each of folders) {
    const summary = await readStructure(folder, posix.join(contentFolder, each), settings.summary);
    const language = each === "" ? textOf(config["language"]) : languageOfName(each);
    settings.books.push({
      folder: each,
      ...(language !== undefined && { language }),
      ...(summary !== undefined && { listed: [...linksOf(summary), glossary] }),
    });
  }
  // Another program's configuration may have this name.
  if (settings.books.every(({ listed }) => listed === undefined)) return undefined;
  return { settings, basePath: "", content: [contentFolder], output: ["_book"], problems };
}

/** Undefined where there is none; a file that can't be read is a book with the usual names. */
async function readBook(folder: ProjectFolder, problems: string[]): Promise<Fields | undefined> {
  const found = await readConfiguration(folder, ["book.json"]);
  if (found !== undefined) {
    problems.push(...found.problems);
    return found.fields;
  }
  const read = await readJavaScriptConfig(folder, ["book"]);
  if (read !== undefined) {
    const { config } = read;
    const names = ["readme", "summary", "glossary", "langs"] as const;
    return {
      root: config.get("root").textIfKnown(),
      language: config.get("language").textIfKnown(),
      structure: Object.fromEntries(names.map((name) => [name, config.get("structure", name).textIfKnown()])),
    };
  }
  const packageFile = (await folder.readText("package.json")) ?? "";
  return /"(?:honkit|gitbook-cli)"\s*:|"(?:honkit|gitbook) (?:build|serve)\b/.test(packageFile)
    ? {}
    : undefined;
}

/** A file of the book's structure may be written in AsciiDoc, whatever it is configured as. */
async function readStructure(
  folder: ProjectFolder,
  place: string,
  name: string,
): Promise<string | undefined> {
  const stem = posix.join(place, stemOf(projectPath(name)));
  for (const extension of ["md", "adoc", "markdown", "asciidoc"]) {
    const text = await folder.readText(`${stem}.${extension}`);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Files are named from the book's folder, as they are written: what is percent-encoded names no file. */
function linksOf(text: string): string[] {
  const written = text.replace(/<!--[\s\S]*?-->/g, "");
  const links = [
    ...written.matchAll(/\]\(\s*(?:<([^<>\n]{1,500})>|([^()\s]{1,500}))\s*(?:"[^"\n]{0,500}"\s*)?\)/g),
    ...written.matchAll(/\b(?:link|xref):([^\s[\]]{1,500})()\[/g),
  ];
  const paths = links
    .map(([, angled, bare]) => (angled ?? bare ?? "").replace(/#.*$/, ""))
    .filter((path) => path !== "" && !/^[a-z][a-z\d+.-]*:/i.test(path))
    .map((path) => posix.normalize(path).replace(/^\//, ""));
  return [...new Set(paths)];
}
