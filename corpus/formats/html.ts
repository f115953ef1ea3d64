import { cellWords } from "../parse/icon-words.ts";
import { countBlocksWords, countWords } from "../chunk/words.ts";
import { pageAddress } from "../html/address.ts";
import { readHead } from "../html/head.ts";
import { judgePage } from "../html/page-kind.ts";
import { titleOf } from "../html/page-title.ts";
import { parsePage } from "../html/parse-page.ts";
import { readPage } from "../html/read-page.ts";
import { splitFrontMatter } from "../parse/front-matter.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { settleOutline } from "../parse/settle-outline.ts";
import { readThings, structuredData } from "../structured-data/structured-data.ts";
import type { DocumentProblem } from "./document.ts";
import type { GeneratorName } from "../generators/generator-names.ts";
import type { DialectContext } from "../parse/dialects/dialect-context.ts";
import { eleventyPage } from "./eleventy-page.ts";
import { createDropCounter } from "./drop-counter.ts";
import { isLeftOut, type DocumentResult, type FormatInput, type FormatReader } from "./format-reader.ts";

export const htmlReader: FormatReader = {
  name: "HTML",
  extensions: [".html", ".htm", ".xhtml", ".html.erb"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  read: (input) =>
    TEMPLATES[input.site.generator]?.test(input.text) === true ? readTemplate(input) : [readSafely(input)],
};

/** Marks of templates; Jekyll reads them in pages with front matter. */
const TEMPLATES: Readonly<Partial<Record<GeneratorName, RegExp>>> = {
  eleventy: /\{[{%#]/,
  jekyll: /^---\s[^]*\{[{%]/,
  middleman: /<%/,
};

/** The engine is loaded with the first page that needs it: every thread would pay for it. */
async function readTemplate(input: FormatInput): Promise<DocumentResult[]> {
  const { drop, dropped } = createDropCounter();
  const { fields, body } = splitFrontMatter(input.text);
  const { include, language, site } = input;
  const context = { generator: site.generator, fields, language, include, drop };
  const filled = await fill(body, context, input);
  if (filled === undefined) return [readSafely(input)];
  const frontMatter = input.text.slice(0, input.text.length - body.length);
  const document = readSafely({ ...input, text: frontMatter + filled });
  if (isLeftOut(document)) return [document];
  const items = settleOutline(document.items, { language, drop });
  return [{ ...document, items, dropped: [...document.dropped, ...dropped()] }];
}

async function fill(body: string, context: DialectContext, input: FormatInput): Promise<string | undefined> {
  if (context.generator === "eleventy") {
    const page = eleventyPage(input, "htmlEngine");
    if (page === undefined) return undefined;
    const { fillEleventy } = await import("../parse/liquid/fill-eleventy.ts");
    return fillEleventy(body, context, (text) => text, page);
  }
  if (context.generator === "middleman") {
    const { fillMiddleman } = await import("./middleman-page.ts");
    return fillMiddleman(body, context, input);
  }
  const { fillLiquid } = await import("../parse/liquid/fill-liquid.ts");
  return fillLiquid(body, context, (text) => text);
}

function readSafely(input: FormatInput): DocumentResult {
  try {
    return readHtml(input);
  } catch (error) {
    // Tables and lists in one another use up the stack before their depth is an error.
    if (error instanceof RangeError) throw new Error("elements are nested too deeply", { cause: error });
    throw error;
  }
}

export function readHtml({ text: source, sitePath, url, language, survey }: FormatInput): DocumentResult {
  const { frontMatter, fields, hasFrontMatter, body, problem } = splitFrontMatter(source);
  const problems: DocumentProblem[] =
    problem === undefined ? [] : [{ kind: "invalid-front-matter", detail: problem }];
  if (frontMatter.draft) return { skipped: "draft", problems };
  if (isFeed(source)) return { skipped: "listing", detail: "a feed, or a list for machines", problems };
  const text = hasFrontMatter ? withoutTemplates(body) : source;
  const page = parsePage(text);
  const head = readHead(page);
  const read = readPage(page, text, { title: head.title, survey });
  const title = titleOf(read.heading, head, survey?.affixes ?? []);
  const path = url === undefined ? sitePath : new URL(url).pathname;
  const noPage = judgePage({ head, read, page, title, words: countItemsWords(read.items), path });
  if (noPage !== undefined) return { skipped: noPage.reason, detail: noPage.detail, problems };
  // What was fetched has its address from the crawl, which sees what other pages say of theirs.
  const address = url === undefined ? pageAddress(head, { host: survey?.host, place: sitePath }) : undefined;
  const told = structuredData(readThings(page, text), {
    language: head.language ?? language,
    shown: read.items,
  });
  const date = head.modified ?? read.date ?? told.date ?? head.published;
  return {
    items: [...withIconWords(read.items, frontMatter.language ?? head.language ?? language), ...told.items],
    ...(told.siteFacts.length > 0 && { siteFacts: told.siteFacts }),
    links: read.links,
    anchors: read.anchors,
    ...(address !== undefined && { address }),
    ...(title !== undefined && title !== "" && { title }),
    ...(head.description !== undefined && { description: head.description }),
    ...(head.language !== undefined && { language: head.language }),
    ...(date !== undefined && { date }),
    ...(frontMatter.title !== undefined && { title: frontMatter.title }),
    ...(frontMatter.description !== undefined && { description: frontMatter.description }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    ...(frontMatter.date !== undefined && { date: frontMatter.date }),
    fields,
    hasFrontMatter,
    dropped: read.dropped,
    problems,
  };
}

/** Under the name of a page, as copies of sites have them: what they list are the pages beside them. */
function isFeed(source: string): boolean {
  const start = source.slice(0, 2000).replace(/^\uFEFF/, "");
  return /^\s*(?:<\?xml[^>]*>|<!--[\s\S]{0,1000}?-->|<\?xml-stylesheet[^>]*>|\s)*<(?:feed|rss|rdf:RDF|urlset|sitemapindex|opml)[\s>]/.test(
    start,
  );
}

/** A mark that stands alone in a cell is said in words, as it is where a page is read from its source. */
function withIconWords(items: readonly OutlineItem[], language: string): OutlineItem[] {
  return items.map((item) =>
    item.kind === "table"
      ? { ...item, rows: item.rows.map((row) => row.map((cell) => cellWords(cell, language))) }
      : item,
  );
}

/** Marks of Liquid and of Hugo's shortcodes: what they make is not known here. */
function withoutTemplates(html: string): string {
  return html.replace(/\{%[^\n]{0,2000}?%\}|\{\{[^\n]{0,2000}?\}\}/g, "");
}

function countItemsWords(items: readonly OutlineItem[]): number {
  return items.reduce(
    (sum, item) => sum + (item.kind === "heading" ? countWords(item.text) : countBlocksWords([item])),
    0,
  );
}
