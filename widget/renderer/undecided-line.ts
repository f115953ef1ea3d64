/**
 * The last line of a growing answer, as long as it is nothing but the beginning of markup: "-" may become a list, a
 * rule, the underline of a heading or a minus sign. Showing it would show markup, or a heading that is none.
 */

/** Marks of quotes and list items, which may stand before the mark of another block. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*/;

const UNDECIDED = new RegExp(
  [
    // A list, a rule, an underlined heading, emphasis; a heading; a number in a list.
    "[-+*_=][-+*_= \\t]*",
    "#{1,6}[ \\t]*",
    "\\d{1,9}[.)]?",
    // Code, whose opening line may go on with the name of a language.
    "`{1,2}",
    "`{3,}[^`]*",
    "~{1,2}",
    "~{3,}.*",
    // The row below the head of a table, and rows without a word.
    "\\|?[ \\t:|-]*",
    "\\[[ xX]?\\]?[ \\t]*",
    // The definition of a link, which is never shown.
    "\\[[^\\]]*\\]?",
    "\\[[^\\]]+\\]:[ \\t]*\\S*(?:[ \\t]+(?:\"[^\"]*\"?|'[^']*'?|\\([^)]*\\)?)?)?[ \\t]*",
    // A tag, which is a block by itself or the beginning of a line.
    "<[^\\s>]*>?",
  ]
    .map((pattern) => `(?:${pattern})`)
    .join("|")
    .replace(/^/, "^(?:")
    .concat(")$"),
);

/** Leaves out the last line where nobody can tell yet what it will be, and its last spaces. Complete lines stay. */
export function withoutUndecidedLine(text: string): string {
  const start = text.lastIndexOf("\n") + 1;
  const line = text.slice(start).trimEnd();
  return text.slice(0, start) + (UNDECIDED.test(line.replace(CONTAINERS, "")) ? "" : line);
}
