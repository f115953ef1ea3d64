/** Tables and glossaries of MyST as Markdown writes them. */
import { parseDelimited } from "../parse-delimited.ts";

export interface MystTable {
  title: string;
  options: ReadonlyMap<string, string>;
  lines: readonly string[];
  indent: string;
}

/** `* - a` begins a row, `  - b` is the next cell; what is indented farther belongs to its cell. */
export function listTable({ title, options, lines, indent }: MystTable): string[] {
  const rows: string[][][] = [];
  const own = withoutIndent(lines, indent.length);
  let column = 2;
  for (const line of own) {
    const row = /^([*-][ \t]{1,3})[*-](?:[ \t]+(.*)|[ \t]*)$/.exec(line);
    if (row !== null) {
      column = row[1]?.length ?? column;
      rows.push([[row[2] ?? ""]]);
    } else {
      const cell = /^([ \t]+)[*-](?:[ \t]+(.*)|[ \t]*)$/.exec(line);
      if (cell?.[1]?.length === column) rows.at(-1)?.push([cell[2] ?? ""]);
      else rows.at(-1)?.at(-1)?.push(line.trim());
    }
  }
  const cells = rows.map((row) => row.map((cell) => cell.filter((line) => line !== "").join(" ")));
  return tableLines({ title, indent, rows: cells, headRows: Number(options.get("header-rows") ?? 0) });
}

/** @param file the text of the file that it is of; absent where its rows stand in the page. */
export function csvTable({ title, options, lines, indent }: MystTable, file?: string): string[] {
  const delimiter = options.get("delim") ?? options.get("delimiter");
  const read = (text: string): string[][] => {
    try {
      return parseDelimited(delimiter === undefined ? text : `sep=${separatorOf(delimiter)}\n${text}`);
    } catch {
      return text.split("\n").map((line) => [line]);
    }
  };
  const body = file ?? withoutIndent(lines, indent.length).join("\n");
  const head = options.get("header");
  const rows = [...(head === undefined ? [] : read(head)), ...(body.trim() === "" ? [] : read(body))];
  const headRows = head === undefined ? Number(options.get("header-rows") ?? 0) : 1;
  return tableLines({ title, indent, rows: rows.map((row) => row.map((cell) => cell.trim())), headRows });
}

function separatorOf(written: string): string {
  if (written === "tab" || written === "\\t") return "\t";
  return written === "space" ? " " : written.slice(0, 1);
}

function tableLines(table: { title: string; indent: string; rows: string[][]; headRows: number }): string[] {
  const { title, indent, rows, headRows } = table;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  const line = (cells: readonly string[]): string =>
    `${indent}| ${Array.from({ length: columns }, (_, at) => (cells[at] ?? "").replace(/\s+/g, " ").replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  const [head = [], ...body] = headRows > 0 ? rows : [[], ...rows];
  return [
    indent,
    ...(title === "" ? [] : [`${indent}${title}`, indent]),
    line(head),
    line(Array.from({ length: columns }, () => "---")),
    ...body.map(line),
    indent,
  ];
}

/** Terms at the left, what they mean farther right: as a list of definitions. */
export function glossaryLines({ lines, indent }: MystTable): string[] {
  const result = [""];
  let isTerm = false;
  for (const line of withoutIndent(lines, indent.length)) {
    const meaning = /^[ \t]+(.*)$/.exec(line)?.[1];
    if (line.trim() === "") result.push("");
    else if (meaning === undefined) {
      if (!isTerm) result.push("");
      // Behind a colon stands the key that it is sorted by.
      result.push(line.replace(/[ \t]+:[ \t]+\S+$/, ""));
      isTerm = true;
    } else {
      result.push(isTerm ? `: ${meaning}` : `    ${meaning}`);
      isTerm = false;
    }
  }
  return [...result.map((line) => (line === "" ? "" : indent + line)), ""];
}

function withoutIndent(lines: readonly string[], length: number): string[] {
  const blank = new RegExp(`^[ \\t>]{0,${length}}`);
  return lines.map((line) => (length === 0 ? line : line.replace(blank, "")));
}
