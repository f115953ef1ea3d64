import { countBlocksWords, countWords } from "../chunk/words.ts";
import { isErrorPage } from "../html/page-kind.ts";
import { codeSpans } from "../parse/code-spans.ts";
import { homePageItems } from "../parse/home-page.ts";
import { splitFrontMatter } from "../parse/front-matter.ts";
import { literalBraces, withoutMarks } from "../parse/marks.ts";
import { optOutOf } from "../parse/opt-out.ts";
import { firstTopHeading, mapText } from "../parse/outline.ts";
import { readOutline } from "../parse/read-outline.ts";
import {
  looksLikeMdx,
  mayBeMdx,
  parseMarkdown,
  parseMdx,
  type ParsedMarkdown,
} from "../parse/parse-markdown.ts";
import { protectCode } from "../parse/protect-code.ts";
import { fenceHighlights } from "../parse/dialects.ts";
import { idsOfAttributeLists } from "../parse/dialects/attribute-lists.ts";
import type { DialectContext } from "../parse/dialects/dialect-context.ts";
import type { SphinxSettings } from "../generators/sphinx/settings.ts";
import {
  createSlugger,
  navigationTitle,
  pageValues,
  titleOfTarget,
  typesetterOf,
} from "../generators/site.ts";
import type { DocumentProblem } from "./document.ts";
import { eleventyPage } from "./eleventy-page.ts";
import { withoutExtension } from "../without-extension.ts";
import { createDropCounter } from "./drop-counter.ts";
import type { DocumentResult, FormatInput, FormatReader } from "./format-reader.ts";

export const markdownReader: FormatReader = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdx", ".md.erb", ".markdown.erb"],
  mediaTypes: ["text/markdown"],
  read: (input) =>
    RUN_GENERATORS.get(input.site.generator)?.test(input.text) === true
      ? readTemplate(input)
      : [readMarkdown(input)],
};

/** Generators that read MDX from files named `.md` as well. */
const MDX_GENERATORS: ReadonlySet<string> = new Set(["docusaurus", "nextra"]);
/** Generators whose `.md` files are templates, in which braces and tags mean other things. */
const TEMPLATE_GENERATORS: ReadonlySet<string> = new Set(["eleventy", "hugo", "jekyll", "middleman"]);

/** Marks of Liquid and of Nunjucks. */
const BRACES = /\{[{%#]/;

/** Those whose templates an engine runs, with a sign of them. Middleman's own Markdown differs as well. */
const RUN_GENERATORS: ReadonlyMap<string, RegExp> = new Map([
  ["eleventy", BRACES],
  ["jekyll", BRACES],
  ["middleman", /(?:)/],
]);

/** The engine is loaded with the first page that needs it: every thread would pay for it. */
async function readTemplate(input: FormatInput): Promise<DocumentResult[]> {
  const { site } = input;
  if (site.generator === "eleventy") {
    const page = eleventyPage(input, "markdownEngine");
    if (page === undefined) return [readMarkdown(input, literalTemplates)];
    const { fillEleventy } = await import("../parse/liquid/fill-eleventy.ts");
    return [readMarkdown(input, (source, context, prepare) => fillEleventy(source, context, prepare, page))];
  }
  if (site.generator === "middleman") {
    const { fillMiddlemanMarkdown } = await import("./middleman-page.ts");
    return [readMarkdown(input, (source, context) => fillMiddlemanMarkdown(source, context, input))];
  }
  const { fillLiquid } = await import("../parse/liquid/fill-liquid.ts");
  return [readMarkdown(input, fillLiquid)];
}

/** Braces are text. */
function literalTemplates(source: string): string {
  return withoutMarks(source).replace(/\{\{|\}\}|\{%|%\}/g, literalBraces);
}

type FillTemplates = (
  source: string,
  context: DialectContext,
  prepare: (text: string) => string,
) => string | undefined;

/** @param fill runs the templates of the page. */
export function readMarkdown(input: FormatInput, fill?: FillTemplates): DocumentResult {
  const { text, path, sitePath, site, include } = input;
  const { frontMatter, fields, hasFrontMatter, body, problem } = splitFrontMatter(text);
  const problems: DocumentProblem[] = [];
  if (problem !== undefined) problems.push({ kind: "invalid-front-matter", detail: problem });
  if (frontMatter.draft) return { skipped: "draft", problems };
  const wish = optOutOf(fields);
  if (wish !== undefined) return { skipped: "noindex", detail: wish, problems };
  if (asksRobotsOut(body)) return { skipped: "noindex", detail: "its robots meta asks for it", problems };
  const { title, description, language = input.language, date } = frontMatter;
  const { drop, dropped } = createDropCounter();
  const context: DialectContext = {
    generator: site.generator,
    fields,
    language,
    include,
    titleOf: (target) => titleOfTarget(site, target, sitePath),
    values: pageValues(site),
    ...(site.generator === "sphinx" && {
      linkRoles: (site.settings as SphinxSettings).restructured.linkRoles,
    }),
    drop,
  };
  if (fill !== undefined) context.fillTemplates = (source) => fill(source, context, fenceHighlights);
  const parsed = parse(body, /\.mdx$/i.test(path), context);
  if (parsed.problem !== undefined) problems.push({ kind: "invalid-mdx", detail: parsed.problem });
  const outline = readOutline(parsed.root, {
    source: parsed.source,
    slugger: createSlugger(site, {
      path: sitePath,
      frontMatter: fields,
      explicitIds: explicitIdsOf(body, site.generator),
      hasIncludes: site.generator === "docfx" && /\[!include/i.test(body),
    }),
    generator: site.generator,
    fields,
    language,
    include,
    onDrop: drop,
  });
  const typeset = typesetterOf(site, language);
  const read = typeset === undefined ? outline.items : outline.items.map((item) => mapText(item, typeset));
  const items = [...homePageItems(fields, site.generator), ...read];
  const heading = firstTopHeading(items);
  const errorTitle = title ?? heading ?? "";
  const words = items.reduce(
    (sum, item) => sum + (item.kind === "heading" ? countWords(item.text) : countBlocksWords([item])),
    0,
  );
  const places = [withoutExtension(sitePath), fields["permalink"], fields["url"], fields["slug"]];
  const isError = places.some(
    (place) => typeof place === "string" && isErrorPage({ path: place, title: errorTitle, words }),
  );
  if (isError) return { skipped: "error-page", detail: errorTitle, problems };
  const named = title ?? (heading === undefined ? navigationTitle(site, sitePath) : undefined);
  return {
    ...outline,
    items,
    ...(named !== undefined && { title: named }),
    ...(description !== undefined && { description }),
    ...(frontMatter.language !== undefined && { language }),
    ...(date !== undefined && { date }),
    fields,
    hasFrontMatter,
    dropped: dropped(),
    problems,
  };
}

/** Only Python-Markdown looks at all of them before it makes ids. */
function explicitIdsOf(body: string, generator: string): string[] {
  return generator === "mkdocs" ? idsOfAttributeLists(body) : [];
}

/**
 * `<head><meta name="robots" content="noindex" /></head>` in the text, as Docusaurus and Nextra have it. In code it is
 * spoken of, and asks for nothing.
 */
function asksRobotsOut(body: string): boolean {
  if (!/<meta\s/i.test(body)) return false;
  let asks = false;
  protectCode(body, (text) => {
    const wishes = [...text.matchAll(/<meta\s[^>\n]{0,300}>/gi)].filter(
      ([tag]) =>
        /\bname=["']?(?:robots|googlebot)\b/i.test(tag) &&
        /\bcontent=["'][^"']{0,200}\b(?:noindex|none)\b/i.test(tag),
    );
    if (wishes.length > 0 && !asks) asks = standsOutsideCode(text, wishes);
    return text;
  });
  return asks;
}

function standsOutsideCode(text: string, matches: readonly RegExpExecArray[]): boolean {
  const spans = codeSpans(text);
  let next = 0;
  return matches.some(({ index }) => {
    while ((spans[next]?.[1] ?? Infinity) <= index) next += 1;
    return !((spans[next]?.[0] ?? Infinity) < index);
  });
}

function parse(body: string, isMdxFile: boolean, context: DialectContext): ParsedMarkdown {
  const isTemplate = TEMPLATE_GENERATORS.has(context.generator);
  if (isMdxFile || (!isTemplate && looksLikeMdx(body))) return parseMdx(body, context);
  if (MDX_GENERATORS.has(context.generator) && mayBeMdx(body)) {
    const parsed = parseMdx(body, context);
    // The generator may be told to read this file as plain Markdown, and then it is as good as any.
    if (parsed.problem === undefined) return parsed;
  }
  return parseMarkdown(body, context);
}
