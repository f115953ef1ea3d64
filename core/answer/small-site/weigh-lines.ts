/** Weighs the lines of a section of a small site by how likely each holds what was asked for, if the section does. */
import type { WeighedLine } from "../generation-provider.ts";
import { describeLines, LINE_FEATURES } from "./line-features.ts";
import { LINE_WEIGHTS_BY_WORDS, LINE_WEIGHTS_WITH_VECTORS } from "./line-weights.ts";
import type { ReadQuestion } from "./read-question.ts";
import { heldShare } from "./section-features.ts";
import type { ReadSentence, ReadText, SiteSection } from "./site-sections.ts";

const BY_WORDS = LINE_FEATURES.map((name) => LINE_WEIGHTS_BY_WORDS[name]);
const WITH_VECTORS = LINE_FEATURES.map((name) => LINE_WEIGHTS_WITH_VECTORS[name]);

/** In the order of the page. */
export function weighLines(section: SiteSection, question: ReadQuestion): WeighedLine[] {
  const weights = question.vector === undefined ? BY_WORDS : WITH_VECTORS;
  const seen = describeLines(section, question);
  const scores = seen.map(({ features }) =>
    weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), 0),
  );
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const owned = ownShares(section, question);
  return seen.map(({ line }, at) => ({
    text: line.text,
    blockIndex: line.blockIndex,
    share: Math.exp((scores[at] ?? 0) - top) / total,
    ownShare: owned.get(line) ?? 0,
    covers: coveredBy(line, question),
  }));
}

/** A unit of the question is told by what holds so much of it. */
const HELD_SHARE = 0.4;
/** Words that only help to ask tell no row from another. */
const OWN_WEIGHT = 0.5;

/** "30 kg" is no row's name that says "to 10 kg". */
function isMeasure(word: string): boolean {
  return /^(?:\d{1,2}|kg|km|cm|mm|ml|[gmlh]|min|mins|hrs?|euros?|eur|pounds?|dollars?|[£€$%])$/u.test(word);
}

function ownShares(section: SiteSection, { units }: ReadQuestion): Map<ReadSentence, number> {
  const shares = new Map<ReadSentence, number>();
  for (const [at, lines] of Map.groupBy(section.sentences, ({ blockIndex }) => blockIndex)) {
    const block = section.chunk.blocks[at];
    if (block?.kind !== "table" && block?.kind !== "list") continue;
    const told = units
      .filter(({ weight }) => weight >= OWN_WEIGHT)
      .map((unit) => ({ unit, held: lines.map((line) => heldShare(unit, line, true)) }))
      .filter(({ unit, held }) => {
        const count = held.filter((share) => share >= HELD_SHARE).length;
        const isNamed = [section.heading, section.above].some(
          (text) => heldShare(unit, text, false) >= HELD_SHARE,
        );
        return count > 0 && count < lines.length && !isNamed && !unit.words.every(isMeasure);
      });
    const total = told.reduce((sum, { unit }) => sum + unit.weight, 0);
    lines.forEach((line, index) => {
      const own = told.reduce((sum, { unit, held }) => sum + unit.weight * (held[index] ?? 0), 0);
      shares.set(line, total === 0 ? 0 : own / total);
    });
  }
  return shares;
}

/** Units of the question that weigh less are only told with it. */
const COVERED_WEIGHT = 0.7;
/** Among the lines of one section less tells what they speak of. */
const COVERED_WEIGHT_OF_LINES = 0.5;
const COVERED_SHARE = 0.5;
/** and half a wording is none: "company number" does not say "phone number". */
const COVERED_SHARE_OF_LINES = 0.55;

/** What of a question a text holds: places among its units. */
export function coveredUnits(
  text: Pick<ReadText, "terms" | "kinds">,
  { units }: ReadQuestion,
  {
    leastWeight = COVERED_WEIGHT,
    leastShare = COVERED_SHARE,
    byKind = true,
  }: { leastWeight?: number; leastShare?: number; byKind?: boolean } = {},
): number[] {
  return units.flatMap((unit, at) =>
    unit.weight >= leastWeight && heldShare(unit, text, byKind) >= leastShare ? [at] : [],
  );
}

/** By kind, in its own words, and by what an answer looks like. */
function coveredBy(line: ReadSentence, question: ReadQuestion): Set<string> {
  const least = { leastWeight: COVERED_WEIGHT_OF_LINES, leastShare: COVERED_SHARE_OF_LINES };
  return new Set([
    ...coveredUnits(line, question, least).map(String),
    ...coveredUnits(line, question, { ...least, byKind: false }).map((at) => `${at} in its words`),
    ...question.wanted.flat().filter((form) => line.forms.has(form)),
  ]);
}
