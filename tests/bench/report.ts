/** One table of figures of a benchmark. */
export interface BenchTable {
  title: string;
  /** What was measured, on what, and what the reader may conclude. */
  note: string;
  columns: string[];
  rows: (string | number)[][];
}

/** A benchmark: measures, and says what it found. Absolute times are this machine's; ratios are what to quote. */
export interface Benchmark {
  name: string;
  run: () => Promise<BenchTable[]>;
}

/** Value below which the given share of the values lies, 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Three significant digits: the noise of a shared machine hides the rest. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function formatTable({ title, note, columns, rows }: BenchTable): string {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [header = [], ...body] = cells;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [`## ${title}`, "", note, "", line(header), rule, ...body.map(line)].join("\n");
}
