/**
 * The open end of a paragraph, a heading, an item or a cell: holds back what may become markup, and closes what has
 * opened, so that a reader sees bold text grow and never an asterisk.
 *
 * One pass over the text by the rules of CommonMark, as the lexer would go; what it closes is always closed innermost
 * first, in places where the lexer takes it for the end.
 */
import { OPEN_REFERENCE } from "../../core/text/character-references.ts";
import { LONE_STAR } from "./inline-rules.ts";

/** What has opened and not closed yet. */
interface Opener {
  /** `*`, `_`, `~`, `[` or a backtick. */
  mark: string;
  /** How many of them. */
  length: number;
  /** Where it begins, and where what it opens begins. */
  from: number;
  to: number;
  canClose: boolean;
}

const PLAIN = /[^\\`*_~[\]!<&|\n]+/y;
/** A tag or an address in angle brackets, and the beginning of one. */
const ANGLE = /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+|\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?)>/iy;
const OPEN_ANGLE = /<(?:[^\s<>]{0,300}|br\s*\/?)$/iy;
/** A citation or a footnote that is still open: its number is no text. */
const OPEN_MARK = /\[(?:\d{0,3}|\^[^\]\n]*)$/y;
const LINK_TARGET =
  /\(\s*(?:<[^\n<>]*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/y;
const OPEN_LINK_TARGET =
  /\(\s*(?:<[^\n<>]*|(?:<[^\n<>]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"?|'[^']*'?|\([^)]*\)?)?\s*)?)?$/y;
const ADDRESS_BEFORE = /(?:https?:\/\/|(?:^|[\s*_~(])www\.)\S*$/i;

/** How far is looked within a word or an address. */
const MAX_WORD_CHARS = 300;

const isSpace = (character: string): boolean => /^\s*$/.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/**
 * @param text markdown of one block, from its beginning to the end of what has come.
 * @param mayBeTableHead whether a next line may make the last one the head of a table; then it waits from its first
 * pipe on.
 * @returns what can be shown: a beginning of the text, and what closes it.
 */
export function settleInline(text: string, mayBeTableHead = false): string {
  const openers: Opener[] = [];
  /** Where the text ends that is shown. */
  let end = text.length;
  let pipeAt = -1;
  /** What turns a label that is complete into a link before its address is. */
  let target = "";
  let at = 0;
  /** Where the last construct ended: what stands before belongs to no word of now. */
  let wordFrom = 0;

  const matchesAt = (pattern: RegExp, position: number): number => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0].length ?? -1;
  };
  const holdFrom = (position: number): void => {
    at = text.length;
    end = position;
  };

  /** Links do not begin within a word, but `array[index]` does. */
  const isInWord = (position: number): boolean =>
    /[\p{Script=Latin}\d]$/u.test(text.slice(Math.max(0, position - 2), position));

  function passCode(): void {
    const length = /^`+/.exec(text.slice(at))![0].length;
    const close = new RegExp(`(?<!\`)\`{${length}}(?!\`)`, "g");
    close.lastIndex = at + length;
    const found = close.exec(text);
    if (found) wordFrom = at = found.index + length;
    else {
      openers.push({ mark: "`", length, from: at, to: at + length, canClose: false });
      holdFrom(text.length);
    }
  }

  function passBracket(): void {
    const bracket = openers.findLastIndex(({ mark }) => mark === "[");
    const opener = openers[bracket];
    at++;
    if (!opener) return;
    openers.length = bracket;
    const isCitation = /^\d{1,3}$/.test(text.slice(opener.to, at - 1));
    wordFrom = at;
    if (text[opener.to] === "^") return;
    if (at === text.length && (isInWord(opener.from) || openers.some(({ mark }) => mark === "["))) {
      holdFrom(opener.from);
    } else if (at === text.length) {
      if (!isCitation) target = "()";
    } else if (text[at] === "(") {
      const length = matchesAt(LINK_TARGET, at);
      if (length > 0) wordFrom = at += length;
      else if (matchesAt(OPEN_LINK_TARGET, at) > 0) {
        if (!isCitation) target = "()";
        holdFrom(at);
      }
    } else if (text[at] === "[" && !isCitation) {
      const close = text.indexOf("]", at);
      if (close >= 0) at = close + 1;
      else {
        target = "()";
        holdFrom(at);
      }
    }
  }

  function passEmphasis(mark: string): void {
    const from = at;
    while (text[at] === mark) at++;
    if (at === text.length) return holdFrom(from);
    const isInAddress = ADDRESS_BEFORE.test(text.slice(Math.max(wordFrom, from - MAX_WORD_CHARS), from));
    let length = at - from;
    if (mark === "~" && length !== 2) return;
    const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? "";
    const after = /^./su.exec(text.slice(at, at + 2))?.[0] ?? "";
    const opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
    const closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
    const isWordBound = mark !== "_";
    const canOpen = opens && !isInAddress && (isWordBound || !closes || isPunctuation(before));
    const canClose = closes && (isWordBound || !opens || isPunctuation(after));
    for (let index = openers.length - 1; canClose && length > 0 && index >= 0; index--) {
      const opener = openers[index]!;
      if (opener.mark === "[") break;
      if (opener.mark !== mark) continue;
      const sum = opener.length + length;
      if ((opener.canClose || canOpen) && sum % 3 === 0 && length % 3 !== 0) continue;
      openers.length = index + 1;
      const used = opener.length > 1 && length > 1 ? 2 : 1;
      opener.length -= used;
      length -= used;
      if (opener.length === 0) openers.pop();
      else index++;
    }
    if (length === 0 || !canOpen) return;
    if (mark === "*" && LONE_STAR.test(before + text.slice(from, from + MAX_WORD_CHARS))) {
      if (!/^\d+$/.test(before + after) && !/\s/.test(text.slice(at, at + MAX_WORD_CHARS))) holdFrom(from);
      return;
    }
    // Strikes do not nest: what the first has opened was none.
    if (mark === "~") {
      const first = openers.findIndex((opener) => opener.mark === mark);
      if (first >= 0) openers.splice(first, 1);
    }
    openers.push({ mark, length, from: at - length, to: at, canClose });
  }

  while (at < text.length) {
    const plain = matchesAt(PLAIN, at);
    if (plain > 0) {
      at += plain;
      continue;
    }
    const character = text[at]!;
    if (character === "\\") {
      if (at + 1 === text.length) holdFrom(at);
      else at += 2;
    } else if (character === "`") passCode();
    else if (character === "]") passBracket();
    else if (character === "[" || character === "!") {
      const from = at;
      if (character === "!") at++;
      if (at === text.length || matchesAt(OPEN_MARK, at) > 0) holdFrom(from);
      else if (text[at] === "[") {
        at++;
        openers.push({ mark: "[", length: 1, from, to: at, canClose: false });
      }
    } else if (character === "<") {
      const length = matchesAt(ANGLE, at);
      if (length > 0) at += length;
      else if (matchesAt(OPEN_ANGLE, at) > 0) holdFrom(at);
      else at++;
    } else if (character === "&") {
      if (OPEN_REFERENCE.test(text.slice(at))) holdFrom(at);
      else at++;
    } else if (character === "|" || character === "\n") {
      if (character === "\n") pipeAt = -1;
      else if (pipeAt < 0) pipeAt = at;
      at++;
    } else passEmphasis(character);
  }

  if (mayBeTableHead && pipeAt >= 0 && pipeAt < end) {
    end = pipeAt;
    target = "";
  }
  // A link holds no other, but an image: what is in brackets within it waits until they close.
  const outer = openers.findIndex(({ mark }) => mark === "[");
  const waiting = openers.findIndex(
    ({ mark, from }, index) =>
      mark === "[" && ((index > outer && text[from] !== "!") || (index === outer && isInWord(from))),
  );
  if (waiting >= 0) {
    end = Math.min(end, openers[waiting]!.from);
    target = "";
  }
  while (openers.length > 0 && openers.at(-1)!.from >= end) openers.pop();
  if (openers.length === 0) return text.slice(0, end) + target;
  // An end behind a space is none, and nothing can be closed that holds nothing yet.
  const trim = (): void => {
    const stepBack = (characters: RegExp): void => {
      while (end > 0 && characters.test(text[end - 1]!)) end--;
    };
    if (openers.at(-1)?.mark === "`") stepBack(/[`\s]/);
    else {
      for (let run = -1; run !== end;) {
        stepBack(/\s/);
        run = end;
        stepBack(/[*_~]/);
        // Behind a letter they close something; behind a space they would be taken for a part of the end.
        if (end === 0 || !isSpace(text[end - 1]!)) end = run;
      }
    }
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (target === "" && backslashes % 2 === 1) end--;
  };
  trim();
  const holdsNothing = ({ mark, to }: Opener): boolean =>
    to >= end || (mark === "[" && /^\d{1,3}$/.test(text.slice(to, end)));
  while (openers.length > 0 && target === "" && holdsNothing(openers.at(-1)!)) {
    end = openers.pop()!.from;
    trim();
  }
  const closers = openers.map(({ mark, length }) => (mark === "[" ? "]()" : mark.repeat(length)));
  return text.slice(0, end) + target + closers.reverse().join("");
}
