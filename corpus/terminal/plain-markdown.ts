/**
 * Takes the escapes off an answer's Markdown, for a terminal that shows it as it is: `\[` reads `[`. Code
 * keeps its backslashes. Works on pieces, wherever they were cut.
 */
export interface MarkdownUnescaper {
  push(piece: string): string;
}

export function createMarkdownUnescaper(): MarkdownUnescaper {
  /** Backslashes and backticks at the end of a piece: what they mean shows with the next. */
  let held = "";
  /** The run of backticks that opened the code. */
  let codeFence: string | undefined;

  return {
    push(piece) {
      const text = held + piece;
      const end = /\\*`*$/.exec(text)?.index ?? text.length;
      held = text.slice(end);
      return text.slice(0, end).replace(/`+|\\([!-/:-@[-`{-~])/g, (match, escaped: string | undefined) => {
        if (escaped !== undefined) return codeFence === undefined ? escaped : match;
        if (codeFence === undefined) codeFence = match;
        else if (codeFence === match) codeFence = undefined;
        return match;
      });
    },
  };
}
