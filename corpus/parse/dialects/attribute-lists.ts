/**
 * Attribute lists of Python-Markdown, Pandoc, MyST and Goldmark: `{ .note #id width=300 }`. They say how a thing looks;
 * the id of a heading is moved to where all dialects have it: `{#id}` at the end.
 *
 * @see https://python-markdown.github.io/extensions/attr_list/
 */
import { STASHED_END } from "../marks.ts";
import { protectCode } from "../protect-code.ts";

const ITEM = String.raw`(?:[.#][\w:-]{1,100}|[\w:-]{1,50}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s{}"'=]{1,200})|data-[a-z-]{1,50})`;
const LIST = String.raw`\{:?[ \t]{0,9}${ITEM}(?:[ \t]{1,9}${ITEM}){0,15}[ \t]{0,9}\}`;

const CLASSES_ANYWHERE =
  /[ \t]{0,9}(?<![\\$])\{:?[ \t]{0,9}\.[a-zA-Z][\w:-]{0,100}(?:[ \t]{1,9}(?:[.#][\w:-]{1,100}|[\w:-]{1,50}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s{}"'=]{1,200}))){0,15}[ \t]{0,9}\}/g;
const BEHIND = new RegExp(String.raw`(?<=[)\]*_>:${STASHED_END}])${LIST}`, "g");
const OWN_LINE = new RegExp(String.raw`^[ \t>]*${LIST}[ \t]*$`);
const HEADING = new RegExp(String.raw`^(#{1,6}[ \t].*?|\S.*?)[ \t]*(${LIST})[ \t]*#*[ \t]*$`);
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** @param onOptedOut given the text that its author keeps out of search. */
export function readAttributeLists(source: string, onOptedOut: (text: string) => void = () => {}): string {
  if (!/\{:?[ \t]*[.#\w]/.test(source)) return source;
  const all = source.split("\n");
  const lines = source.includes("data-search-exclude") ? withoutExcluded(all, onOptedOut) : all;
  return lines
    .map((line, at) => {
      if (!line.includes("{") || line.length > 20_000) return line;
      const isHeading =
        /^#{1,6}[ \t]/.test(line) || (/^\S/.test(line) && UNDERLINE.test(lines[at + 1] ?? ""));
      if (isHeading) return headingLine(line);
      if (OWN_LINE.test(line)) return "";
      return line.replace(CLASSES_ANYWHERE, "").replace(BEHIND, "");
    })
    .join("\n");
}

/** Ids that lists of attributes give to anything, and elements of HTML whose content is Markdown. */
export function idsOfAttributeLists(source: string): string[] {
  if (!source.includes("#")) return [];
  const ids: string[] = [];
  protectCode(source, (text) => {
    const prose = text.replace(/`[^`\n]*`/g, "");
    for (const [list] of prose.matchAll(ANY_LIST))
      ids.push(...[...list.matchAll(/[\s{:]#([\w:.-]+)/g)].map(([, id = ""]) => id));
    for (const [, id = ""] of prose.matchAll(
      /<\w+\s(?=[^<>\n]{0,500}\bmarkdown\b)[^<>\n]{0,500}?\bid=["']?([\w:.-]+)/g,
    ))
      ids.push(id);
    return text;
  });
  return ids;
}

const ANY_LIST = new RegExp(LIST, "g");

const EXCLUDED = /\{[^{}\n]{0,200}\bdata-search-exclude\b[^{}\n]{0,200}\}[ \t]*#*[ \t]*$/;

/**
 * Material for MkDocs: on a heading it means all up to the next one of its depth, below a paragraph that paragraph.
 *
 * @see https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/#search-exclusion
 */
function withoutExcluded(lines: readonly string[], onOptedOut: (text: string) => void): string[] {
  const kept: string[] = [];
  const dropped: string[] = [];
  let sectionDepth: number | undefined;
  for (const line of lines) {
    const depth = /^(#{1,6})[ \t]/.exec(line)?.[1]?.length;
    if (depth !== undefined && sectionDepth !== undefined && depth <= sectionDepth) sectionDepth = undefined;
    const isExcluded = EXCLUDED.test(line);
    if (depth !== undefined && isExcluded) sectionDepth = Math.min(depth, sectionDepth ?? depth);
    if (sectionDepth !== undefined) dropped.push(line);
    else if (isExcluded && OWN_LINE.test(line)) {
      while (kept.length > 0 && kept.at(-1)?.trim() !== "") dropped.push(kept.pop() ?? "");
    } else kept.push(line);
  }
  onOptedOut(dropped.join("\n"));
  return kept;
}

function headingLine(line: string): string {
  const [, text, list = ""] = HEADING.exec(line) ?? [];
  if (text === undefined) return line;
  const id = /#([\w:.-]+)/.exec(list)?.[1] ?? /\bid=["']?([^\s"'{}]+)/.exec(list)?.[1];
  return id === undefined ? text : `${text} {#${id}}`;
}
