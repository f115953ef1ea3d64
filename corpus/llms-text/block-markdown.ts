/** Blocks of passages as Markdown. Their text is plain but for code spans: what reads as a mark is escaped. */
import type { Block } from "../../core/corpus/format.ts";
import { fenced } from "../parse/fenced-code.ts";

/** @param headingDepth of a heading that shares its passage with others. */
export function blockMarkdown(block: Block, headingDepth: number): string {
  switch (block.kind) {
    case "paragraph":
      if (block.isHeading === true) return `${"#".repeat(headingDepth)} ${inlineMarkdown(block.text)}`;
      return block.text.split("\n").map(lineMarkdown).join("  \n");
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : "- ";
          return `${mark}${itemMarkdown(item, " ".repeat(mark.length))}`;
        })
        .join("\n");
    case "code":
      return fenced(block.code, block.language);
    case "table":
      return tableMarkdown(block.rows);
  }
}

/** Outside of code spans, what would begin emphasis, a link or an element. */
export function inlineMarkdown(text: string): string {
  return text
    .replace(/`[^`]*`|[*_<[\]\\]/g, (part) => (part.startsWith("`") ? part : `\\${part}`))
    .replace(/\s+/g, " ");
}

function lineMarkdown(line: string): string {
  return inlineMarkdown(line).replace(
    /^(\s*)(#{1,6}\s|>|[-+]\s|={3,}$|-{3,}$|\d+(?=[.)]\s))/,
    (_, space: string, mark: string) => (/^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`),
  );
}

/** Nested items stand on lines of their own, behind two spaces a level and a dash or their number. */
function itemMarkdown(item: string, indent: string): string {
  const [first = "", ...others] = item.split("\n");
  return [
    lineMarkdown(first),
    ...others.map((line) => {
      const nested = /^((?: {2})+)(–|\d+\.) (.*)$/.exec(line);
      if (nested === null) return `${indent}${lineMarkdown(line.trim())}`;
      const [, space = "", mark = "", text = ""] = nested;
      return `${indent}${space.slice(2)}${mark === "–" ? "-" : mark} ${lineMarkdown(text)}`;
    }),
  ].join("\n");
}

function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const [header = [], ...others] = rows;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => inlineMarkdown(cell.replace(/\n/g, " ")).replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(header), `| ${header.map(() => "---").join(" | ")} |`, ...others.map(line)].join("\n");
}
