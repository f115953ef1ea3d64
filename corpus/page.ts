/** One document from its text to its chunks. Pure, so that it runs alike in this thread and in workers. */
import type { Chunk } from "../core/corpus/format.ts";
import { chunkPage } from "./chunk/chunk-page.ts";
import { countBlocksWords } from "./chunk/words.ts";
import { chunkSignature, type ChunkSignature } from "./report/minhash.ts";
import { splitFrontMatter, type FrontMatter } from "./parse/front-matter.ts";
import type { PageLink } from "./parse/inline-text.ts";
import { isoDateOf } from "./parse/page-date.ts";
import { readOutline, type Outline, type OutlineItem } from "./parse/outline.ts";
import { parseHtmlPage } from "./parse/parse-html.ts";
import { looksLikeMdx, parseMarkdown, parseMdx } from "./parse/parse-markdown.ts";

export interface PageInput {
  source: string;
  /** Path of the file, as reports name it. */
  path: string;
  format: "markdown" | "mdx" | "html";
  /** Without anchor; replaced where the page names a slug of its own. */
  url: string;
  /** What the URL of a slug is made with. */
  urlOfSlug: (slug: string) => string;
  /** BCP 47, for a page that does not name its own. */
  language: string;
}

export interface Page {
  path: string;
  url: string;
  title: string;
  /** True where neither the front matter nor a heading gives a title. */
  titleFromFileName: boolean;
  language: string;
  chunks: Chunk[];
  /** One per chunk. */
  signatures: ChunkSignature[];
  links: PageLink[];
  anchors: string[];
  words: number;
  date?: string;
  problems: PageProblem[];
}

export interface PageProblem {
  kind: "invalid-front-matter" | "invalid-mdx";
  detail: string;
}

export type PageResult = { page: Page } | { skipped: "draft" | "empty" | "noindex"; problems: PageProblem[] };

/** Reads, outlines and chunks a page. Throws only what the parsers throw on input that they cannot take. */
export function readPage(input: PageInput): PageResult {
  const { frontMatter, outline, problems, noIndex } = parsePage(input);
  if (frontMatter.draft) return { skipped: "draft", problems };
  if (noIndex) return { skipped: "noindex", problems };

  const heading = firstTopHeading(outline.items);
  const givenTitle = clean(frontMatter.title) ?? clean(heading);
  const title = givenTitle ?? titleOfPath(input.path);
  const url = frontMatter.slug === undefined ? input.url : input.urlOfSlug(frontMatter.slug);
  const language = frontMatter.language ?? input.language;
  let items = outline.items;
  if (!items.some((item) => item.kind !== "heading")) {
    // A page of cards often has no words but its description.
    const description = clean(frontMatter.description);
    if (description === undefined) return { skipped: "empty", problems };
    items = [{ kind: "paragraph", text: description }];
  }

  const updatedOn = isoDateOf(frontMatter.date);
  const chunks = chunkPage({ items, title, url, language, updatedOn });
  return {
    page: {
      path: input.path,
      url,
      title,
      titleFromFileName: givenTitle === undefined,
      language,
      chunks,
      signatures: chunks.map((chunk) => chunkSignature(chunk.blocks)),
      links: outline.links,
      anchors: outline.anchors,
      words: chunks.reduce((sum, chunk) => sum + countBlocksWords(chunk.blocks), 0),
      problems,
      ...(frontMatter.date !== undefined && { date: frontMatter.date }),
    },
  };
}

interface ParsedPage {
  frontMatter: FrontMatter;
  outline: Outline;
  problems: PageProblem[];
  noIndex: boolean;
}

function parsePage({ source, format }: PageInput): ParsedPage {
  if (format === "html") {
    const { root, title, description, language, noIndex } = parseHtmlPage(source);
    const outline = readOutline(root);
    // A page's own h1 is its title; <title> mostly adds the name of the site.
    const named = firstTopHeading(outline.items) ?? title;
    const frontMatter: FrontMatter = {
      draft: false,
      ...(named !== undefined && named !== "" && { title: named }),
      ...(description !== undefined && description !== "" && { description }),
      ...(language !== undefined && { language }),
    };
    return { frontMatter, outline, problems: [], noIndex };
  }
  const { frontMatter, body, problem: frontMatterProblem } = splitFrontMatter(source);
  const problems: PageProblem[] = [];
  if (frontMatterProblem !== undefined) {
    problems.push({ kind: "invalid-front-matter", detail: frontMatterProblem });
  }
  if (frontMatter.draft) {
    return { frontMatter, outline: { items: [], links: [], anchors: [] }, problems, noIndex: false };
  }
  const parsed = format === "mdx" || looksLikeMdx(body) ? parseMdx(body) : parseMarkdown(body);
  if (parsed.problem !== undefined) problems.push({ kind: "invalid-mdx", detail: parsed.problem });
  return { frontMatter, outline: readOutline(parsed.root, parsed.source), problems, noIndex: false };
}

function firstTopHeading(items: readonly OutlineItem[]): string | undefined {
  return items.find((item) => item.kind === "heading" && item.depth === 1)?.kind === "heading"
    ? (items.find((item) => item.kind === "heading" && item.depth === 1) as { text: string }).text
    : undefined;
}

/** Titles are shown as plain text. */
function clean(title: string | undefined): string | undefined {
  const text = title?.replace(/`/g, "").replace(/\s+/g, " ").trim();
  return text === undefined || text === "" ? undefined : text;
}

/** `guide/getting-started.md` → "Getting started". */
function titleOfPath(path: string): string {
  const parts = path.split(/[\\/]/);
  const file = (parts.pop() ?? "").replace(/\.[^.]+$/, "");
  const name = /^_?index$/i.test(file) ? (parts.pop() ?? file) : file;
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
