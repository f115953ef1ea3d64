/** Blocks of a page from what was read of its parts: shared by the readers of Markdown and of HTML. */
import type { Block } from "../../core/corpus/format.ts";

export function paragraphOf(text: string): Block[] {
  // Without a letter or a digit it is a rule, an icon, or what is left of markup; marks of the parser are read later.
  return /[\p{L}\p{N}\uFDD0-\uFDEF]/u.test(text) ? [{ kind: "paragraph", text }] : [];
}

/** What an image is called that stands by itself. */
export function pictureOf(text: string): Block[] {
  return paragraphOf(text).map((block): Block => ({ ...block, isPicture: true }));
}

/**
 * A list of texts stays a list. An item that holds code or a table cannot be a text: such a list becomes
 * paragraphs that keep their number, each followed by its code.
 */
export function listOf(
  items: readonly (readonly Block[])[],
  { ordered, first = 1 }: { ordered: boolean; first?: number },
): Block[] {
  if (items.every((blocks) => blocks.every((block) => block.kind === "paragraph" || block.kind === "list"))) {
    const texts = items.map(itemText).filter((text) => text !== "");
    return texts.length === 0 ? [] : [{ kind: "list", ordered, items: texts }];
  }
  return items.flatMap((blocks, index) => {
    const mark = ordered ? `${first + index}. ` : "– ";
    const [head, ...rest] = blocks;
    if (head?.kind === "paragraph") return [{ ...head, text: `${mark}${head.text}` }, ...rest];
    return blocks;
  });
}

/** The paragraphs of an item on lines of their own, nested items indented behind a dash; no names of images beside them. */
export function itemText(blocks: readonly Block[]): string {
  const told = blocks.filter(({ isPicture }) => isPicture !== true);
  return (told.length > 0 ? told : blocks)
    .flatMap((block) => {
      if (block.kind === "paragraph") return [block.text];
      if (block.kind !== "list") return [];
      return block.items.map((item, index) => {
        const mark = block.ordered ? `${index + 1}.` : "–";
        return `  ${mark} ${item.replace(/\n/g, "\n  ")}`;
      });
    })
    .join("\n");
}

/** Rows of equal length, without those that are empty. */
export function tableOf(rows: readonly (readonly string[])[]): Block[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  const columns = filled.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return [];
  return [
    { kind: "table", rows: filled.map((row) => [...row, ...Array<string>(columns - row.length).fill("")]) },
  ];
}
