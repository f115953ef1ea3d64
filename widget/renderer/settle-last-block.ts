import type { Token, Tokens } from "./markdown-lexer.ts";
import { settleInline } from "./settle-inline.ts";

/** Text of blocks that is still to be lexed, as the lexer keeps it. */
type InlineQueue = { src: string; tokens: Token[] }[];

/**
 * Settles the last text of a growing answer before it is lexed, in whatever lists and quotes it stands; a block that
 * then shows nothing is left out, with the items and lists that hold nothing else.
 *
 * @param tokens blocks without their inline tokens; changed in place.
 */
export function settleLastBlock(tokens: Token[], queue: InlineQueue, markdown: string): void {
  // Behind an empty line nothing can close any more.
  if (/\n[ \t]*\n[ \t]*$/.test(markdown)) return;
  const last = tokens.at(-1);
  if (!last) return;
  if (last.type === "list") {
    const { items } = last as Tokens.List;
    const item = items.at(-1)!;
    settleLastBlock(item.tokens, queue, "");
    if (item.tokens.every(({ type }) => type === "checkbox" || type === "space")) items.pop();
    if (items.length === 0) tokens.pop();
  } else if (last.type === "blockquote") {
    const { tokens: children } = last as Tokens.Blockquote;
    settleLastBlock(children, queue, "");
    if (children.length === 0) tokens.pop();
  } else if (last.type === "table") {
    const { header, rows } = last as Tokens.Table;
    const cell = (rows.at(-1) ?? header).findLast(({ text }) => text !== "");
    if (cell) settle(cell.tokens);
  } else if ("tokens" in last && last.tokens) {
    const isParagraph = last.type === "paragraph" || last.type === "text";
    if (settle(last.tokens, isParagraph).trim() === "") tokens.pop();
  }

  function settle(children: Token[], mayBeTableHead = false): string {
    const entry = queue.findLast((candidate) => candidate.tokens === children);
    if (!entry) return "?";
    return (entry.src = settleInline(entry.src, mayBeTableHead));
  }
}
