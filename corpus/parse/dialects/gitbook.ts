/**
 * GitBook's blocks: hints, tabs, steps, titled code, references and embeds. Tags that say something are told from those
 * that only lay out.
 *
 * @see https://gitbook.com/docs/creating-content/formatting/markdown
 */
import { replaceBracketed } from "./bracketed.ts";
import type { DialectContext } from "./dialect-context.ts";
import { wordsOfPath } from "./path-words.ts";
import { labelLine, panelEnd } from "./labels.ts";

const TAG =
  /^([ \t>]*)\{%-?[ \t]{0,9}(end)?(tabs|tab|hint|code|content-ref|embed|file|swagger|openapi|api-method|stepper|step|columns|column|updates|update|cards?)\b([^\n%]{0,1000}?)-?%\}[ \t]*/gm;

export function readGitbookTags(source: string, context: DialectContext): string {
  const text = replaceBracketed(source, CARDS, "</table>", withoutHiddenColumns);
  if (!text.includes("{%")) return text;
  const titled = text.replace(REFERENCE, (_, target: string) => `[${titleOf(target, context)}](${target})`);
  return titled.replace(
    TAG,
    (_, indent: string, end: string | undefined, name: string, attributes: string) => {
      const value = (key: string): string => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? "";
      if (name === "tab") return end === undefined ? labelLine(value("title"), indent) : panelEnd(indent);
      if (end !== undefined) return indent;
      if (name === "code") return ownParagraph(value("title") === "" ? "" : `\`${value("title")}\``, indent);
      if (name === "embed" || name === "file") return ownParagraph(value("caption"), indent);
      if (name === "update") return ownParagraph(value("date"), indent);
      return ownParagraph(name === "hint" ? "" : value("title"), indent);
    },
  );
}

/** Cards are tables: what a column holds that is hidden, a target or a picture, is for the program that draws them. */
const CARDS = /<table\b[^<>]{0,200}\bdata-view="cards"/g;

function withoutHiddenColumns(table: string): string {
  const rows = table.split(/(?=<tr\b)/);
  const hidden = new Set<number>();
  for (const [index, cell] of (rows.find((row) => /<th\b/.test(row)) ?? "")
    .split(/(?=<th\b)/)
    .slice(1)
    .entries()) {
    if (/^<th\b[^<>]*\bdata-hidden\b/.test(cell)) hidden.add(index);
  }
  return rows
    .map((row) => {
      const [start = "", ...cells] = row.split(/(?=<t[hd]\b)/);
      const end = /<\/tr>[^]*$/.exec(cells.at(-1) ?? "")?.[0] ?? "";
      const kept = cells.filter((_, index) => !hidden.has(index)).join("");
      return start + (kept.includes("</tr>") ? kept : kept + end);
    })
    .join("");
}

/** A reference to a page shows its title; the text in the file is its path. */
const REFERENCE = /(?<=\{% content-ref\b[^{}\n]{0,500}%\}\s{0,9})\[[^\]\n]{0,300}\]\(([^)\n]{1,500})\)/g;

function titleOf(target: string, { include }: DialectContext): string {
  const path = target.replace(/[?#].*$/, "");
  const text = /^[a-z]+:/i.test(path) ? undefined : include(path.endsWith("/") ? `${path}README.md` : path);
  const title = text === undefined ? undefined : /^#[ \t]+(.{1,200})$/m.exec(text)?.[1];
  return title?.replace(/[[\]]/g, "").trim() ?? wordsOfPath(target);
}

function ownParagraph(text: string, indent: string): string {
  return text.trim() === "" ? indent : `${indent}${text}\n${indent}\n${indent}`;
}
