/** Finds the sections that tell the two sides of a comparison. */
import { hasTypedEvidence } from "../understand/question-type.ts";
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";

/** A section about one side is at most so much less likely than the likeliest, as a share, */
const SIDE_SHARE = 0.05;
/** unless its heading says the side and little else. */
const SIDE_PRECISION = 0.5;

/** One whose heading names both sides goes before sections about each where it is so likely, compared with the likeliest. */
const BOTH_SHARE = 0.3;

/** What tells two things apart takes so many words. */
const TOLD_WORDS = 30;

/**
 * The sections to quote for a comparison: the likeliest where it tells both sides, one whose heading names both, one
 * about each, or one that says something of both in a sentence. Undefined where the question names no two sides, or
 * the sections tell them no better than the likeliest alone.
 *
 * @param sections with sentences, the likeliest first
 */
export function sectionsOfSides(sections: readonly AnswerSection[]): AnswerSection[] | undefined {
  const [best] = sections;
  const asked = best?.sentences[0]?.asked;
  if (asked?.sides === undefined || best === undefined) return undefined;
  const likely = sections.filter(
    (section) =>
      section.share >= best.share * SIDE_SHARE ||
      sectionFeature(section, "headingPrecision") >= SIDE_PRECISION,
  );
  const ofBoth = likely.filter((section) => isAbout(section, 0) && isAbout(section, 1));
  const [named] = ofBoth;
  // A line below the title says that there are both, and not what they are.
  const asBoth = (): AnswerSection[] | undefined =>
    named && [ofBoth.find(({ words }) => words >= TOLD_WORDS) ?? toldBelow(named, sections) ?? named];
  if (named !== undefined && named.share >= best.share * BOTH_SHARE) return asBoth();
  const tellsBoth = best.words >= TOLD_WORDS && tells(best, 0) && tells(best, 1);
  // Which one to take is told where both are weighed up, what each of them is under its name.
  if (tellsBoth && !isAboutOne(best) && (asked.asksChoice || weighsUp(best))) return [best];
  const isPrecise = (section: AnswerSection): boolean =>
    sectionFeature(section, "headingPrecision") >= SIDE_PRECISION;
  if (named !== undefined && isPrecise(named) && named.share >= best.share * SIDE_SHARE) return asBoth();
  const [first, second] = [bestAbout(likely, 0), bestAbout(likely, 1)];
  const ofEach = first && second && [first, second];
  if (ofEach !== undefined && (!tellsBoth || isAboutOne(best) || ofEach.every(isPrecise))) return ofEach;
  if (tellsBoth) return [best];
  if (named !== undefined) return asBoth();
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
  return sections.find(
    (section) =>
      section.words >= TOLD_WORDS &&
      section.passage.chunk.title === passage.chunk.title &&
      tells(section, 0) &&
      tells(section, 1),
  );
}

/** Whether a section has a word of a side in what it says. */
function tells({ sentences }: AnswerSection, side: 0 | 1): boolean {
  return sentences.some(({ held, asked }) => (held & (asked.sides?.[side] ?? 0)) !== 0);
}

/** The likeliest whose heading says little else: "ref()" rather than "customRef()". */
function bestAbout(sections: readonly AnswerSection[], side: 0 | 1): AnswerSection | undefined {
  const worth = (section: AnswerSection): number =>
    section.share *
    sectionFeature(section, "headingPrecision") ** 2 *
    (section.from === 0 && section.passage.chunk.headingPath.length === 0 ? BEGINNING_FACTOR : 1);
  return sections
    .filter((section) => isAbout(section, side) && !isAbout(section, side === 0 ? 1 : 0))
    .reduce<AnswerSection | undefined>(
      (best, section) => (best === undefined || worth(section) > worth(best) ? section : best),
      undefined,
    );
}

/** Whether a sentence of it says how the one is compared with the other. */
function weighsUp({ sentences }: AnswerSection): boolean {
  return sentences.some(({ held, asked: { sides }, kind, text }) => {
    const [first, second] = sides ?? [0, 0];
    const holdsBoth = kind !== "code" && (held & first) !== 0 && (held & second) !== 0;
    return holdsBoth && hasTypedEvidence("comparison", text) === true;
  });
}

function isAboutOne(section: AnswerSection): boolean {
  return isAbout(section, 0) !== isAbout(section, 1);
}

/** By its heading. */
function isAbout({ sentences }: AnswerSection, side: 0 | 1): boolean {
  return sentences[0]?.headingSides[side] === true;
}
