/** Finds the code of a Markdown text that is still being written: fenced blocks, and spans that close on their line. */

export type CodeStep = { consumed: number; output: string } | "incomplete";

const FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
const MAY_BECOME_FENCE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]?)[ \t]*)?[`~]{0,2}$/;
/** A span, and a line that may open a fence, is looked for so far. */
export const MAX_SPAN_CHARS = 600;

/** The reader tells what of the beginning of a text is code; undefined where none is. It is asked in order, once for each place. */
export function createCodeReader(): (
  text: string,
  place: { isEnd: boolean; isAtLineStart: boolean },
) => CodeStep | undefined {
  let fence: string | undefined;

  const readFence = (text: string, isEnd: boolean, isAtLineStart: boolean): CodeStep | undefined => {
    const newline = text.indexOf("\n");
    const line = newline === -1 ? text : text.slice(0, newline);
    const opening = FENCE.exec(line)?.[1];
    const isOpen = newline === -1 && !isEnd && line.length < MAX_SPAN_CHARS;
    if (isAtLineStart && isOpen && (MAY_BECOME_FENCE.test(line) || opening !== undefined))
      return "incomplete";
    if (isAtLineStart && opening !== undefined) {
      if (fence === undefined) fence = opening;
      else if (line.trim().startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(line)) fence = undefined;
      return { consumed: line.length, output: line };
    }
    if (fence === undefined) return undefined;
    const consumed = newline === -1 ? line.length : newline + 1;
    return { consumed, output: text.slice(0, consumed) };
  };

  return (text, { isEnd, isAtLineStart }) => {
    if (isAtLineStart || fence !== undefined) {
      const fenced = readFence(text, isEnd, isAtLineStart);
      if (fenced !== undefined) return fenced;
    }
    return text.startsWith("`") ? readCodeSpan(text, isEnd) : undefined;
  };
}

/** A span at the beginning of a text: code where it closes on its line, and backticks alone where it does not. */
export function readCodeSpan(text: string, isEnd: boolean): CodeStep {
  const run = /^`+/.exec(text)?.[0] ?? "";
  if (run.length === text.length && !isEnd && run.length < MAX_SPAN_CHARS) return "incomplete";
  const line = text.slice(0, MAX_SPAN_CHARS).split("\n", 1)[0] ?? "";
  for (const close of line.slice(run.length).matchAll(/`+/g)) {
    const end = run.length + close.index + close[0].length;
    if (end === text.length && !isEnd) return "incomplete";
    if (close[0].length === run.length) return { consumed: end, output: line.slice(0, end) };
  }
  const isWholeLine = line.length < text.length || text.length >= MAX_SPAN_CHARS;
  return isWholeLine || isEnd ? { consumed: run.length, output: run } : "incomplete";
}
