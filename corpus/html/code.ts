/** Code as it was written: lines that are elements become lines, line numbers and copy buttons go. */
import type { Element, ElementContent, Nodes } from "hast";
import { isBlockName, MACHINERY } from "./elements.ts";
import {
  attribute,
  classNames,
  elementChildren,
  findElement,
  hasAttribute,
  hasClass,
  isElement,
  type Parent,
} from "./tree.ts";
import { visibleText } from "./visible-text.ts";

const LINE = /^(?:line|token-line|code-line|ec-line|view-line|CodeMirror-line|code-block-line)$/;
const LINE_NUMBER =
  /^(?:lineno|linenos|line-?numbers?|line-numbers-rows|ln|lnt|linenumber|linenodiv|gutter|ec-gutter|gp-num|hljs-ln-numbers|hljs-ln-n|code-line-number|react-syntax-highlighter-line-number|blob-num)$/i;
/** What twoslash says of a name while the pointer is on it, or offers to complete it with. */
const POPUP = /^twoslash-(?:popup-container|floating|completion-list)$/;
/** What mdBook compiles and does not show until it is asked for. */
const HIDDEN_LINE = /^boring$/;
const GUTTER_CELL = /(?:^|-)(?:gutter|linenos?|lineno|line-?num(?:ber)?s?|lnt|ln-numbers|blob-num)(?:$|-)/i;
const CODE_CELL = /(?:^|-)(?:code|ln-code|blob-code)(?:$|-|\b)/i;

/** @param isLeftOut buttons, and what is hidden. */
export function codeText(root: Element, isLeftOut: (node: ElementContent) => boolean): string {
  let text = "";
  const startLine = (): void => {
    if (text !== "" && !text.endsWith("\n")) text += "\n";
  };
  const read = (node: Nodes, isInLine: boolean): void => {
    if (node.type === "text") {
      text += node.value;
      return;
    }
    if (node.type !== "element") return;
    if (MACHINERY.has(node.tagName) || node.tagName === "button" || isLeftOut(node)) return;
    if (hasClass(node, LINE_NUMBER) || hasClass(node, HIDDEN_LINE) || hasClass(node, POPUP)) return;
    if (node.tagName === "br") {
      text += "\n";
      return;
    }
    // Components put `div`s around the names in a line, which break no line of text.
    const isBlock = isBlockName(node.tagName) && !isInLine;
    const hasLineClass = hasClass(node, LINE);
    if (isBlock || hasLineClass) startLine();
    for (const child of node.children) read(child, isInLine || (hasLineClass && node.tagName === "span"));
    if (isBlock && node.tagName !== "pre") startLine();
  };
  for (const child of root.children) read(child, false);
  return text.replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

/**
 * The code of a table that has line numbers in its first column, as Rouge, Pygments, Chroma, Hexo and highlight.js
 * write it; undefined for any other table.
 */
export function numberedCode(
  table: Element,
  rows: readonly (readonly Element[])[],
  isLeftOut: (node: ElementContent) => boolean,
): string | undefined {
  if (rows.length === 0) return undefined;
  const lines: string[] = [];
  for (const row of rows) {
    const code = row.at(-1);
    const numbers = row.slice(0, -1);
    if (code === undefined || numbers.length === 0 || numbers.length > 2) return undefined;
    if (!numbers.every(isGutter)) return undefined;
    if (rows.length === 1 && !isCodeCell(code) && !isCodeTable(table)) return undefined;
    lines.push(codeText(code, isLeftOut));
  }
  return isCodeTable(table) || isCodeCell(rows[0]?.at(-1)) ? lines.join("\n").replace(/\s+$/, "") : undefined;
}

function isGutter(cell: Element): boolean {
  const isNumbered =
    hasClass(cell, GUTTER_CELL) ||
    hasAttribute(cell, "dataLineNumber") ||
    findElement(cell, ({ tagName }) => tagName === "pre" || tagName === "code") !== undefined;
  return isNumbered && /^[\d\s+-]*$/.test(visibleText(cell));
}

function isCodeCell(cell: Element | undefined): boolean {
  if (cell === undefined) return false;
  return (
    hasClass(cell, CODE_CELL) ||
    findElement(cell, ({ tagName }) => tagName === "pre" || tagName === "code") !== undefined
  );
}

function isCodeTable(table: Element): boolean {
  return hasClass(
    table,
    /^(?:rouge-table|highlighttable|lntable|hljs-ln|highlight|js-file-line-container|syntaxhighlighter)$/,
  );
}

const LANGUAGE_CLASS = /^(?:language|lang|highlight-source|highlight|brush|src)[-:_]([\w+#.]+)/;
/** Beside the name of the highlighter its language stands alone: `hljs python`, `sourceCode haskell`, `highlight sh`. */
const HIGHLIGHTERS = /^(?:hljs|sourceCode|prettyprint|shiki|prism|highlight|chroma|code)$/;
const NO_LANGUAGE =
  /^(?:default|none|text|plaintext|plain|notranslate|nohighlight|highlight|console-output|auto|code|pre|numberSource|numberLines|linenums|wrap|copy|copyable|scroll|dark|light|collapse|toolbar|panel|pdl|block|box|example|snippet|body|content|inline|group|container)$|[-_:]/;
/** Elements around the code that may name its language. */
const WRAPPERS = 3;

/** Lower case; "" where the page does not say. */
export function codeLanguage(pre: Element, path: readonly Parent[]): string {
  const around = path
    .slice(-WRAPPERS)
    .toReversed()
    .filter(
      (parent): parent is Element =>
        parent.type === "element" && parent.tagName !== "main" && parent.tagName !== "body",
    );
  const code = elementChildren(pre).find(({ tagName }) => tagName === "code");
  for (const element of [...(code === undefined ? [] : [code]), pre, ...around]) {
    const language = languageOf(element);
    if (language !== undefined) return language;
    // The wrapper of one block of code names its language; that of more is the page's text.
    if (around.includes(element) && elementChildren(element).length > 3) break;
  }
  return "";
}

function languageOf(element: Element): string | undefined {
  const named = attribute(element, "dataLang") ?? attribute(element, "dataLanguage");
  if (named !== undefined && /^[\w+#.-]+$/.test(named)) return plainLanguage(named);
  const names = classNames(element);
  for (const name of names) {
    const language = LANGUAGE_CLASS.exec(name)?.[1];
    if (language !== undefined) return plainLanguage(language);
  }
  if (names.some((name) => HIGHLIGHTERS.test(name))) {
    const other = names.find(
      (name) => !HIGHLIGHTERS.test(name) && /^[a-z][\w+#]*$/i.test(name) && !NO_LANGUAGE.test(name),
    );
    if (other !== undefined && names.length <= 3) return plainLanguage(other);
  }
  return undefined;
}

function plainLanguage(name: string): string {
  const language = name.toLowerCase();
  return /^(?:default|none|text|plaintext|plain|txt)$/.test(language) ? "" : language;
}

/** Whether an element is the label, the button or the toolbar of the code beside it. */
export function isCodeControl(element: Element, parent: Parent): boolean {
  if (
    element.tagName !== "span" &&
    element.tagName !== "div" &&
    element.tagName !== "button" &&
    element.tagName !== "p"
  )
    return false;
  if (!holdsCode(parent)) return false;
  if (element.tagName === "button") return true;
  return hasClass(
    element,
    /^(?:lang|language|code-?lang(?:uage)?|language-?(?:label|name|tag)|lang-?(?:label|name|tag)|code-?(?:toolbar|actions|buttons)|toolbar|buttons?)$/i,
  );
}

const TERMINAL =
  /^(?:terminal|console|command|command-?line|shell)(?:-(?:block|box|window|input|line|code))?$/i;
const TERMINAL_PARTS: ReadonlySet<string> = new Set(["div", "span", "p", "figure"]);

/** The one `code` element that a run of nodes consists of, where it is a line of a terminal that is written without `pre`. */
export function terminalLine(run: readonly ElementContent[], path: readonly Parent[]): Element | undefined {
  const shown = run.filter(
    (node) => node.type === "element" || (node.type === "text" && /\S/.test(node.value)),
  );
  const [only] = shown;
  if (shown.length !== 1 || !isElement(only)) return undefined;
  if (only.tagName === "span") return terminalLine(only.children, [...path, only]);
  if (only.tagName !== "code") return undefined;
  for (const around of path.slice(-WRAPPERS).toReversed()) {
    if (around.type !== "element" || !TERMINAL_PARTS.has(around.tagName)) return undefined;
    if (hasClass(around, TERMINAL)) return only;
  }
  return undefined;
}

/** What is typed on it: a shell asks for the rest of a command by `>`. docutils keeps spaces apart as hard ones. */
export function terminalText(code: string): string {
  const [first = "", ...rest] = code.replace(/\u00A0/g, " ").split("\n");
  if (!rest.every((line) => /^>(?: |$)/.test(line))) return [first, ...rest].join("\n");
  return [first, ...rest.map((line) => line.slice(2))].join("\n");
}

/** Whether an element shows what was typed and what was answered. */
export function isTerminal(element: Element): boolean {
  return element.tagName === "div" && hasClass(element, TERMINAL);
}

/** `$` or `user@host:~$` on a line of its own before a command: none of what is typed. */
export function isPrompt(element: Element): boolean {
  return (
    element.tagName === "div" &&
    hasClass(element, /^(?:terminal-|shell-|command-)?prompt$/i) &&
    /^\S{0,80}[$#>%]$/.test(visibleText(element).trim())
  );
}

const codeParents = new WeakMap<Parent, boolean>();

/** Asked once for each of its children. */
function holdsCode(parent: Parent): boolean {
  const known = codeParents.get(parent);
  if (known !== undefined) return known;
  const holds = elementChildren(parent).some(({ tagName }) => tagName === "pre" || tagName === "code");
  codeParents.set(parent, holds);
  return holds;
}
