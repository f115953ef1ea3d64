/** Tables as spreadsheets write them: commas, semicolons or tabs, quoted cells with line ends in them, a BOM. */
import { CsvError, parse } from "csv-parse/sync";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** @throws Error with one line that names the place. */
export function parseDelimited(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, "");
  // Excel names the separator in a line of its own.
  const named = /^sep=(.)\r?\n/i.exec(source);
  const body = named === null ? source : source.slice(named[0].length);
  try {
    const rows: string[][] = parse(body, {
      delimiter: named?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines;
    const sentence =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "a quote is opened and never closed"
        : error.message.split("\n", 1)[0];
    throw new Error(`the table cannot be read: ${sentence}${line === undefined ? "" : ` (line ${line})`}`, {
      cause: error,
    });
  }
}

/** The one that the first line has most of, outside of quotes. */
export function separatorOf(text: string): string {
  const firstLine = (/^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text.slice(0, 10_000))?.[0] ?? "").replace(
    /"(?:[^"]|"")*"/g,
    "",
  );
  const counts = SEPARATORS.map((separator) => firstLine.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}
