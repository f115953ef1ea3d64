/**
 * Takes the mark of a refusal out of a model's text, wherever it stands. Models write it before, after and instead of
 * what they say, in other letters and within Markdown.
 */
export interface MarkCutter {
  /** Takes the next piece and returns what is surely no mark. */
  push(text: string): string;
  end(): string;
  /** Characters that were returned before the first mark; undefined as long as none was found. */
  readonly firstCutAt: number | undefined;
}

/** With what may stand around it and says nothing by itself. */
const MARK =
  /(["'`*_“”«»([<]{0,4})(?<![\p{L}\p{N}])NO[_ -]ANSWER(?![\p{L}\p{N}]|_[\p{L}\p{N}])(["'`*_“”«»)\]>]{0,4}[.:!]?)/u;
const OTHER_LETTERS =
  /(["'`*_]{0,4})(?<![\p{L}\p{N}])no_answer(?![\p{L}\p{N}]|_[\p{L}\p{N}])(["'`*_]{0,4}[.:!]?)/iu;
/** May become a mark when more comes. */
const MAY_BECOME =
  /["'`*_“”«»([<]{0,4}(?<![\p{L}\p{N}])(?:n|no|no[_ -]|no[_ -]a|no[_ -]an|no[_ -]ans|no[_ -]answ|no[_ -]answe|no[_ -]answer["'`*_“”«»)\]>]{0,4}[.:!]?)$/iu;
const MAY_BE_DECORATED = /["'`*_“”«»([<]{1,4}$/u;

/** What stands in a list or a table instead of a value that the pages do not tell. */
const UNTOLD = "–";

/** @param isWord the mark is a word of the question or of the pages: it counts only as a sentence of its own */
export function createMarkCutter({ isWord }: { isWord: boolean }): MarkCutter {
  let held = "";
  /** The line that was passed on last, as far as it came. */
  let line = "";
  let passedChars = 0;
  let firstCutAt: number | undefined;

  const pass = (text: string): string => {
    passedChars += text.length;
    const newline = text.lastIndexOf("\n");
    line = newline === -1 ? (line + text).slice(-200) : text.slice(newline + 1);
    return text;
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    for (;;) {
      const match = MARK.exec(held) ?? OTHER_LETTERS.exec(held);
      if (match === null) break;
      const end = match.index + match[0].length;
      const after = held.slice(end);
      output += pass(held.slice(0, match.index));
      held = held.slice(match.index);
      // What follows tells whether it stands alone.
      if (!isEnd && (isWord ? /^[ \t]*$/.test(after) : after === "")) return output;
      if (isWord && !standsAlone(line, match[0], after)) output += pass(match[0]);
      else {
        firstCutAt ??= passedChars;
        output += pass(/[:|–-][ \t]*$/.test(line) && !isBlank(line) ? UNTOLD : "");
      }
      held = after;
    }
    const kept = isEnd ? 0 : ((MAY_BECOME.exec(held) ?? MAY_BE_DECORATED.exec(held))?.[0].length ?? 0);
    output += pass(held.slice(0, held.length - kept));
    held = held.slice(held.length - kept);
    return output;
  };

  return {
    push(text) {
      held += text;
      return drain(false);
    },
    end: () => drain(true),
    get firstCutAt() {
      return firstCutAt;
    },
  };
}

/** As a sentence of its own. */
function standsAlone(before: string, mark: string, after: string): boolean {
  const isBegun = isBlank(before) || /[.!?\]]["'”»)*_]{0,3}[ \t]*$/.test(before);
  return isBegun && (/[.!]$/.test(mark) || /^[ \t]*(?:\n|$)/.test(after));
}

function isBlank(line: string): boolean {
  return /^[\s*_#>"'`~-]*$/.test(line);
}
