/**
 * A site as `llms.txt` (a list of its pages with notes) and `llms-full.txt` (their text), made of its passages. Both are
 * Markdown, the same for the same pages.
 *
 * @see https://llmstxt.org
 */
import type { Block } from "../../core/corpus/format.ts";
import type { Page } from "../page.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import { blockMarkdown, inlineMarkdown } from "./block-markdown.ts";

export interface LlmsText {
  /** Of `llms.txt`. */
  list: string;
  /** Of `llms-full.txt`. */
  full: string;
}

const MAX_NOTE_CHARACTERS = 200;
/** Of pages that lie at the root, beside the sections. */
const ROOT_SECTION = "Pages";

export function llmsText(
  pages: readonly Page[],
  { site, baseUrl }: { site: string; baseUrl: string },
): LlmsText {
  const home = pages.find((page) => segmentsOf(page, baseUrl).length === 0);
  const name = home?.title ?? site;
  const summary = home === undefined ? undefined : noteOf(home);
  const lines = [`# ${inlineMarkdown(name)}`, ""];
  if (summary !== undefined) lines.push(`> ${summary}`, "");
  for (const [section, members] of sectionsOf(pages, baseUrl)) {
    lines.push(`## ${inlineMarkdown(section)}`, "");
    for (const page of members) {
      const note = noteOf(page);
      lines.push(`- [${linkText(page.title)}](${page.url})${note === undefined ? "" : `: ${note}`}`);
    }
    lines.push("");
  }
  return { list: `${lines.join("\n").trim()}\n`, full: pages.map(pageMarkdown).join("\n") };
}

/** Path below the site, without a file's extension; empty for its first page. */
function segmentsOf({ url }: Page, baseUrl: string): string[] {
  const path = url.startsWith("/") ? url : new URL(url).pathname;
  const base = baseUrl === "" ? "" : new URL(baseUrl).pathname.replace(/\/+$/, "");
  const below = base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const segments = below.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1);
  return last !== undefined && /^index(?:\.\w+)?$/i.test(last) ? segments.slice(0, -1) : segments;
}

/** By the first folder that not all pages share, in the order in which they are met; those at the root first. */
function sectionsOf(pages: readonly Page[], baseUrl: string): Map<string, Page[]> {
  const paths = pages.map((page) => segmentsOf(page, baseUrl));
  let shared = 0;
  const long = paths.filter((path) => path.length > 0);
  while (
    long.length > 1 &&
    long.every((path) => path.length > shared + 1 && path[shared] === long[0]?.[shared])
  )
    shared += 1;
  const keyOf = (path: readonly string[]): string => path[shared] ?? "";
  const withChildren = new Set(paths.filter((path) => path.length > shared + 1).map(keyOf));
  const groups = new Map<string, Page[]>([["", []]]);
  for (const [index, page] of pages.entries()) {
    const own = keyOf(paths[index] ?? []);
    const key = withChildren.has(own) ? own : "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [page]);
    else group.push(page);
  }
  const sections = new Map<string, Page[]>();
  for (const [key, members] of groups) {
    if (members.length === 0) continue;
    const first = members.find((page) => segmentsOf(page, baseUrl).length === shared + 1);
    const title = key === "" ? ROOT_SECTION : (first?.title ?? humanised(key));
    sections.set(title, [...(sections.get(title) ?? []), ...members]);
  }
  return sections;
}

/** `getting-started` → "Getting started". */
function humanised(segment: string): string {
  const words = percentDecoded(segment).replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the page says of itself, else its first sentence. */
function noteOf(page: Page): string | undefined {
  const text = page.description ?? firstParagraph(page);
  if (text === undefined) return undefined;
  const flat = text.replace(/\s+/g, " ").trim();
  const sentence =
    page.description === undefined ? (/^.*?[.!?。！？](?=\s|$)/.exec(flat)?.[0] ?? flat) : flat;
  if (sentence.length <= MAX_NOTE_CHARACTERS) return sentence;
  const cut = sentence.slice(0, MAX_NOTE_CHARACTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_NOTE_CHARACTERS / 2)).trimEnd()} …`;
}

function firstParagraph({ chunks }: Page): string | undefined {
  for (const { blocks } of chunks)
    for (const block of blocks) if (block.kind === "paragraph" && block.isHeading !== true) return block.text;
  return undefined;
}

function linkText(text: string): string {
  return text.replace(/[[\]]/g, "\\$&");
}

function pageMarkdown(page: Page): string {
  const parts = [`# ${inlineMarkdown(page.title)}`, `URL: ${page.url}`];
  let path: readonly string[] = [];
  for (const chunk of page.chunks) {
    const same = chunk.headingPath.findIndex((heading, index) => heading !== path[index]);
    for (const [index, heading] of chunk.headingPath.entries()) {
      if (same !== -1 && index >= same)
        parts.push(`${"#".repeat(Math.min(6, index + 2))} ${inlineMarkdown(heading)}`);
    }
    path = chunk.headingPath;
    const depth = Math.min(6, chunk.headingPath.length + 2);
    parts.push(...chunk.blocks.map((block: Block) => blockMarkdown(block, depth)));
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
