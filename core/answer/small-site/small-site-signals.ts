/** What is seen of a small site's sections for a question as a whole: how sure the best one is. */
import { heldShare, type SectionSeen, type SmallSiteFeature, featureOf } from "./section-features.ts";
import type { AskingForm } from "./asking-forms.ts";
import type { ReadQuestion } from "./read-question.ts";
import type { ReadText } from "./site-sections.ts";

export const SMALL_SITE_SIGNALS = [
  // How far the best section stands out.
  "share",
  "twoShare",
  "score",
  // What it holds of the question.
  "held",
  "topic",
  "topicHeading",
  "sentence",
  "words",
  // What no section holds: the weightiest unit, and all of them as a share.
  "unmet",
  "unmetShare",
  // The same of the best section.
  "unmetHere",
  "unknownWord",
  // The same of the best section by what words mean: the weightiest unit, and all of them as a share.
  "farHere",
  "farShare",
  // And of its best sentence below its heading.
  "farSentence",
  "vectorWhole",
  "vectorSentence",
  "vectorHeading",
  // Of whichever section is nearest.
  "anyVectorWhole",
  "anyVectorSentence",
  "formHeld",
  "formMissing",
  "headingAsked",
  "sameQuestion",
  "askedThings",
  "isBrief",
  "topicSentence",
  // How the sections score on the whole.
  "meanScore",
  // How long the question is.
  "units",
  "length",
  "isShort",
  // How it is put.
  "asksWhether",
  "asksExistence",
  "asksOpen",
  "asksMeasure",
  "asksCondition",
  "asksDuty",
  "asksOwn",
  "asksAny",
] as const;
export type SmallSiteSignal = (typeof SMALL_SITE_SIGNALS)[number];

export interface RankedSection extends SectionSeen {
  score: number;
  /** The chance that it answers, if one does: shares sum up to 1. */
  share: number;
}

const SCORE_SCALE = 10;
const MANY_UNITS = 10;
const MANY_WORDS = 20;
const SHORT_WORDS = 3;

/** In the order of {@link SMALL_SITE_SIGNALS}. @param ranked best first, at least one. */
export function smallSiteSignals(ranked: readonly RankedSection[], question: ReadQuestion): number[] {
  const [best, second] = ranked;
  if (best === undefined) return SMALL_SITE_SIGNALS.map(() => 0);
  const seen = (name: SmallSiteFeature): number => featureOf(best, name);
  const texts = ranked.map(({ section: { heading, body, above } }) => join(heading, body, above));
  const [here] = texts as [Text];
  const unheldBy = (all: readonly Text[]): number[] =>
    question.units.map(
      (unit) => unit.weight * (1 - Math.max(0, ...all.map((text) => heldShare(unit, text, true)))),
    );
  const nowhere = unheldBy(texts);
  const notHere = unheldBy([here]);
  const unknown = question.units.map((unit, index) =>
    unit.kinds.length + unit.looseKinds.length === 0 ? (nowhere[index] ?? 0) : 0,
  );
  const far = farFrom(best, question);
  const asks = (form: AskingForm): number => Number(question.asks.has(form));
  const words = question.text.trim().split(/\s+/).length;
  const signals: Record<SmallSiteSignal, number> = {
    share: best.share,
    twoShare: best.share + (second?.share ?? 0),
    score: best.score / SCORE_SCALE,
    held: seen("held"),
    topic: Math.max(seen("topicHeading"), seen("topicBody")),
    topicHeading: seen("topicHeading"),
    sentence: seen("heldSentence"),
    words: Math.max(seen("wordsHeading"), seen("wordsBody")),
    unmet: Math.max(0, ...nowhere),
    unmetShare: sum(nowhere) / question.weight,
    unmetHere: Math.max(0, ...notHere),
    unknownWord: Math.max(0, ...unknown),
    farHere: Math.max(0, ...far.section),
    farShare: sum(far.section) / question.weight,
    farSentence: sum(far.sentence) / question.weight,
    vectorWhole: seen("vectorWhole"),
    vectorSentence: seen("vectorSentence"),
    vectorHeading: seen("vectorHeading"),
    anyVectorWhole: Math.max(...ranked.map((one) => featureOf(one, "vectorWhole"))),
    anyVectorSentence: Math.max(...ranked.map((one) => featureOf(one, "vectorSentence"))),
    formHeld: seen("formHeld"),
    formMissing: seen("formMissing"),
    headingAsked: seen("headingAsked"),
    sameQuestion: seen("sameQuestion"),
    askedThings: Math.min(1, question.units.filter(({ weight }) => weight >= 1).length / 4),
    isBrief: seen("isBrief"),
    topicSentence: seen("topicSentence"),
    meanScore: sum(ranked.map(({ score }) => score)) / ranked.length / SCORE_SCALE,
    isShort: Number(words <= SHORT_WORDS),
    asksWhether: asks("whether"),
    asksExistence: asks("existence"),
    asksOpen: asks("open"),
    asksMeasure: asks("measure"),
    asksCondition: asks("condition"),
    asksDuty: asks("duty"),
    asksOwn: asks("own"),
    asksAny: asks("any"),
    units: Math.min(1, question.units.length / MANY_UNITS),
    length: Math.min(1, words / MANY_WORDS),
  };
  return SMALL_SITE_SIGNALS.map((signal) => signals[signal]);
}

/** Of each unit, what its weightiest word lacks in a section and in its best sentence: 0 where a word there means the same. */
function farFrom(
  { section, best }: RankedSection,
  { units, nearest }: ReadQuestion,
): { section: number[]; sentence: number[] } {
  if (nearest === undefined) return { section: [], sentence: [] };
  const { headingText, heading, body, above, sentences } = section;
  const whole = join(heading, body, above);
  const wholeTexts = [headingText, ...sentences.map(({ text }) => text)];
  const line = best === undefined ? heading : join(heading, best);
  const lineTexts = best === undefined ? [headingText] : [headingText, best.text];
  const farOf = (text: Text, texts: readonly string[]): number[] =>
    units.map((unit) => {
      const held = heldShare(unit, text, true);
      if (held >= 1) return 0;
      const near = Math.max(0, ...unit.words.map((word) => nearest(word, texts)));
      return unit.weight * (1 - Math.max(held, near));
    });
  return { section: farOf(whole, wholeTexts), sentence: farOf(line, lineTexts) };
}

type Text = Pick<ReadText, "terms" | "kinds">;

function join(...texts: readonly ReadText[]): Text {
  return {
    terms: new Set(texts.flatMap(({ terms }) => [...terms])),
    kinds: new Set(texts.flatMap(({ kinds }) => [...kinds])),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
