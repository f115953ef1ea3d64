/** Whether the code of a sentence stands in its passages: whole, or put together of what stands there. */
import { collapse, type PassageEvidence } from "./read-passage.ts";
import { codeOf } from "./sentence-facts.ts";

/** @param given All passages: a command may be put together of several. */
export function hasUnknownCode(
  text: string,
  cited: readonly PassageEvidence[],
  given: readonly PassageEvidence[],
): boolean {
  return !codeOf(text).every(
    (code) =>
      cited.some((one) => isCodeHeld(code, one)) ||
      // A single word is held by what is cited alone.
      (/[\s(=]/.test(code) && (isComposed(code, cited) || isComposed(code, given))),
  );
}

/** Whether a line of commands is put together of what stands on the pages. */
export function isLineHeld(line: string, given: readonly PassageEvidence[]): boolean {
  return FLAG.test(line) && isComposed(line, given);
}

const FLAG = /(?:^|\s)--?\p{L}/u;

/** As it stands, or all of its parts: a writer fills in a value, and leaves out with "..." what is not needed. */
function isCodeHeld(code: string, one: PassageEvidence): boolean {
  const plain = collapse(code);
  if (one.text.includes(plain)) return true;
  const parts = plain
    .replace(/\.{2,}|…/g, " ")
    .split(/[^\p{L}\p{N}_$./@-]+/u)
    .filter((part) => /[\p{L}\p{N}_$@]/u.test(part));
  // One part alone may have lost its brackets, and nothing that means something.
  const isWhole = parts.length > 1 || /^[\p{L}\p{N}_$./@\s<>()[\]{}"'…-]+$/u.test(plain);
  return parts.length > 0 && isWhole && parts.every((part) => isPartHeld(part, [one]));
}

/**
 * Whether a command is put together of what stands on the pages, with a path or a name of the visitor's filled in:
 * what names an option must stand there, what is given to one may be the visitor's.
 */
function isComposed(code: string, pages: readonly PassageEvidence[]): boolean {
  // What stands in quotes is a value of the visitor's, unless nothing else is left.
  const words = collapse(code)
    .replace(PLACEHOLDER, " ")
    .replace(QUOTED, " ")
    .split(/[\s=(),;{}[\]]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (
    words.some((word) => isPartHeld(word, pages)) &&
    words.every(
      (word, index) =>
        isPartHeld(word, pages) ||
        (index > 0 && (FILLED_IN.test(word) || NAMING.test(words[index - 1] ?? ""))),
    )
  );
}

const PLACEHOLDER = /\{\{[^{}]{0,80}\}\}/g;
const QUOTED = /"[^"]{0,200}"|'[^']{0,200}'/g;

/** A path, a file, a placeholder, a number, or a number with its unit. */
const FILLED_IN = /^(?!-)(?:.*[/\\~]|.*\.\p{L}{1,5}$|<|\$|\d{1,10}\p{L}{0,2}$)/u;

/** A flag behind which a name of the visitor's stands. */
const NAMING = /^--(?:\p{L}+-)?(?:name|tag|user|repo|file|host|id|label|title|path|dir|into|to|from)$/u;

/** A word of prose is no option for that. */
export function isPartHeld(part: string, pages: readonly PassageEvidence[]): boolean {
  const isWord = /^\p{Ll}+$/u.test(part);
  return pages.some(({ text, code }) => hasWord(isWord && code !== "" ? code : text, part));
}

/** Whether a word stands in a text, whole. */
export function hasWord(text: string, part: string): boolean {
  const isFlag = part.startsWith("-");
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + part.length);
    if (!/[\p{L}\p{N}_]/u.test(around) && !(isFlag && around.includes("-"))) return true;
  }
  return false;
}
