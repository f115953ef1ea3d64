/** mdBook: the table of contents says which files are pages. @see https://rust-lang.github.io/mdBook/format/configuration/ */
import { percentDecoded } from "../parse/percent-encoding.ts";
import { encodePath, projectPath, staticAddress } from "./address.ts";
import { basePathOf, fieldsOf, readConfiguration, textOf, valueAt } from "./configuration.ts";
import type { DetectedProject, Generator, HeadingSlugger, ProjectFolder } from "./generator.ts";
import { elementText } from "./element-text.ts";

export interface MdbookSettings {
  /** Folder of the pages, below the project's root; "" where the root itself is. */
  source: string;
  /** Names of the pages below the source, as SUMMARY lists them; undefined where there is none. */
  chapters?: Readonly<Record<string, string>> | undefined;
  language?: string | undefined;
  /** Until 0.5, only letters of ASCII were made small. */
  lowersAsciiOnly: boolean;
}

const DEFAULTS: MdbookSettings = { source: "", lowersAsciiOnly: false };

export const mdbook: Generator<MdbookSettings> = {
  name: "mdbook",
  detect,
  defaults: DEFAULTS,
  place({ path: file }, { source, chapters, language }) {
    const path = source === "" ? file : file.slice(source.length + 1);
    if (!/\.md$/i.test(path)) return { address: `/${encodePath(path)}` };
    if (/^summary\.md$/i.test(path)) return { leftOut: "the table of contents" };
    if (chapters !== undefined && !Object.hasOwn(chapters, path))
      return { leftOut: "not named in SUMMARY.md" };
    const page = path.replace(/\.md$/i, ".html").replace(/(^|\/)readme\.html$/i, "$1index.html");
    // Its own links name `index.html`; a server answers with the same page for the folder, as for rendered pages.
    return { address: staticAddress(page), ...(language !== undefined && { language }) };
  },
  navigationTitle: (page, { source, chapters }) => {
    const title = chapters?.[source === "" ? page : page.slice(source.length + 1)];
    return title === "" ? undefined : title;
  },
  createSlugger,
};

async function detect(folder: ProjectFolder): Promise<DetectedProject<MdbookSettings> | undefined> {
  const found = await readConfiguration(folder, ["book.toml"]);
  if (found === undefined) return undefined;
  const { fields, problems } = found;
  const book = fieldsOf(fields["book"]);
  const source = projectPath(textOf(book["src"]) ?? "src");
  const summary = await folder.readText(source === "" ? "SUMMARY.md" : `${source}/SUMMARY.md`);
  const html = valueAt(fields, "output", "html");
  return {
    settings: {
      source,
      chapters: summary === undefined ? undefined : chaptersOf(summary),
      language: textOf(book["language"]) ?? "en",
      // Since 0.5, a configuration with these fields is refused.
      lowersAsciiOnly:
        "multilingual" in book || "curly-quotes" in fieldsOf(html) || "copy-fonts" in fieldsOf(html),
    },
    basePath: basePathOf(textOf(fieldsOf(html)["site-url"])),
    content: [source],
    output: [projectPath(textOf(valueAt(fields, "build", "build-dir")) ?? "book")],
    problems,
  };
}

/** @see https://rust-lang.github.io/mdBook/format/summary.html */
function chaptersOf(summary: string): Record<string, string> {
  const prose = summary.replace(/<!--[\s\S]*?-->/g, "");
  const links = prose.matchAll(/\]\(\s*(?:<([^<>\n]{1,1000})>|([^()\s]{1,1000}))\s*(?:"[^"\n]*")?\)/g);
  return Object.fromEntries(
    [...links].map(({ index, 1: angled, 2: bare }) => [
      percentDecoded(angled ?? bare ?? "").replace(/^(?:\.\/)+/, ""),
      bracketedBefore(prose, index),
    ]),
  );
}

const MAX_NAME_CHARS = 300;

/** The text of a link whose closing bracket is known. */
function bracketedBefore(text: string, end: number): string {
  let open = 1;
  for (let start = end - 1; start >= Math.max(0, end - MAX_NAME_CHARS); start--) {
    if (text[start] === "]") open++;
    if (text[start] === "[" && --open === 0)
      return text
        .slice(start + 1, end)
        .replace(/[`*]/g, "")
        .trim();
  }
  return "";
}

function createSlugger({ lowersAsciiOnly }: MdbookSettings): HeadingSlugger {
  const used = new Set<string>();
  return ({ parts, customId }) => {
    const id = customId ?? idOf(elementText(parts), lowersAsciiOnly);
    let unique = id;
    for (let count = 1; used.has(unique); count++) unique = `${id}-${count}`;
    used.add(unique);
    return unique === "" ? undefined : unique;
  };
}

function idOf(text: string, lowersAsciiOnly: boolean): string {
  const trimmed = text.trim();
  const lowered = lowersAsciiOnly
    ? trimmed.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    : trimmed.toLowerCase();
  return lowered.replace(/[^\p{Alphabetic}\p{N}_\-\s]/gu, "").replace(/\s/g, "-");
}
