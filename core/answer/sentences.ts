import type { Block } from "../corpus/format.ts";

/** A sentence of a passage that can be quoted on its own. */
export interface Sentence {
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
}

/** Shorter ones are fragments ("Note", "See below"); longer ones are lists in disguise. */
const MIN_SENTENCE_WORDS = 3;

/** After these a full stop does not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|Fig|Vol|pp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Inc|Ltd|Co|Corp|Gen|Col|Lt|Sgt|Rev|Hon|U\.S|U\.K|U\.N|z\.B|d\.h|bzw|ca|Nr|Hr|Fr|p\.ej|Sra?|Dra?|Ud|Uds|aprox|núm|[A-Z])|\.\.)\.$/u;

/** A possible end: closing punctuation with what closes after it, white space, and a start that is no lower-case letter. */
const SENTENCE_END = /([.!?…]+["'”’»)\]]*|[。！？]+)(?:\s+|(?<=[。！？]))(?=[^\p{Ll}\s])/gu;

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

/** "No. 5" is a number; "No. It does not." is an answer. */
function isAbbreviation(before: string, after: string): boolean {
  return ABBREVIATION.test(before) || (/\bNos?\.$/.test(before) && /^\s*\d/.test(after));
}

/** The quotable sentences of a passage: of its paragraphs, and each list item and table row as one. */
export function passageSentences(blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  blocks.forEach((block, blockIndex) => {
    const texts = quotableTexts(block);
    texts.forEach((text, index) => {
      const introduces = /[:：]$/.test(text);
      if (!introduces && wordCount(text) < MIN_SENTENCE_WORDS) return;
      const endsBlock = index === texts.length - 1;
      sentences.push({ text, blockIndex, order: sentences.length, endsBlock, introduces });
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
      return [];
  }
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
