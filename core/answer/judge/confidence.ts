import { passageText } from "../../passage-text.ts";
import type { StaticEncoder } from "../../search/encoder/static-encoder.ts";
import type { QueryTerm } from "../../search/retriever.ts";
import { readAskedQuestion, type AskedQuestion, type TermMask } from "../understand/asked-question.ts";
import {
  type AnswerSection,
  areSectioned,
  rankSections,
  type SectionFeatureName,
  sectionFeature,
} from "../select/answer-sections.ts";
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from "./confidence-weights.ts";
import { DOCUMENTATION_BIAS, DOCUMENTATION_WEIGHTS } from "./documentation-confidence-weights.ts";
import { ENCODED_BIAS, ENCODED_WEIGHTS } from "./encoded-confidence-weights.ts";
import { MEANING_SIGNALS, meaningSignals, type MeaningSignal } from "./meaning-signals.ts";
import type { Passage } from "../generation-provider.ts";
import type { QuestionType } from "../understand/question-type.ts";
import { holdsEvidence, isSaidOutright } from "../select/holds-asked-kind.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";

export interface ConfidenceInput {
  terms: readonly QueryTerm[];
  /** Best first. */
  passages: readonly Passage[];
  /** Ranked sentences of the passages, best first. */
  sentences: readonly ScoredSentence[];
  termsOf: (text: string) => string[];
  /** Where the corpus is encoded: what its words are compared by in meaning. Default: by their letters alone. */
  meaning?: AskedMeaning | undefined;
}

export interface AskedMeaning {
  question: string;
  encoder: StaticEncoder;
  /** {@link import("../../search/retriever.ts").Retriever.weightOf} */
  weightOf: (term: string) => number;
}

export const CONFIDENCE_SIGNALS = [
  // Share of the question's information that the best passage holds, and the best sentence.
  "passageCoverage",
  "sentenceCoverage",
  "chosenCoverage",
  // The two together: a sentence about something else in the right passage is no answer.
  "jointCoverage",
  // How often the best passage says the words: what it is about it says more than once.
  "passageFrequency",
  // Words that the corpus does not know, and those of them that name the subject.
  "unknown",
  "unknownSubject",
  // Whether what the question is about is in the chosen sentence or its headings, and in any heading at all.
  "subjectChosen",
  "subjectInHeading",
  // On pages with headings, none of which names the subject, a subject that is mentioned once, in passing.
  "subjectInPassing",
  // The rarest word that the best passage lacks.
  "largestGap",
  "pairs",
  // How far the best sentence stands out.
  "certainty",
  "chosenScore",
  // A comparison of which one side is nobody's subject here.
  "sideMissing",
] as const;
export type ConfidenceSignal = (typeof CONFIDENCE_SIGNALS)[number];

/** What is seen of a site with sections besides: how well the section that is quoted fits. */
export const DOCUMENTATION_SIGNALS = [
  ...CONFIDENCE_SIGNALS,
  "sectionShare",
  "sectionScore",
  "pageShare",
  "sectionCoverage",
  "sectionSubject",
  "sectionHeading",
  "sectionPrecision",
  "sectionSubjectInHeading",
  "sectionSameType",
  "sectionEvidence",
  "sectionFirst",
  // A person, a time, a number, a version or a price was asked for, and the section has none.
  "evidenceMissing",
] as const;
export type DocumentationSignal = (typeof DOCUMENTATION_SIGNALS)[number];

/** And of one whose chunks are encoded: what is meant by each word. */
export const ENCODED_SIGNALS = [...DOCUMENTATION_SIGNALS, ...MEANING_SIGNALS] as const;
export type EncodedSignal = DocumentationSignal | MeaningSignal;

/** Passages that are looked at: what the third one does not hold, the answer will not be built on. */
const CONSIDERED_PASSAGES = 3;

/** Sentences that are looked at for the densest one. */
const CONSIDERED_SENTENCES = 10;

/** A score that no sentence exceeds by much. */
const SCORE_SCALE = 20;

const WEIGHTS = CONFIDENCE_SIGNALS.map((signal) => CONFIDENCE_WEIGHTS[signal]);
const WEIGHTS_OF_DOCUMENTATION = DOCUMENTATION_SIGNALS.map((signal) => DOCUMENTATION_WEIGHTS[signal]);
const WEIGHTS_OF_ENCODED = ENCODED_SIGNALS.map((signal) => ENCODED_WEIGHTS[signal]);

/** Below it a quotation is right less often than not: the answer says that it may not be one. */
export const SURE_CONFIDENCE = 0.5;

/**
 * The chance, 0 to 1, that the answer made of these sentences is right: of the questions with .8 about four in
 * five are answered. A logistic model of a few signals that can be told one by one, with weights of its own for
 * pages with sections, fitted by `tests/training/answer-confidence.ts` and `documentation-confidence.ts` there,
 * which print the figures too. Raw
 * retrieval scores are not used: they are not comparable between questions.
 */
export function answerConfidence(input: ConfidenceInput): number {
  const encoded = encodedSignals(input);
  if (encoded !== undefined) {
    const chance = chanceOf(weigh(encoded, WEIGHTS_OF_ENCODED, ENCODED_BIAS));
    return Math.round(1000 * liftMiddling(chance)) / 1000;
  }
  const signals = confidenceSignals(input);
  if (signals === undefined) return 0;
  const isDocumentation = areSectioned(input.passages);
  const logit = isDocumentation
    ? weigh([...signals, ...sectionSignals(input)], WEIGHTS_OF_DOCUMENTATION, DOCUMENTATION_BIAS)
    : weigh(signals, WEIGHTS, CONFIDENCE_BIAS);
  const chance = chanceOf(logit);
  return (
    Math.round(1000 * (isDocumentation && isNotSaid(input) ? Math.min(chance, NOT_SAID_CHANCE) : chance)) /
    1000
  );
}

function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * {@link ENCODED_SIGNALS} in their order; undefined without an encoder. Only sites with sections are encoded: that the one
 * passage that was found has none says nothing of the site.
 */
export function encodedSignals(input: ConfidenceInput): number[] | undefined {
  const { meaning, passages } = input;
  const isEncoded = passages.length > 0 && passages.every(({ likenessOf }) => likenessOf !== undefined);
  if (meaning === undefined || !isEncoded) return undefined;
  const sections = rankSections(input);
  const signals = sections.length === 0 ? undefined : confidenceSignals(input);
  if (signals === undefined) return undefined;
  return [...signals, ...sectionSignals(input), ...meaningSignals({ ...input, ...meaning, sections })];
}

/** What is right hardly one time in four */
const MIDDLING_CHANCE = 0.24;
/** is said to be right so often, */
const MIDDLING_CONFIDENCE = 0.3;
/** and from here on the chance is told as it is. */
const EVEN_CHANCE = 0.5;

/**
 * The lower half is lifted a little. Where a quotation is not right, the place that is shows below it more often than
 * not, and who is told that it may not be the answer loses less by it than who is refused one that is there.
 */
export function liftMiddling(chance: number): number {
  if (chance >= EVEN_CHANCE) return chance;
  if (chance < MIDDLING_CHANCE) return (chance * MIDDLING_CONFIDENCE) / MIDDLING_CHANCE;
  const share = (chance - MIDDLING_CHANCE) / (EVEN_CHANCE - MIDDLING_CHANCE);
  return MIDDLING_CONFIDENCE + share * (EVEN_CHANCE - MIDDLING_CONFIDENCE);
}

/** What is said outright or not at all, and is not said, makes whatever else is quoted no answer. */
const NOT_SAID_CHANCE = 0.25;

function isNotSaid(input: ConfidenceInput): boolean {
  const [best] = rankSections(input);
  const asked = best?.sentences[0]?.asked;
  if (best === undefined || asked === undefined) return false;
  // "What does hosting cost?" may be answered without a figure: "nothing, up to so many requests".
  const isHeading = sectionFeature(best, "headingCoverage") >= WHOLE_HEADING_SHARE;
  return isSaidOutright(asked) && !isHeading && !holdsEvidence(best);
}

/** Of the question's information: the page asks it itself. */
const WHOLE_HEADING_SHARE = 0.95;

function weigh(signals: readonly number[], weights: readonly number[], bias: number): number {
  return weights.reduce((sum, weight, index) => sum + weight * (signals[index] ?? 0), bias);
}

/** A score that no section exceeds by much. */
const SECTION_SCORE_SCALE = 10;

/** What {@link DOCUMENTATION_SIGNALS} holds besides {@link CONFIDENCE_SIGNALS}, in its order. */
export function sectionSignals({ passages, sentences, termsOf }: ConfidenceInput): number[] {
  const sections = rankSections({ passages, sentences, termsOf });
  const [best] = sections;
  if (best === undefined) return [];
  const seen = (name: SectionFeatureName): number => sectionFeature(best, name);
  const page = pageOf(best.passage);
  const pageShare = sections.reduce(
    (sum, { passage, share }) => (pageOf(passage) === page ? sum + share : sum),
    0,
  );
  const signals: Record<Exclude<DocumentationSignal, ConfidenceSignal>, number> = {
    sectionShare: best.share,
    sectionScore: best.score / SECTION_SCORE_SCALE,
    pageShare,
    sectionCoverage: seen("coverage"),
    sectionSubject: seen("subject"),
    sectionHeading: seen("headingCoverage"),
    sectionPrecision: seen("headingAsked"),
    sectionSubjectInHeading: seen("subjectInHeading"),
    sectionSameType: seen("sameType"),
    sectionEvidence: seen("hasEvidence"),
    sectionFirst: seen("passageFirst"),
    evidenceMissing: lacksEvidence(best) ? 1 : 0,
  };
  return DOCUMENTATION_SIGNALS.slice(CONFIDENCE_SIGNALS.length).map(
    (signal) => signals[signal as keyof typeof signals],
  );
}

const SHOWN_BY_WORDING: ReadonlySet<QuestionType> = new Set(["who", "when", "how-many", "which-version"]);

function lacksEvidence(section: AnswerSection): boolean {
  const asked = section.sentences[0]?.asked;
  if (asked === undefined) return false;
  const isShown = isSaidOutright(asked) || SHOWN_BY_WORDING.has(asked.type);
  return isShown && !holdsEvidence(section);
}

function pageOf({ source }: Passage): string {
  return source.url.split("#", 1)[0] ?? "";
}

/** In the order of {@link CONFIDENCE_SIGNALS}; undefined where nothing was asked or found. */
export function confidenceSignals({
  terms,
  passages,
  sentences,
  termsOf,
}: ConfidenceInput): number[] | undefined {
  if (passages.length === 0 || !terms.some(({ known, weight }) => known && weight > 0)) return undefined;
  const chosen = sentences[0];
  const asked =
    chosen?.asked ?? readAskedQuestion({ question: terms.map(({ word }) => word).join(" "), terms, termsOf });
  const considered = passages.slice(0, CONSIDERED_PASSAGES);
  const headings = passages.map(({ chunk }) =>
    asked.maskOf(termsOf(`${chunk.title} ${chunk.headingPath.join(" ")}`)),
  );
  const passageTerms = considered.map(({ chunk }) => termsOf(passageText(chunk.blocks)));
  const held = passageTerms.map((ownTerms, index) => asked.maskOf(ownTerms) | (headings[index] ?? 0));
  const passageCoverage = Math.max(...held.map(asked.share));
  const sentenceCoverage = Math.max(
    0,
    ...sentences.slice(0, CONSIDERED_SENTENCES).map(({ coverage }) => coverage),
  );
  const bestHeld = held.reduce((best, mask) => (asked.share(mask) > asked.share(best) ? mask : best), 0);
  const subject = asked.share(asked.subject) || 1;
  const signals: Record<ConfidenceSignal, number> = {
    passageCoverage,
    sentenceCoverage,
    chosenCoverage: chosen?.coverageWithHeading ?? 0,
    passageFrequency: Math.max(...passageTerms.map((ownTerms) => frequencyShare(asked, ownTerms))),
    jointCoverage: passageCoverage * sentenceCoverage,
    unknown: asked.share(asked.unknown),
    unknownSubject: asked.share(asked.unknown & asked.subject) / subject,
    subjectChosen: chosen?.subjectCoverage ?? 0,
    subjectInHeading: Math.max(...headings.map((mask) => asked.share(mask & asked.subject))) / subject,
    subjectInPassing: isInPassing(asked, passages, passageTerms, headings) ? 1 : 0,
    largestGap: largestGap(asked, bestHeld, terms.length),
    pairs: Math.max(0, ...sentences.slice(0, CONSIDERED_SENTENCES).map(({ pairs }) => pairs)),
    certainty: certaintyOf(sentences),
    chosenScore: (chosen?.score ?? 0) / SCORE_SCALE,
    sideMissing: asked.sides?.some((side) => headings.every((mask) => (mask & side) === 0)) === true ? 1 : 0,
  };
  return CONFIDENCE_SIGNALS.map((signal) => signals[signal]);
}

/** Passages of a site with sections; an encyclopaedia's paragraphs have none, and there this tells nothing. */
const SECTIONED_SHARE = 0.5;

function isInPassing(
  asked: AskedQuestion,
  passages: readonly Passage[],
  passageTerms: readonly string[][],
  headings: readonly TermMask[],
): boolean {
  const sectioned = passages.filter(({ chunk }) => chunk.headingPath.length > 0).length;
  const known = asked.subject & ~asked.unknown;
  if (known === 0 || sectioned < passages.length * SECTIONED_SHARE) return false;
  if (headings.some((mask) => (mask & known) !== 0)) return false;
  return passageTerms.every(
    (terms) => terms.filter((term) => (asked.maskOf([term]) & known) !== 0).length <= 1,
  );
}

/** A word that stands so many times in a passage counts half of one that stands there without end, as in BM25. */
const HALF_FREQUENCY = 1.2;

function frequencyShare(asked: AskedQuestion, terms: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const index = asked.indexOf(term);
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  let share = 0;
  for (const [index, count] of counts) share += asked.share(1 << index) * (count / (count + HALF_FREQUENCY));
  return share;
}

function largestGap(asked: AskedQuestion, held: TermMask, termCount: number): number {
  let largest = 0;
  for (let index = 0; index < Math.min(termCount, 32); index++) {
    const term = 1 << index;
    if ((held & term) === 0) largest = Math.max(largest, asked.share(term));
  }
  return largest;
}

/** Share of the best sentence among all, by the odds that their scores are logarithms of. */
function certaintyOf(sentences: readonly ScoredSentence[]): number {
  const best = sentences[0]?.score;
  if (best === undefined) return 0;
  return 1 / sentences.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
}
