/**
 * Respells the citations of a reply as `[n]`, whatever a model is used to write: 【1】, 【1†source】, [^1], [Passage 1],
 * [1-3], <sup>1</sup>, ¹. Numbers that were not given go, with the space before them, and so does HTML. Code is left as
 * it is, and so is whatever stands in the pages or in the question: it is spoken of.
 */
import { createTagReader, type TagStep } from "./left-out-tags.ts";
import { MAX_SPAN_CHARS, readCodeSpan } from "./read-code.ts";
import type { TextStep } from "./tidy-reply.ts";

export interface InlineTidierOptions {
  /** Positions that may be cited. */
  positions: ReadonlySet<number>;
  /** Whether the pages or the question hold a text. Default: they do not. */
  isQuoted?: ((text: string) => boolean) | undefined;
}

const NAMES =
  "passages?|sources?|src|refs?|references?|cites?|citations?|docs?|documents?|excerpts?|quellen?|textstellen?|pasajes?|fuentes?|fonti|fonte|fontes|passaggi|passaggio|brano|brani|passagem|passagens|trecho|bron|bronnen";
const JOINT = String.raw`(?:\s?(?:[,;&]|and|und|et|y|e|en)\s?|\s)`;
const LIST = String.raw`\d{1,3}(?:${JOINT}(?:(?:${NAMES})\s)?\d{1,3}){0,9}`;
/** How a citation may be spelled in square brackets; the first group holds its numbers. */
const SPELLINGS = [
  String.raw`\[\[\s?(${LIST})\s?\]\]`,
  String.raw`\[\s?\^\s?(${LIST})\s?\^?\s?\]`,
  String.raw`\[\s?#?(${LIST})\s?\]`,
  String.raw`\[\s?(?:${NAMES})\s?[:#]?\s?(${LIST})(?:\s?[:–—-]\s[^\[\]\n]{0,80})?\s?\]`,
  String.raw`\((?:${NAMES})\s?[:#]?\s?(${LIST})\)`,
  String.raw`[\[【［〔](${LIST})(?::\d{1,3})?†[^\]】］〕\n]{0,40}[\]】］〕]`,
  String.raw`[【［〔]\s?(?:(?:${NAMES})\s?[:#]?\s?)?(${LIST})\s?[】］〕]`,
].map((pattern) => new RegExp(`^${pattern}`, "i"));
const RANGE = /^\[\s?(\d{1,3})\s?[-–—]\s?(\d{1,3})\s?\]/;
const MAX_RANGE = 5;
/** `[1, 2]`: it is spelled as asked for already. */
const PLAIN = /^\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]/;
const MAX_MARK_CHARS = 120;
const TARGET = /^\([^()\s]{0,300}(?: [^()\n]{0,60})?\)/;
const MAY_BECOME_TARGET = /^(?:\([^()\s]{0,300}(?: [^()\n]{0,60})?)?$/;
const MAX_TARGET_CHARS = 400;
const CLOSERS: Record<string, string> = { "[": "]", "【": "】", "［": "］", "〔": "〕", "(": ")" };

/** Behind a word or a mark, not behind a unit: "m²". */
const SUPERSCRIPTS = /^[¹²³⁰⁴-⁹]{1,2}(?:[,˒ ⁻][¹²³⁰⁴-⁹]{1,2}){0,4}/;
const BEFORE_SUPERSCRIPT = /(?:\p{L}{4}|[.!?,;:)"”»`*])$/u;
const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const PLAIN_RUN = /^[^\\`[【［〔(<\n \t¹²³⁰⁴-⁹]+/;
const FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
const MAY_BECOME_FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]?)[ \t]*)?[`~]{0,2}$/;
/** Spaces in a row beyond this are no gap before a citation. */
const MAX_GAP_CHARS = 40;

type Step = { consumed: number; output: string } | "incomplete";

export function createInlineTidier({ positions, isQuoted = () => false }: InlineTidierOptions): TextStep {
  const readTag = createTagReader(isQuoted);
  let held = "";
  let fence: string | undefined;
  let isAtLineStart = true;
  /** The last characters that were written. */
  let before = "";

  const cite = (numbers: readonly number[]): string =>
    numbers
      .filter((position, index) => positions.has(position) && numbers.indexOf(position) === index)
      .map((position) => `[${position}]`)
      .join("");

  /** A citation in any spelling, which may stand behind a gap. */
  const citationIn = (text: string): { consumed: number; output: string } | undefined => {
    const range = RANGE.exec(text);
    if (range !== null && !isQuoted(range[0])) {
      const [from, to] = [Number(range[1]), Number(range[2])];
      const isRange = from >= 1 && to >= from && to - from < MAX_RANGE;
      const numbers = Array.from({ length: isRange ? to - from + 1 : 0 }, (_, index) => from + index);
      if (isRange && numbers.some((position) => positions.has(position)))
        return { consumed: range[0].length, output: cite(numbers) };
    }
    for (const pattern of SPELLINGS) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const [whole, list = ""] = match;
      const numbers = (list.match(/\d+/g) ?? []).map(Number);
      const isPlain = PLAIN.test(whole);
      if (!isPlain && isQuoted(whole)) return undefined;
      if (isPlain && numbers.every((position) => positions.has(position)))
        return { consumed: whole.length, output: whole };
      return { consumed: whole.length, output: cite(numbers) };
    }
    return undefined;
  };

  const stepBracket = (text: string, gap: string, isEnd: boolean): Step => {
    const mark = text.slice(gap.length, gap.length + MAX_MARK_CHARS);
    const [first = ""] = mark;
    const found = citationIn(mark);
    const isDouble = /^\[\[[\d,; ]{0,20}\]?$/.test(mark);
    if (!isEnd && (isDouble || (found === undefined && mayGoOn(mark, first)))) return "incomplete";
    if (found === undefined) return { consumed: gap.length + 1, output: gap + first };
    // `[1](…)`: the address of a citation is the source's.
    const behind = text.slice(gap.length + found.consumed, gap.length + found.consumed + MAX_TARGET_CHARS);
    if (first === "[" && !isEnd && MAY_BECOME_TARGET.test(behind)) return "incomplete";
    const target = first === "[" ? (TARGET.exec(behind)?.[0] ?? "") : "";
    return {
      consumed: gap.length + found.consumed + target.length,
      output: found.output === "" ? "" : gap + found.output,
    };
  };

  const stepGap = (text: string, isEnd: boolean): Step => {
    const gap = /^[ \t]+/.exec(text)?.[0] ?? "";
    if (gap.length > MAX_GAP_CHARS) return { consumed: gap.length, output: gap };
    if (gap.length === text.length) return isEnd ? { consumed: gap.length, output: gap } : "incomplete";
    return (text[gap.length] ?? "") in CLOSERS
      ? stepBracket(text, gap, isEnd)
      : { consumed: gap.length, output: gap };
  };

  const stepSuperscript = (text: string, isEnd: boolean): Step => {
    const mark = SUPERSCRIPTS.exec(text)?.[0] ?? "";
    if (mark.length >= text.length - 1 && !isEnd) return "incomplete";
    const numbers = mark.split(/[,˒ ⁻]/).map((one) =>
      Number(
        one
          .split("")
          .map((digit) => DIGITS.indexOf(digit))
          .join(""),
      ),
    );
    const isCitation =
      BEFORE_SUPERSCRIPT.test(before) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(mark.length)) &&
      numbers.every((one) => positions.has(one));
    return {
      consumed: mark.length,
      output:
        isCitation && !isQuoted(`${/\p{L}*$/u.exec(before)?.[0] ?? ""}${mark}`) ? ` ${cite(numbers)}` : mark,
    };
  };

  const stepTag = (text: string, isEnd: boolean): Step => {
    const tag: TagStep = readTag(text, { isEnd, isInTable: isInTable() });
    if (tag === "incomplete") return tag;
    if (tag.citation === undefined) return tag;
    const numbers = (tag.citation.match(/\d+/g) ?? []).map(Number);
    return numbers.some((one) => positions.has(one))
      ? { consumed: tag.consumed, output: `${/\s$/.test(before) ? "" : " "}${cite(numbers)}` }
      : { consumed: tag.consumed, output: "" };
  };

  let lineBeginning = "";
  const isInTable = (): boolean => /^[ \t]*\|/.test(lineBeginning);

  const step = (text: string, isEnd: boolean): Step => {
    if (isAtLineStart || fence !== undefined) {
      const newline = text.indexOf("\n");
      const line = newline === -1 ? text : text.slice(0, newline);
      const opening = FENCE.exec(line)?.[1];
      const wasFence = fence;
      if (
        isAtLineStart &&
        newline === -1 &&
        !isEnd &&
        (MAY_BECOME_FENCE.test(line) || (opening !== undefined && line.length < MAX_SPAN_CHARS))
      )
        return "incomplete";
      if (isAtLineStart && opening !== undefined) {
        if (fence === undefined) fence = opening;
        else if (line.trim().startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(line)) fence = undefined;
        return { consumed: line.length, output: line };
      }
      if (wasFence !== undefined) {
        const consumed = newline === -1 ? line.length : newline + 1;
        return { consumed, output: text.slice(0, consumed) };
      }
    }
    const [first = ""] = text;
    if (first === "\\")
      return text.length === 1 && !isEnd
        ? "incomplete"
        : { consumed: Math.min(2, text.length), output: text.slice(0, 2) };
    if (first === "`") return readCodeSpan(text, isEnd);
    if (first === " " || first === "\t") return stepGap(text, isEnd);
    if (first in CLOSERS) return stepBracket(text, "", isEnd);
    if (first === "<") return stepTag(text, isEnd);
    if (DIGITS.includes(first)) return stepSuperscript(text, isEnd);
    return { consumed: 1, output: first };
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    let at = 0;
    while (at < held.length) {
      const rest = held.slice(at);
      const plain = isAtLineStart || fence !== undefined ? undefined : PLAIN_RUN.exec(rest)?.[0];
      const result = plain === undefined ? step(rest, isEnd) : { consumed: plain.length, output: plain };
      if (result === "incomplete") break;
      output += result.output;
      before = (before + result.output).slice(-8);
      isAtLineStart = held[at + result.consumed - 1] === "\n";
      lineBeginning = isAtLineStart ? "" : (lineBeginning + result.output).slice(0, 4);
      at += result.consumed;
    }
    held = held.slice(at);
    return output;
  };

  return {
    push(text) {
      held += text;
      return drain(false);
    },
    end: () => drain(true),
  };
}

/** Whether brackets that are still open may become a citation. */
function mayGoOn(mark: string, first: string): boolean {
  if (mark.length >= MAX_MARK_CHARS || mark.includes("\n") || mark.includes(CLOSERS[first] ?? "]"))
    return false;
  return MAY_BECOME_MARK.test(mark);
}

const MAY_BECOME_MARK =
  /^[[【［〔(]{1,2}\s?[\^#]?\s?(?:[a-z]{0,12}|[a-z]{2,12}\s?[:#]?\s?\d{0,3}[^\n]{0,110}|\d{1,3}[^\n]{0,110})$/i;
