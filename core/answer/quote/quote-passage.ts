/** Writes what was chosen of a passage as Markdown: each sentence with its citation, each block whole. */
import type { Block } from "../../corpus/format.ts";
import { placeOf } from "../../citation/heading-place.ts";
import { joinQuoted, rowText, type Quote, type QuotedText } from "../../citation/quote.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import { blockMarkdown, inlineMarkdown } from "../../passage-text.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import type { Passage } from "../generation-provider.ts";
import type { QuestionType } from "../understand/question-type.ts";
import type { ScoredSentence } from "../select/select-sentences.ts";
import { DEPENDENT_START, isImportsOnly } from "../select/sentence-patterns.ts";
import { isLabel, splitSentences } from "../select/sentences.ts";

/** Larger blocks are left to the page: the sentence that introduces them is cited, one click away. */
const MAX_BLOCK_CHARS = 2400;

/** Tables up to this many rows are quoted whole; of longer ones the row that answers, under its header. */
const WHOLE_TABLE_MAX_ROWS = 8;

/** Code belongs to a sentence that stands at most so many blocks before it. */
const CODE_WITHIN_BLOCKS = 3;

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
  const shownBlocks = new Set<number>();
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
    run.push([`${inlineMarkdown(shown)} `, { passage, blockIndex, text }]);
  };
  /** Shows a block after what announces it; where nothing does, after the headings that it stands under. */
  const show = (index: number, cites: boolean): void => {
    if (shownBlocks.has(index)) return;
    shownBlocks.add(index);
    const block = blocks[index] as Block;
    const announcement = announcementOf(blocks, index);
    if (announcement !== undefined) say(announcement);
    else if (paragraphs.length === 0 && run.length === 0 && block.kind === "code")
      run.push(headingQuote(passage, index));
    const isCited = run.length > 0;
    endRun();
    const markdown = blockMarkdown(block);
    const cite: Quote = { passage, blockIndex: index, text: "" };
    if (block.kind === "list" && (cites || !isCited)) paragraphs.push([`${markdown} `, cite]);
    else paragraphs.push([markdown], ...(isCited || block.kind === "list" ? [] : [[cite]]));
  };

  sentences.forEach((sentence, index) => {
    const { blockIndex } = sentence;
    const own = blocks[blockIndex];
    if (own === undefined || shownBlocks.has(blockIndex)) return;
    if (sentence.kind === "code" || isWhole(own, type)) {
      show(blockIndex, true);
      return;
    }
    if (own.kind === "table") {
      endRun();
      shownBlocks.add(blockIndex);
      paragraphs.push(
        [rowsMarkdown(own.rows, sentences, blockIndex)],
        [{ passage, blockIndex, text: sentence.text }],
      );
      return;
    }
    const antecedent = antecedentOf(blocks, sentence);
    if (antecedent !== undefined) say(antecedent);
    say(sentence, nameOf(sentence, type));
    // What follows the block comes after all that is quoted of it.
    if (sentences[index + 1]?.blockIndex === blockIndex) return;
    const following = withBlocks ? followingBlock(blocks, sentence, type) : undefined;
    if (following === undefined || shownBlocks.has(following)) return;
    shownBlocks.add(following);
    const announcement = announcementOf(blocks, following);
    if (announcement !== undefined && following - blockIndex > 1) say(announcement);
    endRun();
    paragraphs.push([blockMarkdown(blocks[following] as Block)]);
  });
  endRun();
  return paragraphs;
}

/**
 * A section as it stands, each sentence with its citation. Its heading is left to the source that it cites, but
 * where nothing else says what it is about: above code alone, and before what is said of an option.
 */
export function quoteSection({ passage, from, to, heading, hasLabel }: AnswerSection): QuotedText[] {
  const first = hasLabel ? from + 1 : from;
  const blocks = passage.chunk.blocks.slice(first, to);
  const paragraphs: QuotedText[] = [];
  let isCited = false;
  if (blocks[0]?.kind === "code") {
    paragraphs.push(headingQuote(passage, first, hasLabel ? heading : undefined));
    isCited = true;
  }
  let option = hasLabel && isOptionName(heading) ? heading : undefined;
  blocks.forEach((block, index) => {
    const markdown = blockMarkdown(block);
    const blockIndex = first + index;
    const cite: Quote = { passage, blockIndex, text: "" };
    if (block.kind === "code") {
      if (isImportsOnly(block.code) && blocks[index + 1]?.kind === "code") return;
      paragraphs.push([markdown]);
    } else if (block.kind === "paragraph" && !isLabel(block)) {
      const name = option === undefined || block.text.includes(option) ? "" : `${option}: `;
      option = undefined;
      const said = block.text.split(/\n+/).flatMap(splitSentences);
      const quoted = said.map((text, at): QuotedText => [
        `${inlineMarkdown(at === 0 ? name + text : text)} `,
        { passage, blockIndex, text },
      ]);
      paragraphs.push(joinQuoted(quoted, " "));
      isCited = true;
    } else if (block.kind === "table") {
      paragraphs.push([markdown], [cite]);
      isCited = true;
    } else {
      // A label is no sentence: what it labels is cited.
      paragraphs.push(block.kind === "list" ? [`${markdown} `, cite] : [markdown]);
      isCited ||= block.kind === "list";
    }
  });
  return isCited ? paragraphs : [...paragraphs, [{ passage, blockIndex: first, text: "" }]];
}

export function isOptionName(label: string): boolean {
  return OPTION_NAME.test(label.replaceAll("`", ""));
}

/** The name of an option, as against a word, the name of a file or the title of a tab. */
const OPTION_NAME =
  /^(?!.*\/|.*\.(?:[cm]?[jt]sx?|json|html?|css|mdx?|toml|ya?ml|sh|astro|vue)$)\S*(?:[._:-]|\p{Ll}\p{Lu})\S*$/u;

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

/** The header of a table with the rows that were chosen of it. */
function rowsMarkdown(rows: string[][], sentences: readonly ScoredSentence[], blockIndex: number): string {
  const chosen = new Set(
    sentences.filter((sentence) => sentence.blockIndex === blockIndex).map(({ text }) => text),
  );
  const [header = [], ...body] = rows;
  const kept = body.filter((row) => chosen.has(rowText(row)));
  return blockMarkdown({ kind: "table", rows: [header, ...kept] });
}

/** Words of a block. */
interface Said {
  text: string;
  blockIndex: number;
}

/** The end of the paragraph before a block, where it announces the block. */
function announcementOf(blocks: readonly Block[], index: number): Said | undefined {
  let before = index - 1;
  if (isLabel(blocks[before])) before--;
  const block = blocks[before];
  if (block?.kind !== "paragraph" || !/[:：]$/.test(block.text)) return undefined;
  return lastSentence(block.text, before);
}

function lastSentence(ofText: string, blockIndex: number): Said | undefined {
  const text = splitSentences(ofText.split(/\n+/).at(-1) ?? "").at(-1);
  return text === undefined ? undefined : { text, blockIndex };
}

/** What a sentence that points back points to: the sentence before it. */
function antecedentOf(blocks: readonly Block[], { text, blockIndex }: ScoredSentence): Said | undefined {
  const block = blocks[blockIndex];
  if (block?.kind !== "paragraph" || !DEPENDENT_START.test(text)) return undefined;
  const at = block.text.indexOf(text);
  const before = at <= 0 ? "" : block.text.slice(0, at).trim();
  if (before !== "") return lastSentence(before, blockIndex);
  const previous = blocks[blockIndex - 1];
  return previous?.kind === "paragraph" && !isLabel(previous)
    ? lastSentence(previous.text, blockIndex - 1)
    : undefined;
}

/** The block that belongs to what a sentence says, by its index: what it announces, or the code of a how-to. */
export function followingBlock(
  blocks: readonly Block[],
  sentence: ScoredSentence,
  type: QuestionType,
): number | undefined {
  let index = sentence.blockIndex + 1;
  if (isLabel(blocks[index]) && blocks[index + 1]?.kind === "code") index++;
  const next = blocks[index];
  if (sentence.endsBlock && sentence.introduces) {
    return next === undefined || next.kind === "paragraph" || !fits(next) ? undefined : index;
  }
  if (type !== "how-to" && type !== "code") return undefined;
  for (let at = sentence.blockIndex + 1; at <= sentence.blockIndex + CODE_WITHIN_BLOCKS; at++) {
    const block = blocks[at];
    const isStep = block?.kind === "code" || (block?.kind === "list" && block.ordered);
    if (block?.kind === "code" && isImportsOnly(block.code)) continue;
    if (block !== undefined && isStep) return fits(block) ? at : undefined;
  }
  return undefined;
}

export function fits(block: Block): boolean {
  return blockMarkdown(block).length <= MAX_BLOCK_CHARS;
}

/** The headings that a block stands under, cited. */
function headingQuote(passage: Passage, blockIndex: number, label?: string): QuotedText {
  const { chunk } = passage;
  const below = label === undefined ? placeOf(chunk, blockIndex).headingPath : [...chunk.headingPath, label];
  const path = [chunk.title, ...below].join(" › ");
  const shown = asksQuestion(path) ? path : `${path}:`;
  return [`${inlineMarkdown(shown)} `, { passage, blockIndex, text: "" }];
}
