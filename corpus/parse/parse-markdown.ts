import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { reasonOf } from "../error-reason.ts";
import { liftBlockIds, markUnsureIds } from "./block-ids.ts";
import { normalizeDialects } from "./dialects.ts";
import { standaloneContext, type DialectContext } from "./dialects/dialect-context.ts";
import { withoutMarks } from "./marks.ts";
import { stripMdx } from "./mdx-fallback.ts";
import { expandPartials } from "./mdx-partials.ts";
import { protectCode } from "./protect-code.ts";
import { unravelJsx } from "./unravel-jsx.ts";

const markdownParser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
const mdxParser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx).freeze();

export interface ParsedMarkdown {
  root: Root;
  /** What the positions of `root` refer to. */
  source: string;
  /** Why an MDX page was read as Markdown without its components. */
  problem?: string;
}

/** Docusaurus and others read MDX from files named `.md` too. A script of a Vue page may import as well, and is none. */
const MDX_LINE = /^(?:import\s[^\n]{1,300}\sfrom\s+["'][^"'\n]+["'];?[ \t]*$|#{1,6}[ \t][^\n]*\{\/\*)/m;
const SCRIPT = /^<script[\s>]/m;

/** Whether a Markdown file is written in MDX, as far as its lines outside of code tell. */
export function looksLikeMdx(body: string): boolean {
  if (!MDX_LINE.test(body)) return false;
  let prose = "";
  protectCode(body, (text) => {
    prose += `${text}\n`;
    return text;
  });
  return MDX_LINE.test(prose) && !SCRIPT.test(prose);
}

export function parseMarkdown(body: string, context: DialectContext = standaloneContext()): ParsedMarkdown {
  // What is filled in counts for ids and blocks as what was written; the marks in it are ours.
  const filled = context.fillTemplates?.(body);
  const text = liftBlockIds(filled ?? withoutMarks(body));
  const source = normalizeDialects(filled === undefined ? markUnsureIds(text) : text, context);
  return { root: markdownParser.parse(source), source };
}

/** Parses MDX; a page that does not compile is read without its components, with the reason. */
export function parseMdx(body: string, context: DialectContext = standaloneContext()): ParsedMarkdown {
  const source = protectCode(
    normalizeDialects(expandPartials(withoutMarks(body), context), context),
    (text) =>
      // A custom heading id is no expression, and HTML comments are so common that they must not cost the page.
      text
        .replace(/^(#{1,6}\s.*?)(?<!\\)\{(#[^{}\n]{1,200})\}\s*$/gm, "$1\\{$2}")
        .replace(/<!--[\s\S]*?-->/g, ""),
  );
  try {
    const root = mdxParser.parse(source);
    unravelJsx(root);
    return { root, source };
  } catch (error) {
    const stripped = stripMdx(source);
    const line = (error as { line?: number }).line;
    const sentence = reasonOf(error);
    return {
      root: markdownParser.parse(stripped),
      source: stripped,
      problem: line === undefined ? sentence : `${sentence} (line ${line} of the text)`,
    };
  }
}

/** Whether there is anything that MDX reads otherwise than Markdown does. */
export function mayBeMdx(body: string): boolean {
  return /<[A-Z][\w.]*[\s/>]|^(?:import|export)\s|\{[^{}#%]/m.test(body);
}
