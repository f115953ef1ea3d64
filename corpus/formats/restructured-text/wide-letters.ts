/** Letters of East Asia take two columns, accents that combine take none: tables and titles are measured by columns. */

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;
const PAD = "\0";

/** Columns that a line takes. Letters outside of the basic plane have two code units, and mostly two columns. */
export function columnWidth(text: string): number {
  return text.replace(/\p{M}/gu, "").length + (text.match(WIDE)?.length ?? 0);
}

/** A column a character: behind each wide letter stands one that {@link withoutPads} takes off. */
export function padWide(lines: readonly string[]): string[] {
  return lines.map((line) => (/[\u1100-\uFFE6]/.test(line) ? line.replace(WIDE, `$&${PAD}`) : line));
}

export function withoutPads(line: string): string {
  return line.includes(PAD) ? line.replaceAll(PAD, "") : line;
}
