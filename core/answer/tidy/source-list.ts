/**
 * Leaves out what a model adds below its answer: a list of its sources, and the definitions of footnotes. The sources
 * are shown by whoever shows the answer, and a number in such a list stands behind nothing. Only items that begin with
 * a citation are such a list: what an answer itself lists under "Sources" stays.
 */
import type { TextStep } from "./tidy-reply.ts";

const NAMES =
  "sources?|sources cited|sources used|references?|citations?|footnotes?|passages used|quellen|quelle|quellenangaben|belege|références|fuentes?|referencias|fonti|fonte|riferimenti|fontes|referências|bronnen|bron|verwijzingen";
const FENCE = /^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})/;

/** A citation in any spelling. */
const MARK = String.raw`(?:[\[【（(]\s?\^?(?:(?:passage|source|quelle|fuente|fonte|bron|text)\s)?\d{1,3}[^\]】）)\n]{0,40}[\]】）)]|(?:passage|source|quelle|fuente|fonte|bron)\s\d{1,3})`;
const HEADER = new RegExp(
  String.raw`^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+)?[*_(]{0,3}(?:${NAMES})[*_]{0,2}[ \t]*(?:[:：][*_]{0,2}[ \t]*((?:[-–•·,;]?\s*${MARK}.{0,300})?)|(?<=#.{0,60}|[*_]{2}))[)*_]{0,3}[ \t]*$`,
  "i",
);
const ITEM = new RegExp(String.raw`^[ \t]*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?[*_]{0,2}${MARK}`, "i");
const DEFINITION = /^[ \t]*(?:[-*+][ \t]+)?\[\^?\d{1,3}\^?\][ \t]*[:：]/;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** A line longer than this is neither. */
const MAX_LINE_CHARS = 400;
const MAX_HELD_CHARS = 6_000;

export function createSourceListRemover(): TextStep {
  /** The line that is being written. */
  let line = "";
  let passed = 0;
  /** Lines that belong to a list of sources, if that is what it is; blank lines and rules before it too. */
  let held = "";
  let isList = false;
  let hasItem = false;
  let hasText = false;
  let fence: string | undefined;

  const letGo = (): string => {
    const text = held;
    held = "";
    isList = hasItem = false;
    return text;
  };

  const take = (whole: string, end: string): string => {
    const rest = whole.slice(passed) + end;
    const wasPassed = passed > 0;
    passed = 0;
    if (fence !== undefined) {
      if (whole.trim() === fence) fence = undefined;
      return rest;
    }
    const opening = FENCE.exec(whole)?.[1];
    if (opening !== undefined) {
      fence = opening;
      return letGo() + rest;
    }
    if (wasPassed) return rest;
    if (whole.trim() === "" || (hasText && !isList && RULE.test(whole))) {
      held += rest;
      return "";
    }
    if (hasText && whole.length <= MAX_LINE_CHARS && held.length <= MAX_HELD_CHARS) {
      if (DEFINITION.test(whole)) {
        // Footnotes may stand between paragraphs as well.
        if (isList) {
          hasItem = true;
          held += rest;
        }
        return "";
      }
      if (isList ? ITEM.test(whole) : HEADER.test(whole)) {
        hasItem ||= isList || (HEADER.exec(whole)?.[1] ?? "") !== "";
        isList = true;
        held += rest;
        return "";
      }
    }
    hasText = true;
    return letGo() + rest;
  };

  /** Whether the beginning of a line may become one that is left out. */
  const mayBelong = (): boolean => {
    if (fence !== undefined || line.length > MAX_LINE_CHARS) return false;
    if (line.trim() === "") return true;
    if (!hasText) return false;
    if (isList) return true;
    return (
      MAY_BECOME_SOURCES.test(line) ||
      MAY_BECOME_DEFINITION.test(line) ||
      /^[ \t]*[-*_]{1,80}[ \t]*$/.test(line)
    );
  };

  return {
    push(text) {
      let output = "";
      line += text;
      for (;;) {
        const newline = line.indexOf("\n");
        if (newline === -1) break;
        output += take(line.slice(0, newline), "\n");
        line = line.slice(newline + 1);
      }
      const isFenceLine = /^[ \t]*(?:[-*+][ \t]*|\d{1,9}[.)]?[ \t]*)?[`~]{0,3}$/.test(line) && line !== "";
      if (passed > 0 || (!mayBelong() && !isFenceLine)) {
        if (passed === 0) output += letGo();
        hasText ||= line.trim() !== "";
        output += line.slice(passed);
        passed = line.length;
      }
      return output;
    },
    end() {
      const rest = line === "" ? "" : take(line, "");
      line = "";
      return isList && hasItem ? rest : rest + letGo();
    },
  };
}

const MAY_BECOME_DEFINITION =
  /^[ \t]*(?:[-*+][ \t]*)?(?:\[(?:\^?\d{0,3}(?:\^?(?:\](?:[ \t]*(?:[:：].{0,400})?)?)?)?)?)?$/;
const MAY_BECOME_SOURCES = new RegExp(
  String.raw`^[ \t]*(?:#{1,6}[ \t]*|[-*+][ \t]*)?[*_(]{0,3}(?:${prefixes(NAMES)}|(?:${NAMES})[*_]{0,2}[ \t]*(?:[:：].{0,400})?)$`,
  "i",
);

/** Matches any beginning of any of the names. */
function prefixes(names: string): string {
  const plain = names.replace(/s\?/g, "s").split("|");
  return [...new Set(plain.flatMap((name) => name.split("").map((_, index) => name.slice(0, index))))].join(
    "|",
  );
}
