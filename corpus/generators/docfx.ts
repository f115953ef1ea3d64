/**
 * docfx: `docfx.json` names the pages by patterns, each group below its `src` and written below its `dest`.
 *
 * @see https://dotnet.github.io/docfx/reference/docfx-json-reference.html
 * @see `AutoIdentifierExtension.cs` and `LinkHelper.UrilizeAsGfm` of `markdig`, `HeadingIdRewriter.cs` of docfx
 */
import { posix } from "node:path";
import { reasonOf } from "../error-reason.ts";
import { basePathOf, encodePath, projectPath, pathBelow } from "./address.ts";
import { fieldsOf, textOf } from "./configuration.ts";
import type {
  DetectedProject,
  Generator,
  HeadingPart,
  HeadingSlugger,
  ProjectFolder,
  SitePage,
} from "./generator.ts";
import { matchesGlob } from "./glob.ts";
import { headingText } from "./heading-text.ts";
import { readJavaScriptFields } from "./javascript-config/read-fields.ts";

interface FileGroup {
  /** What the patterns are relative to, below the project's root; may lead out of it. */
  src: string;
  files: string[];
  exclude: string[];
  /** Below the folder of the output; "" for that itself. */
  dest: string;
}

export interface DocfxSettings {
  content: FileGroup[];
  /** Served as they are. */
  resource: FileGroup[];
}

const ALL_PAGES: FileGroup = { src: "", files: ["**/*.md"], exclude: [], dest: "" };

export const docfx: Generator<DocfxSettings> = {
  name: "docfx",
  defaults: { content: [ALL_PAGES], resource: [] },
  detect,
  place({ path, frontMatter }, { content, resource }) {
    if (/(?:^|\/)toc\.(?:md|yml)$/i.test(path)) return { leftOut: "the table of contents" };
    const isPage = /\.(?:md|markdown)$/i.test(path);
    if (isPage && typeof frontMatter["redirect_url"] === "string")
      return { leftOut: "leads to another page" };
    const found = outputOf(path, isPage ? content : resource);
    if (found === undefined) return { leftOut: "in no group of files of docfx.json" };
    return { address: `/${encodePath(isPage ? found.replace(/\.\w+$/, ".html") : found)}` };
  },
  createSlugger,
};

async function detect(folder: ProjectFolder): Promise<DetectedProject<DocfxSettings> | undefined> {
  const text = await folder.readText("docfx.json");
  if (text === undefined) return undefined;
  const problems: string[] = [];
  let build: Record<string, unknown> = {};
  try {
    // docfx takes comments and commas at ends in it, as an object of JavaScript does.
    build = fieldsOf(readJavaScriptFields(text.replace(/^\uFEFF/, "")).fields["build"]);
  } catch (error) {
    problems.push(`docfx.json can't be read, so defaults are used: ${reasonOf(error)}`);
  }
  const content = groupsOf(build["content"]);
  const settings = {
    content: content.length === 0 ? [ALL_PAGES] : content,
    resource: groupsOf(build["resource"]),
  };
  const folders = [...settings.content, ...settings.resource].map(({ src }) => src);
  return {
    settings,
    basePath: basePathOf(textOf(fieldsOf(build["sitemap"])["baseUrl"]) ?? "/"),
    content: [...new Set(folders)],
    output: [projectPath(textOf(build["output"]) ?? textOf(build["dest"]) ?? "_site")],
    problems,
  };
}

/** A list of groups, a list of patterns, or one of either. */
function groupsOf(value: unknown): FileGroup[] {
  const entries = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return entries.flatMap((entry) => {
    if (typeof entry === "string") return [{ ...ALL_PAGES, files: [pattern(entry)] }];
    const { src, cwd, files, exclude, dest } = fieldsOf(entry);
    const group = {
      src: projectPath(textOf(src) ?? textOf(cwd) ?? ""),
      files: patternsOf(files),
      exclude: patternsOf(exclude),
      dest: projectPath(textOf(dest) ?? ""),
    };
    return group.files.length === 0 ? [] : [group];
  });
}

function patternsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string").map(pattern);
}

/** `articles/**.md` is all files of a kind below a folder. */
function pattern(glob: string): string {
  return glob.replace(/\*\*(?=[^/*])/g, "**/*");
}

function outputOf(path: string, groups: readonly FileGroup[]): string | undefined {
  for (const { src, files, exclude, dest } of groups) {
    const below = src.startsWith("..") ? posix.relative(src, path) : pathBelow(path, src);
    if (below === undefined || below.startsWith("../")) continue;
    if (matchesGlob(below, files) && !matchesGlob(below, exclude)) return posix.join(dest, below);
  }
  return undefined;
}

function createSlugger(_: DocfxSettings, { hasIncludes = false }: SitePage): HeadingSlugger {
  const used = new Set<string>();
  return ({ parts, isElement, customId }) => {
    if (isElement) return customId;
    const own = anchorOf(parts);
    const text = headingText(parts, ({ kind, value }) => (kind === "html" ? undefined : value)).trim();
    // The number behind an id is counted before an anchor takes its place.
    const slug = slugOf(text);
    const unique = uniqueId(slug, used);
    if (own !== undefined) return own;
    // Each included file counts for itself: what is there twice leads to the first.
    if (hasIncludes && unique !== slug) return undefined;
    // What the names of emoji and of symbols stand for is not known here.
    return /:[\w+-]+:|(?:^|[\s(])@["'A-Za-z]|\bxref:/.test(text) ? undefined : unique;
  };
}

/** `# <a name="install"></a> Installing` */
function anchorOf([first, second]: readonly HeadingPart[]): string | undefined {
  if (first?.kind !== "html" || second?.kind !== "html" || second.value !== "</a>") return undefined;
  return /^<a +(?:name|id)="([\w \-.]+)" *>$/.exec(first.value)?.[1];
}

/** Letters and digits of the basic plane: what lies beyond it is two halves of a character, and none of both. */
function slugOf(text: string): string {
  const slug = text.replace(/[^\p{L}\p{Nd} _-]|[\u{10000}-\u{10FFFF}]/gu, "");
  return slug.replace(/ /g, "-").toLowerCase();
}

function uniqueId(slug: string, used: Set<string>): string {
  const base = slug === "" ? "section" : slug;
  let id = base;
  for (let count = 1; used.has(id); count++) id = `${base}-${count}`;
  used.add(id);
  return id;
}
