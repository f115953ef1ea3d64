/** Finds the sections that tell the two sides of a comparison. */
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";

/** A section about one side is at most so much less likely than the likeliest, as a share, */
const SIDE_SHARE = 0.05;
/** unless its heading says the side and little else. */
const SIDE_PRECISION = 0.5;

/** What tells two things apart takes so many words. */
const TOLD_WORDS = 30;

/**
 * The sections to quote for a comparison: one whose heading names both sides, or one about each, or one that says
 * something of both in a sentence. Undefined where the question names no two sides, or the sections tell them no
 * better than the likeliest alone.
 *
 * @param sections with sentences, the likeliest first
 */
export function sectionsOfSides(sections: readonly AnswerSection[]): AnswerSection[] | undefined {
  const [best] = sections;
  if (best?.sentences[0]?.asked.sides === undefined) return undefined;
  const likely = sections.filter(
    (section) =>
      section.share >= best.share * SIDE_SHARE ||
      sectionFeature(section, "headingPrecision") >= SIDE_PRECISION,
  );
  const ofBoth = likely.filter((section) => isAbout(section, 0) && isAbout(section, 1));
  // A line below the title says that there are both, and not what they are.
  const [named] = ofBoth;
  if (named !== undefined)
    return [ofBoth.find(({ words }) => words >= TOLD_WORDS) ?? toldBelow(named, sections) ?? named];
  const first = bestAbout(likely, 0);
  const second = bestAbout(likely, 1);
  if (first !== undefined && second !== undefined) {
    return [first, second];
  }
  const ofSentence = likely.find(({ sentences }) => sentences.some(({ sides }) => sides[0] && sides[1]));
  return ofSentence === undefined ? undefined : [ofSentence];
}

/** A thing is told at the beginning of its page; a section named so may be one of its parts, such as a constructor. */
const BEGINNING_FACTOR = 3;

/** What the page whose title names both sides says of both further down. */
function toldBelow(
  { passage }: AnswerSection,
  sections: readonly AnswerSection[],
): AnswerSection | undefined {
  const speaksOf = (section: AnswerSection, side: 0 | 1): boolean =>
    section.sentences.some(({ held, asked }) => (held & (asked.sides?.[side] ?? 0)) !== 0);
  return sections.find(
    (section) =>
      section.words >= TOLD_WORDS &&
      section.passage.chunk.title === passage.chunk.title &&
      speaksOf(section, 0) &&
      speaksOf(section, 1),
  );
}

/** The likeliest whose heading says little else: "ref()" rather than "customRef()". */
function bestAbout(sections: readonly AnswerSection[], side: 0 | 1): AnswerSection | undefined {
  const worth = (section: AnswerSection): number =>
    section.share *
    sectionFeature(section, "headingPrecision") ** 2 *
    (section.from === 0 && section.passage.chunk.headingPath.length === 0 ? BEGINNING_FACTOR : 1);
  return sections
    .filter((section) => isAbout(section, side))
    .reduce<AnswerSection | undefined>(
      (best, section) => (best === undefined || worth(section) > worth(best) ? section : best),
      undefined,
    );
}

/** By its heading. */
function isAbout({ sentences }: AnswerSection, side: 0 | 1): boolean {
  return sentences[0]?.headingSides[side] === true;
}
