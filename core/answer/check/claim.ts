/** What a sentence of an answer states, without its Markdown and its citations, and whether it states anything. */
import { ANNOUNCING_END, asksQuestion } from "../../language/sentence-marks.ts";

/** One mark or several positions in one. */
export const CITATION = /\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]/g;

/** Below this many terms, and without a number, a sentence states nothing that could be checked: "Yes." */
const MIN_CLAIM_TERMS = 2;

/** A sentence without its citations, its list mark, its emphasis and its escapes. Code spans stay as they are. */
export function plainSentence(raw: string): string {
  return raw
    .replace(LINK, (_, text: string, target: string) => linkWords(text, target))
    .replace(CITATION, " ")
    .replace(/^\s*(?:>\s*)*(?:[-*+]|\d{1,3}[.)])\s+/, "")
    .replace(/^\s*\|/, "")
    .replace(/\|\s*$/, "")
    .replace(/(?<!\\)\|/g, " – ")
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(EMPHASIS, "").replace(ESCAPE, "$1")))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

const LINK = /!?\[([^[\]\n]{0,200})\]\((?:mailto:|tel:)?([^()\s]{0,300})(?: [^()\n]{0,60})?\)/gi;

/** A link says its text, and its address where that is another; the address of a citation is the source's. */
function linkWords(text: string, target: string): string {
  if (/^[\d\s,;]+$/.test(text)) return " ";
  return text.includes(target) ? text : `${text} ${target}`;
}

const EMPHASIS =
  /(?<!\\)(?:\*\*|__)(?=\S)|(?<=[^\s\\])(?:\*\*|__)|(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** Whether a sentence states something: no heading, no question, no announcement, no rule of a table. */
export function isClaim(raw: string, text: string, termsOf: (text: string) => string[]): boolean {
  if (/^\s{0,3}#{1,6}\s/.test(raw) || /^[\s|:–-]*$/.test(text)) return false;
  if (asksQuestion(text) || ANNOUNCING_END.test(text)) return false;
  return new Set(termsOf(text)).size >= MIN_CLAIM_TERMS || /\p{N}/u.test(text);
}
