/**
 * Follows the code of a Markdown text while it streams: what stands in a span or a fence is quoted, and a mark in it is
 * a word like any other.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export interface QuotedCode {
  /** Takes text that holds no run of backticks or tildes. */
  pass(text: string): void;
  /**
   * Takes the run of backticks or tildes that begins at an index.
   *
   * @returns undefined where more of the text is needed to tell what it does.
   */
  takeRun(text: string, index: number, isEnd: boolean): { end: number; info?: string } | undefined;
  /** The length of the run that has to close the open span; undefined outside of spans. */
  readonly span: number | undefined;
  readonly isFenced: boolean;
  /** The open span turned out to be none. */
  leaveSpan(): void;
}

/** What may stand before a fence on its line: white space, marks of quotes and items. */
const BEFORE_FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*$/;
const MAX_BEFORE_CHARS = 60;
const MAX_INFO_CHARS = 80;
const RUN = /`+|~+/y;

export function createQuotedCode(): QuotedCode {
  /** Of the current line, as long as a fence may still follow. */
  let before: string | undefined = "";
  let isBlankLine = true;
  let span: number | undefined;
  let fence: { character: string; length: number } | undefined;

  const pass = (text: string): void => {
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      if (index > 0) {
        // An empty line ends the paragraph, and what was open in it.
        if (isBlankLine) span = undefined;
        before = "";
        isBlankLine = true;
      }
      if (line === "") continue;
      if (line.trim() !== "") isBlankLine = false;
      if (before === undefined) continue;
      before += line;
      if (before.length > MAX_BEFORE_CHARS || !BEFORE_FENCE.test(before)) before = undefined;
    }
  };
  const passRun = (end: number): { end: number } => {
    before = undefined;
    isBlankLine = false;
    return { end };
  };

  return {
    pass,
    takeRun(text, index, isEnd) {
      RUN.lastIndex = index;
      const run = RUN.exec(text)?.[0] ?? text.charAt(index);
      const end = index + run.length;
      if (end === text.length && !isEnd) return undefined;
      const character = run.charAt(0);
      const mayFence = before !== undefined && run.length >= 3;
      if (fence !== undefined) {
        if (!mayFence || character !== fence.character || run.length < fence.length) return passRun(end);
        const rest = /^[ \t]*(\n|[^\s]|$)/.exec(text.slice(end, end + MAX_INFO_CHARS))?.[1];
        if (rest === "" && !isEnd && text.length - end < MAX_INFO_CHARS) return undefined;
        if (rest === "" || rest === "\n") fence = undefined;
        return passRun(end);
      }
      if (span === undefined && mayFence) {
        const line = text.slice(end, end + MAX_INFO_CHARS);
        const info = line.split("\n", 1)[0] ?? "";
        const isWhole = line.includes("\n") || line.length === MAX_INFO_CHARS || isEnd || info.includes("`");
        if (!isWhole) return undefined;
        if (character === "~" || !info.includes("`")) {
          fence = { character, length: run.length };
          return { ...passRun(end), info: info.trim() };
        }
      }
      if (character === "`") {
        if (span === undefined) span = run.length;
        else if (span === run.length) span = undefined;
      }
      return passRun(end);
    },
    get span() {
      return span;
    },
    get isFenced() {
      return fence !== undefined;
    },
    leaveSpan() {
      span = undefined;
    },
  };
}
