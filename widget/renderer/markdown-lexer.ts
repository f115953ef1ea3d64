/** The only importer of `marked`, and only of its lexer: nothing here makes HTML. */
import { getDefaults, Lexer, type MarkedOptions, type Token, type Tokens } from "marked";

export type { Token, Tokens };

/** Link definitions of an answer, by label: they may stand after the block that uses them. */
export type LinkDefinitions = Record<string, { href: string; title: string }>;

export interface CitationToken {
  type: "citation";
  raw: string;
  position: number;
}

/** `[3]`, with a link target that a model may have invented for it: the target is dropped. */
const CITATION = /^\[(\d{1,3})\](?:\([^()\s]*\)|(?=[^(:]|$))/;

const OPTIONS: MarkedOptions = {
  ...getDefaults(),
  extensions: {
    childTokens: {},
    renderers: {},
    startInline: [(source: string) => source.indexOf("[")],
    inline: [
      (source: string) => {
        const match = CITATION.exec(source);
        return match ? { type: "citation", raw: match[0], position: Number(match[1]) } : undefined;
      },
    ],
  },
};

/**
 * Splits markdown into block tokens, whose raw texts together are the text. Known definitions are used, and
 * definitions found in the text are added to them.
 *
 * @throws RangeError on deep nesting (5,000 `>`): callers show the text as it is.
 */
export function lexMarkdown(markdown: string, definitions: LinkDefinitions): Token[] {
  const lexer = new Lexer(OPTIONS);
  Object.assign(lexer.tokens.links, definitions);
  const tokens = lexer.lex(markdown);
  Object.assign(definitions, lexer.tokens.links);
  return tokens;
}
