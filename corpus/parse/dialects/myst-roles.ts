/**
 * Roles of MyST (`` {ref}`text <target>` ``), labels (`(label)=`), comments (`% …`) and links without a text.
 *
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
 */
import { githubSlug } from "../../generators/github-slugs.ts";
import { codeSpans } from "../code-spans.ts";
import type { DialectContext } from "./dialect-context.ts";
import { labelAnchor } from "./myst.ts";
import { wordsOfPath } from "./path-words.ts";

/** Roles that show what they are given; the target behind a text is none of it. */
export function readMystRoles(source: string, context: DialectContext): string {
  const { generator, titleOf = () => undefined, linkRoles = {} } = context;
  let text = /\}`/.test(source) ? readRoles(source, { titleOf, linkRoles }) : source;
  if (generator !== "sphinx") return text.replace(LABEL, "");
  // A link without a text shows the title of what it leads to.
  if (text.includes("[](")) {
    const headings = headingsOf(source);
    text = text.replace(/(?<!!)\[\]\(<?([^()<>\s]{1,300})>?\)/g, (link, target: string) => {
      const place = target.replace(/^(?:project:|path:)/, "");
      return titleOf(place) ?? headings.get(place) ?? link;
    });
  }
  return text
    .replace(LABEL, (_, label: string) => `\n${labelAnchor(label)}\n`)
    .replace(FIELD, "$1: $2  ")
    .replace(/^%(?: .*)?$/gm, "");
}

/** Of a list of fields; options of directives are taken away before. */
const FIELD = /^:([A-Za-z][\w ./-]{0,60}):[ \t]+(\S.*)$/gm;

const LABEL = /^[ \t]{0,3}\(([\w:./ -]{1,200})\)=[ \t]*$/gm;

/** Headings of the page by the anchors of GitHub that MyST gives them. */
function headingsOf(source: string): Map<string, string> {
  const headings = [...source.matchAll(/^#{1,6}[ \t]+(\S[^\n]{0,300}?)[ \t]*#*[ \t]*$/gm)];
  return new Map(headings.map(([, text = ""]) => [`#${githubSlug(text.replace(/[`*_]/g, ""))}`, text]));
}

type RoleContext = Required<Pick<DialectContext, "titleOf" | "linkRoles">>;

function readRoles(source: string, context: RoleContext): string {
  let result = "";
  let start = 0;
  for (const [from, to] of codeSpans(source)) {
    const role = /\{([a-zA-Z][\w:+-]{0,50})\}$/.exec(source.slice(Math.max(start, from - 60), from));
    if (role === null) continue;
    const content = source.slice(from, to).replace(/^`+|`+$/g, "");
    result +=
      source.slice(start, from - role[0].length) + roleText((role[1] ?? "").toLowerCase(), content, context);
    start = to;
  }
  return result + source.slice(start);
}

/** Shown as code. */
const CODE_ROLE =
  /^(?:code|literal|file|samp|envvar|option|command|program|func|class|meth|mod|attr|data|exc|obj|const|(?:py|c|cpp|js|rst):\w+)$/;

/** Show all that they are given: no target stands behind their text. */
const WHOLE_ROLE =
  /^(?:emphasis|strong|sub|subscript|sup|superscript|title-reference|kbd|guilabel|dfn|mailheader|makevar|manpage|mimetype|newsgroup)$/;

function roleText(name: string, content: string, { titleOf, linkRoles }: RoleContext): string {
  if (name === "octicon" || /^(?:fa|material-)/.test(name)) return "";
  const [, written = "", target] = /^([^<]*)<([^<>]+)>$/.exec(content) ?? [];
  const text = written.trim();
  const pattern = linkRoles[name];
  if (pattern !== undefined) return text === "" ? pattern.replace("%s", target ?? content) : text;
  if (WHOLE_ROLE.test(name)) return content.replace(/</g, "\\<");
  if (CODE_ROLE.test(name)) {
    // `~module.Class` shows its last part only.
    return `\`${(text === "" ? (target ?? content) : text).replace(/^~[\w.]*\.(?=\w)|^[~!.]/, "")}\``;
  }
  // Its meaning is shown where a pointer rests on it.
  if (name === "abbr") return content.replace(/\s*\([^()]*\)$/, "");
  // A reference without a text takes the title of its target; where none is known, the words of its name are nearest.
  if (/^(?:ref|numref|eq|doc|any|cite|cite:\w+|std:ref|std:doc)$/.test(name)) {
    if (text !== "") return text;
    const named = target ?? content;
    return (name.startsWith("cite") ? undefined : titleOf(named)) ?? wordsOfPath(named);
  }
  return text === "" ? (target ?? content) : text;
}
