/**
 * MyST: directives as fences (```` ```{note} Title ````) and as colons (`:::{tip} Title`), and block breaks (`+++`).
 *
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
 */
import { isGenericNoteTitle } from "../../note-titles.ts";
import { labelLine, panelEnd } from "./labels.ts";
import { csvTable, glossaryLines, listTable } from "./myst-tables.ts";

const OPENING = /^([ \t>]*)(`{3,}|~{3,}|:{3,})[ \t]?\{([a-zA-Z][\w:.+-]*)\}[ \t]*(.*)$/;

const DIRECTIVE = /(?:`{3}|~{3}|:{3})[ \t]?\{[\w:.+-]+\}/;

/** Of lists and definitions, where a directive or a plain block of code stands right behind it. */
const MARKER = /^[ \t>]{0,40}(?:(?:[-*+:]|\d{1,9}[.)])[ \t]{1,8}){1,5}(?=`{3}|~{3}|:{3})/;

/** Shown as code. */
const CODE = new Set([
  "code",
  "code-block",
  "sourcecode",
  "code-cell",
  "ipython",
  "prompt",
  "parsed-literal",
  "doctest",
  "testcode",
  "testoutput",
  "terminal",
  "math",
  "highlight",
]);
/** Says where things are, or is drawn by a program. */
const SILENT = new Set(
  "toctree contents tableofcontents index mermaid graphviz digraph bibliography only-comment autosummary autoclass automodule autofunction automethod autodoc2-object autodoc2-summary currentmodule meta jupyter-execute sectionauthor codeauthor tabularcolumns iframe youtube anywidget thebe-button video audio include literalinclude click program".split(
    " ",
  ),
);
/** Shown before what stands in them. */
const TABS = new Set(["tab-item", "tab", "md-tab-item"]);
const TITLED = new Set([
  "admonition",
  "card",
  "dropdown",
  "grid-item-card",
  "topic",
  "rubric",
  "sidebar",
  "details",
  "seealso",
  "prf:theorem",
  "prf:definition",
  "exercise",
  "versionadded",
  "versionchanged",
  "deprecated",
  "centered",
]);
const VERSION_WORDS: Readonly<Record<string, string>> = {
  versionadded: "Added in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
};

/** Their lines are read as a whole. */
const COLLECTED = new Set(["list-table", "csv-table", "glossary"]);

interface Open {
  name: string;
  marks: string;
  kind: "text" | "code" | "silent" | "collected" | "tab";
  indent: string;
  argument: string;
  options: Map<string, string>;
  lines: string[];
}

/** Deeper than anybody nests. */
const MAX_DEPTH = 20;

/** @param include the text of a file that the page names. */
export function readMystBlocks(
  source: string,
  include: (path: string) => string | undefined = () => undefined,
): string {
  if (!DIRECTIVE.test(source)) return source;
  const result: string[] = [];
  const open: Open[] = [];
  /** Lines that may still be options of the directive above. */
  let options = false;
  let isYaml = false;
  /** Of a plain code block, which nothing is read in. */
  let plainFence: string | undefined;
  for (const written of source.split("\n")) {
    const top = open.at(-1);
    const isRead =
      plainFence === undefined && (top === undefined || top.kind === "text" || top.kind === "tab");
    const marker = isRead ? (MARKER.exec(written)?.[0] ?? "") : "";
    const line = marker.replace(/[^ \t>]/g, " ") + written.slice(marker.length);
    const [, marks = "", rest = ""] = /^[ \t>]*(`{3,}|~{3,}|:{3,})(.*)$/.exec(line) ?? [];
    if (plainFence !== undefined) {
      if (marks.startsWith(plainFence) && rest.trim() === "") plainFence = undefined;
      result.push(line);
      continue;
    }
    if (marker === "" && top !== undefined && marks.startsWith(top.marks) && rest.trim() === "") {
      result.push(...closingLines(top, include));
      open.pop();
      options = false;
      continue;
    }
    if (top?.kind === "silent") continue;
    if (options && top !== undefined) {
      if (isYaml || line.trim() === "---") {
        isYaml = line.trim() === "---" ? !isYaml : isYaml;
        options = isYaml;
        continue;
      }
      const [, name, value = ""] = /^[ \t>]*:([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
      if (name !== undefined) {
        top.options.set(name, value.trim());
        // Its id is one that no heading below gets.
        if (name === "name" && value !== "")
          result.splice(
            top.kind === "code" ? -1 : result.length,
            0,
            labelAnchor(value.trim(), top.indent),
            "",
          );
        if (name === "alt" && /^(?:figure|image)$/.test(top.name))
          result.push(`${top.indent}![${value.trim().replace(/[[\]]/g, "\\$&")}](#)`, top.indent);
        if (name === "caption" && top.kind === "code" && value !== "") {
          // The fence is open already; its title stands on it.
          result[result.length - 1] += ` [${value.trim()}]`;
        }
        // What is typed into a terminal stands above what it answers.
        if (name === "input" && top.kind === "code" && value !== "")
          result.push(`${top.indent}${value.trim()}`);
        continue;
      }
      options = false;
    }
    if (top?.kind === "code") {
      result.push(
        top.name === "parsed-literal" ? line.replace(/(\*\*?)(?=\S)([^*]{1,500}?)\1/g, "$2") : line,
      );
      continue;
    }
    if (top?.kind === "collected") {
      top.lines.push(line);
      continue;
    }
    // A break of blocks, with what programs note of it.
    if (/^\+{3,}[ \t]*\{.{0,500}\}[ \t]*$/.test(line)) {
      result.push("");
      continue;
    }
    // Between the head, the text and the foot of a card.
    if (top !== undefined && /^[ \t]*(?:\^{3,}|\+{3,})[ \t]*$/.test(line)) {
      result.push("");
      continue;
    }
    const [, indent = "", fence = "", directive, argument = ""] = OPENING.exec(line) ?? [];
    if (directive === undefined || open.length >= MAX_DEPTH) {
      if (directive === undefined && /^[`~]/.test(marks) && !rest.includes("`")) plainFence = marks;
      result.push(written);
      continue;
    }
    const name = directive.toLowerCase();
    const kind = kindOf(name, argument.trim());
    open.push({ name, marks: fence, kind, indent, argument: argument.trim(), options: new Map(), lines: [] });
    options = true;
    // An item begins with what is shown of it; a meaning goes on where its colon is.
    const isItem = marker !== "" && !/:[ \t]+$/.test(marker);
    if (isItem && kind !== "code") result.push(`${marker}<!-- -->`);
    if (kind === "code") {
      const language = name === "math" || LANGUAGES.has(name) ? name : argument.trim();
      result.push("", `${isItem ? marker : indent}${fence.replaceAll(":", "`")}${language}`);
    } else if (kind === "tab") result.push(labelLine(argument, indent));
    else result.push(...shownArgument(name, argument.trim(), indent));
  }
  // What is never closed ends with the page.
  for (const each of open.reverse()) if (each.kind !== "tab") result.push(...closingLines(each, include));
  return result.join("\n");
}

function closingLines(closed: Open, include: (path: string) => string | undefined): string[] {
  const { kind, name, marks, indent, argument, options, lines } = closed;
  if (kind === "code") return [`${indent}${marks.replaceAll(":", "`")}`];
  if (kind === "tab") return [panelEnd(indent)];
  if (kind !== "collected") return [""];
  const table = { title: argument, options, lines, indent };
  if (name === "glossary") return glossaryLines(table);
  if (name === "list-table") return listTable(table);
  const path = options.get("file");
  return csvTable(table, path === undefined ? undefined : (include(path) ?? ""));
}

/** Stands for a label: what it names takes an id, as headings do. */
export function labelAnchor(label: string, indent = ""): string {
  return `${indent}<a data-label id="${label.replace(/[^\p{L}\p{N} ._:-]/gu, "")}"></a>`;
}

/** Executable blocks of notebooks name their language where others name a directive. */
const LANGUAGES = new Set(
  "r python julia bash sh sql js javascript ojs ruby perl go rust stan dot".split(" "),
);

function kindOf(name: string, argument: string): Open["kind"] {
  if (COLLECTED.has(name)) return "collected";
  if (name === "raw") return /\bhtml\b/.test(argument) ? "text" : "silent";
  if (name === "only") return isForHtml(argument) ? "text" : "silent";
  if (CODE.has(name) || LANGUAGES.has(name)) return "code";
  if (SILENT.has(name) || name.startsWith("auto")) return "silent";
  return TABS.has(name) ? "tab" : "text";
}

/** `html or latex`, `not html`: what is built is HTML, and has no tags of its own. */
function isForHtml(expression: string): boolean {
  return expression
    .split(/\s+or\s+/)
    .some((part) =>
      part
        .split(/\s+and\s+/)
        .every((term) =>
          /^\(?(?:html|dirhtml|builder_html|format_html|not\s+(?!html\b)\S+)\)?$/.test(term.trim()),
        ),
    );
}

function shownArgument(name: string, argument: string, indent: string): string[] {
  if (argument === "" || isGenericNoteTitle(argument)) return [indent];
  const version = VERSION_WORDS[name];
  if (version !== undefined) return [indent, `${indent}${version} ${argument}:`];
  if (name === "figure" || name === "image") return [indent];
  const isShown =
    TITLED.has(name) ||
    /^(?:note|tip|warning|important|caution|danger|error|hint|attention|table)$/.test(name) ||
    name.includes(":");
  return isShown ? [indent, `${indent}${argument.replace(/^[#>]/, "\\$&")}`, indent] : [indent];
}
