/** Marks of numbered lists. @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists */

type Sequence = "#" | "arabic" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman";

export interface Enumerator {
  prefix: string;
  suffix: string;
  sequence: Sequence;
  ordinal: number;
  /** Where the text of the item begins. */
  width: number;
}

const MARK =
  /^(?:(\()([0-9]{1,9}|[a-zA-Z]|[ivxlcdm]{1,15}|[IVXLCDM]{1,15}|#)(\))|([0-9]{1,9}|[a-zA-Z]|[ivxlcdm]{1,15}|[IVXLCDM]{1,15}|#)([).]))( +|$)/;

const SEQUENCES: readonly [Sequence, RegExp][] = [
  ["arabic", /^\d+$/],
  ["lower-letter", /^[a-z]$/],
  ["upper-letter", /^[A-Z]$/],
  ["lower-roman", /^[ivxlcdm]+$/],
  ["upper-roman", /^[IVXLCDM]+$/],
];

/** @param expected the sequence of the list: `i.` follows `h.`, or begins a list of its own. */
export function readEnumerator(line: string, expected?: Sequence): Enumerator | undefined {
  const match = MARK.exec(line);
  if (match === null) return undefined;
  const [mark, prefix = "", inParentheses, closing, plain, plainSuffix] = match;
  const text = inParentheses ?? plain ?? "";
  const suffix = closing ?? plainSuffix ?? "";
  const sequence = sequenceOf(text, expected);
  const ordinal = sequence === undefined ? undefined : ordinalOf(text, sequence);
  if (sequence === undefined || ordinal === undefined) return undefined;
  return { prefix, suffix, sequence, ordinal, width: mark.length };
}

function sequenceOf(text: string, expected: Sequence | undefined): Sequence | undefined {
  if (text === "#") return "#";
  const fits = SEQUENCES.find(([name]) => name === expected);
  if (fits?.[1].test(text) === true) return fits[0];
  if (text === "i") return "lower-roman";
  if (text === "I") return "upper-roman";
  return SEQUENCES.find(([, pattern]) => pattern.test(text))?.[0];
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  if (sequence === "#") return 1;
  if (sequence === "arabic") return Number(text);
  if (sequence.endsWith("letter")) return text.toLowerCase().charCodeAt(0) - 96;
  const value = romanValue(text.toUpperCase());
  return romanNumeral(value) === text.toUpperCase() ? value : undefined;
}

const ROMAN: readonly [string, number][] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function romanValue(text: string): number {
  let value = 0;
  let at = 0;
  for (const [letters, worth] of ROMAN) {
    while (text.startsWith(letters, at)) {
      value += worth;
      at += letters.length;
    }
  }
  return value;
}

function romanNumeral(value: number): string {
  let rest = value;
  let text = "";
  for (const [letters, worth] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function markOf({ prefix, suffix, sequence }: Enumerator, ordinal: number): string | undefined {
  if (sequence === "#") return `${prefix}#${suffix} `;
  let text: string;
  if (sequence === "arabic") text = String(ordinal);
  else if (sequence.endsWith("letter")) {
    if (ordinal > 26) return undefined;
    text = String.fromCharCode(96 + ordinal);
  } else text = romanNumeral(ordinal).toLowerCase();
  return `${prefix}${sequence.startsWith("upper") ? text.toUpperCase() : text}${suffix} `;
}

/** A line that only looks like an item goes on as text: "1. of May" at the start of a line. */
export function beginsItem(item: Enumerator, following: string | undefined): boolean {
  if (following === undefined || following === "" || following.startsWith(" ")) return true;
  const next = markOf(item, item.ordinal + 1);
  return (
    (next !== undefined && following.startsWith(next)) ||
    following.startsWith(`${item.prefix}#${item.suffix} `)
  );
}

export function continuesList(item: Enumerator, before: Enumerator): boolean {
  if (item.prefix !== before.prefix || item.suffix !== before.suffix) return false;
  if (item.sequence === "#") return true;
  return before.sequence !== "#" && item.sequence === before.sequence && item.ordinal === before.ordinal + 1;
}
