/**
 * Documentation sites write Markdown in dialects: Docusaurus and Starlight containers (`:::note[Title]`),
 * VitePress ones (`::: tip Title`, `[[toc]]`, `<<< file`), docfx extensions (`:::image …:::`, `[!INCLUDE…]`),
 * MkDocs blocks (`!!! note`, `/// tip | Title`, `=== "Tab"`, `--8<-- "file"`), attributes of kramdown (`{: .note}`), ids of headings
 * in MDX comments, templating of Hugo, Jekyll, Eleventy and GitBook. Their marks say how text is laid out, never what it says.
 *
 * This pass works on lines, outside code fences, before the Markdown parser: unlike a grammar it does not
 * mind a container that is never closed, closed twice, or closed inside a list. Titles stay as paragraphs.
 */
import { liftMkdocsBlocks } from "./mkdocs-blocks.ts";
import { protectCode } from "./protect-code.ts";

const DOCFX_LAYOUT = new Set([
  "row",
  "row-end",
  "column",
  "column-end",
  "moniker",
  "moniker-end",
  "zone",
  "zone-end",
  "image",
  "image-end",
  "code",
  "no-loc",
]);

/** A title that only repeats the kind of the note says nothing. */
const GENERIC_TITLE = /^(note|tip|info|hint|important|warning|caution|danger|details|notice)[:!.]?$/i;

const CONTAINER = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?)(:{3,})[ \t]*(.*)$/;
/** Of Python-Markdown: `/// note | Title`, closed by `///`. */
const SLASH_BLOCK = /^(?<prefix>[\s>]*)\/{3,}(?:[ \t]+[a-z][\w-]*[ \t]*(?:\|(?<title>.*))?)?$/i;
/** A file that a plug-in puts in its place: `--8<-- "a.md"`, `{! a.md !}`, `{* a.py hl[3] *}`. */
const INCLUDE = /^\s*(?:;?-{1,}8<-{1,}(?:\s.*)?|\{!.*!\}|\{\*.*\*\})\s*$/;
const ALERT = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?>\s*)\[!([A-Za-z]+)\][+-]?[ \t]*(.*)$/;

/** A macro of more lines is none. */
const MACRO_MAX_LINES = 20;

/** Of kramdown, for the block above or below, or at the end of a line: `{: .note #id}`. */
const BLOCK_ATTRIBUTES = /(?<![ \t])[ \t]*(?<!\\)\{:[ \t]?[.#a-z][^{}\n]{0,500}\}[ \t]*$/i;
/** A heading whose id stands in a comment, as react.dev and Docusaurus write it. */
const COMMENTED_ID = /^(#{1,6}[ \t].*?)[ \t]*\{\/\*[ \t]*#?([\w-]+)[ \t]*\*\/\}[ \t]*$/;

/** A comment of MDX, also in pages that show no other sign of it. */
const COMMENT = /^\s*\{\/\*.{0,2000}\*\/\}\s*$/;

/** Removes the layout marks of Markdown dialects and keeps their human text. */
export function normalizeDialects(source: string): string {
  const lifted = liftMkdocsBlocks(fenceHighlights(source), (title) => GENERIC_TITLE.test(title));
  // Marks are bounded in length: one that is never closed is not looked for to the end of the page, over and over.
  return protectCode(lifted, (text) =>
    withoutMacros(
      text
        .replace(
          /\[!(?:INCLUDE|code(?:-[\w+#]+)?|notebook)\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\([^)\n]{0,500}\)\s{0,9}\]/gi,
          "",
        )
        .replace(/\[!(?:div|VIDEO|SAMPLE|CODE)\b[^\]\n]{0,500}\]/g, "")
        .replace(/:::image\b([^\n]{0,2000}?):::/g, (_, attributes: string) => imageText(attributes))
        .replace(/\]\(([^()\n]{0,500}?(?:\{\{|\{%)[^()\n]{0,500})\)/g, templateLink)
        .replace(/\{\{[<%][^\n]{0,2000}?[>%]\}\}|\{%[^\n]{0,2000}?%\}/g, templateTitle)
        .replace(/"?:::[ \t]*$/gm, (mark, offset: number, all: string) =>
          // What is left of a mark that was closed twice; a line of its own closes a container.
          /(^|\n)[\s>]*$/.test(all.slice(Math.max(0, offset - 80), offset)) ? mark : "",
        )
        .split("\n"),
    )
      .map(normalizeLine)
      .join("\n"),
  );
}

/** Without the lines that a template engine puts a macro's text in the place of. */
function withoutMacros(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = /^[ \t]*\{\{(?![<%])/.test(lines[at] ?? "") ? macroEnd(lines, at) : undefined;
    if (end === undefined) kept.push(lines[at] ?? "");
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

function normalizeLine(line: string): string {
  if (/^\s*(\[\[_?toc_?\]\]|\[toc\]|<<<\s*[@./~]\S.*)\s*$/i.test(line)) return "";
  if (INCLUDE.test(line) || COMMENT.test(line)) return "";
  const commented = COMMENTED_ID.exec(line);
  if (commented !== null) return `${commented[1]} {#${commented[2]}}`;
  if (!line.startsWith("#") && BLOCK_ATTRIBUTES.test(line)) return line.replace(BLOCK_ATTRIBUTES, "");
  const block = SLASH_BLOCK.exec(line);
  if (block !== null) {
    const { prefix = "", title = "" } = block.groups ?? {};
    return ownParagraph(prefix, prefix, title.trim());
  }
  const alert = ALERT.exec(line);
  if (alert !== null) return alertTitle(alert[1] ?? "", alert[3] ?? "");
  const container = CONTAINER.exec(line);
  if (container === null) return line;
  const [, prefix = "", , rest = ""] = container;
  const indent = prefix.replace(/[^\s>]/g, " ");
  return containerTitle(prefix, indent, rest.trim());
}

/** `note[Title]{.class}`, `tip Title`, `moniker range="…"`, or nothing for a closing line. */
function containerTitle(prefix: string, indent: string, rest: string): string {
  const name = /^([A-Za-z][\w-]*)?(.*)$/.exec(rest);
  const kind = name?.[1] ?? "";
  // `:::` in front of anything but a name is not a container, except when it closes one.
  if (kind === "") return rest === "" || /^[{:]/.test(rest) ? prefix.trimEnd() : `${prefix}${rest}`;
  let title = (name?.[2] ?? "").trim();
  if (DOCFX_LAYOUT.has(kind) || /^[\w-]+\s*=/.test(title)) return prefix.trimEnd();
  title = title.replace(/\s*\{[^{}]*\}\s*$/, "").replace(/:{3,}\s*$/, "");
  const label = /^\[([\s\S]*)\]$/.exec(title);
  return ownParagraph(prefix, indent, (label?.[1] ?? title).trim());
}

function alertTitle(prefix: string, title: string): string {
  return ownParagraph(prefix, prefix, title.trim());
}

function ownParagraph(prefix: string, indent: string, title: string): string {
  if (title === "" || GENERIC_TITLE.test(title)) return prefix.trimEnd();
  return `${indent.trimEnd()}\n${prefix}${title}\n${indent.trimEnd()}`;
}

/** An icon or a decoration has no alternative text and is nothing to a reader of passages. */
function imageText(attributes: string): string {
  return /\balt-text\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "";
}

/** Jekyll's code blocks: `{% highlight ruby %}` to `{% endhighlight %}`. */
function fenceHighlights(source: string): string {
  if (!source.includes("endhighlight")) return source;
  return source
    .replace(/^([ \t]*)\{%-?[ \t]*highlight[ \t]+([\w+#-]+)[^%\n]*%\}[ \t]*$/gm, "$1```$2")
    .replace(/^([ \t]*)\{%-?[ \t]*endhighlight[ \t]*-?%\}[ \t]*$/gm, "$1```");
}

/** The address is known when the site is built; here what it is made of is, and no more is needed. */
function templateLink(_: string, target: string): string {
  const path = target
    .replace(/\{\{-?[ \t]*["']([^"'{}]*)["'][^{}]*\}\}/g, "$1")
    .replace(/\{\{[^{}]*\}\}|\{%[^%]*%\}/g, "")
    .replace(/\s/g, "");
  return `](${path === "" ? "#" : path})`;
}

function templateTitle(tag: string): string {
  return /\b(?:title|label|caption)\s*=\s*"([^"]*)"/.exec(tag)?.[1] ?? "";
}
