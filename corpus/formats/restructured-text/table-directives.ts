/** Tables, drawn or written as lists and as values with separators. */
import { parseDelimited } from "../../parse/parse-delimited.ts";
import { itemText, paragraphOf, tableOf } from "../../parse/blocks.ts";
import type { Block } from "../../../core/corpus/format.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import { readDirectiveBlock } from "./explicit-markup.ts";
import type { Directive, RstNode, TableCell } from "./node.ts";
import { parseBody } from "./parse-body.ts";

/** A cell that claims to cover more is a mistake. */
const MAX_COLUMNS = 200;

/** A cell that spans rows is said in each of them, one that spans columns once: as tables of HTML are read. */
export function tableItems(rows: readonly (readonly TableCell[])[], renderer: BlockRenderer): OutlineItem[] {
  const cells = rows.flat();
  const filled = cells.filter(
    ({ lines, children = [] }) => children.length > 0 || lines.some((line) => line !== ""),
  );
  const itemsOf = ({ lines, children }: TableCell): OutlineItem[] =>
    children === undefined ? renderer.lines(lines) : renderer.nodes(children);
  // A frame around text is no table.
  if (filled.length <= 1) return filled.flatMap(itemsOf);
  const blocks = new Map(filled.map((cell) => [cell, blocksOf(itemsOf(cell))]));
  const holdsCode = [...blocks.values()].some((read) =>
    read.some((block) => block.kind === "code" && block.code.includes("\n")),
  );
  if (holdsCode) return [...blocks.values()].flat();
  const below: { text: string; rows: number }[] = [];
  const texts = rows.map((row) => {
    const line: string[] = [];
    const takeSpanned = (): void => {
      for (let from = below[line.length]; from !== undefined && from.rows > 0; from = below[line.length]) {
        from.rows -= 1;
        line.push(from.text);
      }
    };
    for (const cell of row) {
      takeSpanned();
      const text = cellText(blocks.get(cell) ?? []);
      for (let column = 0; column < cell.columns && line.length < MAX_COLUMNS; column++) {
        below[line.length] = { text: column === 0 ? text : "", rows: cell.rows - 1 };
        line.push(column === 0 ? text : "");
      }
    }
    takeSpanned();
    return line;
  });
  return tableOf(texts);
}

function blocksOf(items: readonly OutlineItem[]): Block[] {
  return items.flatMap((item): Block[] => (item.kind === "heading" ? paragraphOf(item.text) : [item]));
}

function cellText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "code") return `\`${block.code.replace(/`/g, "'").replace(/\s+/g, " ")}\``;
      if (block.kind === "table")
        return block.rows.map((row) => row.filter((cell) => cell !== "").join(", ")).join("\n");
      return itemText([block]);
    })
    .join("\n")
    .trim();
}

export function readTableDirective(
  { name, lines }: Directive,
  renderer: BlockRenderer,
): OutlineItem[] | undefined {
  if (!/^(?:table|list-table|csv-table|flat-table)$/.test(name)) return undefined;
  const { argument, options, content } = readDirectiveBlock(lines, true);
  renderer.claimName(options.get("name"));
  const title = paragraphOf(renderer.inline(argument));
  if (name === "table") return [...title, ...renderer.lines(content)];
  const rows =
    name === "csv-table"
      ? csvRows(options, content, renderer)
      : listRows(parseBody(content, { hasTitles: false }));
  if (rows !== undefined) return [...title, ...tableItems(rows, renderer)];
  return [...title, ...renderer.lines(content)];
}

/** A list of lists of one length; undefined for anything else. */
function listRows(nodes: readonly RstNode[]): TableCell[][] | undefined {
  const list = nodes.find((node) => node.kind === "list");
  if (list === undefined) return undefined;
  return list.items.map((item) =>
    item
      .flatMap((node) => (node.kind === "list" ? node.items : []))
      .map((children) => ({ ...EMPTY, children })),
  );
}

const EMPTY: TableCell = { lines: [], rows: 1, columns: 1 };

function csvRows(
  options: ReadonlyMap<string, string>,
  content: readonly string[],
  { context }: BlockRenderer,
): TableCell[][] | undefined {
  const file = options.get("file");
  const text = file === undefined ? content.join("\n") : context.include(file);
  if (text === undefined || options.has("url")) {
    context.drop("include-missing", "", "table");
    return [];
  }
  try {
    const header = options.get("header");
    const rows = [...(header === undefined ? [] : parse(header, options)), ...parse(text, options)];
    return rows.map((row) => row.map((cell) => ({ ...EMPTY, lines: cell.split(/\r?\n/) })));
  } catch (error) {
    context.report(`a csv-table: ${error instanceof Error ? error.message : String(error)}`);
    context.drop("component", text, "table");
    return [];
  }
}

function parse(text: string, options: ReadonlyMap<string, string>): string[][] {
  return parseDelimited(text, { separator: separatorOf(options.get("delim")), skipsSpace: true });
}

function separatorOf(name: string | undefined): string {
  if (name === undefined || name === "") return ",";
  return name === "tab"
    ? "\t"
    : name === "space"
      ? " "
      : /^(?:0x|U\+)([\da-f]{1,6})$/i.test(name)
        ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
        : name.charAt(0);
}
