/**
 * Definition lists of PHP Markdown Extra, which Python-Markdown, kramdown, Goldmark and MyST have: a term on a line of its
 * own, and below it what it means behind a colon. Read as `Term: what it means`.
 */
import { STASHED_BLOCK } from "../marks.ts";

const DEFINITION = /^ {0,3}:[ \t]{1,9}(?=\S)(?![-: \t|]*$)/;
/** What begins otherwise is no term. */
const NO_TERM = new RegExp(
  String.raw`^(?:\s*$|\s{4}|\t|[#>|]|\s*(?:[-*+]|\d+[.)])\s|\s*:|\s*<|.*\|.*\||${STASHED_BLOCK}|[=-]{3,}\s*$)`,
);

export function readDefinitionLists(source: string): string {
  if (!/^ {0,3}:[ \t]+\S/m.test(source)) return source;
  const lines = source.split("\n");
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!DEFINITION.test(line)) {
      result.push(line);
      continue;
    }
    const terms = takeTerms(result);
    if (terms.length === 0) {
      result.push(line);
      continue;
    }
    const meaning = line.replace(DEFINITION, "");
    result.push("", `${terms.join(", ").replace(/[:：]$/, "")}: ${meaning}`);
    // Further meanings of the term, and further blocks of a meaning, which stand farther right.
    while (at + 1 < lines.length) {
      const next = lines[at + 1] ?? "";
      if (DEFINITION.test(next)) {
        result.push("", next.replace(DEFINITION, ""));
      } else if (/^(?: {4}|\t)/.test(next)) {
        result.push(next.replace(/^(?: {1,4}|\t)/, ""));
      } else if (/^ {2,3}\S/.test(next) && (lines[at] ?? "").trim() === "") {
        // Where a meaning is one column behind its colon, its blocks are as well.
        result.push(next.trimStart());
      } else if (next.trim() === "" && isContinued(lines, at + 2)) {
        result.push("");
      } else if (
        next.trim() !== "" &&
        (lines[at] ?? "").trim() !== "" &&
        !DEFINITION.test(lines[at + 2] ?? "") &&
        !NO_TERM.test(next)
      ) {
        result.push(next);
      } else break;
      at++;
    }
    result.push("");
  }
  return result.join("\n");
}

/** The lines above that are one paragraph; nothing where they are no terms. */
function takeTerms(result: string[]): string[] {
  let end = result.length;
  if ((result[end - 1] ?? "").trim() === "") end--;
  let start = end;
  while (start > 0 && end - start < 5 && !NO_TERM.test(result[start - 1] ?? "")) start--;
  if (start === end || (start > 0 && (result[start - 1] ?? "").trim() !== "")) return [];
  const terms = result.slice(start, end).map((term) => term.trim());
  if (terms.some((term) => term.length > 200)) return [];
  result.length = start;
  return terms;
}

function isContinued(lines: readonly string[], at: number): boolean {
  const next = lines[at] ?? "";
  return DEFINITION.test(next) || /^(?: {2,4}|\t)\S/.test(next);
}
