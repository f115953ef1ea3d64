import type { Block } from "../../../core/corpus/format.ts";
import { countWords } from "../../chunk/words.ts";
import type { PropertyRow } from "./schema-words.ts";

/** A table is never cut by the chunker, so a long one is several, each with the header. */
const MAX_TABLE_WORDS = 200;

/** Columns that are empty in every row are left out. */
export function tables(header: readonly string[], rows: readonly (readonly string[])[]): Block[] {
  const used = header.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? "") !== ""));
  const pick = (row: readonly string[]): string[] =>
    used.flatMap((isUsed, column) => (isUsed ? [row[column] ?? ""] : []));
  const blocks: { kind: "table"; rows: string[][]; isUnshown: true }[] = [];
  let words = 0;
  for (const row of rows) {
    const size = row.reduce((sum, cell) => sum + countWords(cell), 0);
    let last = blocks.at(-1);
    if (last === undefined || words + size > MAX_TABLE_WORDS) {
      last = { kind: "table", rows: [pick(header)], isUnshown: true };
      blocks.push(last);
      words = 0;
    }
    last.rows.push(pick(row));
    words += size;
  }
  return blocks;
}

export function propertyTables(rows: readonly PropertyRow[], nameHeader = "Property"): Block[] {
  return tables(
    [nameHeader, "Type", "Required", "Description"],
    rows.map(({ name, type, isRequired, description }) => [
      `\`${name}\``,
      type,
      isRequired ? "yes" : "",
      description,
    ]),
  );
}
