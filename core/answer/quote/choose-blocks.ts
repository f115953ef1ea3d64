/** Which blocks of a small site's section answer, each with what belongs to it: a label, what announces it, what it points back to. */
import { ANNOUNCING_END, CLOSED_END } from "../../language/sentence-marks.ts";
import type { Block } from "../../corpus/format.ts";
import { blockText } from "../../passage-text.ts";
import { isInMidThought } from "./noise-patterns.ts";
import { isLabel } from "../../text/sentences.ts";
import type { WeighedLine } from "../generation-provider.ts";

/** Blocks that are read together. */
export interface BlockGroup {
  from: number;
  to: number;
  /** The chance that one of its lines answers, 0 to 1. */
  share: number;
  words: number;
  /** {@link WeighedLine.covers} */
  covers: ReadonlySet<string>;
}

export interface BlockChoice {
  from: number;
  to: number;
  lines: readonly WeighedLine[];
}

/** A section of up to so many words is read at once, and quoted whole. */
const WHOLE_MAX_WORDS = 40;

/** Blocks are quoted until the answer is so likely among them, */
const ENOUGH_SHARE = 0.95;
/** and none that is so much less likely than the likeliest, */
const LEAST_SHARE = 0.1;
/** nor, where a number or an address was asked for and is there, one that speaks of nothing that was. */
const LEAST_SHARE_BESIDE_CONTACT = 0.5;
const CONTACT_FORMS = ["phone", "email", "address"];
/** as long as they are no more, */
const MAX_GROUPS = 3;
const MAX_WORDS = 120;
/** and one that speaks of something asked for that those before it do not is quoted too where it is brief, */
const COVERING_MAX_WORDS = 40;
const COVERING_SHARE = 0.005;
/** and what answers best comes first, where more words than this stand before it. */
const BEFORE_MAX_WORDS = 20;

/** The blocks that answer, those that answer best first where much stands before them; else in the order of the page. */
export function answeringGroups(section: BlockChoice, blocks: readonly Block[]): BlockGroup[] {
  const groups = groupsOf(section, blocks);
  const whole = groups.reduce((sum, { words }) => sum + words, 0);
  if (whole <= WHOLE_MAX_WORDS || groups.length < 2)
    return [{ from: section.from, to: section.to, share: 1, words: whole, covers: new Set() }];
  const [best, ...others] = [...groups].sort((a, b) => b.share - a.share);
  if (best === undefined) return [];
  const chosen = [best];
  let { share, words } = best;
  for (const group of others) {
    const isEnough =
      share >= ENOUGH_SHARE || group.share < leastShare(group, best) || chosen.length >= MAX_GROUPS;
    if (isEnough && !coversMore(group, chosen)) continue;
    if (words + group.words > MAX_WORDS) continue;
    chosen.push(group);
    share += group.share;
    words += group.words;
  }
  const inOrder = chosen.sort((a, b) => a.from - b.from);
  const before = inOrder.slice(0, inOrder.indexOf(best)).reduce((sum, group) => sum + group.words, 0);
  return joined(before > BEFORE_MAX_WORDS ? [best, ...inOrder.filter((group) => group !== best)] : inOrder);
}

function leastShare({ covers }: BlockGroup, best: BlockGroup): number {
  const isLacking = covers.size === 0 && CONTACT_FORMS.some((form) => best.covers.has(form));
  return best.share * (isLacking ? LEAST_SHARE_BESIDE_CONTACT : LEAST_SHARE);
}

function coversMore({ covers, words, share }: BlockGroup, chosen: readonly BlockGroup[]): boolean {
  return (
    words <= COVERING_MAX_WORDS &&
    share >= COVERING_SHARE &&
    [...covers].some((unit) => !chosen.some((other) => other.covers.has(unit)))
  );
}

/** The blocks that answer best of a section that stands beside another. */
export function bestGroup(section: BlockChoice, blocks: readonly Block[]): BlockGroup | undefined {
  return groupsOf(section, blocks).reduce<BlockGroup | undefined>(
    (best, group) => (best === undefined || group.share > best.share ? group : best),
    undefined,
  );
}

/** Neighbours are one text. */
function joined(groups: readonly BlockGroup[]): BlockGroup[] {
  const result: BlockGroup[] = [];
  for (const group of groups) {
    const last = result.at(-1);
    if (last === undefined || last.to !== group.from) result.push({ ...group });
    else {
      last.to = group.to;
      last.share += group.share;
      last.words += group.words;
    }
  }
  return result;
}

function groupsOf({ from, to, lines }: BlockChoice, blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (let at = from; at < to; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    const own = lines.filter(({ blockIndex }) => blockIndex === at);
    const share = own.reduce((sum, line) => sum + line.share, 0);
    const covers = new Set(own.flatMap((line) => [...line.covers]));
    const words = blockText(block).split(/\s+/).length;
    const last = groups.at(-1);
    if (last !== undefined && belongsTogether(blocks[at - 1], block)) {
      last.to = at + 1;
      last.share += share;
      last.words += words;
      last.covers = new Set([...last.covers, ...covers]);
    } else groups.push({ from: at, to: at + 1, share, words, covers });
  }
  return groups;
}

/** Whether a block says little without the one before it. */
function belongsTogether(before: Block | undefined, block: Block): boolean {
  if (before?.kind !== "paragraph") return false;
  // A number or an address that no mark closes is no label.
  if (isContact(before)) return false;
  if (isLabel(before) || ANNOUNCING_END.test(before.text)) return true;
  if (block.kind !== "paragraph") return false;
  return isInMidThought(block.text) || (/^\p{Ll}+ /u.test(block.text) && !CLOSED_END.test(before.text));
}

function isContact(block: Block): boolean {
  return block.kind === "paragraph" && block.isHeading !== true && /\d|@/u.test(block.text);
}
