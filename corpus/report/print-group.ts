import type { Terminal } from "../terminal/terminal.ts";

/** Lines of a kind that a terminal shows; `--json` has them all. */
export const SHOWN_LINES = 5;

/** A heading with its first lines, and how many there are besides. Nothing where there are none. */
export function printGroup(terminal: Terminal, heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  terminal.note(`${terminal.styleNote("yellow", "!")} ${heading}`);
  for (const line of lines.slice(0, SHOWN_LINES)) terminal.note(`    ${line}`);
  if (lines.length > SHOWN_LINES) {
    terminal.note(
      terminal.styleNote("dim", `    … and ${lines.length - SHOWN_LINES} more (--json lists all)`),
    );
  }
}

export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
