/**
 * Cuts a page into chunks along its sections.
 *
 * A section within bounds is a chunk of its own, with its heading path and its anchor. A long one is split at
 * paragraph borders. Small neighbours below the same parent are merged: with the parent's own text they are
 * a chunk of the parent; without, a chunk that opens at the first of them. Their headings then stand in the
 * text as paragraphs with their anchors, so that no chunk claims to be about less than it holds, no heading is there
 * twice, and what is quoted can be opened at its own heading.
 * A question as heading is kept apart however short its answer is: that is what an FAQ is made for.
 */
import { createHash } from "node:crypto";
import { SHORT_HASH_CHARS } from "../../core/corpus/hash.ts";
import type { Block, Chunk } from "../../core/corpus/format.ts";
import { isQuestionHeading } from "../../core/language/sentence-marks.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { markRepeats } from "./mark-repeats.ts";
import { flatten, sectionTree, sectionWords, withHeading, type Section } from "./section-tree.ts";
import { MAX_CHUNK_WORDS, MIN_CHUNK_WORDS, STANDALONE_WORDS, TAIL_WORDS } from "./sizes.ts";
import { splitBlocks } from "./split-blocks.ts";
import { countBlocksWords } from "./words.ts";

export interface ChunkPageInput {
  items: readonly OutlineItem[];
  title: string;
  /** Of the page, without an anchor. */
  url: string;
  /** BCP 47. */
  language: string;
  /** ISO 8601 date. */
  updatedOn?: string | undefined;
}

/** Chunks in reading order. Two that are alike to the last character under the same heading are one. */
export function chunkPage({ items, title, url, language, updatedOn }: ChunkPageInput): Chunk[] {
  const chunks = new Map<string, Chunk>();
  for (const piece of chunkSection(sectionTree(items, title), [], undefined)) {
    const address = piece.anchor === "" ? url : `${url}#${piece.anchor}`;
    const id = chunkId(address, piece.headingPath, piece.blocks);
    if (!chunks.has(id)) {
      chunks.set(id, {
        id,
        title,
        headingPath: piece.headingPath,
        url: address,
        language,
        ...((piece.updatedOn ?? updatedOn) !== undefined && { updatedOn: piece.updatedOn ?? updatedOn }),
        blocks: piece.blocks,
      });
    }
  }
  return markRepeats([...chunks.values()]);
}

/** The same chunk of a page that lies elsewhere. */
export function moveChunk(chunk: Chunk, from: string, to: string): Chunk {
  const url = `${to}${chunk.url.slice(from.length)}`;
  return { ...chunk, id: chunkId(url, chunk.headingPath, chunk.blocks), url };
}

function chunkId(url: string, headingPath: readonly string[], blocks: readonly Block[]): string {
  const content = JSON.stringify([url, headingPath, blocks.map(withoutHeadingData)]);
  return createHash("sha256").update(content).digest("hex").slice(0, SHORT_HASH_CHARS);
}

/** What a chunk says is what it is known by, not where its headings are. */
function withoutHeadingData(block: Block): Block {
  const { anchor: _, resumesDepth: __, isUnshown: ___, repeats: ____, isPicture: _____, ...rest } = block;
  if (rest.kind !== "paragraph" || rest.isHeading !== true) return rest;
  return { kind: rest.kind, text: rest.text, isHeading: true };
}

/** Room for the heading of a tail, which becomes a paragraph. */
const TAIL_HEADING_WORDS = 10;

interface Piece {
  headingPath: string[];
  anchor: string;
  /** Of the innermost section that has a date of its own. */
  updatedOn?: string | undefined;
  blocks: Block[];
}

/** The own text of a section, or one section below it: what merging takes or leaves whole. */
interface Unit {
  /** Absent: the section's own text. */
  child?: Section;
  words: number;
}

function chunkSection(section: Section, path: readonly string[], updatedOn: string | undefined): Piece[] {
  const groups = groupUnits(section);
  const pieces: Piece[] = [];
  for (const [index, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const before = pieces.at(-1);
    if (first.child !== undefined && group.length === 1) {
      if (index === groups.length - 1 && before !== undefined && isTail(first, before)) {
        before.blocks = [...before.blocks, ...unitBlocks(first, section)];
      } else {
        pieces.push(...chunkChild(first.child, path, updatedOn));
      }
      continue;
    }
    const anchor = first.child?.anchor ?? section.anchor;
    const blocks = group.flatMap((unit) => unitBlocks(unit, section));
    pieces.push(...piecesOf(blocks, { headingPath: [...path], anchor, updatedOn }));
  }
  return pieces;
}

/** Pieces of one run of blocks. One that begins inside of a section below it is a piece of that section. */
function piecesOf(blocks: readonly Block[], start: Omit<Piece, "blocks">): Piece[] {
  let path = start.headingPath;
  let { anchor } = start;
  const enter = (block: Block): void => {
    if (isHeadingBlock(block)) {
      path = [...path.slice(0, (block.depth ?? 1) - 1), block.text.replaceAll("`", "")];
      anchor = block.anchor ?? "";
    } else if (block.resumesDepth !== undefined) {
      path = path.slice(0, block.resumesDepth);
      anchor = block.anchor ?? "";
    } else anchor = block.anchor ?? anchor;
  };
  return splitBlocks(blocks).map((part): Piece => {
    const [first] = part;
    const begins = first !== undefined && isHeadingBlock(first);
    if (first !== undefined) enter(first);
    // A heading that stands in the text is not in the path as well.
    const piece: Piece = { ...start, headingPath: begins ? path.slice(0, -1) : path, anchor, blocks: part };
    for (const block of part.slice(1)) enter(block);
    return piece;
  });
}

type HeadingBlock = Extract<Block, { kind: "paragraph" }>;

function isHeadingBlock(block: Block): block is HeadingBlock {
  return block.kind === "paragraph" && block.isHeading === true;
}

function isTail(unit: Unit, before: Piece): boolean {
  return (
    unit.words < TAIL_WORDS &&
    !standsAlone(unit) &&
    countBlocksWords(before.blocks) + unit.words + TAIL_HEADING_WORDS <= MAX_CHUNK_WORDS
  );
}

function chunkChild(child: Section, path: readonly string[], parentUpdatedOn: string | undefined): Piece[] {
  const childPath = child.heading === "" ? [...path] : [...path, child.heading];
  const updatedOn = child.updatedOn ?? parentUpdatedOn;
  if (sectionWords(child) > MAX_CHUNK_WORDS || mustBeCut(child)) {
    return chunkSection(child, childPath, updatedOn);
  }
  const blocks = flatten(child);
  return blocks.length === 0 ? [] : [{ headingPath: childPath, anchor: child.anchor, updatedOn, blocks }];
}

/** What stands alone is one thing: it is cut only where it holds others that do. */
function mustBeCut(section: Section): boolean {
  return section.standsAlone === true ? holdsStandalone(section) : hasOwnAnswers(section);
}

function holdsStandalone(section: Section): boolean {
  return section.children.some((child) => child.standsAlone === true || holdsStandalone(child));
}

/** Sections that should not disappear in their parent although both would fit. */
function hasOwnAnswers(section: Section): boolean {
  return section.children.some(
    (child) =>
      child.standsAlone === true ||
      isQuestion(child) ||
      sectionWords(child) >= STANDALONE_WORDS ||
      hasOwnAnswers(child),
  );
}

function groupUnits(section: Section): Unit[][] {
  const units: Unit[] = [
    { words: countBlocksWords(section.blocks) },
    ...section.children.map((child) => ({ child, words: sectionWords(child) })),
  ].filter((unit) => unit.words > 0);

  const groups: { units: Unit[]; words: number }[] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last !== undefined && mayMerge(last, unit)) {
      last.units.push(unit);
      last.words += unit.words;
    } else {
      groups.push({ units: [unit], words: unit.words });
    }
  }
  // What is left small at the end joins the group before it rather than standing alone without context.
  const last = groups.at(-1);
  const previous = groups.at(-2);
  if (last !== undefined && previous !== undefined && mayJoinBack(previous, last)) {
    groups.splice(-2, 2, { units: [...previous.units, ...last.units], words: previous.words + last.words });
  }
  return groups.map((group) => group.units);
}

function mayMerge(group: { units: Unit[]; words: number }, unit: Unit): boolean {
  if (group.words + unit.words > MAX_CHUNK_WORDS) return false;
  if (group.words >= MIN_CHUNK_WORDS || unit.words >= MIN_CHUNK_WORDS) return false;
  if (group.words >= STANDALONE_WORDS && unit.words >= STANDALONE_WORDS) return false;
  return !group.units.some(standsAlone) && !standsAlone(unit);
}

function mayJoinBack(
  group: { units: Unit[]; words: number },
  last: { units: Unit[]; words: number },
): boolean {
  return (
    last.words < STANDALONE_WORDS &&
    group.words + last.words <= MAX_CHUNK_WORDS &&
    // A section that is long enough keeps its own heading and anchor.
    !(group.units.length === 1 && group.units[0]?.child !== undefined && group.words >= STANDALONE_WORDS) &&
    ![...group.units, ...last.units].some(standsAlone)
  );
}

function standsAlone({ child }: Unit): boolean {
  if (child?.standsAlone === true) return true;
  return child !== undefined && (isQuestion(child) || isNamed(child) || hasOwnAnswers(child));
}

/** Options and functions of a reference: `server.port`, `getStaticPaths()`. People ask for them by name. */
const NAME = /^`[^`]+`$|^[\w$@]*(?:\w[._:]\w|[a-z\d][A-Z])[\w$.:]*(?:\(\))?$/;

function isNamed(section: Section): boolean {
  return NAME.test(section.headingText);
}

function isQuestion(section: Section): boolean {
  return isQuestionHeading(section.heading);
}

function unitBlocks({ child }: Unit, section: Section): Block[] {
  return child === undefined ? section.blocks : withHeading(child, flatten(child));
}
