/**
 * What directives show. One that is not known shows its title and the text in it; without text it is a mark for
 * programs.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/directives.html
 * @see https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html
 */
import { htmlFragment } from "../fragments.ts";
import { alternativeText } from "../../parse/alternative-text.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { paragraphOf, pictureOf } from "../../parse/blocks.ts";
import { LABEL_END, MISSING_CONTENT, PANEL_END } from "../../parse/marks.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import { readCodeDirective, pieceOf } from "./code-directives.ts";
import { readDirectiveBlock, type DirectiveBlock } from "./explicit-markup.ts";
import { linesOfText } from "./indented-lines.ts";
import { glossaryItems } from "./glossary.ts";
import type { Directive } from "./node.ts";
import { objectId } from "./node-ids.ts";
import { objectKind, readDocumented, readObject } from "./objects.ts";
import { readTableDirective } from "./table-directives.ts";

/** Their titles say of which kind they are, and are no text. */
const NOTE = /^(?:attention|caution|danger|error|hint|important|note|tip|warning|seealso)$/;
const VERSIONS: Readonly<Record<string, string>> = {
  "versionadded": "Added in version",
  "versionchanged": "Changed in version",
  "deprecated": "Deprecated since version",
  "versionremoved": "Removed in version",
  "version-added": "Added in version",
  "version-changed": "Changed in version",
  "version-deprecated": "Deprecated since version",
  "version-removed": "Removed in version",
};
/** Their argument is a title that is shown above what stands in them. */
const TITLED =
  /^(?:admonition|topic|sidebar|dropdown|card|grid-item-card|details|collapse|toggle|toggle-header|prf:\w+|exercise|solution|theorem|container-title)$/;
const TAB = /^(?:tab-item|tab|group-tab|md-tab-item|code-tab|tab-set-code-item)$/;
/** Their argument only says how they look. */
const WRAPPER =
  /^(?:container|compound|class|rst-class|cssclass|grid|grid-item|tab-set|tabs|tab-set-code|md-tab-set|hlist|div|columns?|row|card-header|card-footer|card-carousel|line-block|example|centered-block|figure-md|bibliographic|header|footer|panels|list)$/;
const SILENT =
  /^(?:toctree|contents|sectnum|section-numbering|index|meta|sectionauthor|codeauthor|moduleauthor|tabularcolumns|highlight|highlightlang|default-role|role|title|target-notes|currentmodule|py:currentmodule|default-domain|program|namespace|cpp:namespace.*|c:namespace.*|graphviz|graph|digraph|mermaid|uml|plantuml|plot|inheritance-diagram|autoclasstree|raw-mark|ifconfig-mark|restructuredtext-test-directive|feed-entry|youtube|vimeo|video|audio|bibliography|footbibliography|acks|cpp:alias|c:alias|comment|disqus|update|postlist|tags|post|testsetup|testcleanup|pending|nav|thebe-button|jupyter-kernel|image-grid)$/;
/** Their text is made of programs when the site is built. */
const MADE =
  /^(?:auto(?:module|class|function|method|attribute|data|exception|decorator|property|summary|enum|typehints)|autosummary|py:auto\w+|auto\w*:\w+|autodoc\w*|autopydantic_\w+|doxygen\w+|program-output|command-output|cli-help|click|argparse|typer|exec|execute_code|jupyter-execute|jinja|datatemplate(?::\w+)?|openapi|redoc|swaggerv2doc|nbgallery|minigallery|sphinx-gallery|autoflask|autohttp:\w+|qrefflask|ansibleautoplugin|versions|changelog|towncrier-draft-entries|confluence_\w+|todolist)$/;

export function readDirective(directive: Directive, renderer: BlockRenderer): OutlineItem[] {
  const { name, lines } = directive;
  const { context } = renderer;
  const kind = objectKind(name, context);
  if (kind !== undefined) return readObject(kind, readDirectiveBlock(lines, true), renderer);
  const special =
    readCodeDirective(directive, renderer) ??
    readTableDirective(directive, renderer) ??
    readState(directive, renderer);
  if (special !== undefined) return special;
  const block = readDirectiveBlock(lines, !isTextFirst(name));
  const { argument, options, content } = block;
  renderer.claimName(options.get("name"));
  if (NOTE.test(name)) return renderer.lines(content);
  const version = VERSIONS[name];
  if (version !== undefined) return versionItems(version, block, renderer);
  if (TAB.test(name)) return tabItems(name, block, renderer);
  switch (name) {
    case "image":
      return pictureOf(alternativeText(options.get("alt") ?? ""));
    case "figure":
      return [...pictureOf(alternativeText(options.get("alt") ?? "")), ...renderer.lines(content)];
    case "rubric":
    case "centered":
    case "button-link":
    case "button-ref":
      return name.startsWith("button") && content.length > 0
        ? renderer.lines(content)
        : paragraphOf(name.startsWith("button") ? "" : renderer.inline(argument));
    case "include":
      return includeItems(block, renderer);
    case "only":
      return isForHtml(argument) ? renderer.sections(content, "top") : [];
    case "ifconfig":
    case "ifslides":
      context.drop("unknown-value", content.join(" "));
      return [];
    case "raw":
      return /\bhtml\b/.test(argument) ? rawItems(block, renderer) : [];
    case "glossary":
      return glossaryItems(content, renderer);
    case "todo":
    case "todolist":
      return context.settings.showsTodos && name === "todo" ? renderer.lines(content) : [];
    default:
  }
  if (SILENT.test(name)) return [];
  if (MADE.test(name)) return madeItems(name, block, renderer);
  if (TITLED.test(name)) {
    const titles = [argument, options.get("subtitle") ?? ""];
    return [...titles.flatMap((title) => paragraphOf(renderer.inline(title))), ...renderer.lines(content)];
  }
  // A quote, whose last line may say whose it is.
  if (/^(?:epigraph|highlights|pull-quote)$/.test(name)) {
    return renderer.lines(content.map((line) => (line === "" ? line : ` ${line}`)));
  }
  if (WRAPPER.test(name)) return renderer.lines(content);
  if (content.length === 0) return [];
  return [...paragraphOf(renderer.inline(argument)), ...renderer.lines(content)];
}

/** What stands behind the name begins the text. */
function isTextFirst(name: string): boolean {
  return (
    NOTE.test(name) ||
    /^(?:epigraph|highlights|pull-quote|compound|hlist|tab-set|tabs|todo|header|footer|line-block|glossary)$/.test(
      name,
    )
  );
}

/** Directives that set something for those that follow them. */
function readState({ name, lines }: Directive, renderer: BlockRenderer): OutlineItem[] | undefined {
  const { state, ids, anchors } = renderer.context;
  const { argument, content } = readDirectiveBlock(lines, true);
  switch (name) {
    case "module":
    case "py:module":
    case "js:module":
      if (name === "js:module") state.scriptModule = argument;
      else state.module = argument;
      if (argument !== "") {
        const id = objectId(argument, "module") ?? "";
        ids.note(id);
        anchors.add(id);
        renderer.moveToTitle(id);
      }
      return renderer.sections(content, "here");
    case "currentmodule":
    case "py:currentmodule":
      state.module = argument === "None" ? "" : argument;
      return [];
    case "program":
      state.program = argument === "None" ? "" : argument;
      return [];
    case "default-role":
      state.defaultRole = argument;
      return [];
    case "default-domain":
      state.domain = argument.toLowerCase();
      return [];
    default:
      return undefined;
  }
}

function versionItems(
  words: string,
  { argument, content }: DirectiveBlock,
  renderer: BlockRenderer,
): OutlineItem[] {
  const [, version = "", text = ""] = /^(\S+)\s*([\s\S]*)$/.exec(argument) ?? [];
  const items = [...paragraphOf(renderer.inline(text)), ...renderer.lines(content)];
  const [first, ...rest] = items;
  const label = `${words} ${renderer.inline(version)}`;
  if (first?.kind === "paragraph") return [{ ...first, text: `${label}: ${first.text}` }, ...rest];
  return items.length === 0 ? paragraphOf(`${label}.`) : [...paragraphOf(`${label}:`), ...items];
}

function tabItems(
  name: string,
  { argument, content }: DirectiveBlock,
  renderer: BlockRenderer,
): OutlineItem[] {
  if (name === "code-tab") {
    const [language = "", ...label] = argument.split(/\s+/);
    const items: OutlineItem[] = [
      { kind: "code", language: language.toLowerCase(), code: content.join("\n").trimEnd() },
    ];
    return labelled(label.length === 0 ? language : label.join(" "), items, renderer);
  }
  return labelled(argument, renderer.lines(content), renderer);
}

function labelled(label: string, items: readonly OutlineItem[], renderer: BlockRenderer): OutlineItem[] {
  if (items.length === 0) return [];
  return [
    { kind: "paragraph", text: `${renderer.inline(label)}${LABEL_END}` },
    ...items,
    { kind: "paragraph", text: PANEL_END },
  ];
}

/** Files that include one another, or a file that is included a hundred times, end here. */
const MAX_INCLUDES = 10;
const MAX_INCLUDED_CHARS = 5_000_000;

function includeItems({ argument, options }: DirectiveBlock, renderer: BlockRenderer): OutlineItem[] {
  const { context } = renderer;
  const { state } = context;
  const path = argument.replace(/\s+/g, "");
  // `<isonum.txt>` holds definitions of characters.
  if (path.startsWith("<")) return [];
  if (state.open.includes(path) || state.open.length > MAX_INCLUDES) {
    context.report(`${path} includes itself; it was read once`);
    return [];
  }
  const text = context.include(path);
  if (text === undefined) {
    context.drop("include-missing", "");
    return [{ kind: "paragraph", text: MISSING_CONTENT }];
  }
  state.includedChars += text.length;
  if (state.includedChars > MAX_INCLUDED_CHARS) {
    context.drop("too-deep", "");
    return [];
  }
  const piece = pieceOf(text.replace(/\r\n?/g, "\n"), options);
  if (options.has("literal") || options.has("code")) {
    return piece.trim() === ""
      ? []
      : [{ kind: "code", language: options.get("code") ?? "", code: piece.trimEnd() }];
  }
  // Of Markdown only a parser of it makes text.
  if (/\.(?:md|markdown)$/i.test(path) || /markdown|myst/.test(options.get("parser") ?? "")) {
    context.drop("include-missing", piece);
    return [];
  }
  state.open.push(path);
  const items = renderer.sections(linesOfText(piece), "top");
  state.open.pop();
  return items;
}

/** @see https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-only */
function isForHtml(expression: string): boolean {
  const isTrue = (word: string): boolean =>
    /^(?:html|builder_html|format_html|dirhtml|builder_dirhtml|True)$/.test(word);
  const words = expression.replace(/[()]/g, " ").trim().split(/\s+/);
  // Read from left to right: parentheses are rare.
  let value = false;
  let operator = "or";
  let isNegated = false;
  for (const word of words) {
    if (word === "not") isNegated = !isNegated;
    else if (word === "and" || word === "or") operator = word;
    else {
      const own = isTrue(word) !== isNegated;
      value = operator === "and" ? value && own : value || own;
      isNegated = false;
    }
  }
  return value;
}

function rawItems({ options, content }: DirectiveBlock, { context }: BlockRenderer): OutlineItem[] {
  const file = options.get("file");
  const html = file === undefined ? content.join("\n") : context.include(file);
  if (html === undefined) return [];
  const { items, links, anchors } = htmlFragment(html);
  context.links.push(...links);
  for (const anchor of anchors) context.anchors.add(anchor);
  return items;
}

/** The text is in programs, which are not read; what the page adds to it is shown. */
function madeItems(name: string, block: DirectiveBlock, renderer: BlockRenderer): OutlineItem[] {
  const { argument, content } = block;
  renderer.context.drop("component", argument);
  // A list of the names of objects.
  if (content.every((line) => /^\s*[~\w.]*\s*$/.test(line))) return [];
  const kind = /^auto(class|exception|function|method|attribute|data|decorator|property)$/.exec(name)?.[1];
  return kind === undefined ? renderer.lines(content) : readDocumented(kind, block, renderer);
}
