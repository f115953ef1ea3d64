/** The weights that fitting starts from and is held to, set by hand; and those that no question may move. */
import type { ConfidenceSignal } from "../../core/answer/judge/confidence.ts";
import type { SectionFeatureName } from "../../core/answer/select/answer-sections.ts";
import type { FeatureName } from "../../core/answer/select/sentence-features.ts";

export const PRIOR_WEIGHTS: Record<FeatureName, number> = {
  coverage: 4,
  coverageSquared: 0,
  headingCoverage: 1.8,
  neighbourCoverage: 0.6,
  subjectCoverage: 0,
  subjectInHeading: 2,
  relativeCoverage: 1,
  density: 0,
  pairs: 1,
  passageScore: 2.2,
  passageFirst: 0,
  passageCoverage: 2,
  position: -0.3,
  isFirst: 0,
  sectionLead: 2.2,
  pastNews: -1.5,
  words: 0.5,
  isShort: -0.5,
  isItem: 0,
  isItemOfList: 0.5,
  isRow: -0.4,
  isCode: -4,
  isCodeAsked: -0.5,
  codeInHeading: 1.5,
  codeLines: -1.5,
  importsOnly: -2.5,
  fragment: -0.8,
  dependent: -0.4,
  aside: -0.8,
  echo: -1.2,
  newTerms: 0.3,
  evidenceWho: 0.5,
  evidenceWhen: 0.5,
  evidenceHowMany: 0.5,
  evidenceWhere: 0.5,
  evidenceWhy: 0.5,
  evidenceVersion: 1.2,
  evidenceDecides: 0.4,
  evidenceCompares: 0.5,
  evidenceDefault: 1.2,
  bothSides: 0.6,
  definition: 1,
  newName: 0.3,
  newNumber: 0.5,
  quantity: 0.5,
  instruction: 0.6,
  introducesAsked: 0.6,
  leadsToCode: 0.8,
  codeSpan: 0.3,
};

/**
 * What a documentation question is marked by is often a word of code, so that any code with the word would pass
 * for the answer: how much code counts is not learned from that.
 */
export const HELD_WEIGHTS: ReadonlySet<FeatureName> = new Set([
  "isCode",
  "isCodeAsked",
  "codeInHeading",
  "codeLines",
  "importsOnly",
  "subjectInHeading",
  "leadsToCode",
  "isShort",
  "echo",
  "density",
  "codeSpan",
  "subjectCoverage",
]);

/** The same of sections. */
export const SECTION_PRIOR: Record<SectionFeatureName, number> = {
  passageScore: 2,
  passageFirst: 0.5,
  passageMargin: 2,
  sentence: 2,
  coverage: 3,
  ownCoverage: 1,
  pairs: 0.5,
  subject: 1,
  headingCoverage: 2,
  headingPrecision: 1,
  headingAsked: 1,
  subjectInHeading: 1,
  optionAsked: 0.5,
  titleCoverage: 0.5,
  sameType: 1,
  otherType: -0.5,
  instructsTitle: 0.5,
  instructs: 0.8,
  isPreliminary: -1,
  hasSteps: 0.5,
  hasEnumeration: 0.8,
  hasEvidence: 0.3,
  defines: 1,
  definesOnTop: 0.5,
  pastNews: -1.5,
  isBrief: -0.8,
  length: 0,
  similarity: 3,
  sentenceSimilarity: 1.5,
  pathSimilarity: 2,
};

/**
 * Set by hand, from what each signal means. Their signs are kept: more of the question held never makes an
 * answer less sure, and a word that nobody knows never more. An encyclopaedia's questions tell little of
 * rivals' names and of comparisons.
 */
export const CONFIDENCE_PRIOR: Record<ConfidenceSignal, number> = {
  passageCoverage: 3,
  sentenceCoverage: 3,
  chosenCoverage: 0.5,
  jointCoverage: 0.5,
  passageFrequency: 1,
  unknown: -1,
  unknownSubject: -2,
  subjectChosen: 0.5,
  subjectInHeading: 0.5,
  subjectInPassing: -0.6,
  largestGap: -1,
  pairs: 0.5,
  certainty: 0.5,
  chosenScore: 0.5,
  sideMissing: -2,
};
