/**
 * Lines that open and close notes, tabs and columns: Docusaurus and Starlight (`:::note[Title]`), VitePress
 * (`::: tip Title`), docfx (`:::row:::`), Python-Markdown (`/// tip | Title`), GitHub and Obsidian (`> [!NOTE] Title`).
 * Unlike a grammar this does not mind a container that is never closed, closed twice, or closed inside a list.
 */
import { LABEL_END, PANEL_END } from "../marks.ts";
import { isGenericNoteTitle } from "../../note-titles.ts";
import { plainLabel } from "./labels.ts";

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

const CONTAINER = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?)(:{3,})[ \t]*(.*)$/;
/** Of Python-Markdown: `/// note | Title`, closed by `///`. */
const SLASH_BLOCK = /^(?<prefix>[\s>]*)\/{3,}(?:[ \t]+(?<kind>[a-z][\w-]*)[ \t]*(?:\|(?<title>.*))?)?$/i;
const ALERT = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?>\s*)\[!([A-Za-z]+)\][+-]?[ \t]*(.*)$/;
/** vuepress-theme-hope: `@tab:active npm#npm`; vitepress-plugin-tabs: `== npm` inside `:::tabs`. */
const TAB_LINE = /^([ \t>]*)@tab(?::[\w-]+)?[ \t]+([^\n#]{1,200}?)(?:#[\w-]+)?[ \t]*$/;
const EQUALS_TAB = /^([ \t>]*)={2,}[ \t]+(\S[^\n]{0,200}?)[ \t]*$/;

export function readContainerLines(source: string): string {
  const hasTabs = /^[ \t>]*:{3,}[ \t]*(?:code-)?tabs\b/m.test(source);
  return source
    .split("\n")
    .map((line) => readLine(line, hasTabs))
    .join("\n");
}

function readLine(line: string, hasTabs: boolean): string {
  const [, prefix = "", label] = (hasTabs ? (TAB_LINE.exec(line) ?? EQUALS_TAB.exec(line)) : null) ?? [];
  if (label !== undefined) return labelParagraph(prefix, prefix, label);
  const block = SLASH_BLOCK.exec(line);
  if (block !== null) {
    const { prefix: before = "", kind = "", title = "" } = block.groups ?? {};
    if (kind.toLowerCase() === "tab") return labelParagraph(before, before, title);
    return ownParagraph(before, before, title.trim());
  }
  const alert = ALERT.exec(line);
  if (alert !== null) return ownParagraph(alert[1] ?? "", alert[1] ?? "", (alert[3] ?? "").trim());
  const container = CONTAINER.exec(line);
  if (container === null) return line;
  const [, start = "", , rest = ""] = container;
  return containerTitle(start, start.replace(/[^\s>]/g, " "), rest.trim());
}

/** `note[Title]{.class}`, `tip Title`, `moniker range="…"`, or nothing for a closing line. */
function containerTitle(prefix: string, indent: string, rest: string): string {
  const name = /^([A-Za-z][\w-]*)?(.*)$/.exec(rest);
  const kind = name?.[1] ?? "";
  // `:::` in front of anything but a name is not a container, except when it closes one.
  if (kind === "") {
    if (!/^[{:]/.test(rest)) return rest === "" ? prefix.trimEnd() : `${prefix}${rest}`;
    const title = /\b(?:title|name|summary)\s*=\s*"([^"]{0,300})"/.exec(rest)?.[1] ?? "";
    return ownParagraph(prefix, indent, title);
  }
  let title = (name?.[2] ?? "").trim();
  if (DOCFX_LAYOUT.has(kind)) return prefix.trimEnd();
  if (/^[\w-]+\s*=/.test(title)) {
    const shown = /\b(?:title|label|summary)\s*=\s*"([^"]{0,300})"/.exec(title)?.[1] ?? "";
    return /^tab/i.test(kind) ? labelParagraph(prefix, indent, shown) : ownParagraph(prefix, indent, shown);
  }
  title = title.replace(/\s*\{[^{}]*\}\s*$/, "").replace(/:{3,}\s*$/, "");
  const label = /^\[([\s\S]*)\]$/.exec(title);
  const text = (label?.[1] ?? title).trim();
  return /^tab(?:-?item)?$/i.test(kind) && text !== ""
    ? labelParagraph(prefix, indent, text)
    : ownParagraph(prefix, indent, text);
}

function ownParagraph(prefix: string, indent: string, title: string): string {
  if (title === "" || isGenericNoteTitle(title)) return prefix.trimEnd();
  return `${indent.trimEnd()}\n${prefix}${title}\n${indent.trimEnd()}`;
}

function labelParagraph(prefix: string, indent: string, label: string): string {
  const text = plainLabel(label);
  if (text === "") return prefix.trimEnd();
  return `${indent.trimEnd()}\n${indent}${PANEL_END}\n${indent}\n${prefix}${text}${LABEL_END}\n${indent.trimEnd()}`;
}
