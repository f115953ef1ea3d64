/** Writes what a section says to a question: whole where it is read at once, else the part around its best sentence. */
import type { QuotedText } from "../../citation/quote.ts";
import type { Block } from "../../corpus/format.ts";
import { CLOSED_END } from "../../language/sentence-marks.ts";
import { blockText } from "../../passage-text.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { isInMidThought } from "./noise-patterns.ts";
import { antecedentOf, leadInOf, quoteSection, type Said } from "./quotation-markdown.ts";
import { fits } from "../select/following-block.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";
import type { Passage } from "../generation-provider.ts";
import { isHeadingLike, isLabel, splitSentences } from "../../text/sentences.ts";

/** A section is quoted whole where it has no more code than this besides its words. */
const WHOLE_MAX_CODE_CHARS = 1500;

/** An introduction of fewer words hardly answers without what it introduces. */
const BRIEF_WORDS = 40;

/** What is announced is shown beyond that, since the announcement alone says nothing, but not without end. */
const ANNOUNCED_MAX_WORDS = 160;

/** A definition among the first sentences of a section is read with what comes before it. */
const BEGINNING_SENTENCES = 3;

/** A line of code takes as long to read as so many words. */
const WORDS_PER_CODE_LINE = 4;

export interface QuoteBounds {
  maxWords: number;
  /** Said in one place: what stands beside it is about something else. */
  asksFact: boolean;
  /** Said at the beginning of a section, in words. */
  asksDefinition: boolean;
}

/** Whether a section is read at once: it is quoted whole, as it was written to be read. */
export function isReadAtOnce(section: AnswerSection, { maxWords, asksFact }: QuoteBounds): boolean {
  const { words, passage, from, to } = section;
  if (words > maxWords || (!asksFact && isBriefIntroduction(section))) return false;
  let codeChars = 0;
  for (const block of passage.chunk.blocks.slice(from, to)) {
    // A fact stands in one row, and the others only hide it.
    if (block.kind === "table" && asksFact) return false;
    if (block.kind === "code") codeChars += block.code.length;
  }
  return codeChars <= WHOLE_MAX_CODE_CHARS;
}

/**
 * The blocks around the best sentence of a longer section, as far as they are read at once: what follows first,
 * since pages say after a problem how it is solved, and after an announcement what it announces. Of a fact
 * nothing before it.
 *
 * @returns undefined where the best sentence stands in a block that is too long by itself, and for a fact in a
 * row of a table: sentences tell it better.
 */
export function quoteAround(
  section: AnswerSection,
  { maxWords, asksFact, asksDefinition }: QuoteBounds,
): QuotedText[] | undefined {
  const { passage, sentences, hasLabel } = section;
  const { blocks } = passage.chunk;
  const best =
    (asksDefinition ? beginningOf(section) : undefined) ??
    sentences.find((sentence) => !isHeadingLike(sentence)) ??
    sentences[0];
  if (best === undefined || (asksFact && best.kind === "row")) return undefined;
  const first = hasLabel ? section.from + 1 : section.from;
  const isBrief = !asksFact && isBriefIntroduction(section);
  const end = isBrief ? blocks.length : section.to;
  let from = isBrief ? first : best.blockIndex;
  let to = from + 1;
  let words = 0;
  const take = (at: number): boolean => {
    const block = blocks[at];
    if (block === undefined || at < first || at >= end || !fits(block)) return false;
    const more = readingWords(block);
    if (words + more > maxWords) return false;
    words += more;
    return true;
  };
  if (!take(from)) return undefined;
  // What a paragraph points back to, and what announces a list, a table or code.
  if ((blocks[from]?.kind !== "paragraph" || isInMidThought(best.text)) && take(from - 1)) from--;
  // A fact is said by what goes on in words; a table or code beside it is about something else.
  const goesOn = (at: number): boolean => !asksFact || blocks[at]?.kind === "paragraph";
  let announced = 0;
  const isShown = (at: number): boolean => {
    if (!isAnnounced(at, blocks)) return goesOn(at) && take(at);
    // An example beside what something is makes it long; an announcement alone would say nothing.
    if (asksDefinition && blocks[at]?.kind === "code" && at > from + 1) return false;
    announced += readingWords(blocks[at]);
    return announced <= ANNOUNCED_MAX_WORDS;
  };
  while (to < end && isShown(to)) to++;
  while (!asksFact && take(from - 1)) from--;
  if ((pointsBack(blocks[from]) || goesOnFrom(blocks[from], blocks[from - 1])) && take(from - 1)) from--;
  // What is announced by a paragraph that has no room.
  while (from < best.blockIndex && blocks[from]?.kind !== "paragraph" && from > first) from++;
  // A label, and an announcement, of what is not shown any more says nothing.
  while (to - from > 1 && to - 1 > best.blockIndex && announcesOnly(blocks[to - 1])) to--;
  // A list without the label above it may say the contrary.
  if (blocks[from]?.kind === "list" && from > first && isLabel(blocks[from - 1])) from--;
  const around = quoteRange(section, first, { from, to });
  const further = isBrief ? undefined : furtherRange(section, first, { from, to, best });
  if (further === undefined) return around;
  const beside = quoteRange(section, first, further);
  return further.from < from ? [...beside, ...around] : [...around, ...beside];
}

interface BlockRange {
  from: number;
  to: number;
}

function quoteRange(section: AnswerSection, first: number, { from, to }: BlockRange): QuotedText[] {
  const startsSection = from === first;
  const shown = {
    ...section,
    from: startsSection ? section.from : from,
    to,
    hasLabel: section.hasLabel && startsSection,
  };
  return quoteSection(shown, startsSection ? undefined : leadOf(section.passage, from));
}

/** What stands apart from the best sentence is quoted too where it is at most so much less likely, as a logarithm of the odds, */
const FURTHER_ODDS = 1.5;
/** and read in so many words. */
const FURTHER_MAX_WORDS = 90;

/** The block of the next best sentence of a section that is not shown, with what announces it or it points back to. */
function furtherRange(
  { sentences, passage: { chunk }, to: end }: AnswerSection,
  first: number,
  { from, to, best }: BlockRange & { best: ScoredSentence },
): BlockRange | undefined {
  const { blocks } = chunk;
  const next = sentences.find(
    (sentence) =>
      (sentence.blockIndex < from || sentence.blockIndex >= to) &&
      sentence.kind !== "code" &&
      sentence.kind !== "row" &&
      !isHeadingLike(sentence),
  );
  if (next === undefined || next.score < best.score - FURTHER_ODDS) return undefined;
  const at = next.blockIndex;
  const isTied = blocks[at]?.kind !== "paragraph" || pointsBack(blocks[at]);
  const start = isTied && at > first && (at - 1 < from || at - 1 >= to) ? at - 1 : at;
  let stop = at + 1;
  if (isAnnounced(stop, blocks) && stop < end && (stop < from || stop >= to)) stop++;
  const words = blocks.slice(start, stop).reduce((sum, block) => sum + readingWords(block), 0);
  return words > FURTHER_MAX_WORDS ? undefined : { from: start, to: stop };
}

/** Where there is no room for the block before: its last sentence, to which a beginning points back. */
function leadOf(passage: Passage, from: number): Said | undefined {
  const { blocks } = passage.chunk;
  const block = blocks[from];
  if (block?.kind === "list") return leadInOf(passage, from);
  if (block?.kind !== "paragraph" || isLabel(block)) return undefined;
  return antecedentOf(blocks, { text: splitSentences(block.text)[0] ?? "", blockIndex: from });
}

/** What a section says first, or the definition where it comes later. */
function beginningOf({ sentences }: AnswerSection): ScoredSentence | undefined {
  const inOrder = sentences
    .filter((sentence) => sentence.kind !== "code" && !isHeadingLike(sentence))
    .sort((a, b) => a.order - b.order);
  const definition = inOrder.findIndex(({ defines }) => defines);
  return inOrder[definition > BEGINNING_SENTENCES ? definition : 0];
}

/** Whether a block is what the one before it announces: an announcement without it would say nothing. */
function isAnnounced(at: number, blocks: readonly Block[]): boolean {
  const block = blocks[at];
  if (block === undefined || !fits(block)) return false;
  const before = isLabel(blocks[at - 1]) ? blocks[at - 2] : blocks[at - 1];
  const isTitle = isLabel(block) && blocks[at + 1]?.kind === "code";
  return (
    before?.kind === "paragraph" && /[:：]$/.test(before.text) && (block.kind !== "paragraph" || isTitle)
  );
}

function announcesOnly(block: Block | undefined): boolean {
  return isLabel(block) || (block?.kind === "paragraph" && /[:：]$/.test(block.text));
}

/** Whether a section is what a passage says before its subsections, and hardly more than that they follow. */
export function isBriefIntroduction({ words, passage, hasLabel, to }: AnswerSection): boolean {
  return !hasLabel && words < BRIEF_WORDS && to < passage.chunk.blocks.length;
}

/** Whether a paragraph begins by pointing back: without the one before it nobody knows what it speaks of. */
function pointsBack(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && isInMidThought(block.text);
}

/** Whether a paragraph is the rest of a sentence that the one before it began. */
function goesOnFrom(block: Block | undefined, before: Block | undefined): boolean {
  return (
    block?.kind === "paragraph" &&
    before?.kind === "paragraph" &&
    before.isHeading !== true &&
    /^\p{Ll}+ /u.test(block.text) &&
    !CLOSED_END.test(before.text)
  );
}

function readingWords(block: Block | undefined): number {
  if (block === undefined) return 0;
  return block.kind === "code"
    ? block.code.split("\n").length * WORDS_PER_CODE_LINE
    : blockText(block).split(/\s+/).length;
}
