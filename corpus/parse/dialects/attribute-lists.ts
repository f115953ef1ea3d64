/**
 * Attribute lists of Python-Markdown, Pandoc, MyST and Goldmark: `{ .note #id width=300 }`. They say how a thing looks;
 * the id of a heading is moved to where all dialects have it: `{#id}` at the end.
 *
 * @see https://python-markdown.github.io/extensions/attr_list/
 */

const ITEM = String.raw`(?:[.#][\w:-]{1,100}|[\w:-]{1,50}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s{}"'=]{1,200}))`;
const LIST = String.raw`\{:?[ \t]{0,9}${ITEM}(?:[ \t]{1,9}${ITEM}){0,15}[ \t]{0,9}\}`;

const CLASSES_ANYWHERE =
  /[ \t]{0,9}(?<![\\$])\{:?[ \t]{0,9}\.[a-zA-Z][\w:-]{0,100}(?:[ \t]{1,9}(?:[.#][\w:-]{1,100}|[\w:-]{1,50}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s{}"'=]{1,200}))){0,15}[ \t]{0,9}\}/g;
const BEHIND = new RegExp(String.raw`(?<=[)\]*_>:\uFDD8])${LIST}`, "g");
const OWN_LINE = new RegExp(String.raw`^[ \t>]*${LIST}[ \t]*$`);
const HEADING = new RegExp(String.raw`^(#{1,6}[ \t].*?|\S.*?)[ \t]*(${LIST})[ \t]*#*[ \t]*$`);
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

export function readAttributeLists(source: string): string {
  if (!/\{:?[ \t]*[.#\w]/.test(source)) return source;
  const lines = source.split("\n");
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

function headingLine(line: string): string {
  const [, text, list = ""] = HEADING.exec(line) ?? [];
  if (text === undefined) return line;
  const id = /#([\w:.-]+)/.exec(list)?.[1] ?? /\bid=["']?([^\s"'{}]+)/.exec(list)?.[1];
  return id === undefined ? text : `${text} {#${id}}`;
}
