/** What of a section's blocks is quoted: not what stands beside the matter, nor an announcement of nothing. */
import type { Block } from "../../corpus/format.ts";
import { CLOSED_END, ANNOUNCING_END } from "../../language/sentence-marks.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { isLabel, splitSentences } from "../../text/sentences.ts";
import {
  announcesLinks,
  echoes,
  isAddressesOnly,
  isBadge,
  isCaption,
  isEditNote,
  isPointer,
  isWordless,
} from "./noise-patterns.ts";

export interface ShownBlock {
  blockIndex: number;
  block: Block;
  /** Of a paragraph: those of its sentences that are shown. */
  sentences: readonly string[];
  /** What its last sentence announces is not there. */
  isOpen?: boolean;
}

/** The blocks of a section that are shown, without the label that it begins with; all of them where nothing else is left. */
export function shownBlocks(section: AnswerSection): ShownBlock[] {
  const { passage, from, to, hasLabel } = section;
  const first = hasLabel ? from + 1 : from;
  const all = passage.chunk.blocks.slice(first, to).map((block, index): ShownBlock => ({
    blockIndex: first + index,
    block,
    sentences: block.kind === "paragraph" ? block.text.split(/\n+/).flatMap(splitSentences) : [],
  }));
  const told = withoutPointers(withoutAsides(all, section), section);
  const shown = withoutEmptyAnnouncements(told, section);
  return shown.some(({ block }) => !isLabel(block)) ? shown : all;
}

/** Notes of editors, badges, captions of pictures, lists of links with what stands above them. */
function withoutAsides(all: readonly ShownBlock[], { passage, sentences }: AnswerSection): ShownBlock[] {
  const { blocks } = passage.chunk;
  const best = sentences[0]?.blockIndex;
  const asksDate = sentences[0]?.asked.type === "when";
  const isAside = ({ block, blockIndex }: ShownBlock): boolean => {
    if (blockIndex === best) return false;
    if (block.isPicture === true) return true;
    if (block.kind === "list") {
      if (isAddressesOnly(block.items)) return true;
      let above = blockIndex - 1;
      while (blocks[above]?.kind === "list") above--;
      const announcement = blocks[above];
      return announcement?.kind === "paragraph" && announcesLinks(announcement.text);
    }
    if (block.kind !== "paragraph") return false;
    const { text } = block;
    if (announcesLinks(text)) return blocks[blockIndex + 1]?.kind === "list";
    if (isEditNote(text)) return !asksDate;
    if (block.isHeading === true || CLOSED_END.test(text)) return false;
    return isBadge(text) || isCaption(text) || isRepeatedLabel(block, blocks) || isEcho(blocks, blockIndex);
  };
  return all.filter((one) => !isAside(one));
}

/** The words of a picture that shows what the paragraph before it says. */
function isEcho(blocks: readonly Block[], blockIndex: number): boolean {
  const [before, block, next] = [blocks[blockIndex - 1], blocks[blockIndex], blocks[blockIndex + 1]];
  if (block?.kind !== "paragraph" || before?.kind !== "paragraph" || next?.kind !== "paragraph") return false;
  return isLabel(block) && /[.!?。]$/u.test(before.text) && echoes(block.text, before.text);
}

/** The words of the same picture, once more. */
function isRepeatedLabel(block: Block, blocks: readonly Block[]): boolean {
  if (block.kind !== "paragraph" || !/\p{L}.*\s/u.test(block.text)) return false;
  return blocks.filter((other) => other.kind === "paragraph" && other.text === block.text).length > 1;
}

/** Sentences that only lead elsewhere, unless they hold a word of the question that nothing else holds. */
function withoutPointers(blocks: readonly ShownBlock[], section: AnswerSection): ShownBlock[] {
  const best = section.sentences[0]?.text;
  const isSpare = spareIn(blocks, section);
  return blocks.flatMap((shown) => {
    if (shown.sentences.length === 0 || isLabel(shown.block)) return [shown];
    const sentences = shown.sentences.filter(
      (text) => text === best || !(isWordless(text) || (isPointer(text) && isSpare(text))),
    );
    return sentences.length === 0 ? [] : [{ ...shown, sentences }];
  });
}

/** Whether all that a sentence holds of the question stands in others too. */
function spareIn(blocks: readonly ShownBlock[], { sentences }: AnswerSection): (text: string) => boolean {
  const indices = new Set(blocks.map(({ blockIndex }) => blockIndex));
  const own = sentences.filter(({ blockIndex, text }) => indices.has(blockIndex) && !isPointer(text));
  return (text) => {
    const held = sentences.find((sentence) => sentence.text === text)?.held ?? 0;
    const others = own.reduce((all, other) => (other.text === text ? all : all | other.held), 0);
    return (held & ~others) === 0;
  };
}

/** A paragraph of so many words says something itself, and is not what was announced. */
const TELLING_WORDS = 6;
const ANNOUNCING_WORDS = 4;

/** An announcement whose list, table or code is not there, and a heading with nothing below it. */
function withoutEmptyAnnouncements(blocks: readonly ShownBlock[], section: AnswerSection): ShownBlock[] {
  const isSpare = spareIn(blocks, section);
  const kept: ShownBlock[] = [];
  for (const shown of [...blocks].reverse()) {
    const { block, sentences } = shown;
    const next = kept.at(-1);
    if (block.kind === "paragraph" && block.isHeading === true) {
      if (next === undefined || isHeadingAbove(next.block, block)) continue;
    } else if (
      block.kind === "paragraph" &&
      ANNOUNCING_END.test(sentences.at(-1) ?? "") &&
      !isAnnounced(next)
    ) {
      const announcement = sentences.at(-1) ?? "";
      const isOnlySpare = isSpare(announcement) || next === undefined;
      if (announcement.split(/\s+/).length >= ANNOUNCING_WORDS && isOnlySpare && !tellsItself(announcement)) {
        if (sentences.length > 1) kept.push({ ...shown, sentences: sentences.slice(0, -1) });
        else if (blocks.length === 1) kept.push(shown);
        continue;
      }
      kept.push({ ...shown, isOpen: true });
      continue;
    }
    kept.push(shown);
  }
  return kept.reverse();
}

/** An announcement of so many words says something besides, unless it only points. */
const TELLING_ANNOUNCEMENT_WORDS = 9;
const POINTS_DOWN =
  /(?<!\p{L})(?:follow(?:s|ing)|below|these|here|next|for (?:example|instance)|e\.g\.|like (?:this|so)|looks? like|as such|this|examples?|(?:these|two|three|four|several|some|many|different) (?:ways|options|steps|things|types|kinds)|folgende[nrsm]?|unten|siguientes?|suivante?s?|seguent[ei]|seguintes?|volgende)(?:\s+[\p{L}\p{N}'’]+){0,3}[:：]$/iu;

function tellsItself(announcement: string): boolean {
  return announcement.split(/\s+/).length >= TELLING_ANNOUNCEMENT_WORDS && !POINTS_DOWN.test(announcement);
}

function isAnnounced(next: ShownBlock | undefined): boolean {
  if (next === undefined) return false;
  const { block } = next;
  if (block.kind !== "paragraph" || isLabel(block)) return true;
  return !(/^\p{Lu}/u.test(block.text) && block.text.split(/\s+/).length >= TELLING_WORDS);
}

/** Whether what follows a heading is no part of it. */
function isHeadingAbove(next: Block, heading: Block): boolean {
  if (next.kind !== "paragraph" || next.isHeading !== true || heading.kind !== "paragraph") return false;
  return (next.depth ?? 0) <= (heading.depth ?? 0);
}
