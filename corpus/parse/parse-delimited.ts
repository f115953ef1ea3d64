/** Tables as spreadsheets write them: commas, semicolons or tabs, quoted cells with line ends in them, a BOM. */
import { lazyRequire } from "../lazy-require.ts";

const library = lazyRequire<typeof import("csv-parse/sync")>(import.meta.url, "csv-parse/sync");

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** One row of a table, with the line that it begins in. */
export interface DelimitedRow {
  /** From 1. */
  line: number;
  cells: string[];
}

export interface DelimitedFormat {
  /** Default: the one that the first line has most of. */
  separator?: string;
  /** Spaces behind a separator are no part of the value. */
  skipsSpace?: boolean;
}

/** @throws Error with one line that names the place. */
export function parseDelimited(text: string, format: DelimitedFormat = {}): string[][] {
  try {
    return readRows(text, format).map(({ cells }) => cells);
  } catch (error) {
    if (!(error instanceof library().CsvError)) throw error;
    const line = (error as Error & { lines?: number }).lines;
    const sentence =
      error.code === QUOTE_NOT_CLOSED
        ? "a quote is opened and never closed"
        : error.message.split("\n", 1)[0];
    throw new Error(`the table cannot be read: ${sentence}${line === undefined ? "" : ` (line ${line})`}`, {
      cause: error,
    });
  }
}

/** A quote that is never closed takes the rest of the text, as spreadsheets do. */
export function parseDelimitedRows(text: string): DelimitedRow[] {
  try {
    return readRows(text);
  } catch (error) {
    if (error instanceof library().CsvError && error.code === QUOTE_NOT_CLOSED) return readRows(`${text}"`);
    throw error;
  }
}

const QUOTE_NOT_CLOSED = "CSV_QUOTE_NOT_CLOSED";

/** Without empty rows. */
function readRows(text: string, { separator, skipsSpace = false }: DelimitedFormat = {}): DelimitedRow[] {
  // The library counts an empty line of Windows twice.
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
  // Excel names the separator in a line of its own.
  const named = /^sep=(.)\n/i.exec(source);
  const body = named === null ? source : source.slice(named[0].length);
  const rows = library().parse(body, {
    delimiter: separator ?? named?.[1] ?? separatorOf(body),
    ltrim: skipsSpace,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    raw: true,
  }) as unknown as { info: { lines: number }; raw: string; record: string[] }[];
  const before = named === null ? 0 : 1;
  return rows
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
    .map(({ info, raw, record }) => ({ line: before + info.lines - linesWithin(raw), cells: record }));
}

/** Line ends in a row but not around it. */
function linesWithin(raw: string): number {
  return raw.trim().split(/[\n\r]/).length - 1;
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
