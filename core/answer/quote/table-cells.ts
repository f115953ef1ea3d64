/** Writes a table as it is read: icons as words, and of a long one the rows that answer. */
import { rowText } from "../../citation/quote.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";

const YES_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  en: ["yes", "no"],
  de: ["ja", "nein"],
  es: ["sí", "no"],
  fr: ["oui", "non"],
  it: ["sì", "no"],
  pt: ["sim", "não"],
  nl: ["ja", "nee"],
};

/** Icons that stand for a word, with what picks their colour behind them. */
const YES = /^(?:[✓✔✅☑🗸]|:(?:white_check_mark|heavy_check_mark|check_mark|check):)\uFE0F?(?![\p{L}\p{N}])/u;
const NO =
  /^(?:[✗✘❌✖❎☒🚫⛔╳]|:(?:x|cross_mark|no_entry|negative_squared_cross_mark):)\uFE0F?(?![\p{L}\p{N}])/u;
/** Beside such icons they stand for "no". */
const NOTHING = /^[-–—×xX]?$/;

/** The rows of a table with words for icons, in the language of its page. */
export function cellsInWords(rows: readonly (readonly string[])[], language: string): string[][] {
  const [yes, no] = YES_NO[baseLanguage(language)] ?? ["✓", "✗"];
  const hasIcons = rows
    .slice(1)
    .some((row) => row.some((cell) => YES.test(cell.trim()) || NO.test(cell.trim())));
  if (!hasIcons) return rows.map((row) => [...row]);
  return rows.map((row, index) =>
    row.map((cell, column) => {
      const text = cell.trim();
      if (index > 0 && column > 0 && NOTHING.test(text)) return no;
      return inWords(text, YES, yes) ?? inWords(text, NO, no) ?? text;
    }),
  );
}

/** A cell with the word for its icon; what stands behind that may be the word itself. */
function inWords(cell: string, icon: RegExp, word: string): string | undefined {
  if (!icon.test(cell)) return undefined;
  const rest = cell.replace(icon, "").trim();
  if (rest === "" || rest.toLowerCase().startsWith(word)) return rest === "" ? word : rest;
  return /^[\p{L}\p{N}`]/u.test(rest) ? `${word}, ${rest}` : `${word} ${rest}`;
}

/** A row in one line: what it is of, and each cell behind the name of its column. */
export function rowInWords(rows: readonly (readonly string[])[], rowIndex: number, language: string): string {
  const [header = [], ...body] = cellsInWords(rows, language);
  const [first = "", ...cells] = (body[rowIndex - 1] ?? []).map((cell) => cell.replace(/\s+/g, " ").trim());
  const told = cells.flatMap((cell, index) => {
    const name = (header[index + 1] ?? "").trim();
    if (cell === "") return [];
    return [name === "" ? cell : `${name}: ${cell}`];
  });
  return told.length === 0 ? first : `${first} – ${told.join(", ")}`;
}

/** Tables up to this many rows are quoted whole. */
const WHOLE_TABLE_MAX_ROWS = 8;
/** Rows of a longer one that hold so much of what the best of them holds. */
const ROW_SHARE = 0.75;

/** The header and the rows that answer; all of them where they are few, or none holds more of the question than others. */
export function answeringRows(
  rows: readonly string[][],
  blockIndex: number,
  sentences: readonly ScoredSentence[],
): readonly string[][] {
  const [header, ...body] = rows;
  const asked = sentences[0]?.asked;
  if (header === undefined || asked === undefined || body.length <= WHOLE_TABLE_MAX_ROWS) return rows;
  if (asked.type === "list" || asked.type === "comparison") return rows;
  const shareOf = new Map(
    sentences
      .filter((sentence) => sentence.blockIndex === blockIndex && sentence.kind === "row")
      .map(({ text, held }) => [text, asked.share(held)]),
  );
  const best = Math.max(0, ...shareOf.values());
  if (best === 0) return rows;
  const chosen = body.filter((row) => (shareOf.get(rowText(row)) ?? 0) >= best * ROW_SHARE);
  return chosen.length > body.length / 2 ? rows : [header, ...chosen];
}
