/** One row of a table, with the line that it begins in. */
export interface CsvRow {
  /** From 1. */
  line: number;
  cells: string[];
}

/** Separators that spreadsheets write, by country. */
const SEPARATORS = [",", ";", "\t"] as const;

/**
 * Reads comma-separated values as spreadsheets write them (RFC 4180): quoted cells may hold separators, quotes
 * written twice, and line ends. The separator is the one of the three usual ones that the first line has most
 * of. Empty rows are left out. A quote that is never closed takes the rest of the text, as spreadsheets do.
 */
export function parseCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let firstLine = 1;
  const endRow = (): void => {
    cells.push(cell);
    cell = "";
    if (cells.some((value) => value.trim() !== "")) rows.push({ line: firstLine, cells });
    cells = [];
  };
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? "";
    if (character === "\n") line++;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index++;
      } else isQuoted = false;
    } else if (character === '"' && cell === "") {
      isQuoted = true;
    } else if (character === separator) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endRow();
      firstLine = line;
    } else if (character !== "\r") {
      cell += character;
    }
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const firstLine = text.split("\n", 1)[0] ?? "";
  const counts = SEPARATORS.map((separator) => firstLine.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}
