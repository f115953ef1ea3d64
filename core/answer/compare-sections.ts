/** Finds the sections that tell the two sides of a comparison. */
import type { AnswerSection } from "./answer-sections.ts";

/** A section that speaks of both sides is at most so much less likely than the likeliest, as a share. */
const BOTH_SIDES_SHARE = 0.3;

/**
 * The sections to quote for a comparison: one that speaks of both sides, or one about each. Undefined where the
 * question names no two sides, or the sections tell them no better than the likeliest alone.
 *
 * @param sections with sentences, the likeliest first
 */
export function sectionsOfSides(sections: readonly AnswerSection[]): AnswerSection[] | undefined {
  const [best] = sections;
  if (best?.sentences[0]?.asked.sides === undefined) return undefined;
  const both = sections.find(
    (section) =>
      speaksOf(section, 0) && speaksOf(section, 1) && section.share >= best.share * BOTH_SIDES_SHARE,
  );
  if (both !== undefined) return both === best ? undefined : [both];
  const ofSides = ([0, 1] as const).map(
    (side) =>
      sections.find((section) => isAbout(section, side) && !isAbout(section, side === 0 ? 1 : 0)) ??
      sections.find((section) => speaksOf(section, side)),
  );
  const [first, second] = ofSides;
  if (first === undefined || second === undefined || first === second) return undefined;
  return [first, second];
}

function speaksOf({ sentences }: AnswerSection, side: 0 | 1): boolean {
  return sentences.some(({ sides }) => sides[side]);
}

function isAbout({ sentences }: AnswerSection, side: 0 | 1): boolean {
  return sentences[0]?.headingSides[side] === true;
}
