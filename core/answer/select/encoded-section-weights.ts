/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const ENCODED_SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 1.65,
  passageFirst: -0.27,
  passageMargin: 1.55,
  sentence: 1.23,
  coverage: 2.68,
  ownCoverage: 0.59,
  pairs: 0.44,
  subject: 0.01,
  headingCoverage: 1.32,
  headingPrecision: 0.44,
  headingAsked: 0.54,
  subjectInHeading: -0.16,
  titleCoverage: 0.54,
  optionAsked: 0.33,
  sameType: 1.06,
  otherType: -0.31,
  instructs: 0.75,
  instructsTitle: 0.53,
  isPreliminary: -0.85,
  hasSteps: 0.57,
  hasEnumeration: 0.84,
  hasEvidence: 0.71,
  definesOnTop: 0.53,
  defines: 1.04,
  pastNews: -1.37,
  isBrief: -0.82,
  length: 0.57,
  similarity: 3.05,
  sentenceSimilarity: 1.71,
  pathSimilarity: 1.75,
};
