/**
 * kramdown's attribute lists (`{: .note #id}` below, above or behind what they are about), extensions (`{::comment}`) and
 * the place of its table of contents (`* TOC` with `{:toc}` below). Ids of headings were moved to them before.
 *
 * @see https://kramdown.gettalong.org/syntax.html
 */
import { STASHED_END } from "../marks.ts";
import { replaceBracketed } from "./bracketed.ts";

/** For the block above or below, or at the end of a line. */
const BLOCK_ATTRIBUTES = /(?<![ \t])[ \t]*(?<!\\)\{:[ \t]?[.#a-z][^{}\n]{0,500}\}[ \t]*$/i;
const OWN_LINE = /^([ \t>]*)\{:[ \t]?([^{}\n]{0,500})\}[ \t]*$/;

/** @param isOwn whether the page is surely kramdown's. */
export function readKramdown(source: string, isOwn: boolean): string {
  // Two backslashes at its end break a line.
  return readMarks(isOwn ? source.replace(/(?<!\\)\\\\$/gm, "\\") : source);
}

function readMarks(source: string): string {
  if (!/\{::?|\{\/|\{:/.test(source)) return source;
  const silent = replaceBracketed(source, /\{::comment\b[^{}\n]{0,200}(?<!\/)\}/g, "{:/", () => "{:/");
  const literal = silent.replace(
    /\{::nomarkdown\}([^{}\n]{1,2000})\{:\/(?:nomarkdown)?\}/g,
    (_, html: string) =>
      html.replace(/(<[^<>]{0,1000}>)|[*_[\]]/g, (part, tag?: string) => tag ?? `\\${part}`),
  );
  const text = literal.replace(/\{::[a-z][^{}\n]{0,500}\}|\{:\/[a-z]{0,20}\}/g, "");
  const lines = text.split("\n");
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, indent, attributes = ""] = OWN_LINE.exec(line) ?? [];
    if (indent === undefined) {
      const isHeading = /^#{1,6}\s/.test(line);
      kept.push(isHeading ? line : line.replace(BLOCK_ATTRIBUTES, "").replace(INLINE_ATTRIBUTES, ""));
      continue;
    }
    const above = kept.at(-1) ?? "";
    if (/^(?:[\w-]+\s+)*toc\b/.test(attributes.trim()) && /^\s*(?:[-*+]|\d+[.)])\s/.test(above))
      takeContents(kept);
    kept.push(indent);
  }
  return kept.join("\n");
}

/** The list that stands for a table of contents, with a heading above it. */
function takeContents(kept: string[]): void {
  kept.pop();
  let above = kept.length;
  while (above > 0 && (kept[above - 1] ?? "").trim() === "") above -= 1;
  if (/^#{1,6}[ \t]/.test(kept[above - 1] ?? "")) kept.length = above - 1;
}

/** Right behind what they are about: `*text*{:.wide}`, `[a](b){:target="_blank"}`. */
const INLINE_ATTRIBUTES = new RegExp(
  String.raw`(?<=[*_)\]\x60">${STASHED_END}])\{:[ \t]?[.#a-z][^{}\n]{0,300}\}`,
  "gi",
);
