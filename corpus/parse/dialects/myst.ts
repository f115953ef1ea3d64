/**
 * MyST: directives as fences (```` ```{note} Title ````) and as colons (`:::{tip} Title`), roles (`` {ref}`text <target>` ``),
 * targets (`(label)=`), comments (`% …`) and block breaks (`+++`).
 *
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
 */
import { codeSpans } from "../code-spans.ts";
import type { DialectContext } from "./dialect-context.ts";
import { wordsOfPath } from "./path-words.ts";
import { labelLine, panelEnd } from "./labels.ts";

const OPENING = /^([ \t>]*)(`{3,}|~{3,}|:{3,})[ \t]?\{([a-zA-Z][\w:.+-]*)\}[ \t]*(.*)$/;

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
  "toctree contents tableofcontents index mermaid graphviz digraph raw bibliography only-comment autosummary autoclass automodule autofunction automethod autodoc2-object autodoc2-summary currentmodule meta jupyter-execute sectionauthor codeauthor tabularcolumns iframe youtube anywidget thebe-button video audio include literalinclude click program".split(
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
  "figure-md",
  "prf:theorem",
  "prf:definition",
  "exercise",
  "solution",
  "button-link",
  "button-ref",
  "versionadded",
  "versionchanged",
  "deprecated",
]);
const VERSION_WORDS: Readonly<Record<string, string>> = {
  versionadded: "Added in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
};

interface Open {
  marks: string;
  kind: "text" | "code" | "silent" | "table" | "tab";
  indent: string;
}

/** Deeper than anybody nests. */
const MAX_DEPTH = 20;

export function readMystBlocks(source: string): string {
  if (!/^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]?\{[\w:.+-]+\}/m.test(source)) return source;
  const result: string[] = [];
  const open: Open[] = [];
  /** Lines that may still be options of the directive above. */
  let options = false;
  let isYaml = false;
  /** Of a plain code block, which nothing is read in. */
  let plainFence: string | undefined;
  for (const line of source.split("\n")) {
    const top = open.at(-1);
    const [, marks = "", rest = ""] = /^[ \t>]*(`{3,}|~{3,}|:{3,})(.*)$/.exec(line) ?? [];
    if (plainFence !== undefined) {
      if (marks.startsWith(plainFence) && rest.trim() === "") plainFence = undefined;
      result.push(line);
      continue;
    }
    if (top !== undefined && marks.startsWith(top.marks) && rest.trim() === "") {
      if (top.kind === "code") result.push(`${top.indent}${top.marks.replaceAll(":", "`")}`);
      else if (top.kind === "tab") result.push(panelEnd(top.indent));
      else result.push("");
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
      result.push(line);
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
      result.push(line);
      continue;
    }
    const name = directive.toLowerCase();
    const kind = kindOf(name);
    open.push({ marks: fence, kind, indent });
    options = true;
    if (kind === "code") {
      const language = name === "math" || LANGUAGES.has(name) ? name : argument.trim();
      result.push("", `${indent}${fence.replaceAll(":", "`")}${language}`);
    } else if (kind === "tab") result.push(labelLine(argument, indent));
    else result.push(...shownArgument(name, argument.trim(), indent));
  }
  // What is never closed ends with the page.
  for (const { kind, marks, indent } of open.reverse())
    if (kind === "code") result.push(`${indent}${marks.replaceAll(":", "`")}`);
  return result.join("\n");
}

/** Executable blocks of notebooks name their language where others name a directive. */
const LANGUAGES = new Set(
  "r python julia bash sh sql js javascript ojs ruby perl go rust stan dot".split(" "),
);

function kindOf(name: string): Open["kind"] {
  if (CODE.has(name) || LANGUAGES.has(name)) return "code";
  if (SILENT.has(name) || name.startsWith("auto")) return "silent";
  return TABS.has(name) ? "tab" : "text";
}

function shownArgument(name: string, argument: string, indent: string): string[] {
  if (argument === "") return [indent];
  const version = VERSION_WORDS[name];
  if (version !== undefined) return [indent, `${indent}${version} ${argument}:`];
  if (name === "figure" || name === "image") return [indent];
  const isShown =
    TITLED.has(name) ||
    /^(?:note|tip|warning|important|caution|danger|error|hint|attention|list-table|csv-table|table|glossary)$/.test(
      name,
    ) ||
    name.includes(":");
  return isShown ? [indent, `${indent}${argument.replace(/^[#>]/, "\\$&")}`, indent] : [indent];
}

/** Roles that show what they are given; the target behind a text is none of it. */
export function readMystRoles(source: string, context: DialectContext): string {
  const { generator, titleOf = () => undefined } = context;
  let text = /\}`/.test(source) ? readRoles(source, titleOf) : source;
  // A link without a text shows the title of what it leads to.
  if (generator === "sphinx")
    text = text.replace(
      /(?<!!)\[\]\(<?([^()<>\s]{1,300})>?\)/g,
      (link, target: string) => titleOf(target.replace(/^(?:project:|path:)/, "")) ?? link,
    );
  const withoutTargets = text.replace(/^[ \t]{0,3}\([\w:./ -]{1,200}\)=[ \t]*$/gm, "");
  return generator === "sphinx" ? withoutTargets.replace(/^%(?: .*)?$/gm, "") : withoutTargets;
}

type TitleLookup = (target: string) => string | undefined;

function readRoles(source: string, titleOf: TitleLookup): string {
  let result = "";
  let start = 0;
  for (const [from, to] of codeSpans(source)) {
    const role = /\{([a-zA-Z][\w:+-]{0,50})\}$/.exec(source.slice(Math.max(start, from - 60), from));
    if (role === null) continue;
    const content = source.slice(from, to).replace(/^`+|`+$/g, "");
    result +=
      source.slice(start, from - role[0].length) + roleText((role[1] ?? "").toLowerCase(), content, titleOf);
    start = to;
  }
  return result + source.slice(start);
}

/** Shown as code. */
const CODE_ROLE =
  /^(?:code|literal|file|samp|envvar|option|command|program|func|class|meth|mod|attr|data|exc|obj|const|(?:py|c|cpp|js|rst):\w+)$/;

function roleText(name: string, content: string, titleOf: TitleLookup): string {
  if (name === "octicon" || /^(?:fa|material-)/.test(name)) return "";
  const [, written = "", target] = /^([^<]*)<([^<>]+)>$/.exec(content) ?? [];
  const text = written.trim();
  if (CODE_ROLE.test(name)) {
    // `~module.Class` shows its last part only.
    return `\`${(text === "" ? (target ?? content) : text).replace(/^~[\w.]*\.(?=\w)|^[~!.]/, "")}\``;
  }
  if (name === "abbr") return content;
  // A reference without a text takes the title of its target; where none is known, the words of its name are nearest.
  if (/^(?:ref|numref|eq|doc|any|cite|cite:\w+|std:ref|std:doc)$/.test(name)) {
    if (text !== "") return text;
    const named = target ?? content;
    return (name.startsWith("cite") ? undefined : titleOf(named)) ?? wordsOfPath(named);
  }
  return text === "" ? (target ?? content) : text;
}
