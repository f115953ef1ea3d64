/** The sentence that fits a question best, written so that it can be read by itself: what a source and a further place show. */
import { rowText, type Quote } from "../../citation/quote.ts";
import { ANNOUNCING_END } from "../../language/sentence-marks.ts";
import { shorten } from "../../passage-text.ts";
import type { Passage } from "../generation-provider.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";
import { isLabelText, splitSentences } from "../../text/sentences.ts";
import { isEditNote, isInMidThought, isPointer } from "./noise-patterns.ts";
import { antecedentOf, leadInOf } from "./quotation-markdown.ts";
import { rowInWords } from "./table-cells.ts";

/** Of sentences, best first, the first that says something itself; undefined where none does. */
export function bestQuote(sentences: readonly ScoredSentence[]): Quote | undefined {
  const best = sentences.find(
    ({ kind, text, introduces }) =>
      kind !== "code" &&
      !introduces &&
      // Data, and what markup is made of.
      !/^[{[<]/.test(text) &&
      !(kind === "sentence" && isLabelText(text)) &&
      !isPointer(text) &&
      !isEditNote(text),
  );
  return best && { passage: best.passage, blockIndex: best.blockIndex, text: best.text };
}

const EXCERPT_MAX_CHARS = 300;
/** A shorter sentence is read with the one that follows it. */
const BRIEF_CHARS = 60;

/**
 * A quoted sentence as plain text: an item of a list behind the words that announce it, a row of a table with the names of
 * its columns, a sentence in mid-thought behind the one before it. At most about 300 characters.
 */
export function readByItself({ passage, blockIndex, text }: Quote): string {
  return shorten(inWords(toldIn(passage, blockIndex, text)), EXCERPT_MAX_CHARS);
}

function toldIn(passage: Passage, blockIndex: number, text: string): string {
  const { blocks, language } = passage.chunk;
  const block = blocks[blockIndex];
  switch (block?.kind) {
    case "table": {
      const row = block.rows.findIndex((cells, index) => index > 0 && rowText(cells) === text);
      return row === -1 ? text : rowInWords(block.rows, row, language);
    }
    case "list": {
      const leadIn = leadInOf(passage, blockIndex)?.text;
      if (leadIn === undefined) return text;
      return `${leadIn}${ANNOUNCING_END.test(leadIn) ? "" : ":"} ${text}`;
    }
    case "paragraph": {
      const before = isInMidThought(text) ? antecedentOf(blocks, { text, blockIndex })?.text : undefined;
      const said = before === undefined ? text : `${before} ${text}`;
      if (said.length >= BRIEF_CHARS) return said;
      const sentences = block.text.split(/\n+/).flatMap(splitSentences);
      const next = sentences[sentences.indexOf(text) + 1];
      return next === undefined || ANNOUNCING_END.test(next) ? said : `${said} ${next}`;
    }
    default:
      return text;
  }
}

/** Inline text without its marks, on one line. */
export function inWords(text: string): string {
  return text
    .replace(/`([^`]+)`/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/^– /, "")
    .trim();
}
