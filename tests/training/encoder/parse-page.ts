/**
 * Reads the sections of a page in Markdown, reStructuredText or AsciiDoc, roughly: what matters is what stands under
 * which heading, and what links to what. Code is left out.
 */
import { posix } from "node:path";

export interface PageLink {
  text: string;
  /** Path of a page in the repository, without its extension, and after `#` a heading, where it names one. */
  target: string;
  /** The sentence that it stands in. */
  sentence: string;
}

export interface PageSection {
  title: string;
  /** From the outermost heading below the title to its own; empty above the first. */
  headings: string[];
  sentences: string[];
  links: PageLink[];
}

export interface ParsedPage {
  path: string;
  title: string;
  description: string;
  sections: PageSection[];
}

const FENCE = /^\s*(?:```|~~~)/;
const ADOC_FENCE = /^(?:----|\.\.\.\.|\|===)\s*$/;
const RST_UNDERLINE = /^([=\-~^"'*+#`.:_])\1{2,}\s*$/;
const RST_DIRECTIVE = /^\s*\.\. /;

export function parsePage(path: string, source: string): ParsedPage {
  const front = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(source);
  const fieldOf = (name: string): string =>
    new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, "m").exec(front?.[1] ?? "")?.[1] ?? "";
  const page: ParsedPage = {
    path,
    title: plain(fieldOf("title")),
    description: plain(fieldOf("description")),
    sections: [],
  };
  const isRst = path.endsWith(".rst");
  const isAdoc = path.endsWith(".adoc");
  const lines = source
    .slice(front?.[0].length ?? 0)
    .replace(/<!--[^]*?-->/g, "")
    .split(/\r?\n/);
  const rstLevels: string[] = [];
  let stack: { level: number; text: string }[] = [];
  let buffer: string[] = [];
  let isCode = false;
  let skipsIndented = false;
  const flush = (): void => {
    const text = buffer.join("\n");
    buffer = [];
    const { sentences, links } = readText(path, text);
    if (sentences.length > 0) {
      page.sections.push({
        title: page.title,
        headings: stack.map((heading) => heading.text),
        sentences,
        links,
      });
    }
  };
  const open = (level: number, text: string): void => {
    flush();
    const heading = plain(text.replace(/\s*\{#?[^}]*\}\s*$/, "").replace(/\s+#+\s*$/, ""));
    if (page.title === "" && stack.length === 0 && level <= 1) {
      page.title = heading;
      return;
    }
    stack = [...stack.filter((above) => above.level < level), { level, text: heading }];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (FENCE.test(line) || (isAdoc && ADOC_FENCE.test(line))) {
      isCode = !isCode;
      continue;
    }
    if (isCode) continue;
    if (skipsIndented && (line.trim() === "" || /^\s{2,}/.test(line))) continue;
    skipsIndented = false;
    if (isRst && RST_DIRECTIVE.test(line)) {
      // Notes and warnings are text; code, pictures and settings are not.
      skipsIndented =
        !/:: *$/.test(line) || /(?:code|image|figure|toctree|literalinclude|include|parsed)/.test(line);
      continue;
    }
    const marked = (isAdoc ? /^(={1,6}) +(.+)$/ : /^(#{1,6}) +(.+)$/).exec(line);
    if (marked !== null) {
      open(marked[1]?.length ?? 1, marked[2] ?? "");
      continue;
    }
    const underline = RST_UNDERLINE.exec(lines[at + 1] ?? "");
    if (
      line.trim() !== "" &&
      underline !== null &&
      (isRst || /^[=-]{3,}\s*$/.test(lines[at + 1] ?? "")) &&
      !/^[|>*-]/.test(line)
    ) {
      const mark = underline[1] ?? "=";
      if (!rstLevels.includes(mark)) rstLevels.push(mark);
      open(isRst ? rstLevels.indexOf(mark) + 1 : mark === "=" ? 1 : 2, line);
      at += 1;
      continue;
    }
    if (
      /^(?:import|export) .*|^\s*(?::::|\{%|<\/?[A-Za-z])[^>]*>?\s*$|^\[[^\]]*\]:|^:\w+:|^\s*\|?[-:| ]+\|?\s*$/.test(
        line,
      )
    ) {
      buffer.push("");
      continue;
    }
    if (isRst && /::\s*$/.test(line)) skipsIndented = true;
    buffer.push(line);
  }
  flush();
  for (const section of page.sections) section.title = page.title;
  return page;
}

/** Marks of a link, put around its text while the rest is made plain: two signs that no page has. */
const LINK_BEGIN = "\uE000";
const LINK_END = "\uE001";

function readText(path: string, text: string): { sentences: string[]; links: PageLink[] } {
  const targets: string[] = [];
  const keep = (shown: string, target: string): string => {
    const resolved = resolveLink(path, target);
    if (resolved === undefined) return shown;
    targets.push(resolved);
    return `${LINK_BEGIN}${shown}${LINK_END}`;
  };
  const withLinks = text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, " ")
    .replace(/\[([^\]\n]{1,200})\]\(([^)\s]{1,300})[^)\n]{0,200}\)/g, (_, shown: string, target: string) =>
      keep(shown, target),
    )
    .replace(/(?:xref|link):([^\s[\]]{1,200})\[([^\]\n]{0,200})\]/g, (_, target: string, shown: string) =>
      keep(shown, target),
    )
    .replace(/:doc:`([^`<]{1,200})<([^`>]{1,200})>`/g, (_, shown: string, target: string) =>
      keep(shown, `${target}.rst`),
    )
    .replace(/:[\w:]+:`~?([^`<]{1,200})(?:<[^`>]*>)?`/g, "$1");
  const links: PageLink[] = [];
  const sentences: string[] = [];
  let next = 0;
  for (const block of withLinks.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)) {
    const flat = plain(block);
    for (const marked of flat.split(/(?<=[.!?:])\s+(?=[\p{Lu}\uE000"(])/u)) {
      const sentence = marked.replaceAll(LINK_BEGIN, "").replaceAll(LINK_END, "").trim();
      for (const [, shown = ""] of marked.matchAll(/\uE000([^\uE001]*)\uE001/gu)) {
        const target = targets[next++];
        if (target !== undefined) links.push({ text: shown.trim(), target, sentence });
      }
      if (/\p{L}{2}/u.test(sentence)) sentences.push(sentence);
    }
  }
  return { sentences, links };
}

/** A page of the same repository; undefined for what is elsewhere. */
function resolveLink(path: string, target: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^mailto/i.test(target)) return undefined;
  const [page = "", heading] = target.split("#", 2);
  const resolved = page === "" ? path : page.startsWith("/") ? page : posix.join(posix.dirname(path), page);
  return `${pageKey(resolved)}${heading === undefined || heading === "" ? "" : `#${heading.toLowerCase()}`}`;
}

/** One spelling for a path and the addresses that lead to it. */
export function pageKey(path: string): string {
  return path
    .replace(/\.(?:mdx?|markdown|rst|adoc|html?)$/i, "")
    .replace(/(?:^|\/)_?(?:index|readme)$/i, "")
    .replace(/^\/+|\/+$/g, "")
    .toLowerCase();
}

/** The id that generators give a heading. */
export function headingId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}

function plain(text: string): string {
  return text
    .replace(/<[^>\n]{1,300}>/g, " ")
    .replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, " ")
    .replace(/[`*_|]+/g, " ")
    .replace(/^\s*(?:>+|[-+]|\d+[.)])\s+/gm, "")
    .replace(/&[a-z]+;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
