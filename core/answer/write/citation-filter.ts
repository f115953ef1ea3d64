/**
 * Checks an answer while it streams: whatever a provider writes, the visitor gets citations that map to a
 * source, and no link.
 *
 * - `[n]` stays only where n is a position that was given; `[9]`, `[^1]` and their like go.
 * - Everything else that Markdown could make a link of is escaped ({@link createTextEscaper}): links are made
 *   of citations, by whoever shows the answer. A link that is written out well stays as its text, followed by its
 *   address where a passage holds that: a download or a mail address may be what was asked for.
 * - An address that no passage holds is shown as its host, and one that is nothing but a host as it is.
 * - The box of a task and two tildes around what is struck out pass: neither can become a link or a fence. A character
 * that is written by name is written as itself.
 * - Code passes untouched: a span that opens and closes on one line, and fenced blocks. Fences are written at
 *   the start of the line, wherever they stood, so that every reader agrees on where code ends.
 *
 * What is safe does not depend on what is recognised: text that is not understood is escaped. Text is held
 * back only while a construct is open, at most {@link MAX_HELD_CHARS}, and the outcome does not depend on how
 * the stream was cut.
 */
import { decodeReferences, OPEN_REFERENCE, REFERENCE_AT_START } from "../../text/character-references.ts";
import { createTextEscaper } from "../../text/escape-text.ts";

export interface CitationFilter {
  /** Takes the next piece and returns what is ready to be shown. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
  /** Valid positions so far, in the order of their first use. */
  readonly citedPositions: readonly number[];
}

export interface CitationFilterOptions {
  /** Positions that may be cited. */
  positions: ReadonlySet<number>;
  /** Whether an address may be shown whole. */
  allowsAddress: (address: string) => boolean;
  /** Whether the text of a passage holds an address. Default: none does. */
  isQuoted?: (address: string) => boolean;
}

/** A construct that does not end within this is text. */
const MAX_HELD_CHARS = 600;

/** What may begin a construct; everything up to it is text. */
const PLAIN_RUN = /[^\\`[!hwf~&\n]+/iy;

/** `[1]`, `[1, 2]`; in other scripts and with a caret it looks like one and is none. */
const POSITIONS = /^\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]/;
const LOOKS_LIKE_POSITIONS = /^\[(?:\^[^\]\n]{0,40}|[\s,;]*\p{N}{1,3}(?:[\s,;]+\p{N}{1,3})*[\s,;]*)\]/u;
const MAY_BECOME_POSITIONS = /^\[(?:\^[^\]\n]{0,40}|[\s\p{N},;]{0,40})$/u;
/** The same in brackets that some models prefer. */
const OTHER_BRACKETS = /[【〔［]/;
const OTHER_POSITIONS = /^[【〔［][^】〕］\n]{0,40}[】〕］]/;

const LINK = /^!?\[([^[\]\n`\\]{0,200})\]\(([^()\s]{0,300})(?: [^()\n]{0,60})?\)/;
const MAY_BECOME_LINK = /^!?(?:\[(?:[^[\]\n`\\]{0,200}(?:\](?:\([^()\n]{0,360})?)?)?)?$/;

const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"'`()[\]\\]*/i;
/** No more is told by it than by the host that is shown of others. */
const BARE_HOST = /^(?:https?:\/\/|www\.)[a-z\d.-]+\/?$/i;
const MAY_BECOME_ADDRESS = /^(?:h|ht|htt|https?:?\/?|f|ft|ftp:?\/?|ww?|www)$/i;

/** The box of a task, behind the mark of its item. */
const TASK_BOX = /^\[[ xX]\](?=[ \t])/;
const ITEM_BEGINNING = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/;
/** So much of a line is looked at for the mark of an item. */
const MAX_BEGINNING_CHARS = 40;

/** A shorter target is a place on the page, or a slip. */
const MIN_ADDRESS_CHARS = 5;

/** A fence, at the start of a line or right behind the mark of a list item. */
const FENCE = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)\n/;
const MAY_BECOME_FENCE =
  /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]?)[ \t]*)?(?:`{1,2}|`{3,}[^`\n]*|~{1,2}|~{3,}[^\n]*)?$/;

/** White space that is taken off the lines of an indented fence. Deeper than that is no list any more. */
const MAX_INDENT = 16;

type Step = { consumed: number; output: string } | "incomplete";

interface Fence {
  mark: string;
  length: number;
  /** White space before the opening one, taken off the lines within. */
  indent: number;
}

export function createCitationFilter({
  positions,
  allowsAddress,
  isQuoted = () => false,
}: CitationFilterOptions): CitationFilter {
  const citedPositions: number[] = [];
  const escaper = createTextEscaper();
  let held = "";
  let fence: Fence | undefined;
  let isAtLineStart = true;
  let lineBeginning = "";

  const cite = (list: string): string =>
    [...list.matchAll(/\d+/g)]
      .map(([digits]) => Number(digits))
      .filter((position) => positions.has(position))
      .map((position) => {
        if (!citedPositions.includes(position)) citedPositions.push(position);
        return escaper.raw(`[${position}]`);
      })
      .join("");

  const asText = (text: string, consumed = text.length): Step => ({ consumed, output: escaper.text(text) });

  const stepBackslash = (text: string, isEnd: boolean): Step => {
    if (text.length === 1 && !isEnd) return "incomplete";
    // Only before punctuation is it an escape; it may not eat a letter of what follows.
    if (/^\\[!-/:-@[-`{-~]/.test(text)) return { consumed: 2, output: escaper.raw(text.slice(0, 2)) };
    // At the end of a line it breaks the line. Elsewhere it must not escape what comes to stand behind it.
    return { consumed: 1, output: escaper.raw(text[1] === "\n" ? "\\" : "\\\\") };
  };

  const stepBackticks = (text: string, isEnd: boolean): Step => {
    const run = /^`+/.exec(text)?.[0] ?? "";
    if (run.length === text.length && !isEnd && run.length < MAX_HELD_CHARS) return "incomplete";
    const line = text.slice(0, MAX_HELD_CHARS).split("\n", 1)[0] ?? "";
    let from = run.length;
    for (;;) {
      const close = line.indexOf(run, from);
      if (close === -1) break;
      const closingRun = /^`+/.exec(line.slice(close))?.[0] ?? "";
      const end = close + closingRun.length;
      // The run may go on with the next piece.
      if (end === text.length && !isEnd && end < MAX_HELD_CHARS) return "incomplete";
      if (closingRun.length === run.length) {
        const span = line.slice(0, end);
        return isSafeSpan(span) ? { consumed: end, output: escaper.raw(span) } : asText(span);
      }
      from = end;
    }
    const isWholeLine = line.length < text.length || text.length >= MAX_HELD_CHARS;
    return isWholeLine || isEnd ? asText(run) : "incomplete";
  };

  const stepBracket = (text: string, isEnd: boolean): Step => {
    const start = text.slice(0, MAX_HELD_CHARS);
    const box = ITEM_BEGINNING.test(lineBeginning) ? TASK_BOX.exec(start)?.[0] : undefined;
    if (box !== undefined) return { consumed: box.length, output: escaper.raw(box) };
    const list = POSITIONS.exec(start)?.[0];
    const link = LINK.exec(start);
    if (link !== null) {
      // `[1](…)`: the address of a citation is the source's.
      const isImage = link[0].startsWith("!");
      const output = list === undefined ? escaper.text(linkText(link, isImage)) : cite(list);
      return { consumed: link[0].length, output };
    }
    const isOpen = !isEnd && start.length < MAX_HELD_CHARS;
    // Also what is a mark already may turn out to be the text of a link.
    if (isOpen && (MAY_BECOME_LINK.test(start) || MAY_BECOME_POSITIONS.test(start))) return "incomplete";
    if (list !== undefined) return { consumed: list.length, output: cite(list) };
    const lookalike = LOOKS_LIKE_POSITIONS.exec(start)?.[0];
    if (lookalike !== undefined) return { consumed: lookalike.length, output: "" };
    return asText(text[0] ?? "");
  };

  /** `[Download](https://…)`: the text, and the address behind it where a page has it in its words. */
  const linkText = ([, text = "", target = ""]: RegExpExecArray, isImage: boolean): string => {
    const address = target.replace(/^<|>$/g, "").replace(/^(?:mailto|tel):/i, "");
    const isTold = text.includes(address) || text.includes(address.replace(/^https?:\/\/|\/$/g, ""));
    return isImage || isTold || address.length < MIN_ADDRESS_CHARS || !isQuoted(address)
      ? text
      : `${text} (${address})`;
  };

  const stepTildes = (text: string, isEnd: boolean): Step => {
    const run = /^~+/.exec(text)?.[0] ?? "";
    if (run.length === text.length && !isEnd && run.length < MAX_HELD_CHARS) return "incomplete";
    return run.length === 2 ? { consumed: 2, output: escaper.raw(run) } : asText(run);
  };

  const stepAmpersand = (text: string, isEnd: boolean): Step => {
    if (!isEnd && OPEN_REFERENCE.test(text.slice(0, MAX_HELD_CHARS))) return "incomplete";
    const reference = REFERENCE_AT_START.exec(text)?.[0] ?? "&";
    return { consumed: reference.length, output: escaper.text(decodeReferences(reference)) };
  };

  const stepAddress = (text: string, isEnd: boolean): Step => {
    const start = text.slice(0, MAX_HELD_CHARS);
    const address = ADDRESS.exec(start)?.[0];
    if (address === undefined) {
      return !isEnd && MAY_BECOME_ADDRESS.test(start) ? "incomplete" : asText(text[0] ?? "");
    }
    if (address.length === text.length && !isEnd && address.length < MAX_HELD_CHARS) return "incomplete";
    return { consumed: address.length, output: escaper.text(shownAddress(address)) };
  };

  const shownAddress = (address: string): string => {
    const trimmed = address.replace(/[.,;:!?*_~]{1,9}$/, "");
    if (allowsAddress(trimmed) || BARE_HOST.test(trimmed)) return address;
    // Where no spaces part words, what follows an address looks like its end.
    const ascii = /^[!-~]*/.exec(trimmed)?.[0].replace(/[.,;:!?*_~]{1,9}$/, "") ?? "";
    if (ascii.length < trimmed.length)
      return ascii === "" ? address : `${shownAddress(ascii)}${address.slice(ascii.length)}`;
    const host = /^(?:[a-z]+:\/\/)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:]*)/i.exec(trimmed)?.[1] ?? "";
    return host + address.slice(trimmed.length);
  };

  const stepLineStart = (text: string, isEnd: boolean): Step | undefined => {
    const start = text.slice(0, MAX_HELD_CHARS);
    const match = FENCE.exec(start);
    if (match !== null) {
      const [whole, indent = "", marker = "", run = "", info = ""] = match;
      if (run.startsWith("`") && info.includes("`")) return undefined;
      fence = {
        mark: run[0] as string,
        length: run.length,
        indent: Math.min(indent.length + marker.length, MAX_INDENT),
      };
      const before = marker === "" ? "" : `${escaper.text(indent + marker.trimEnd())}\n`;
      return { consumed: whole.length, output: `${before}${escaper.raw(`${run}${info.trim()}\n`)}` };
    }
    return !isEnd && start.length < MAX_HELD_CHARS && MAY_BECOME_FENCE.test(start) ? "incomplete" : undefined;
  };

  const stepInFence = (text: string, { mark, length, indent }: Fence, isEnd: boolean): Step => {
    const newline = text.indexOf("\n");
    const line = newline === -1 ? text : text.slice(0, newline);
    if (!isAtLineStart) {
      const consumed = newline === -1 ? line.length : newline + 1;
      return { consumed, output: escaper.raw(text.slice(0, consumed)) };
    }
    const start = line.slice(0, MAX_HELD_CHARS);
    const content = start.trim();
    if (content.replaceAll(mark, "") === "") {
      if (newline === -1 && start.length < MAX_HELD_CHARS && !isEnd) return "incomplete";
      if (content.length >= length) {
        fence = undefined;
        const isWholeLine = start.length === line.length && newline !== -1;
        return { consumed: start.length + (isWholeLine ? 1 : 0), output: escaper.raw(`${content}\n`) };
      }
    }
    const spaces = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const consumed = newline === -1 ? line.length : newline + 1;
    return { consumed, output: escaper.raw(text.slice(Math.min(spaces, indent), consumed)) };
  };

  const step = (text: string, isEnd: boolean): Step => {
    if (fence !== undefined) return stepInFence(text, fence, isEnd);
    if (isAtLineStart) {
      const begun = stepLineStart(text, isEnd);
      if (begun !== undefined) return begun;
    }
    const [first = ""] = text;
    if (first === "\\") return stepBackslash(text, isEnd);
    if (first === "`") return stepBackticks(text, isEnd);
    if (first === "[") return stepBracket(text, isEnd);
    if (first === "~") return stepTildes(text, isEnd);
    if (first === "&") return stepAmpersand(text, isEnd);
    if (first === "!") {
      if (text.length === 1 && !isEnd) return "incomplete";
      return text[1] === "[" ? stepBracket(text, isEnd) : asText(first);
    }
    if (OTHER_BRACKETS.test(first)) {
      const mark = OTHER_POSITIONS.exec(text.slice(0, MAX_HELD_CHARS))?.[0];
      if (mark !== undefined)
        return { consumed: mark.length, output: /\p{N}/u.test(mark) ? "" : escaper.text(mark) };
      const isOpen = text.length <= 41 && !text.includes("\n") && !isEnd;
      return isOpen ? "incomplete" : asText(first);
    }
    if (/[hwf]/i.test(first)) return stepAddress(text, isEnd);
    return asText(first);
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    let at = 0;
    while (at < held.length) {
      if (fence === undefined && !isAtLineStart) {
        // The common case at once: text in which nothing can begin.
        PLAIN_RUN.lastIndex = at;
        const run = PLAIN_RUN.exec(held)?.[0];
        const plain = run === undefined ? undefined : /^[^【〔［]+/.exec(run)?.[0];
        if (plain !== undefined) {
          output += escaper.text(plain);
          at += plain.length;
          lineBeginning = (lineBeginning + plain).slice(0, MAX_BEGINNING_CHARS);
          continue;
        }
      }
      // A little more than a step may look at: it must see that there is more.
      const window = fence === undefined ? held.slice(at, at + MAX_HELD_CHARS + 1) : held.slice(at);
      const isLast = isEnd && at + window.length === held.length;
      const result = step(window, isLast);
      if (result === "incomplete") break;
      output += result.output;
      isAtLineStart = held[at + result.consumed - 1] === "\n";
      const line = held.slice(at, at + result.consumed);
      const newline = line.lastIndexOf("\n");
      lineBeginning = (newline < 0 ? lineBeginning + line : line.slice(newline + 1)).slice(
        0,
        MAX_BEGINNING_CHARS,
      );
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
    citedPositions,
  };
}

/**
 * A table splits a code span at its pipes, and what was code is text then. Such a span is code only where the
 * pieces could do no harm.
 */
function isSafeSpan(span: string): boolean {
  return !span.includes("|") || !/\]\(|\/\/|www\.|@|<|\[[\s\p{N},;^]+\]|\\/iu.test(span);
}
