/**
 * Shortcodes of Hugo and of its themes: `{{< note title="…" >}}…{{< /note >}}`, `{{% tab "macOS" %}}`. What stands between
 * a pair is text, what the tag shows of itself too; a value that a shortcode puts in is known or takes its sentence along.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
import { MISSING_CONTENT, STASHED_BLOCK, UNKNOWN_VALUE } from "../../marks.ts";
import { labelLine, panelEnd } from "../labels.ts";
import type { DialectContext } from "../dialect-context.ts";
import { fenced } from "../../fenced-code.ts";
import { isGenericNoteTitle } from "../../../note-titles.ts";
import { printedValue, type ValueLookup } from "../site-values.ts";
import { markBodyHeadings } from "./body-headings.ts";
import { findShortcodes, parameter, positional, type Shortcode } from "./find-shortcodes.ts";
import { createTemplateLookup, shownBy, type ShortcodeTemplate } from "./shortcode-templates.ts";

/** Bodies that are drawings for a program. */
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

export function readHugoShortcodes(source: string, context: DialectContext, lookup: ValueLookup): string {
  if (!/\{\{[<%/]/.test(source)) return source;
  const { text, shortcodes, ends } = findShortcodes(
    context.generator === "hugo" ? markBodyHeadings(source) : source,
  );
  const templateOf = createTemplateLookup(context);
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
