/**
 * What roles show. One that is not known shows the text that it is given.
 *
 * @see https://www.sphinx-doc.org/en/master/usage/restructuredtext/roles.html
 */
import { codeSpan } from "../../parse/inline-text.ts";
import { UNKNOWN_VALUE } from "../../parse/marks.ts";
import { wordsOfPath } from "../../parse/dialects/path-words.ts";
import type { DocumentContext } from "./document-context.ts";
import { unescaped, withBackslashes, type InlineText } from "./inline-markup.ts";

/** Shown as code, whatever it refers to. */
const CODE =
  /^(?:code|literal|file|samp|option|envvar|confval|setting|token|keyword|download|regexp|func|meth|class|mod|attr|data|exc|obj|const|property|macro|type|member|ident|signal|cmdoption|(?:py|c|cpp|js|rst|php|go|rb|java|http):[\w-]+)$/;
const FUNCTION = /^(?:(?:py|js|c|cpp|php):)?(?:func|meth)$/;
const PLAIN =
  /^(?:emphasis|strong|subscript|sub|superscript|sup|title-reference|title|t|kbd|guilabel|dfn|command|program|mailheader|makevar|manpage|mimetype|newsgroup|math|index|term|abbr|abbreviation|menuselection|pep|rfc|pep-reference|rfc-reference|cve|cwe|doc|ref|numref|eq|any|raw|footcite(?::\w+)?|cite(?::\w+)?)$/;
const TITLE = /^([\s\S]*?)\s*(?<!\0)<([^<]*)>$/;

/** @param content with escapes as they were marked. */
export function roleText(role: string, content: string, context: DocumentContext): InlineText {
  const name = baseRole(role.toLowerCase(), context);
  const { settings } = context;
  const [, explicit, inBrackets] = TITLE.exec(content) ?? [];
  const title = explicit === undefined || explicit.trim() === "" ? undefined : words(explicit);
  const target = words(title === undefined ? (inBrackets ?? content) : (inBrackets ?? ""));
  const pattern = settings.linkRoles[name];
  if (pattern !== undefined) return plain(title ?? pattern.replace("%s", target));
  if (name === "code" || name === "literal" || name === "math") {
    const code = withBackslashes(content);
    return name === "math" ? plain(code) : { shown: codeSpan(code), name: code };
  }
  if (name === "raw") return { shown: "" };
  if (CODE.test(name) || settings.codeRoles.includes(name)) return codeText(name, title, target, context);
  switch (name) {
    case "menuselection":
      return plain((title ?? words(content)).replace(/\s*--+>\s*/g, " ‣ ").replace(/&(\S)/g, "$1"));
    case "guilabel":
      return plain(words(content).replace(/&(\S)/g, "$1"));
    case "pep":
    case "pep-reference":
      return plain(title ?? `PEP ${target}`);
    case "rfc":
    case "rfc-reference":
      return plain(title ?? `RFC ${target.replace(/#section-/i, " Section ").replace("#", " ")}`);
    case "cve":
      return plain(title ?? `CVE ${target}`);
    case "cwe":
      return plain(title ?? `CWE ${target}`);
    case "abbr":
    case "abbreviation":
      // What it means is shown when it is pointed at.
      return plain(words(content).replace(/ \([^()]*\)$/, ""));
    case "sup":
    case "superscript":
      return plain(words(content));
    case "doc":
      return reference(title, target, docTitle);
    case "ref":
    case "any":
      return reference(title, target, context.titleOf);
    case "numref":
      // The number is counted when the site is built.
      return plain(title !== undefined && !/%s|\{number\}/.test(title) ? title : UNKNOWN_VALUE);
    case "eq":
      return plain(UNKNOWN_VALUE);
    case "index":
      return plain(title ?? target.replace(/^!/, "").replace(/^(?:single|pair|triple|see|seealso):\s*/, ""));
    default:
  }
  if (/^(?:octicon|fa[bsr]?|material-.*|iconify|badge-icon)$/.test(name)) return { shown: "" };
  if (/^(?:foot)?cite(?::\w+)?$/.test(name)) return plain(`[${target}]`);
  if (PLAIN.test(name))
    return plain(/^(?:kbd|command|program)$/.test(name) ? words(content) : (title ?? target));
  return plain(title ?? target);

  function docTitle(path: string): string | undefined {
    // A label of the same name is another thing.
    return context.titleOf(path.startsWith("/") ? path : `./${path}`);
  }
}

/** Of a role that the document has made of another. */
function baseRole(role: string, { definitions, state }: DocumentContext): string {
  let name = role === "" ? state.defaultRole.toLowerCase() || "title-reference" : role;
  for (let steps = 0; steps < 5; steps++) {
    const base = definitions.roles.get(name);
    if (base === undefined || base === name) break;
    name = base === "" ? "emphasis" : base;
  }
  return name.replace(/^external(?:\+[\w.-]+)?:/, "").replace(/^std:/, "");
}

function codeText(
  name: string,
  title: string | undefined,
  target: string,
  { settings }: DocumentContext,
): InlineText {
  if (title !== undefined) return code(title);
  const own = target.replace(/^!/, "");
  let shown = own;
  if (
    /^(?:(?:py|c|cpp|js|php):)?\w+$/.test(name) &&
    !/^(?:file|samp|option|envvar|confval|setting|token|keyword|download)$/.test(name)
  ) {
    shown = own.startsWith("~") ? own.slice(1).replace(/^.*[.:\\](?=[^.:\\]+$)/, "") : own.replace(/^\./, "");
  }
  if (FUNCTION.test(name) && settings.addsParentheses && !shown.endsWith(")")) shown += "()";
  if (name === "samp" || name === "file") shown = shown.replace(/\{([^{}]*)\}/g, "$1");
  return code(shown);
}

function reference(
  title: string | undefined,
  target: string,
  titleOf: (target: string) => string | undefined,
): InlineText {
  if (title !== undefined) return plain(title);
  const known = BUILT_IN[target.toLowerCase()] ?? titleOf(target);
  // Labels of `autosectionlabel` are titles behind the name of their document.
  const shown =
    known ?? titleOf(target.replace(/^[\w/.-]+:(?=\S)/, "")) ?? sectionName(target) ?? wordsOfPath(target);
  return { shown, name: target };
}

/** Pages that Sphinx makes itself. */
const BUILT_IN: Readonly<Record<string, string>> = {
  genindex: "Index",
  modindex: "Module Index",
  search: "Search Page",
};

function sectionName(target: string): string | undefined {
  return /^[\w/.-]+:(\S.* .*)$/.exec(target)?.[1];
}

function words(content: string): string {
  return unescaped(content).replace(/\s+/g, " ").trim();
}

function plain(text: string): InlineText {
  return { shown: text.replace(/`/g, "'"), name: text };
}

function code(text: string): InlineText {
  return { shown: codeSpan(text), name: text };
}
