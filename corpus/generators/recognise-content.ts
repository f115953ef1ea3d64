/**
 * The generator of content that has no configuration, where the content itself leaves no doubt: files that only one
 * generator reads, and what pages import from its packages. A wrong guess costs every address, so there is no other.
 */
import { open } from "node:fs/promises";
import { join, posix } from "node:path";
import type { GeneratorName } from "./generator-names.ts";
import { pagesOfCopy } from "../read/generated-files.ts";
import { openProjectFolder } from "./project-folder.ts";

export interface RecognisedContent {
  generator: GeneratorName;
  /** Of the content, below the folder that was looked into; "" for that itself. */
  folder: string;
}

/** What is said by the first pages is said by all. */
const MAX_PAGES = 200;
const HEAD_BYTES = 4096;

/** At the beginning of a page; each is of one generator only. */
const IN_PAGES: readonly (readonly [pattern: RegExp, generator: GeneratorName])[] = [
  [/^import\s[^\n]{0,300}\bfrom\s{1,9}["'](?:@theme(?:-original)?|@docusaurus|@site)\//m, "docusaurus"],
  [
    /^(?:sidebar_(?:position|label|class_name)|pagination_(?:label|next|prev)|displayed_sidebar|hide_table_of_contents|toc_m(?:ax|in)_heading_level|custom_edit_url):\s|^unlisted:[ \t]*(?:true|false)[ \t]*$/m,
    "docusaurus",
  ],
  // Of Just the Docs, the theme.
  [/^(?:nav_order|has_children|has_toc|nav_exclude|grand_parent):\s/m, "jekyll"],
  // Of Material.
  [
    /^(?:hide:[ \t]*\n[ \t]*- (?:navigation|toc|footer|path|tags)|search:[ \t]*\n[ \t]+(?:exclude|boost):)/m,
    "mkdocs",
  ],
  [/^import\s[^\n]{0,300}\bfrom\s{1,9}["']@astrojs\/starlight\//m, "starlight"],
  [/^import\s[^\n]{0,300}\bfrom\s{1,9}["']nextra(?:\/|-theme-|["'])/m, "nextra"],
];

const MIDDLEMAN_PAGE = /\.html\.(?:md|markdown)(?:\.erb)?$/;

/**
 * Undefined where nothing is sure: signs of two generators are a collection of samples.
 *
 * @param root absolute path of a folder with no project in it, above it or beside it.
 */
export async function recogniseContent(root: string): Promise<RecognisedContent | undefined> {
  const folder = openProjectFolder(root);
  const files = await folder.tree("");
  const found = byNames(files);
  const summary = await folder.readText("SUMMARY.md");
  // GitBook's own tables are recognised as projects; the older programs have this heading, and pages in `.html`.
  if (summary !== undefined && /^# Summary\s*$/im.test(summary) && listsPages(summary, files))
    found.push({ generator: "mdbook", folder: "" });
  // What is read from pages is a sign of generators that make no page of a file of HTML.
  if (!files.some((path) => /\.html?$/i.test(path))) {
    for (const generator of await inPages(root, files)) found.push({ generator, folder: "" });
  }
  const isSure = new Set(found.map(({ generator }) => generator)).size === 1;
  return isSure ? found[0] : undefined;
}

function byNames(files: readonly string[]): RecognisedContent[] {
  const has = (pattern: RegExp): boolean => files.some((path) => pattern.test(path));
  const found: RecognisedContent[] = [];
  if (has(/(?:^|\/)_category_\.(?:json|ya?ml)$/)) found.push({ generator: "docusaurus", folder: "" });
  if (has(/^_posts\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+\.(?:md|markdown|html)$/))
    found.push({ generator: "jekyll", folder: "" });
  if (has(/^archetypes\/[^/]+\.md$/) && has(/^content\/.*\.(?:md|html)$/))
    found.push({ generator: "hugo", folder: "content" });
  // A page of a section: in the folder of content, or in what is that folder.
  else if (has(/^content\/(?:.*\/)?_index\.md$/)) found.push({ generator: "hugo", folder: "content" });
  else if (has(/^(?:[^/]+\/)?_index\.md$/)) found.push({ generator: "hugo", folder: "" });
  // Beside the page itself the same name is a copy of it for programs to read.
  const all = new Set(files);
  const templates = files.filter(
    (path) => MIDDLEMAN_PAGE.test(path) && !pagesOfCopy(path).some((page) => all.has(page)),
  );
  if (templates.length > 0) {
    const isBelowSource = templates.some((path) => path.startsWith("source/"));
    found.push({ generator: "middleman", folder: isBelowSource ? "source" : "" });
  }
  if (has(/(?:^|\/)\.pages$/)) found.push({ generator: "mkdocs", folder: "" });
  return found;
}

function listsPages(summary: string, files: readonly string[]): boolean {
  const links = [...summary.matchAll(/\]\(\s*(?:\.\/)?([^()\s]{1,500}\.md)\s*\)/g)];
  return links.some(([, path = ""]) => files.includes(posix.normalize(path)));
}

async function inPages(root: string, files: readonly string[]): Promise<ReadonlySet<GeneratorName>> {
  const pages = files.filter((path) => /\.mdx?$/i.test(path)).slice(0, MAX_PAGES);
  const found = new Set<GeneratorName>();
  for (const page of pages) {
    const head = withoutCode(await headOf(join(root, page)));
    for (const [pattern, generator] of IN_PAGES) if (pattern.test(head)) found.add(generator);
  }
  return found;
}

/** A page that explains a generator shows its lines as code. */
function withoutCode(head: string): string {
  return head.replace(/^(`{3,}|~{3,})[\s\S]*?(?:^\1|$(?![\s\S]))/gm, "");
}

async function headOf(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return new TextDecoder().decode(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return "";
  }
}
