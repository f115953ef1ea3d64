/**
 * Shortcodes of Hugo and of its themes: `{{< note title="…" >}}…{{< /note >}}`, `{{% tab "macOS" %}}`. What stands between
 * a pair is text, what the tag shows of itself too; a value that a shortcode puts in is known or takes its sentence along.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
import { literalBraces, MISSING_CONTENT, STASHED_BLOCK, UNKNOWN_VALUE } from "../marks.ts";
import { replaceBracketed } from "./bracketed.ts";
import { labelLine, panelEnd } from "./labels.ts";
import type { DialectContext } from "./dialect-context.ts";
import { fenced } from "../fenced-code.ts";
import { createTemplateLookup, type ShortcodeTemplate } from "./hugo-templates.ts";
import { isGenericNoteTitle } from "../../note-titles.ts";
import { printedValue, type ValueLookup } from "./site-values.ts";

const SHORTCODE =
  /\{\{([<%])[ \t\n]{0,20}(\/?)[ \t]{0,9}([A-Za-z_][\w./-]{0,100})((?:[ \t\n](?:(?!\{\{[<%]|[>%]\}\})[^]){0,2000}?)?)(\/?)[>%]\}\}/g;

/** Bodies that are data or drawings for a program. */
const CODE_BODIES: Readonly<Record<string, string>> = {
  "highlight": "",
  "code": "",
  "codeblock": "",
  "code-block": "",
  "code-toggle": "toml",
  "prism": "",
};
const DRAWN_BODIES = new Set([
  "mermaid",
  "plantuml",
  "chart",
  "math",
  "katex",
  "graph",
  "drawio",
  "comment",
  "openapi",
  "swaggerui",
  "timeline",
]);
/** Shown in a line, and nothing of a sentence. */
const DECORATION =
  /icon|emoji|^(?:fa[bsr]?|br|hr|nbsp|clear|clearfix|anchor|toc|audio|space|newline|youtube|vimeo|gist|tweet|x|instagram|video|sup|sub|wbr|logo|nav|children|section|render|page|rawhtml|partial|gallery|img|image|figure)$/i;
/** What is shown is their first parameter. */
const WORDED =
  /^(?:kbd|badge|label|tag|mark|abbr|chip|button|color|key|hint|term|gloss|glossary|tooltip|hl|u)$/i;

interface Shortcode {
  text: string;
  /** In lower case. */
  name: string;
  writtenName: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  parameters: string;
  at: number;
}

/** Blocks of code first: they are code to all passes that follow. */
export function fenceHugoCode(source: string): string {
  if (!source.includes("{{")) return source;
  return source
    .replace(
      /^([ \t]*)\{\{([<%])[ \t]{0,9}(highlight|code-toggle|code-block|codeblock|code|prism)\b([^\n]{0,500}?)[>%]\}\}[ \t]*\n?/gm,
      (whole, indent: string, _, name: string, options: string) => {
        if (options.trimEnd().endsWith("/")) return whole;
        const named = /\b(?:lang|language|type)\s*=\s*"?([\w+#-]+)/.exec(options)?.[1];
        const file = /\b(?:file|filename|title)\s*=\s*"?([^"\s]+)/.exec(options)?.[1];
        const first = /^\s*"?([\w+#-]+)"?(?:\s|$)/.exec(options)?.[1];
        const language = named ?? first ?? CODE_BODIES[name.toLowerCase()] ?? "";
        const extension = file === undefined ? undefined : /\.(\w+)$/.exec(file)?.[1];
        const info = `${language === "" ? (extension ?? "") : language}`;
        return `${indent}\`\`\`\`${info}${file !== undefined && name === "code" ? ` [${file}]` : ""}\n`;
      },
    )
    .replace(
      /\n?[ \t]*\{\{[<%][ \t]{0,9}\/[ \t]{0,9}(?:highlight|code-toggle|code-block|codeblock|code|prism)[ \t]{0,9}[>%]\}\}/g,
      "\n````",
    );
}

/** Shortcodes that are shown as text have their name in a comment of C. In code as well. */
export function literalShortcodes(text: string): string {
  return text.replace(
    /\{\{([<%])\/\*([^\n]{0,1000}?)\*\/([>%])\}\}/g,
    (_, open: string, inner: string, close: string) => literalBraces(`{{${open}${inner}${close}}}`),
  );
}

export function readHugoShortcodes(source: string, context: DialectContext, lookup: ValueLookup): string {
  if (!/\{\{[<%/]/.test(source)) return source;
  const text = withNamedEnds(replaceBracketed(source, /\{\{\/\*/g, "*/}}", () => ""));
  const shortcodes = [...text.matchAll(SHORTCODE)].map(shortcodeOf);
  const templateOf = createTemplateLookup(context);
  const ends = pairs(shortcodes);
  let result = "";
  let start = 0;
  /** Labels of the tabs of the open groups, where the group has them. */
  const groups: string[][] = [];
  for (let index = 0; index < shortcodes.length; index++) {
    const shortcode = shortcodes[index];
    if (shortcode === undefined || shortcode.at < start) continue;
    result += text.slice(start, shortcode.at);
    start = shortcode.at + shortcode.text.length;
    if (shortcode.isClosing) {
      if (/^(?:tabs|tabpane|code-tabs|codetabs)$/.test(shortcode.name)) groups.pop();
      result += isTab(shortcode.name) ? panelEnd(indentAt(result)) : "";
      continue;
    }
    const end = ends.get(index);
    const closing = end === undefined ? undefined : shortcodes[end];
    if (closing !== undefined && DRAWN_BODIES.has(shortcode.name)) {
      start = closing.at + closing.text.length;
      continue;
    }
    if (closing !== undefined && isTab(shortcode.name) && isCodeTab(shortcode)) {
      const body = text.slice(start, closing.at);
      start = closing.at + closing.text.length;
      const label = tabLabel(shortcode, groups);
      const language = parameter(shortcode, "lang", "codelang") ?? "";
      const indent = indentAt(result);
      result +=
        labelLine(label, indent) +
        (body.includes(STASHED_BLOCK) ? body : fenced(body.replace(/^\n+/, ""), language, indent)) +
        panelEnd(indent);
      continue;
    }
    if (/^(?:tabs|tabpane|code-tabs|codetabs)$/.test(shortcode.name) && closing !== undefined) {
      groups.push(
        (parameter(shortcode, "items") ?? "")
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean),
      );
      continue;
    }
    result += shown(
      shortcode,
      closing !== undefined,
      { before: result, after: text.slice(start, start + 200), groups },
      { lookup, context, template: templateOf(shortcode.writtenName) },
    );
  }
  return result + text.slice(start);
}

function shortcodeOf(match: RegExpExecArray): Shortcode {
  const writtenName = match[3] ?? "";
  return {
    text: match[0],
    at: match.index,
    isClosing: match[2] === "/",
    name: writtenName.toLowerCase(),
    writtenName,
    parameters: (match[4] ?? "").trim(),
    isSelfClosing: match[5] === "/",
  };
}

/**
 * Code with what its shortcodes show. Those with a body leave it as it is.
 *
 * @param omit what stands for a value that is not known
 */
export function shortcodesInCode(
  code: string,
  context: DialectContext,
  lookup: ValueLookup,
  omit: () => string,
): string {
  const text = withNamedEnds(replaceBracketed(code, /\{\{\/\*/g, "*/}}", () => ""));
  const shortcodes = [...text.matchAll(SHORTCODE)].map(shortcodeOf);
  const ends = pairs(shortcodes);
  const templateOf = createTemplateLookup(context);
  let result = "";
  let start = 0;
  for (const [index, shortcode] of shortcodes.entries()) {
    result += text.slice(start, shortcode.at);
    start = shortcode.at + shortcode.text.length;
    if (shortcode.isClosing || ends.has(index)) continue;
    const template = templateOf(shortcode.writtenName);
    if (/^(?:param|params|siteparam)$/.test(shortcode.name)) {
      result +=
        printedValue(lookup(positional(shortcode) ?? parameter(shortcode, "name", "key") ?? "")) ?? omit();
    } else if (template?.showsMore === false) result += shownBy(template, shortcode);
    else result += omit();
  }
  return result + text.slice(start);
}

interface Knowledge {
  lookup: ValueLookup;
  context: DialectContext;
  template: ShortcodeTemplate | undefined;
}

interface Surroundings {
  before: string;
  after: string;
  groups: string[][];
}

function shown(
  shortcode: Shortcode,
  isPaired: boolean,
  { before, after, groups }: Surroundings,
  { lookup, context, template }: Knowledge,
): string {
  const { name } = shortcode;
  if (isTab(name) && isPaired) return labelLine(tabLabel(shortcode, groups), indentAt(before));
  if (name === "param" || name === "params" || name === "siteparam") {
    return (
      printedValue(lookup(positional(shortcode) ?? parameter(shortcode, "name", "key") ?? "")) ??
      UNKNOWN_VALUE
    );
  }
  if (name === "figure" || name === "img" || name === "image" || name === "imgproc") {
    const shown = ["alt", "title", "caption"].map((key) => parameter(shortcode, key) ?? "");
    // Themes give the caption as the alternative where the author gives none.
    return ownLine([...new Set(shown.filter((text) => text !== ""))].join("\n\n"), before);
  }
  const byTemplate = template === undefined ? undefined : shownBy(template, shortcode);
  if (byTemplate !== undefined && isPaired) {
    // The word for a kind of note is a sign, and no text.
    if (isGenericNoteTitle(byTemplate)) return "";
    return isLineStart(before) ? ownLine(byTemplate, before) : byTemplate;
  }
  const isAlone = isLineStart(before) && /^[ \t]*(?:\n|$)/.test(after);
  if (byTemplate !== undefined && template !== undefined && !DECORATION.test(name)) {
    if (!template.showsMore) return isAlone ? ownLine(byTemplate, before) : byTemplate;
    if (byTemplate === "" && isAlone) {
      context.drop("component", "");
      return MISSING_CONTENT;
    }
    return isAlone ? ownLine(byTemplate, before) : byTemplate === "" ? UNKNOWN_VALUE : byTemplate;
  }
  const visible = parameter(shortcode, "title", "text", "label", "caption", "summary", "heading", "header");
  if (isPaired) {
    const first = /^(?:details|expand|accordion|collapse|spoiler|accordion-item|tab-item)$/.test(name)
      ? positional(shortcode)
      : undefined;
    const title = visible ?? first ?? "";
    return isLineStart(before) ? ownLine(title, before) : title;
  }
  const details = parameter(shortcode, "subtitle", "description");
  if (isAlone && visible === undefined && details === undefined && !DECORATION.test(name)) {
    context.drop("component", "");
    return "";
  }
  if (isAlone) return ownLine([visible, details].filter((part) => part !== undefined).join("\n\n"), before);
  if (visible !== undefined) return visible;
  if (DECORATION.test(name)) return "";
  if (WORDED.test(name)) return positional(shortcode) ?? "";
  // Alone in its line behind a list mark or in a heading it says something as a whole; in a sentence it leaves a hole.
  return UNKNOWN_VALUE;
}

/** The parameters that a template shows, as they are given. */
function shownBy({ shown }: ShortcodeTemplate, shortcode: Shortcode): string {
  return shown
    .map(
      ({ name, otherwise }) =>
        (typeof name === "number" ? positional(shortcode, name) : parameter(shortcode, name)) ??
        otherwise ??
        "",
    )
    .filter((text) => text !== "")
    .join(" ");
}

function isTab(name: string): boolean {
  return /^(?:tab|tabitem|tab-item|code-tab|codetab)$/.test(name);
}

function isCodeTab(shortcode: Shortcode): boolean {
  return parameter(shortcode, "lang", "codelang") !== undefined && parameter(shortcode, "text") !== "true";
}

function tabLabel(shortcode: Shortcode, groups: string[][]): string {
  return (
    parameter(shortcode, "name", "header", "title", "label", "tabName") ??
    positional(shortcode) ??
    groups.at(-1)?.shift() ??
    ""
  );
}

function parameter({ parameters }: Shortcode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|\`([^\`]*)\`|([^\\s"]+))`, "i").exec(
      parameters,
    );
    const value = match?.[1] ?? match?.[2] ?? match?.[3];
    if (value !== undefined && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** @param position from 0 */
function positional({ parameters }: Shortcode, position = 0): string | undefined {
  let rest = parameters;
  for (let index = 0; ; index++) {
    const match = /^(?:"([^"]*)"|`([^`]*)`|([^\s"=]+)(?:\s|$))\s*/.exec(rest);
    if (match === null) return undefined;
    if (index === position) return match[1] ?? match[2] ?? match[3];
    rest = rest.slice(match[0].length);
  }
}

function isLineStart(before: string): boolean {
  return /(?:^|\n)[ \t>]*$/.test(before.slice(-200));
}

/** What the line begins with that a text ends in. */
function indentAt(before: string): string {
  return /(?:^|\n)([ \t>]*)$/.exec(before.slice(-200))?.[1] ?? "";
}

/** A text of its own where it stands alone: a paragraph. */
function ownLine(text: string, before: string): string {
  if (text === "") return "";
  const indent = indentAt(before);
  return `${text}\n${indent}\n${indent}`;
}

/** `{{</>}}` ends the innermost shortcode that is open: the last one before it that is not ended yet. */
function withNamedEnds(source: string): string {
  if (!/\{\{[<%][ \t]{0,9}\/[ \t]{0,9}[>%]\}\}/.test(source)) return source;
  const open: string[] = [];
  return source.replace(
    /\{\{([<%])[ \t]{0,9}(\/?)[ \t]{0,9}([\w./-]{0,100})([^{}\n]{0,500}?)[>%]\}\}/g,
    (mark: string, kind: string, slash: string, name: string, rest: string) => {
      if (slash === "") {
        if (name !== "" && !rest.trimEnd().endsWith("/") && !name.endsWith("/")) open.push(name);
        return mark;
      }
      if (name !== "") {
        if (open.at(-1) === name) open.pop();
        return mark;
      }
      const ended = open.pop();
      return ended === undefined ? "" : `{{${kind} /${ended} ${kind === "<" ? ">" : "%"}}}`;
    },
  );
}

/** Each opening shortcode with the index of its closing one: a stack, however many are never closed. */
function pairs(shortcodes: readonly Shortcode[]): Map<number, number> {
  const ends = new Map<number, number>();
  const openOf = new Map<string, number[]>();
  for (const [index, { name, isClosing, isSelfClosing }] of shortcodes.entries()) {
    if (isSelfClosing) continue;
    const open = openOf.get(name) ?? [];
    openOf.set(name, open);
    if (!isClosing) open.push(index);
    else {
      const opened = open.pop();
      if (opened !== undefined) ends.set(opened, index);
    }
  }
  return ends;
}
