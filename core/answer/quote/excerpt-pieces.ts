/** Takes a section apart into what of it can be shown or left out, and tells how well each fits the question. */
import { rowText } from "../../citation/quote.ts";
import { ANNOUNCING_END } from "../../language/sentence-marks.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { INSTRUCTIONS } from "../select/pick-sentences.ts";
import { isImportsOnly } from "../select/sentence-patterns.ts";
import { isLabel } from "../../text/sentences.ts";
import { isEditNote, isInMidThought, isPointer } from "./noise-patterns.ts";
import { fits } from "../select/following-block.ts";
import { antecedentOf, leadInOf } from "./quotation-markdown.ts";
import { shownBlocks, type ShownBlock } from "./shown-blocks.ts";
import { lettersOf } from "./without-repeats.ts";

/** A sentence, an item, a row, a block of code, or steps as a whole. */
export interface Piece {
  shown: ShownBlock;
  /** Its place among the pieces of the section, by which neighbours are told. */
  order: number;
  text: string;
  /** Of code, as many as take as long to read. */
  words: number;
  /** Comparable within one section: about the logarithm of its odds. */
  value: number;
  /** What has to stand before it: the sentence that it points back to, the words above its list, the head of its table. */
  lead?: string | undefined;
}

/** What a text means counts so much beside what it says in words. */
const LIKENESS_WEIGHT = 4;

/** What is announced is worth hardly less than its announcement, which alone would say nothing. */
const ANNOUNCED_ODDS = 1;

/** Code that shows how something is done is what was asked for. */
const CODE_BONUS = 1.5;

/** A line of code takes as long to read as so many words. */
const WORDS_PER_CODE_LINE = 4;

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** In the order of the page. What is larger than `maxWords` is taken apart further where that can be done. */
export function piecesOf(section: AnswerSection, maxWords: number): Piece[] {
  const { passage, sentences } = section;
  const { blocks } = passage.chunk;
  const asksInstructions = INSTRUCTIONS.has(sentences[0]?.asked.type ?? "other");
  const likenessOf = passage.likenessOf ?? ((): number => 0);
  const valueOf = (text: string, blockIndex: number): number => {
    const letters = lettersOf(text);
    const scores = sentences
      .filter((sentence) => sentence.blockIndex === blockIndex && letters.includes(lettersOf(sentence.text)))
      .map(({ score }) => score);
    return scores.length === 0 ? -Infinity : Math.max(...scores) + LIKENESS_WEIGHT * likenessOf(text);
  };
  const pieces: Piece[] = [];
  /** What the last paragraph announces, by its value. */
  let announced = -Infinity;
  const all = shownBlocks(section);
  all.forEach((shown, index) => {
    const { block, blockIndex } = shown;
    const add = (text: string, more: { lead?: string | undefined; words?: number; bonus?: number }): void => {
      const { lead, words = countWords(text), bonus = 0 } = more;
      const own = Math.max(valueOf(text, blockIndex), announced - ANNOUNCED_ODDS) + bonus;
      pieces.push({ shown, order: pieces.length, text, words, value: own, lead });
    };
    if (block.kind === "paragraph") {
      announced = -Infinity;
      if (isLabel(block)) return;
      for (const [at, text] of shown.sentences.entries()) {
        const isLast = at === shown.sentences.length - 1;
        if (isLast && ANNOUNCING_END.test(text) && all[index + 1] !== undefined) {
          announced = valueOf(text, blockIndex);
        } else if (!isPointer(text) && !isEditNote(text)) {
          const before = isInMidThought(text) ? antecedentOf(blocks, { text, blockIndex })?.text : undefined;
          add(text, { lead: before === shown.sentences[at - 1] ? before : undefined });
        }
      }
      return;
    }
    if (block.kind === "list") {
      const lead = leadInOf(passage, blockIndex)?.text;
      const whole = block.items.join("\n");
      // Steps are done one after another.
      if (block.ordered && countWords(whole) <= maxWords) add(whole, { lead });
      else for (const item of block.items) add(item, { lead });
    } else if (block.kind === "table") {
      const lead = block.rows[0]?.join(" ");
      for (const row of block.rows.slice(1)) add(rowText(row), { lead });
    } else if (fits(block) && !isImportsOnly(block.code)) {
      const words = block.code.split("\n").length * WORDS_PER_CODE_LINE;
      const bonus = asksInstructions ? CODE_BONUS : 0;
      add(block.code, { lead: leadInOf(passage, blockIndex)?.text, words, bonus });
    }
    announced = -Infinity;
  });
  return pieces.filter(({ value }) => value > -Infinity);
}
