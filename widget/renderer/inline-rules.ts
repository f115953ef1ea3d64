/**
 * What answers write differently from the letter of Markdown: citations, and signs that are no markup in the middle of
 * a word or before a number.
 */
import type { Lexer, Token } from "./markdown-lexer.ts";

export interface CitationToken {
  type: "citation";
  raw: string;
  position: number;
}

/** `[3]`, with a link target that a model may have invented for it: the target is dropped. */
const CITATION = /^\[(\d{1,3})\](?:\([^()\s]*\))?/;

/**
 * An asterisk with the character before it, between digits, or between letters where no other closes in the same word:
 * "2*3", "Leser*innen". Two of those in a sentence are no emphasis of what lies between them.
 */
export const LONE_STAR = /^(?:\d\*+\d|[\p{Script=Latin}\d]\*+[\p{Script=Latin}\d](?![^\s*]*\*))/u;

const LABEL = /^!?\[((?:\\.|[^\\[\]])+)\](?:\[([^\]\n]*)\])?(?![(:])/s;

const IN_WORD = /[\p{Script=Latin}\d]$/u;

type InlineRule = (this: { lexer: Lexer }, source: string, tokens: Token[]) => Token | undefined;

const citation: InlineRule = (source) => {
  const match = CITATION.exec(source);
  return match
    ? ({ type: "citation", raw: match[0], position: Number(match[1]) } as unknown as Token)
    : undefined;
};

const loneSign: InlineRule = (source, tokens) => {
  const before = tokens.at(-1)?.raw.at(-1) ?? "";
  // One tilde says "about": "~5 minutes". Two strike out.
  const raw =
    /^~(?!~)/.test(source) && before !== "~"
      ? "~"
      : source.startsWith("*") && LONE_STAR.test(before + source)
        ? /^\*+/.exec(source)![0]
        : undefined;
  return raw === undefined ? undefined : ({ type: "text", raw, text: raw, escaped: false } as Token);
};

/** `[the guide][1]` before its definition has come, which may be never: its text, as it will be in a link. */
const undefinedReference: InlineRule = function (source, tokens) {
  const match = LABEL.exec(source);
  if (!match || /^(?:\^|\d{1,3}$)/.test(match[1]!) || IN_WORD.test(tokens.at(-1)?.raw ?? ""))
    return undefined;
  // As the lexer compares labels.
  const label = (match[2] || match[1]!).trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
  if (Object.hasOwn(this.lexer.tokens.links, label)) return undefined;
  return {
    type: "link",
    raw: match[0],
    href: "",
    title: null,
    text: match[1]!,
    tokens: this.lexer.inlineTokens(match[1]!),
  };
};

/** @param isOpen whether definitions may still come. */
export function inlineRules(isOpen: boolean): object {
  return {
    childTokens: {},
    renderers: {},
    inline: isOpen ? [citation, loneSign, undefinedReference] : [citation, loneSign],
  };
}
