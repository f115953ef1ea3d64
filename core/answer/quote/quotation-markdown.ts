/** Writes what was chosen of a passage as Markdown: each sentence with its citation, each block whole. */
import type { Block } from "../../corpus/format.ts";
import { placeOf } from "../../corpus/heading-place.ts";
import { joinQuoted, rowText, type Quote, type QuotedText } from "../../citation/quote.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import { blockMarkdown, inlineMarkdown } from "../../passage-text.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import type { Passage } from "../generation-provider.ts";
import { FACTS, type QuestionType } from "../understand/question-type.ts";
import { fits, followingBlock } from "../select/following-block.ts";
import { isOptionName } from "../select/option-name.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";
import { isImportsOnly } from "../select/sentence-patterns.ts";
import { isLabel, splitSentences } from "../../text/sentences.ts";
import { isInMidThought } from "./noise-patterns.ts";
import { bold, withMark, type PartOfBlock } from "./part-of-block.ts";
import { shownBlocks } from "./shown-blocks.ts";
import { answeringRows, cellsInWords } from "./table-cells.ts";

/** Tables up to this many rows are quoted whole; of longer ones the row that answers, under its header. */
const WHOLE_TABLE_MAX_ROWS = 8;

/** Lists up to so many words are quoted whole under what announces them. */
const WHOLE_LIST_MAX_WORDS = 120;

/** The paragraphs of some sentences of one passage, in their order, with the blocks that belong to them. */
export function quotePassage(
  sentences: readonly ScoredSentence[],
  type: QuestionType,
  { withBlocks }: { withBlocks: boolean },
): QuotedText[] {
  const [first] = sentences;
  if (first === undefined) return [];
  const { passage } = first;
  const { blocks } = passage.chunk;
  const paragraphs: QuotedText[] = [];
  const seenBlocks = new Set<number>();
  const shownTexts = new Set<string>();
  let run: QuotedText[] = [];
  const endRun = (): void => {
    if (run.length > 0) paragraphs.push(joinQuoted(run, " "));
    run = [];
  };
  /** What a sentence is said of is named once. */
  let named: string | undefined;
  const say = ({ text, blockIndex }: Said, name?: string): void => {
    if (shownTexts.has(text)) return;
    shownTexts.add(text);
    const shown = name === undefined || name === named ? text : `${name}: ${text}`;
    named = name ?? named;
    run.push([`${inlineMarkdown(shownText(shown))} `, { passage, blockIndex, text }]);
  };
  /** Shows a block after what announces it; where nothing does, after the headings that it stands under. */
  const show = (index: number, cites: boolean): void => {
    if (seenBlocks.has(index)) return;
    seenBlocks.add(index);
    const block = blocks[index] as Block;
    const announcement = announcementOf(blocks, index);
    if (announcement !== undefined) say(announcement);
    else if (paragraphs.length === 0 && run.length === 0 && block.kind === "code")
      run.push(headingQuote(passage, index));
    const isCited = run.length > 0;
    endRun();
    const markdown = block.kind === "table" ? tableMarkdown(block.rows, passage) : blockMarkdown(block);
    const cite: Quote = { passage, blockIndex: index, text: "" };
    if (block.kind === "list" && (cites || !isCited)) paragraphs.push([`${markdown} `, cite]);
    else paragraphs.push([markdown], ...(isCited || block.kind === "list" ? [] : [[cite]]));
  };

  sentences.forEach((sentence, index) => {
    const { blockIndex } = sentence;
    const own = blocks[blockIndex];
    if (own === undefined || seenBlocks.has(blockIndex)) return;
    if (sentence.kind === "code" || isWhole(own, type)) {
      show(blockIndex, true);
      return;
    }
    if (own.kind === "table") {
      endRun();
      seenBlocks.add(blockIndex);
      paragraphs.push(
        [tableMarkdown(chosenRows(own.rows, sentences, blockIndex), passage)],
        [{ passage, blockIndex, text: sentence.text }],
      );
      return;
    }
    if (own.kind === "list") {
      // One of several that are announced is torn from the others.
      const leadIn = leadInOf(passage, blockIndex);
      if (leadIn !== undefined) say(leadIn);
      if (leadIn !== undefined && !FACTS.has(type) && wordsOf(own.items) <= WHOLE_LIST_MAX_WORDS) {
        show(blockIndex, true);
        return;
      }
      seenBlocks.add(blockIndex);
      endRun();
      const chosen = sentences.filter((other) => other.blockIndex === blockIndex);
      paragraphs.push(itemsQuote(own.items, chosen));
      return;
    }
    const antecedent = antecedentOf(blocks, sentence);
    if (antecedent !== undefined) say(antecedent);
    say(sentence, nameOf(sentence, type));
    // What follows the block comes after all that is quoted of it.
    if (sentences[index + 1]?.blockIndex === blockIndex) return;
    const following = withBlocks ? followingBlock(blocks, sentence, type) : undefined;
    if (following === undefined || seenBlocks.has(following)) return;
    seenBlocks.add(following);
    const announcement = announcementOf(blocks, following);
    if (announcement !== undefined && following - blockIndex > 1) say(announcement);
    endRun();
    const block = blocks[following] as Block;
    paragraphs.push([block.kind === "table" ? tableMarkdown(block.rows, passage) : blockMarkdown(block)]);
  });
  endRun();
  return paragraphs;
}

/**
 * A section as it stands, each sentence with its citation, without what stands on its page beside the matter. Its heading
 * is left to the source that it cites, but where nothing else says what it is about: above code alone, and before what
 * is said of an option.
 *
 * @param lead what its beginning points back to
 * @param partOf what of a block is quoted, and what of that is marked
 */
export function quoteSection(
  section: AnswerSection,
  lead?: Said,
  partOf?: (block: Block, blockIndex: number) => PartOfBlock | undefined,
): QuotedText[] {
  const { passage, from, heading, hasLabel } = section;
  const first = hasLabel ? from + 1 : from;
  const shown = shownBlocks(section);
  const paragraphs: QuotedText[] = [];
  let isCited = false;
  if (lead !== undefined && shown[0]?.block.kind !== "paragraph") {
    paragraphs.push(saidQuote(passage, lead));
    isCited = true;
  } else if (shown[0]?.block.kind === "code") {
    paragraphs.push(headingQuote(passage, first, hasLabel ? heading : undefined));
    isCited = true;
  }
  let option = hasLabel && isOptionName(heading) ? heading : undefined;
  shown.forEach((one, index) => {
    const { blockIndex, isOpen } = one;
    const part = partOf?.(one.block, blockIndex);
    const block = part?.block ?? one.block;
    const told = part?.block.kind === "paragraph" ? part.block.text : undefined;
    const sentences =
      told === undefined ? one.sentences : one.sentences.filter((text) => told.includes(text));
    const cite: Quote = { passage, blockIndex, text: part?.cited ?? "" };
    const note = part?.note === undefined ? [] : [` ${part.note}`];
    if (block.kind === "code") {
      if (isImportsOnly(block.code) && shown[index + 1]?.block.kind === "code") return;
      paragraphs.push([blockMarkdown(block)]);
    } else if (block.kind === "paragraph" && !isLabel(block)) {
      const name = option === undefined || block.text.includes(option) ? "" : `${option}: `;
      option = undefined;
      const quoted = sentences.map((text, at): QuotedText => {
        const said = shownText(at === 0 ? name + text : text);
        const ended = isOpen === true && at === sentences.length - 1 ? said.replace(/\s*[:：]$/u, ".") : said;
        const markdown = inlineMarkdown(ended);
        return [`${text === part?.marked ? bold(markdown) : markdown} `, { passage, blockIndex, text }];
      });
      const led = index === 0 && lead !== undefined ? [saidQuote(passage, lead), ...quoted] : quoted;
      paragraphs.push(joinQuoted(led, " "));
      isCited = true;
    } else if (block.kind === "table") {
      const rows =
        partOf === undefined ? answeringRows(block.rows, blockIndex, section.sentences) : block.rows;
      paragraphs.push([withMark(tableMarkdown(rows, passage), block, part?.marked)], [cite, ...note]);
      isCited = true;
    } else if (block.kind === "list") {
      paragraphs.push([`${withMark(blockMarkdown(block), block, part?.marked)} `, cite, ...note]);
      isCited = true;
    } else {
      const text = inlineMarkdown(shownText(block.text));
      // A label is no sentence, and what it labels is cited; a number or an address on a small site is what was asked for.
      const isContact = partOf !== undefined && block.isHeading !== true && CONTACT.test(block.text);
      paragraphs.push(
        isContact ? [`${text.replaceAll("\n", "\\\n")} `, { ...cite, text: block.text }] : [text],
      );
      isCited ||= isContact;
    }
  });
  return isCited ? paragraphs : [...paragraphs, [{ passage, blockIndex: first, text: "" }]];
}

const CONTACT = /\d{3}|@/u;

function saidQuote(passage: Passage, { text, blockIndex }: Said): QuotedText {
  return [`${inlineMarkdown(shownText(text))} `, { passage, blockIndex, text }];
}

export function tableMarkdown(rows: readonly (readonly string[])[], { chunk }: Passage): string {
  return blockMarkdown({ kind: "table", rows: cellsInWords(rows, chunk.language) });
}

/** A dash of a list of terms, and the name of an icon, that stand before a text. */
const MARK_BEFORE = /^(?:[–—] |:[a-z][a-z\d_+-]{1,40}: ?)+(?=\S)/u;

export function shownText(text: string): string {
  return text.replace(MARK_BEFORE, "");
}

/**
 * What a sentence is about where it does not say so itself: the option that it describes, or the side of a
 * comparison that its section is about.
 */
function nameOf(sentence: ScoredSentence, type: QuestionType): string | undefined {
  const { label, text, passage } = sentence;
  if (label !== undefined && isOptionName(label) && !text.includes(label)) return label;
  if (type !== "comparison" || !sentence.headingSides.includes(true)) return undefined;
  const heading = passage.chunk.headingPath.at(-1) ?? passage.chunk.title;
  return text.includes(heading) ? undefined : heading;
}

/** Whether a block answers as a whole only: steps of a how-to, the list that was asked for, a small table. */
function isWhole(block: Block, type: QuestionType): boolean {
  if (!fits(block)) return false;
  if (block.kind === "list") return type === "list" || (block.ordered && type === "how-to");
  if (block.kind !== "table") return false;
  return (type === "comparison" || type === "list") && block.rows.length <= WHOLE_TABLE_MAX_ROWS + 1;
}

/** Chosen sentences of a list, those of one item together. */
function itemsQuote(items: readonly string[], sentences: readonly ScoredSentence[]): QuotedText {
  const itemOf = ({ text }: ScoredSentence): number =>
    items.findIndex((item) => item.replace(/\s*\n\s*(?:– )?/g, " ").includes(text));
  const groups = new Map<number, QuotedText[]>();
  for (const sentence of sentences) {
    const { passage, blockIndex, text } = sentence;
    const quoted: QuotedText = [`${inlineMarkdown(shownText(text))} `, { passage, blockIndex, text }];
    groups.set(itemOf(sentence), [...(groups.get(itemOf(sentence)) ?? []), quoted]);
  }
  return joinQuoted(
    [...groups.values()].map((group): QuotedText => ["- ", ...joinQuoted(group, " ")]),
    "\n",
  );
}

function wordsOf(items: readonly string[]): number {
  return items.reduce((words, item) => words + item.split(/\s+/).length, 0);
}

/** The header of a table with the rows that were chosen of it. */
function chosenRows(rows: string[][], sentences: readonly ScoredSentence[], blockIndex: number): string[][] {
  const chosen = new Set(
    sentences.filter((sentence) => sentence.blockIndex === blockIndex).map(({ text }) => text),
  );
  const [header = [], ...body] = rows;
  const kept = body.filter((row) => chosen.has(rowText(row)));
  return [header, ...kept];
}

/** Words of a block. */
export interface Said {
  text: string;
  blockIndex: number;
}

/** The end of the paragraph before a block, where it announces the block. */
function announcementOf(blocks: readonly Block[], index: number): Said | undefined {
  let before = index - 1;
  const passPictures = (): void => {
    while (blocks[before]?.isPicture === true) before--;
  };
  passPictures();
  if (isLabel(blocks[before])) before--;
  passPictures();
  const block = blocks[before];
  if (block?.kind !== "paragraph" || !/[:：]$/.test(block.text)) return undefined;
  return lastSentence(block.text, before);
}

/** What a list is of: the words that announce it, or the label above it. */
export function leadInOf({ chunk: { blocks } }: Passage, blockIndex: number): Said | undefined {
  const announcement = announcementOf(blocks, blockIndex);
  if (announcement !== undefined) return announcement;
  const above = blocks[blockIndex - 1];
  return above?.kind === "paragraph" && isLabel(above)
    ? { text: above.text, blockIndex: blockIndex - 1 }
    : undefined;
}

function lastSentence(ofText: string, blockIndex: number): Said | undefined {
  const text = splitSentences(ofText.split(/\n+/).at(-1) ?? "").at(-1);
  return text === undefined ? undefined : { text, blockIndex };
}

/** What a sentence that points back points to: the sentence before it. */
export function antecedentOf(blocks: readonly Block[], { text, blockIndex }: Said): Said | undefined {
  const block = blocks[blockIndex];
  if (block?.kind !== "paragraph" || !isInMidThought(text)) return undefined;
  const at = block.text.indexOf(text);
  const before = at <= 0 ? "" : block.text.slice(0, at).trim();
  if (before !== "") return lastSentence(before, blockIndex);
  const previous = blocks[blockIndex - 1];
  return previous?.kind === "paragraph" && !isLabel(previous)
    ? lastSentence(previous.text, blockIndex - 1)
    : undefined;
}

/** The headings that a block stands under, cited. */
function headingQuote(passage: Passage, blockIndex: number, label?: string): QuotedText {
  const { chunk } = passage;
  const below = label === undefined ? placeOf(chunk, blockIndex).headingPath : [...chunk.headingPath, label];
  const path = [chunk.title, ...below].join(" › ");
  const shown = asksQuestion(path) ? path : `${path}:`;
  return [`${inlineMarkdown(shown)} `, { passage, blockIndex, text: "" }];
}
