import type { Block } from "../../core/corpus/format.ts";
import { MAX_CHUNK_WORDS } from "./sizes.ts";
import { countBlocksWords, countBlockWords, countWords } from "./words.ts";

/**
 * Splits a long run of blocks into pieces of about equal size, none above {@link MAX_CHUNK_WORDS} words. A
 * piece ends between paragraphs; code and tables are never cut and stay with the paragraph that introduces
 * them. One that is larger than a piece by itself goes alone.
 */
export function splitBlocks(blocks: readonly Block[]): Block[][] {
  const total = countBlocksWords(blocks);
  if (total <= MAX_CHUNK_WORDS) return blocks.length === 0 ? [] : [[...blocks]];
  const units = keepTogether(blocks.flatMap(splitLongBlock));
  // Oversize units are not spread over the others when the even size is computed.
  const spread = units.reduce((sum, unit) => sum + (unit.words > MAX_CHUNK_WORDS ? 0 : unit.words), 0);
  const evenWords = spread / Math.max(1, Math.ceil(spread / MAX_CHUNK_WORDS));

  const pieces: Block[][] = [];
  let piece: Block[] = [];
  let words = 0;
  const close = (): void => {
    if (piece.length > 0) pieces.push(piece);
    piece = [];
    words = 0;
  };
  for (const unit of units) {
    // Half of a unit over the even size is as good as half of it under.
    if (words + unit.words > MAX_CHUNK_WORDS || words + unit.words / 2 > evenWords) close();
    piece.push(...unit.blocks);
    words += unit.words;
  }
  close();
  return pieces;
}

interface Unit {
  blocks: Block[];
  words: number;
}

/**
 * Joins each code block, table or list to the paragraph before it, and a paragraph that ends in a colon, or is a
 * heading, to what it announces, as far as a piece can hold both.
 */
function keepTogether(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) {
    const words = countBlockWords(block);
    const last = units.at(-1);
    const introduction = last?.blocks.at(-1);
    const follows =
      introduction?.kind === "paragraph" &&
      (block.kind !== "paragraph" || introduction.isHeading === true || /[:：]$/.test(introduction.text));
    const listContinues = block.kind === "list" && introduction?.kind === "list";
    if (last !== undefined && follows && !listContinues && last.words + words <= MAX_CHUNK_WORDS) {
      last.blocks.push(block);
      last.words += words;
    } else {
      units.push({ blocks: [block], words });
    }
  }
  return units;
}

function splitLongBlock(block: Block): Block[] {
  if (countBlockWords(block) <= MAX_CHUNK_WORDS) return [block];
  const { anchor, resumesDepth, isUnshown } = block;
  return cutBlock(block).map((part, index) => ({
    ...part,
    ...(isUnshown === true && { isUnshown }),
    // Where the block begins; what follows it goes on there.
    ...(index === 0 && anchor !== undefined && { anchor }),
    ...(index === 0 && resumesDepth !== undefined && { resumesDepth }),
  }));
}

/** Paragraphs are cut between sentences and lists between items; code and tables never. */
function cutBlock(block: Block): Block[] {
  if (block.kind === "paragraph") {
    return packTexts(sentencesOf(block.text), "").map((texts) => ({
      kind: "paragraph",
      text: texts.join("").trim(),
    }));
  }
  if (block.kind === "list") {
    if (block.items.some((item) => countWords(item) > MAX_CHUNK_WORDS)) {
      return block.items.flatMap((text) =>
        splitLongBlock({ kind: "paragraph", text: text.replace(/^\s+/, "") }),
      );
    }
    return packTexts(block.items, " ").map((items) => ({ kind: "list", ordered: block.ordered, items }));
  }
  return [block];
}

const SENTENCE = /[\s\S]*?(?:[.!?…؟۔։።፧።।॥။។。！？]+["')\]]*\s+|\n+|(?<=[。！？])|$)/g;

/** Sentences with the white space that follows them; one without an end is cut at spaces. */
function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? [text])
    .filter((sentence) => sentence !== "")
    .flatMap((sentence) => (countWords(sentence) <= MAX_CHUNK_WORDS ? [sentence] : cutAtSpaces(sentence)));
}

function cutAtSpaces(text: string): string[] {
  const words = text.match(/\S+\s*/g) ?? [text];
  const pieces: string[] = [];
  for (let start = 0; start < words.length; start += MAX_CHUNK_WORDS) {
    pieces.push(words.slice(start, start + MAX_CHUNK_WORDS).join(""));
  }
  return pieces;
}

function packTexts(texts: readonly string[], separator: string): string[][] {
  const total = countWords(texts.join(separator));
  const evenWords = total / Math.ceil(total / MAX_CHUNK_WORDS);
  const packs: string[][] = [];
  let words = 0;
  for (const text of texts) {
    const size = countWords(text);
    if (packs.length === 0 || words + size > MAX_CHUNK_WORDS || words + size / 2 > evenWords) {
      packs.push([]);
      words = 0;
    }
    packs.at(-1)?.push(text);
    words += size;
  }
  return packs;
}
