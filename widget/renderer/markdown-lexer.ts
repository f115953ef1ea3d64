/** The only importer of `marked`, and only of its lexer: nothing here makes HTML. */
import { getDefaults, Lexer, type MarkedOptions, type Token, type Tokens } from "marked";
import { shortenRules } from "./block-rules.ts";
import { inlineRules } from "./inline-rules.ts";
import { settleLastBlock } from "./settle-last-block.ts";

export type { CitationToken } from "./inline-rules.ts";
export type { Lexer, Token, Tokens };

/** Link definitions of an answer, by label: they may stand after the block that uses them. */
export type LinkDefinitions = Record<string, { href: string; title: string }>;

const OPTIONS = { ...getDefaults(), extensions: inlineRules(false) } as MarkedOptions;
const OPEN_OPTIONS = { ...getDefaults(), extensions: inlineRules(true) } as MarkedOptions;

// All lexers share their rules.
shortenRules(new Lexer({ ...OPTIONS }).options.tokenizer!.rules.block as never);

/**
 * Splits markdown into block tokens, whose raw texts together are the text. Known definitions are used, and
 * definitions found in the text are added to them.
 *
 * @param isOpen whether more may come: then the end is lexed as it can be shown now. Default: false.
 * @throws RangeError on deep nesting (5,000 `>`): callers show the text as it is.
 */
export function lexMarkdown(markdown: string, definitions: LinkDefinitions, isOpen = false): Token[] {
  const lexer = new Lexer(isOpen ? OPEN_OPTIONS : OPTIONS);
  const { tokens, inlineQueue } = lexer;
  Object.assign(tokens.links, definitions);
  lexer.blockTokens(markdown, tokens);
  if (isOpen) settleLastBlock(tokens, inlineQueue, markdown);
  for (const { src, tokens: children } of inlineQueue) {
    lexer.state.inRawBlock = false;
    lexer.inlineTokens(src, children);
  }
  Object.assign(definitions, tokens.links);
  return tokens;
}
