/** Tables of data as rows of texts; those that lay a page out are read as what they hold, those of code as code. */
import type { Element } from "hast";
import type { Block } from "../../core/corpus/format.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { itemText, tableOf } from "../parse/blocks.ts";
import { codeLanguage, numberedCode } from "./code.ts";
import { iconText } from "./inline.ts";
import type { BlockReader } from "./read-content.ts";
import { measureOf } from "./text-measure.ts";
import { attribute, findElement, headingDepth, isElement } from "./tree.ts";

/** A cell that claims to span more is a mistake. */
const MAX_SPAN = 50;
const MAX_COLUMNS = 200;

export function readTable(table: Element, reader: BlockReader): OutlineItem[] {
  const { rows, captions } = partsOf(table, reader);
  const code = numberedCode(table, rows, reader.isLeftOut);
  if (code !== undefined)
    return code.trim() === "" ? [] : [{ kind: "code", language: codeLanguage(table, reader.path), code }];
  reader.path.push(table);
  const caption = captions.flatMap(reader.readChildren);
  const read: OutlineItem[] = isLayout(table, rows, reader)
    ? rows.flatMap((row) => row.flatMap(reader.readChildren))
    : tableOf(rowTexts(rows, reader));
  reader.path.pop();
  return [...caption, ...read];
}

interface Parts {
  rows: Element[][];
  captions: Element[];
}

function partsOf(table: Element, { isLeftOut }: BlockReader): Parts {
  const parts: Parts = { rows: [], captions: [] };
  const read = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child) || isLeftOut(child)) continue;
      if (child.tagName === "tr")
        parts.rows.push(
          child.children.filter(
            (cell): cell is Element =>
              isElement(cell) && !isLeftOut(cell) && (cell.tagName === "td" || cell.tagName === "th"),
          ),
        );
      else if (child.tagName === "caption") parts.captions.push(child);
      else if (child.tagName === "thead" || child.tagName === "tbody" || child.tagName === "tfoot")
        read(child);
    }
  };
  read(table);
  return parts;
}

function isLayout(table: Element, rows: readonly (readonly Element[])[], reader: BlockReader): boolean {
  const role = attribute(table, "role");
  if (role === "presentation" || role === "none") return true;
  const cells = rows.flat();
  if (cells.filter((cell) => measureOf(reader.measures, cell).chars > 0).length <= 1) return true;
  if (cells.some((cell) => findElement(cell, (element) => headingDepth(element) !== undefined) !== undefined))
    return true;
  const isData = cells.some(({ tagName }) => tagName === "th");
  return cells.some((cell) => holdsBlocks(cell, isData));
}

/** Code of several lines can't stand in a cell of text, nor another table where the outer one is none of data. */
function holdsBlocks(cell: Element, isData: boolean): boolean {
  return (
    findElement(
      cell,
      (element) =>
        (element.tagName === "pre" && /\S\s*\n\s*\S/.test(plainText(element))) ||
        (!isData && element.tagName === "table"),
    ) !== undefined
  );
}

function plainText(element: Element): string {
  return element.children
    .map((child) => (child.type === "text" ? child.value : isElement(child) ? plainText(child) : ""))
    .join("");
}

/** A cell that spans rows is said in each of them: a row is read by itself. One that spans columns is said once. */
function rowTexts(rows: readonly (readonly Element[])[], reader: BlockReader): string[][] {
  const texts: string[][] = [];
  const below: { text: string; rows: number }[] = [];
  for (const row of rows) {
    const cells: string[] = [];
    const takeSpanned = (): void => {
      for (let from = below[cells.length]; from !== undefined && from.rows > 0; from = below[cells.length]) {
        from.rows -= 1;
        cells.push(from.text);
      }
    };
    for (const cell of row) {
      takeSpanned();
      const text = cellText(cell, reader);
      const columns = span(cell, "colSpan");
      const spanned = span(cell, "rowSpan") - 1;
      for (let column = 0; column < columns && cells.length < MAX_COLUMNS; column++) {
        below[cells.length] = { text: column === 0 ? text : "", rows: spanned };
        cells.push(column === 0 ? text : "");
      }
    }
    takeSpanned();
    texts.push(cells);
  }
  return texts;
}

function span(cell: Element, name: "colSpan" | "rowSpan"): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

function cellText(cell: Element, reader: BlockReader): string {
  const blocks = reader.readBlocks(cell);
  const text = blocks.map(blockText).join("\n").trim();
  if (text !== "") return text;
  // A mark is no paragraph, and all that such a cell says.
  const mark = reader.inline(cell.children);
  return mark !== "" ? mark : iconText(cell);
}

function blockText(block: Block): string {
  if (block.kind === "code") return `\`${block.code.replace(/`/g, "'").replace(/\s+/g, " ")}\``;
  if (block.kind === "table") {
    return block.rows.map((row) => row.filter((cell) => cell !== "").join(", ")).join("\n");
  }
  return itemText([block]);
}
