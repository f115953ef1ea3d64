/**
 * Documentation sites write Markdown in dialects: containers, tabs, includes, templates, shortcodes, attributes, marks.
 * One file a dialect in `dialects/`; here they are put in order. Their marks say how text is laid out, never what it
 * says; what they show is kept as plain Markdown, what they name and nobody knows leaves a mark (`marks.ts`).
 *
 * The passes work on text in which every code block is one line, before the Markdown parser. All marks are bounded in
 * length, so that one which is never closed is not looked for to the end of the page, over and over.
 */
import { isGenericNoteTitle } from "../note-titles.ts";
import { CodeStash } from "./code-stash.ts";
import { replaceBracketed } from "./dialects/bracketed.ts";
import { readAttributeLists } from "./dialects/attribute-lists.ts";
import { fillCodeValues, runsMacros, withoutRawMarks } from "./dialects/code-values.ts";
import { readContainerLines } from "./dialects/containers.ts";
import { readDefinitionLists } from "./dialects/definition-lists.ts";
import { standaloneContext, type DialectContext } from "./dialects/dialect-context.ts";
import { readGitbookTags } from "./dialects/gitbook.ts";
import { fenceHugoCode, literalShortcodes } from "./dialects/hugo/shortcodes-in-code.ts";
import { readHugoShortcodes } from "./dialects/hugo/show-shortcodes.ts";
import { expandIncludes } from "./dialects/includes/expand-includes.ts";
import { settleHtmlBlocks } from "./dialects/html-blocks.ts";
import { readInlineMarks } from "./dialects/inline-marks.ts";
import { readKramdown } from "./dialects/kramdown.ts";
import { readMarkdoc } from "./dialects/markdoc.ts";
import { readMdbookBlocks } from "./dialects/mdbook-blocks.ts";
import { liftMkdocsBlocks } from "./dialects/mkdocs-blocks.ts";
import {
  parseMarkdownInHtml,
  withoutAnnotationMarks,
  withoutApiDirectives,
} from "./dialects/mkdocs-lines.ts";
import { readMystRoles } from "./dialects/myst-roles.ts";
import { readMystBlocks } from "./dialects/myst.ts";
import { readReadmeBlocks } from "./dialects/readme-blocks.ts";
import { createValueLookup, type ValueLookup } from "./dialects/site-values.ts";
import { expandTemplate } from "./dialects/template.ts";
import { fenced } from "./fenced-code.ts";
import { withoutUnseenNotes } from "./dialects/unseen-notes.ts";
import { literalBraces, restoreBraces } from "./marks.ts";

/** A file that a plug-in puts in its place, and that was left where it stands: `{* a.py hl[3] *}`. */
const INCLUDE = /^\s*(?:;?-{1,}8<-{1,}(?:\s.*)?|\{!.*!\}|\{\*.*\*\}|<<<\s*[@./~]\S.*)\s*$/;
const TABLE_OF_CONTENTS = /^\s*(?:\[\[_?to(?:c|sp)_?\]\]|\[toc\])\s*$/i;

/** A macro of more lines is none. */
const MACRO_MAX_LINES = 20;

/** A heading whose id stands in a comment, as react.dev and Docusaurus write it. */
const COMMENTED_ID =
  /^(#{1,6}[ \t].*?)[ \t]*(?:\{\/\*[ \t]*#?([\w-]+)[ \t]*\*\/\}|<!--[ \t]*#([\w-]+)[ \t]*-->)[ \t]*$/;

/** A comment of MDX, also in pages that show no other sign of it. */
const COMMENT = /^\s*\{\/\*.{0,2000}\*\/\}\s*$/;

/**
 * Removes the layout marks of Markdown dialects and keeps their human text.
 *
 * @param source without marks of `marks.ts`, but those that a template engine left in it.
 */
export function normalizeDialects(source: string, context: DialectContext = standaloneContext()): string {
  const stash = new CodeStash();
  const lookup = createValueLookup(context);
  const prepare = (text: string): string => {
    const lifted = liftMkdocsBlocks(
      readMystBlocks(readMdbookBlocks(fenceHugoCode(fenceHighlights(text))), context.include),
      isGenericNoteTitle,
    );
    return stash.hideFences(lifted, (block) => codeBlock(block, context, lookup));
  };
  let text = prepare(
    expandIncludes(readReadmeBlocks(fenceDiagrams(source.replace(/\r\n?/g, "\n"))), context),
  );
  text = readMystRoles(literalShortcodes(text), context);
  if (runsMacros(text, context)) text = withoutRawMarks(text);
  // Jekyll and Hugo read templates before Markdown: what stands in code is filled in as well.
  if (context.generator !== "jekyll" && context.generator !== "hugo") text = stash.hideSpans(text);
  text = readMarkdoc(withoutUnseenNotes(text, context.generator));
  text = withoutMacros(text.split("\n")).join("\n");
  text = text.replace(/\]\(([^()\n]{0,500}?(?:\{\{|\{%)[^()\n]{0,500})\)/g, templateLink);
  text = readHugoShortcodes(text, context, lookup);
  text = readGitbookTags(text, context);
  // Vue reads no braces in an element of this attribute.
  text = text
    .replace(/<\w[^<>\n]{0,300}\bv-pre\b[^<>\n]{0,300}>[^<]{0,2000}/g, literalBraces)
    .replace(/^:{3,}[ \t]*v-pre[ \t]*\n[^:]{0,5000}\n:{3,}[ \t]*$/gm, literalBraces);
  text = expandTemplate(text, { context, lookup, prepare: (included) => stash.hideSpans(prepare(included)) });
  text = stash.hideSpans(text);
  // A drawing holds descriptions of itself, and no text.
  text = text
    .replace(/<svg\b[^]{0,200000}?<\/svg\s*>/gi, "")
    .replace(/\[!(?:div|VIDEO|SAMPLE|CODE)\b[^\]\n]{0,500}\]/gi, "")
    .replace(/:::image\b([^\n]{0,2000}?):::/g, (_, attributes: string) => imageText(attributes))
    .replace(/"?:::[ \t]*$/gm, (mark, offset: number, all: string) =>
      // What is left of a mark that was closed twice; a line of its own closes a container.
      /(^|\n)[\s>]*$/.test(all.slice(Math.max(0, offset - 80), offset)) ? mark : "",
    );
  text = withoutApiDirectives(text, context);
  text = withoutAnnotationMarks(text);
  const isKramdown = context.generator === "jekyll";
  if (isKramdown || context.generator === "mkdocs")
    text = settleHtmlBlocks(text, {
      isKramdown,
      parsesBlocks: isKramdown && lookup("site.kramdown.parse_block_html") === true,
    });
  text = readKramdown(text, isKramdown);
  text = readContainerLines(text);
  text = readAttributeLists(text, (excluded) => context.drop("opted-out", excluded));
  text = parseMarkdownInHtml(text);
  text = text.split("\n").map(readLine).join("\n");
  text = readDefinitionLists(text);
  text = readInlineMarks(text, context);
  return restoreBraces(stash.restore(text));
}

/** What a generator does not take for its own in code. */
function codeBlock(block: string, context: DialectContext, lookup: ValueLookup): string {
  const text = literalShortcodes(block);
  if (context.generator === "mdbook") return withHiddenLines(text, lookup);
  if (context.generator === "jekyll" && text.includes("{%")) return withoutRawMarks(text);
  return fillCodeValues(text, context, lookup);
}

/** The configuration of a book says by language which lines are hidden; here it is written on the block. */
function withHiddenLines(block: string, lookup: ValueLookup): string {
  const [head = "", language] = /^[\s>]*(?:`{3,}|~{3,})[ \t]*([\w+#-]+)[^\n]*/.exec(block) ?? [];
  if (language === undefined || language === "rust" || head.includes("hidelines=")) return block;
  const prefix = lookup(`site.html.code.hidelines.${language}`);
  return typeof prefix === "string" ? `${head},hidelines=${prefix}${block.slice(head.length)}` : block;
}

/** Without the lines that a template engine puts a macro's text in the place of. */
function withoutMacros(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = /^[ \t]*\{\{(?![<%#])/.test(lines[at] ?? "") ? macroEnd(lines, at) : undefined;
    if (end === undefined || end === at) kept.push(lines[at] ?? "");
    else at = end;
  }
  return kept;
}

/** The last line of the macro that begins at a line; undefined where text follows it, or it does not end soon. */
function macroEnd(lines: readonly string[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + MACRO_MAX_LINES); at++) {
    const line = (lines[at] ?? "").trim().slice(at === from ? "{{".length : 0);
    if (line === "" || line.includes("{{")) return undefined;
    if (line.endsWith("}}")) return at;
    if (line.includes("}}")) return undefined;
  }
  return undefined;
}

function readLine(line: string): string {
  if (TABLE_OF_CONTENTS.test(line) || INCLUDE.test(line) || COMMENT.test(line)) return "";
  const commented = COMMENTED_ID.exec(line);
  return commented === null ? line : `${commented[1]} {#${commented[2] ?? commented[3]}}`;
}

/** An icon or a decoration has no alternative text and is nothing to a reader of passages. */
function imageText(attributes: string): string {
  return /\balt-text\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "";
}

/** Diagrams of Azure DevOps, which are code elsewhere. */
function fenceDiagrams(source: string): string {
  return source.replace(/^:{3,}[ \t]*mermaid[ \t]*\n([^]{0,5000}?)\n:{3,}[ \t]*$/gm, "```mermaid\n$1\n```");
}

/** Of Hexo: `{% codeblock Title lang:js %}` to `{% endcodeblock %}`; the title stays in front of the code. */
function fenceCodeBlocks(source: string): string {
  if (!/\{%[ \t]*endcodeblock[ \t]*%\}/.test(source)) return source;
  return source
    .replace(
      /^([ \t]*)\{%[ \t]*codeblock\b([^%\n]{0,500})%\}[ \t]*$/gm,
      (_, indent: string, options: string) => {
        const language = /\blang:([\w+#-]+)/.exec(options)?.[1] ?? "";
        const title = options.replace(/(?:^|\s)(?:\w+:\S*|https?:\S+)/g, "").trim();
        return `${title === "" ? "" : `${indent}${title}\n\n`}${indent}\`\`\`${language}`;
      },
    )
    .replace(/^([ \t]*)\{%[ \t]*endcodeblock[ \t]*%\}[ \t]*$/gm, "$1```");
}

/** Code blocks of Jekyll and Eleventy: `{% highlight ruby %}`, `{% highlight "js" %}` to `{% endhighlight %}`. */
export function fenceHighlights(written: string): string {
  const source = fenceCodeBlocks(written);
  if (!source.includes("endhighlight")) return source;
  const block = (whole: string): string => {
    const [head = "", indent = "", language = ""] = HIGHLIGHT.exec(whole) ?? [];
    const code = whole.slice(head.length).replace(/\{%-?[ \t]*endhighlight$/, "");
    return `${indent}${fenced(code.replace(/^[ \t]*\n/, "").trimEnd(), language)}\n`;
  };
  return replaceBracketed(source, new RegExp(HIGHLIGHT.source, "gm"), "endhighlight", block).replace(
    /(\n`{3,}\n)[ \t]*-?%\}/g,
    "$1",
  );
}

const HIGHLIGHT = /^([ \t]*)\{%-?[ \t]*highlight[ \t]+["']?([\w+#-]+)[^%\n]*%\}/;

/** The address is known when the site is built; here what it is made of is, and no more is needed. */
function templateLink(_: string, target: string): string {
  const path = target
    .replace(/\{\{[-<%]?[ \t]*(?:(?:rel)?ref[ \t]+)?["']([^"'{}]*)["'][^{}]*\}\}/g, "$1")
    .replace(/\{\{[^{}]*\}\}|\{%[^%]*%\}/g, "")
    .replace(/\s/g, "");
  return `](${path === "" ? "#" : path})`;
}
