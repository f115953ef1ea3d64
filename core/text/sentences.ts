import type { Block } from "../corpus/format.ts";
import { ANNOUNCING_END, CLOSED_END, SENTENCE_END } from "../language/sentence-marks.ts";

/** What a quotable text is taken from. A code block is quoted whole, as the answer to "how is it written". */
export type SentenceKind = "sentence" | "item" | "row" | "code";

/** A sentence of a passage that can be quoted on its own, or a code block. */
export interface Sentence {
  kind: SentenceKind;
  /** Inline text as in {@link Block}: code spans marked by backticks. */
  text: string;
  /** Index of its block in the passage. */
  blockIndex: number;
  /** Place among the sentences of the passage, from 0. */
  order: number;
  /** The last of its block: what follows is the next block. */
  endsBlock: boolean;
  /** Ends in a colon: what it announces is in the block that follows. */
  introduces: boolean;
  /** The label that it stands under, where a page has headings that are none by their markup. */
  label?: string;
}

/** Shorter ones are fragments ("Note", "See below"); longer ones are lists in disguise. */
const MIN_SENTENCE_WORDS = 3;

/** After these a full stop does not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|a\.k\.a|etc|vs|cf|approx|resp|incl|Fig|Vol|pp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Inc|Ltd|Co|Corp|Gen|Col|Lt|Sgt|Rev|Hon|U\.S|U\.K|U\.N|z\.B|d\.h|bzw|ca|Str|Tel|Mio|Mrd|evtl|ggf|inkl|exkl|zzgl|vgl|Abs|Abb|Nr|Hr|Fr|p\.ej|p\.ex|Mme|Sra?|Dra?|Ud|Uds|aprox|núm|[A-Z])|\.\.)\.$/u;

/** Splits plain text into sentences. Code spans stay whole. */
export function splitSentences(text: string): string[] {
  const spans = codeSpanRanges(text);
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + (match[1]?.length ?? 0);
    if (spans.some(([from, to]) => match.index > from && match.index < to)) continue;
    if (match[1] === "." && isAbbreviation(text.slice(start, end), text.slice(end))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

/** "z. B.", "d. h.", "i. d. R.": a letter, a space and another one. */
const SPACED_ABBREVIATION = /(?:^|[\s(])\p{Ll}\.$/u;
/** "Am 3. Tag", "im 19. Jahrhundert": German writes a full stop behind a number that puts things in order. */
const ORDINAL =
  /(?:^|\s)(?:am|der|die|das|dem|den|des|im|zum|zur|vom|beim|bis|ab|jede[nrs]?|ihr|ihre[nmrs]?|sein|seine[nmrs]?) \d{1,3}\.$/iu;
const GERMAN_MONTH =
  /^\s*(?:Jan|Jän|Feb|März|Mär|Apr|Mai|Juni?|Juli?|Aug|Sept?|Okt|Nov|Dez)(?:uar|ner|ner|ruar|il|ust|ember|tember|ober)?(?!\p{L})/u;

/** "No. 5" is a number; "No. It does not." is an answer. "3." at the start numbers what follows. */
function isAbbreviation(before: string, after: string): boolean {
  if (/^\s*\d{1,3}\.$/.test(before)) return true;
  if (SPACED_ABBREVIATION.test(before) && /^\s*\p{L}{1,2}\./u.test(after)) return true;
  if (ORDINAL.test(before)) return true;
  if (/(?:^|\s)\d{1,2}\.$/.test(before) && GERMAN_MONTH.test(after)) return true;
  return ABBREVIATION.test(before) || (/\bNos?\.$/.test(before) && /^\s*\d/.test(after));
}

const KIND_OF_BLOCK = { paragraph: "sentence", list: "item", table: "row", code: "code" } as const;

/** The quotable texts of a passage: the sentences of its paragraphs, and each list item, table row and code block as one. */
export function passageSentences(blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  let label: string | undefined;
  blocks.forEach((block, blockIndex) => {
    if (block.isPicture === true) return;
    if (block.kind === "paragraph" && isLabel(block)) label = block.text;
    const texts = quotableTexts(block);
    texts.forEach((text, index) => {
      const kind = KIND_OF_BLOCK[block.kind];
      const introduces = kind !== "code" && ANNOUNCING_END.test(text);
      if (!introduces && kind !== "code" && wordCount(text) < MIN_SENTENCE_WORDS) return;
      const endsBlock = index === texts.length - 1;
      const order = sentences.length;
      sentences.push({
        kind,
        text,
        blockIndex,
        order,
        endsBlock,
        introduces,
        ...(label !== undefined && !(block.kind === "paragraph" && block.text === label) && { label }),
      });
    });
  });
  return sentences;
}

function quotableTexts(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return block.text.split(/\n+/).flatMap(splitSentences);
    case "list":
      return block.items.flatMap(listItemTexts);
    case "table":
      return block.rows.slice(1).map((row) => row.filter((cell) => cell.trim() !== "").join(" – "));
    case "code":
      return block.code.trim() === "" ? [] : [block.code];
  }
}

/** A heading that is none by its markup has no more words: the name of an option, the title of a tab or a note. */
const LABEL_MAX_WORDS = 8;

/** Whether a block is a paragraph that labels what follows it: a heading, or what looks like one. */
export function isLabel(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph" || block.isPicture === true) return false;
  return block.isHeading === true || isLabelText(block.text);
}

/** Whether a text of its own looks like a heading: short, and closed by no punctuation. */
export function isLabelText(text: string): boolean {
  return !CLOSED_END.test(text) && text.length < 120 && text.split(/\s+/).length <= LABEL_MAX_WORDS;
}

/** Whether what is quoted is but a heading: it says nothing by itself. */
export function isHeadingLike({ kind, text }: Pick<Sentence, "kind" | "text">): boolean {
  return kind === "sentence" && isLabelText(text);
}

/** Items up to this long are quoted whole; longer ones hold paragraphs or lists of their own. */
const WHOLE_ITEM_MAX_WORDS = 40;

function listItemTexts(item: string): string[] {
  const lines = item
    .split("\n")
    .map((line) => line.replace(/^\s*– /, "").trim())
    .filter((line) => line !== "");
  return wordCount(item) <= WHOLE_ITEM_MAX_WORDS ? [lines.join(" ")] : lines.flatMap(splitSentences);
}

function wordCount(text: string): number {
  // Scripts without spaces have no words to count by spaces; there a character is about half a word.
  const words = text.split(/\s+/).filter(Boolean).length;
  return words > 1 ? words : Math.max(words, Math.floor(text.length / 4));
}

function codeSpanRanges(text: string): [from: number, to: number][] {
  return [...text.matchAll(/`[^`]+`/g)].map((match) => [match.index, match.index + match[0].length]);
}
