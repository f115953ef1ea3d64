/**
 * kramdown writes attributes of a block on a line above or below it: `{: #id .note}`. Here the id of a heading moves
 * to its end, where other generators have it.
 */
import { findHeadingMark, UNSURE_ID } from "./heading-mark.ts";
import { protectCode } from "./protect-code.ts";

const LINE = /^ {0,3}\{:[ \t]?(?:[^{}\n#]{0,300}[ \t])?#([\w:.-]{1,200})[^{}\n]{0,300}\}[ \t]*$/;
const HEADING = /^ {0,3}#{1,6}[ \t]*\S/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

export function liftBlockIds(source: string): string {
  if (!/^ {0,3}\{:[^}\n]{0,600}#/m.test(source)) return source;
  return protectCode(source, (text) => {
    const lines = text.split("\n");
    const kept: string[] = [];
    /** Of a line above a heading. */
    let pending: string | undefined;
    for (const line of lines) {
      const id = LINE.exec(line)?.[1];
      if (id !== undefined) {
        const at = headingAt(kept);
        if (at === undefined) pending = id;
        else kept[at] = `${kept[at]?.trimEnd()} {#${id}}`;
        continue;
      }
      if (pending !== undefined && HEADING.test(line)) kept.push(`${line.trimEnd()} {#${pending}}`);
      else kept.push(line);
      pending = undefined;
    }
    return kept.join("\n");
  });
}

/** The line of the heading that the lines end with. */
function headingAt(lines: readonly string[]): number | undefined {
  const last = lines.length - 1;
  if (HEADING.test(lines[last] ?? "")) return last;
  const isUnderlined = UNDERLINE.test(lines[last] ?? "") && /\S/.test(lines[last - 1] ?? "");
  return isUnderlined ? last - 1 : undefined;
}

const TEMPLATE = /\{%|\{\{[<%]/;

/** Code, and the id or the classes that Markdoc gives: `{% #top .wide %}`. */
const CERTAIN = /`[^`]*`|\{%\s{0,9}(?:[#.][\w-]{1,100}\s{0,9}){1,10}%\}/g;

/** Marks headings that hold a tag of a template engine: their ids are made of what it prints. */
export function markUnsureIds(source: string): string {
  if (!TEMPLATE.test(source)) return source;
  return protectCode(source, (text) =>
    text
      .split("\n")
      .map((line) => {
        const isUnsure = HEADING.test(line) && TEMPLATE.test(line.replace(CERTAIN, ""));
        return isUnsure && findHeadingMark(line) === undefined ? `${line.trimEnd()} {#${UNSURE_ID}}` : line;
      })
      .join("\n"),
  );
}
